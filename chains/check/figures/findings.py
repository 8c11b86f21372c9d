"""The finding that a judgement on a figure becomes, with its evidence in place and one sentence that explains it."""

from __future__ import annotations

from presscheck.chains.check.figures.coincidence import small, vague
from presscheck.chains.check.figures.places import Place
from presscheck.chains.check.figures.verdict import Judgement
from presscheck.chains.check.sources import Sources
from presscheck.models import Claim, Evidence, Finding, Stance
from presscheck.reasons import Reason, Severity
from presscheck.text.changes import change_words
from presscheck.text.mentions import Figure
from presscheck.text.words import normalise

_TOLD = {
    Reason.FIGURE_VALUE: "The source has {expected}.",
    Reason.FIGURE_SCALE: "The source has {expected}: the scale is off by thousands.",
    Reason.FIGURE_UNIT: "The source has {expected}: the value is right, the unit is not.",
    Reason.FIGURE_CURRENCY: "The source has {expected}: the amount is right, the currency is not.",
    Reason.FIGURE_BOUND: "The source has {expected}, which does not bear out the hedge.",
    Reason.FIGURE_DIRECTION: "The source tells of a change the other way: {expected}.",
    Reason.FIGURE_POINTS: "The source has {expected}: percent and percentage points are mixed up.",
    Reason.FIGURE_OUTDATED: "A newer source has {expected}.",
}


def finding(claim: Claim, judgement: Judgement, sources: Sources) -> Finding:
    """Make the finding of a judgement, with evidence in place."""
    reason, chosen = judgement.reason, judgement.places[0]
    worked_out = reason is Reason.FIGURE_POINTS and chosen.relation.proof
    words = _words(chosen, reason)
    expected = None if judgement.good or worked_out else words
    told = _TOLD.get(reason, "").format(expected=f"“{words}”")
    if reason is Reason.FIGURE_DIRECTION and normalise(words) == normalise(claim.text):
        told = f"The source has “{words}” the other way round: for somebody or something else."
    if worked_out:
        told = f"Percent and percentage points are mixed up: {chosen.relation.proof}."
    return Finding.of(
        claim,
        reason,
        evidence=[_evidence(p, sources) for p in judgement.places],
        expected=expected,
        proof=chosen.relation.proof,
        explanation=judgement.note or told,
    )


def _words(place: Place, reason: Reason) -> str:
    """Return the source's figure as written; with the word of change where that is what differs."""
    if reason is not Reason.FIGURE_DIRECTION:
        return place.figure.text
    text = place.sentence.text
    start, end = change_words(normalise(text), place.figure.start, place.figure.end)
    return text[start:end]


_ELSEWHERE = "The sources have this figure, but not for this, as far as their words show."


def not_found(claim: Claim, figure: Figure, *, elsewhere: bool) -> Finding:
    """Make the finding of a figure that no source has, or has for something `elsewhere`.

    Few things and places in an order are folded away, words such as "hundreds" left for a person to look at.
    """
    folded = Severity.INFO if small(figure) else Severity.LOOK if vague(figure) else None
    told = _ELSEWHERE if elsewhere else ""
    return Finding.of(claim, Reason.FIGURE_NOT_FOUND, severity=folded, explanation=told)


def _evidence(place: Place, sources: Sources) -> Evidence:
    start, end = place.span
    stance: Stance = "supports" if place.relation.good else "contradicts"
    return sources.evidence(
        place.sentence.article_id,
        start,
        end,
        stance=stance,
        speaker=place.sentence.speaker,
        score=round(place.score, 3),
    )
