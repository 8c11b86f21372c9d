"""A sentence as tokens, each quotation in it one token."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

TOKEN = re.compile(
    r"[’'][sS]\b|(?<=s)[’'](?=\s+\w)|@\w+"
    r"|[^\W_](?:[\w@&/]|[’'](?![sS]\b)(?=\w)|\.(?=\w)|-(?=\w))*|\S"
)
POSSESSIVES = frozenset(("’s", "'s", "’", "'"))


class Token(NamedTuple):
    """A word, a punctuation mark, or a whole quotation (`quote` is its number, else -1)."""

    text: str
    start: int
    end: int
    low: str
    quote: int = -1


def tokenise(text: str, start: int, end: int, quotes: Mapping[int, tuple[int, int]]) -> list[Token]:
    """Cut a masked sentence into tokens; `quotes` gives (end, number) by where a masked quotation starts."""
    tokens: list[Token] = []
    at = start
    while at < end:
        if at in quotes:
            at, number = quotes[at]
            tokens.append(Token("", tokens[-1].end if tokens else start, at, "", number))
            continue
        match = TOKEN.search(text, at, end)
        if match is None:
            break
        if match.start() in quotes:
            at = match.start()
            continue
        at = match.end()
        tokens.append(Token(match[0], match.start(), at, match[0].lower()))
    return tokens


def is_capital(token: Token) -> bool:
    """Tell whether a token can be a part of a name."""
    return token.text[:1].isupper() or token.text[:1] == "@"


def word_at(tokens: list[Token], at: int) -> str:
    """Return the lower-case word at a place, "" beyond the sentence or for a quotation."""
    return tokens[at].low if 0 <= at < len(tokens) else ""
