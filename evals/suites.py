"""The suites: golden rows grouped by what they test, run offline, the same result every time."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence

from presscheck import __version__
from presscheck.errors import BadRequest
from presscheck.evals.rows import CheckRow, Row, failures, load_rows
from presscheck.models import Engine, Frozen

SCHEMA_VERSION = 1


class RowFailure(Frozen):
    """A row that does not hold: its text and what is wrong, a line each."""

    id: str
    text: str
    wrong: tuple[str, ...]


class SuiteResult(Frozen):
    """How many of a suite's rows hold; `share` with a 95 % interval (Wilson); `digest` names the rows."""

    suite: str
    digest: str
    rows: int
    held: int
    share: float
    low: float
    high: float
    failures: tuple[RowFailure, ...] = ()


class RunResult(Frozen):
    """All suites of one run. Times are not part of it: equal inputs give equal bytes."""

    schema_version: int = SCHEMA_VERSION
    engine: Engine
    suites: tuple[SuiteResult, ...]
    reasons: dict[str, int]


def suite_names() -> list[str]:
    """Return the names of the suites that the shipped rows make up."""
    return sorted({row.suite for row in load_rows()})


def run_suites(names: Sequence[str] = ()) -> RunResult:
    """Run the named suites, or all. Raises `BadRequest` for a name that does not exist."""
    known = suite_names()
    for name in names:
        if name not in known:
            raise BadRequest(f"There is no suite {name!r}.", help=f"The suites are: {', '.join(known)}.")
    rows = {name: load_rows(name) for name in names or known}
    return RunResult(
        engine=Engine(version=__version__),
        suites=tuple(_run(name, suite) for name, suite in rows.items()),
        reasons=expected_reasons(row for suite in rows.values() for row in suite),
    )


def expected_reasons(rows: Iterable[Row]) -> dict[str, int]:
    """Count how often each reason code is expected."""
    found = Counter(
        item.reason for row in rows if isinstance(row, CheckRow) for item in row.expect if item.reason
    )
    return dict(sorted(found.items()))


def _run(name: str, rows: Sequence[Row]) -> SuiteResult:
    wrong = [(row, failures(row)) for row in rows]
    failed = tuple(RowFailure(id=row.id, text=row.text, wrong=tuple(w)) for row, w in wrong if w)
    held = len(rows) - len(failed)
    low, high = wilson(held, len(rows))
    return SuiteResult(
        suite=name,
        digest=digest(rows),
        rows=len(rows),
        held=held,
        share=round(held / len(rows), 6),
        low=low,
        high=high,
        failures=failed,
    )


def digest(rows: Sequence[Row]) -> str:
    """Return a hash of the rows' contents, so that a floor is known to belong to them."""
    lines = sorted(row.model_dump_json() for row in rows)
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def wilson(held: int, total: int) -> tuple[float, float]:
    """Return the 95 % interval of a share (Wilson 1927), by scipy."""
    from scipy.stats import binomtest

    interval = binomtest(held, total).proportion_ci(method="wilson")
    return round(float(interval.low), 6), round(float(interval.high), 6)
