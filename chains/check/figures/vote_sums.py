"""A count of votes held against its parts: "228 to 199" for 218 Democrats and ten Republicans in favor, 197 and two against."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.chains.check.figures.arithmetic import plain
from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.places import Place, Pool, at_most_alike
from presscheck.chains.check.figures.relation import Relation
from presscheck.chains.check.figures.told import Told
from presscheck.chains.check.figures.units import is_measure
from presscheck.chains.check.figures.verdict import Judgement
from presscheck.chains.check.figures.votes import Outcome, outcome, side
from presscheck.chains.check.sources import SourceSentence
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure

_SAME_VOTE = 100
"""As many votes as this on one side, told by both, are the same vote."""


def summed_votes(claim: Claimed, pool: Pool) -> Judgement | None:
    """Return the judgement on a count of votes by a sentence that tells who was for and who against, in parts."""
    if claim.figure.kind != "score":
        return None
    votes = [(s, v) for s in pool.sentences if (v := _votes(s)) and len(v[0]) + len(v[1]) > 2]
    judged = [_judgement(claim, pool, sentence, *sides) for sentence, sides in votes]
    return next((j for j in judged if j and j.good), None) or next((j for j in judged if j), None)


def _votes(sentence: SourceSentence) -> tuple[list[Figure], list[Figure]] | None:
    """Return the counts of those for it and of those against it; several may share one "voting in favor"."""
    sides: dict[Outcome, list[Figure]] = {"carried": [], "lost": []}
    waiting: list[Figure] = []
    for figure in _counts(sentence):
        waiting.append(figure)
        if taken := side(Told(sentence.text, figure, sentence.figures)):
            sides[taken] += waiting
            waiting = []
    return (sides["carried"], sides["lost"]) if sides["carried"] and sides["lost"] and not waiting else None


def _counts(sentence: SourceSentence) -> list[Figure]:
    plain_ones = (f for f in sentence.figures if f.kind == "quantity" and f.low == f.high and f.bound == "=")
    return [f for f in plain_ones if not is_measure(f.unit)]


def _judgement(
    claim: Claimed, pool: Pool, sentence: SourceSentence, ayes: Sequence[Figure], noes: Sequence[Figure]
) -> Judgement | None:
    told = sum(f.low for f in ayes), sum(f.low for f in noes)
    ours = claim.figure.low, claim.figure.high
    likeness = at_most_alike(pool.wanted(claim), sentence)
    reason = _reason(claim, ours, told)
    if reason is Reason.FIGURE_VALUE and not any(n >= _SAME_VOTE for n in {*ours} & {*told}):
        return None
    proof = "; ".join(
        f"{_added(part)} = {plain(total)}" for part, total in zip((ayes, noes), told, strict=True)
    )
    relation = Relation(reason, 1.0, proof)
    shown = ayes[0].model_copy(update={"text": f"{plain(told[0])} to {plain(told[1])}"})
    places = (
        Place(sentence, shown, relation, likeness),
        *(Place(sentence, f, relation, likeness) for f in noes),
    )
    return Judgement(reason, places, "" if relation.good else f"The source's figures make {proof}.")


def _reason(claim: Claimed, ours: tuple[float, float], told: tuple[float, float]) -> Reason:
    if sorted(ours) != sorted(told):
        return Reason.FIGURE_VALUE
    went = outcome(claim.told)
    turned = went and (went == "carried") != (told[0] > told[1])
    return Reason.FIGURE_DIRECTION if turned else Reason.FIGURE_DERIVED


def _added(part: Sequence[Figure]) -> str:
    return " + ".join(plain(f.low) for f in part)
