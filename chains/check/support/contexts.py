"""Whether a statement's words stand in the company that they keep in the sources: around each name, in one sentence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.support.substitutes import PLACES, stands
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, NUMBER, WORD, Words

HERE, THERE = 4, 10
"""Words on each side that make a word's company, in the statement and in the sources."""
OCCURRENCES = 40
"""Places of one word in the sources that are looked at."""
UNKNOWN = 0.7
"""What a statement without names (or numbers) counts: about the mean of those that have some."""
SAME_MEANING = 0.7
"""The share that a word of the same meaning counts."""
_KINDS = {"name": NAME, "number": NUMBER, "word": WORD}


def contexts(claim: Words, ground: Ground) -> dict[str, float]:
    """Return the share of each word's company that it has in the sources too, mean and least by kind of word."""
    found = {}
    for name, kind in _KINDS.items():
        shares = [s for i in claim.content if claim.kinds[i] is kind for s in _company(claim, i, ground)]
        found[f"{name}_context_mean"] = sum(shares) / len(shares) if shares else UNKNOWN
        found[f"{name}_context_least"] = min(shares, default=UNKNOWN)
    return {**found, **_pairs(claim, ground)}


def _company(claim: Words, place: int, ground: Ground) -> list[float]:
    """Return the share of the words around this one that stand around it in the sources, at the best place."""
    low, high = bisect_left(claim.content, place - HERE), bisect_right(claim.content, place + HERE)
    around = [claim.lemmas[j] for j in claim.content[low:high] if j != place]
    if not around or not stands(claim, place, ground):
        return []
    company = [(word, lexicon.alike(word)) for word in around]
    best = 0.0
    for there in ground.places.get(claim.lemmas[place], [])[:OCCURRENCES]:
        near = set(ground.lemmas[max(0, there - THERE) : there + THERE + 1])
        held = sum([1.0 if word in near else SAME_MEANING if same & near else 0.0 for word, same in company])
        best = max(best, held / len(around))
    return [best]


def _pairs(claim: Words, ground: Ground) -> dict[str, float]:
    """Return how many pairs of words that follow each other stand in one sentence, or in two beside each other."""
    found = []
    for one, other in pairwise(claim.content):
        here, there = (
            {ground.owner[p] for p in ground.places.get(claim.lemmas[i], [])[:PLACES]} for i in (one, other)
        )
        if here and there:
            beside = any(n - 1 in there or n + 1 in there for n in here)
            found.append(1.0 if here & there else 0.5 if beside else 0.0)
    return {
        "pair_sentence_mean": sum(found) / len(found) if found else 0.5,
        "pair_apart": float(found.count(0.0)),
    }
