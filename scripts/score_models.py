"""Score the embedded engine, a model alone, and both together on labelled claims: balanced accuracy, AUC, tokens, time.

    OPENAI_BASE_URL=http://127.0.0.1:8091/v1 OPENAI_API_KEY=none python scripts/score_models.py DATA --model openai:1.5b

DATA is a folder with `wice_dev.jsonl`, `summedits_dev.jsonl` and `frank_val.jsonl` (`{"id","source","claim","label"}`).
The sample is fixed; answers are kept in the cache, so that a second run costs nothing.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from pathlib import Path

from presscheck.answers import AnswerCache
from presscheck.chains.check import check_text
from presscheck.chains.model.judge import Question, judge
from presscheck.evals.metrics import auc, balanced_accuracy, with_interval
from presscheck.llm import Model, ModelOptions
from presscheck.models import Article
from presscheck.spending import Account
from presscheck.vectorstore.library import MemoryLibrary

SETS = ("wice_dev", "summedits_dev", "frank_val")
VERDICT = {"supported": 0.9, "not_found": 0.3, "contradicted": 0.1}


def main() -> None:
    """Score and print a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--model", required=True)
    parser.add_argument("--rows", type=int, default=60)
    parser.add_argument("--cache", type=Path, default=Path("answers.db"))
    args = parser.parse_args()
    account = Account()
    options = ModelOptions(seconds=600, retries=1, concurrency=1)
    model = Model(args.model, options=options, account=account, cache=AnswerCache(args.cache))
    for name in SETS:
        rows = sample(args.data / f"{name}.jsonl", args.rows)
        begun, before = time.monotonic(), account.spent
        told = [scores(row, model) for row in rows]
        used = account.spent.tokens - before.tokens
        for column, engine in enumerate(("embedded", "model alone", "together")):
            print(f"{name:15} {engine:12} {line(rows, [t[column] for t in told])}", flush=True)
        print(f"{name:15} {used} tokens, {time.monotonic() - begun:.0f} s", flush=True)


def sample(path: Path, count: int) -> list[dict[str, object]]:
    """Return a fixed sample of rows."""
    rows = [json.loads(line) for line in path.open(encoding="utf-8")]
    return random.Random(7).sample(rows, min(count, len(rows)))


def scores(row: dict[str, object], model: Model) -> tuple[float, float, float]:
    """Return the support by the embedded engine, by the model alone, and by both."""
    claim, source = str(row["claim"]), str(row["source"])
    alone = check_text(claim, [source]).support
    library = MemoryLibrary([Article(text=source)])
    passages = [p for p, _ in library.search(claim, 3)]
    outcome = judge(model, [Question(claim[:2000], passages)])[0]
    asked = VERDICT.get(getattr(outcome, "verdict", ""), 0.5)
    together = check_text(claim, [source], model=model).support
    return tuple(0.5 if s is None else s for s in (alone, asked, together))  # type: ignore[return-value]


def line(rows: list[dict[str, object]], told: list[float]) -> str:
    """Return balanced accuracy and AUC with intervals by document."""
    labels = [float(str(r["label"])) for r in rows]
    documents = [str(hash(str(r["source"]))) for r in rows]
    metrics = (("balanced accuracy", balanced_accuracy), ("AUC", auc))
    return "  ".join(f"{name} {with_interval(metric, labels, told, documents)}" for name, metric in metrics)


if __name__ == "__main__":
    main()
