"""For how long an amount is told: "$5 a month", "an annual fee of $5"."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.told import Told

_PERIODS = {
    "hourly": "hour", "daily": "day", "weekly": "week", "monthly": "month", "quarterly": "quarter",
    "annual": "year", "yearly": "year", "biennial": "two years",
}  # fmt: skip
_ADJECTIVE = "|".join(_PERIODS)
_BEFORE = re.compile(
    rf"\b(?P<period>{_ADJECTIVE})\s(?:[a-z]+\s){{1,2}}(?:of|is|was|at|to)\s(?:about\s|up to\s|just\s|only\s)?$"
)
_AFTER = re.compile(rf"\s(?P<period>{_ADJECTIVE})\b")


def other_rate(claim: Told, source: Told) -> bool:
    """Tell whether an amount is told for another length of time than in the source."""
    ours, theirs = _period(claim), _period(source)
    return bool(ours and theirs) and ours != theirs


def _period(told: Told) -> str:
    """Return the length of time, "" where none is told."""
    _, _, per = told.figure.unit.partition(" per ")
    if per in _PERIODS.values():
        return per
    found = _BEFORE.search(told.before) or _AFTER.match(told.after)
    return _PERIODS[found["period"]] if found else ""
