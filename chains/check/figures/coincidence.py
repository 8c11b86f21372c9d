"""Whether an equal value in a source is a coincidence: that two things are counted is, that 1,374 are is none."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.phrases import number_words, same_place
from presscheck.chains.check.figures.places import Place
from presscheck.chains.check.figures.rounding import significant
from presscheck.chains.check.figures.units import alike_bare, is_measure, same_things
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure
from presscheck.text.numbers import VAGUE
from presscheck.text.units import dimension

SENSIBLE = 0.03
"""Less alike than this, an equal value is a coincidence, unless the value is a rare one."""
SENSIBLE_SMALL = 0.2
"""The same for ordinals, small counts and fractions in words."""
SENSIBLE_FAR = 0.1
"""The same where only a bound lets the two values stand for each other."""
_FAR = 1.1
NEARBY = 0.1
"""So much of the claim, halved, in the sentences around an equal value is no coincidence either."""

_VAGUE = re.compile(rf"\b(?:{'|'.join(VAGUE)}|several|few|couple)\b", re.I)
_SIZES = frozenset(["length", "area", "mass", "volume", "speed"])


def small(figure: Figure) -> bool:
    """Whether it is an ordinal or a count of few things, which is often told without a source."""
    if figure.kind != "quantity":
        return figure.kind == "ordinal"
    counted = not is_measure(figure.unit) or dimension(figure.unit) == "time"
    return counted and 0 <= figure.high <= 12 and figure.low.is_integer() and figure.bound == "="


def vague(figure: Figure) -> bool:
    """Whether it is a word for an unknown number, "hundreds", which no exact one contradicts."""
    return figure.kind == "quantity" and _VAGUE.search(figure.text) is not None


def rare(figure: Figure) -> bool:
    """Whether an equal value is hardly a coincidence: three digits that are not nought, or two with a scale."""
    return significant(figure.text) >= 3 or (significant(figure.text) == 2 and figure.low >= 1000)


def sensible(figure: Figure, place: Place, found: list[Place]) -> bool:
    """Whether an equal value is told of the same thing, not of another one by chance."""
    enough = SENSIBLE_SMALL if small(figure) or _outdone(figure, place, found) else SENSIBLE
    far = _is_far(figure, place)
    least = 0.4 if figure.unit else alike_bare(figure)
    if place.score >= (max(enough, SENSIBLE_FAR) if far else enough):
        return True
    if rare(figure) and place.relation.alike >= least and not far:
        return True
    if same_things(figure, place.figure) or same_place(figure, place.figure):
        return True
    if 0.5 * place.nearby * place.relation.alike >= max(enough, NEARBY):
        return True
    if _only_one(figure, place, found):
        return True
    return place.relation.alike >= 0.8 and (_of_a_person(figure, place) or _same_words(figure, place))


def _outdone(figure: Figure, place: Place, found: list[Place]) -> bool:
    """Whether a fraction in words, which many shares come to, is told likelier with another share."""
    return figure.unit == "fraction" and any(p.score > place.score and not p.relation.good for p in found)


def _is_far(figure: Figure, place: Place) -> bool:
    """Whether only a bound lets the value stand for the source's: "at least 25,000" for 33,000."""
    if vague(figure):
        return False
    hedged = figure.bound in ("<", "<=", ">", ">=") and place.relation.reason is Reason.FIGURE_ROUNDED
    small, great = sorted((abs(figure.low), abs(place.figure.low)))
    return hedged and great > _FAR * small


def _only_one(figure: Figure, place: Place, found: list[Place]) -> bool:
    """Whether it is the only figure found of what it measures, a length or a weight, that is no small number."""
    if dimension(figure.unit) not in _SIZES or significant(figure.text) < 2:
        return False
    return place.relation.alike >= 1 and alone(place, found)


def alone(place: Place, found: list[Place]) -> bool:
    """Whether no other figure was found that is of the same measure."""
    unit = place.figure.unit
    return is_measure(unit) and {p.span for p in found if _measures(unit, p.figure.unit)} == {place.span}


def _measures(unit: str, other: str) -> bool:
    return unit == other or dimension(unit) == dimension(other) is not None


def _of_a_person(figure: Figure, place: Place) -> bool:
    """Whether both are ages, or scores: of whom, a text tells in another sentence."""
    both = (figure, place.figure)
    return all(f.unit == "year of age" and f.high > 12 for f in both) or all(f.kind == "score" for f in both)


def word_for_word(figure: Figure, place: Place) -> bool:
    """Whether the source has the number's own words, three at least ("more than nine in ten")."""
    theirs = number_words(place.figure)
    return len(theirs) > 2 and number_words(figure)[: len(theirs)] == theirs


def _same_words(figure: Figure, place: Place) -> bool:
    """Whether the two are told in the same words, two of them at least ("99 operating nuclear plants")."""
    ours = number_words(figure)
    return len(ours) > 2 and ours == number_words(place.figure)
