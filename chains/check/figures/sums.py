"""A total that a draft tells and the parts in a source do not make: what they do make is shown, not one of them."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.arithmetic import NOT_ALL, plain
from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.places import Place, Pool, alike
from presscheck.chains.check.figures.relation import Relation
from presscheck.chains.check.figures.rounding import close
from presscheck.chains.check.figures.told import TOTAL
from presscheck.chains.check.figures.units import scale_to
from presscheck.chains.check.figures.verdict import SAME_THING, Judgement
from presscheck.chains.check.sources import SourceSentence
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure

_TOTAL = re.compile(rf"\b(?:{TOTAL})\b")
_MOST = 5
_NEAR = 0.25
"""A total further off than this share is hardly meant for these parts."""


def wrong_total(claim: Claimed, pool: Pool) -> Judgement | None:
    """Return the judgement on a total that the parts of the likeliest sentence do not make, None where it is no total."""
    figure = claim.figure
    if figure.kind != "quantity" or figure.low != figure.high or figure.bound != "=":
        return None
    if not _TOTAL.search(claim.told.folded):
        return None
    wanted = pool.wanted(claim)
    for sentence in pool.sentences:
        parts = _parts(figure, sentence)
        added = sum(p.low for p in parts)
        if 1 < len(parts) <= _MOST and abs(added - figure.low) <= _NEAR * added:
            likeness = max(alike(wanted, sentence, p) for p in parts)
            if likeness >= SAME_THING:
                return _judgement(figure, sentence, parts, added, likeness)
    return None


def _parts(figure: Figure, sentence: SourceSentence) -> list[Figure]:
    """Return the figures of a sentence that count alike, none where it tells a total or not all of the parts."""
    text = sentence.text.lower()
    if _TOTAL.search(text) or NOT_ALL.search(text):
        return []
    scales = [(f, scale_to(figure, f)) for f in sentence.figures if f.kind == "quantity" and f.low == f.high]
    return [f for f, s in scales if s and not s.converted and (s.alike >= 0.9 or not f.unit)]


def _judgement(
    figure: Figure, sentence: SourceSentence, parts: list[Figure], added: float, likeness: float
) -> Judgement:
    proof = " + ".join(plain(p.low) for p in parts) + f" = {plain(added)}"
    reason = Reason.FIGURE_DERIVED if close(added, figure.low) else Reason.FIGURE_VALUE
    relation = Relation(reason, 1.0, proof)
    told = [p.model_copy(update={"text": plain(added)}) for p in parts]
    places = tuple(Place(sentence, p, relation, likeness) for p in told)
    return Judgement(reason, places, "" if relation.good else f"The source's figures make {proof}.")
