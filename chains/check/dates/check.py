"""Holds each date of a draft against the dates that sources give for the same thing, and weekdays against the calendar.

Relative dates of either side are placed by that side's own date. Dates inside quotations are words, and lengths of time
are figures: both are left to other checks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Final

from presscheck.chains.check.dates.clauses import own_clause
from presscheck.chains.check.dates.compare import BORNE_OUT
from presscheck.chains.check.dates.day_after import days_told
from presscheck.chains.check.dates.owned import told_of_another, told_with_number
from presscheck.chains.check.dates.place import Place
from presscheck.chains.check.dates.places import Pool
from presscheck.chains.check.dates.verdict import deciding, disputing, doubtful
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.sources import Sources
from presscheck.models import Claim, Evidence, Finding, Stance
from presscheck.reasons import Reason, Severity, Verdict
from presscheck.text.date_words import WEEKDAY_NAMES
from presscheck.text.mentions import DateMention


def check(draft: Draft, sources: Sources, earlier: Sequence[Finding]) -> Iterable[Finding]:
    """Yield a finding for each date of the draft that can be checked and that no check before has a finding on."""
    pools: dict[int, Pool] = {}
    told = {finding.claim.start for finding in earlier if finding.claim.kind == "date"}
    for date in draft.dates:
        if date.start in told or not _checkable(draft, date):
            continue
        claim = draft.claim("date", date.start, date.end)
        if expected := right_weekday(date, draft):
            yield _weekday(claim, expected)
            continue
        sentence = draft.sentence_at(date.start)
        if sentence.start not in pools:
            pools[sentence.start] = Pool(draft, sources, sentence)
        found = _finding(claim, date, pools[sentence.start], sources)
        sure = found is not None and found.severity is not Severity.LOOK
        yield (
            found if found and sure else _by_clause(claim, date, pools[sentence.start], draft, sources, found)
        )
    yield from _days_told(draft, sources)


def _checkable(draft: Draft, date: DateMention) -> bool:
    placeable = date.low is not None or date.value[:1].isdigit() or date.value[:2] in ("XX", "T0", "T1", "T2")
    return (
        date.kind in ("date", "time", "range") and placeable and draft.quote_at(date.start, date.end) is None
    )


_NEAR_DAYS: Final = 60
_YEAR: Final = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def right_weekday(date: DateMention, draft: Draft) -> str | None:
    """Return the weekday that a date falls on if the text gives it another.

    Where the text leaves the year out, no year that it names anywhere, nor, far from its own date, one next to the
    nearest, may make the two fit.
    """
    if date.weekday is None or date.low is None or date.low.weekday() == date.weekday:
        return None
    if date.relative and date.weekday in set(_other_years(date.low, draft)):
        return None
    return WEEKDAY_NAMES[date.low.weekday()].title()


def _other_years(day: datetime, draft: Draft) -> Iterator[int]:
    """Yield the weekdays of the same day in other years that may be meant."""
    years = {int(year) for year in _YEAR.findall(draft.text)}
    if draft.as_of is None or abs((day - draft.as_of.replace(tzinfo=None)).days) > _NEAR_DAYS:
        years |= {day.year - 1, day.year + 1}
    for year in years:
        try:
            yield day.replace(year=year).weekday()
        except ValueError:  # February 29
            continue


def _weekday(claim: Claim, expected: str) -> Finding:
    return Finding.of(
        claim,
        Reason.DATE_WEEKDAY,
        expected=expected,
        explanation=f"The date falls on a {expected}: the day of the week or the date is wrong.",
    )


def _finding(claim: Claim, date: DateMention, pool: Pool, sources: Sources) -> Finding | None:
    places = pool.places(date)
    place = deciding(date, places)
    if place is None:
        other = doubtful(date, places)
        return _value(claim, other, sources, Severity.LOOK) if other else None
    if place.relation in BORNE_OUT:
        if other := told_with_number(pool.own(date), places, place):
            return _value(claim, other, sources, Severity.LOOK)
        if told_of_another(pool.own(date), place, places):
            return None
    if rival := disputing(date, place, places):
        return _disagree(claim, place, rival, sources)
    return _match(claim, place, sources) if place.relation in BORNE_OUT else _value(claim, place, sources)


_ELSEWHERE: Final = "The sources have this date, but not for this, as far as their words show."


def _by_clause(
    claim: Claim, date: DateMention, pool: Pool, draft: Draft, sources: Sources, doubt: Finding | None
) -> Finding:
    """Judge the date by its own clause; against a date that the sources have elsewhere that is no proof.

    `doubt` is what the whole sentence makes somebody look at, where the clause tells nothing.
    """
    elsewhere = pool.has(date, sources)
    if not elsewhere and doubt is None and (other := told_with_number(pool.own(date), pool.places(date))):
        doubt = _value(claim, other, sources, Severity.LOOK)
    clause = own_clause(draft, date) if elsewhere or pool.has_slip(date) else None
    if clause:
        found = _finding(claim, clause.date, Pool(clause.draft, sources, clause.sentence, pool), sources)
        if found and not (elsewhere and found.verdict is Verdict.CONTRADICTED):
            return found
    return doubt or Finding.of(claim, Reason.DATE_NOT_FOUND, explanation=_ELSEWHERE if elsewhere else "")


def _days_told(draft: Draft, sources: Sources) -> Iterator[Finding]:
    """Yield what sources have against a day told from another one: "the following afternoon"."""
    for start, end, told in days_told(draft):
        claim = draft.claim("date", start, end)
        found = _finding(claim, told.date, Pool(told.draft, sources, told.sentence), sources)
        if found and found.reason is Reason.DATE_VALUE:
            yield found


def _evidence(place: Place, sources: Sources, stance: Stance = "supports") -> Evidence:
    sentence = place.sentence
    return sources.evidence(
        sentence.article_id, sentence.start, sentence.end, stance=stance, speaker=sentence.speaker
    )


def _match(claim: Claim, place: Place, sources: Sources) -> Finding:
    told = (
        f"The source has {told_date(place.date)}."
        if place.date
        else "It is the day the source itself speaks from."
    )
    return Finding.of(claim, Reason.DATE_MATCH, evidence=[_evidence(place, sources)], explanation=told)


def _disagree(claim: Claim, place: Place, rival: Place, sources: Sources) -> Finding:
    dates = [told_date(p.date) for p in (place, rival)]
    return Finding.of(
        claim,
        Reason.SOURCE_DISAGREE,
        evidence=[_evidence(place, sources), _evidence(rival, sources, "contradicts")],
        explanation=f"One source has {dates[0]}, another {dates[1]}.",
    )


def _value(claim: Claim, place: Place, sources: Sources, severity: Severity | None = None) -> Finding:
    expected = told_date(place.date)
    return Finding.of(
        claim,
        Reason.DATE_VALUE,
        severity=severity,
        expected=expected,
        evidence=[_evidence(place, sources, "contradicts")],
        explanation=f"The source has {expected} here.",
    )


def told_date(date: DateMention | None) -> str:
    """Return a source's date as it stands there, with the day meant where it is told by the source's own date."""
    if date is None:
        return ""
    return f"{date.text} ({date.value})" if date.relative and date.low else date.text
