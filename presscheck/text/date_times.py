"""Rules for times of day and for lengths of time."""

from __future__ import annotations

from typing import Any, Final

from presscheck.text import date_context as context
from presscheck.text.date_compound import Clock, Duration
from presscheck.text.date_lexer import Token
from presscheck.text.date_rules import Found, Grammar

_ZONE: Final = "(paren? z:zone paren?|zn:zonename standard? time?)?"
_NUMBER: Final = "n:num/decimal/long"


def _hour(number: int, half: str | None) -> int | None:
    if half is None:
        return number if 0 <= number <= 24 else None
    if not 1 <= number <= 12:
        return number if 12 < number < 24 and half == "p" else None
    return number % 12 + (12 if half == "p" else 0)


def _zone(found: Found) -> str:
    return found("z") or found("zn") or ""


_CUES: Final = frozenset(
    {
        "at",
        "by",
        "before",
        "after",
        "from",
        "until",
        "since",
        "about",
        "to",
        "between",
        "on",
        "comma",
        "daypart",
    }
)
_DATES: Final = frozenset(
    {
        "month",
        "maybe",
        "weekday",
        "shortday",
        "today",
        "tonight",
        "on",
        "numeric",
        "iso",
        "slashed",
        "ord",
        "year",
    }
)


def _clock(found: Found) -> Token | None:
    """Read 10:02; without a.m., p.m. or a zone only where a preposition or a date stands beside it."""
    parts = found("c")
    hour = _hour(parts[0], found("h"))
    bare = found("h") is None and not _zone(found)
    after = found.after().kind if found.after().kind != "comma" else found.after(1).kind
    ranged = after in ("to", "until", "dash") and found.after(1).kind in ("clock", "num")
    dated = found.before().kind in _CUES | _DATES or after in _DATES or ranged
    if hour is None or (bare and not dated):
        return None
    return found.node("clk", Clock(hour, parts[1], parts[2] if len(parts) > 2 else None, _zone(found)))


def _hour_alone(found: Found) -> Token | None:
    number, minute = found("n"), found("m")
    if not isinstance(number, int) or (minute or 0) > 59:
        return None
    if number > 24:
        number, minute = divmod(number, 100)
    hour = _hour(number, found("h"))
    if hour is None or (minute or 0) > 59:
        return None
    return found.node("clk", Clock(hour, minute, None, _zone(found)))


def _military(found: Found) -> Token | None:
    digits = found.word("n")
    if len(digits) != 4 or not digits.isdigit() or int(digits[:2]) > 24 or int(digits[2:]) > 59:
        return None
    return found.node("clk", Clock(int(digits[:2]), int(digits[2:]), None, _zone(found)))


def _noon(found: Found) -> Token | None:
    if "n" in found.labels and found("n") != 12:
        return None
    return found.node("clk", Clock(0 if found.word("x") == "midnight" else 12, 0, None, _zone(found)))


def _past_hour(found: Found) -> Token | None:
    """Read "half past eight", "a quarter to three", "ten past nine"."""
    hour, minute = found("n"), {"half": 30, "quarter": 15}.get(found.word("k"), found("k"))
    if not isinstance(hour, int) or not isinstance(minute, int) or not 1 <= hour <= 12 or not 0 < minute < 60:
        return None
    if found.labels["s"].kind == "to":
        hour, minute = hour - 1, 60 - minute
    elif found.word("s") != "past" or (
        found.labels["k"].kind == "num" and "u" not in found.labels and hour > 12
    ):
        return None
    return found.node("clk", Clock(_hour(hour or 12, found("h")) or 0, minute, None, _zone(found)))


def _duration(found: Found) -> Token | None:
    count = found("n")
    if not isinstance(count, int | float) or context.is_age(found.text, found.tokens[found.end - 1].end):
        return None
    if found.tokens[found.first + 1].kind == "dash" and found.before().kind in ("dash", "slash"):
        return None
    return found.node("dur", Duration(((count + ("half" in found.labels) / 2, found("u")),)))


def _short_duration(found: Found) -> Token:
    unit = {"h": "hour", "sec": "second", "min": "minute"}[found.tokens[found.end - 1].value]
    return found.node("dur", Duration(((found("n"), unit),)))


def _one_unit(found: Found) -> Token | None:
    """Read "a year" where it is a length of time, "half an hour", "another week", "a full day"."""
    start = found.tokens[found.first].start
    end = found.tokens[found.end - 1].end
    if (
        found.word("u").endswith("s")
        or context.is_rate(found.text, start)
        or found.text[end : end + 1] == "-"
    ):
        return None
    marked = bool(found.labels.keys() & {"k", "w"})
    led = found.after().kind in ("ago", "later", "before", "after", "from")
    if not (marked or led or context.is_lengthened(found.text, start)):
        return None
    if context.is_age(found.text, found.tokens[found.end - 1].end):
        return None
    return found.node("dur", Duration(((0.5 if "k" in found.labels else 1, found("u")),)))


def _vague(found: Found) -> Token | None:
    if not found.word("u").endswith("s"):
        return None
    exact: Any = "two" in found.labels
    return found.node("dur", Duration(((2 if exact else 3, found("u")),), vague=not exact))


TIMES: Final = Grammar(
    [
        (f"c:clock h:ampm? {_ZONE}", _clock),
        (f"n:num m:num? h:ampm {_ZONE}", _hour_alone),
        (f"n:year h:ampm {_ZONE}", _hour_alone),
        ("n:num o apostrophe? clockword", _hour_alone),
        ("n:num/year z:zone", _military),
        (f"n:num? x:noon {_ZONE}", _noon),
        (f"k:halfword/num u:unit? s:past n:num h:ampm? {_ZONE}", _past_hour),
        (f"a? k:unit s:past/to n:num h:ampm? {_ZONE}", _past_hour),
        (f"{_NUMBER} (and a? half:halfword)? (dash|more)? business? u:unit", _duration),
        ("n:num shortunit", _short_duration),
        ("(a|w:whole)? k:halfword a? dash? u:unit", _one_unit),
        ("a? w:whole/another dash? u:unit", _one_unit),
        ("a? two:couple of? more? u:unit", _vague),
        ("a? few more? u:unit", _vague),
        ("a u:unit", _one_unit),
    ]
)
