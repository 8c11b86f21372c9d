"""A line of the table, and how its interval is drawn: whole documents (or sentences, phrases) at a time."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from presscheck.evals.metrics import Score

DRAWS: Final = 1000
HEAD: Final = "| set | what | units | score, 95 % interval | published, or a baseline | tuned on |\n|---|---|---|---|---|---|"
AT_HAND: Final = "at hand"
"""Of a set that nothing was knowingly fitted to, but that lay open while the rules were written."""
Row = dict[str, Any]
Counts = Sequence[float]
Ratio = Callable[[np.ndarray], float]


class Line(NamedTuple):
    """One score: of which set, what, over how many units, what stands beside it, whether it was tuned on."""

    set: str
    what: str
    units: str
    score: Score
    beside: str
    tuned: str

    def __str__(self) -> str:
        return f"| {self.set} | {self.what} | {self.units} | {self.score} | {self.beside} | {self.tuned} |"


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def hits_of_all(counts: np.ndarray) -> float:
    """Return the share of the first column in the second."""
    return float(counts[0] / counts[1])


def ratio(units: Iterable[Counts], of: Ratio = hits_of_all) -> Score:
    """Return a ratio of the units' summed counts with its interval; draws in which it is not defined are left out.

    Where all are right no draw differs: then the interval is that of the rule of three over the units.
    """
    counts = np.asarray(list(units), dtype=float)
    rng = np.random.default_rng(0)
    with np.errstate(invalid="ignore", divide="ignore"):
        drawn = [of(counts[rng.integers(0, len(counts), len(counts))].sum(axis=0)) for _ in range(DRAWS)]
        value = of(counts.sum(axis=0))
    low, high = np.nanpercentile(drawn, [2.5, 97.5])
    low = max(0.0, 1 - 3 / len(counts)) if value == low == 1 else low
    return Score(value=value, low=float(low), high=float(high))


def shares(pairs: Iterable[tuple[str, bool]]) -> list[Counts]:
    """Return for each document (named first in each pair) how many of its pairs are right, and how many it has."""
    counts: dict[str, list[float]] = defaultdict(lambda: [0, 0])
    for document, right in pairs:
        counts[document][0] += right
        counts[document][1] += 1
    return list(counts.values())


def percent(score: Score) -> str:
    """Return a baseline's value without its interval."""
    return f"{100 * (score.value or 0):.1f}"
