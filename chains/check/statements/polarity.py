"""A "not" that one side has and the other has not, in whatever order their words stand."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from presscheck.chains.check.contrasts.contrast import ordered
from presscheck.chains.check.contrasts.negation import opposite_beside, same_without_not
from presscheck.chains.check.contrasts.turning import (
    firm,
    negations,
    negative_beside,
    turned_word,
    words_that_negate,
)
from presscheck.chains.check.statements.unlike import Unlike, alike, around
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import STOP, Words

SHOWN = 2
"""Sentences in which a "not" that the statement lacks is looked for."""
AS_MUCH = 2
"""Words near it that a sentence without the "not" must share with the statement."""
NEAR = 6
"""Words around the one that is turned among which another of the statement's stands."""


def not_added(claim: Words, told: Sequence[Words], everywhere: Sequence[Words]) -> Unlike | None:
    """Return a "not" that only the statement has, before a word that the sentences have; nor has another sentence it."""
    vocabulary = frozenset().union(*(words.vocabulary for words in told))
    known = {i: i for i in claim.content if not vocabulary.isdisjoint(alike(claim.lemmas[i]))}
    if any(same_without_not(claim.forms, words.forms) for words in told):
        return None
    for place in sorted({*negations(claim), *words_that_negate(claim)}):
        turned = turned_word(claim, place, known)
        same = alike(claim.lemmas[turned]) if turned is not None else ()
        found = [(words, j) for words in told for j, lemma in enumerate(words.lemmas) if lemma in same]
        if not found or turned is None or any(negations(words) for words, _ in found):
            continue
        if not any(_denies(words, same, claim) for words in everywhere):
            words, j = found[0]
            return Unlike(f"“{claim.span(place, turned)}” is added", words, (place, turned), (j, j))
    return None


def _denies(words: Words, same: Collection[str], claim: Words) -> bool:
    """Whether a sentence has a "not" by one of some words, and another word of the statement."""
    places = [j for j, lemma in enumerate(words.lemmas) if lemma in same]
    shares = not (words.vocabulary & claim.vocabulary).issubset(same)
    return shares and any(negative_beside(words, j) for j in places)


def not_left_out(claim: Words, told: Sequence[Words], everywhere: Sequence[Words]) -> Unlike | None:
    """Return a "not" that the sentences have before a word of the statement, which has none; no other tells it without."""
    if words_that_negate(claim) or any(firm(claim, i) for i in range(len(claim))):
        return None
    found = next((found for words in told[:SHOWN] if (found := _left_out(claim, words))), None)
    return None if found and any(_tells_so(words, found, claim) for words in everywhere) else found


def _tells_so(words: Words, found: Unlike, claim: Words) -> bool:
    """Whether a sentence has the word without a "not", near others of the statement."""
    mine = found.mine[0]
    near = around(claim, mine, NEAR)
    places = (j for j, lemma in enumerate(words.lemmas) if lemma == claim.lemmas[mine])
    return words is not found.words and any(
        not negative_beside(words, j) and len(near & around(words, j, NEAR)) >= AS_MUCH for j in places
    )


def verb_denied(claim: Words, told: Sequence[Words], everywhere: Sequence[Words]) -> Unlike | None:
    """Return the same of a verb, where no other of the sentences has it without a "not"."""
    found = not_left_out(claim, told[:1], everywhere)
    if found is None or "v" not in lexicon.parts(claim.lemmas[found.mine[0]])[:1]:
        return None
    lemma = claim.lemmas[found.mine[0]]
    others = [(words, j) for words in told[1:] for j, other in enumerate(words.lemmas) if other == lemma]
    return None if any(not negative_beside(words, j) for words, j in others) else found


def _left_out(claim: Words, words: Words) -> Unlike | None:
    if same_without_not(words.forms, claim.forms):
        return None
    held = claim.vocabulary
    shared = [j for j, lemma in enumerate(words.lemmas) if words.kinds[j] is not STOP and lemma in held]
    across = {j: claim.lemmas.index(words.lemmas[j]) for j in shared}
    for place in negations(words):
        turned = turned_word(words, place, across)
        if turned is None or opposite_beside(words, place, claim, across[turned], across):
            continue
        if any(0 < abs(j - turned) <= NEAR for j in across):
            mine, theirs = across[turned], ordered(place, turned)
            return Unlike(f"The source has “{words.span(*theirs)}”", words, (mine, mine), theirs)
    return None
