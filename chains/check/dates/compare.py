"""How a claimed date stands to a date of a source: the same, inside, around, apart, or not to be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import timedelta
from typing import Final, Literal

from presscheck.text.common_words import MONTH
from presscheck.text.date_calendar import GRAINS
from presscheck.text.mentions import DateMention

Relation = Literal["same", "finer", "coarser", "overlap", "apart", "unknown"]
"""What the source's date is to the claimed one; `finer`: it lies inside ("Feb. 24, 2022" for "February 2022")."""

BORNE_OUT: Final = frozenset({"same", "finer", "overlap"})
"""The relations in which the source's date bears the claimed one out."""

_CODE: Final = re.compile(r"(XXXX|\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$")
_OF_WEEKDAY: Final = re.compile(r"XXXX-WXX-(\d)(.*)$")
_CLOCK: Final = re.compile(r"T(\d\d)(?::(\d\d))?")
_YEAR: Final = re.compile(r"\d{4}|['’]\d\d\b|/\d\d$")
_MONTH: Final = re.compile(rf"\b(?:{MONTH})\b", re.IGNORECASE)
_SEASON: Final = re.compile(r"(\d{4})/(\d{4})$")
_WEEK: Final = timedelta(days=7)


def relation(claim: DateMention, source: DateMention) -> Relation:
    """Return how the source's date stands to the claimed one."""
    if claim.kind == "duration" or source.kind == "duration":
        return "unknown"
    if claim.low is None or source.low is None:
        return _by_code(claim, source)
    placed = _by_place(claim, source)
    return "same" if placed == "apart" and _alike_but_for_the_year(claim, source) else placed


def names_same_day(claim: DateMention, source: DateMention) -> bool:
    """Whether two dates are the same, but for the hour of a day that is told by its weekday."""
    ours, theirs = (_OF_WEEKDAY.match(d.value) for d in (claim, source))
    if ours and theirs:
        return ours[1] == theirs[1]
    return relation(claim, source) in ("same", "finer")


def _by_place(claim: DateMention, source: DateMention) -> Relation:
    low, high, other_low, other_high = claim.low, claim.high, source.low, source.high
    if low is None or high is None or other_low is None or other_high is None:
        return "unknown"
    if _is_season(claim) and _is_season(source):
        return "same" if low == other_low else "apart"
    ranges = claim.kind == source.kind == "range" and claim.grain == source.grain
    if ranges and (low == other_low) != (high == other_high):  # one end is told otherwise
        return "apart"
    if low <= other_low and other_high <= high:
        return "same" if (low, high) == (other_low, other_high) else "finer"
    if other_low <= low and high <= other_high:
        return "coarser"
    if low <= other_high and other_low <= high:
        return "overlap" if is_placed_alike(claim, source) else "coarser"
    return "apart"


def _is_season(mention: DateMention) -> bool:
    """Whether it is a season or a fiscal year of two years, which another one contradicts though both share a year."""
    years = _SEASON.match(mention.value)
    return years is not None and int(years[2]) == int(years[1]) + 1


def _alike_but_for_the_year(claim: DateMention, source: DateMention) -> bool:
    """Whether only a year that one of them leaves out, or "last" and "next" before a weekday, keeps them apart."""
    low, other = claim.low, source.low
    if low is None or other is None:
        return False
    if is_weekday(claim) or is_weekday(source):
        return claim.grain == source.grain and abs(low.date() - other.date()) == _WEEK
    if not (leaves_year_out(claim) or leaves_year_out(source)) or abs(low.year - other.year) > 1:
        return False
    if claim.kind == source.kind == "range" and not _end_alike(claim, source):
        return False
    coarse = "month" if "month" in (claim.grain, source.grain) else "day"
    return low.month == other.month and (coarse == "month" or low.day == other.day)


def _end_alike(claim: DateMention, source: DateMention) -> bool:
    """Whether two ranges end on the same day of a year."""
    high, other = claim.high, source.high
    return high is not None and other is not None and (high.month, high.day) == (other.month, other.day)


def _by_code(claim: DateMention, source: DateMention) -> Relation:
    """Compare as far as both are known: month and day without a year, weekdays, clock times, or the words themselves."""
    if (ours := _OF_WEEKDAY.match(claim.value)) and (theirs := _OF_WEEKDAY.match(source.value)):
        return _by_weekday(ours, theirs)
    if claim.value.startswith("T") or source.value.startswith("T"):
        return _by_clock(claim, source)
    if claim.kind == source.kind == "range" and claim.grain == source.grain:
        return _by_ends(claim.value.split("/"), source.value.split("/"))
    mine, other = _CODE.match(claim.value), _CODE.match(source.value)
    if mine and other:
        return _by_parts(mine.groups(), other.groups())
    return "same" if claim.text.lower() == source.text.lower() else "unknown"


def _by_weekday(ours: re.Match[str], theirs: re.Match[str]) -> Relation:
    """Compare two weekdays, of which one may be told with its hour or "afternoon"."""
    if ours[1] != theirs[1]:
        return "apart"
    if ours[2] == theirs[2]:
        return "same"
    return "finer" if not ours[2] else "coarser" if not theirs[2] else "unknown"


def _by_ends(ours: list[str], theirs: list[str]) -> Relation:
    """Compare two ranges without a year by the codes of their ends."""
    ends = [(_CODE.match(mine), _CODE.match(other)) for mine, other in zip(ours, theirs, strict=False)]
    if len(ours) != len(theirs) or not all(mine and other for mine, other in ends):
        return "unknown"
    told = {_by_parts(mine.groups(), other.groups()) for mine, other in ends if mine and other}
    return "same" if told == {"same"} else "apart" if "apart" in told else "unknown"


def _by_clock(claim: DateMention, source: DateMention) -> Relation:
    ours, theirs = _CLOCK.search(claim.value), _CLOCK.search(source.value)
    if not ours or not theirs:
        return "unknown"
    return "same" if (ours[1], ours[2] or "00") == (theirs[1], theirs[2] or "00") else "unknown"


def _by_parts(ours: tuple[str | None, ...], theirs: tuple[str | None, ...]) -> Relation:
    for mine, other in zip(ours, theirs, strict=True):
        if mine and other and "XXXX" not in (mine, other) and mine != other:
            return "apart"
    if ours[1] is None or theirs[1] is None:
        known = "XXXX" not in (ours[0], theirs[0])
        return ("finer" if theirs[1] else "coarser" if ours[1] else "same") if known else "unknown"
    return "same" if bool(ours[2]) == bool(theirs[2]) else "finer" if theirs[2] else "coarser"


def has_one_end(claim: DateMention, dates: Sequence[DateMention]) -> bool:
    """Whether a sentence dates just one end of a claimed range, "between 2010 and 2030": that bears no range out."""
    if claim.kind != "range" or "/" not in claim.value:
        return False
    single = [d for d in dates if d.kind == "date" and d.grain == claim.grain]
    low, high = any(d.low == claim.low for d in single), any(d.high == claim.high for d in single)
    return low != high and not any(d.kind == "range" for d in dates)


def is_weekday(mention: DateMention) -> bool:
    """Whether it is a weekday without a date."""
    return mention.weekday is not None and mention.relative and not re.search(r"\d", mention.text)


def leaves_year_out(mention: DateMention) -> bool:
    """Whether it names a month and leaves its year to the reader."""
    return mention.relative and bool(_MONTH.search(mention.text)) and not _YEAR.search(mention.text)


def is_told_from(mention: DateMention) -> bool:
    """Whether it is told from the day of the text: "today", "Monday", "last week", not "May 7"."""
    return mention.relative and not leaves_year_out(mention)


def is_placed_alike(claim: DateMention, source: DateMention) -> bool:
    """Whether the source's date is at least as fine as the claimed one, so that two that lie apart contradict."""
    return GRAINS.index(source.grain) <= GRAINS.index(claim.grain)


def one_part_off(claim: DateMention, source: DateMention) -> bool:
    """Whether two dates of one grain differ in just one of day, month and year: as a slip makes them differ."""
    if claim.grain != source.grain or claim.grain not in ("day", "month"):
        return False
    ours, theirs = _CODE.match(claim.value), _CODE.match(source.value)
    if not ours or not theirs:
        return False
    differing = [m != o for m, o in zip(ours.groups(), theirs.groups(), strict=True) if "XXXX" not in (m, o)]
    return differing.count(True) == 1
