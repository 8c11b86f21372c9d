"""What stands behind a number and multiplies it: "million", "bn", "dozen", "and a half"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from presscheck.text.number_words import PARTS, SCALES, SHORT_SCALES, UNITS

Form = Literal["digits", "words", "fraction", "vague"]


class Number(NamedTuple):
    """A number as read: its value (`low` and `high` differ for "hundreds"), its span, and how it is written."""

    low: float
    high: float
    start: int
    end: int
    form: Form
    scaled: bool = False
    """A scale stands with it: "million", "bn", "k"."""


def any_of(words: Iterable[str]) -> str:
    """Return the words as alternatives of a regular expression, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


AND_PART = re.compile(rf"[ -]and[ -](?:(an?|one|two|three|four|five)[ -])?(halves|(?:{any_of(PARTS)})s?)\b")
SCALE = re.compile(rf"(?:\s{{1,2}}|-|(?<=\d))({any_of([*SCALES, 'hundred'])})s?\b")
_SHORT_SCALE = re.compile(
    rf"(?:[\u00a0 ]?({any_of(SHORT_SCALES.keys() - {'m', 'b', 't', 'k', 'mm'})})|(mm|[mbtk]))\b(?![.]\w)"
)
_SCALE_APART = re.compile(r"[ \u00a0\u202f]([mb])\b(?![.'&]?\w|\.\s\w)")
"""In an amount of money a lone letter may stand apart: "€50 m"."""
_DOZEN = re.compile(r"[\s-](dozen|score)s?\b(?! of the)")


def part_value(match: re.Match[str]) -> float:
    """Return what "and a half" adds, as a share of one."""
    count = UNITS.get(match[1] or "a", 1)
    return count / size_of(match[2])


def size_of(word: str) -> float:
    """Return how many of a part make a whole: "halves" 2, "thirds" 3."""
    return 2.0 if word == "halves" else PARTS[word if word in PARTS else word[:-1]]


def scaled_number(folded: str, start: int, value: float, end: int, form: Form, money: bool = False) -> Number:
    """Return a number with the scale, the part of it and the dozens that stand behind: "2.5 million", "two million and a half"."""
    scaled = False
    factor = 1.0
    while match := SCALE.match(folded, end):
        factor = 100.0 if match[1] == "hundred" else SCALES[match[1]]
        value, end, scaled = value * factor, match.end(), True
    if scaled and (more := AND_PART.match(folded, end)) and SCALE.match(folded, more.end()) is None:
        value, end = value + part_value(more) * factor, more.end()
    if not scaled and form == "digits" and (short := _SHORT_SCALE.match(folded, end)):
        mark = short[1] or short[2]
        if short[1] or money or _letter_is_scale(folded, mark, short.end()):
            value, end, scaled = value * SHORT_SCALES[mark], short.end(), True
    if not scaled and money and form == "digits" and (apart := _SCALE_APART.match(folded, end)):
        value, end, scaled = value * SHORT_SCALES[apart[1]], apart.end(), True
    if not scaled and (dozen := _DOZEN.match(folded, end)) and value < 100:
        value, end = value * (12 if dozen[1] == "dozen" else 20), dozen.end()
    return Number(rounded(value), rounded(value), start, end, form, scaled)


_MILLIONS_OF = re.compile(
    r"\s+(?:[a-z-]+\s+){0,4}?(?!hurdles\b|freestyle\b|finals?\b|heats?\b)(?:people|men|women|children|[a-z]{2,}(?<!s)s)\b"
)
_METRES = re.compile(
    r"\s*(?:$|[(.,;)]|(?:long|wide|tall|high|deep|away|race|sprint|above|below|of|to|from|and|or|in|at|by|on|the|hurdles)\b)"
)


def _letter_is_scale(folded: str, letter: str, end: int) -> bool:
    """Tell million from metre where no currency helps: "2.7m sales" against "37m long"."""
    if letter != "m":
        return letter in "bk"
    return _METRES.match(folded, end) is None and _MILLIONS_OF.match(folded, end, end + 60) is not None


def rounded(value: float) -> float:
    """Take off the dust of binary fractions: 2.2 × 1e6 is 2,200,000."""
    return float(f"{value:.12g}")
