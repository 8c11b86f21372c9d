"""Whom "she" may mean: a text that says "she said" need not mean whoever it seems to name."""

from __future__ import annotations

import re

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.quotes.places import Place
from presscheck.models import Article
from presscheck.text.mentions import Quote
from presscheck.text.people import Gender, gender_of, surname
from presscheck.text.words import normalise

NAMED_BEFORE, NAMED_FAR = 300, 1_200
"""Characters before a quotation in which a pronoun's person is named; further off nobody else can be meant."""

_HONORIFIC = r"\b(?i:(mrs?|ms|miss)\.?[ \xa0]+{family})\b"


def may_mean(draft: Draft, quote: Quote, said_by: str | None) -> bool:
    """Tell whether "she", or "the admiral", may well mean whoever said it: a person named shortly before, too."""
    return (_pronoun(draft, quote) or _role(draft, quote)) is not None and _named(
        draft, quote, said_by, NAMED_BEFORE
    )


def called_by_role(draft: Draft, quote: Quote, said_by: str | None) -> bool:
    """Tell whether "the admiral" or "it" in a draft may be whoever said it, named shortly before: what he is, no source tells."""
    told = _pronoun(draft, quote) or _role(draft, quote)
    unresolved = told is not None and told == (quote.speaker or "").lower()
    return unresolved and told not in ("he", "she", "they") and _named(draft, quote, said_by, NAMED_BEFORE)


def source_may_mean(place: Place, start: int, end: int, name: str | None, said_by: str | None) -> bool:
    """Tell whether an article that has "she said" of `article.text[start:end]` may well mean somebody else of the same sentence.

    That is the sentence before which names whom it seems to mean, or a later one. "The Texan" may be anybody named before.
    """
    quoted, text = place.quotation_at(start, end), place.article.text
    if not name or not quoted or quoted.speaker_start is None or quoted.speaker_end is None:
        return False
    told = text[quoted.speaker_start + place.offset : quoted.speaker_end + place.offset].lower()
    before = text[max(0, start - NAMED_BEFORE) : start]
    if told.startswith("the ") and surname(said_by or "").lower() not in told:
        return re.search(rf"\b{re.escape(surname(name))}\b", before) is not None
    if told not in ("he", "she") or gender(name, place.article) not in (None, told):
        return False
    seems = before.rfind(surname(said_by or ""))
    near = before[max(0, before.rfind(". ", 0, max(0, seems))) :]
    return re.search(rf"\b{re.escape(surname(name))}\b", near) is not None


def loosely(text: str, quote: Quote) -> bool:
    """Tell whether nothing ties a quotation to whom it is given: no verb, colon or dash; or a piece to the sentence before."""
    if quote.speaker_start is None or quote.speaker_end is None:
        return False
    between = text[quote.speaker_end : quote.start] or text[quote.end : quote.speaker_start]
    if quote.cue is None:
        return not re.search(r"[:—–(-]", between)
    return quote.kind == "partial" and re.search(r"[.?!]\s", between) is not None


def source_loosely(place: Place, start: int, end: int) -> bool:
    """Tell the same of the quotation of an article that holds `article.text[start:end]`."""
    quoted = place.quotation_at(start, end)
    return quoted is not None and loosely(place.article.text[place.offset :], quoted)


def must_mean(draft: Draft, quote: Quote, said_by: str | None, source: Article) -> bool:
    """Tell whether "she" means whoever said it: a woman named before, while whom it seems to name is none for all we know."""
    told = _pronoun(draft, quote)
    if told not in ("he", "she") or not said_by or gender(said_by, source) != told:
        return False
    return gender(quote.speaker or "", source) != told and _named(draft, quote, said_by, NAMED_FAR)


def told_alike(draft: Draft, quote: Quote, source: Article) -> bool:
    """Tell whether an article has the draft's sentence word for word, the name that the draft gives included.

    Then the two say the same, whomever "he said" is read to mean in either.
    """
    low, high = _sentences_of(draft, quote)
    around = f"{draft.text[low : quote.start]} | {draft.text[quote.end : high]}"
    named = re.search(rf"\b{re.escape(surname(quote.speaker or ''))}\b", around)
    return bool(quote.speaker and named) and _stands_in(draft.text[low:high], source)


def told_alike_around(draft: Draft, quote: Quote, source: Article) -> bool:
    """Tell whether an article has all from the quotation to the name that the draft gives, sentence by sentence."""
    if quote.speaker_start is None or quote.speaker_end is None:
        return False
    low, high = _sentences_of(draft, quote)
    name = draft.sentence_at(quote.speaker_start)
    return _stands_in(draft.text[min(low, name.start) : max(high, name.end)], source)


def _sentences_of(draft: Draft, quote: Quote) -> tuple[int, int]:
    return draft.sentence_at(quote.start).start, draft.sentence_at(max(quote.start, quote.end - 1)).end


def _stands_in(text: str, source: Article) -> bool:
    return " ".join(normalise(text).split()) in " ".join(normalise(source.text).split())


def gender(name: str, source: Article) -> Gender | None:
    """Return a person's gender as the name tells it, or how the source speaks of them ("MS. ORTIZ")."""
    told = gender_of(name)
    if told or not surname(name):
        return told
    spoken_of = re.search(_HONORIFIC.format(family=re.escape(surname(name))), source.text)
    return ("he" if spoken_of[1].lower() == "mr" else "she") if spoken_of else None


def _pronoun(draft: Draft, quote: Quote) -> str | None:
    if quote.speaker_start is None:
        return None
    said = draft.text[quote.speaker_start : quote.speaker_end].lower()
    return said if said in ("he", "she", "they", "it") else None


def _role(draft: Draft, quote: Quote) -> str | None:
    """Return "the admiral" where the draft names the speaker so, and not by name too."""
    if quote.speaker_start is None:
        return None
    said = draft.text[quote.speaker_start : quote.speaker_end].lower()
    named = quote.speaker and surname(quote.speaker).lower() in said and quote.speaker.lower() != said
    return said if said.startswith("the ") and not named else None


def _named(draft: Draft, quote: Quote, said_by: str | None, reach: int) -> bool:
    before = draft.text[max(0, quote.start - reach) : quote.speaker_start]
    return bool(said_by) and re.search(rf"\b{re.escape(surname(said_by or ''))}\b", before) is not None
