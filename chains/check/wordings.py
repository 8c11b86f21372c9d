"""Amounts that are written in several ways, read as one: "50 , 000", "5 per cent" and "5%", "$50m"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

SIGNS = {"%": "percent", "$": "dollar", "£": "pound", "€": "euro"}
"""What a sign is read as."""
AMOUNTS = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "tn": "trillion"} | {
    word: word for word in ("million", "billion", "trillion")
}
"""What letters behind a number are read as."""
AMOUNT = re.compile(rf"(\d[\d.,]*)({'|'.join(AMOUNTS)})$")
"""A number and the letters behind it, written as one word."""
_APART = re.compile(r"\d , \d{3}\b|\bper cent")
Token = tuple[str, int]
Placed = tuple[str, int, int]
"""A token, its start and its end."""


def whole(tokens: Iterable[Token], text: str) -> Iterator[Placed]:
    """Yield the tokens of a text with start and end; a number with thousands apart, and "per cent", as one."""
    if not _APART.search(text):
        yield from ((token, start, start + len(token)) for token, start in tokens)
        return
    line = list(tokens)
    while line:
        token, size = _first(line)
        (_, start), (last, behind) = line[0], line[size - 1]
        yield token, start, behind + len(last)
        del line[:size]


def _first(line: list[Token]) -> tuple[str, int]:
    """Return what stands first, and how many tokens it spans."""
    token, size = line[0][0], 1
    if token == "per" and line[1:2] and line[1][0] == "cent":
        return "percent", 2
    if not token.isdigit() or len(token) > 3:
        return token, 1
    while _thousands(line[size - 1 : size + 2]):
        token += line[size + 1][0]
        size += 2
    return token, size


def _thousands(three: list[Token]) -> bool:
    """Tell whether a comma with a space on either side and three digits follow a number."""
    if len(three) < 3:
        return False
    (number, a), (comma, b), (digits, c) = three
    return comma == "," and b == a + len(number) + 1 and c == b + 2 and digits.isdigit() and len(digits) == 3
