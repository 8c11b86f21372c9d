"""Whether a sentence tells when: a date that belongs to what is asked about, ahead or past as it is asked for."""

from __future__ import annotations

import re

from presscheck.chains.chat.evidence.fitting import direct
from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.kinds.actors import verb_places
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import Words, read_words
from presscheck.text.date_words import MONTH_NAMES
from presscheck.text.mentions import DateMention
from presscheck.text.words import lemma

_FUTURE = re.compile(
    r"\b(?:will|would|plans?|expect\w*|scheduled|to be|going to|next|upcoming|due|begins?|starts?|until|shall|intends?|aims?|plann\w+|(?:is|are|set) to)\b",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\b(?:last|previous|earlier|former|first|before)\b", re.IGNORECASE)
_BE = frozenset("is are was were".split())
_WILL = re.compile(r"\b(?:will|going to)\b", re.IGNORECASE)
_DAY = re.compile(rf"\b(?:{'|'.join(name[:3] for name in MONTH_NAMES)})\w*\b|\d/\d|\d-\d", re.IGNORECASE)
"""In a date: it says the month, not only a weekday or a year."""
_TOLD = r"(said|says|told|announced|added|confirmed|reported|warned|wrote|stated)"
_SAID_BEFORE = re.compile(
    rf"\b{_TOLD}(?: (?:reporters|[A-Z]\w+))?,?(?: on| late on| earlier on)? $", re.IGNORECASE
)
_SAID_BEHIND = re.compile(rf",? {_TOLD}\b", re.IGNORECASE)
_NAMES_IT, _NAMED_SO = re.compile(r"(?<!\bin )(?<!\bof )\b[A-Z][\w'’-]+ $"), re.compile(r" [A-Z]")
"""Capitalised words on both sides of a year make it a part of a name."""
_AHEAD = re.compile(r"\bwhen (?:will|do|does|can|should)\b", re.IGNORECASE)
_WITHIN = re.compile(
    r"\b(?:within|in)(?: the next| another| about)? (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+)[\w -]{0,12} (?:decade|year|month|week|day|hour)s?\b",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\b(?:what|which) (?:time|hour)\b", re.IGNORECASE)


def tells_when(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence gives a time, one to come if that is asked for."""
    if _AHEAD.search(question.text) and _WITHIN.search(unit.sentence.text):
        return True
    kinds = ("time",) if _CLOCK.search(question.text) else ("date", "time", "range")
    if not any(d.kind in kinds for d in dates_of(question, unit)) or direct(question, unit):
        return direct(question, unit)
    ahead = _FUTURE.search(unit.sentence.text) is not None or _after_it(question, unit)
    return _AHEAD.search(question.text) is None or ahead


def dates_of(question: Question, unit: Unit) -> list[DateMention]:
    """Return the dates of a sentence but those inside a name and those on which it was only told."""
    text = unit.sentence.text
    asked = {t.lemma for t in question.terms}
    return [
        d
        for d in unit.sentence.dates
        if not (_NAMES_IT.search(text[: d.start]) and _NAMED_SO.match(text[d.end :]))
        and not _told_then(text, d, asked)
    ]


def _told_then(text: str, date: DateMention, asked: set[str]) -> bool:
    """Tell whether a date is that of "said on Friday", though nobody asks when it was said."""
    before, behind = _SAID_BEFORE.search(text[: date.start]), _SAID_BEHIND.match(text[date.end :])
    return any(found and lemma(found[1].lower()) not in asked for found in (before, behind))


def _after_it(question: Question, unit: Unit) -> bool:
    """Tell whether a date of the sentence lies after the day on which the source came out."""
    published = unit.sentence.head.published
    return published is not None and any(
        d.low is not None and d.low.date() > published.date() for d in dates_of(question, unit)
    )


def dated(question: Question, unit: Unit) -> bool:
    """Tell whether a date belongs to what the question is about: no other verb stands between."""
    words = read_words(unit.sentence.text)
    places = verb_places(question, words, unit.sentence.text)
    dates = [d for d in dates_of(question, unit) if d.kind in ("date", "range", "time")]
    return any(not verb_between(words, i, d.start, d.end) for i in places for d in dates)


def verb_between(words: Words, place: int, start: int, end: int) -> bool:
    """Tell whether another verb stands between the word at a place and these characters."""
    between = [
        i
        for i in range(len(words))
        if (words.starts[place] < words.starts[i] < start) or (end <= words.starts[i] < words.starts[place])
    ]
    return any(
        words.forms[i] in _BE or (words.forms[i].endswith("ed") and "v" in lexicon.parts(words.lemmas[i]))
        for i in between
    )


def exactly(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence that is asked when says the day or the month, not only "after Christmas"."""
    return question.kind == "when" and any(_DAY.search(d.text) for d in dates_of(question, unit))


def in_time(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence tells what is ahead, where that is asked for."""
    return _WILL.search(question.text) is None or _FUTURE.search(unit.sentence.text) is not None


def another(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence tells of an earlier one of what is asked about: "the last strike, in 2016"."""
    nouns = [re.escape(t.lemma) for t in question.terms if not t.light and len(t.lemma) > 2]
    if _EARLIER.search(question.text) or not nouns:
        return False
    pattern = rf"(?i)\b(?:last|previous|earlier|former|first) (?:{'|'.join(nouns)})"
    return re.search(pattern, unit.sentence.text) is not None
