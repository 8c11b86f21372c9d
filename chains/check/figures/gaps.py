"""A step that a draft tells and two levels of a source do not make: "rose by 1.5 points" for 5.9 percent after 5.4."""

from __future__ import annotations

from presscheck.chains.check.figures.arithmetic import plain
from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.places import Place, Pool, alike
from presscheck.chains.check.figures.relation import Relation, is_span
from presscheck.chains.check.figures.times import is_earlier
from presscheck.chains.check.figures.told import Told
from presscheck.chains.check.figures.units import POINTS, scale_to
from presscheck.chains.check.figures.verdict import SAME_THING, Judgement
from presscheck.chains.check.sources import SourceSentence
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure


def wrong_step(claim: Claimed, pool: Pool) -> Judgement | None:
    """Return the judgement on a step that is not the one between the two levels of the likeliest sentence."""
    figure = claim.figure
    if claim.part != "step" or figure.kind != "quantity" or figure.bound != "=" or figure.unit == "percent":
        return None
    wanted = pool.wanted(claim)
    for sentence in pool.sentences:
        levels = _levels(claim.told, sentence)
        if len(levels) == 2 and (likeness := alike(wanted, sentence, levels[0])) >= SAME_THING:
            return _judgement(sentence, levels, likeness)
    return None


def _levels(told: Told, sentence: SourceSentence) -> list[Figure]:
    """Return the level of now and the earlier one, where a sentence has these two alone and no step of its own.

    Of several ways that values went ("from 21 to 28 percent"), it is the one with an end that the draft tells as well.
    """
    figure, values = told.figure, {f.low for f in told.figures if f.start != told.figure.start}
    spans = [f for f in sentence.figures if is_span(f) and _measures_like(figure, f)]
    met = [f for f in spans if {f.low, f.high} & values]
    if len(met) == 1 or len(spans) == 1 == sum(f.unit == spans[0].unit for f in sentence.figures):
        spans = met or spans
        return [spans[0].model_copy(update={"low": end}) for end in (spans[0].low, spans[0].high)]
    alone = [f for f in sentence.figures if f.kind == "quantity" and f.low == f.high]
    if any(f.change or f.unit in POINTS for f in alone):
        return []
    levels = [f for f in alone if _measures_like(figure, f)]
    earlier = [f for f in levels if is_earlier(Told(sentence.text, f, sentence.figures))]
    return levels if len(levels) == 2 and len(earlier) == 1 else []


def _measures_like(step: Figure, level: Figure) -> bool:
    if step.unit in POINTS:
        return level.unit == "percent"
    scale = scale_to(step, level)
    return scale is not None and not scale.converted and scale.alike >= 0.6


def _judgement(sentence: SourceSentence, levels: list[Figure], likeness: float) -> Judgement:
    high, low = sorted((f.low for f in levels), reverse=True)
    size = plain(round(high - low, 9))
    proof = f"{plain(high)} - {plain(low)} = {size}"
    relation = Relation(Reason.FIGURE_VALUE, 1.0, proof)
    told = [f.model_copy(update={"text": size}) for f in levels]
    places = tuple(Place(sentence, f, relation, likeness) for f in told)
    return Judgement(Reason.FIGURE_VALUE, places, f"The source's figures make {proof}.")
