"""The suites: golden rows grouped by what they test, run offline, the same result every time."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from pydantic import Field

from presscheck import __version__
from presscheck.errors import BadRequest
from presscheck.evals import briefs, chat, retrieval
from presscheck.evals.judged import Judged, Suite
from presscheck.evals.judging import judge
from presscheck.evals.metrics import Score, mean, with_interval
from presscheck.evals.rows import CheckRow, load_rows
from presscheck.models import Engine, Frozen

if TYPE_CHECKING:
    from presscheck.llm import Model

SCHEMA_VERSION = 1


class SuiteResult(Frozen):
    """How many of a suite's rows hold; `share` with a 95 % interval (Wilson); `digest` names the rows.

    `metrics` are further numbers, each the mean over the rows that have it.
    """

    suite: str
    digest: str
    rows: int
    held: int
    share: float
    low: float
    high: float
    metrics: Mapping[str, Score] = Field(default_factory=dict)
    failures: tuple[Judged, ...] = ()


class RunResult(Frozen):
    """All suites of one run. Times are not part of it: equal inputs give equal bytes."""

    schema_version: int = SCHEMA_VERSION
    engine: Engine
    suites: tuple[SuiteResult, ...]
    reasons: dict[str, int]


OTHERS: Mapping[str, Callable[[], Suite]] = {
    "briefs": briefs.suite,
    "chat": chat.suite,
    "retrieval": retrieval.suite,
}
"""Suites whose rows have a format of their own."""


def suite_names() -> list[str]:
    """Return the names of the suites that the shipped rows make up."""
    return sorted({*OTHERS, *(row.suite for row in load_rows())})


def suite_of(name: str, model: Model | None = None) -> Suite:
    """Return a suite by its name."""
    return OTHERS[name]() if name in OTHERS else Suite(load_rows(name), partial(judge, model=model))


def run_suites(names: Sequence[str] = (), model: Model | None = None) -> RunResult:
    """Run the named suites, or all; rows that check a text may ask a model. Raises `BadRequest` for no such name."""
    known = suite_names()
    for name in names:
        if name not in known:
            raise BadRequest(f"There is no suite {name!r}.", help=f"The suites are: {', '.join(known)}.")
    suites = {name: suite_of(name, model) for name in names or known}
    return RunResult(
        engine=Engine(version=__version__, model=model.name if model else None),
        suites=tuple(_run(name, suite) for name, suite in suites.items()),
        reasons=expected_reasons(row for suite in suites.values() for row in suite.rows),
    )


def expected_reasons(rows: Iterable[object]) -> dict[str, int]:
    """Count in how many rows each reason code is expected."""
    wanted = ({i.reason for i in row.expect if i.reason} for row in rows if isinstance(row, CheckRow))
    return dict(sorted(Counter(reason for reasons in wanted for reason in reasons).items()))


def _run(name: str, suite: Suite) -> SuiteResult:
    judged = [suite.judge(row) for row in suite.rows]
    failed = tuple(row for row in judged if row.wrong)
    held = len(suite.rows) - len(failed)
    low, high = wilson(held, len(suite.rows))
    return SuiteResult(
        suite=name,
        digest=digest(suite.rows),
        rows=len(suite.rows),
        held=held,
        share=round(held / len(suite.rows), 6),
        low=low,
        high=high,
        metrics=_metrics(judged),
        failures=failed,
    )


def _metrics(judged: Sequence[Judged]) -> dict[str, Score]:
    """Return the mean of each measure, with an interval by row."""
    found: dict[str, list[tuple[float, str]]] = {}
    for row in judged:
        for name, value in row.measures.items():
            found.setdefault(name, []).append((value, row.id))
    return {
        name: with_interval(mean, [v for v, _ in of], [0.0] * len(of), [row for _, row in of])
        for name, of in sorted(found.items())
    }


def digest(rows: Sequence[Frozen]) -> str:
    """Return a hash of the rows' contents, so that a floor is known to belong to them."""
    lines = sorted(row.model_dump_json() for row in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def wilson(held: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927), by scipy."""
    from scipy.stats import binomtest

    interval = binomtest(held, total).proportion_ci(method="wilson")
    return round(float(interval.low), 6), round(float(interval.high), 6)
