"""Numbers that are days of a date, hours or years: "May 5", "3 p.m.", "in 1987"."""

from __future__ import annotations

import re

from presscheck.text.common_words import MONTH
from presscheck.text.date_words import SMALL_NUMBERS

_MONTH_BEFORE = re.compile(
    rf"\b(?:{MONTH})\.?\s+(?:the\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s?(?:,|-|to|and|or)\s*)?$"
)
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?(?:\s?-\s?\d{{1,2}})?\s+(?:of\s+)?(?:{MONTH})\b(?!\s+(?:be|have|not|also|well))"
)
_LISTED_DAY = re.compile(
    rf"\s?(?:,|and|or|to|-)\s*\d{{1,2}}(?:st|nd|rd|th)?\s+(?:{MONTH})\b(?!\s+(?:be|have|not|also))"
)
_CLOCK_AFTER = re.compile(
    r"(?::\d\d)|\s?(?:a\.?m\b|p\.?m\b|o'clock)|(?:\s?(?:gmt|utc|bst|est|edt|pst|pdt|cet|hrs)\b)"
)
_MINUTES = re.compile(r"\d{1,2}\.[0-5]\d\s?(?:a\.?m\b|p\.?m\b)")
_CLOCK_BEFORE = re.compile(r"\d:$|\bt\d*$|:\d\d[:.]$")
_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}|\d{1,2}/\d{1,2}/\d{2,4}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}\.\d{1,2}\.\d{4}|9/11\b|24/7\b|\d{1,2}/\d{1,2}(?=\s+(?:attack|terror))"
)
_SLASHED = re.compile(r"/\d{1,2}\b(?![/.]\d)")
# Another list than that of `date_context`: "about 2000" may be a year, yet as a figure it is a count.
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:in|since|until|till|by|from|during|before|after|circa|for|of|to|and|early|late|mid|the|a|this|that|year|through|between|around|back|last|post|pre"
    r"|spring|summer|autumn|fall|winter|fiscal|fy|season|election|q[1-4]|h[12]|end|\d{4})|"
    rf"(?:{MONTH})|[,(/'-])\W{{0,2}}$"
)
_SHARE = re.compile(r"(?:\.\d+)?\s?(?:%|per ?cent\b)")
_CLOCK_WORDS = frozenset(word for word, number in SMALL_NUMBERS.items() if number <= 12)
_YEARS = re.compile(r"(?:1\d|20)\d\d-(?:1\d|20)\d\d(?![\d.,]\d|\s[a-z]+s\b)")
_UP_TO = re.compile(r"\bup to $")
"""Of a length of time, not of a number: "from 2001 up to 2016"."""
_NAMED_FOR = re.compile(
    r"\s+(?:report|act|law|statute|project|commission|treaty|constitution|convention|charter|declaration|census|rebellion"
    r"|revolution|uprising|novel)\b"
    r"(?!\s(?:workers|managers|members|officials|delegates|takers|writers|readers|students|professors|firms|schools|ports|sites|cards)\b)"
)
"""What is called after its year, with an article before it: "the 1776 report"."""
_THE_BEFORE = re.compile(r"(?:\b(?:the|an?|its|his|her|their|this|that)|'s?)\s$")
_YEAR_AFTER = re.compile(r"\s+(?:levels?|baseline|peak|census|highs?|lows)\b")


def dated(folded: str, start: int, end: int) -> bool:
    """Whether the number is the day of a date, an hour, or a piece of either."""
    number = folded[start:end]
    if _SHARE.match(folded, end):
        return False
    if (
        _MINUTES.match(folded, start)
        or _ISO.match(folded, max(0, start))
        or _CLOCK_BEFORE.search(folded, max(0, start - 8), start)
    ):
        return True
    if re.fullmatch(r"\d{1,2}", number) and _SLASHED.match(folded, end):
        return True
    if not re.fullmatch(r"\d{1,4}", number) and number not in _CLOCK_WORDS:
        return False
    if _CLOCK_AFTER.match(folded, end):
        return True
    if len(number) > 2 and not number.isalpha():
        return False
    before = folded[max(0, start - 28) : start]
    return (
        bool(
            _MONTH_BEFORE.search(before) or _MONTH_AFTER.match(folded, end) or _LISTED_DAY.match(folded, end)
        )
        and not number.isalpha()
    )


def year(folded: str, start: int, end: int, counted: bool, hedged: bool) -> bool:
    """Whether a bare number of four digits is a year."""
    number = folded[start:end]
    if not re.fullmatch(r"1[0-9]\d\d|20\d\d", number):
        return bool(re.fullmatch(r"\d{2,4}", number)) and bool(
            re.match(r"'?s\b", folded[end : end + 2] + " ")
        )
    if re.match(r"s\b", folded[end : end + 2] + " "):
        return True
    if _YEARS.match(folded, start) or _YEAR_AFTER.match(folded, end):
        return True
    before = folded[max(0, start - 14) : start]
    if (
        not hedged
        and not number.endswith("00")
        and _NAMED_FOR.match(folded, end)
        and _THE_BEFORE.search(before)
    ):
        return True
    modern = number[:2] in ("19", "20")
    if modern and not counted and _UP_TO.search(before):
        return True
    if modern and not hedged:
        return not (counted and number.endswith("00"))
    if counted and not modern:
        return False
    return bool(_YEAR_BEFORE.search(before)) and (modern or not counted) and not hedged
