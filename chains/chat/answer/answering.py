"""Answers to questions, put together from the sources' own sentences; a refusal where they don't say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from presscheck.chains.chat.answer.choose import ASKED, OWN, answers, ranked
from presscheck.chains.chat.answer.differing import others
from presscheck.chains.chat.answer.telling import Line, Outcome, Status, Telling
from presscheck.chains.chat.answer.verify import verified
from presscheck.chains.chat.answer.wording import line_of
from presscheck.chains.chat.evidence.finder import Finder
from presscheck.chains.chat.evidence.fitting import Fit
from presscheck.chains.chat.evidence.known import known_as
from presscheck.chains.chat.evidence.persons import bearer, called, person_in
from presscheck.chains.chat.evidence.sayings import told_further
from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.kinds.reasons import has_reason
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.chat.question.terms import terms_of
from presscheck.chains.check.sources import SourceSentence
from presscheck.models import Lookup
from presscheck.text.role_words import noun_kind

NEAREST = 0.3
"""Share of the weight from which a sentence is shown as the nearest that the sources say."""
NOT_SAID = "The sources don’t say."
NEAREST_SAID = f"{NOT_SAID} The nearest that they do say:"
DIFFER = "The sources differ:"
_PRONOUN = re.compile(r"(?:he|she|they|him|her|them)$", re.IGNORECASE)
"""Somebody whom nothing said before makes known: no sentence is theirs."""
_OWNED = re.compile(r"(?:['’]s|s['’]) ")
"""Behind this stands who is meant: of "the company's lawyer" the lawyer."""
PLAIN = frozenset("say tell think mean answer reply respond comment react".split())
"""Verbs that ask for somebody's words without saying which."""
APART_DAYS = 1
"""Amounts of sources no more days apart than this are in conflict; of others the later has moved on."""


def answer(question: Question, finder: Finder) -> Telling:
    """Tell what the sources say to a question."""
    yield Lookup(query=question.text)
    question = whose(question, finder)
    question = known_as(question, [u.sentence for u in finder.units(question)])
    fits = finder.fits(question)
    good = [f for f in fits if answers(question, f)]
    if not good and question.speaker and question.context:
        question = replace(question, context=())
        fits = finder.fits(question)
        good = [f for f in fits if answers(question, f)]
    for best in ranked(question, good):
        line = _line(question, best, finder)
        if verified(line, finder.sources):
            return (yield from _told(question, best, fits, finder, line))
    return (yield from refuse(fits, finder))


def _line(question: Question, best: Fit, finder: Finder) -> Line:
    reason = question.kind == "why" and not has_reason(best.unit.sentence.text)
    told = question.kind == "said" and told_further(best.unit)
    more = reason or told or (best.unit.asked != "" and best.own < OWN)
    return line_of(best.unit, finder.sources, more=more)


def _told(question: Question, best: Fit, fits: Sequence[Fit], finder: Finder, line: Line) -> Telling:
    apart = others(question, best, fits, line.citations[0])
    second = next(
        (o for o in ((f, line_of(f.unit, finder.sources)) for f in apart) if verified(o[1], finder.sources)),
        None,
    )
    if second is None:
        yield line
        return Outcome("answered")
    status: Status = "conflicting" if _at_once(best.unit, second[0].unit) else "answered"
    if status == "conflicting":
        yield Line(DIFFER)
    yield line
    yield second[1]
    return Outcome(status)


def _at_once(one: Unit, other: Unit) -> bool:
    a, b = one.sentence.head.published, other.sentence.head.published
    return a is None or b is None or abs((_day(a) - _day(b)).days) <= APART_DAYS


def _day(moment: datetime) -> datetime:
    return moment.replace(tzinfo=None, hour=0, minute=0, second=0, microsecond=0)


def whose(question: Question, finder: Finder) -> Question:
    """Find out whose words are asked for; the words that name them, and "say", no longer count."""
    subject = question.subject
    if question.kind not in ("said", "what") or not subject:
        return question
    sentences = [u.sentence for u in finder.units(question)]
    known = finder.people.find(subject) if finder.people.persons else None
    owned = _OWNED.search(subject)
    if owned:
        sentences = _of(subject[: owned.start()], sentences)
        subject = subject[owned.end() :]
    person = (
        (known.name if known else None)
        or person_in(subject)
        or called(subject, sentences)
        or (_is_role(subject) and bearer(subject, sentences))
        or _speaker(subject, sentences)
    )
    if person is None:
        nobody = question.kind == "said" and _PRONOUN.match(subject)
        return replace(question, speaker=subject) if nobody else question
    behind = question.text[question.text.find(subject) + len(subject) :]
    verb, _, topic = behind.strip().partition(" ")
    gone = words_of(subject)
    how = tuple(replace(t, light=True) for t in terms_of(verb) if t.lemma not in PLAIN)
    about = terms_of(topic)
    if verb in ("call", "describe"):
        about = tuple(replace(t, light=True) for t in about)
    terms = (*how, *(t for t in about if t.lemma not in gone))
    return replace(question, kind="said", speaker=person, terms=terms)


def _is_role(subject: str) -> bool:
    """Tell whether this may be somebody's office: neither a body, "the union", nor a name, "Reut"."""
    return noun_kind(subject.split()[-1].lower()) != "body" and not (
        subject[:1].isupper() and " " not in subject
    )


def _of(owner: str, sentences: Sequence[SourceSentence]) -> list[SourceSentence]:
    """Return the sentences of the articles that name somebody: "Lohr's lawyer" is looked for where Lohr is spoken of."""
    family = words_of(owner.split()[-1])
    told = {s.article_id for s in sentences if family <= words_of(s.text)}
    return [s for s in sentences if s.article_id in told]


def _speaker(subject: str, sentences: Sequence[SourceSentence]) -> str | None:
    wanted = words_of(subject)
    speakers = dict.fromkeys(s.speaker for s in sentences if s.speaker)
    return next((s for s in speakers if s and wanted and wanted <= words_of(s)), None)


def refuse(fits: Sequence[Fit], finder: Finder) -> Telling:
    """Say that the sources don't say, and the nearest that they do say."""
    opening = [f for f in fits if f.asked >= ASKED and f.unit.number == 0][:1]
    for near in [*opening, *(f for f in fits[:3] if f.cover >= NEAREST)]:
        line = line_of(near.unit, finder.sources)
        if verified(line, finder.sources):
            yield Line(NEAREST_SAID)
            yield line
            return Outcome("not_in_sources")
    yield Line(NOT_SAID)
    return Outcome("not_in_sources")
