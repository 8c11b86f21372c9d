# make setup | test | lint | bench | docs
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: setup test lint bench docs

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

docs:
	$(BIN)/python scripts/make_docs.py
