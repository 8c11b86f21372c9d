"""Figures that changed places within one sentence: told word for word, but each of them for the other's thing."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from presscheck.chains.check.figures.claimed import Claimed, terms
from presscheck.chains.check.figures.places import Place
from presscheck.chains.check.figures.relation import relate
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure

WORD_FOR_WORD = 0.9
"""How far the words must stand in the same order for the figures to be matched by their own order."""
_ALL = 5
"""So many words, all in the same order, do as well."""


def swapped(claim: Claimed, told: Sequence[Claimed], found: Sequence[Place], sentence: str) -> Place | None:
    """Return the figure that stands in the source where the claimed one stands here, if the two are swapped."""
    good = next((p for p in found if p.relation.good), None)
    if good is None or len(told) < 2:
        return None
    figures = [f for f in good.sentence.figures if _measures_like(claim.figure, f)]
    ours = [t.figure for t in told if _measures_like(claim.figure, t.figure)]
    index = next((i for i, f in enumerate(ours) if f is claim.figure), 0)
    if len(figures) != len(ours) or index >= len(figures) or figures[index] is good.figure:
        return None
    rival = next(
        (p for p in found if p.figure is figures[index] and p.relation.reason is Reason.FIGURE_VALUE), None
    )
    if rival is None or rival.relation.alike < 0.9 or not _in_order(sentence, good):
        return None
    other = next((o for o, f in zip(ours, figures, strict=True) if f is good.figure), None)
    relation = relate(other, rival.figure) if other else None
    return rival if relation and relation.good else None


def _in_order(sentence: str, place: Place) -> bool:
    """Whether the draft's words stand in the source in the same order, a few or, of the source's, any left out."""
    ours, theirs = _worded(sentence), _worded(place.sentence.text)
    if LCSseq.normalized_similarity(ours, theirs) >= WORD_FOR_WORD:
        return True
    return len(ours) >= _ALL and LCSseq.similarity(ours, theirs) == len(ours)


def _worded(text: str) -> list[str]:
    """Return the words of a sentence in order, figures aside."""
    return [t.word for t in terms(text) if not t.word[0].isdigit()]


def _measures_like(claim: Figure, other: Figure) -> bool:
    return other.kind == claim.kind and other.unit in (claim.unit, "")
