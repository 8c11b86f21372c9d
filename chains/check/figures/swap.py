"""Figures that changed places within one sentence: told word for word, but each of them for the other's thing."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.places import Place, word_order
from presscheck.chains.check.figures.relation import relate
from presscheck.reasons import Reason

WORD_FOR_WORD = 0.9
"""How far the words must stand in the same order for the figures to be matched by their own order."""


def swapped(claim: Claimed, told: Sequence[Claimed], found: Sequence[Place], sentence: str) -> Place | None:
    """Return the figure that stands in the source where the claimed one stands here, if the two are swapped."""
    good = next((p for p in found if p.relation.good), None)
    if good is None or len(told) < 2:
        return None
    figures = [f for f in good.sentence.figures if f.kind == claim.figure.kind]
    ours = [t.figure for t in told if t.figure.kind == claim.figure.kind]
    index = next((i for i, f in enumerate(ours) if f is claim.figure), 0)
    if len(figures) != len(ours) or index >= len(figures) or figures[index] is good.figure:
        return None
    rival = next(
        (p for p in found if p.figure is figures[index] and p.relation.reason is Reason.FIGURE_VALUE), None
    )
    if rival is None or rival.relation.alike < 0.9 or word_order(sentence, good.sentence) < WORD_FOR_WORD:
        return None
    other = ours[next(i for i, f in enumerate(figures) if f is good.figure)]
    relation = relate(other, rival.figure)
    return rival if relation and relation.good else None
