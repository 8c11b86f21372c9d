"""What a sentence of the sources tells otherwise than a statement, as a value."""

from __future__ import annotations

from math import fsum
from typing import NamedTuple

from presscheck.chains.check.contrasts.contrast import Span
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import STOP, Words


class Unlike(NamedTuple):
    """How to say what differs, the sentence, and the places of the words here and there."""

    told: str
    words: Words
    mine: Span
    theirs: Span


def held_in_other_words(claim: Words, words: Words) -> float:
    """Return the share of a statement's weight that a sentence has, in these words or others that mean the same."""
    held = [i for i in claim.content if not words.vocabulary.isdisjoint(alike(claim.lemmas[i]))]
    return fsum(claim.weights[i] for i in held) / (fsum(claim.weights) or 1.0)


def alike(lemma: str) -> set[str]:
    """Return a lemma and those that mean the same."""
    return {lemma, *lexicon.alike(lemma)}


def around(words: Words, place: int, reach: int) -> set[str]:
    """Return the words with content near a place."""
    near = range(max(0, place - reach), min(len(words), place + reach + 1))
    return {words.lemmas[i] for i in near if words.kinds[i] is not STOP and i != place}
