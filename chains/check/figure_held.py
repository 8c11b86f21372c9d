"""How a claimed figure stands to one of a source with the words around both: which of two levels, which way it went."""

from __future__ import annotations

from presscheck.chains.check.figure_claimed import Claimed
from presscheck.chains.check.figure_course import other_way
from presscheck.chains.check.figure_relation import Relation, relate
from presscheck.chains.check.figure_times import of_other_time
from presscheck.chains.check.figure_told import Told
from presscheck.chains.check.sources import SourceSentence
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure


def hold(claim: Claimed, sentence: SourceSentence, figure: Figure) -> Relation | None:
    """Return the relation of the two, or None where they cannot be compared or are told of another time."""
    relation = relate(claim.figure, figure)
    if relation is None or not relation.good:
        return relation
    there = Told(sentence.text, figure, sentence.figures)
    if of_other_time(claim.told, there):
        return None
    if other_way(claim.told, there):
        return Relation(Reason.FIGURE_DIRECTION, relation.alike)
    return relation
