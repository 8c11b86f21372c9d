"""A person's title in the draft against the titles that the sources give."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from presscheck.chains.check.names.office_words import EXCLUSIVE
from presscheck.chains.check.names.offices import conflict, differ, is_rank, offices
from presscheck.chains.check.sources import SourceSentence
from presscheck.text.mentions import Mention, Name
from presscheck.text.names_front import key
from presscheck.text.people import gender_of, given_names, surname
from presscheck.text.said_titles import said_title

_ENDED = frozenset().union(*EXCLUSIVE)
"""Offices that somebody who once held one can't be told to hold."""
SAME_TERM = timedelta(days=120)
"""A source from nearer than this to the draft's day speaks of the same term of office."""
_GENDERS = {"mr": "he", "sir": "he", "mrs": "she", "ms": "she", "miss": "she", "dame": "she"}
_FORMER = re.compile(
    r"\b(?:former|formerly|previously|once|ex|then|late|one-time|onetime|retired)\b", re.IGNORECASE
)

_NOMINEE = re.compile(r"\b(?:nominee|candidate|designate|contender)\b", re.IGNORECASE)


class OtherTitle(NamedTuple):
    """A title that a source gives the person: `[start:end]` is the title with the name."""

    title: str
    article_id: str
    start: int
    end: int


def other_title(
    name: Name, mentions: Iterable[tuple[SourceSentence, Name]], as_of: datetime | None
) -> OtherTitle | None:
    """Return the title that contradicts the draft's, if a source gives one and none gives the draft's."""
    if not name.title or not offices(name.title):
        return None
    titled = [(s, n) for s, n in mentions if n.title and _same_term(s, as_of)]
    against = [
        (s, n)
        for s, n in titled
        if s.vouches and (_excludes(name.title, n.title or "") or _raised(name.title, s, n))
    ]
    agreeing = [n for _, n in titled if _agrees(name.title, n.title or "") and not _fits(n, against)]
    if not against or agreeing or any(_gives(name.title, s, n) for s, n in against):
        return None
    sentence, other = against[0]
    start, end = title_span(other, sentence.text)
    return OtherTitle(other.title or "", sentence.article_id, sentence.start + start, sentence.start + end)


def _gives(title: str, sentence: SourceSentence, there: Name) -> bool:
    """Whether a sentence on one person has the office elsewhere: "Ida Falk, a lawyer who became a judge"."""
    if not there.title or sum(n.kind == "person" for n in sentence.names) > 1:
        return False
    rest = sentence.text.replace(there.title, " ")
    heads = [o for o in offices(title) if not is_rank(o)]
    return any(o.head == p.head and o.domain <= p.domain for o in heads for p in offices(rest))


def other_honorific(
    name: Name, mentions: Iterable[tuple[SourceSentence, Name]], said_too: Callable[[str], bool]
) -> OtherTitle | None:
    """Return "Ms." where the draft has "Mr.", if no bearer of the surname there can be one.

    `said_too` tells whether the sources have some words anywhere.
    """
    mine = _GENDERS.get(key((name.title or "").rpartition(" ")[2]))
    if mine is None:
        return None
    bearers = [(s, n, gender_of(f"{n.title or ''} {n.text}")) for s, n in mentions if s.vouches]
    against = [(s, n) for s, n, _ in bearers if _GENDERS.get(key(n.title or ""), mine) != mine]
    others = (form for form, gender in _GENDERS.items() if gender == mine)
    mixed = any(gender == mine or (not gender and given_names(n.text)) for _, n, gender in bearers)
    if not against or mixed or any(said_too(f"{form} {surname(name.text)}") for form in others):
        return None
    sentence, other = against[0]
    start, end = title_span(other, sentence.text)
    return OtherTitle(other.title or "", sentence.article_id, sentence.start + start, sentence.start + end)


def doubtful_title(
    name: Name, mentions: Sequence[tuple[SourceSentence, Name]], as_of: datetime | None
) -> OtherTitle | None:
    """Return the title that sources give instead of the draft's, which may be true as well; None if one gives the draft's."""
    mine = name.title or ""
    if not offices(mine) or any(_has_office(s, mine) for s, _ in mentions):
        return None
    for sentence, there in mentions:
        theirs = there.title or ""
        same = is_former(mine) == is_former(theirs) and is_nominee(mine) == is_nominee(theirs)
        if same and sentence.vouches and _same_term(sentence, as_of) and differ(mine, theirs):
            start, end = title_span(there, sentence.text)
            return OtherTitle(theirs, sentence.article_id, sentence.start + start, sentence.start + end)
    return None


def other_said_title(
    name: Name, text: str, mentions: Sequence[tuple[SourceSentence, Name]]
) -> tuple[Mention, OtherTitle] | None:
    """Return the title that the draft says the person has or gets, and another that a source says instead."""
    mine = said_title(name, text)
    if not mine or not offices(mine.text) or any(_has_office(s, mine.text) for s, _ in mentions):
        return None
    for sentence, there in mentions:
        theirs = said_title(there, sentence.text) if sentence.vouches else None
        if theirs and _differ(mine.text, theirs.text):
            start, end = sentence.start + theirs.start, sentence.start + theirs.end
            return mine, OtherTitle(theirs.text, sentence.article_id, start, end)
    return None


def _differ(mine: str, theirs: str) -> bool:
    """Whether the offices differ, not only the field of a minister, which the statement tells."""
    common = {o.head for o in offices(mine)} & {o.head for o in offices(theirs)}
    return conflict(mine, theirs) and common <= {"chief officer"}


def _has_office(sentence: SourceSentence, title: str) -> bool:
    """Whether a sentence has an office of the title somewhere, whoever holds it."""
    heads = [o for o in offices(title) if not is_rank(o)]
    return any(o.head == p.head and o.domain <= p.domain for o in heads for p in offices(sentence.text))


def _fits(name: Name, against: Iterable[tuple[SourceSentence, Name]]) -> bool:
    """Whether a title goes with those that contradict the draft's as well: "Minister" is any minister's."""
    mine = name.title or ""
    return any(
        not conflict(mine, o.title or "") and is_former(mine) == is_former(o.title or "") for _, o in against
    )


def _excludes(mine: str, theirs: str) -> bool:
    """Tell whether a source's title excludes the draft's; one who is nominated for an office may have another."""
    return is_nominee(mine) == is_nominee(theirs) and _contradicts(mine, theirs)


def _contradicts(mine: str, theirs: str) -> bool:
    """Tell whether a title is another office than the draft's, or one that the person no longer holds."""
    same = {o.head for o in offices(mine)} & {o.head for o in offices(theirs)}
    if conflict(mine, theirs):
        return bool(same) or is_former(mine) == is_former(theirs)
    return bool(same & _ENDED) and is_former(theirs) and not is_former(mine)


def _raised(mine: str, sentence: SourceSentence, theirs: Name) -> bool:
    """Tell whether the draft's rank is another than a written source's at a mention in full: "Vice Adm." for "Adm."."""
    if sentence.head.kind == "transcript" or not given_names(theirs.text):
        return False
    ranks, others = ({o.head for o in offices(t) if is_rank(o)} for t in (mine, theirs.title or ""))
    return len(ranks) == len(others) == 1 and all(r.endswith(f" {o}") for r in ranks for o in others)


def is_former(title: str) -> bool:
    """Tell whether a title is of an office once held: "former president", "ex-minister"."""
    return _FORMER.search(title) is not None


def is_nominee(title: str) -> bool:
    """Tell whether a title is of an office that somebody is only meant for: "nominee for ambassador to Chile"."""
    return _NOMINEE.search(title) is not None


def _agrees(mine: str, theirs: str) -> bool:
    """Whether the source's title bears the draft's out: something is shared and nothing contradicts."""
    return not _contradicts(mine, theirs) and {o.head for o in offices(mine)} <= {
        o.head for o in offices(theirs)
    }


def _same_term(sentence: SourceSentence, as_of: datetime | None) -> bool:
    published = sentence.head.published
    if published is None or as_of is None:
        return True
    return abs(published.date() - as_of.date()) <= SAME_TERM


def title_span(name: Name, text: str) -> tuple[int, int]:
    """Return the span of a name with its title, before or after it."""
    title = name.title or ""
    before = text.rfind(title, max(0, name.start - len(title) - 40), name.start)
    if before >= 0:
        return before, name.end
    after = text.find(title, name.end, name.end + len(title) + 40)
    return (name.start, after + len(title)) if after >= 0 else (name.start, name.end)
