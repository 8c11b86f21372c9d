"""The day on which a draft has something said, held against the days of the transcripts that have the words.

"…," Ortiz said on Friday: where the words are found only in records of other days, the day is shown to a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.quotes.places import Place
from presscheck.chains.check.quotes.search import SHORTEST, Found
from presscheck.chains.check.quotes.told import evidence, source_name
from presscheck.chains.check.sources import Sources
from presscheck.models import Finding
from presscheck.reasons import Reason, Severity
from presscheck.text.cues import SPEECH
from presscheck.text.dates import find_dates
from presscheck.text.mentions import DateMention, Quote

EARLY = 9
"""The hour before which a record that is put out may be one of the day before."""

HEAD = 600
"""Characters before the first words spoken in which a record's day is named."""

NEAR = timedelta(days=45)
"""How far a date that leaves its year or its week to the reader may lie from the record's."""

_SAID = rf"\b(?:{'|'.join(sorted(SPEECH))}|spoke|speaks|speaking|briefed|talked)\b"
_CLAUSE = (
    r"(?!\b(?:that|who|which|whose|of|about|for|whether|how|what|after|before|since|until|by|would|will)\b)"
)
_BEHIND_VERB = re.compile(rf"{_SAID}(?:{_CLAUSE}[^,;:.“”\"]){{0,70}}$")
_NOUN_AFTER = re.compile(r"\b(?:the|a|an|this|that|its|his|her|their|last) $|^['’]s?\b")
_OCCASION = (
    r"(?:briefings?|conference|statement|speech|remarks|interview|rally|gaggle|call|address|event|headquarters|office|"
    r"appearance|testimony|hearing|meeting|summit|speaking|addressing|briefing|appearing)"
)
_IN_FRONT = re.compile(
    rf"^\W*(?:(?:on|late|early|and|but)\s+){{0,3}}$|^\W*(?:{_CLAUSE}[^.;:“”\"]){{0,90}}$", re.IGNORECASE
)
_THEN_SAID = re.compile(rf"^,?(?:\s\d{{4}})?(?:{_CLAUSE}[^.;:“”\"]){{0,90}}{_SAID}")
_SPOKE = re.compile(
    r"\b(?:spoke|speaks|speaking|briefed|addressed|talked|told|took questions|held a (?:[\w-]+ )?(?:briefing|conference))\b"
    rf"(?:{_CLAUSE}[^;:.“”\"]){{0,70}}$"
)


def said_on(draft: Draft, quote: Quote, heard: Sequence[Found], sources: Sources) -> Finding | None:
    """Return the finding on the day that a draft gives a saying, if all records that have the words are of other days."""
    found = [f for h in heard for f in (h, *h.also)]
    if not found or not all(_is_record(f) for f in found):
        return None
    told = next((d for d in _dates(draft) if _dates_saying(draft, quote, d)), None)
    if told is None:
        return None
    days = {day for f in found for day in record_days(f.place)}
    if any(_lies_in(day, told) for day in days) or not _comparable(told, days):
        return None
    article = found[0].place.article
    day = max(record_days(found[0].place))
    return Finding.of(
        draft.claim("date", told.start, told.end),
        Reason.DATE_VALUE,
        severity=Severity.LOOK,
        expected=f"{day:%B} {day.day}, {day.year}",
        evidence=evidence(found[0], sources, whole=False)[:1],
        explanation=f"The words are found only in a record of {day:%B} {day.day}, {day.year}: {source_name(article)}.",
    )


def _is_record(found: Found) -> bool:
    long_enough = len(found.comparison.saying.keys) >= SHORTEST
    return (
        found.place.turns.spoken
        and found.place.article.published is not None
        and found.fit in ("match", "unknown")
        and long_enough
    )


def record_days(place: Place) -> list[date]:
    """Return the days that a record may be of: those that its head names, else that on which it was put out."""
    article = place.article
    first = next((turn.start for turn in place.turns.turns if turn.speaker), HEAD)
    head = f"{article.title or ''}\n{article.text[: min(first, HEAD)]}"
    named = [d.low.date() for d in find_dates(head) if d.low and not d.relative and d.grain == "day"]
    if named or article.published is None:
        return named
    put_out = article.published
    before = [put_out.date() - timedelta(days=1)] if 0 < put_out.hour < EARLY else []
    return [put_out.date(), *before]


def _lies_in(day: date, told: DateMention) -> bool:
    return told.low is not None and told.high is not None and told.low.date() <= day <= told.high.date()


def _comparable(told: DateMention, days: set[date]) -> bool:
    return told.low is not None and (
        not told.relative or any(abs(told.low.date() - day) <= NEAR for day in days)
    )


def _dates(draft: Draft) -> Iterator[DateMention]:
    """Yield the days that a draft names outside quotations."""
    for told in draft.dates:
        day = told.low and told.high and told.low.date() == told.high.date()
        if told.kind == "date" and day and draft.quote_at(told.start, told.end) is None:
            yield told


def _dates_saying(draft: Draft, quote: Quote, told: DateMention) -> bool:
    """Tell whether a date says when something was said, not when what is told there happened."""
    sentence = draft.sentence_at(told.start)
    before, behind = draft.text[sentence.start : told.start], draft.text[told.end : sentence.end]
    if _NOUN_AFTER.search(before) or _NOUN_AFTER.match(behind):
        return False
    low, high = draft.sentence_at(quote.start).start, draft.sentence_at(max(quote.start, quote.end - 1)).end
    if min(low, quote.start) <= told.start < max(high, quote.end):
        outside = re.split(r"[“”\"]", before)[-1]
        led = _IN_FRONT.match(before) and _THEN_SAID.match(behind)
        return bool(_BEHIND_VERB.search(outside) or led)
    opens = not draft.text[sentence.end : quote.start].strip(' “"')
    return opens and bool(_SPOKE.search(before))
