"""Words that mean the opposite of each other: a table of the verbs and adjectives of the news, then the lexicon's."""

from __future__ import annotations

from functools import cache, lru_cache

from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.opposite_words import INSTEAD, TABLE

_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non", "de")
_OF_QUALITIES = ("in", "im", "il", "ir")
"""Prefixes that negate adjectives only: "inactive", not "inform"."""
_NOT_PREFIXED = frozenset(
    """discover dispose display disease discount discharge dispatch dismiss dispute district distract depart define
    defend demand deserve deliver describe decline depend design desire detail deport depress derail debate deride
    detest devote decrease decide degrade denote deploy destroy under union unite until unless""".split()
)
"""Words that only look as if one negated the rest of them."""


@cache
def _pairs() -> frozenset[tuple[str, str]]:
    found = set()
    for line in TABLE.strip().splitlines():
        word, _, others = line.partition(": ")
        for other in others.split():
            found |= {(word, other), (other, word)}
    return frozenset(found)


@lru_cache(maxsize=16384)
def are_opposite(one: str, other: str) -> bool:
    """Tell whether two lemmas mean the opposite of each other."""
    if (one, other) in _pairs() or _negated(one, other) or _compared(one, other):
        return True
    return lexicon.relation(one, other) == "opposite"


@cache
def _groups() -> tuple[frozenset[str], ...]:
    return tuple(frozenset(line.split()) for line in INSTEAD.strip().splitlines())


def exclusive(one: str, other: str) -> bool:
    """Tell whether two words can't both be right in one place: for and against, gold and silver."""
    return one != other and any(one in group and other in group for group in _groups())


def _compared(one: str, other: str) -> bool:
    """Whether both are comparatives or superlatives of opposites: older and younger, largest and smallest."""
    for ending in ("er", "est"):
        if one.endswith(ending) and other.endswith(ending):
            cut = len(ending)
            return any((a, b) in _pairs() for a in _bases(one[:-cut]) for b in _bases(other[:-cut]))
    return False


def _bases(stem: str) -> tuple[str, ...]:
    """Return what a word may be without "er": old, large (larg), early (earli), big (bigg)."""
    return (stem, f"{stem}e", stem[:-1] + "y" if stem.endswith("i") else stem[:-1])


def _negated(one: str, other: str) -> bool:
    """Whether one is the other with a prefix that negates, and both are words."""
    short, long = sorted((one, other), key=len)
    cut = len(long) - len(short)
    if not 2 <= cut <= 3 or len(short) <= 3 or not long.endswith(short) or long in _NOT_PREFIXED:
        return False
    prefix = long[:cut]
    qualities = "a" in lexicon.parts(long) and "a" in lexicon.parts(short)
    return prefix in _PREFIXES and (prefix not in _OF_QUALITIES or qualities)
