"""A figure that a source has right beside another one of the draft's sentence: told in other words, it is hardly a coincidence."""

from __future__ import annotations

from collections.abc import Iterable

from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.places import Place, Pool, places
from presscheck.chains.check.figures.verdict import Judgement, small, vague

_ALIKE = 0.8
"""How alike the units must be."""


def told_beside(claim: Claimed, pool: Pool, judged: Iterable[Judgement | None]) -> Judgement | None:
    """Return the judgement by a place in the sentence that bears out another figure, or in the one before or after."""
    if small(claim.figure) or vague(claim.figure):
        return None
    near = {key for j in judged if j and j.good for key in _around(j.places[0], pool)}
    if not near:
        return None
    found = (p for p in places(claim, pool) if p.relation.good and p.relation.alike >= _ALIKE)
    place = next((p for p in found if _key(p) in near), None)
    return Judgement(place.relation.reason, (place,)) if place else None


def _around(place: Place, pool: Pool) -> list[tuple[str, int]]:
    """Return the sentence of a place and those beside it."""
    beside = pool.beside(place.sentence)
    return [_key(place), *((s.article_id, s.start) for s in beside)]


def _key(place: Place) -> tuple[str, int]:
    return place.sentence.article_id, place.sentence.start
