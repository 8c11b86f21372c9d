"""A text as it is read: wrapped lines joined, what nobody sees or says left out; and the way back to it as given.

More than some tens of digits on end are no number but a word: they are read as letters.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presscheck.text.lines import blocks

_SEEN_BY_NOBODY = "[\u00ad\u200b\u200d\u2060\ufeff]"
COLOUR = re.compile(r"\x1b\[[\d;]*[A-Za-z]")
"""The colours of a terminal."""
UNSEEN = re.compile(rf"{_SEEN_BY_NOBODY}+|{COLOUR.pattern}")
"""Soft hyphens, spaces and joiners of no width, and the colours of a terminal."""
_STRESS = r"(?<![\w*])(?:\*\*|__)(?=[^\s*_])|(?<=[^\s*_])(?:\*\*|__)(?![\w*])"
_ADDRESS = r"\]\((?:https?:|mailto:|[/.])[^\s()]*\)"
_MARKDOWN = re.compile(rf"{_STRESS}|!?\[(?=[^\[\]\n]{{1,300}}{_ADDRESS})|{_ADDRESS}")
"""What Markdown sets around words: "**bold**", "__bold__", "[words](address)"."""
_EDIT = re.compile(
    rf"(?P<line>(?:(?P<hyphen>(?<=[^\W_])(?:-|\u00ad))|(?<![ \t\xa0]))[ \t\xa0]*(?:\r\n|[\n\r\u2028\u2029])[ \t\xa0]*)"
    rf"|(?P<digits>[0-9](?:[.,]?[0-9]){{40,}})|{UNSEEN.pattern}|{_MARKDOWN.pattern}"
)
_LETTERS = str.maketrans("0123456789", "abcdefghij")


class Reading(NamedTuple):
    """A text as it is read. `places` are where characters were left out before, `given` what stands there as given."""

    text: str
    places: tuple[int, ...] = ()
    given: tuple[int, ...] = ()

    def given_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the place in the text as given of `text[start:end]`."""
        first = self._given_at(start)
        return first, max(first, self._given_at(end - 1) + 1) if end > start else first

    def read_at(self, offset: int) -> int:
        """Return the place in the text as read of a place in the text as given."""
        i = bisect_right(self.given, offset)
        shifted = offset - (self.given[i - 1] - self.places[i - 1]) if i else offset
        return min(shifted, self.places[i]) if i < len(self.places) else shifted

    def _given_at(self, offset: int) -> int:
        i = bisect_right(self.places, offset)
        return offset + (self.given[i - 1] - self.places[i - 1]) if i else offset


@lru_cache(maxsize=256)
def read(text: str) -> Reading:
    """Return the text as it is read."""
    pieces: list[str] = []
    places: list[int] = []
    given: list[int] = []
    at = length = 0
    for start, end, put in _edits(text):
        pieces += (text[at:start], put)
        length += start - at + len(put)
        if len(put) != end - start:
            places.append(length)
            given.append(end)
        at = end
    return Reading("".join((*pieces, text[at:])), tuple(places), tuple(given)) if pieces else Reading(text)


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is read otherwise: start, end and what is read there."""
    spans = list(blocks(text))
    starts = [start for start, _ in spans]
    for match in _EDIT.finditer(text):
        start, end = match.span()
        within = bisect_right(starts, start) - 1
        if match["digits"]:
            yield start, end, match["digits"].translate(_LETTERS)
        elif match["line"] is None:
            yield start, end, ""
        elif within >= 0 and end < spans[within][1]:
            yield start, end, _read_break(match["hyphen"])
        elif "\r\n" in match[0] or match["hyphen"] == "\u00ad":
            yield start, end, match[0].replace("\r\n", "\n").replace("\u00ad", "")


def _read_break(hyphen: str | None) -> str:
    """Return what a line break within a paragraph is read as: a space, none in a hyphenated word."""
    return " " if hyphen is None else hyphen.replace("\u00ad", "")
