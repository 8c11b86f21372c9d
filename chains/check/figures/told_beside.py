"""A figure that a source has right beside another one of the draft's sentence: told in other words, it is hardly a coincidence."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import permutations

from presscheck.chains.check.figures.arithmetic import plain
from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.coincidence import small, vague
from presscheck.chains.check.figures.places import Place, Pool, places
from presscheck.chains.check.figures.relation import Relation
from presscheck.chains.check.figures.rounding import close, near_fraction
from presscheck.chains.check.figures.verdict import Judgement
from presscheck.reasons import Reason

_ALIKE = 0.8
"""How alike the units must be."""


def told_beside(claim: Claimed, pool: Pool, judged: Iterable[Judgement | None]) -> Judgement | None:
    """Return the judgement by a place in the sentence that bears out another figure, or in the one before or after."""
    if small(claim.figure) or vague(claim.figure):
        return None
    told = [j.places[0] for j in judged if j and j.good]
    if claim.figure.unit == "fraction" and (share := _share_of(claim, told)):
        return share
    near = {key for place in told for key in _around(place, pool)}
    if not near:
        return None
    found = (p for p in places(claim, pool) if p.relation.good and p.relation.alike >= _ALIKE)
    place = next((p for p in found if _key(p) in near), None)
    return Judgement(place.relation.reason, (place,)) if place else None


def _share_of(claim: Claimed, told: Sequence[Place]) -> Judgement | None:
    """Return the judgement of "40 million doses, half of the 80 million": both stand in the sources."""
    named = _whole_named(claim)
    for part, whole in permutations(told, 2):
        if named and not close(named, whole.figure.low):
            continue
        a, b = part.figure.low, whole.figure.low
        if 0 < a < b and part.figure.unit == whole.figure.unit and near_fraction(claim.figure, 100 * a / b):
            relation = Relation(Reason.FIGURE_DERIVED, 1.0, f"{plain(a)} / {plain(b)} = {100 * a / b:.3g} %")
            places = tuple(place._replace(relation=relation) for place in (part, whole))
            return Judgement(Reason.FIGURE_DERIVED, places)
    return None


_OF = re.compile(r"\s(?:of\s)?(?:the\s|its\s|all\s)?[$£€]?")


def _whole_named(claim: Claimed) -> float | None:
    """Return the number right behind a share: "half of the 80"."""
    told = claim.told
    behind = (f for f in told.figures if f.start >= told.figure.end)
    return next((f.low for f in behind if _OF.fullmatch(told.folded, told.figure.end, f.start)), None)


def _around(place: Place, pool: Pool) -> list[tuple[str, int]]:
    """Return the sentence of a place and those beside it."""
    beside = pool.beside(place.sentence)
    return [_key(place), *((s.article_id, s.start) for s in beside)]


def _key(place: Place) -> tuple[str, int]:
    return place.sentence.article_id, place.sentence.start
