"""What came of one row of a suite: shown in the browser of failures, so it carries all that a reader needs to judge it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from presscheck.models import Frozen


class Judged(Frozen):
    """A row's text and sources, what was expected, what came out and why, and what is wrong, a line each.

    `measures` are numbers from 0 to 1 that the suite averages, each over the rows that have it.
    """

    id: str
    text: str
    sources: tuple[str, ...] = ()
    expected: tuple[str, ...] = ()
    came_out: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    measures: Mapping[str, float] = {}


class Suite(NamedTuple):
    """A suite's rows, each with an `id`, and how one is judged."""

    rows: Sequence[Any]
    judge: Callable[[Any], Judged]
