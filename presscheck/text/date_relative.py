"""Dates that lean on another: "last week", "two days ago", "the first week of July", "late 2023", "June next year"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Final, Literal

from presscheck.text import date_calendar as cal
from presscheck.text.date_calendar import Grain, Period
from presscheck.text.date_specs import Anchor, Spec


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Relative(Spec):
    """The day, week, month … so many of its kind away from the text's own: "yesterday", "last week", "this year"."""

    unit: str
    offset: int = 0

    def _relative(self) -> bool:
        return True

    def _place(self, anchor: Anchor) -> Period | None:
        if anchor.at is None:
            return None
        return cal.containing(cal.add(anchor.at, self.offset, self.unit), self.unit)

    def _code(self) -> str:
        return "PRESENT_REF" if not self.offset else ("PAST_REF" if self.offset < 0 else "FUTURE_REF")

    def _grain(self) -> Grain:
        return grain_of(self.unit)


def grain_of(unit: str) -> Grain:
    """Return the grain of a unit of time."""
    odd: dict[str, Grain] = {"weekend": "day", "fortnight": "week", "century": "decade"}
    return odd.get(unit, unit)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Weekend(Spec):
    """'The weekend': the nearest to the text's own date, past by default."""

    def _relative(self) -> bool:
        return True

    def _place(self, anchor: Anchor) -> Period | None:
        if anchor.at is None:
            return None
        this = cal.weekend(anchor.at)
        return (
            this if anchor.tense > 0 or this.low <= anchor.at else cal.weekend(cal.add(anchor.at, -1, "week"))
        )

    def _code(self) -> str:
        return "XXXX-WXX-WE"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Shift(Spec):
    """So many units before (negative) or after another date, by default the text's own: "two days ago"."""

    steps: tuple[tuple[float, str], ...]
    base: Spec | None = None

    def _relative(self) -> bool:
        return self.base is None or self.base.relative

    def _place(self, anchor: Anchor) -> Period | None:
        start = anchor.at
        if self.base is not None:
            based = self.base.place(anchor)
            start = based.low if based else None
        if start is None:
            return None
        for count, unit in self.steps:
            start = cal.add(start, count, unit)
        return self._about(start)

    def _about(self, start: datetime) -> Period:
        if self.grain == "week" and self.steps[0][0]:  # "two weeks ago" may be any day of the seven around
            low = cal.midnight(start) - timedelta(days=3)
            return Period(low, cal.before(low + timedelta(days=7)), "week")
        return cal.containing(start, self.grain)

    def _code(self) -> str:
        return "PAST_REF" if self.steps[0][0] < 0 else "FUTURE_REF"

    def _grain(self) -> Grain:
        return min((grain_of(unit) for _, unit in self.steps), key=cal.GRAINS.index)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Stretch(Spec):
    """The last or next so many units up to the text's own date: "the past three weeks"; quarters are whole ones."""

    steps: tuple[tuple[float, str], ...]
    forward: bool

    def _relative(self) -> bool:
        return True

    def _place(self, anchor: Anchor) -> Period | None:
        if anchor.at is None:
            return None
        start = end = anchor.at
        if self._grain() == "quarter":
            this = cal.containing(anchor.at, "quarter")
            start, end = (cal.add(this.high, 1, "second"),) * 2 if self.forward else (this.low, this.low)
        for count, unit in self.steps:
            if self.forward:
                end = cal.add(end, count, unit)
            else:
                start = cal.add(start, -count, unit)
        return Period(start, end, self._grain())

    def _code(self) -> str:
        return "FUTURE_REF" if self.forward else "PAST_REF"

    def _grain(self) -> Grain:
        return min((grain_of(unit) for _, unit in self.steps), key=cal.GRAINS.index)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Nth(Spec):
    """The nth (-1: the last) weekday, week, quarter or half within another date: "the first Friday of July"."""

    nth: int
    unit: str
    inner: Spec
    named: int | None = None
    count: int = 1

    def _relative(self) -> bool:
        return self.inner.relative

    def _weekday(self) -> int | None:
        return self.named

    def _place(self, anchor: Anchor) -> Period | None:
        outer = self.inner.place(anchor)
        if outer is None:
            return None
        if self.named is not None:
            return cal.nth_weekday(outer.low.year, outer.low.month, self.named, self.nth)
        if self.unit == "half":
            return _half(outer, self.nth)
        return _nth_unit(outer, self.nth, self.unit, self.count)

    def _code(self) -> str:
        inner = self.inner.code()
        return f"{inner}-{self.unit}{self.nth}" if inner else ""

    def _grain(self) -> Grain:
        if self.named is not None:
            return "day"
        return "quarter" if self.unit == "half" else grain_of(self.unit)


def _half(outer: Period, nth: int) -> Period:
    if outer.grain == "year" and outer == cal.years(outer.low.year, 1):
        return cal.months(outer.low.year, 1 if nth == 1 else 7, 6, "quarter")
    middle = cal.midnight(outer.low + (outer.high - outer.low) / 2)
    if outer.grain == "month":
        middle = outer.low + timedelta(days=15)
    return Period(outer.low, cal.before(middle), "day") if nth == 1 else Period(middle, outer.high, "day")


def _nth_unit(outer: Period, nth: int, unit: str, count: int) -> Period | None:
    if nth == -1:
        inside = (
            cal.add(outer.high, -3, "day") if unit == "week" else outer.high
        )  # the week of the last Thursday
        last = cal.containing(inside, unit)
        return Period(
            cal.add(last.low, -(count - 1), unit), min(last.high, cal.add(outer.high, 6, "day")), last.grain
        )
    if unit == "week" and outer.grain != "day":
        low = cal.week(
            cal.add(outer.low, 3, "day")
        ).low  # the first week is the one that holds the first Thursday
        start = low + timedelta(days=7 * (nth - 1))
        return Period(start, cal.before(start + timedelta(days=7 * count)), "week")
    start = cal.add(outer.low, nth - 1, unit)
    if start > outer.high:
        return None
    return Period(start, cal.before(cal.add(start, count, unit)), cal.containing(start, unit).grain)


_SHARES: Final = {
    "early": (0.0, 0.5), "start": (0.0, 0.5), "mid": (0.25, 0.75), "late": (0.5, 1.0), "end": (0.5, 1.0),
}  # fmt: skip
"""Which share of a month or a year its early, middle and late parts are: wide, since usage is."""


_DAY: Final = timedelta(days=1)
_EVENING: Final = time(23)


def _whole(moment: datetime, width: timedelta) -> datetime:
    return (
        cal.midnight(moment) if width > _DAY and moment.time() < _EVENING else moment.replace(microsecond=0)
    )


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Part(Spec):
    """Early, mid or late in another date, or its start, end or rest."""

    part: Literal["early", "mid", "late", "start", "end", "rest", "sofar"]
    inner: Spec

    def _relative(self) -> bool:
        return self.inner.relative

    def _weekday(self) -> int | None:
        return self.inner.weekday

    def _place(self, anchor: Anchor) -> Period | None:
        outer = self.inner.place(anchor)
        if outer is None:
            return None
        low, high, grain = outer
        if self.part == "rest":
            return Period(max(low, anchor.at) if anchor.at else low, high, grain)
        if self.part == "sofar":
            return Period(low, min(high, anchor.at) if anchor.at else high, grain)
        first, last = _SHARES[self.part]
        width = high - low
        return Period(_whole(low + width * first, width), _whole(low + width * last, width), grain)

    def _code(self) -> str:
        return self.inner.code()

    def _grain(self) -> Grain:
        return self.inner.grain


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Within(Spec):
    """A month or day without a year inside a relative year or month: "June next year", "the 20th of last month"."""

    outer: Spec
    month: int | None = None
    day: int | None = None

    def _relative(self) -> bool:
        return self.outer.relative

    def _place(self, anchor: Anchor) -> Period | None:
        outer = self.outer.place(anchor)
        if outer is None:
            return None
        month = self.month or outer.low.month
        return cal.day(outer.low.year, month, self.day) if self.day else cal.month(outer.low.year, month)

    def _grain(self) -> Grain:
        return "day" if self.day else "month"
