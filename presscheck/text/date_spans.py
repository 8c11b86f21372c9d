"""Rules for what is built of dates, times and lengths: "two days ago", "early May", "Monday morning", "every Friday"."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final

from presscheck.text import date_context as context
from presscheck.text.date_compound import Clock, DayPart, Duration, Every
from presscheck.text.date_lexer import Token
from presscheck.text.date_relative import Nth, Part, Relative, Shift, Stretch, Within
from presscheck.text.date_rules import DATE, DAYS, Found, Grammar
from presscheck.text.date_specs import Day, Weekday, Years
from presscheck.text.date_tense import tense_at

_DATE: Final = f"D:{DATE}"
_DAYS: Final = f"D:{DAYS}"


def _joined(found: Found) -> Duration:
    specs = [t.value for t in found.tokens[found.first : found.end] if t.kind == "dur"]
    return Duration(tuple(step for spec in specs for step in spec.steps), any(spec.vague for spec in specs))


def _join(found: Found) -> Token | None:
    joined = _joined(found)
    falling = all(
        context.longer(a, b) for (_, a), (_, b) in zip(joined.steps, joined.steps[1:], strict=False)
    )
    return found.node("dur", joined) if falling else None


def _ago(found: Found) -> Token:
    spec = _joined(found)
    if spec.vague:
        return found.node("vague", Every("PAST_REF"))
    return found.node("rday", Shift(tuple((-n, u) for n, u in spec.steps)))


def _shifted(found: Found) -> Token | None:
    """Read "two days from now", "three weeks before today"."""
    spec, base = found("d"), found("D") if "D" in found.labels else None
    if spec.vague:
        return None
    sign = -1 if found.labels["s"].kind == "before" else 1
    return found.node("rday", Shift(tuple((sign * n, u) for n, u in spec.steps), base))


def _in_future(found: Found) -> Token | None:
    """Read "in two weeks" and "within five days" after a verb of the future."""
    spec, start = _joined(found), found.labels["i"].start
    if spec.vague or found.word("i") not in ("in", "within") or tense_at(found.text, start, start) < 1:
        return None
    if found.word("i") == "in":
        return None if context.is_look_back(found.text, start) else found.node("rday", Shift(spec.steps))
    return found.node("per", Stretch(spec.steps, forward=True)) if len(spec.steps) == 1 else None


def _stretch(found: Found) -> Token | None:
    spec, kind, word = found("d"), found.labels["r"].kind, found.labels["r"]
    if context.is_verb_last(found.text, word.start, word.end):
        return found.node("dur", spec, "d")
    if spec.vague:
        return found.node("vague", Every("PAST_REF" if kind == "past" else "FUTURE_REF"), "r")
    return found.node("per", Stretch(spec.steps, forward=kind == "next"), "r")


def _part(found: Found) -> Token | None:
    return found.node("per", Part(found("p"), found("D")), "p")


def _later_this(found: Found) -> Token | None:
    spec = found("D")
    if not isinstance(spec, Relative):
        return None
    part: Any = {"later": "rest", "earlier": "sofar"}[found.word("p")]
    return found.node(
        "per", Part(part if not spec.offset else "late" if part == "rest" else "early", spec), "p"
    )


def _nth(found: Found) -> Token | None:
    """Read "the first half of 2024", "the third quarter of last year", "the last two weeks of July"."""
    nth = -1 if found.labels["n"].kind == "past" else found("n")
    unit, count = "half" if "half" in found.labels else found("u"), 1
    if "d" in found.labels:
        if len(found("d").steps) > 1 or not float(found("d").steps[0][0]).is_integer():
            return None
        (count, unit) = int(found("d").steps[0][0]), found("d").steps[0][1]
    if nth > 53 or (unit == "half" and nth > 2) or unit in ("second", "minute", "hour", "century"):
        return None
    return found.node("per", Nth(nth, unit, found("D"), count=count), "n")


def _nth_weekday(found: Found) -> Token | None:
    spec = found("w")
    if not isinstance(spec, Weekday) or not 1 <= found("n") <= 5:
        return None
    return found.node("day", Nth(found("n"), "day", found("D"), named=spec.named), "n")


def _last_weekday(found: Found) -> Token | None:
    """Read "the last Friday of July", where "last Friday" has been read alone."""
    spec = found("w")
    if not isinstance(spec, Weekday) or spec.sense != -1:
        return None
    return found.node("day", Nth(-1, "day", found("D"), named=spec.named))


def _of_month(found: Found) -> Token | None:
    return found.node("day", Within(found("D"), day=found("n")), "n") if 1 <= found("n") <= 31 else None


def _week_of(found: Found) -> Token | None:
    return found.node("wk", Shift(((0, "week"),), found("D")), "u") if found("u") == "week" else None


def _dated_part(found: Found) -> Token:
    return found.node("prt", DayPart(found("p"), found("D")))


def _this_part(found: Found) -> Token | None:
    if context.is_title(found.text, found.labels["r"].start, found.labels["p"].start):
        return None
    sense = {"past": -1, "next": 1}.get(found.labels["r"].kind, 0)
    return found.node("prt", DayPart(found("p"), Relative("day", sense)), "r")


def _part_today(found: Found) -> Token:
    return found.node("prt", DayPart(found("p"), Relative("day")))


def _plain_part(found: Found) -> Token:
    return found.node("prt", DayPart(found("p")))


def _tonight(found: Found) -> Token:
    return found.node("prt", DayPart("night", Relative("day")))


def _every(found: Found) -> Token:
    spec = found("x")
    if isinstance(spec, Weekday | Duration):
        return found.node("set", Every(spec.code()))
    code = {"day": "P1D", "week": "P1W", "month": "P1M", "year": "P1Y", "quarter": "P3M"}.get(
        str(spec), "XXXX"
    )
    return found.node("set", Every(code))


_OFTEN: Final = {
    "daily": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M", "quarterly": "P3M", "hourly": "PT1H",
    "nightly": "P1D", "semiannual": "P6M", "everyday": "P1D",
}  # fmt: skip


def _often(found: Found) -> Token | None:
    if context.is_title(found.text, found.labels["x"].start, found.tokens[found.end - 1].end + 1):
        return None
    return found.node("set", Every(_OFTEN.get(found.word("x"), "P1Y")))


def _weekdays(found: Found) -> Token:
    return found.node("set", Every(Weekday(found("x")).code()))


COMBINED: Final = Grammar(
    [
        ("dur (comma? and? dur){0,3} ago", _ago),
        ("dur (and? dur){1,3}", _join),
        ("d:dur s:from/after/before (now|D:rday)", _shifted),
        ("i:in the? next? dur (comma? and? dur){0,3}", _in_future),
        ("every otherword? x:wd/dur/unit/daypart", _every),
        ("x:weekdays", _weekdays),
        ("x:often", _often),
        ("n:ord dash? (u:unit|half:halfword) (of|in) the? D:mon/yr/rmon/per/rday/wk", _nth),
        ("n:ord dash? u:unit D:yr", _nth),
        ("n:past/ord (d:dur|dash? u:unit) of the? D:mon/yr/rmon/per", _nth),
        ("n:past half:halfword of the? D:mon/yr/rmon/per", _nth),
        ("n:ord w:wd (of|in) the? D:mon/rmon", _nth_weekday),
        ("w:wd of the? D:mon/rmon", _last_weekday),
        ("n:ord u:unit? of D:rmon", _of_month),
        ("r:past/next d:dur", _stretch),
        (f"(p:part dash?|p:edge of) the? {_DATE}", _part),
        (f"p:later {_DATE}", _later_this),
        ("(part dash?|later) this p:daypart", _part_today),
        (f"(in the)? part dash? p:daypart (of|on)? {_DAYS}", _dated_part),
        (f"{_DAYS} (comma? in the|dash)? part dash? p:daypart", _dated_part),
        ("(in the)? part dash? p:daypart", _plain_part),
        ("x:dayparts", _often),
        ("u:unit (of|starting on?) the? D:day", _week_of),
        ("r:this/past/next p:daypart", _this_part),
        ("x:tonight", _tonight),
        (f"{_DAYS} (comma? in the|dash)? p:daypart/dayparts", _dated_part),
        (f"p:daypart (of|on) {_DAYS}", _dated_part),
        ("in the part? p:daypart/dayparts", _plain_part),
    ]
)


def _clock_and_year(found: Found) -> Token | None:
    """Read "Wed Oct 26 15:50:06 2016"."""
    day, year = found("D"), found("y")
    if not isinstance(day, Day) or not isinstance(year, Years):
        return None
    return found.node("moment", replace(found("t"), date=replace(day, year=year.year)))


def _dated_clock(found: Found) -> Token:
    return found.node("moment", replace(found("t"), date=found("D")))


def _moment_of_part(found: Found) -> Token | None:
    """Read "tonight at 9": an hour without a.m. or p.m. is taken from the part of the day."""
    part, clock = found("p"), found("t")
    if not isinstance(part, DayPart):
        return None
    late = part.part in ("evening", "night", "afternoon") and clock.hour < 12 and "m" not in found.word("t")
    return found.node("moment", replace(clock, date=part.date, hour=clock.hour + (12 if late else 0)))


def _spoken_hour(found: Found) -> Token | None:
    """Read "tonight at nine" and "8 in the morning"."""
    part, number = found("p"), found("n")
    if not isinstance(part, DayPart) or not isinstance(number, int) or not 1 <= number <= 12:
        return None
    late = part.part != "morning" and number < 12
    return found.node("moment" if part.date else "clk", Clock(number + 12 * late, date=part.date))


def _set_at(found: Found) -> Token:
    return found.node("set", found("s"))


MOMENTS: Final = Grammar(
    [
        ("D:day t:clk y:yr", _clock_and_year),
        (f"{_DAYS} comma? (at|about|by|dash|before|after|until)? about? t:clk", _dated_clock),
        (f"t:clk comma? (on|of|in)? {_DAYS}", _dated_clock),
        ("p:prt comma? (at|about|by)? about? t:clk", _moment_of_part),
        ("t:clk comma? (on|in)? p:prt", _moment_of_part),
        ("p:prt (at|about|by) n:num", _spoken_hour),
        ("n:num p:prt", _spoken_hour),
        ("s:set at? clk", _set_at),
        ("clk on? s:set", _set_at),
    ]
)
