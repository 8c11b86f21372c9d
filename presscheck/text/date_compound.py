"""Times of day, durations, ranges, and what comes again and again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from presscheck.text import date_calendar as cal
from presscheck.text.date_calendar import Grain, Period
from presscheck.text.date_relative import grain_of
from presscheck.text.date_specs import Anchor, Day, Month, Spec, Weekday
from presscheck.text.date_words import DAY_PARTS, UNIT_SECONDS


class OnDay(Spec):
    """Base of what is a part of a day: it is as well known as its `date`, if that is named beside it."""

    __slots__ = ()
    date: Spec | None

    def _relative(self) -> bool:
        return self.date is not None and self.date.relative

    def _weekday(self) -> int | None:
        return self.date.weekday if self.date else None

    def _day(self, anchor: Anchor) -> Period | None:
        return self.date.place(anchor) if self.date else None


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Clock(OnDay):
    """A time of day, on `date` if that is named beside it; `zone` is an offset, 'Z' or a zone's own letters."""

    hour: int
    minute: int | None = None
    second: int | None = None
    zone: str = ""
    date: Spec | None = None

    def _place(self, anchor: Anchor) -> Period | None:
        day = self._day(anchor)
        if day is None:
            return None
        hour, carry = self.hour % 24, self.hour // 24
        low = day.low.replace(hour=hour, minute=self.minute or 0, second=self.second or 0) + timedelta(
            days=carry
        )
        return cal.containing(low, self.grain)

    def _code(self) -> str:
        time = f"T{self.hour:02}"
        for part in (self.minute, self.second):
            time += f":{part:02}" if part is not None else ""
        zone = self.zone if self.zone[:1] in ("Z", "+", "-") else ""
        return (self.date.code() if self.date else "") + time + zone

    def _grain(self) -> Grain:
        return "hour" if self.minute is None else "minute" if self.second is None else "second"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class DayPart(OnDay):
    """Morning, afternoon, evening or night, on `date` if that is named beside it."""

    part: str
    date: Spec | None = None

    def _place(self, anchor: Anchor) -> Period | None:
        day = self._day(anchor)
        if day is None:
            return None
        first, last = DAY_PARTS[self.part]
        return Period(day.low.replace(hour=first), day.low.replace(hour=last, minute=59, second=59), "hour")

    def _code(self) -> str:
        letters = {"morning": "MO", "afternoon": "AF", "evening": "EV"}.get(self.part, "NI")
        return (self.date.code() if self.date else "") + "T" + letters

    def _grain(self) -> Grain:
        return "hour"


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Between(Spec):
    """From one date to another, both included; what one side leaves out it takes from the other."""

    first: Spec
    last: Spec

    def _relative(self) -> bool:
        return self.first.relative or self.last.relative

    def _weekday(self) -> int | None:
        return self.first.weekday

    def _place(self, anchor: Anchor) -> Period | None:
        first = self.first.place(anchor)
        last = self._last(first).place(anchor)
        if first is None or last is None:
            return None
        if first.low > last.high:
            first, last = self._forward(anchor, first, last)
        return Period(first.low, last.high, self.grain) if first.low <= last.high else None

    def _last(self, first: Period | None) -> Spec:
        """Put the end of "May to September" into the year of its start, or the next."""
        left, right = self.first, self.last
        if (
            first is None
            or not isinstance(left, Day | Month)
            or not isinstance(right, Day | Month)
            or right.year
        ):
            return right
        return replace(right, year=first.low.year + (right.month < left.month))

    def _forward(self, anchor: Anchor, first: Period, last: Period) -> tuple[Period, Period]:
        if isinstance(self.last, Weekday):
            return first, Period(first.low, last.high + timedelta(days=7), last.grain)
        if getattr(self.first, "year", 0) is None:
            moved = (replace(self.first, year=last.low.year - back).place(anchor) for back in (0, 1))  # type: ignore[call-arg]
            first = next((p for p in moved if p and p.low <= last.high), first)
        return first, last

    def _code(self) -> str:
        first, last = self.first.code(), self.last.code()
        return f"{first}/{last}" if first and last else ""

    def _grain(self) -> Grain:
        return min(self.first.grain, self.last.grain, key=cal.GRAINS.index)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Duration(Spec):
    """A length of time: "three weeks". It has no place."""

    steps: tuple[tuple[float, str], ...]
    vague: bool = False

    def _place(self, anchor: Anchor) -> Period | None:
        return None

    @property
    def seconds(self) -> float:
        """The length; a month counts 30 days, a year 365."""
        return float(sum(count * UNIT_SECONDS[unit] for count, unit in self.steps))

    def _code(self) -> str:
        if self.vague:
            return "PX" + _LETTER[self.steps[0][1]][-1]
        days = "".join(f"{_plain(n)}{_LETTER[u]}" for n, u in self.steps if u not in _CLOCK_UNITS)
        clock = "".join(f"{_plain(n)}{_LETTER[u][-1]}" for n, u in self.steps if u in _CLOCK_UNITS)
        return "P" + days + ("T" + clock if clock else "")

    def _grain(self) -> Grain:
        return min((grain_of(unit) for _, unit in self.steps), key=cal.GRAINS.index)


_CLOCK_UNITS: Final = ("hour", "minute", "second")
_LETTER: Final = {
    "second": "S", "minute": "M", "hour": "H", "day": "D", "week": "W", "weekend": "WE", "fortnight": "FN",
    "month": "M", "quarter": "Q", "year": "Y", "decade": "DE", "century": "CE",
}  # fmt: skip


def _plain(number: float) -> str:
    return f"{number:g}" if number < 1e15 else str(int(number))


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Every(Spec):
    """What comes again and again: "every Monday", "daily", "Tuesdays"."""

    value: str

    def _place(self, anchor: Anchor) -> Period | None:
        return None

    def _code(self) -> str:
        return self.value
