"""What a date says before it is placed: a day, a month, "last week", "two days ago"; each places itself.

`place(anchor)` gives the period, or None if it can't be known: a year is missing and the text has no date of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple

from presscheck.text import date_calendar as cal
from presscheck.text.date_calendar import Grain, Period
from presscheck.text.date_words import SEASON_MONTHS

Tense = Literal[-1, 0, 1]


class Anchor(NamedTuple):
    """The text's own date (None if unknown) and the tense of the words around: -1 past, 1 future, 0 unknown."""

    at: datetime | None
    tense: Tense = 0


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Spec:
    """Base of all; those below say what differs in the methods of the same names with an underscore."""

    @property
    def relative(self) -> bool:
        """Whether the text's own date is needed to place it."""
        return self._relative()

    @property
    def weekday(self) -> int | None:
        """The weekday that the text names (0 is Monday), if any."""
        return self._weekday()

    @property
    def grain(self) -> Grain:
        """The finest unit named."""
        return self._grain()

    def place(self, anchor: Anchor) -> Period | None:
        """Return the period meant; None if it can't be known or there is none such.

        Raises OverflowError or ValueError outside the years 1 to 9999.
        """
        return self._place(anchor)

    def code(self) -> str:
        """Return the ISO value as far as it is known without the text's own date."""
        return self._code()

    def _relative(self) -> bool:
        return False

    def _weekday(self) -> int | None:
        return None

    def _grain(self) -> Grain:
        return "day"

    def _place(self, anchor: Anchor) -> Period | None:
        return None

    def _code(self) -> str:
        return ""


class Handicap(NamedTuple):
    """How much farther an option counts that the tense speaks against, and one in another year than the text's own."""

    against_tense: timedelta
    other_year: timedelta


OF_MONTHS: Final = Handicap(timedelta(days=300), timedelta())
OF_DAYS: Final = Handicap(timedelta(days=150), timedelta(days=90))
"""A day without its year is of the text's own year, as style books ask for; a month is the last or the next."""


def nearest(options: list[Period], anchor: Anchor, handicap: Handicap = OF_MONTHS) -> Period | None:
    """Return the option nearest to the text's own date, the handicap counted in."""
    if anchor.at is None or not options:
        return None
    at = anchor.at

    def distance(option: Period) -> timedelta:
        gap = max(option.low - at, at - option.high, timedelta())
        wrong = (option.high < at and anchor.tense > 0) or (option.low > at and anchor.tense < 0)
        other = option.low.year != at.year
        return gap + handicap.against_tense * wrong + handicap.other_year * other

    return min(options, key=distance)


def on_side(options: list[Period], at: datetime | None, sense: int | None) -> list[Period]:
    """Keep what lies wholly before (-1) or after (1) the text's own date; all if `sense` is None or 0."""
    if at is None or not sense:
        return options
    return [p for p in options if (p.high < at if sense < 0 else p.low > at)]


def _around(at: datetime | None) -> range:
    return range(max(1, at.year - 8), min(9999, at.year + 9)) if at else range(0)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Day(Spec):
    """A day of a month, its year perhaps missing; `named` is the weekday beside it, fitting or not."""

    month: int
    day: int
    year: int | None = None
    named: int | None = None
    sense: int | None = None

    def _relative(self) -> bool:
        return self.year is None

    def _weekday(self) -> int | None:
        return self.named

    def _place(self, anchor: Anchor) -> Period | None:
        if self.year is not None:
            return cal.day(self.year, self.month, self.day)
        leap_day = (self.month, self.day) == (2, 29)
        years = _around(anchor.at) if leap_day else _around(anchor.at)[7:10]
        options = [p for y in years if (p := cal.day(y, self.month, self.day))]
        return nearest(on_side(options, anchor.at, self.sense), anchor, OF_DAYS)

    def _code(self) -> str:
        return f"{_year(self.year)}-{self.month:02}-{self.day:02}"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Month(Spec):
    """A month, its year perhaps missing; `sense` of "last October" (-1), "this" (0), "next" (1)."""

    month: int
    year: int | None = None
    sense: int | None = None

    def _relative(self) -> bool:
        return self.year is None

    def _place(self, anchor: Anchor) -> Period | None:
        if self.year is not None:
            return cal.month(self.year, self.month)
        options = [cal.month(y, self.month) for y in _around(anchor.at)[7:10]]
        return nearest(on_side(options, anchor.at, self.sense), anchor)

    def _code(self) -> str:
        return f"{_year(self.year)}-{self.month:02}"

    def _grain(self) -> Grain:
        return "month"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Years(Spec):
    """A year, a decade, a century, or a run of years such as a season ("2023-24"); `name` for fiscal years."""

    year: int
    count: int = 1
    name: str = ""

    def _place(self, anchor: Anchor) -> Period | None:
        return cal.years(self.year, self.count, self.grain) if 1 <= self.year <= 9999 - self.count else None

    def _code(self) -> str:
        return f"{self.name}{self.year:04}" if self.name else ""

    def _grain(self) -> Grain:
        return "decade" if self.count >= 10 else "year"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Season(Spec):
    """Spring, summer, autumn or winter; winter runs into the next year. `sense` as of `Month`."""

    season: str
    year: int | None = None
    sense: int | None = None

    def _relative(self) -> bool:
        return self.year is None

    def _place(self, anchor: Anchor) -> Period | None:
        years = [self.year] if self.year is not None else list(_around(anchor.at)[7:10])
        options = [cal.months(y, SEASON_MONTHS[self.season], 3, "season") for y in years]
        if self.year is not None:
            return options[0]
        return nearest(on_side(options, anchor.at, self.sense), anchor)

    def _code(self) -> str:
        return f"{_year(self.year)}-{self.season}"

    def _grain(self) -> Grain:
        return "season"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Weekday(Spec):
    """A weekday alone: the nearest such day, past by default.

    `named` is None in "the 21st". `week` counts weeks from the text's own (0: this); `sense` -1 or 1 leaves out the text's own day ("last Monday",
    "this coming Friday"); `number` is the day of the month beside it ("Friday the 22nd").
    """

    named: int | None
    week: int | None = None
    number: int | None = None
    sense: int = 0

    def _relative(self) -> bool:
        return True

    def _weekday(self) -> int | None:
        return self.named

    def _place(self, anchor: Anchor) -> Period | None:
        if anchor.at is None:
            return None
        today = cal.midnight(anchor.at)
        if self.number is not None:
            return _numbered_day(today, self.number, self.named, anchor.tense)
        if self.named is None:
            return None
        if self.week is not None:
            start = cal.week(today).low + timedelta(days=7 * self.week + self.named)
        elif self.sense > 0 or (anchor.tense > 0 and not self.sense):
            start = today + timedelta(days=(self.named - today.weekday()) % 7 or 7 * self.sense)
        else:
            start = today - timedelta(days=(today.weekday() - self.named) % 7 or -7 * self.sense)
        return cal.containing(start, "day")

    def _code(self) -> str:
        return "" if self.named is None else f"XXXX-WXX-{self.named + 1}"


def _numbered_day(today: datetime, number: int, weekday: int | None, tense: Tense) -> Period | None:
    months = [cal.add(today.replace(day=1), n, "month") for n in range(-6, 7)]
    options = [p for m in months if (p := cal.day(m.year, m.month, number))]
    fitting = [p for p in options if weekday is None or p.low.weekday() == weekday]
    return nearest(fitting or options, Anchor(today, tense))


def _year(year: int | None) -> str:
    return "XXXX" if year is None else f"{year:04}"
