"""The names and days of a statement, what it tells of each, and where the sources tell that."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import fsum

from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, NUMBER, STOP, Words
from presscheck.text.date_words import MONTHS, WEEKDAYS
from presscheck.text.mentions import Name
from presscheck.text.names import find_names

FADING = 0.8
"""What a word's weight is multiplied by for each word between it and the name."""
LEAST = 2
"""Words with content that the statement must have beside the name."""
_DAYS = MONTHS.keys() | WEEKDAYS.keys()
_YEAR = re.compile(r"(?:19|20)\d\d")
_BELONGING = frozenset("u.s. u.s us u.k. u.k uk e.u. eu u.n. un".split())
"""Names that mostly stand before what belongs to them: "the U.S. ambassador"."""
Rest = dict[str, float]
"""The weights of what a statement tells of a name, the less the further the word stands from it."""


def told_of(claim: Words, ground: Ground, bearers: Iterable[range]) -> Iterator[tuple[range, Rest]]:
    """Yield the places of each name or day that the sources have, and what the statement tells of it."""
    for places in bearers:
        own = {claim.lemmas[i] for i in places}
        rest = _rest(claim, places, own)
        if len(rest) >= LEAST and not own.isdisjoint(ground.vocabulary):
            yield places, rest


def days(words: Words) -> Iterator[range]:
    """Yield the place of each weekday, month and year."""
    for place in range(len(words)):
        if kind_of_day(words, place):
            yield range(place, place + 1)


def kind_of_day(words: Words, place: int) -> str:
    """Return whether a word is a "weekday", "month" or "year"; "" for any other."""
    kind, lemma = words.kinds[place], words.lemmas[place]
    if kind is NUMBER:
        return "year" if _YEAR.fullmatch(lemma) else ""
    if kind is not NAME or lemma not in _DAYS:
        return ""
    return "weekday" if lemma in WEEKDAYS else "month"


def telling(rest: Rest, ground: Ground, share: float) -> list[int]:
    """Return the sentences that tell of a name a share of what the best one does, the best first; at least one."""
    held = [fsum([rest[word] for word in rest.keys() & known]) for known in ground.sets]
    least = share * max(held, default=0.0)
    return sorted((n for n, weight in enumerate(held) if weight >= least), key=lambda n: -held[n])


def company(rest: Rest, words: Words, places: Sequence[int]) -> float:
    """Return how much of what is told of a name stands near some places of a sentence."""
    away: dict[str, int] = {}
    for i, lemma in enumerate(words.lemmas):
        if lemma in rest:
            away[lemma] = min(away.get(lemma, i + len(words)), *(abs(i - j) for j in places))
    return fsum(rest[lemma] * FADING**steps for lemma, steps in away.items())


def kind_of(words: Words, name: range) -> str:
    """Return what kind of name it is: "person", "place"; "" where it is read as none."""
    start, end = words.starts[name.start], words.ends[name.stop - 1]
    return next((n.kind for n in _read(words.text) if n.start <= start and end <= n.end), "")


def others(claim: Words, words: Words, kind: str) -> Iterator[Sequence[int]]:
    """Yield the places of a sentence's names of a kind that the statement does not have, in letters neither; no "U.S."."""
    known = {*claim.forms, *claim.lemmas, *_BELONGING}
    for name in _read(words.text) if kind else ():
        places = [i for i in range(len(words)) if name.start <= words.starts[i] and words.ends[i] <= name.end]
        initials = "".join(words.forms[i][0] for i in places)
        told = {*name.canonical.lower().split(), *(words.forms[i] for i in places)}
        known_one = initials in known or not known.isdisjoint(told)
        if name.kind == kind and places and not known_one:
            yield places


@lru_cache(maxsize=4096)
def _read(text: str) -> tuple[Name, ...]:
    return tuple(find_names(text))


def names(words: Words) -> Iterator[range]:
    """Yield the places of each name: words with a capital letter that follow each other, days left out."""
    first = 0
    for place in range(len(words) + 1):
        goes_on = place < len(words) and _in_name(words, place)
        breaks = goes_on and place > first and words.clauses[place] != words.clauses[place - 1]
        if (breaks or not goes_on) and place > first:
            yield range(first, place)
        if breaks or not goes_on:
            first = place + (not goes_on)


def _in_name(words: Words, place: int) -> bool:
    if place or words.kinds[0] is NAME:
        return words.kinds[place] is NAME and words.lemmas[place] not in _DAYS
    unknown = words.kinds[0] is not STOP and not lexicon.known(words.lemmas[0])
    return unknown and words.text[words.starts[0]].isupper()


def _rest(claim: Words, name: range, own: set[str]) -> Rest:
    found: Rest = {}
    for i in claim.content:
        if (lemma := claim.lemmas[i]) not in own:
            away = name.start - i if i < name.start else i - name.stop + 1
            found[lemma] = max(found.get(lemma, 0.0), claim.weights[i] * FADING**away)
    return found
