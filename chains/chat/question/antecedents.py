"""What was said before a question, and whom "he" and "she" in it stand for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from presscheck.chains.chat.question.reading import Place, Question, kind_of
from presscheck.models import Evidence, Message
from presscheck.text.common_words import AUXILIARIES, HE, MODALS, SHE
from presscheck.text.full_names import FullNames
from presscheck.text.names import find_names
from presscheck.text.people import Gender
from presscheck.text.person_roles import HE_NOUNS, SHE_NOUNS
from presscheck.text.role_words import noun_kind

_HE = re.compile(rf"\b({HE})\b", re.IGNORECASE)
_SHE = re.compile(rf"\b({SHE})\b", re.IGNORECASE)
_PRONOUNS: tuple[tuple[re.Pattern[str], Gender], ...] = ((_HE, "he"), (_SHE, "she"))
_NOUN_NEXT = re.compile(r" (?!(?:to|about|in|on|at|for|with|say|do|when|that|the|a)\b)\w")
_BEHIND_VERB = re.compile(rf"\b(?:{AUXILIARIES}|{MODALS}|must|shall)(?:n['’]t)? (?=\w)", re.IGNORECASE)
_THE_ONE = re.compile(r"(?:the|an?) (?:[a-z][\w'’-]* ){0,2}?(?P<noun>[a-z][\w-]*)\b")
_NAME = re.compile(r"\b(?:his|her) names?\b", re.IGNORECASE)
"""Asks for the name itself: none is put in its place."""
RECENT = 3
"""Replies that a pronoun may look back on."""


@dataclass(frozen=True)
class Talk:
    """What was said before: the last question, made self-contained, and the replies, the newest first."""

    question: Question | None = None
    replies: tuple[Message, ...] = ()

    @property
    def cited(self) -> tuple[Evidence, ...]:
        """What the last reply that cites anything cites."""
        replies = (m.reply.citations for m in self.replies if m.reply and m.reply.citations)
        return next(replies, ())

    @property
    def last(self) -> frozenset[Place]:
        """The places that the last reply that cites anything cites."""
        return frozenset((e.article_id, e.start, e.end) for e in self.cited)

    @property
    def shown(self) -> frozenset[Place]:
        """The places that were shown already: article id, start, end."""
        replies = (m.reply for m in self.replies if m.reply)
        return frozenset((e.article_id, e.start, e.end) for reply in replies for e in reply.citations)

    def persons(self) -> Iterator[str]:
        """Yield who was spoken of, the most recent first."""
        for message in self.replies[:RECENT]:
            cited = message.reply.citations if message.reply else ()
            spoken = [e.speaker for e in cited if e.speaker]
            texts = [e.text for e in cited] or [message.text]
            told = [name for text in texts for name in self._named(text)]
            yield from (*told, *spoken)
        if self.question:
            yield from (n.text for n in find_names(self.question.text) if n.kind == "person")

    def _named(self, text: str) -> list[str]:
        """Return the persons in a text; after "who is the director" the one beside these words comes first."""
        names = [n for n in find_names(text) if n.kind == "person"]
        if self.question and self.question.kind == "who":
            words = [t.lemma[:5] for t in self.question.terms if not t.light]
            places = [text.lower().find(w) for w in words if w in text.lower()]
            names.sort(key=lambda n: min((abs(n.start - p) for p in places), default=0))
        return [n.text for n in names]

    def around(self) -> Iterator[str]:
        """Yield who is named beside what was last told: "the association criticized it" goes on with its chairman."""
        text = " ".join(f"{e.after} {e.before}" for e in self.cited)
        yield from (n.text for n in find_names(text) if n.kind == "person")


def with_persons(text: str, talk: Talk) -> str:
    """Put names in the place of "he" and "she"."""
    for pattern, gender in _PRONOUNS:
        if pattern.search(text) and not any(
            _fits(n.text, gender, text) for n in find_names(text) if n.kind == "person"
        ):
            person = _meant(gender, text, talk)
            person = None if person and person[:1].isupper() and _NAME.search(text) else person
            text = _put(person, pattern, text) if person else text
    return text


def _meant(gender: Gender, text: str, talk: Talk) -> str | None:
    """Return whom a pronoun means: whom the last question is about, else who was spoken of."""
    around = _context_of(talk)
    asked = _subject(talk.question, gender, around) if talk.question else None
    if asked and noun_kind(asked.split()[-1].lower()) != "person":
        return asked
    beside = talk.around() if kind_of(text) == "said" else ()
    persons = [p for p in chain(talk.persons(), beside) if _fits(p, gender, around)]
    spoken = {e.speaker for e in talk.cited}
    if asked and not any(FullNames(around).gender(p) for p in persons if p not in spoken):
        return asked
    return next(iter(persons), None)


def _subject(question: Question, gender: Gender, around: str) -> str | None:
    """Return the person whom a question is about, "Adeli" or "the driver"; a question who it was has none."""
    verb = _BEHIND_VERB.search(question.text)
    if not verb or question.kind in ("who", "who said"):
        return None
    rest = question.text[verb.end() :]
    for name in find_names(question.text):
        alone = name.kind == "other" and " " not in name.text.strip()
        if name.start == verb.end() and (name.kind == "person" or alone):
            return name.text if _fits(name.text, gender, around) else None
    one = _THE_ONE.match(rest)
    known = {"he": SHE_NOUNS, "she": HE_NOUNS}[gender]
    return one[0] if one and noun_kind(one["noun"]) == "person" and one["noun"] not in known else None


def _put(person: str, pattern: re.Pattern[str], text: str) -> str:
    """Put a name in the place of a pronoun; "her" before a noun, "his" and "hers" become its possessive."""

    def name(found: re.Match[str]) -> str:
        owns = found[1].lower() in ("his", "hers") or (
            found[1].lower() == "her" and _NOUN_NEXT.match(text[found.end() :])
        )
        return f"{person}'s" if owns else person

    return pattern.sub(name, text)


def _context_of(talk: Talk) -> str:
    return " ".join(
        f"{e.before} {e.text} {e.after}"
        for m in talk.replies[:RECENT]
        for e in (m.reply.citations if m.reply else ())
    )


def _fits(person: str, gender: Gender, text: str) -> bool:
    return FullNames(text).gender(person) in (gender, None)
