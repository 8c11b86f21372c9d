"""The opposite done to the same one, told from the other side: "cleared the surgeon", "the surgeon was found guilty"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presscheck.chains.check.contrasts.contrast import Contrast, instead, ordered
from presscheck.chains.check.contrasts.roles import APART, is_verb, side
from presscheck.chains.check.contrasts.turning import NEAR, firm, negates
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words import lexicon, opposites
from presscheck.chains.check.words.phrases import phrases
from presscheck.chains.check.words.reading import WORD, Words
from presscheck.reasons import Reason
from presscheck.text.cues import BE

HELD = 0.75
"""The share of the rest of a statement that the source's sentence must have, in whatever order."""

ALL = 0.9
"""The same where both verbs are told from one side, or only who it is done to differs."""


class Deed(NamedTuple):
    """A verb's place, what it means, the places of its words, and whether it tells what was done to somebody."""

    verb: int
    meaning: str
    last: int
    passive: bool


def undone(alignment: Alignment) -> Iterator[Contrast]:
    """Yield a verb whose opposite the source has of the same thing, be it in the passive or in the active."""
    claim, source = alignment.claim, alignment.source
    theirs = [d for d in _deeds(source) if d.verb not in alignment.here]
    for mine in _deeds(claim) if theirs else ():
        for other in theirs:
            if not opposites.are_opposite(mine.meaning, other.meaning) or told_too(mine.meaning, source):
                continue
            share = HELD if mine.passive != other.passive else ALL
            if _same_one(claim, mine, source, other) and _rest_held(alignment, mine, share):
                ends = mine.last, other.last
                yield instead(Reason.STATEMENT_ANTONYM, alignment, mine.verb, other.verb, ends)
                return


def to_another(alignment: Alignment) -> Iterator[Contrast]:
    """Yield a verb in the passive that is told of one whom the source only names behind whom it is done to."""
    claim, source = alignment.claim, alignment.source
    if BE.isdisjoint(claim.forms):
        return
    for mine in (d for d in _deeds(claim) if d.passive):
        for other in (d for d in _deeds(source) if d.meaning == mine.meaning and not d.passive):
            told, done = side(claim, mine.verb, -1), side(source, other.verb, 1)
            if _exchanged(alignment, told, done, other) and _rest_held(alignment, mine, ALL):
                last = max(done.values())
                shown = f"In the source it is done to “{source.span(min(done.values()), last)}”"
                places = ordered(mine.verb, *told.values()), ordered(other.verb, last)
                yield Contrast(Reason.STATEMENT_ROLE, *places, shown)
                return


def _exchanged(alignment: Alignment, told: dict[str, int], done: dict[str, int], other: Deed) -> bool:
    """Whether both sides name both, the source the one whom the statement tells it of only behind the other."""
    if not told or not done or not done.keys() <= alignment.claim.vocabulary:
        return False
    first = min(told.values())
    if APART & set(alignment.claim.forms[max(0, first - 2) : first]):
        return False  # "the college in Derby was opened"
    places = [j for j, lemma in enumerate(alignment.source.lemmas) if lemma in told]
    if not places or not min(places) > max(done.values()) > other.verb:
        return False
    between = alignment.source.forms[max(done.values()) : min(places)]
    return bool((APART - {"of"}) & set(between))


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
        passive = any(words.forms[k] in BE for k in range(max(0, i - 2), i)) and not words.forms[i].endswith(
            "ing"
        )
        found.append(Deed(i, meaning, last, passive))
    return tuple(found)


def both_ways(alignment: Alignment, place: int) -> bool:
    """Tell whether a source has a verb and its opposite, or denies it too: "upheld the fine but threw out the ban"."""
    source = alignment.source
    verb = source.lemmas[place]
    deeds = [d for d in _deeds(source) if d.verb != place and d.verb not in alignment.here]
    denied = (k for k, lemma in enumerate(source.lemmas) if lemma == verb and k != place)
    return any(opposites.are_opposite(verb, d.meaning) for d in deeds) or any(
        negates(source, n) for k in denied for n in range(max(0, k - NEAR), k)
    )


def told_too(verb: str, source: Words) -> bool:
    """Tell whether the source has the verb as well, or one that means the same: "arrested and released" for "freed"."""
    same = (k for k, lemma in enumerate(source.lemmas) if lexicon.relation(verb, lemma) == "same")
    return verb in source.lemmas or any(is_verb(source, k) for k in same)


def _same_one(claim: Words, mine: Deed, source: Words, other: Deed) -> bool:
    """Whether both are done to the same one."""
    ours, others = (_done_to(words, deed) for words, deed in ((claim, mine), (source, other)))
    return bool(ours & others)


def _done_to(words: Words, deed: Deed) -> set[str]:
    """Return the nouns that a deed may be done to: "the merger with Linkor was approved" has two."""
    step = -1 if deed.passive else 1
    near = side(words, deed.verb, step)
    if not deed.passive or not near:
        return set(near)
    further = min(near.values())
    link = any(words.forms[i] in APART for i in range(max(0, further - 2), further))
    return {*near, *(side(words, further, -1) if link else ())}


def _rest_held(alignment: Alignment, mine: Deed, share: float) -> bool:
    claim, known = alignment.claim, alignment.source.vocabulary
    rest = [i for i in claim.content if not mine.verb <= i <= mine.last]
    held = sum(claim.weights[i] for i in rest if claim.lemmas[i] in known)
    return held >= share * sum(claim.weights[i] for i in rest)
