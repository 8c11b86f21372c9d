"""How close the nearest sentences come to a statement: words of like meaning counted, and the shape of the alignment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from presscheck.chains.check.statements.align import Alignment, Gap
from presscheck.chains.check.statements.compare import nearest
from presscheck.chains.check.statements.ground import Ground, weights_of
from presscheck.chains.check.support.contexts import SAME_MEANING
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import STOP, Words

ALIGNED = 2
"""Sentences that are aligned word by word."""
SHORT = 3
"""Words in a gap, at most, that is taken for words put in the place of others."""
_SHAPE = ("cover", "span", "head", "tail", "changed", "added", "dropped", "content_changed")
_PREPOSITIONS = frozenset(
    """in on at to from by with for of about against into over under between among during through across without within
    before after since until""".split()
)
_PRONOUNS = frozenset("he she it they him her them his hers its their theirs who which".split())


def closeness(claim: Words, ground: Ground, best: Sequence[int]) -> dict[str, float]:
    """Return the signals of the nearest sentences and of their alignment with the statement."""
    return {**_soft(claim, ground), **_shape(claim, ground), **_small_words(claim, ground, best)}


def _soft(claim: Words, ground: Ground) -> dict[str, float]:
    """Return the share of the weight that one sentence, the next best, and two sentences in a row have."""
    need = weights_of(claim)
    total = sum(need.values()) or 1.0
    count = len(ground.sets)
    single, double = [0.0] * count, [0.0] * count
    for word, weight in need.items():
        same = lexicon.alike(word) & ground.vocabulary
        if not same and word not in ground.vocabulary:
            continue
        held = [1.0 if word in s else SAME_MEANING if same and same & s else 0.0 for s in ground.sets]
        for n, (here, behind) in enumerate(pairwise([*held, 0.0])):
            if here or behind:
                single[n] += weight * here
                double[n] += weight * max(here, behind)
    single.sort(reverse=True)
    return {
        "soft_1": single[0] / total if single else 0.0,
        "soft_next": single[1] / total if count > 1 else 0.0,
        "soft_window": max(double, default=0.0) / total,
    }


def _shape(claim: Words, ground: Ground) -> dict[str, float]:
    found = dict.fromkeys((f"align_{name}" for name in _SHAPE), 0.0)
    aligned = [ground.aligned(claim, n) for n in nearest(claim, ground)[:ALIGNED]]
    best = max(aligned, key=lambda a: a.cover, default=None)
    if best is None:
        return found
    content, gaps = claim.content, list(best.gaps())
    found |= {
        "align_cover": best.cover,
        "align_span": _span(best),
        "align_head": float(content[0] in best.there),
        "align_tail": float(content[-1] in best.there),
        "align_changed": float(sum(0 < len(a) <= SHORT and 0 < len(b) <= SHORT for a, b in gaps)),
        "align_added": float(sum(bool(a) and not b for a, b in gaps)),
        "align_dropped": float(sum(bool(b) and not a for a, b in gaps)),
        "align_content_changed": float(sum(1 for _ in _content_changed(best, gaps))),
    }
    return found


def _span(best: Alignment) -> float:
    """Return how far the aligned words are spread in the source for each word of the statement that they span."""
    if not best.pairs:
        return 0.0
    (first, start), (last, end) = best.pairs[0], best.pairs[-1]
    return (end - start + 1) / (last - first + 1)


def _content_changed(best: Alignment, gaps: Sequence[Gap]) -> Iterator[Gap]:
    """Yield the short gaps that hold a word with content on both sides."""
    for mine, theirs in gaps:
        here = any(best.claim.kinds[i] is not STOP for i in mine)
        there = any(best.source.kinds[j] is not STOP for j in theirs)
        if here and there and len(mine) <= SHORT and len(theirs) <= SHORT:
            yield mine, theirs


def _small_words(claim: Words, ground: Ground, best: Sequence[int]) -> dict[str, float]:
    words = claim.lemmas
    fours = list(zip(words, words[1:], words[2:], words[3:], strict=False))
    evidence = {form for n in best for form in ground.sentences[n].forms}
    pronouns = [f for f in claim.forms if f in _PRONOUNS]
    small = [i for i in range(len(claim)) if claim.kinds[i] is STOP]
    return {
        "fours": sum(map(ground.has, fours)) / (len(fours) or 1),
        "small_new": float(
            sum(claim.forms[i] not in ground.places and words[i] not in ground.places for i in small)
        ),
        "preposition_new": float(sum(f in _PREPOSITIONS and f not in evidence for f in claim.forms)),
        "pronouns": float(len(pronouns)),
        "pronoun_new": float(sum(f not in evidence for f in pronouns)),
    }
