"""A statement held word by word against the sentences nearest to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from heapq import nlargest
from math import fsum
from typing import NamedTuple
from weakref import WeakKeyDictionary

from presscheck.chains.check.contrasts.contrast import Contrast
from presscheck.chains.check.contrasts.differences import contrasts
from presscheck.chains.check.contrasts.roles import swapped
from presscheck.chains.check.statements.actors import another_actor
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.statements.another_party import another_party
from presscheck.chains.check.statements.another_speaker import another_speaker
from presscheck.chains.check.statements.doubts import told_otherwise
from presscheck.chains.check.statements.ground import Ground, weights_of
from presscheck.chains.check.statements.hearsay import denied_behind, dismissed_behind, hearsay
from presscheck.chains.check.statements.parts import parts
from presscheck.chains.check.statements.pronouns import resolved
from presscheck.chains.check.statements.told_of_another import told_of_another
from presscheck.chains.check.words.cues import CONVICTED, UNDONE
from presscheck.chains.check.words.reading import Words
from presscheck.reasons import Reason

NEAREST = 3
"""Sentences that are aligned word by word."""
TOLD = 2
"""Words with content that a statement must have to be contradicted: "It was wrong" says too little."""
LEAST = 0.45
"""The share of a statement's weight that a sentence must have to be aligned at all."""
SWAPPED = 0.75
"""The same, where who does it and to whom are compared."""
PART = 0.7
"""The share of a statement's weight, but for the word that differs, that a part of a sentence must have."""
ALIKE = 0.08
"""Sentences whose alignment holds this much less than the best one's, or less, have an equal say."""


class Compared(NamedTuple):
    """What differs, the number and words of the sentence that it differs from, and sentences as near that say the same."""

    contrast: Contrast
    sentence: int
    words: Words
    agreeing: tuple[int, ...] = ()


_COMPARED: WeakKeyDictionary[Ground, dict[Words, Compared | None]] = WeakKeyDictionary()
"""What was compared: the signals and the finding ask for the same."""


def compare(claim: Words, ground: Ground) -> Compared | None:
    """Return what differs from the nearest sentence; None where one that is as near says the same."""
    compared = compare_all(claim, ground)
    return compared if compared and not compared.agreeing else None


def compare_all(claim: Words, ground: Ground) -> Compared | None:
    """Return what differs from the nearest sentences, and which of those that are as near say the same."""
    known = _COMPARED.setdefault(ground, {})
    if claim not in known:
        known[claim] = _compare(claim, ground)
    return known[claim]


def _compare(claim: Words, ground: Ground) -> Compared | None:
    """Return what differs, but for what is read into the statement's very sentence."""
    found = _compare_all_ways(claim, ground)
    return None if found and ground.sentences[found.sentence].forms == claim.forms else found


def _compare_all_ways(claim: Words, ground: Ground) -> Compared | None:
    told = _compare_as_told(claim, ground)
    if told and not told.agreeing:
        return told
    return (
        _compare_parts(claim, ground)
        or told
        or _compare_resolved(claim, ground)
        or _compare_others(claim, ground)
    )


def _compare_parts(claim: Words, ground: Ground) -> Compared | None:
    """Return what differs from the nearest part of a sentence, where no part that is as near says the same."""
    near = nearest(claim, ground)
    if len(claim.vocabulary) < TOLD or not any(parts(ground.sentences[n]) for n in near):
        return None
    aligned = [(a, behind, n) for n in near for a, behind in _aligned_parts(claim, ground, n)]
    held = [(_contrast_of_part(a, behind), a, n) for a, behind, n in aligned]
    best = max(_like(a, contrast) for contrast, a, _ in held)
    found = [(contrast, a, n) for contrast, a, n in held if _like(a, contrast) >= max(best - ALIKE, PART)]
    if not all(contrast for contrast, _, _ in found):
        return None
    return next((Compared(contrast, n, a.source) for contrast, a, n in found if contrast), None)


def _aligned_parts(claim: Words, ground: Ground, number: int) -> Iterator[tuple[Alignment, Words | None]]:
    """Yield the alignment with each part of a sentence, and what follows the part."""
    whole = ground.sentences[number]
    told = parts(whole)
    after = ground.sentences[number + 1] if number + 1 < len(ground.sentences) else None
    if not told:
        yield ground.aligned(claim, number), after
    for part, behind in zip(told, (*told[1:], after), strict=True) if told else ():
        yield Alignment(claim, part), behind


def _contrast_of_part(alignment: Alignment, behind: Words | None) -> Contrast | None:
    """Return what differs from a part of a sentence; of shares and amounts a part says too little."""
    found = _contrast(alignment)
    if found is None:
        return denied_behind(alignment, behind) if behind else None
    amount = found.reason is Reason.STATEMENT_QUANTIFIER
    again = behind is not None and _told_again(found, alignment.claim, behind.vocabulary)
    return None if amount or again else found


def _compare_others(claim: Words, ground: Ground) -> Compared | None:
    """Return who else does it, of whom else it is told, or what else is told otherwise in whatever order."""
    if said := another_speaker(claim, ground):
        return Compared(*said)
    tests = (another_actor, another_party, told_of_another, told_otherwise)
    found = next((found for test in tests if (found := test(claim, ground))), None)
    return Compared(*found, ground.sentences[found[1]]) if found else None


def _compare_resolved(claim: Words, ground: Ground) -> Compared | None:
    """Return what differs from a sentence that has a pronoun where the statement has the name or the thing.

    None where another sentence holds as much of the statement.
    """
    for weight, number in ground.ranked[claim]:
        for words in _resolutions(ground, number) if weight else ():
            held = _held(claim, words)
            if held < SWAPPED:
                continue
            if any(ground.aligned(claim, n).cover > held - ALIKE for n in nearest(claim, ground)):
                return None
            contrast = next(swapped(claim, words), None) or _contrast(Alignment(claim, words))
            if contrast:
                return Compared(contrast, number, words)
    return None


def _resolutions(ground: Ground, number: int) -> Iterator[Words]:
    """Yield a sentence, and each of its parts, with what their pronouns stand for."""
    told = parts(ground.sentences[number])
    whole = resolved(ground.sentences, number)
    found = (whole, *(resolved(told, n) for n in range(1, len(told))))
    return (words for words in found if words is not None)


def _held(claim: Words, words: Words) -> float:
    """Return the share of a statement's weight that a sentence has."""
    need = weights_of(claim)
    return fsum([need[w] for w in words.vocabulary & need.keys()]) / (fsum(need.values()) or 1.0)


def _compare_as_told(claim: Words, ground: Ground) -> Compared | None:
    for number in nearest(claim, ground, least=SWAPPED)[:1]:
        swap = next(swapped(claim, ground.sentences[number]), None)
        if swap is not None:
            return Compared(swap, number, ground.sentences[number])
    aligned = [(ground.aligned(claim, n), n) for n in nearest(claim, ground)]
    if not aligned or len(claim.vocabulary) < TOLD:
        return None
    nearest_first = sorted(aligned, key=lambda p: -p[0].cover)
    held = [(_contrast_with(claim, ground, n), a, n) for a, n in nearest_first]
    best = max(_like(a, contrast) for contrast, a, _ in held)
    found = [(contrast, a, n) for contrast, a, n in held if _like(a, contrast) >= best - ALIKE]
    agreeing = tuple(n for contrast, _, n in found if contrast is None)
    return next((Compared(contrast, n, a.source, agreeing) for contrast, a, n in found if contrast), None)


def nearest(claim: Words, ground: Ground, least: float = LEAST) -> list[int]:
    """Return the sentences that hold most of the claim's weight, if they hold enough; order plays no part."""
    if claim not in ground.ranked:
        ground.ranked[claim] = _ranked(claim, ground)
    least *= sum(weights_of(claim).values())
    return [n for weight, n in ground.ranked[claim] if weight >= least and weight]


def _ranked(claim: Words, ground: Ground) -> list[tuple[float, int]]:
    """Return the weight that the nearest sentences hold, and their numbers, the nearest first."""
    need = weights_of(claim)
    held = [(fsum([need[w] for w in words & need.keys()]), -n) for n, words in enumerate(ground.sets)]
    return [(weight, -n) for weight, n in nlargest(NEAREST, held)]


def _contrast(alignment: Alignment) -> Contrast | None:
    return next(contrasts(alignment), None) or hearsay(alignment)


def _contrast_with(claim: Words, ground: Ground, number: int) -> Contrast | None:
    """Return what differs from a sentence, unless the next one says what the statement says."""
    aligned = ground.aligned(claim, number)
    contrast = _contrast(aligned)
    if contrast is None and number + 1 < len(ground.sentences) and number + 1 not in ground.apart:
        return dismissed_behind(aligned, ground.sentences[number + 1])
    return None if contrast and _told_next(contrast, claim, ground, number) else contrast


def _told_next(contrast: Contrast, claim: Words, ground: Ground, number: int) -> bool:
    return any(_told_again(contrast, claim, words) for words in ground.sets[number + 1 : number + 2])


def _told_again(contrast: Contrast, claim: Words, behind: Collection[str]) -> bool:
    """Tell whether what follows tells the same of "it": "They want it reopened. The council refused to do so"."""
    later = {Reason.STATEMENT_NEGATION: UNDONE, Reason.STATEMENT_ANTONYM: CONVICTED}.get(contrast.reason)
    first, last = contrast.mine
    return later is not None and not (later & {*claim.lemmas[first : last + 1]}).isdisjoint(behind)


def _like(alignment: Alignment, contrast: Contrast | None) -> float:
    """Return how much is aligned, a single word that differs left out."""
    if contrast is None or contrast.mine[0] != contrast.mine[1]:
        return alignment.cover
    return max(alignment.cover, alignment.cover_without(contrast.mine[0]))
