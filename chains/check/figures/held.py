"""How a claimed figure stands to one of a source, the words around both taken into account.

A value is not borne out by an equal one that the source tells of another time, of another thing of the same sentence or of a
part only, and is turned round where the source's went the other way.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from presscheck.chains.check.figures.ages import age_of_another, is_age_of_somebody_else, other_age
from presscheck.chains.check.figures.bases import other_base, other_period
from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.course import is_distance, other_way
from presscheck.chains.check.figures.games import other_leader, other_winner
from presscheck.chains.check.figures.heads import of_another
from presscheck.chains.check.figures.level_as_step import level_as_step
from presscheck.chains.check.figures.plans import planned
from presscheck.chains.check.figures.polarity import complement, saved_or_spent, turned_round
from presscheck.chains.check.figures.profits import other_sign
from presscheck.chains.check.figures.ranges import is_one_end
from presscheck.chains.check.figures.rates import other_rate
from presscheck.chains.check.figures.relation import Relation, other_bound, relate
from presscheck.chains.check.figures.times import is_of_now, of_now, of_other_time
from presscheck.chains.check.figures.told import Told
from presscheck.chains.check.figures.units import same_things
from presscheck.chains.check.figures.votes import hold_margin, other_outcome, other_side, side_of_vote
from presscheck.chains.check.figures.whole import is_part_as_whole, rest_of
from presscheck.chains.check.sources import SourceSentence
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure


class Held(NamedTuple):
    """A relation, the source's figure that it is to, and whether that is sure to be the one meant."""

    relation: Relation
    figure: Figure
    sure: bool = False


def hold(claim: Claimed, sentence: SourceSentence, figure: Figure) -> Held | None:
    """Return how the two stand, or None where they cannot be compared or are told of different times."""
    ours, theirs = claim.told, Told(sentence.text, figure, sentence.figures)
    relation = side_of_vote(ours, theirs)
    if relation is None:
        relation = hold_margin(ours, theirs) if claim.margin else relate(claim.figure, figure)
    if relation is None or not relation.good or claim.margin:
        return _not_borne_out(claim, theirs, relation)
    if relation.reason is not Reason.FIGURE_DERIVED and other_rate(ours, theirs):
        return Held(Relation(Reason.FIGURE_UNIT, relation.alike), figure, sure=True)
    if is_part_as_whole(ours, theirs):
        return Held(Relation(Reason.FIGURE_VALUE, relation.alike), figure)
    if (told := of_now(ours, claim.time, theirs)) is not None:
        return Held(Relation(Reason.FIGURE_VALUE, 1.0), told, sure=True)
    if of_other_time(ours, claim.time, theirs) or _bears_nothing_out(ours, theirs):
        return None
    if level := level_as_step(ours, theirs) or other_period(ours, theirs):
        return Held(Relation(Reason.FIGURE_VALUE, 1.0), level, sure=True)
    if planned(ours, theirs) or turned_round(ours, theirs):
        return Held(Relation(Reason.FIGURE_VALUE, relation.alike), figure, sure=True)
    if other := age_of_another(ours, theirs) or of_another(ours, theirs):
        return Held(Relation(Reason.FIGURE_VALUE, 1.0), other, sure=True)
    if other_winner(ours, theirs) or other_leader(ours, theirs):
        return Held(Relation(Reason.FIGURE_DIRECTION, relation.alike), figure, sure=True)
    if any(other(ours, theirs) for other in (other_way, other_outcome, other_side, other_sign)):
        return Held(Relation(Reason.FIGURE_DIRECTION, relation.alike), figure)
    return Held(relation, figure)


def _bears_nothing_out(claim: Told, source: Told) -> bool:
    """Whether an equal value is one end of a range, another person's age, or a change against something else."""
    return any(apart(claim, source) for apart in (is_one_end, is_age_of_somebody_else, other_base))


_OF_ALL = re.compile(r"\bof (?:the|its|their|his|her|these|those|\S+['’]s)\b")


def _is_some_of(claim: Told, source: Told) -> bool:
    """Whether the draft tells of some and the source of all: "four of its instruments", "seven instruments"."""
    some = claim.figure.kind == "quantity" and _OF_ALL.search(claim.figure.text) is not None
    return some and " of " not in source.figure.text and source.figure.low > claim.figure.high


def _not_borne_out(claim: Claimed, source: Told, relation: Relation | None) -> Held | None:
    """Take what a ratio leaves for right, and a level, or one of now, for no contradiction of a distance or an earlier one."""
    if rest := rest_of(claim.told, source) or complement(claim.told, source):
        return Held(rest, source.figure)
    if other_age(claim.told, source):
        return Held(Relation(Reason.FIGURE_VALUE, 1.0), source.figure, sure=True)
    if relation is None or is_of_now(claim.time, source) or _is_some_of(claim.told, source):
        return None
    if is_distance(claim.told) and _is_level(source):
        return None
    against = relation.reason is Reason.FIGURE_BOUND and other_bound(claim.figure, source.figure)
    if against and saved_or_spent(claim.told, source):
        return None
    return Held(relation, source.figure, sure=against and same_things(claim.figure, source.figure))


def _is_level(source: Told) -> bool:
    return source.figure.change is None and not is_distance(source)
