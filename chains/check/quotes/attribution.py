"""The finding on who said a quotation: whom the draft names, held against who is heard in the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.quotes.embedded import Embedded, embedded
from presscheck.chains.check.quotes.meant import (
    called_by_role,
    loosely,
    may_mean,
    must_mean,
    source_loosely,
    source_may_mean,
    told_alike,
    told_alike_around,
)
from presscheck.chains.check.quotes.places import Place
from presscheck.chains.check.quotes.search import Found, Search
from presscheck.chains.check.quotes.speaker import ASKING, fit_question, labelled_alike, same_speaker, speaks
from presscheck.chains.check.quotes.told import (
    attribution_explained,
    embedding_explained,
    evidence,
    pronoun_explained,
)
from presscheck.models import Finding
from presscheck.reasons import Reason, Severity
from presscheck.text.mentions import Quote
from presscheck.text.people import title_of
from presscheck.text.quote_bodies import may_be

_SPEAKER = {
    "match": Reason.SPEAKER_MATCH,
    "wrong": Reason.SPEAKER_WRONG,
    "reporter": Reason.SPEAKER_REPORTER,
    "unknown": Reason.SPEAKER_UNKNOWN,
}
_WORST_FIRST = ("reporter", "wrong", "unknown", "match")


def on_speaker(
    draft: Draft,
    search: Search,
    quote: Quote,
    heard: Sequence[Found],
    span: tuple[int, int],
    *,
    limited: bool,
) -> Finding:
    """Return the finding on the speaker of a quotation; `limited` says that words left off it are shown already."""
    told_of = None if limited else _told_of(draft, quote, heard)
    if told_of:
        return _embedded(draft, search, span, *told_of)
    worst = min(heard, key=lambda f: _WORST_FIRST.index(f.fit))
    worst = _settled(draft, search, quote, worst)
    unsure = worst.fit == "wrong" and source_may_mean(worst.place, *worst.span, quote.speaker, worst.said_by)
    return Finding.of(
        draft.claim("attribution", *span),
        _SPEAKER[worst.fit],
        severity=Severity.LOOK if unsure else _severity(draft, search, quote, worst),
        evidence=evidence(worst, search.sources, whole=False)[-1 if worst.splice else 0 :],
        expected=worst.said_by if worst.fit == "wrong" else None,
        explanation=pronoun_explained(worst, quote.speaker)
        if unsure
        else attribution_explained(worst, quote.speaker),
    )


def _settled(draft: Draft, search: Search, quote: Quote, found: Found) -> Found:
    """Return what is found on the speaker with the draft's own question, pronoun or sentence taken into account."""
    place = found.place
    if found.fit in ("wrong", "unknown") and _told_by_title(draft, quote, found):
        return replace(found, fit="match", said_by=quote.speaker)
    if found.fit == "reporter":
        speakers = search.lookup.speakers(place.article)
        if quote.cue in ASKING:
            asked = f"{place.turn_before} {place.turn_text}"
            return replace(found, fit=fit_question(quote.speaker, asked, speakers))
        if quote.speaker and place.in_marks(*found.span) and not speaks(quote.speaker, speakers):
            return replace(found, fit="unknown")
    if found.fit == "wrong" and (
        must_mean(draft, quote, found.said_by, place.article) or told_alike(draft, quote, place.article)
    ):
        return replace(found, fit="match")
    return found


def _told_by_title(draft: Draft, quote: Quote, found: Found) -> bool:
    """Tell whether the source tells it of "the Minister" where the draft has "Minister Hald"."""
    written = draft.text[quote.speaker_start or 0 : quote.speaker_end or 0]
    return bool(title_of(written)) and found.place.tells_of(written, *found.span)


def _severity(draft: Draft, search: Search, quote: Quote, found: Found) -> Severity | None:
    if found.fit == "unknown" and not quote.speaker and quote.kind == "partial":
        return Severity.INFO
    if found.fit == "unknown" and (
        _named_alike(quote.speaker or "", found.said_by or "") or called_by_role(draft, quote, found.said_by)
    ):
        return Severity.INFO
    doubtful = found.fit == "wrong" and (
        search.by_chance(found, quote.speaker)
        or may_mean(draft, quote, found.said_by)
        or loosely(draft.text, quote)
        or source_loosely(found.place, *found.span)
        or told_alike_around(draft, quote, found.place.article)
    )
    return Severity.LOOK if doubtful else None


def _named_alike(name: str, said_by: str) -> bool:
    """Tell whether two names that can't be held against each other do not gainsay each other either."""
    return bool(name and said_by) and (labelled_alike(name, said_by) or may_be(name, said_by))


def _told_of(draft: Draft, quote: Quote, heard: Sequence[Found]) -> tuple[Found, Embedded] | None:
    """Return the first part of a quotation that its speaker only tells of, with how the source leads in to it."""
    if not all(found.fit == "match" for found in heard):
        return None
    outside = _outside(draft, quote)
    for found in heard:
        if found.reason is Reason.QUOTE_ADJUSTED and _has_the_floor(found.place, found.said_by):
            lead = embedded(found.place, *found.span, outside)
            if lead:
                return found, lead
    return None


def _has_the_floor(place: Place, said_by: str | None) -> bool:
    """Tell whether words are taken for those of whoever speaks, not of somebody quoted by him."""
    if not place.turns.spoken:
        return True
    if place.role == "question":
        return False
    if not (said_by and place.speaker):
        return said_by == place.speaker
    return same_speaker(said_by, place.speaker)


def _outside(draft: Draft, quote: Quote) -> str:
    low, high = draft.sentence_at(quote.start).start, draft.sentence_at(max(quote.start, quote.end - 1)).end
    return (
        f"{draft.text[min(low, quote.start) : quote.start]} | {draft.text[quote.end : max(high, quote.end)]}"
    )


def _embedded(draft: Draft, search: Search, span: tuple[int, int], found: Found, lead: Embedded) -> Finding:
    return Finding.of(
        draft.claim("attribution", *span),
        Reason.SPEAKER_TOLD_OF,
        severity=Severity.INFO if lead.doubtful else Severity.LOOK,
        evidence=evidence(found, search.sources, whole=True),
        explanation=embedding_explained(found, lead.lead),
    )
