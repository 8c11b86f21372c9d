"""Sentences that are nothing but a quotation: what the check of quotations bears out needs no other evidence."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.words.reading import read_words
from presscheck.models import Finding
from presscheck.reasons import Reason, Severity
from presscheck.text.mentions import Quote, Sentence

_SAID_SO = (Reason.QUOTE_VERBATIM, Reason.QUOTE_ADJUSTED, Reason.QUOTE_SECONDHAND)
_ALARMS = (Severity.FIX, Severity.SOURCE)
_TOLD = frozenset("say tell add reply reporter journalist".split())
"""Words that only tell that somebody spoke, and to whom."""


def only_quoted(sentence: Sentence, draft: Draft, findings: Sequence[Finding]) -> bool:
    """Tell whether all that a sentence says is a quotation, found word for word and as its speaker's."""
    quotes = draft.quotes_in(sentence.start, sentence.end)
    if not quotes or any(f.severity in _ALARMS and _inside(f, sentence) for f in findings):
        return False
    return all(_borne_out(q, findings) for q in quotes) and not _left(sentence, quotes)


def _inside(finding: Finding, sentence: Sentence) -> bool:
    return finding.claim.start < sentence.end and sentence.start < finding.claim.end


def _borne_out(quote: Quote, findings: Sequence[Finding]) -> bool:
    found = {f.reason for f in findings if (f.claim.start, f.claim.end) == (quote.start, quote.end)}
    return Reason.SPEAKER_MATCH in found and any(reason in found for reason in _SAID_SO)


def _left(sentence: Sentence, quotes: Sequence[Quote]) -> bool:
    """Tell whether a word with content stands outside the quotations, their speakers and the verbs of saying."""
    words = read_words(sentence.text)
    spans = [span for q in quotes for span in (*(q.parts or ((q.start, q.end),)), _speaker(q))]
    cues = {lemma for q in quotes if q.cue for lemma in read_words(q.cue).lemmas} | _TOLD
    places = (sentence.start + words.starts[i] for i in words.content if words.lemmas[i] not in cues)
    return any(not any(start <= place < end for start, end in spans) for place in places)


def _speaker(quote: Quote) -> tuple[int, int]:
    return quote.speaker_start or 0, quote.speaker_end or 0
