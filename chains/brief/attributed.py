"""Whether a sentence tells as a fact what its sources only let somebody say: in a transcript, or between an article's quotation marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from presscheck.models import Evidence
from presscheck.text.mentions import Quote
from presscheck.text.people import surname
from presscheck.text.quotes import find_quotes
from presscheck.text.words import content_words

SOMEBODY = "somebody"
OUTSIDE = 0.5
"""From this share of a sentence's words on that its source has outside the marks, the source says it itself."""


def speaker_missing(words: str, found: Sequence[Evidence], text_of: Callable[[str], str]) -> str | None:
    """Return who spoke, where all evidence is somebody's words and the sentence names none of those who said them.

    `text_of` gives a source's text by its id.
    """
    mine = frozenset(content_words(words))
    speakers = [_speaker(mine, e, text_of) for e in found]
    told = [speaker for speaker in speakers if speaker is not None]
    if not told or len(told) < len(speakers):
        return None
    return None if any(_names(words, speaker) for speaker in told) else told[0]


def _speaker(mine: frozenset[str], evidence: Evidence, text_of: Callable[[str], str]) -> str | None:
    """Return whose words a place is, as far as the sentence has them; None where the source itself says them."""
    if evidence.kind == "transcript":
        return evidence.speaker
    quotes = [q for q in _quotes(text_of(evidence.article_id)) if _overlaps(q, evidence)]
    if not quotes:
        return None
    whole = mine & frozenset(content_words(evidence.text))
    outside = mine & frozenset(content_words(_without(evidence, quotes)))
    return None if len(outside) >= OUTSIDE * len(whole) else quotes[0].speaker or SOMEBODY


@lru_cache(maxsize=64)
def _quotes(text: str) -> tuple[Quote, ...]:
    return tuple(q for q in find_quotes(text) if q.kind == "direct")


def _overlaps(quote: Quote, evidence: Evidence) -> bool:
    return quote.start < evidence.end and evidence.start < quote.end


def _without(evidence: Evidence, quotes: Sequence[Quote]) -> str:
    """Return the evidence's characters outside the quotations."""
    text, start = evidence.text, evidence.start
    for quote in quotes:
        for a, b in quote.parts or ((quote.start, quote.end),):
            low, high = max(a - start, 0), min(b - start, len(text))
            if low < high:
                text = text[:low] + " " * (high - low) + text[high:]
    return text


def _names(words: str, speaker: str) -> bool:
    """Tell whether a sentence names a speaker, by surname or by a word of the description ("the mayor")."""
    if speaker == SOMEBODY:
        return bool(find_quotes(words))
    known = {surname(speaker).casefold(), *content_words(speaker)}
    return bool(
        known & {*content_words(words), *words.casefold().replace("’s", "").replace("'s", "").split()}
    )
