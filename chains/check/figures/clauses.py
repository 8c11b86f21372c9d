"""A figure with its own clause alone: in a long sentence the words of the others hide what a source has of it."""

from __future__ import annotations

from presscheck.chains.check.figures.claimed import Claimed, claimed, outside, terms
from presscheck.chains.check.figures.places import Place
from presscheck.chains.check.figures.relation import FARTHEST
from presscheck.chains.check.figures.told import Told
from presscheck.reasons import Reason
from presscheck.text.clauses import clause_around
from presscheck.text.mentions import Figure

_ENOUGH = 3
"""So many words with content must be left to say what a figure measures."""


def own_clause(claim: Claimed) -> Claimed | None:
    """Return the figure with what stands around it up to the next clause on either side; None where that is the sentence."""
    told = claim.told
    start, end = clause_around(
        told.folded, told.figure.start, told.figure.end, lambda a, b: _words(told, a, b) >= _ENOUGH
    )
    return None if (start, end) == (0, len(told.sentence)) else _cut(told, start, end)


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


def _words(told: Told, start: int, end: int) -> int:
    return sum(start <= t.start < end for t in outside(terms(told.sentence), told.figure))


def _cut(told: Told, start: int, end: int) -> Claimed:
    start += len(told.sentence[start:end]) - len(told.sentence[start:end].lstrip())
    inside = [f for f in told.figures if start <= f.start and f.end <= end]
    moved = {f.start: f.model_copy(update={"start": f.start - start, "end": f.end - start}) for f in inside}
    return claimed(Told(told.sentence[start:end].strip(), moved[told.figure.start], list(moved.values())))
