"""Edits of a date as it stands in a text: another day, month, year or weekday; the same date in other words."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Final

from presscheck.text.date_words import MONTH_NAMES, MONTHS, WEEKDAY_NAMES
from presscheck.text.mentions import DateMention

Edit = Callable[[DateMention, random.Random], str | None]
"""Returns the date as it is to stand in the draft, or None where the edit does not fit."""

_MONTH: Final = re.compile(rf"\b(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b", re.IGNORECASE)
_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAY_NAMES)})\b", re.IGNORECASE)
_DAY: Final = re.compile(r"(?<![\d:])(?:[12]\d|3[01]|[1-9])(?!\d|:| ?[ap]\.?m)")
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_SHORT: Final = (
    "Jan.",
    "Feb.",
    "March",
    "April",
    "May",
    "June",
    "July",
    "Aug.",
    "Sept.",
    "Oct.",
    "Nov.",
    "Dec.",
)
_SWAPS: Final = {
    "yesterday": "two days ago", "today": "last week", "tomorrow": "yesterday", "last night": "three days ago",
    "last week": "last year", "this week": "last month", "next week": "last week", "last month": "last year",
    "this month": "last month", "next month": "last month", "last year": "this month", "this year": "last year",
    "next year": "last year", "this morning": "yesterday", "this afternoon": "yesterday", "tonight": "yesterday",
}  # fmt: skip


def other_day(date: DateMention, rng: random.Random) -> str | None:
    """Return the date with another day of the month."""
    found = list(_DAY.finditer(date.text))
    if not _MONTH.search(date.text) or len(found) != 1:
        return None
    was = int(found[0][0])
    day = rng.choice([d for d in range(1, 29) if d != was])
    return _put(date.text, found[0], str(day))


def other_month(date: DateMention, rng: random.Random) -> str | None:
    """Return the date with another month, written out or short as it was."""
    found = _MONTH.search(date.text)
    if not found or len(_MONTH.findall(date.text)) != 1:
        return None
    number = rng.choice([m for m in range(1, 13) if m != MONTHS[found[0].lower()]])
    short = date.text[found.end() : found.end() + 1] == "."
    text = _put(date.text, found, _SHORT[number - 1] if short else MONTH_NAMES[number - 1].title())
    return text.replace("..", ".") if short else text


def other_year(date: DateMention, rng: random.Random) -> str | None:
    """Return the date with a year one to three off."""
    found = _YEAR.search(date.text)
    if not found or len(_YEAR.findall(date.text)) != 1:
        return None
    return _put(date.text, found, str(int(found[0]) + rng.choice([-3, -2, -1, 1])))


def other_weekday(date: DateMention, rng: random.Random) -> str | None:
    """Return the date with another day of the week, or with a wrong one put before it."""
    if not _is_full_day(date) or date.low is None:
        return None
    if _WEEKDAY.search(date.text):
        return _weekday(date, rng)
    name = rng.choice([w for i, w in enumerate(WEEKDAY_NAMES) if i != date.low.weekday()])
    return f"{name.title()}, {date.text}"


def with_weekday(date: DateMention, rng: random.Random) -> str | None:
    """Return the date with the right day of the week put before it."""
    if not _is_full_day(date) or date.low is None or _WEEKDAY.search(date.text):
        return None
    return f"{WEEKDAY_NAMES[date.low.weekday()].title()}, {date.text}"


def _is_full_day(date: DateMention) -> bool:
    return (
        date.kind == "date"
        and date.grain == "day"
        and bool(_MONTH.match(date.text) or _WEEKDAY.match(date.text))
    )


def other_bare_weekday(date: DateMention, rng: random.Random) -> str | None:
    """Return another weekday for one that stands alone."""
    return None if re.search(r"\d", date.text) else _weekday(date, rng)


def _weekday(date: DateMention, rng: random.Random) -> str | None:
    found = _WEEKDAY.search(date.text)
    if not found:
        return None
    name = rng.choice([w for w in WEEKDAY_NAMES if w != found[0].lower()])
    return _put(date.text, found, name.title())


def other_relative(date: DateMention, rng: random.Random) -> str | None:
    """Return another relative date."""
    return _SWAPS.get(date.text.lower())


def verbatim(date: DateMention, rng: random.Random) -> str | None:
    """Return the date as it stands."""
    return date.text


def spelt_otherwise(date: DateMention, rng: random.Random) -> str | None:
    """Return the same day or month in another order or spelling."""
    if not _MONTH.search(date.text) or date.low is None or date.kind != "date" or _WEEKDAY.search(date.text):
        return None
    year = str(date.low.year) if _YEAR.search(date.text) else ""
    if date.grain == "month" and year:
        name = MONTH_NAMES[date.low.month - 1].title()
        return f"{_SHORT[date.low.month - 1]} {year}" if name in date.text else f"{name} {year}"
    if date.grain != "day" or not _DAY.search(date.text):
        return None
    return _day_forms(date, year, rng)


def _day_forms(date: DateMention, year: str, rng: random.Random) -> str:
    assert date.low is not None
    month, day = date.low.month - 1, date.low.day
    forms = [
        f"{day} {MONTH_NAMES[month].title()} {year}",
        f"{_SHORT[month]} {day}, {year}" if year else f"{_SHORT[month]} {day}",
    ]
    if year:
        forms += [
            date.low.date().isoformat(),
            f"the {day}{_suffix(day)} of {MONTH_NAMES[month].title()} {year}",
        ]
    return rng.choice([f.strip() for f in forms if f.strip() != date.text])


def _suffix(day: int) -> str:
    return "th" if 10 < day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def coarser(date: DateMention, rng: random.Random) -> str | None:
    """Return the month of a day, the year of a month."""
    if date.low is None or not _YEAR.search(date.text) or date.kind != "date" or _WEEKDAY.search(date.text):
        return None
    if date.grain == "day" and _DAY.search(date.text):
        return f"{MONTH_NAMES[date.low.month - 1].title()} {date.low.year}"
    return str(date.low.year) if date.grain == "month" else None


def _put(text: str, found: re.Match[str], new: str) -> str:
    return text[: found.start()] + new + text[found.end() :]
