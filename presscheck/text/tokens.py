"""Words, numbers and punctuation of a text, with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

# Dotted abbreviations ("U.S.", "a.m."), then words and numbers with their inner marks, then any
# other character.
_WORD = r"""(?:[^\W\d_]\.){2,}(?!\w)
      | \d+(?:[.,:/]\d+)*(?:[-‐‑'’]?[^\W_]+)*
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
    return [Token(m[0], *m.span()) for m in _TOKEN.finditer(text)]


def marks_and_words(text: str) -> list[tuple[str, int]]:
    """Return the same tokens as `tokenize`, each with its start only: half the time where long texts are read."""
    return [(m[0], m.start()) for m in _TOKEN.finditer(text)]


def words_with_places(text: str) -> list[Token]:
    """Return the tokens that are words or numbers."""
    return [Token(m[0], *m.span()) for m in _WORDS.finditer(text)]


def bare_words(text: str) -> list[str]:
    """Return the characters of the tokens that are words or numbers: a third of the time where no place is asked for."""
    return _WORDS.findall(text)
