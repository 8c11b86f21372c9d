"""A length of time that follows from two dates of a source: "nine months" for "from January 2023 to October 2023"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.places import Place, Pool, alike
from presscheck.chains.check.figures.relation import Relation
from presscheck.chains.check.figures.verdict import Judgement
from presscheck.chains.check.sources import SourceSentence
from presscheck.reasons import Reason
from presscheck.text.date_calendar import GRAINS
from presscheck.text.mentions import DateMention, Figure

_LASTS = re.compile(
    r"\b(?:last(?:s|ed|ing)?|took|taken|spent|for|after|later|long|over|within|end(?:s|ed|ing)?)\b|-(?:day|week|month|year)\b"
)
_DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25}
_SPEAKS_OF_IT = 0.25
"""How alike a sentence must be for its dates to be counted between."""
_CLOSE = 30
_NO_YEAR = re.compile(r"XXXX-(\d\d)-(\d\d)/XXXX-(\d\d)-(\d\d)$")
_ANY_YEAR = 2001


def length_of_dates(claim: Claimed, pool: Pool) -> Judgement | None:
    """Return the judgement on a length of time that two dates of one sentence bear out, None where none do."""
    figure = claim.figure
    if figure.unit not in _DAYS or figure.low != figure.high or figure.bound in ("<", "<="):
        return None
    if not _LASTS.search(claim.told.folded):
        return None
    wanted = pool.wanted(claim)
    for sentence in pool.sentences:
        for place, proof in _borne_out(figure, sentence):
            likeness = alike(wanted, sentence, place)
            if likeness >= _SPEAKS_OF_IT or _shares_year(claim, place):
                relation = Relation(Reason.FIGURE_DERIVED, 1.0, proof)
                return Judgement(Reason.FIGURE_DERIVED, (Place(sentence, place, relation, likeness),))
    return None


_YEARS = re.compile(r"\b(?:1\d|20)\d\d\b")


def _shares_year(claim: Claimed, place: Figure) -> bool:
    """Whether the draft tells one of the two years close by: "for 13 years up to 2018"."""
    figure = claim.told.figure
    near = claim.told.sentence[max(0, figure.start - _CLOSE) : figure.end + _CLOSE]
    return bool(set(_YEARS.findall(near)) & set(_YEARS.findall(place.text)))


def _borne_out(figure: Figure, sentence: SourceSentence) -> Iterator[tuple[Figure, str]]:
    """Yield the dates of a sentence, as places, between which the claimed time lies."""
    for start, end, low, high, grain in _between(sentence.dates):
        if _fits(figure, low, high, grain):
            proof = f"{low.date()} to {high.date()}: {figure.low:g} {figure.unit}{'s' * (figure.low != 1)}"
            yield (
                figure.model_copy(update={"start": start, "end": end, "text": sentence.text[start:end]}),
                proof,
            )


def _between(dates: list[DateMention]) -> Iterator[tuple[int, int, datetime, datetime, str]]:
    """Yield ranges between two dates, and dates that follow each other: where they stand, both ends, and the finest unit named."""
    for date in dates:
        if date.kind == "range" and date.low and date.high and not date.relative:
            yield date.start, date.end, date.low, date.high, date.grain
        elif (days := _NO_YEAR.match(date.value)) and days.groups() < days.groups()[2:]:
            first, last = (
                datetime(_ANY_YEAR, int(m), int(d)) for m, d in (days.groups()[:2], days.groups()[2:])
            )
            yield date.start, date.end, first, last, "day"
    for one, other in pairwise(d for d in dates if d.kind == "date"):
        if one.low and other.low and one.low < other.low and one.grain == other.grain:
            yield one.start, other.end, one.low, other.low, one.grain


def _fits(figure: Figure, low: datetime, high: datetime, grain: str) -> bool:
    """Whether the time between is the claimed one: to the unit, either end counted or not, else to the nearest."""
    if GRAINS.index(grain) > GRAINS.index(figure.unit):
        return False
    if grain == figure.unit and figure.bound not in (">", ">="):
        return figure.low - _whole(low, high, grain) in (0, 1)
    length = (high - low).days / _DAYS[figure.unit]
    if figure.bound in (">", ">="):
        return figure.low <= length <= figure.low + 1
    return abs(length - figure.low) <= 0.5


def _whole(low: datetime, high: datetime, grain: str) -> int:
    """Return how many units lie between two ends."""
    if grain == "year":
        return high.year - low.year
    if grain == "month":
        return (high.year - low.year) * 12 + high.month - low.month
    return (high.date() - low.date()).days // round(_DAYS[grain])
