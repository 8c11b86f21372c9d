"""Signals of what stands together: runs of words that the sources have in the same order, and pairs that they have side by side."""

from __future__ import annotations

import math
from itertools import pairwise

from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.words.reading import WORD, Words


def runs(claim: Words, ground: Ground) -> dict[str, float]:
    """Return how long the runs of words are that the sources have too, and how they follow each other there."""
    found = list(_greedy_runs(claim.lemmas, ground))
    size = len(claim) or 1
    lengths = [n for _, _, n in found]
    steps = list(pairwise(found))
    return {
        "run_longest": max(lengths, default=0) / size,
        "run_words": float(max(lengths, default=0)),
        "run_cover": sum(lengths) / size,
        "run_density": sum(n * n for n in lengths) / size,
        "run_mean": sum(lengths) / (len(found) or 1),
        "jumps": sum(abs(b[1] - a[1] - a[2]) > 40 for a, b in steps) / (len(found) or 1),
        "backwards": sum(b[1] < a[1] for a, b in steps) / (len(found) or 1),
    }


def _greedy_runs(lemmas: list[str], ground: Ground) -> list[tuple[int, int, int]]:
    """Return (place in the claim, place in the sources, words) of the longest runs, read from left to right."""
    found, at, there = [], 0, ground.lemmas
    while at < len(lemmas):
        longest, where = 0, -1
        for place in ground.places.get(lemmas[at], ()):
            n = 1
            while at + n < len(lemmas) and place + n < len(there) and lemmas[at + n] == there[place + n]:
                n += 1
            if n > longest:
                longest, where = n, place
        if longest:
            found.append((at, where, longest))
        at += longest or 1
    return found


def pairs_together(claim: Words, ground: Ground) -> dict[str, float]:
    """Return how many words that follow each other stand near each other in the sources, and how far apart the others."""
    words = claim.lemmas
    pairs = list(pairwise(words))
    triples = list(zip(words, words[1:], words[2:], strict=False))
    content = [(words[i], claim.kinds[i]) for i in claim.content]
    beside = list(pairwise(content))
    near, gaps, named, broken, swapped = 0, [], [], 0, 0
    for (one, kind), (other, kind2) in beside:
        if ground.beside(one, other):
            near += 1
        elif ground.beside(other, one):
            swapped += 1
        elif one in ground.vocabulary and other in ground.vocabulary:
            broken += 1
        gap = ground.gap(one, other)
        if gap is not None:
            gaps.append(math.log1p(gap))
            if kind is not WORD or kind2 is not WORD:
                named.append(math.log1p(gap))
    return {
        "pairs": sum(map(ground.has, pairs)) / (len(pairs) or 1),
        "triples": sum(map(ground.has, triples)) / (len(triples) or 1),
        "together": near / (len(beside) or 1),
        "broken": float(broken),
        "swapped": float(swapped),
        "gap_mean": sum(gaps) / (len(gaps) or 1),
        "gap_most": max(gaps, default=0.0),
        "named_gap_mean": sum(named) / (len(named) or 1),
        "named_gap_most": max(named, default=0.0),
    }
