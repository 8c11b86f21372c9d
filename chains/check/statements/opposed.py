"""An opposite of a word that stands nowhere, near the same words in whatever order: "praised", "condemned"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presscheck.chains.check.contrasts.roles import is_verb
from presscheck.chains.check.contrasts.turning import NEAR, firm, negates
from presscheck.chains.check.statements.unlike import Unlike, around
from presscheck.chains.check.words import opposites
from presscheck.chains.check.words.phrases import phrases
from presscheck.chains.check.words.reading import WORD, Words

REACH = 6
"""Words around both among which the same ones are looked for."""
SHARED = 2
"""Words with content that both must have around them."""
SHOWN = 2
"""Sentences in which an opposite is looked for."""


class Meant(NamedTuple):
    """The first and last place of a verb or another word, and what it means."""

    first: int
    last: int
    meaning: str


def opposite_there(claim: Words, told: Sequence[Words]) -> Unlike | None:
    """Return a word whose opposite stands where the sources tell the rest."""
    known = frozenset().union(*(words.vocabulary for words in told))
    for mine in _meanings(claim):
        if mine.meaning in known or claim.lemmas[mine.first] in known:
            continue
        for words in told[:SHOWN]:
            theirs = next((other for other in _meanings(words) if _opposed(claim, mine, words, other)), None)
            if theirs is not None:
                here, there = (mine.first, mine.last), (theirs.first, theirs.last)
                shown = f"“{claim.span(*here)}” stands where the source has “{words.span(*there)}”"
                return Unlike(shown, words, here, there)
    return None


def _meanings(words: Words) -> Iterator[Meant]:
    read = phrases(words)
    for i, kind in enumerate(words.kinds):
        if kind is WORD or i in read:
            meaning, last = read.get(i, (words.lemmas[i], i))
            yield Meant(i, last, meaning)


def _opposed(claim: Words, mine: Meant, words: Words, theirs: Meant) -> bool:
    if words.lemmas[theirs.first] in claim.vocabulary or not opposites.are_opposite(
        mine.meaning, theirs.meaning
    ):
        return False
    several = mine.last > mine.first or theirs.last > theirs.first
    if several and not (_verb(claim, mine) and _verb(words, theirs)):
        return False
    same_turn = _turned(claim, mine.first) == _turned(words, theirs.first)
    shared = around(claim, mine.first, REACH) & around(words, theirs.first, REACH)
    return same_turn and len(shared) >= SHARED


def _verb(words: Words, meant: Meant) -> bool:
    return meant.last > meant.first or is_verb(words, meant.first)


def _turned(words: Words, place: int) -> bool:
    return any(negates(words, k) or firm(words, k) for k in range(max(0, place - NEAR), place))
