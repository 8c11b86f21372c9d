"""The check of quotations: what was said, word for word, and who said it.

Two findings for a quotation: one on its words (`quote`), and one on its speaker (`attribution`) unless it stands nowhere.
Indirect speech has one on its speaker alone, where a transcript tells.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.quotes.absent import absence
from presscheck.chains.check.quotes.attribution import on_speaker
from presscheck.chains.check.quotes.indirect import attributions
from presscheck.chains.check.quotes.limits import Limit, left_off
from presscheck.chains.check.quotes.pieces import Saying, sayings
from presscheck.chains.check.quotes.said_on import said_on
from presscheck.chains.check.quotes.search import Found, Search, is_short
from presscheck.chains.check.quotes.told import (
    difference,
    elsewhere_explained,
    evidence,
    explained,
    is_verbatim,
    longest_run,
    source_name,
    source_words,
)
from presscheck.chains.check.sources import Sources
from presscheck.models import Claim, Finding
from presscheck.reasons import Reason, Severity
from presscheck.text.mentions import Quote

WORST_FIRST = (
    Reason.QUOTE_NEGATION_LOST,
    Reason.QUOTE_SPLICED,
    Reason.QUOTE_ALTERED,
    Reason.QUOTE_PARAPHRASE,
    Reason.QUOTE_NOT_FOUND,
    Reason.QUOTE_CONDITION_CUT,
    Reason.QUOTE_SECONDHAND,
    Reason.QUOTE_ADJUSTED,
    Reason.QUOTE_VERBATIM,
)
LAWFUL = frozenset((Reason.QUOTE_VERBATIM, Reason.QUOTE_ADJUSTED, Reason.QUOTE_SECONDHAND))
HARDLY = 2
"""Words of a partial quotation, up to which one that stands nowhere is folded: of 1,000 quotations in political news 150
are that short, half of them labels and slogans rather than somebody's statement."""


@dataclass(frozen=True)
class Judged:
    """A saying with what was found on it: `reason` is `QUOTE_NOT_FOUND` where nothing was, or only a `part`, or `elsewhere`."""

    saying: Saying
    reason: Reason
    found: Found | None = None
    limit: Limit | None = None
    part: Found | None = None
    elsewhere: Found | None = None


def check(draft: Draft, sources: Sources, earlier: Sequence[Finding]) -> Iterable[Finding]:
    """Yield the findings on each quotation and its speaker, in the order of the text."""
    search = Search(sources)
    for quote in draft.quotes:
        judged = [
            _judge(draft, quote, saying, search, quote.speaker)
            for saying in sayings(draft.text, quote.parts or ((quote.start, quote.end),))
        ]
        judged = list(_together(draft, quote, search, judged))
        if judged:
            yield from _findings(draft, search, quote, judged)
            dated = said_on(draft, quote, [j.found for j in judged if j.found], sources)
            yield from [dated] if dated else []
    yield from attributions(draft, sources)


def _together(draft: Draft, quote: Quote, search: Search, judged: Sequence[Judged]) -> Iterator[Judged]:
    """Look again for what stands nowhere, as said by whoever said the rest of the quotation."""
    who = next((j.found.said_by for j in judged if j.found and j.found.fit != "match"), None)
    for one in judged:
        yield _judge(draft, quote, one.saying, search, who) if who and one.found is None else one


def _judge(draft: Draft, quote: Quote, saying: Saying, search: Search, speaker: str | None) -> Judged:
    found = search.find(saying, speaker)
    if found is None:
        part, elsewhere = search.in_part(saying), search.elsewhere(saying)
        return Judged(saying, Reason.QUOTE_NOT_FOUND, part=part, elsewhere=elsewhere)
    if found.reason is not Reason.QUOTE_ADJUSTED:
        return Judged(saying, found.reason, found)
    outside = _outside(draft, quote, saying)
    found = next((f for f in (found, *found.also) if not left_off(f.comparison, outside)), found)
    limit = left_off(found.comparison, outside)
    if limit:
        return Judged(
            saying, Reason.QUOTE_NEGATION_LOST if limit.fatal else Reason.QUOTE_CONDITION_CUT, found, limit
        )
    if found.place.article.kind in ("article", "note") and not found.place.turns.spoken:
        return Judged(saying, Reason.QUOTE_SECONDHAND, found)
    return Judged(saying, Reason.QUOTE_VERBATIM if is_verbatim(found) else Reason.QUOTE_ADJUSTED, found)


def _outside(draft: Draft, quote: Quote, saying: Saying) -> str:
    """Return the words of the draft's sentences that stand outside this part of the quotation."""
    low, high = draft.sentence_at(quote.start).start, draft.sentence_at(max(quote.start, quote.end - 1)).end
    parts = [part for part in quote.parts if saying.start <= part[0] < saying.end] or [
        (saying.start, saying.end)
    ]
    cuts = [min(low, quote.start), *(at for part in parts for at in part), max(high, quote.end)]
    return " | ".join(draft.text[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=False))


def _findings(draft: Draft, search: Search, quote: Quote, judged: Sequence[Judged]) -> Iterator[Finding]:
    """Yield the findings on a quotation: on all of it, or on each of its sentences that are at fault."""
    stretches = [list(alike) for _, alike in groupby(judged, key=_fares)]
    if len(stretches) == 1:
        yield from _on_stretch(draft, search, quote, judged, (quote.start, quote.end))
        return
    for stretch in stretches:
        at_fault = stretch[0].reason not in LAWFUL
        span = stretch[0].saying.start, stretch[-1].saying.end
        for finding in _on_stretch(draft, search, quote, stretch, span):
            if at_fault or finding.claim.kind == "attribution":
                yield finding


def _fares(judged: Judged) -> int:
    """Tell sayings apart by what is to be done: lawful ones stand together, those that stand nowhere too, a fault alone."""
    return -1 if judged.reason in LAWFUL else -2 if judged.found is None else judged.saying.start


def _on_stretch(
    draft: Draft, search: Search, quote: Quote, judged: Sequence[Judged], span: tuple[int, int]
) -> Iterator[Finding]:
    worst = min(judged, key=lambda j: WORST_FIRST.index(j.reason))
    claim = draft.claim("quote", *span)
    heard = [j.found for j in judged if j.found]
    if worst.found is None:
        alone = len(judged) == 1
        yield _absent(claim, quote, worst if alone else replace(worst, elsewhere=None), search)
    else:
        yield _on_words(draft, search.sources, claim, worst, judged)
    if heard:
        limited = any(j.limit for j in judged)
        yield on_speaker(draft, search, quote, heard, span, limited=limited)


def _absent(claim: Claim, quote: Quote, judged: Judged, search: Search) -> Finding:
    """Say that the words stand nowhere; a few words within a sentence are no alarm, one or two hardly worth a look."""
    why, severity = absence(quote.speaker, search.lookup), None
    if is_short(judged.saying) and quote.kind == "partial":
        severity = Severity.LOOK if len(judged.saying.keys) > HARDLY else Severity.INFO
    if judged.elsewhere:
        shown = longest_run(judged.elsewhere, search.sources)
        told = elsewhere_explained(judged.elsewhere, quote.speaker)
        return Finding.of(claim, why.reason, severity=severity, evidence=[shown], explanation=told)
    if judged.part is None or why.records:
        return Finding.of(claim, why.reason, severity=severity, explanation=why.explanation)
    part = longest_run(judged.part, search.sources)
    told = f"Only a part of it stands in {source_name(judged.part.place.article)}, which quotes no more."
    return Finding.of(claim, why.reason, severity=severity, evidence=[part], explanation=told)


def _on_words(
    draft: Draft, sources: Sources, claim: Claim, worst: Judged, judged: Sequence[Judged]
) -> Finding:
    assert worst.found is not None
    lawful = worst.found.reason is Reason.QUOTE_ADJUSTED and worst.limit is None
    shown = [j.found for j in judged if j.found] if lawful else [worst.found]
    return Finding.of(
        claim,
        worst.reason,
        evidence=[e for found in shown for e in evidence(found, sources, whole=not lawful)],
        expected=None if lawful else source_words(worst.found),
        diff=() if lawful else difference(worst.found, draft.text),
        explanation=explained(worst.reason, worst.found, worst.limit, draft.text),
    )
