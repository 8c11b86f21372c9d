"""A claimed figure with the words of its sentence, and the words and names that stand around any figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from presscheck.chains.check.figures.levels import Part, part_of_change
from presscheck.chains.check.figures.times import Time, time_claimed
from presscheck.chains.check.figures.told import Told
from presscheck.chains.check.figures.votes import is_margin
from presscheck.text.date_words import MONTH_NAMES, WEEKDAY_NAMES
from presscheck.text.mentions import Figure, Sentence
from presscheck.text.tokens import placed_words
from presscheck.text.words import STOPWORDS, lemma, normalise

NEAR = 60
"""Characters on either side of a claimed figure whose words say what it measures."""


class Term(NamedTuple):
    """A content word, or a number in digits, and where it starts."""

    word: str
    start: int


@lru_cache(maxsize=8192)
def terms(text: str) -> tuple[Term, ...]:
    """Return the content words of a sentence with their places."""
    words = [(word, start) for word, start in placed_words(normalise(text)) if word not in STOPWORDS]
    return tuple([Term(word if word[0].isdigit() else _base(word), start) for word, start in words])


@lru_cache(maxsize=8192)
def word_set(text: str) -> frozenset[str]:
    """Return the content words of a sentence, each once."""
    return frozenset([t.word for t in terms(text)])


_SAME = {
    "die": "kill",
    "dead": "kill",
    "death": "kill",
    "fatality": "kill",
    "hurt": "injure",
    "wound": "injure",
    "injury": "injure",
    "workforce": "employ",
    "staff": "employ",
    "employee": "employ",
    "payroll": "employ",
    "sale": "revenue",
    "turnover": "revenue",
    "quake": "earthquake",
    "inhabitant": "population",
}
"""Words that news uses for each other when it counts victims, staff, takings or people."""


@lru_cache(maxsize=16384)
def _base(word: str) -> str:
    base = lemma(word)
    return _SAME.get(base, base)


_CAPITAL = re.compile(r"(?<=[a-z0-9,;)’'&] )[A-Z][A-Za-z]+(?:-[A-Z][a-z]+)*")
_NO_NAMES = frozenset(
    [*"president minister governor senator secretary the mr mrs ms dr".split(), *WEEKDAY_NAMES, *MONTH_NAMES]
)


@lru_cache(maxsize=8192)
def capitals(text: str) -> tuple[Term, ...]:
    """Return the words inside a sentence that have a capital, as names have, with their places."""
    found = ((lemma(m[0]), m.start()) for m in _CAPITAL.finditer(text))
    return tuple(Term(word, start) for word, start in found if word not in _NO_NAMES)


def outside(found: Sequence[Term], figure: Figure, *, counted: bool = False) -> list[Term]:
    """Return the terms that are not part of the figure; with the noun that it counts, if wanted."""
    noun = _base(figure.unit) if counted and figure.unit else None
    return [t for t in found if t.word == noun or not figure.start <= t.start < figure.end]


def around(found: Sequence[Term], figure: Figure, reach: int) -> list[Term]:
    """Return the terms at most `reach` characters from the figure."""
    low = bisect_left(found, figure.start - reach, key=_start)
    return list(found[low : bisect_left(found, figure.end + reach, key=_start)])


_start = attrgetter("start")


class Claimed(NamedTuple):
    """A figure of the draft with the terms of its sentence; its offsets count from the sentence's start."""

    told: Told
    all: tuple[str, ...]
    near: tuple[tuple[str, float], ...]
    names: frozenset[str] = frozenset()
    part: Part = ""
    margin: bool = False
    """Whether it tells by how much a vote or a game was won."""
    time: Time = ""
    """Which of two levels it is told as."""

    @property
    def figure(self) -> Figure:
        """The figure itself."""
        return self.told.figure


def all_claimed(figures: Sequence[Figure], sentence: Sentence) -> list[Claimed]:
    """Take the figures of a sentence of the draft with what stands around each."""
    moved = [
        f.model_copy(update={"start": f.start - sentence.start, "end": f.end - sentence.start})
        for f in figures
    ]
    return [claimed(Told(sentence.text, f, moved)) for f in moved]


_SAYS = (
    r"(?:said|says|told reporters|added|noted|stated|announced|explained|acknowledged|confirmed|stressed)\b"
)
_NAMED = r"(?:[A-Z][\w.’'-]*\s){1,5}(?:,[^,\d]{3,50},\s)?"
_SPEAKER = re.compile(
    rf"^{_NAMED}{_SAYS}(?: that\b)?|,\s(?:{_NAMED}{_SAYS}|according to {_NAMED.replace('{1,5}', '{0,4}')}[A-Z])"
)


def _unsaid(found: Sequence[Term], sentence: str) -> list[Term]:
    """Leave out who is said to say it: a transcript's sentence does not name its speaker."""
    spans = [m.span() for m in _SPEAKER.finditer(sentence)]
    return [t for t in found if not any(a <= t.start < b for a, b in spans)]


def claimed(told: Told) -> Claimed:
    """Take a figure with what its sentence says of it."""
    local, sentence = told.figure, told.sentence
    found = _unsaid(outside(terms(sentence), local), sentence)
    near = tuple((t.word, _closeness(local, t)) for t in around(found, local, NEAR))
    names = frozenset(t.word for t in around(capitals(sentence), local, NEAR))
    part = part_of_change(sentence, local.start)
    words = tuple(dict.fromkeys(t.word for t in found))
    return Claimed(told, words, near, names, part, is_margin(told), time_claimed(told))


def _closeness(figure: Figure, term: Term) -> float:
    """Return how much a term near the figure counts: 1 next to it, 0.5 at 30 characters."""
    distance = figure.start - term.start if term.start < figure.start else term.start - figure.end
    return 30 / (30 + max(0, distance))
