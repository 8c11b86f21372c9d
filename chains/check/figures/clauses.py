"""A figure with its own clause alone: in a long sentence the words of the others hide what a source has of it."""

from __future__ import annotations

import re
from itertools import pairwise

from presscheck.chains.check.figures.claimed import Claimed, claimed, outside, terms
from presscheck.chains.check.figures.places import Place
from presscheck.chains.check.figures.relation import FARTHEST
from presscheck.chains.check.figures.told import Told
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure

_PARTS = re.compile(
    r"[;:—]\s|,\s(?=\D)|\s(?:and|but|while|whereas|before|after|when|who|which|because)\s|\s(?=according to\b)"
)
_ENOUGH = 3
"""So many words with content must be left to say what a figure measures."""


def own_clause(claim: Claimed) -> Claimed | None:
    """Return the figure with what stands around it up to the next clause on either side; None where that is the sentence."""
    told = claim.told
    cuts = [0, *(m.end() for m in _PARTS.finditer(told.folded)), len(told.folded)]
    spans = [(a, b) for a, b in pairwise(cuts) if a <= told.figure.start < b]
    if not spans:
        return None
    start, end = spans[0]
    end = max(end, told.figure.end)
    while _words(told, start, end) < _ENOUGH and (wider := _wider(start, end, cuts)) != (start, end):
        start, end = wider
    return None if (start, end) == (cuts[0], cuts[-1]) else _cut(told, start, end)


_ALIKE = 0.8


def counted_alike(figure: Figure, place: Place) -> bool:
    """Whether two figures that differ tell one thing, as far as so few words show: the same things, and about as many."""
    relation, other = place.relation, place.figure
    if relation.reason is not Reason.FIGURE_VALUE:
        return relation.alike >= _ALIKE
    small, great = sorted((abs(figure.low), abs(other.low)))
    same = figure.unit == other.unit != "" or figure.unit.endswith(" of age")
    single = figure.low == figure.high and other.low == other.high
    return same and single and figure.kind == other.kind == "quantity" and great < FARTHEST * small


def _wider(start: int, end: int, cuts: list[int]) -> tuple[int, int]:
    """Take the next clause in, or at the end of the sentence the one before."""
    if end < cuts[-1]:
        return start, next(c for c in cuts if c > end)
    return max((c for c in cuts if c < start), default=start), end


def _words(told: Told, start: int, end: int) -> int:
    return sum(start <= t.start < end for t in outside(terms(told.sentence), told.figure))


def _cut(told: Told, start: int, end: int) -> Claimed:
    inside = [f for f in told.figures if start <= f.start and f.end <= end]
    moved = {f.start: f.model_copy(update={"start": f.start - start, "end": f.end - start}) for f in inside}
    return claimed(Told(told.sentence[start:end].strip(), moved[told.figure.start], list(moved.values())))
