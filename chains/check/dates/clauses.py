"""A date with its own clause alone, the pronoun named: "when she leaves on May 6" is held as "Ann Low leaves on May 6"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from presscheck.chains.check.draft import Draft
from presscheck.models import Article
from presscheck.text.clauses import clause_around
from presscheck.text.mentions import DateMention, Sentence
from presscheck.text.people import gender_of
from presscheck.text.words import content_words, normalise

_LEAD: Final = re.compile(
    r"(?:(?:and|but|because|whereas|while|as|when|after|before|where|that)\s)?(?P<pronoun>he|she|who)\s",
    re.IGNORECASE,
)
_SHARED: Final = re.compile(
    r"\b(?:an?|the|his|her|their)\s(?P<object>[\w-]+)\s(?P<pronoun>he|she)\s(?P<verb>[\w-]+)\s"
)
"""What somebody does to a thing that is named before: "a video he shared on Sunday"."""
_ENOUGH: Final = 1
_NOBODY: Final = frozenset({"organisation", "place", "nationality"})


class Alone(NamedTuple):
    """A clause as a text of its own, and the date in it."""

    draft: Draft
    sentence: Sentence
    date: DateMention


def own_clause(draft: Draft, date: DateMention) -> Alone | None:
    """Return the clause of a date as a text of its own; None where it is the sentence, or nobody can be named in it."""
    sentence = draft.sentence_at(date.start)
    folded = normalise(sentence.text)
    at, stop = date.start - sentence.start, date.end - sentence.start

    def enough(start: int, end: int) -> bool:
        return len(content_words(folded[start:at] + folded[stop:end])) >= _ENOUGH

    start, end = clause_around(folded, at, stop, enough)
    told = _named(draft, sentence, start, at, sentence.text[start:end])
    return alone(draft, told, date) if told and told != sentence.text else None


def alone(draft: Draft, text: str, date: DateMention) -> Alone | None:
    """Take a text for a draft of the same day, with the date that it has in the same words."""
    own = Draft(Article(text=text), draft.as_of)
    found = next((d for d in own.dates if d.text == date.text), None)
    return Alone(own, own.sentence_at(found.start), found) if found else None


def _named(draft: Draft, sentence: Sentence, start: int, at: int, clause: str) -> str | None:
    """Return the clause with a name for its pronoun, None where there is none to be had."""
    if shared := _last(_SHARED, clause[: at - start]):
        name = _name_before(draft, sentence.start + start + shared.start(), shared["pronoun"])
        return f"{name} {shared['verb']} the {shared['object']} {clause[shared.end() :]}" if name else None
    lead = _LEAD.match(clause)
    if lead is None:
        return clause
    name = _name_before(draft, sentence.start + start, lead["pronoun"].lower())
    return f"{name} {clause[lead.end() :]}" if name else None


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return next(iter(list(pattern.finditer(text))[-1:]), None)


def _name_before(draft: Draft, offset: int, pronoun: str) -> str | None:
    """Return the nearest person named before who may be meant."""
    for name in reversed([n for n in draft.names if n.end <= offset and n.kind not in _NOBODY]):
        if gender_of(name.canonical or name.text) in (None, pronoun) or pronoun == "who":
            return name.text
    return None
