"""Amounts that are written in several ways, read as one: "50 , 000", "5 per cent" and "5%", "$50m"."""

from __future__ import annotations

import re
from collections.abc import Iterable

SIGNS = {"%": "percent", "$": "dollar", "£": "pound", "€": "euro"}
PER_CENT = "per cent"
AS_READ = SIGNS | {PER_CENT: "percent"}
"""The word that signs, and words that belong together, are read as."""
AMOUNTS = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"} | {
    word: word for word in ("million", "billion", "trillion")
}
"""What letters behind a number are read as."""
AMOUNT = re.compile(rf"(\d[\d.,]*)({'|'.join(AMOUNTS)})$")
"""A number and the letters behind it, written as one word."""
_APART = re.compile(rf"\d , \d{{3}}\b|\b{PER_CENT}")
_COMMA = " , "
Token = tuple[str, int]
"""A word, number or mark, and where it starts."""


def whole(tokens: Iterable[Token], text: str) -> Iterable[Token]:
    """Return the tokens of a text; a number whose thousands stand apart, and "per cent", as one, spaces and all."""
    return _joined(list(tokens), text) if _APART.search(text) else tokens


def _joined(line: list[Token], text: str) -> Iterable[Token]:
    at = 0
    while at < len(line):
        size = _size(line[at:], text)
        start, (last, behind) = line[at][1], line[at + size - 1]
        yield text[start : behind + len(last)], start
        at += size


def _size(line: list[Token], text: str) -> int:
    """Return how many tokens belong to the first one, itself among them."""
    token, start = line[0]
    if token == "per" and line[1:2] and line[1][0] == "cent":
        return 2 if text.startswith(PER_CENT, start) else 1
    size = 1
    while 0 < len(token) <= 3 and token.isdigit() and _thousands(line[size - 1 : size + 2], text):
        size += 2
    return size


def _thousands(three: list[Token], text: str) -> bool:
    """Tell whether a comma with a space on either side and three digits follow a number."""
    if len(three) < 3:
        return False
    (number, start), _, (digits, behind) = three
    return text[start + len(number) : behind] == _COMMA and digits.isdigit() and len(digits) == 3
