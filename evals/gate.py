"""The gate: a floor for every suite, with the digest of its rows; a run that falls below one fails."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from presscheck.errors import UnreadableFile
from presscheck.evals.suites import RunResult, SuiteResult
from presscheck.models import Frozen


class Floor(Frozen):
    """The least share of a suite's rows that must hold; `digest` names the rows it was taken on."""

    share: float
    digest: str


Floors = dict[str, Floor]
FLOORS = Path(__file__).with_name("floors.json")


def load_floors(path: Path = FLOORS) -> Floors:
    """Read the floors. Raises `UnreadableFile`."""
    try:
        return {name: Floor(**floor) for name, floor in json.loads(path.read_text(encoding="utf-8")).items()}
    except (OSError, ValueError, TypeError, ValidationError) as error:
        raise UnreadableFile(
            f"{path} holds no floors: {error}", help="Make it with `presscheck eval gate --update`."
        ) from error


def save_floors(floors: Floors, path: Path = FLOORS) -> None:
    """Write the floors, sorted."""
    plain = {name: floor.model_dump() for name, floor in sorted(floors.items())}
    path.write_text(json.dumps(plain, indent=2) + "\n", encoding="utf-8")


def undercut(run: RunResult, floors: Floors) -> Iterator[str]:
    """Yield a line for each suite that falls below its floor, with the rows that fail, and for each that is missing."""
    ran = {suite.suite: suite for suite in run.suites}
    for name, floor in sorted(floors.items()):
        if name not in ran:
            yield f"{name}: the suite did not run."
        elif ran[name].share < floor.share:
            yield _line(ran[name], floor)
    for name in sorted(set(ran) - set(floors)):
        yield f"{name}: has no floor; set one with --update."


def _line(suite: SuiteResult, floor: Floor) -> str:
    rows = ", ".join(f.id for f in suite.failures[:12])
    more = f" and {len(suite.failures) - 12} more" if len(suite.failures) > 12 else ""
    changed = "" if suite.digest == floor.digest else " (the rows have changed since the floor was set)"
    return f"{suite.suite}: {suite.share:.4f} is below its floor {floor.share:.4f}{changed}: {rows}{more}"


def updated(run: RunResult, floors: Floors, *, lower: bool = False) -> Floors:
    """Return the floors with what this run reached; none is lowered unless told to."""
    new = dict(floors)
    for suite in run.suites:
        old = floors.get(suite.suite)
        if old is None or lower or suite.share >= old.share:
            new[suite.suite] = Floor(share=suite.share, digest=suite.digest)
    return new
