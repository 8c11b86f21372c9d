"""Words, numbers and punctuation of a text, with their places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# Dotted abbreviations ("U.S.", "a.m."), then words and numbers with their inner marks, then any
# other character.
_WORD = r"""(?:[^\W\d_]\.){2,}(?!\w)
      | \d+(?:[.,:/]\d+)*(?:[-‐‑]\d+(?:,\d{3}(?!\d)|[.:]\d+)+|[-‐‑'’]?[^\W_]+)*
      | [^\W_]+(?:(?:[-‐‑'’&]|\.(?=[a-z\d]))[^\W_]+)*"""
_TOKEN = re.compile(rf"{_WORD} | [^\s\w]|_+", re.VERBOSE)
_WORDS = re.compile(_WORD, re.VERBOSE)


class Token(NamedTuple):
    """A word, number or mark: `text == whole[start:end]`."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it begins with a letter or digit."""
        return self.text[0].isalnum()


def tokenize(text: str) -> list[Token]:
    """Return the tokens in order; words keep inner apostrophes and hyphens, other marks stand alone."""
    return [Token(token, start, start + len(token)) for token, start in marks_and_words(text)]


def marks_and_words(text: str) -> Iterator[tuple[str, int]]:
    """Yield the same tokens as `tokenize`, each with its start only."""
    return _placed(_TOKEN.findall(text), text)


def placed_words(text: str) -> Iterator[tuple[str, int]]:
    """Yield the tokens that are words or numbers, each with its start only."""
    return _placed(_WORDS.findall(text), text)


def bare_words(text: str) -> list[str]:
    """Return the characters of the tokens that are words or numbers."""
    return _WORDS.findall(text)


def _placed(tokens: Iterable[str], text: str) -> Iterator[tuple[str, int]]:
    """Yield tokens with their starts: between two of them stands nothing that either could begin with."""
    at = 0
    for token in tokens:
        start = text.find(token, at)
        yield token, start
        at = start + len(token)
