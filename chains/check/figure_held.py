"""How a claimed figure stands to one of a source, the words around both taken into account.

A value is not borne out by an equal one that the source tells of another time, of another thing of the same sentence or of a
part only, and is turned round where the source's went the other way.
"""

from __future__ import annotations

from presscheck.chains.check.figure_claimed import Claimed
from presscheck.chains.check.figure_course import other_way
from presscheck.chains.check.figure_heads import is_mixed_up, is_of_another
from presscheck.chains.check.figure_relation import Relation, relate
from presscheck.chains.check.figure_times import of_other_time
from presscheck.chains.check.figure_told import Told
from presscheck.chains.check.figure_votes import hold_margin, is_margin, other_outcome
from presscheck.chains.check.figure_whole import is_part_as_whole
from presscheck.chains.check.sources import SourceSentence
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure


def hold(claim: Claimed, sentence: SourceSentence, figure: Figure) -> Relation | None:
    """Return the relation of the two, or None where they cannot be compared or are told of different things."""
    ours, theirs = claim.told, Told(sentence.text, figure, sentence.figures)
    if is_margin(ours):
        return hold_margin(ours, theirs)
    relation = relate(claim.figure, figure)
    if relation is None or not relation.good:
        return relation
    if is_part_as_whole(ours, theirs):
        return Relation(Reason.FIGURE_VALUE, relation.alike)
    if of_other_time(ours, theirs) or is_mixed_up(ours, theirs) or is_of_another(ours, theirs):
        return None
    if other_way(ours, theirs) or other_outcome(ours, theirs):
        return Relation(Reason.FIGURE_DIRECTION, relation.alike)
    return relation
