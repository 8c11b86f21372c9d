"""Rules for ranges: "from Oct. 1 to 5", "March 3–5", "between 2019 and 2021", "9 to 11 a.m."."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from presscheck.text.date_compound import Between, Clock, DayPart
from presscheck.text.date_lexer import Token
from presscheck.text.date_relative import Relative
from presscheck.text.date_rules import DATE, DAYS, Found, Grammar
from presscheck.text.date_specs import Day, Month, Spec

_ANY: Final = f"{DATE}/clk/moment/prt"
_DAYS: Final = f"D:{DAYS}"
_TO: Final = "(to|until|dash|longdash)"
_CLASSES: Final = {"clk": 1, "moment": 1}


def _range(found: Found) -> Token | None:
    first, last = found.labels["a"], found.labels["b"]
    if _CLASSES.get(first.kind, 0) != _CLASSES.get(last.kind, 0):
        return None
    left, right = _completed(found, first.value, last.value)
    clocks = isinstance(left, Clock) and left.date is None
    return found.node("clks" if clocks else "span", Between(left, right))


def _completed(found: Found, first: Spec, last: Spec) -> tuple[Spec, Spec]:
    """Give each side of a range what the other says for both: year, half of the day, zone, date."""
    if isinstance(first, Day | Month) and isinstance(last, Day | Month):
        return _with_years(first, last)
    if isinstance(first, Clock) and isinstance(last, Clock):
        bare = (
            "m" not in found.word("a")
            and "m" in found.word("b")
            and (first.hour + 12, first.minute or 0) < (last.hour, last.minute or 0)
        )
        hour = first.hour + 12 * bare
        zone, date = first.zone or last.zone, first.date or last.date
        return replace(first, hour=hour, zone=zone, date=date), replace(last, date=last.date or date)
    return first, last


def _with_years(first: Day | Month, last: Day | Month) -> tuple[Spec, Spec]:
    later = (first.month, getattr(first, "day", 0)) > (last.month, getattr(last, "day", 99))
    if first.year is None and last.year is not None:
        return replace(first, year=last.year - later), last
    if last.year is None and first.year is not None:
        return first, replace(last, year=first.year + later)
    return first, last


def _day_to_number(found: Found) -> Token | None:
    first, number = found("a"), found("n")
    if not isinstance(first, Day) or not isinstance(number, int) or not first.day < number <= 31:
        return None
    if found.word("n").isalpha() and found.labels["n"].kind == "num":
        return None
    last = replace(first, day=number, named=None, year=found("y").year if "y" in found.labels else first.year)
    return found.node("span", Between(replace(first, year=last.year), last))


_COUNTS_ON: Final = re.compile(
    r"(?!\s+(?:and|in|at|to|of|for|with|when|but|as|by|on|near|after|before|this|next|last|that|from|during)\b)\s+[a-z]"
)
"""What follows a number that counts something: "on April 8 and 9 people"."""


def _next_days(found: Found) -> Token | None:
    """Read "April 8 and 9", "March 3, 4 and 5": days that follow each other."""
    first, second, last = found("a"), found("m"), found("n")
    days = [d for d in (second, last) if d is not None]
    if not isinstance(first, Day) or days != list(range(first.day + 1, first.day + 1 + len(days))):
        return None
    if last > 31 or _COUNTS_ON.match(found.text, found.labels["n"].end):
        return None
    return found.node("span", Between(first, replace(first, day=last, named=None)))


def _number_to_day(found: Found) -> Token | None:
    number, last = found("n"), found("b")
    if not isinstance(last, Day) or not isinstance(number, int) or not 1 <= number < last.day:
        return None
    return found.node("span", Between(replace(last, day=number, named=None), last))


def _hours(found: Found) -> Token | None:
    number, last = found("n"), found("b")
    if not isinstance(number, int) or number > 24:
        return None
    if last.hour > 12 and number + 12 < last.hour + 1:
        number += 12
    span = Between(Clock(number, None, None, last.zone, last.date), last)
    return found.node("span" if last.date else "clks", span)


def _to_hour(found: Found) -> Token | None:
    """Read "from 11 a.m. to 3": the next such hour."""
    first, number = found("a"), found("n")
    if not isinstance(first, Clock) or not isinstance(number, int) or not 1 <= number <= 12:
        return None
    hour = number if number > first.hour else number % 12 + 12
    last = Clock(hour, None, None, first.zone, first.date)
    return found.node("span" if first.date else "clks", Between(first, last))


def _from_now(found: Found) -> Token:
    return found.node("span", Between(Relative("day"), found("b")))


RANGES: Final = Grammar(
    [
        (f"between the? a:{_ANY} (and|until) the? b:{_ANY}", _range),
        (f"from the? a:{_ANY} comma? {_TO} the? b:{_ANY}", _range),
        (f"(between now and|from now {_TO}) b:day/wd/mon/yr", _from_now),
        (f"(from|between)? a:day ({_TO}|and) the? n:num/ord comma? y:yr", _day_to_number),
        (f"(from a:day {_TO}|between a:day and|a:day (dash|to|until)) the? n:num/ord", _day_to_number),
        ("a:day (comma m:num/ord)? comma? and the? n:num/ord", _next_days),
        (f"(from|between)? the? n:num/ord ({_TO}|and) b:day", _number_to_day),
        (f"(from|between)? n:num ({_TO}|and) b:clk/moment", _hours),
        (f"from a:clk/moment {_TO} n:num", _to_hour),
        ("a:day (dash|until|to) the? b:day", _range),
        ("a:mon (dash|until|to) b:mon/day", _range),
        ("a:yr (dash|until|to) b:yr/day", _range),
        ("a:wd (dash|until|to) b:wd", _range),
        ("a:clk/moment (dash|until|to) b:clk/moment", _range),
        ("a:rday (dash|until|to) b:day/rday/wd", _range),
        ("a:day (dash|until|to) b:rday/mon", _range),
    ]
)


def _dated_clocks(found: Found) -> Token | None:
    span = found("t")
    date = found("p").date if isinstance(found("p"), DayPart) else found("D")
    if date is None:
        return None
    return found.node("span", Between(replace(span.first, date=date), replace(span.last, date=date)))


DATED_RANGES: Final = Grammar(
    [
        (f"{_DAYS} comma? t:clks", _dated_clocks),
        ("p:prt comma? t:clks", _dated_clocks),
        ("t:clks comma? p:prt", _dated_clocks),
        (f"t:clks comma? (on|of)? {_DAYS}", _dated_clocks),
    ]
)
