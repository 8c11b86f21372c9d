"""Reads the dates, times and durations of a text with the grammars, stage by stage, and places them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from presscheck.text.date_calendar import Period, iso
from presscheck.text.date_compound import Between, Duration
from presscheck.text.date_holidays import HOLIDAY_WORDS
from presscheck.text.date_lexer import Token, tokens
from presscheck.text.date_lexicon import WORDS
from presscheck.text.date_near import NEAR
from presscheck.text.date_numbers import NUMBERS
from presscheck.text.date_points import ABSOLUTE, BARE
from presscheck.text.date_ranges import DATED_RANGES, RANGES
from presscheck.text.date_relative import Stretch
from presscheck.text.date_rules import Grammar
from presscheck.text.date_spans import COMBINED, MOMENTS
from presscheck.text.date_specs import Anchor, Spec, Years
from presscheck.text.date_tense import tense_at
from presscheck.text.date_times import TIMES
from presscheck.text.mentions import DateKind, DateMention

_TELLING_KINDS: Final = frozenset(
    "unit month weekday weekdays shortday season daypart dayparts decade today tonight noon ago often clockword".split()
)
_TELLING: Final = HOLIDAY_WORDS.union(
    (word for word, (kind, _) in WORDS.items() if kind in _TELLING_KINDS),
    "second half fifteen sixteen seventeen eighteen nineteen twenty thousand".split(),
)
"""No date is without one of these words, a digit or "p.m.": most sentences have none and need no more reading."""
_DIGIT_OR_CLOCK: Final = re.compile(r"\d|\b[ap]\.?\s?m\b")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_STAGES: Final = (NUMBERS, TIMES, Grammar([*ABSOLUTE, *NEAR, *BARE]), COMBINED, MOMENTS, RANGES, DATED_RANGES)


def read_dates(text: str, published: datetime | None = None) -> list[DateMention]:
    """Return the dates of a text in order; see `presscheck.text.dates.find_dates`."""
    if not _may_tell(text.lower()):
        return []
    found: Sequence[Token] = tokens(text)
    for stage in _STAGES:
        found = stage(text, found)
    at = published.replace(tzinfo=None) if published else None
    return [_mention(text, token, at) for token in found if isinstance(token.value, Spec)]


def _may_tell(lower: str) -> bool:
    return _DIGIT_OR_CLOCK.search(lower) is not None or not _TELLING.isdisjoint(_LETTERS.findall(lower))


def _mention(text: str, token: Token, at: datetime | None) -> DateMention:
    spec: Spec = token.value
    period = _place(text, token, at)
    start = token.start + (4 if text[token.start : token.start + 4].lower() == "the " else 0)
    return DateMention(
        text=text[start : token.end],
        start=start,
        end=token.end,
        low=period.low if period else None,
        high=period.high if period else None,
        grain=period.grain if period else spec.grain,
        kind=_kind(token),
        weekday=spec.weekday,
        relative=spec.relative,
        seconds=spec.seconds if isinstance(spec, Duration) and not spec.vague else None,
        value=_value(spec, period),
    )


def _place(text: str, token: Token, at: datetime | None) -> Period | None:
    spec: Spec = token.value
    tense = tense_at(text, token.start, token.end) if at and spec.relative else 0
    try:
        return spec.place(Anchor(at, tense))
    except (OverflowError, ValueError):  # outside the calendar's years
        return None


def _value(spec: Spec, period: Period | None) -> str:
    code = spec.code()
    if period is None or code[:2] == "FY":
        return code
    zone = getattr(spec, "zone", "")
    return iso(period) + (zone if zone[:1] in ("Z", "+", "-") else "")


def _kind(token: Token) -> DateKind:
    spec = token.value
    if isinstance(spec, Duration):
        return "duration"
    if token.kind in ("set", "vague"):
        return "set" if token.kind == "set" else "date"
    if isinstance(spec, Between | Stretch) or (isinstance(spec, Years) and 1 < spec.count < 10):
        return "range"
    return "time" if token.kind in ("clk", "moment", "prt") else "date"
