"""Runs side by side: what got better, what got worse, whether that may be chance, and what each cost.

Two runs are paired row by row and tested by the exact McNemar test (McNemar 1947; Dietterich 1998).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError
from scipy.stats import binomtest

from presscheck.errors import UnreadableFile
from presscheck.evals.labelled import LabelledResult, Prediction
from presscheck.evals.suites import RunResult, SuiteResult
from presscheck.models import Frozen


class Part(NamedTuple):
    """One suite or set of a run: what its share is, which rows did not hold, of how many, and whose rows they are."""

    share: float
    failed: frozenset[str]
    rows: int
    digest: str


class Run(NamedTuple):
    """A run as it is compared: its name, its parts, and its record of time and cost, {} where there is none."""

    name: str
    parts: dict[str, Part]
    record: dict[str, Any]


class Difference(Frozen):
    """One suite in two runs: shares, the rows that changed, and the probability of such a change by chance."""

    suite: str
    before: float
    after: float
    gained: tuple[str, ...]
    lost: tuple[str, ...]
    p: float
    same_rows: bool


def load_run(path: Path) -> Run:
    """Read a run that `eval run --format json` wrote, and the record beside it. Raises `UnreadableFile`."""
    try:
        data = json.loads(path.read_text("utf-8"))
        result = RunResult(**data) if "suites" in data else LabelledResult(**data)
    except (OSError, ValueError, TypeError, ValidationError) as error:
        help_ = "Make one with `presscheck eval run --format json --out FILE`."
        raise UnreadableFile(f"{path} is no run.", help=help_) from error
    name = f"{path.stem} ({result.engine.model or 'embedded'} {result.engine.version})"
    return Run(name, parts_of(result), _record_beside(path))


def parts_of(result: RunResult | LabelledResult) -> dict[str, Part]:
    """Return a run's suites, or the sets of labelled claims."""
    if isinstance(result, RunResult):
        return {suite.suite: _suite(suite) for suite in result.suites}
    by_set: dict[str, list[Prediction]] = {}
    for prediction in result.predictions:
        by_set.setdefault(prediction.set, []).append(prediction)
    return {name: _set(rows) for name, rows in sorted(by_set.items())}


def _suite(suite: SuiteResult) -> Part:
    return Part(suite.share, frozenset(f.id for f in suite.failures), suite.rows, suite.digest)


def _set(rows: Sequence[Prediction]) -> Part:
    failed = frozenset(row.id for row in rows if not row.right)
    return Part(1 - len(failed) / len(rows), failed, len(rows), ",".join(sorted(row.id for row in rows)))


def _record_beside(path: Path) -> dict[str, Any]:
    record = path.with_name(f"{path.stem}.run.json")
    known: dict[str, Any] = json.loads(record.read_text("utf-8")) if record.exists() else {}
    return known


def compare(before: Run, after: Run) -> list[Difference]:
    """Return a line for each suite that both runs have; rows are paired by id."""
    return [
        _difference(name, before.parts[name], part)
        for name, part in after.parts.items()
        if name in before.parts
    ]


def _difference(name: str, before: Part, after: Part) -> Difference:
    gained, lost = sorted(before.failed - after.failed), sorted(after.failed - before.failed)
    changed = len(gained) + len(lost)
    p = float(binomtest(len(gained), changed).pvalue) if changed else 1.0
    return Difference(
        suite=name,
        before=before.share,
        after=after.share,
        gained=tuple(gained),
        lost=tuple(lost),
        p=round(p, 6),
        same_rows=before.digest == after.digest,
    )


def matrix(runs: Sequence[Run]) -> list[list[str]]:
    """Return a table: a line for each suite, a column for each run, then what each run took and cost."""
    names = list(dict.fromkeys(name for run in runs for name in run.parts))
    shares = [[name, *(_percent(run.parts.get(name)) for run in runs)] for name in names]
    told = [
        [key, *(_told(run.record.get(key)) for run in runs)] for key in ("seconds", "calls", "tokens", "cost")
    ]
    return [["", *(run.name for run in runs)], *shares, *told]


def _percent(part: Part | None) -> str:
    return "–" if part is None else f"{100 * part.share:.1f}"


def _told(value: object) -> str:
    return "–" if value is None else str(value)
