"""Two figures of a draft's sentence that a source has each with the other's words, in whatever order it tells them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import Final, NamedTuple

from presscheck.chains.check.figures.claimed import Claimed, terms
from presscheck.chains.check.figures.places import Place
from presscheck.chains.check.figures.relation import relate
from presscheck.chains.check.figures.told import Told
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure

_END: Final = re.compile(r"(?<!\.[a-z])[.;:]\s")
_CLAUSE: Final = re.compile(rf"{_END.pattern}|,\s(?:while|and|but)\s|\s(?:and|while|whereas|but|against)\s")
_SIDES: Final = (0, 1, 2)
_ENOUGH: Final = 2
"""So many words must stand with the other figure, one for each of the two at least."""


Words = frozenset[str]


_SHARES: Final = frozenset({"percent", "fraction"})
_FEW: Final = 12
"""So few things are counted of anything."""


class Sides(NamedTuple):
    """The words with content before a figure and after it, up to the next one that measures alike, and those of its clause."""

    before: Words
    after: Words
    clause: Words


def crossed(claim: Claimed, told: Sequence[Claimed], found: Sequence[Place]) -> Place | None:
    """Return the place of the value that the draft tells with the words of this one, and this one with its words."""
    good = [p for p in found if p.relation.good]
    if not good:
        return None
    for other in (t for t in told if _measures_like(claim.figure, t.figure)):
        for rival in (p for p in found if _has_value_of(other.figure, p, good[0])):
            if all(_is_crossed(claim.told, other.told, _told(own), _told(rival)) for own in good):
                return rival
    return None


def _measures_like(claim: Figure, other: Figure) -> bool:
    alike = relate(claim, other)
    return (
        claim is not other
        and claim.low != other.low
        and claim.kind == other.kind == "quantity"
        and alike is not None
        and alike.reason is Reason.FIGURE_VALUE
        and (claim.unit == other.unit or {claim.unit, other.unit} <= _SHARES)
        and (claim.unit in _SHARES or (claim.unit != "" and claim.low > _FEW))
    )


def _has_value_of(other: Figure, place: Place, good: Place) -> bool:
    if (
        place.relation.reason is not Reason.FIGURE_VALUE
        or place.sentence.article_id != good.sentence.article_id
    ):
        return False
    relation = relate(other, place.figure)
    return relation is not None and relation.good


def _is_crossed(claim: Told, other: Told, good: Told, rival: Told) -> bool:
    """Whether each figure has words of the other one on its own side, and the two no words of their own on any."""
    ours, theirs = (_sides(claim), _sides(other)), (_sides(good), _sides(rival))
    across = max(_shared(ours[0][side], ours[1][side], theirs[1][side], theirs[0][side]) for side in _SIDES)
    straight = max(
        _shared(ours[0][mine], ours[1][mine], theirs[0][its], theirs[1][its])
        for mine, its in product(_SIDES, repeat=2)
    )
    return across >= _ENOUGH and across > 2 * straight


def _shared(one: Words, other: Words, its: Words, others: Words) -> int:
    """Count the words that each of two has of its own in common with its own of another two, none where one has none."""
    common = (one - other) & (its - others), (other - one) & (others - its)
    return sum(map(len, common)) if all(common) else 0


def _told(place: Place) -> Told:
    return Told(place.sentence.text, place.figure, place.sentence.figures)


def _sides(told: Told) -> Sides:
    start, end = told.figure.start, told.figure.end
    likes = [f for f in told.figures if f.start != start and relate(told.figure, f)]
    left = max((f.end for f in likes if f.end <= start), default=0)
    left = max((m.end() for m in _END.finditer(told.folded, left, start)), default=left)
    right = min((f.start for f in likes if f.start >= end), default=len(told.folded))
    stop = _END.search(told.folded, end, right)
    right = stop.start() if stop else right
    opens = max((m.end() for m in _CLAUSE.finditer(told.folded, left, start)), default=left)
    closes = _CLAUSE.search(told.folded, end, right)
    return Sides(
        _words(told, left, start),
        _words(told, end, right),
        _words(told, opens, closes.start() if closes else right) - _words(told, start, end),
    )


def _words(told: Told, start: int, end: int) -> Words:
    return frozenset(
        t.word for t in terms(told.sentence) if start <= t.start < end and not t.word[0].isdigit()
    )
