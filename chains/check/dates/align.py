"""How far a sentence of a source speaks of the same event as a sentence of the draft, and which dates face each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import zip_longest
from typing import Final, NamedTuple

from presscheck.text.mentions import DateMention
from presscheck.text.tokens import placed_words
from presscheck.text.words import STOPWORDS, lemma

DATE: Final = "\0date"
"""Stands for every date, so that dates are aligned by the words around them."""
NEAR: Final = 7
"""How many words to either side of a date say what it dates."""
NEAR_THERE: Final = 12
"""How many words to either side of the source's date these are looked for among."""
CLAUSE: Final = 14
"""How many words to either side of a date are taken for its clause in a long sentence."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as lemmas in order; a date is one word. `weights` are 0 for stop words and dates, 2 for names, figures."""

    words: tuple[str, ...]
    weights: tuple[float, ...]
    places: tuple[int, ...]
    """Which word each date of the sentence is, in the order of the dates."""
    content: frozenset[str] = field(default_factory=frozenset)


def read_line(text: str, dates: Sequence[DateMention]) -> Line:
    """Read a sentence; the dates' offsets count from its start."""
    return _read(text, tuple((d.start, d.end) for d in dates))


@lru_cache(maxsize=8192)
def _read(text: str, spans: tuple[tuple[int, int], ...]) -> Line:
    words: list[str] = []
    weights: list[float] = []
    places: list[int] = []
    for token, start in placed_words(text):
        at = len(places)
        if at and start < spans[at - 1][1]:
            continue
        if at < len(spans) and start + len(token) > spans[at][0]:
            places.append(len(words))
            words.append(DATE)
            weights.append(0.0)
        else:
            word, weight = _weighed(token)
            words.append(word)
            weights.append(weight)
    content = frozenset(w for w, g in zip(words, weights, strict=True) if g)
    return Line(tuple(words), tuple(weights), tuple(places), content)


_SAME: Final = {
    "depart": "leave", "exit": "leave", "begin": "start", "commence": "start", "conclude": "end", "finish": "end",
    "post": "share", "retweet": "share", "publish": "release", "purchase": "buy", "wed": "marry", "pass": "adopt",
}  # fmt: skip
"""Words that news uses for each other when it dates an act."""


@lru_cache(maxsize=32768)
def _weighed(written: str) -> tuple[str, float]:
    """Return a word's lemma and weight."""
    word = _SAME.get(lemma(written), lemma(written))
    if word in STOPWORDS or len(word) < 2:
        return word, 0.0
    return word, 2.0 if written[0].isdigit() or written[0].isupper() else 1.0


class Weights:
    """How much each word tells: names and figures twice as much as others, and all the more the rarer it is.

    Rarity is counted among the sentences found for a claim: a word that stands in all of them tells hardly anything.
    """

    def __init__(self, found: Sequence[Line]) -> None:
        self._count = Counter(word for line in found for word in line.content)
        self._all = max(len(found), 20) + 1  # of a few sentences nothing can be said

    def of(self, line: Line, reach: range | None = None) -> dict[str, float]:
        """Return the content words of a line, or of a stretch of it, with their weights."""
        places = range(len(line.words)) if reach is None else reach
        return {
            line.words[i]: line.weights[i] * self._rarity(line.words[i]) for i in places if line.weights[i]
        }

    def _rarity(self, word: str) -> float:
        return max(0.1, 1.0 - math.log(self._count[word] or 1) / math.log(self._all))


class Overlap(NamedTuple):
    """What words of a claim and a sentence of a source have in common: the weighed share, the weight, and how many."""

    share: float
    weight: float
    words: int


def overlap(words: Mapping[str, float], there: Container[str]) -> Overlap:
    """Return how far weighed words of a claim stand in a sentence of a source."""
    total, common = sum(words.values()), [g for w, g in words.items() if w in there]
    return Overlap(sum(common) / total if total else 0.0, sum(common), len(common))


def around(line: Line, at: int, reach: int) -> range:
    """Return the places of the words up to `reach` from a place."""
    return range(max(0, at - reach), min(len(line.words), at + reach + 1))


def names(line: Line, places: range) -> frozenset[str]:
    """Return the names and figures among some words of a line."""
    return frozenset(line.words[i] for i in places if line.weights[i] > 1)


def facing(claim: Line, at: int, source: Line) -> tuple[int | None, float]:
    """Return which date of the source faces the claim's date, and the share of words around both that is the same.

    The sentences are aligned by their longest common subsequence; a date faces another if they are aligned with each other.
    """
    from rapidfuzz.distance import LCSseq

    for block in LCSseq.opcodes(claim.words, source.words):
        if block.tag == "equal" and block.src_start <= at < block.src_end:
            there = block.dest_start + at - block.src_start
            return there, _sameness(claim, at, source, there)
    return None, 0.0


_LINKS: Final = frozenset({"on", "in", "at", "of", "the"})
"""Words that a date takes or leaves as it is written ("on Monday", "yesterday"): not compared."""


def _sameness(claim: Line, at: int, source: Line, there: int) -> float:
    """Return the share of equal words among the three on each side of both dates; an end of both counts for nothing."""
    same = asked = 0
    for step in (-1, 1):
        for mine, other in zip_longest(_beside(claim, at, step), _beside(source, there, step)):
            asked += 1
            same += mine == other
    return same / asked if asked else 1.0


def _beside(line: Line, at: int, step: int) -> list[str]:
    words = line.words[at + 1 :] if step > 0 else line.words[:at][::-1]
    return [word for word in words[:6] if word not in _LINKS][:3]
