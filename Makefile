# make setup | test | lint | bench | trials | docs
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: setup test lint bench trials docs

setup:
	$(PYTHON) -m venv --upgrade-deps $(VENV)
	$(BIN)/pip install --quiet -e '.[dev]'

test:
	$(BIN)/python -m pytest

lint:
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/make_docs.py --check

bench:
	$(BIN)/python -m presscheck.evals.bench

trials:
	$(BIN)/python -m presscheck.evals.bench.kills 300
	$(BIN)/python -m presscheck.evals.bench.sharing
	$(BIN)/python -m presscheck.evals.bench.churn 50000 20
	$(BIN)/python -m presscheck.evals.bench.growth 10000 50000 300000

docs:
	$(BIN)/python scripts/make_docs.py
