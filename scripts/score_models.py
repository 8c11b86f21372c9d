"""Score the embedded engine, a model alone, and both together on labelled claims: balanced accuracy, AUC, tokens, time.

    OPENAI_BASE_URL=http://127.0.0.1:8091/v1 OPENAI_API_KEY=none \
        python scripts/score_models.py DATA --model openai:1.5b --fill    # asks; can be stopped and taken up again
    … python scripts/score_models.py DATA --model openai:1.5b             # the table, from answers on disk alone

DATA is a folder with `wice_dev.jsonl`, `summedits_dev.jsonl` and `frank_val.jsonl` (`{"id","source","claim","label"}`).
The sample is fixed and gone through in turn, so that what is answered so far is even over the sets. Rows without an answer
are left out of all three columns, and counted.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from presscheck.answers import AnswerCache
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.run import check_text
from presscheck.chains.check.sources import Sources
from presscheck.chains.model.judge import judge
from presscheck.chains.model.settle import question
from presscheck.evals.metrics import auc, balanced_accuracy, with_interval
from presscheck.llm import Model, ModelOptions
from presscheck.models import Article, Report
from presscheck.spending import Account
from presscheck.vectorstore.library import MemoryLibrary

SETS = ("wice_dev", "summedits_dev", "frank_val")
ALONE = {"supported": 0.9, "not_found": 0.3, "contradicted": 0.1}
"""The support that a verdict of the model alone is taken for; without a verdict that counts it is `UNKNOWN`."""
UNKNOWN = 0.5


@dataclass(frozen=True)
class Row:
    """A labelled claim with its source."""

    of: str
    source: str
    claim: str
    label: float


@dataclass(frozen=True)
class Told:
    """What the three engines make of a row."""

    row: Row
    embedded: float
    model: float
    together: float


def main() -> None:
    """Fill the cache, or print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", required=True)
    parser.add_argument("--rows", type=int, default=60)
    parser.add_argument("--cache", type=Path, default=Path("answers.db"))
    parser.add_argument("--at-once", type=int, default=1, help="rows asked about at once")
    parser.add_argument("--fill", action="store_true", help="ask what is not answered yet")
    args = parser.parse_args()
    options = ModelOptions(
        seconds=3000, retries=1, concurrency=args.at_once, claims_at_once=1, longest_answer=200, split=False
    )
    account = Account(max_tokens=None if args.fill else 0)
    model = Model(args.model, options=options, account=account, cache=AnswerCache(args.cache))
    rows = list(interleaved(args.data, args.rows))
    if args.fill:
        fill(rows, model)
    else:
        table(rows, model)


def interleaved(data: Path, count: int) -> Iterator[Row]:
    """Yield a fixed sample of each set, one row of each in turn."""
    samples = [sample(data / f"{name}.jsonl", count) for name in SETS]
    for rows in zip(*samples, strict=True):
        yield from rows


def sample(path: Path, count: int) -> list[Row]:
    """Return a fixed sample of rows."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    chosen = random.Random(7).sample(rows, min(count, len(rows)))
    return [Row(path.stem, r["source"], r["claim"], float(r["label"])) for r in chosen]


def fill(rows: list[Row], model: Model) -> None:
    """Ask about each row, and tell what it took so far."""

    def ask(row: Row) -> None:
        begun = time.monotonic()
        outcomes = alone(row, model)
        failed = [str(o) for o in outcomes if isinstance(o, Exception)]
        print(row.of, f"{time.monotonic() - begun:.0f} s", model.account.spent, *failed, flush=True)

    with ThreadPoolExecutor(model.options.concurrency) as pool:
        list(pool.map(ask, rows))


def alone(row: Row, model: Model) -> list[object]:
    """Return what comes of asking about every sentence of a row by itself."""
    draft = Draft(Article(text=row.claim))
    sources = Sources(MemoryLibrary([Article(text=row.source)]), draft)
    return list(judge(model, [question(s.text, sources) for s in draft.sentences]))


def scored(row: Row, model: Model) -> Told | None:
    """Return the three scores; None where the model has not answered yet."""
    outcomes = alone(row, model)
    if any(isinstance(o, Exception) for o in outcomes):
        return None
    by_model = min(ALONE.get(getattr(o, "verdict", ""), UNKNOWN) for o in outcomes)
    together = check_text(row.claim, [row.source], model=model)
    return Told(row, support(check_text(row.claim, [row.source])), by_model, support(together))


def support(report: Report) -> float:
    """Return a report's support; a half where nothing could be checked."""
    return UNKNOWN if report.support is None else report.support


def table(rows: list[Row], model: Model) -> None:
    """Print balanced accuracy and AUC of the three over the rows that are answered."""
    told = [t for row in rows if (t := scored(row, model)) is not None]
    for name in (*SETS, "all"):
        here = [t for t in told if name in (t.row.of, "all")]
        asked = sum(1 for row in rows if name in (row.of, "all"))
        print(f"{name}: {len(here)} of {asked} rows")
        for engine in ("embedded", "model", "together"):
            print(f"  {engine:9} {line(here, [getattr(t, engine) for t in here])}", flush=True)


def line(told: list[Told], scores: list[float]) -> str:
    """Return balanced accuracy and AUC with 95 % intervals over documents."""
    labels, documents = [t.row.label for t in told], [t.row.source for t in told]
    metrics = (("balanced accuracy", balanced_accuracy), ("AUC", auc))
    return "  ".join(f"{name} {with_interval(metric, labels, scores, documents)}" for name, metric in metrics)


if __name__ == "__main__":
    main()
