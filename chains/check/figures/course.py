"""Which way a level went ("slowed to 3.1 percent", "67 percent, down from 71"), or lies off another ("1.1 million fewer than")."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.levels import HEDGE
from presscheck.chains.check.figures.told import CLAUSE, Told
from presscheck.text.changes import FELL, ROSE
from presscheck.text.mentions import Change

_VERB = re.compile(rf"\b(?:(?P<up>{ROSE}|rais(?:ed|es|ing)|lift(?:ed|s|ing)|up)|{FELL}|down)\b")
_TO = re.compile(rf"\bto\s+{HEDGE}")
_THEN = re.compile(r"[^.,;:\d]{0,20}?,?\s(?:(?P<up>up)|down)\s(?:from\b|by\b|about\b|\d|[$€£¥])")
_COMPARED = r"(?:(?P<up>more|higher|greater|larger|extra|additional)|fewer|less|lower|smaller)"
_OFF = re.compile(rf"\s(?:[a-z-]+\s){{0,2}}{_COMPARED}(?:\s[a-z-]+){{0,3}}\sthan\b")
_NUMBER = re.compile(
    r"(?:[a-z]+\s){0,3}?\D{0,3}\d+(?:[.,]\d+)*[a-z]{0,2}(?:\s(?:thousand|million|billion|trillion))?|(?:\w+-)?\w+"
)
_BESIDE = re.compile(r"\s(?:[a-z-]+\s)?(?:(?P<up>above|up on)|below|down on)\b")
_AGAIN = re.compile(r",?\sor\s|\s?\(")


def course(told: Told) -> Change | None:
    """Return which way a figure of a change, a level or a distance went; None where the words do not say."""
    return next(iter(_courses(told)), None)


def _courses(told: Told) -> list[Change]:
    """Return every way that the words tell of, the surest first: "to grow by 1.8 million, down from 2.2" tells both."""
    read = (told.figure.change, _again(told), _reached(told), _went(told), _off(told))
    return [way for way in read if way]


def _again(told: Told) -> Change | None:
    """Read "down 34.6 points, or 0.42 percent": the share tells the same change once more."""
    last = next((f for f in told.figures if f.end <= told.figure.start and f.change), None)
    if last is None or told.figure.unit != "percent":
        return None
    return last.change if _AGAIN.fullmatch(told.folded, last.end, told.figure.start) else None


def _reached(told: Told) -> Change | None:
    """Read "slowed to 3.1 percent" by the verbs of its clause, where they agree."""
    if _TO.search(told.before) is None:
        return None
    clause = CLAUSE.split(told.before)[-1]
    ways = {"up" if m["up"] else "down" for m in _VERB.finditer(clause)}
    return None if len(ways) != 1 else "up" if "up" in ways else "down"


def _went(told: Told) -> Change | None:
    then = _THEN.match(told.after)
    return None if then is None else "up" if then["up"] else "down"


def _off(told: Told) -> Change | None:
    """Read "1.1 million fewer passengers than" and "3 degrees above"; the number's own digits come first."""
    number = _NUMBER.match(told.folded, told.figure.start)
    off = _OFF.match(told.folded, number.end()) if number else None
    off = off if off and off.end() > told.figure.end else None
    off = off or _BESIDE.match(told.folded, told.figure.end)
    return None if off is None else "up" if off["up"] else "down"


def is_distance(told: Told) -> bool:
    """Whether a figure tells how far something lies off another: "1.1 million fewer passengers than"."""
    return told.figure.change is None and _off(told) is not None


def other_way(claim: Told, source: Told) -> bool:
    """Whether the source tells that the claimed value went, or lies, the other way."""
    ours, theirs = course(claim), _courses(source)
    return ours is not None and bool(theirs) and ours not in theirs
