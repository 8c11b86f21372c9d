"""A text as the tokens that dates are made of; a run of other words becomes one token, which breaks a date off."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final, NamedTuple

from presscheck.text.date_holidays import find_holidays
from presscheck.text.date_lexicon import (
    ABBREVIATED,
    DOUBTFUL_MONTHS,
    MARKS,
    SHORT_ZONES,
    SURE_SHORT_DAYS,
    WORDS,
)


class Token(NamedTuple):
    """A token: what it is ("month", "num", "of", "other" …), what it stands for, and where it stands."""

    kind: str
    value: Any
    start: int
    end: int


_SCAN: Final = re.compile(
    r"""
  (?P<ampm>[ap](?:\.\s?m\.?(?!\w)|m\b))
| (?P<qtr>[QH][1-4]\b)
| (?P<word>[^\W\d_]+)
| (?=[\d'’$£€¥#]) (?:
    (?P<iso>(?<!\d)(?<!\d-)\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d|-\d))
  | (?P<numeric>(?<![\d./-])(?:\d{1,2}([/.-])\d{1,2}\6(?:\d{4}|\d{2})|\d{4}([/.-])\d{1,2}\7\d{1,2})(?![\d/%-]|\.\d))
  | (?P<monthyear>(?<![\d./-])(?:0?[1-9]|1[0-2])[/-](?:19|20)\d\d(?![\d/-]|\.\d))
  | (?P<slashed>(?<![\d./$])\d{1,2}/\d{1,2}(?![\d/%]|\.\d))
  | (?P<clock>(?<![\d:.])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])|(?<![\d.,])\d{1,2}\.\d{2}(?=\s?[ap]\.?m\b))
  | (?P<ord>(?<![\d.,])\d{1,4}(?:st|nd|rd|th)\b)
  | (?P<decade>(?<![\d.,])(?:\d{3}0|['’]?\d0)['’]?s\b)
  | (?P<short_year>['’]\d\d(?![\d\w]))
  | (?P<long>[$£€¥#]\s?\d[\d,.]*|\d{1,3}(?:,\d{3})+(?:\.\d+)?%?|\d+\.\d+%?|\d+%)
  | (?P<num>\d+) )
| (?P<gap>\n[ \t\r]*\n)
| (?P<mark>[^\s\w]|_)
""",
    re.VERBOSE | re.IGNORECASE,
)


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text in order; a paragraph's end and words of no use are `other`."""
    found = list(_scan(text))
    names = find_holidays(text)
    return _with_holidays(found, names) if names else found


def _with_holidays(found: list[Token], names: list[tuple[str, int, int]]) -> list[Token]:
    result: list[Token] = []
    place = 0
    for name, start, end in names:
        while place < len(found) and found[place].start < start:
            result.append(found[place])
            place += 1
        result.append(Token("holiday", name, start, end))
        while place < len(found) and found[place].start < end:
            place += 1
    return result + found[place:]


def _scan(text: str) -> Iterator[Token]:
    skip = -1
    broken = False  # whether the last token was `other`: one is enough
    for match in _SCAN.finditer(text):
        start, end = match.span()
        kind = match.lastgroup or "mark"
        if kind == "word":
            word = match.group().lower()
            token = _word(word, text, start, end) if word in WORDS or text[start:end] in SHORT_ZONES else None
            if token and text[end : end + 1] == "." and word in ABBREVIATED and token.kind != "other":
                skip = end
        elif start == skip:  # the point of an abbreviation
            continue
        else:
            token = _READERS[kind](match.group(), start, end)
        if token is not None and token.kind != "other":
            yield token
            broken = False
        elif not broken:
            yield Token("other", None, start, end)
            broken = True


def _word(word: str, text: str, start: int, end: int) -> Token:
    if word not in WORDS:
        return Token("zone", SHORT_ZONES[text[start:end]], start, end)
    kind, value = WORDS[word]
    if kind == "zone" and not text[start:end].isupper():
        kind = "other"
    if kind == "month" and word in DOUBTFUL_MONTHS:
        kind = "maybe"
    if kind == "shortday" and (word in SURE_SHORT_DAYS or text[end : end + 1] == "."):
        kind = "weekday" if word not in ("sun", "sat", "wed") else kind
    return Token(kind, value, start, end)


def _number(found: str, start: int, end: int) -> Token:
    number = int(found[:18])
    if len(found) == 4 and 1000 <= number < 2200:
        return Token("year", number, start, end)
    return Token("num" if len(found) <= 4 else "long", number, start, end)


def _clock(found: str, start: int, end: int) -> Token:
    parts = [int(p) for p in re.split("[:.]", found)]
    valid = parts[0] <= 24 and all(p < 60 for p in parts[1:])
    return Token("clock" if valid else "long", tuple(parts), start, end)


def _long(found: str, start: int, end: int) -> Token:
    """Read 1,200 and 3.5; money and percentages have no value here, so that nothing is built on them."""
    if not re.fullmatch(r"[\d,.]{1,15}", found):
        return Token("long", None, start, end)
    value = float(found.replace(",", ""))
    return Token("decimal", int(value) if value.is_integer() else value, start, end)


_READERS: Final[dict[str, Callable[[str, int, int], Token]]] = {
    "iso": lambda found, s, e: Token("iso", found, s, e),
    "numeric": lambda found, s, e: Token("numeric", found, s, e),
    "monthyear": lambda found, s, e: Token("monthyear", tuple(map(int, re.split("[/-]", found))), s, e),
    "slashed": lambda found, s, e: Token("slashed", tuple(map(int, found.split("/"))), s, e),
    "clock": _clock,
    "qtr": lambda found, s, e: Token("qtr", (found[0].upper(), int(found[1])), s, e),
    "ord": lambda found, s, e: Token("ord", int(found[:-2]), s, e),
    "decade": lambda found, s, e: Token("decade", int(re.sub(r"\D", "", found)), s, e),
    "short_year": lambda found, s, e: Token("shortyear", int(found[1:]), s, e),
    "long": _long,
    "num": _number,
    "ampm": lambda found, s, e: Token("ampm", found[0].lower(), s, e),
    "gap": lambda found, s, e: Token("other", None, s, e),
    "mark": lambda found, s, e: Token(MARKS.get(found, "other"), found, s, e),
}
