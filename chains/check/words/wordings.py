"""What is written in several ways, read as one: "50 , 000", "5 per cent" and "5%", "$50m", "8pm", "has n't"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from presscheck.text.date_words import MONTH_NAMES, MONTHS, SMALL_NUMBERS
from presscheck.text.date_words import TENS as TENS_WORDS

SIGNS = {"%": "percent", "$": "dollar", "£": "pound", "€": "euro"}
PER_CENT = "per cent"
_CUT_MONTHS = {
    cut: MONTH_NAMES[n - 1] for cut, n in MONTHS.items() if len(cut) < 5 and cut not in ("may", "mar")
}
AS_READ = SIGNS | _CUT_MONTHS | {PER_CENT: "percent", "a.m.": "am", "p.m.": "pm", "tv": "television"}
"""The word that signs, and words that belong together, are read as."""
AMOUNTS = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"} | {
    word: word for word in ("million", "billion", "trillion", "am", "pm")
}
"""What letters behind a number are read as."""
AMOUNT = re.compile(rf"(\d[\d.,]*)({'|'.join(AMOUNTS)})$")
"""A number and the letters behind it, written as one word."""
UNITS = [word for word, number in SMALL_NUMBERS.items() if number < 10]
TENS = list(TENS_WORDS)
_SPELT = re.compile(rf"({'|'.join(TENS)})(?: - |-| )({'|'.join(UNITS)})$")
_TOGETHER = re.compile(
    rf"\b\d{{1,3}}(?: , \d{{3}}\b)+|\b(?:1[89]|20)\d\d - \d\d\b(?! -)|\b{PER_CENT}\b|(?<=\w) (?:n't|'(?:s|t|re|ve|ll|m|d))\b"
    rf"|\b(?:{'|'.join(TENS)})(?: - | )(?:{'|'.join(UNITS)})\b"
)
"""What stands apart and belongs together; before an ending ("has n't", "Jolie 's"), the word that it belongs to."""
_YEARS = re.compile(r"((?:1[89]|20)\d\d)(?:-|/| - )(\d\d)$")
_DAY = re.compile(r"((?:1[89]|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")
Token = tuple[str, int]
"""A word, number or mark, and where it starts."""


def whole(tokens: Iterable[Token], text: str) -> Iterable[Token]:
    """Return the tokens of a text, spaces and all as one where a tool or a house style sets them apart.

    Those are a number's thousands, "per cent", a number in words, and the ending of a word.
    """
    spans = list(_spans(text))
    return _joined(list(tokens), spans, text) if spans else tokens


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where characters belong together, of spans that overlap ("should n't 've") the whole."""
    first = end = 0
    for found in _TOGETHER.finditer(text):
        start = found.start() - (found[0][0] == " ")
        if start >= end > 0:
            yield first, end
        first, end = first if 0 < start < end else start, found.end()
    if end:
        yield first, end


def _joined(line: list[Token], spans: list[tuple[int, int]], text: str) -> Iterator[Token]:
    """Yield the tokens, those that a span touches as one."""
    at = 0
    for first, end in [*spans, (len(text), len(text))]:
        while at < len(line) and line[at][1] + len(line[at][0]) <= first:
            yield line[at]
            at += 1
        inside = [token for token in line[at:] if token[1] < end]
        if inside:
            (_, start), (last, behind) = inside[0], inside[-1]
            yield text[start : behind + len(last)], start
            at += len(inside)


def spelt(token: str) -> str | None:
    """Return in figures what a word such as "twenty-five" or "twenty - five" says; None for any other."""
    found = _SPELT.match(token)
    return f"{2 + TENS.index(found[1])}{1 + UNITS.index(found[2])}" if found else None


def calendar(token: str) -> list[str]:
    """Return the words of years and days in figures: of "2018-19" 2018 and 2019, of "2018-11-02" 2018, november and 2."""
    if (years := _YEARS.match(token)) and years[2] > years[1][2:]:
        return [years[1], years[1][:2] + years[2]]
    if day := _DAY.match(token):
        return [day[1], MONTH_NAMES[int(day[2]) - 1], str(int(day[3]))]
    return []
