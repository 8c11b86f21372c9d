"""Rules for dates that the text's own date places: "Monday", "last week", "next October", "today", "the 21st"."""

from __future__ import annotations

import re
from typing import Final

from presscheck.text import date_context as context
from presscheck.text.date_compound import DayPart
from presscheck.text.date_holidays import Holiday
from presscheck.text.date_lexer import Token
from presscheck.text.date_relative import Relative, Stretch, Weekend, Within
from presscheck.text.date_rules import Found, Rule
from presscheck.text.date_specs import Day, Month, Season, Weekday

_WEEKDAY: Final = "w:weekday/shortday"
_MONTH: Final = "m:month/maybe"
_REL: Final = "r:past/next/this"
_KIND_OF_UNIT: Final = {
    "week": "wk", "weekend": "wk", "fortnight": "wk", "month": "rmon", "year": "yr", "day": "rday",
}  # fmt: skip


def _sense(found: Found) -> int:
    return {"past": -1, "next": 1}.get(found.labels["r"].kind, 0)


def _relative_season(found: Found) -> Token | None:
    return found.node("per", Season(found("s"), sense=_sense(found)), "r")


def _relative_unit(found: Found) -> Token | None:
    """Read "last week", "this month", "next year"; "the past year" is the year up to now."""
    sense, unit = _sense(found), found("u")
    if unit in ("second", "minute", "hour") or found.word("u").endswith("s"):
        return None
    if found.after().kind == "of" and sense < 0:  # "the last week of July" is no week before this one
        return None
    if found.word("u") == "night":
        return found.node("prt", DayPart("night", Relative("day", sense)), "r")
    if found.word("r") in ("past", "coming") or ("t" in found.labels and sense):
        return None if unit == "weekend" else found.node("per", Stretch(((1, unit),), sense > 0), "r")
    return found.node(_KIND_OF_UNIT.get(unit, "per"), Relative(unit, sense), "r")


def _counted_units(found: Found) -> Token | None:
    """Read "the 2 upcoming months"."""
    count, sense = found("n"), _sense(found)
    if not isinstance(count, int) or not found.word("u").endswith("s"):
        return None
    return found.node("per", Stretch(((count, found("u")),), sense > 0), "n")


def _unit_after_next(found: Found) -> Token | None:
    """Read "the week after next" and "the week before last"."""
    sense = _sense(found)
    if (found.labels["s"].kind == "after") != (sense > 0) or found.word("r") == "past":
        return None
    return found.node(_KIND_OF_UNIT.get(found("u"), "per"), Relative(found("u"), 2 * sense), "u")


_THIS_UNIT: Final = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade"})


def _edge_of_this(found: Found) -> Token | None:
    """Read "the end of the year" as the text's own year; the edge itself is read later."""
    if found("u") not in _THIS_UNIT or found.word("u").endswith("s") or found.before(1).kind != "of":
        return None
    if found("u") == "day" and (found.before(2).value != "rest" or found.before(1).kind != "of"):
        return None
    if found.before(2).kind not in ("edge", "unit", "halfword") or found.after().kind == "of":
        return None
    return found.node(_KIND_OF_UNIT.get(found("u"), "per"), Relative(found("u")), "u")


def _relative_weekday(found: Found) -> Token | None:
    sense = _sense(found)
    if found.word("r") in ("coming", "upcoming"):
        return found.node("wd", Weekday(found("w"), sense=1), "r")
    if sense < 0 and found.word("r") != "previous":
        return found.node("wd", Weekday(found("w"), sense=-1), "r")
    return found.node("wd", Weekday(found("w"), sense), "r")


def _relative_month(found: Found) -> Token | None:
    doubtful = found.labels["m"].kind == "maybe" and found.text[found.labels["m"].start].islower()
    if doubtful:
        return None
    if "d" in found.labels:
        return (
            found.node("day", Day(found("m"), found("d"), sense=_sense(found)), "r")
            if 1 <= found("d") <= 31
            else None
        )
    return found.node("mon", Month(found("m"), sense=_sense(found)), "r")


def _weekday_of_week(found: Found) -> Token | None:
    return found.node("wd", Weekday(found("w"), _sense(found))) if found("u") == "week" else None


def _month_of_year(found: Found) -> Token | None:
    if found("u") != "year":
        return None
    return found.node("mon", Within(Relative("year", _sense(found)), month=found("m")))


def _weekday(found: Found) -> Token | None:
    if not context.is_weekday(found.text, found.labels["w"]):
        return None
    return found.node("wd", Weekday(found("w")))


def _numbered_weekday(found: Found) -> Token | None:
    return found.node("wd", Weekday(found("w"), number=found("d"))) if 1 <= found("d") <= 31 else None


_ENDS: Final = re.compile(r"\s*(?:$|[.,;:)!?\"”—–]|(?:and|or|at|in|but|when|with|after|before|for|to)\b)")


def _numbered_day(found: Found) -> Token | None:
    """Read "on the 21st" where no noun follows that it could count."""
    end = found.tokens[found.end - 1].end
    if not 1 <= found("d") <= 31 or not _ENDS.match(found.text, end) or found.word("d").isalpha():
        return None
    return found.node("day", Weekday(None, number=found("d")), "d")


def _today(found: Found) -> Token:
    offset = {"yesterday": -1, "tomorrow": 1}.get(found.word("t"), 0)
    return found.node("rday", Relative("day", offset))


def _day_after_tomorrow(found: Found) -> Token | None:
    offset = {"yesterday": -1, "tomorrow": 1}.get(found.word("t"), 0)
    step = 1 if found.labels["s"].kind == "after" else -1
    if found("u") != "day" or offset * step <= 0:
        return None
    return found.node("rday", Relative("day", offset + step), "u")


def _weekend(found: Found) -> Token | None:
    """Read "over the weekend": the last one, or the next in the future tense."""
    if found.word("u") != "weekend" or found.after().kind == "of":
        return None
    return found.node("wk", Weekend(), "u")


def _holiday(found: Found) -> Token | None:
    if "u" in found.labels:
        return found.node("hol", Holiday(found("x"), sense=_sense(found))) if found("u") == "year" else None
    sense = _sense(found) if "r" in found.labels else None
    return found.node("hol", Holiday(found("x"), found("y"), sense))


NEAR: Final[list[Rule]] = [
    ("x:holiday (of|comma)? y:year", _holiday),
    (f"x:holiday of? {_REL} u:unit", _holiday),
    (f"{_REL}? x:holiday", _holiday),
    (f"{_MONTH} of? {_REL} u:unit", _month_of_year),
    (f"the? {_REL} {_MONTH} d:num/ord", _relative_month),
    (f"the? {_REL} {_MONTH}", _relative_month),
    (f"{_WEEKDAY} (of|in|on|comma)? the? {_REL} u:unit", _weekday_of_week),
    (f"{_REL} u:unit comma? on? {_WEEKDAY}", _weekday_of_week),
    (f"{_WEEKDAY} comma? the? d:ord", _numbered_weekday),
    (f"t:this? {_REL} w:weekday", _relative_weekday),
    ("w:weekday", _weekday),
    (f"{_REL} s:season", _relative_season),
    (f"t:this? {_REL} fiscal/business? u:unit", _relative_unit),
    ("n:num r:past/next u:unit", _counted_units),
    ("the? u:unit s:after/before the? r:next/past", _unit_after_next),
    ("the? u:unit s:after/before t:today", _day_after_tomorrow),
    ("t:today", _today),
    ("(the|this)? u:unit", _edge_of_this),
    ("the u:unit", _weekend),
    ("on the? d:ord", _numbered_day),
]
