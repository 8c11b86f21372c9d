"""Calendar arithmetic: the first and last moment of days, weeks, months …, and what lies so many units away."""

from __future__ import annotations

import calendar
from datetime import datetime, timedelta
from typing import Final, Literal, NamedTuple, get_args

Grain = Literal["second", "minute", "hour", "day", "week", "month", "quarter", "season", "year", "decade"]
GRAINS: Final[tuple[Grain, ...]] = get_args(Grain)
"""From the finest to the coarsest."""

_STEP: Final = timedelta(seconds=1)


class Period(NamedTuple):
    """All moments from `low` up to and including `high` (a day ends at 23:59:59), named to the `grain`."""

    low: datetime
    high: datetime
    grain: Grain


def before(moment: datetime) -> datetime:
    """Return the last second before a moment."""
    return moment - _STEP


def day(year: int, month: int, number: int) -> Period | None:
    """Return the day; None if there is none such (February 30)."""
    try:
        low = datetime(year, month, number)
    except ValueError:
        return None
    return Period(low, low.replace(hour=23, minute=59, second=59), "day")


def month(year: int, number: int) -> Period:
    """Return the month."""
    last = calendar.monthrange(year, number)[1]
    return Period(datetime(year, number, 1), datetime(year, number, last, 23, 59, 59), "month")


def months(year: int, first: int, count: int, grain: Grain) -> Period:
    """Return a run of `count` months: a quarter, a half, a season (which may run into the next year)."""
    end = add(datetime(year, first, 1), count, "month")
    return Period(datetime(year, first, 1), before(end), grain)


def years(first: int, count: int, grain: Grain = "year") -> Period:
    """Return a run of `count` years."""
    return Period(datetime(first, 1, 1), datetime(first + count - 1, 12, 31, 23, 59, 59), grain)


def week(moment: datetime) -> Period:
    """Return the week, Monday to Sunday, that holds the moment."""
    low = midnight(moment) - timedelta(days=moment.weekday())
    return Period(low, before(low + timedelta(days=7)), "week")


def weekend(moment: datetime) -> Period:
    """Return Saturday and Sunday of the week that holds the moment."""
    low = week(moment).low + timedelta(days=5)
    return Period(low, before(low + timedelta(days=2)), "day")


def midnight(moment: datetime) -> datetime:
    """Return the start of the moment's day."""
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def add(moment: datetime, count: float, unit: str) -> datetime:
    """Return the moment `count` units away; the last day of a month where the month has no such day.

    Raises OverflowError or ValueError outside the years 1 to 9999.
    """
    if unit in _MONTHS_IN:
        return _add_months(moment, round(count * _MONTHS_IN[unit]))
    return moment + timedelta(seconds=count * _SECONDS_IN[unit])


_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_SECONDS_IN: Final = {
    "second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800, "weekend": 604800, "fortnight": 1209600,
}  # fmt: skip


def _add_months(moment: datetime, count: int) -> datetime:
    index = moment.year * 12 + moment.month - 1 + count
    year, number = divmod(index, 12)
    last = calendar.monthrange(year, number + 1)[1]
    return moment.replace(year=year, month=number + 1, day=min(moment.day, last))


def containing(moment: datetime, unit: str) -> Period:
    """Return the day, week, weekend, month, quarter, year, decade or century that holds the moment."""
    year = moment.year
    if unit in ("day", "hour", "minute", "second"):
        return _clock_period(moment, unit)
    if unit in ("week", "fortnight"):
        return week(moment)
    if unit == "weekend":
        return weekend(moment)
    if unit == "month":
        return month(year, moment.month)
    if unit == "quarter":
        return months(year, (moment.month - 1) // 3 * 3 + 1, 3, "quarter")
    if unit == "decade":
        return years(max(1, year // 10 * 10), 10, "decade")
    if unit == "century":
        return years(max(1, year // 100 * 100), 100, "decade")
    return years(year, 1)


def _clock_period(moment: datetime, unit: str) -> Period:
    if unit == "day":
        return Period(midnight(moment), moment.replace(hour=23, minute=59, second=59, microsecond=0), "day")
    if unit == "hour":
        return Period(
            moment.replace(minute=0, second=0, microsecond=0),
            moment.replace(minute=59, second=59, microsecond=0),
            "hour",
        )
    low = moment.replace(second=0, microsecond=0) if unit == "minute" else moment.replace(microsecond=0)
    return Period(
        low, low.replace(second=59) if unit == "minute" else low, "minute" if unit == "minute" else "second"
    )


def nth_weekday(year: int, number: int, weekday: int, nth: int) -> Period | None:
    """Return the nth such weekday of a month (-1: the last); None if there is none."""
    if nth == -1:
        last = month(year, number).high
        return day(year, number, last.day - (last.weekday() - weekday) % 7)
    first = datetime(year, number, 1).weekday()
    return day(year, number, 1 + (weekday - first) % 7 + 7 * (nth - 1))


def easter(year: int) -> datetime:
    """Return Easter Sunday of the Gregorian calendar (the anonymous algorithm of 1876)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return datetime(year, f // 31, f % 31 + 1)


def iso(period: Period) -> str:
    """Write the period in ISO 8601: a day, a week, a month, a quarter, a year, a decade, else its two ends."""
    low, high, grain = period
    year = f"{low.year:04}"
    if grain in ("second", "minute", "hour"):
        return _iso_moment(low, grain) if containing(low, grain).high == high else _iso_range(period)
    if grain == "day" and low.date() == high.date():
        return low.date().isoformat()
    if grain == "week" and low.weekday() == 0 and (high - low).days == 6:
        iso_year, number, _ = low.isocalendar()
        return f"{iso_year:04}-W{number:02}"
    if grain == "month" and period == month(low.year, low.month):
        return f"{year}-{low.month:02}"
    if grain == "quarter" and period == containing(low, "quarter"):
        return f"{year}-Q{(low.month + 2) // 3}"
    if grain == "year" and period == years(low.year, 1):
        return year
    if grain == "decade" and period == years(low.year, 10, "decade"):
        return f"{year[:3]}X"
    return _iso_range(period)


def _iso_moment(low: datetime, grain: Grain) -> str:
    return low.isoformat(timespec={"hour": "hours", "minute": "minutes"}.get(grain, "seconds"))


def _iso_range(period: Period) -> str:
    low, high, grain = period
    if grain in ("second", "minute", "hour"):
        return f"{_iso_moment(low, 'minute')}/{_iso_moment(high, 'minute')}"
    width = _whole_width(period)
    return f"{low.date().isoformat()[:width]}/{high.date().isoformat()[:width]}"


def _whole_width(period: Period) -> int:
    """Return how much of ISO dates is needed: years or months where both ends are whole ones, else days."""
    whole = period.low.day == 1 and period.high == month(period.high.year, period.high.month).high
    if not whole:
        return 10
    return 4 if period.low.month == 1 and period.high.month == 12 else 7
