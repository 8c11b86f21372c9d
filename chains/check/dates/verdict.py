"""From what the sources say on a date to the one place that decides, by the rules of evidence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from presscheck.chains.check.dates.compare import (
    BORNE_OUT,
    is_placed_alike,
    is_told_from,
    is_weekday,
    one_part_off,
)
from presscheck.chains.check.dates.place import Place
from presscheck.chains.check.sources import RANK
from presscheck.models import SourceInfo
from presscheck.text.mentions import DateMention

BEARS_OUT: Final = {"day": 0.1, "month": 0.2}
"""From this likeness on, a date that fits bears the claimed one out: a day is hardly the same by chance."""
BEARS_OUT_ELSE: Final = 0.3
"""The same for years, and for what is finer than a day."""
NEARLY_VERBATIM: Final = (0.75, 0.5)
"""The same for dates told from the day of the text: two stories rightly tell "today" and "Tuesday" of two statements."""
ENOUGH: Final = (2.0, 3)
"""So much must be common in all, a rare name or figure counting 2, and so many words: few are common by chance."""
NAMES: Final = 0.5
"""This share of the names and figures in the clause must stand in the source's sentence."""
STRANGERS: Final = (2, 0.7)
"""Where each sentence has so many names that the other lacks, and less than this share is common, they speak of others."""
FACING: Final = (0.4, 0.34, 0.5)
"""Two dates that face each other: this share of the clause's words in common, and of the words next to both or around them."""
SLIP: Final = (0.4, 0.4)
"""Two dates that differ in one part: these shares of the clause's words and of those around the date."""
ALONE: Final = (0.45, 0.45)
"""Two dates, each the only one of its grain in its sentence: the same shares."""
VERBATIM: Final = (0.9, 0.6)
"""Sentences so alike, words next to the dates too, that dates of another grain contradict as well."""
WORD_FOR_WORD: Final = (0.99, 0.4)
"""Of fewer common words nothing is sure, but where they are all the same ones somebody should look."""
SAME_ACT: Final = (0.7, 3, 0.99)
"""On another weekday: this share of the clause's words, so many of them, and of the names, is the same act."""
OUTWEIGHS: Final = 0.6
"""A fitting date in a sentence with this much of the contradicting one's likeness clears the claim.

These belong together. Tuned on true claims of five sets of claims with their documents (457 dates, no false alarm) and the
same claims with one date shifted.
"""


def deciding(claim: DateMention, places: Sequence[Place]) -> Place | None:
    """Return the place that bears the date out, else the one that contradicts it; None if none speaks of it surely."""
    fitting = [p for p in places if p.relation in BORNE_OUT]
    support = max(fitting, key=_likeness, default=None)
    against = max((p for p in places if _contradicts(claim, p)), key=_likeness, default=None)
    if against and not (support and _clears(support, against)):
        return against
    enough = BEARS_OUT.get(claim.grain, BEARS_OUT_ELSE)
    return support if support and _likeness(support) >= enough else None


def doubtful(claim: DateMention, places: Sequence[Place]) -> Place | None:
    """Return a place that has another date for the very same words, in a short sentence or of a weekday; it may be another time."""
    return max((p for p in places if _dates_otherwise(claim, p)), key=_likeness, default=None)


def _dates_otherwise(claim: DateMention, place: Place) -> bool:
    if place.relation != "apart" or place.date is None or place.facts.figures or place.taken:
        return False
    if place.date.kind != claim.kind or place.date.grain != claim.grain or place.facts.words < 2:
        return False
    told = is_told_from(claim) or is_told_from(place.date)
    weekdays = is_weekday(claim) and is_weekday(place.date)
    if not is_placed_alike(claim, place.date):
        return False
    if (weekdays and _is_same_act(place)) or (not told and _may_slip(claim, place)):
        return True
    return (weekdays or not told) and _is_as_like(place, WORD_FOR_WORD)


def _may_slip(claim: DateMention, place: Place) -> bool:
    """Whether the only date of a sentence differs in one part, with half of the words around it the same."""
    return place.facts.alone and place.facts.words >= ENOUGH[1] and _slips(claim, place)


def _is_same_act(place: Place) -> bool:
    """Whether the only day of a sentence is told of what the draft dates, in the draft's words."""
    cover, words, names = SAME_ACT
    facts = place.facts
    return facts.alone and place.cover >= cover and facts.words >= words and facts.names >= names


def disputing(claim: DateMention, decided: Place, places: Sequence[Place]) -> Place | None:
    """Return a place that contradicts one that bears the date out, in another source of like rank and of the same day.

    Both must tell it in nearly the same words.
    """
    if decided.relation not in BORNE_OUT or not _is_as_like(decided, NEARLY_VERBATIM):
        return None
    rivals = (p for p in places if _contradicts(claim, p) and _is_as_like(p, NEARLY_VERBATIM))
    return next((p for p in rivals if _of_like_standing(p.sentence.head, decided.sentence.head)), None)


def _of_like_standing(one: SourceInfo, other: SourceInfo) -> bool:
    days = [head.published.date() if head.published else None for head in (one, other)]
    return one.article_id != other.article_id and one.kind == other.kind and days[0] == days[1]


def _likeness(place: Place) -> float:
    return place.cover + 0.5 * place.near + 0.5 * place.same


def _contradicts(claim: DateMention, place: Place) -> bool:
    """Whether the source surely dates the same event, otherwise."""
    if place.relation != "apart" or place.date is None or place.facts.figures or _compared_with(place):
        return False
    if place.facts.weight < ENOUGH[0] or place.facts.words < ENOUGH[1]:
        return False
    if _is_as_like(place, VERBATIM):
        return True
    if (
        place.taken
        or place.facts.unplaced
        or _of_another(place)
        or place.facts.names < NAMES
        or place.date.kind != claim.kind
    ):
        return False
    if not is_placed_alike(claim, place.date):
        return False
    if is_told_from(claim) or is_told_from(place.date):
        return _is_as_like(place, NEARLY_VERBATIM)
    return _faces(claim, place) or _slips(claim, place) or (place.facts.alone and _reaches(place, ALONE))


def _compared_with(place: Place) -> bool:
    """Whether the source only compares with that date: "420,000 fewer than in February"."""
    if place.date is None:
        return False
    told = rf"\bthan (?:in |on |at |by )?(?:the )?{re.escape(place.date.text)}"
    return re.search(told, place.sentence.text) is not None


def _of_another(place: Place) -> bool:
    return place.facts.strangers >= STRANGERS[0] and place.cover < STRANGERS[1]


def _is_as_like(place: Place, shares: tuple[float, float]) -> bool:
    return place.faces and place.cover >= shares[0] and place.same >= shares[1]


def _faces(claim: DateMention, place: Place) -> bool:
    cover, same, near = FACING
    alike = place.date is not None and place.date.grain == claim.grain and place.near >= near
    return place.faces and place.cover >= cover and (place.same >= same or alike)


def _slips(claim: DateMention, place: Place) -> bool:
    return place.date is not None and one_part_off(claim, place.date) and _reaches(place, SLIP)


def _reaches(place: Place, shares: tuple[float, float]) -> bool:
    return place.cover >= shares[0] and place.near >= shares[1]


def _clears(support: Place, against: Place) -> bool:
    """Whether a date that fits outweighs one that contradicts.

    A source of lower rank does not, nor a sentence on somebody else, nor another date of the very sentence whose facing
    date is a different one.
    """
    if support.facts.strangers >= STRANGERS[0] and _is_as_like(against, NEARLY_VERBATIM):
        return False
    places = {(p.sentence.article_id, p.sentence.start) for p in (support, against)}
    if len(places) == 1 and against.same >= VERBATIM[1] and not support.faces:
        return False
    kinds = [RANK[p.sentence.head.kind] for p in (support, against)]
    return kinds[0] >= kinds[1] and _likeness(support) >= OUTWEIGHS * _likeness(against)
