"""Rules for dates that name their own place in the calendar: days, months, years, quarters, seasons, decades."""

from __future__ import annotations

import re
from typing import Final

from presscheck.text import date_context as context
from presscheck.text.date_compound import Clock
from presscheck.text.date_lexer import Token
from presscheck.text.date_relative import Nth, Relative
from presscheck.text.date_rules import Found, Rule
from presscheck.text.date_specs import Day, Month, Season, Spec, Years

_WEEKDAY: Final = "w:weekday/shortday"
_MONTH: Final = "m:month/maybe"
_DAY: Final = "d:num/ord"


def _full_year(number: int) -> int:
    return number if number > 99 else number + (2000 if number < 50 else 1900)


def _month_before_day(found: Found) -> Token | None:
    number, year, month = found("d"), found("y"), found.labels["m"]
    sure = year is not None or found.labels["d"].kind == "ord"
    if not 1 <= number <= 31 or not context.is_numbered_month(found.text, month, sure=sure):
        return None
    return found.node("day", Day(found("m"), number, year, found("w")))


def _day_before_month(found: Found) -> Token | None:
    month = found.labels["m"]
    spelt = found.word("d").isalpha() and not found.has("of")
    verb = found.text[month.start].islower() and found.word("m") in ("may", "march")
    if month.kind == "maybe" and found("y") is None and not found.has("of") and (spelt or verb):
        return None  # "the second March on Washington", "clause 5 may"
    number = found("d")
    return found.node("day", Day(found("m"), number, found("y"), found("w"))) if 1 <= number <= 31 else None


def _iso(found: Found) -> Token | None:
    text = found("x")
    year, month, day = (int(p) for p in text[:10].split("-"))
    if not (1 <= month <= 12 and 1 <= day <= 31 and year):
        return None
    date = Day(month, day, year)
    clock = re.match(r"(\d\d):(\d\d)(?::(\d\d))?(.*)", text[11:])
    if clock is None:
        return found.node("day", date)
    hour, minute, second, zone = clock.groups()
    if int(hour) > 23 or int(minute) > 59 or int(second or 0) > 59:
        return None
    return found.node("moment", Clock(int(hour), int(minute), int(second) if second else None, zone, date))


def _numeric(found: Found) -> Token | None:
    """Read 10/29/2024, 29/10/2024, 2024/10/29, 29.10.2024: month first unless that can't be or it has points."""
    parts = [int(p) for p in re.split(r"[-/.]", found("x"))]
    if parts[0] > 31:
        year, month, day = parts
    elif parts[0] > 12 or ("." in found("x") and parts[1] <= 12):
        day, month, year = parts
    else:
        month, day, year = parts
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return found.node("day", Day(month, day, _full_year(year), found("w")))


_DATING: Final = frozenset(
    {"on", "since", "until", "from", "by", "before", "after", "between", "weekday", "shortday"}
)


def _slashed(found: Found) -> Token | None:
    """Read "on 4/22": month and day only after a word that says it is a date, or to the end of such a range."""
    if found("x") == (9, 11) and not found.labels.keys() & {
        "y",
        "w",
    }:  # the day that these figures are a name for
        return found.node("day", Day(9, 11, 2001))
    before = found.before().kind
    ranged = before in ("to", "until", "dash", "and") and found.before(2).kind == "slashed"
    if not (before in _DATING or ranged or "w" in found.labels or "y" in found.labels):
        return None
    month, day = found("x") if found("x")[0] <= 12 else found("x")[::-1]
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return found.node("day", Day(month, day, found("y"), found("w")))


def _month_year(found: Found) -> Token | None:
    if not context.is_numbered_month(found.text, found.labels["m"], sure=True):
        return None
    year = found("y") if found("y") is not None else _full_year(found("yy"))
    return found.node("mon", Month(found("m"), year)) if year > 99 else None


def _year_month(found: Found) -> Token | None:
    month = found.labels["m"]
    doubtful = month.kind == "maybe" and re.match(r"\s[A-Z]", found.text[month.end : month.end + 2])
    return None if doubtful else _month_year(found)


def _short_year(found: Found) -> Token | None:
    return _month_year(found) if 31 < found("yy") < 100 else None


def _digits_month(found: Found) -> Token | None:
    month, year = found("x")
    return found.node("mon", Month(month, year))


def _month(found: Found) -> Token | None:
    if not context.is_month(found.text, found.labels["m"]):
        return None
    return found.node("mon", Month(found("m")))


def _year(found: Found) -> Token | None:
    return found.node("yr", Years(found("y"))) if context.is_year(found.text, found.labels["y"]) else None


def _fiscal(found: Found) -> Token | None:
    year = found("y") if found("y") is not None else _full_year(found("n"))
    if not 1900 < year < 2200:
        return None
    return found.node("yr", Years(year, name="" if found.word("f") == "calendar" else "FY"))


def _season_years(found: Found) -> Token | None:
    """Read 2023-24 and 2023/24 as the two years of a season; 2015-3 is a month."""
    year, number, digits = found("y"), found("n"), found.word("n")
    if found.after().kind in ("dash", "slash") or len(digits) > 2 or not digits.isdigit():
        return None
    if len(digits) == 2 and number == (year + 1) % 100:
        return found.node("span", Years(year, 2))
    if len(digits) == 2 and number > max(12, year % 100) and year >= 1800:
        return found.node("span", Years(year, number - year % 100 + 1))
    return found.node("mon", Month(number, year)) if 1 <= number <= 12 else None


def _fiscal_years(found: Found) -> Token | None:
    """Read "FY2024/25" and "fiscal 24-25" as the two years that a budget runs over."""
    first, last = found("s") or (found("y") or found("a"), found("n"))
    year = _full_year(first)
    return found.node("span", Years(year, 2)) if last == (year + 1) % 100 else None


def _decade(found: Found) -> Token | None:
    token, value = found.labels["d"], found("d")
    if value < 100:
        if not context.is_decade(found.text, token):
            return None
        value += found("c") * 100 if "c" in found.labels else 2000 if value in (0, 10) else 1900
    return found.node("per", Years(value, 10)) if value % 10 == 0 else None


def _century(found: Found) -> Token | None:
    if found("u") != "century" or not 1 <= found("n") <= 22:
        return None
    return found.node("per", Years(max(1, (found("n") - 1) * 100), 100), "n")


def _quarter(found: Found) -> Token | None:
    letter, number = found("q")
    inner: Spec = Years(found("y")) if found("y") is not None else Relative("year")
    if letter == "H" and (number > 2 or found("y") is None):
        return None
    return found.node("per", Nth(number, "quarter" if letter == "Q" else "half", inner))


def _plain_quarter(found: Found) -> Token | None:
    """Read "in the third quarter" as one of the text's own year."""
    if found("u") != "quarter" or not 1 <= found("n") <= 4 or found.after().kind == "of":
        return None
    return found.node("per", Nth(found("n"), "quarter", Relative("year")), "n")


def _season(found: Found) -> Token | None:
    if found("y") is None and found.after().kind == "of":  # "the fall of Kabul"
        return None
    return found.node("per", Season(found("s"), found("y")), "s")


ABSOLUTE: Final[list[Rule]] = [
    ("x:iso", _iso),
    (f"({_WEEKDAY} comma?)? x:numeric", _numeric),
    (f"({_WEEKDAY} comma?)? x:slashed comma? y:year", _slashed),
    (f"({_WEEKDAY} comma?)? x:slashed", _slashed),
    ("x:monthyear", _digits_month),
    (
        f"({_WEEKDAY} comma? on?)? {_MONTH} (dash|slash)? the? {_DAY} ((comma|slash|dash)? (of|in)? y:year)?",
        _month_before_day,
    ),
    (
        f"({_WEEKDAY} comma?)? the? {_DAY} (dash|slash)? of? {_MONTH} ((comma|slash|dash)? (of|in)? y:year)?",
        _day_before_month,
    ),
    (f"y:year (slash|dash) {_MONTH} (slash|dash) {_DAY}", _month_before_day),
    (f"{_MONTH} (dash|slash|comma|of)? y:year", _month_year),
    (f"{_MONTH} of? yy:shortyear", _month_year),
    (f"{_MONTH} of yy:num", _short_year),
    (f"y:year comma? {_MONTH}", _year_month),
    ("y:year (dash|slash) n:num", _season_years),
    ("f:fiscal unit? ((y:year|a:num) (dash|slash) n:num|s:slashed)", _fiscal_years),
    ("f:fiscal unit? y:year", _fiscal),
    ("f:fiscal unit? n:num", _fiscal),
    ("q:qtr (dash|of|comma)? y:year", _quarter),
    ("y:year dash? q:qtr", _quarter),
    ("q:qtr", _quarter),
    ("((in|since|until|by) the?)? s:season of? y:year", _season),
    ("n:ord dash? u:unit", _century),
    ("the n:ord dash? u:unit", _plain_quarter),
    ("(c:num dash?)? d:decade", _decade),
]
"""Tried before the rules of `date_near`."""

BARE: Final[list[Rule]] = [
    (_MONTH, _month),
    ("(in|since|until|by) the? s:season", _season),
    ("y:year", _year),
]
"""Tried last: what is often something else."""
