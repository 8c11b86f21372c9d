"""Other words for whom a question names: "Lars Tegner" is "the captain", "the mayor" is Renner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from presscheck.chains.chat.evidence.persons import bearer, called, described
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.check.sources import SourceSentence
from presscheck.text.names import find_names
from presscheck.text.people import same_person, surname
from presscheck.text.role_words import noun_kind, singular

_THE = re.compile(r"\b(?:the|his|her|its|their) (?:[a-z][\w-]* )?([a-z][\w-]+)\b")


def known_as(question: Question, sentences: Sequence[SourceSentence]) -> Question:
    """Return a question that knows the names of those whom it calls by a role, and the roles of those whom it names."""
    if question.kind == "said":
        return question
    also: dict[str, frozenset[str]] = {}
    for lemma, other in (*_names(question, sentences), *_roles(question, sentences)):
        also[lemma] = also.get(lemma, frozenset()) | {other}
    return replace(question, also=also)


def _names(question: Question, sentences: Sequence[SourceSentence]) -> Iterator[tuple[str, str]]:
    """Yield the words of each role in the question, with the surname of the one person who bears it."""
    for found in _THE.finditer(question.text):
        role = found[1]
        if noun_kind(role) == "person" and singular(role) == role and (person := bearer(role, sentences)):
            for name in words_of(surname(person)):
                yield from ((lemma, name) for lemma in words_of(role))


def _by_surname(question: Question, sentences: Sequence[SourceSentence]) -> Iterator[str]:
    """Yield the persons whom a question calls by a surname that one person of the sources has."""
    alone = (n.text for n in find_names(question.text) if n.kind == "other" and " " not in n.text)
    yield from (person for name in alone if (person := called(name, sentences)))


def _roles(question: Question, sentences: Sequence[SourceSentence]) -> Iterator[tuple[str, str]]:
    """Yield the words of each name in the question, with a role that nobody else bears."""
    for person in (*question.persons, *_by_surname(question, sentences)):
        near = {role for s in sentences for role in described(person, s)}
        for role in sorted(r for r in near if noun_kind(r) == "person"):
            one = bearer(role, sentences)
            if one and same_person(one, person):
                yield from ((lemma, role) for lemma in words_of(person))
