"""A figure that follows from others of the draft which sources bear out: "£5 billion for 125,000 homes, £40,000 each"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import permutations
from typing import Final

from presscheck.chains.check.figures.arithmetic import plain
from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.places import Place
from presscheck.chains.check.figures.relation import Relation
from presscheck.chains.check.figures.rounding import Value, comes_to
from presscheck.chains.check.figures.verdict import Judgement
from presscheck.reasons import Reason
from presscheck.text.currencies import is_currency
from presscheck.text.mentions import Figure

_OLDER: Final = re.compile(r"\s(?:older|younger|(?:his|her|their) (?:senior|junior))\b")
_EACH: Final = re.compile(r"\s(?:each|apiece)\b")
_THE: Final = re.compile(r"\s(?:the|its|their|as (?:much|many) as the)\s[$£€]?")
_WHO: Final = re.compile(r"\bwho\s(?:is|was)\s+(?:about |some |nearly )?$")
"""Before a gap of ages that may be somebody else's: "met Kess, who is four years older"."""
_AGE: Final = "year of age"
REACH: Final = 6
"""How many figures back another one may be told."""

Told = tuple[Figure, Place]
"""A figure of the draft and the place that bears it out."""


def from_own_figures(claim: Claimed, told: Sequence[Told]) -> Judgement | None:
    """Return the judgement on a gap of ages or an amount each that two figures told close by make."""
    figure = claim.figure
    for (one, first), (other, second) in permutations(told, 2):
        for value, proof in _results(claim, one, other):
            if comes_to(Value(figure.low, figure.bound, figure.text), value):
                relation = Relation(Reason.FIGURE_DERIVED, 1.0, proof)
                places = tuple(place._replace(relation=relation) for place in (first, second))
                return Judgement(Reason.FIGURE_DERIVED, places)
    return None


def _results(claim: Claimed, one: Figure, other: Figure) -> Iterator[tuple[float, str]]:
    figure, after = claim.figure, claim.told.after
    if (
        figure.unit == "year"
        and _OLDER.match(after)
        and not _WHO.search(claim.told.before)
        and _is_age(one)
        and _is_age(other)
        and one.low > other.low
    ):
        yield one.low - other.low, f"{plain(one.low)} - {plain(other.low)} = {plain(one.low - other.low)}"
    if figure.unit == "times" and one.unit == other.unit and (one.low, other.low) == _beside(claim):
        yield one.low / other.low, f"{plain(one.low)} / {plain(other.low)} = {one.low / other.low:.3g}"
    if (
        is_currency(figure.unit)
        and _EACH.match(after)
        and one.unit == figure.unit
        and _last_count(claim) == other.low
    ):
        value = one.low / other.low
        yield value, f"{plain(one.low)} / {plain(other.low)} = {plain(value)}"


def _beside(claim: Claimed) -> tuple[float, float] | None:
    """Return the numbers before a multiple and right behind it: "$16 million, three times the $5 million"."""
    told = claim.told
    before = [f.low for f in told.figures if f.end <= told.figure.start]
    behind = (
        f.low
        for f in told.figures
        if f.start >= told.figure.end and _THE.fullmatch(told.folded, told.figure.end, f.start)
    )
    base = next(behind, None)
    return (before[-1], base) if before and base else None


def _is_age(figure: Figure) -> bool:
    return figure.unit in (_AGE, "") and figure.low == figure.high and figure.kind == "quantity"


def _last_count(claim: Claimed) -> float | None:
    """Return the number of things told last before an amount, in its sentence: "for 125,000 homes, £40,000 each"."""
    told = claim.told
    before = [f for f in told.figures if f.end <= told.figure.start and not is_currency(f.unit)]
    last = max(before, key=lambda f: f.start, default=None)
    single = last is not None and last.kind == "quantity" and last.low == last.high > 1
    return last.low if last is not None and single else None
