"""Whose age a figure is: "McGregor, 29," and "29-year-old Conor McGregor" tell it of him, whoever else is 40."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.told import Told
from presscheck.text.mentions import Figure

_LEAST = 2.0
"""Years by which two ages must differ: a birthday may lie between two texts."""
_SWAPPED = 1.0
"""The same where the draft's is the age of somebody else in that sentence."""
_REACH = 80
"""Characters before an age in which the name stands."""
_NAME = r"(?:[A-Z][\w.'’-]+ )*(?P<name>[A-Z][\w'’-]+)"
_BEFORE = re.compile(
    rf"\b{_NAME}(?:, (?:(?:now|who is|who was|then|aged|a|an|the) )*| \(|,? aged | is | was )$"
)
_AFTER = re.compile(rf"(?: |-)?(?:[a-z-]+ ){{0,3}}{_NAME}")
_STOPS = re.compile(r"\s*[,;.)]|\s+(?:and|but|who|when|has|was|is)\b|$")


def other_age(claim: Told, source: Told, least: float = _LEAST) -> bool:
    """Tell whether the source gives the person of whom the draft tells an age another one."""
    ours, theirs = claim.figure, source.figure
    if not (_may_be_age(ours) and _may_be_age(theirs)) or abs(ours.low - theirs.low) < least:
        return False
    person = _whose(claim)
    return bool(person) and person == _whose(source)


def age_of_another(claim: Told, source: Told) -> Figure | None:
    """Return the person's age in a source's sentence where an equal one of somebody else's stands in it."""
    if not _may_be_age(claim.figure) or _whose(source) in ("", _whose(claim)):
        return None
    return next((f for f in source.figures if other_age(claim, source._replace(figure=f), _SWAPPED)), None)


def is_age_of_somebody_else(claim: Told, source: Told) -> bool:
    """Whether both tell whose age it is, and the source's sentence does not name the person of the draft."""
    if not (_may_be_age(claim.figure) and _may_be_age(source.figure)):
        return False
    ours, theirs = _whose(claim), _whose(source)
    return bool(ours and theirs) and ours not in source.sentence


def _may_be_age(figure: Figure) -> bool:
    return figure.unit in ("year of age", "") and figure.low == figure.high and 0 < figure.low < 120


def _whose(told: Told) -> str:
    """Return the surname of the person beside an age, "" if there is none."""
    behind = told.sentence[told.figure.end :]
    if told.figure.unit and (after := _AFTER.match(behind)):
        return after["name"]
    before = _BEFORE.search(told.sentence[max(0, told.figure.start - _REACH) : told.figure.start])
    return before["name"] if before and (told.figure.unit or _STOPS.match(behind)) else ""
