"""What merging does with models of a given accuracy, simulated: no model is asked.

    python scripts/simulate_models.py DATA

DATA is the folder that `score_models.py` takes. Each statement that plain code leaves open gets a verdict drawn by chance:
"supported" with one probability where the row's claim is supported, with another where it is not. Shown is the balanced
accuracy of the support, embedded and together, for several trusts.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import NamedTuple

from score_models import SETS, sample, support

from presscheck.chains.check import check_text
from presscheck.chains.model.merge import LOGIT, log_odds, probability
from presscheck.chains.model.settle import is_open
from presscheck.evals.metrics import balanced_accuracy

MODELS = ((0.5, 0.5), (0.8, 0.8), (0.8, 0.6), (0.9, 0.6), (0.6, 0.3), (0.9, 0.4), (0.95, 0.25))
TRUSTS = (0.5, 1.0, 2.0, 4.0)
DRAWS = 20


class Checked(NamedTuple):
    """A row as the embedded engine left it."""

    label: float
    support: float
    statements: int
    open: int


def main() -> None:
    """Check the rows once, then simulate."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--rows", type=int, default=200, help="rows of each set")
    args = parser.parse_args()
    rows = [c for name in SETS for c in checked(args.data / f"{name}.jsonl", args.rows)]
    print(f"embedded {score(rows, [r.support for r in rows]):.1f} ({len(rows)} rows)")
    for passed, fooled in MODELS:
        told = [f"trust {t:g}: {mean_score(rows, passed, fooled, t):.1f}" for t in TRUSTS]
        print(f"passes {passed:.0%} of what is true, {fooled:.0%} of what is not: {', '.join(told)}")


def checked(path: Path, count: int) -> list[Checked]:
    """Check a fixed sample of rows."""
    found = []
    for row in sample(path, count):
        report = check_text(row.claim, [row.source])
        said = [f for f in report.findings if f.confidence is not None]
        found.append(Checked(row.label, support(report), len(said), sum(map(is_open, said))))
    return found


def mean_score(rows: list[Checked], passed: float, fooled: float, trust: float) -> float:
    """Return the mean over draws of the balanced accuracy with such a model."""
    rng = random.Random(0)
    draws = [score(rows, [moved(r, passed, fooled, trust, rng) for r in rows]) for _ in range(DRAWS)]
    return sum(draws) / DRAWS


def moved(row: Checked, passed: float, fooled: float, trust: float, rng: random.Random) -> float:
    """Return a row's support after verdicts drawn by chance."""
    chance = passed if row.label else fooled
    verdicts = ["supported" if rng.random() < chance else "contradicted" for _ in range(row.open)]
    moves = trust * sum(LOGIT[v] for v in verdicts) / max(1, row.statements)
    return probability(log_odds(row.support) + moves)


def score(rows: list[Checked], supports: list[float]) -> float:
    """Return the balanced accuracy in percent."""
    import numpy as np

    return 100 * balanced_accuracy(np.asarray([r.label for r in rows]), np.asarray(supports))


if __name__ == "__main__":
    main()
