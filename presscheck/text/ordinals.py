"""Places in an order: "third package", "96th minute", "twenty-first"; centuries, days of a month and idioms left out."""

from __future__ import annotations

import re
from typing import NamedTuple

from presscheck.text.common_words import MONTH
from presscheck.text.number_words import ORDINALS, SCALES, TENS, UNITS


class Ordinal(NamedTuple):
    """An ordinal number as read."""

    value: float
    start: int
    end: int


_SIMPLE = "|".join(sorted(ORDINALS, key=len, reverse=True))
_CARDINAL = "|".join(sorted([*TENS, *UNITS, *SCALES, "hundred", "and"], key=len, reverse=True))
START = rf"\b\d{{1,3}}(?:,\d{{3}})*(?:st|nd|rd|th)\b|\b(?:(?:{_CARDINAL})[\s-]+){{0,5}}(?:{_SIMPLE})\b"
WORDS = (*ORDINALS, *TENS, *UNITS, *SCALES, "hundred", "and")
"""The words with which one may begin, but for digits."""
_ORDINAL = re.compile(START)
_NOT_AFTER = re.compile(
    r"\s+(?:of\s+all|lt\b|sgt|lieutenant|century|centuries|lady|aid|class|hand|name|minister|responders?|thoughts?|nature|wind|guess|floor|street|avenue|person|world|party|amendment"
    rf"|half|quarter|(?:of\s+)?(?:{MONTH})|base|baseman|down|and\s+foremost|glance|sight|rate|things?|parties|that|to\s+(?:last|none)|in\s+line)\b|(?<=\bfirst)\s+place\b"
    r"|-(?:century|hand|class|rate|degree|party|quarter|half|person|floor|generation)\b|\s*$"
)
_NOT_BEFORE = re.compile(
    rf"(?:\b(?:at|from\s+the\s+very|a(?=\s+[a-z])|per|every|one|split|for\s+a|in\s+a|two|three|four|five|six|seven|eight|nine|ten|\d|the\s+other|few|within|each)\s+|[.\d]\s?"
    rf"|(?:{MONTH})\.?\s+(?:the\s+)?)$"
)
_ADVERB = re.compile(
    r"\s+(?:[a-z]+ed|became|began|came|took|met|saw|said|won|made|went|got|did|started|let|of)\b"
)


def read_ordinal(folded: str, at: int) -> Ordinal | None:
    """Return the ordinal that begins at `at`, or None where it is a date, a fraction, a unit of time or an idiom."""
    match = _ORDINAL.match(folded, at)
    if match is None or _NOT_AFTER.match(folded, match.end()):
        return None
    before = folded[max(0, at - 20) : at]
    if _NOT_BEFORE.search(before):
        return None
    if match[0] == "first" and _ADVERB.match(folded, match.end()):
        return None
    return Ordinal(_value(match[0]), at, match.end())


def _value(words: str) -> float:
    if words[0].isdigit():
        return float(re.sub(r"[^\d]", "", words))
    total, group = 0.0, 0.0
    for word in re.split(r"[\s-]+", words):
        if word in SCALES:
            total, group = total + (group or 1) * SCALES[word], 0.0
        elif word == "hundred":
            group = (group or 1) * 100
        elif word in ORDINALS and ORDINALS[word] >= 100:
            group = (group or 1) * ORDINALS[word]
        else:
            group += UNITS.get(word, TENS.get(word, ORDINALS.get(word, 0)))
    return total + group
