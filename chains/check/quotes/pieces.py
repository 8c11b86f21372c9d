"""A quotation taken apart: sayings (each to be found by itself) of pieces that an ellipsis parts, of words and brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presscheck.chains.check.quotes.spoken import said_twice
from presscheck.chains.check.quotes.words import FILLERS, Word, read_words

BRACKET = "["
"""The key of a bracket put into a quotation: it may stand for a few words of the source, or for none."""

_ELLIPSIS = re.compile(r"[\[(]\s*(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s*[\])]|…|\.\s?\.\s?\.(?:\s?\.)?")
_BRACKETED = re.compile(r"(?<![^\W\d_])\[[^\]\n]{1,160}\](?![^\W\d_])|\([^)\n]{1,160}\)")
_SENTENCE_END = re.compile(r"[.?!…][\"'”’)\]]*\s*$")


class Piece(NamedTuple):
    """Words that stand together in a quotation, with offsets into the draft; `raw` as written.

    `keys` leave out brackets, "uh" and words said twice.
    """

    words: tuple[Word, ...]
    raw: tuple[str, ...]
    keys: tuple[str, ...]

    @property
    def written(self) -> list[str]:
        """The keys of all words, those in brackets too."""
        inside = ([i.key for i in read_words(w.stem)] if w.key == BRACKET else [w.key] for w in self.words)
        return [key for keys in inside for key in keys]

    @property
    def run(self) -> str:
        """The words as written but "[T]he" as "The", to be searched for."""
        said = (r for w, r in zip(self.words, self.raw, strict=True) if w.key != BRACKET)
        return " ".join(said).replace("[", "").replace("]", "")


class Saying(NamedTuple):
    """A part of a quotation that must stand in one place; between its pieces an ellipsis stands for words left out."""

    start: int
    end: int
    pieces: tuple[Piece, ...]

    @property
    def every_key(self) -> list[str]:
        """The keys of all words but brackets."""
        return [w.key for p in self.pieces for w in p.words if w.key != BRACKET]

    @property
    def keys(self) -> list[str]:
        """The keys of all words but brackets, "uh" and what is said twice."""
        return [k for p in self.pieces for k in p.keys]


def sayings(text: str, parts: Sequence[tuple[int, int]]) -> list[Saying]:
    """Take a quotation apart; `parts` are its (start, end) in the text.

    A part after "…," X said. "…" that starts a new sentence is a saying of its own; one that goes on is not.
    """
    groups: list[list[tuple[int, int]]] = []
    for part in parts:
        if groups and not _starts_anew(text, groups[-1][-1], part):
            groups[-1].append(part)
        else:
            groups.append([part])
    found = (Saying(g[0][0], g[-1][1], tuple(_pieces(text, g))) for g in groups)
    return [s for s in found if s.pieces]


def _starts_anew(text: str, before: tuple[int, int], part: tuple[int, int]) -> bool:
    between = text[before[1] : part[0]].rstrip("\"'“‘ \n\t")
    ended = _SENTENCE_END.search(text[before[0] : before[1]]) or between.endswith((".", "!", "?", ":"))
    return bool(ended) and not text[part[0] : part[0] + 1].islower()


def _pieces(text: str, group: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """Cut the parts of a saying at each ellipsis."""
    words: list[Word] = []
    for start, end in group:
        at = start
        for mark in (*_ELLIPSIS.finditer(text, start, end), None):
            stop = mark.start() if mark else end
            words += _read(text, at, stop)
            if mark:
                if words:
                    yield _piece(text, words)
                words, at = [], mark.end()
    if words:
        yield _piece(text, words)


def _piece(text: str, words: list[Word]) -> Piece:
    spoken = [i for i, w in enumerate(words) if w.key != BRACKET and w.key not in FILLERS]
    repeated = {i for run in said_twice(text, words, spoken) for i in run}
    lean = tuple(words[i].key for i in spoken if i not in repeated)
    return Piece(tuple(words), tuple(text[w.start : w.end] for w in words), lean)


def _read(text: str, start: int, end: int) -> Iterator[Word]:
    """Yield the words of a stretch; a bracket is one word."""
    at = start
    for mark in (*_BRACKETED.finditer(text, start, end), None):
        stop = mark.start() if mark else end
        yield from (w._replace(start=w.start + at, end=w.end + at) for w in read_words(text[at:stop]))
        if mark:
            yield Word(BRACKET, *mark.span(), mark[0][1:-1])
            at = mark.end()
