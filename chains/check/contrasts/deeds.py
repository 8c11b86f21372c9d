"""The opposite done to the same one, told from the other side: "cleared the surgeon", "the surgeon was found guilty"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presscheck.chains.check.contrasts.contrast import Contrast, instead
from presscheck.chains.check.contrasts.negation import NEAR, firm, negates
from presscheck.chains.check.contrasts.roles import BE, is_verb, side
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words import opposites
from presscheck.chains.check.words.phrases import phrases
from presscheck.chains.check.words.reading import WORD, Words
from presscheck.reasons import Reason

HELD = 0.75
"""The share of the rest of a statement that the source's sentence must have, in whatever order."""


class Deed(NamedTuple):
    """A verb's place, what it means, the places of its words, and whether it tells what was done to somebody."""

    verb: int
    meaning: str
    last: int
    passive: bool


def undone(alignment: Alignment) -> Iterator[Contrast]:
    """Yield a verb in the passive whose opposite the source has in the active, or the other way round."""
    claim, source = alignment.claim, alignment.source
    if BE.isdisjoint(claim.forms) and BE.isdisjoint(source.forms):
        return
    theirs = [d for d in _deeds(source) if d.verb not in alignment.here]
    for mine in _deeds(claim) if theirs else ():
        for other in theirs:
            told = mine.passive != other.passive and opposites.are_opposite(mine.meaning, other.meaning)
            if told and _same_one(claim, mine, source, other) and _rest_held(alignment, mine):
                yield instead(Reason.STATEMENT_ANTONYM, alignment, mine.verb, other.verb)
                return


@lru_cache(maxsize=1024)
def _deeds(words: Words) -> tuple[Deed, ...]:
    """Return the verbs of a sentence that no "not" turns."""
    found, read = [], phrases(words)
    for i, kind in enumerate(words.kinds):
        if kind is not WORD or not (i in read or is_verb(words, i)):
            continue
        before = range(max(0, i - NEAR), i)
        if any(negates(words, k) or firm(words, k) for k in before):
            continue
        meaning, last = read.get(i, (words.lemmas[i], i))
        passive = any(words.forms[k] in BE for k in range(max(0, i - 2), i)) and not words.forms[i].endswith("ing")
        found.append(Deed(i, meaning, last, passive))
    return tuple(found)


def _same_one(claim: Words, mine: Deed, source: Words, other: Deed) -> bool:
    """Whether both are done to the same one."""
    ours, others = (side(w, d.verb, -1 if d.passive else 1) for w, d in ((claim, mine), (source, other)))
    return bool(ours.keys() & others.keys())


def _rest_held(alignment: Alignment, mine: Deed) -> bool:
    claim, known = alignment.claim, alignment.source.vocabulary
    rest = [i for i in claim.content if not mine.verb <= i <= mine.last]
    held = sum(claim.weights[i] for i in rest if claim.lemmas[i] in known)
    return held >= HELD * sum(claim.weights[i] for i in rest)
