"""Finds the sentences of the sources that may answer a question, the best first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from presscheck.chains.chat.evidence.evasive import evasive
from presscheck.chains.chat.evidence.fitting import Fit, fit
from presscheck.chains.chat.evidence.persons import about
from presscheck.chains.chat.evidence.sayings import quoted_here, quotes, said_by
from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.sources import Sources, SourceSentence
from presscheck.models import Article, Evidence, Passage
from presscheck.text.people_known import NOBODY, People
from presscheck.vectorstore.library import Library

WHOLE = 120
"""Desks of no more passages than this are read whole."""
FOUND = 24
"""Passages that a search gives by words, and by meaning."""
LEAD = 2
"""Sentences with which an article says what it is about."""
_LABEL = re.compile(r"^\s*[A-Z][\w.'’ -]{0,60}:\s+")
"""What stands before a turn of a transcript: "Q: ", "MR. DUNNING: "."""

Near = Callable[[str, int], Sequence[Evidence]]
"""Gives the passages nearest to a text by words and meaning."""


class Finder:
    """Reads the library for one question after another."""

    def __init__(self, library: Library, near: Near | None = None, people: People = NOBODY) -> None:
        self.library = library
        self.people = people
        self.sources = Sources(library, Draft(Article(text="")))
        self._near = near
        self._parts: dict[str, Sequence[Passage]] = {}
        self._leads: dict[str, frozenset[str]] = {}

    def units(self, question: Question) -> list[Unit]:
        """Return the sentences that might answer, of small desks all."""
        passages = self._all() or self._found(question)
        return [u for p in passages for u in self._of(p)]

    def fits(self, question: Question) -> list[Fit]:
        """Return how each sentence fits, the best first; those of others than the one whose words are asked for are left out."""
        admitted = [u for u in self.units(question) if self._admits(question, u)]
        return sorted(
            (self._fit(question, u) for u in admitted),
            key=lambda f: (-f.score, f.unit.sentence.article_id, f.unit.sentence.start),
        )

    def _admits(self, question: Question, unit: Unit) -> bool:
        if any(a == unit.sentence.article_id and b <= unit.sentence.start < c for a, b, c in question.skip):
            return False
        if unit.sentence.text.rstrip("\"”'’) ").endswith("?"):
            return False
        return question.speaker is None or self.says(question.speaker, unit)

    def _fit(self, question: Question, unit: Unit) -> Fit:
        """Return how a sentence fits; of somebody's words those between marks stand before what is only reported."""
        found = fit(question, unit)
        if question.speaker is None:
            return found
        text = self.library.article(unit.sentence.article_id).text
        return replace(found, extra=found.extra + 0.5 * quotes(question.speaker, unit.sentence, text))

    def says(self, person: str, unit: Unit) -> bool:
        """Tell whether a sentence gives a person's words."""
        text = self.library.article(unit.sentence.article_id).text
        known = self.people.find(person) if self.people.persons else None
        names = (person, known.name, *known.aliases) if known else (person,)
        return any(said_by(name, unit.sentence, unit.before, text) for name in names)

    def _all(self) -> list[Passage]:
        found: list[Passage] = []
        for head in self.sources.heads:
            found += self._passages(head.article_id)
            if len(found) > WHOLE:
                return []
        return found

    def _found(self, question: Question) -> list[Passage]:
        words = " ".join(t.lemma for t in (*question.terms, *question.context))
        found = {p.id: p for asked in (question.text, words) for p, _ in self.library.search(asked, FOUND)}
        for evidence in self._near(question.text, FOUND) if self._near and question.text.strip() else ():
            found |= {
                p.id: p for p in self._passages(evidence.article_id) if p.start <= evidence.start < p.end
            }
        for passage in [p for p in found.values() if "?" in p.text]:
            found |= {p.id: p for p in self._passages(passage.article_id)[passage.ordinal + 1 :][:1]}
        return list(found.values())

    def _of(self, passage: Passage) -> Iterator[Unit]:
        if passage.role not in ("statement", "answer"):
            return
        sentences = self.sources.sentences(passage)
        asked = self._asked(passage)
        evaded = bool(asked) and any(evasive(s.text) for s in sentences[:1])
        ahead, behind = self._beside(passage)
        told, first = (*ahead, *sentences, *behind), len(ahead)
        lead = self._lead(passage)
        for n, sentence in enumerate(sentences, first):
            following = told[n + 1 : n + 3]
            before = told[max(0, n - 2) : n]
            text = self.library.article(sentence.article_id).text
            last, quoted = about(sentence, text), quoted_here(sentence, text)
            yield Unit(sentence, n - first, asked, before, following, evaded, last, lead, quoted)

    def _beside(self, passage: Passage) -> tuple[tuple[SourceSentence, ...], tuple[SourceSentence, ...]]:
        """Return the sentences just before and behind a passage of an article, whose passages go on from one another."""
        passages = self._passages(passage.article_id)
        before = [p for p in passages[: passage.ordinal][-1:] if p.speaker is None]
        behind = [p for p in passages[passage.ordinal + 1 :][:1] if p.speaker is None]
        if passage.speaker is not None:
            return (), ()
        return (
            tuple(s for p in before for s in self.sources.sentences(p))[-2:],
            tuple(s for p in behind for s in self.sources.sentences(p))[:2],
        )

    def _lead(self, passage: Passage) -> frozenset[str]:
        """Return the words of what an article begins with: what it is about."""
        if passage.speaker is not None:
            return frozenset()
        if passage.article_id not in self._leads:
            opening = self.sources.sentences(self._passages(passage.article_id)[0])[:LEAD]
            self._leads[passage.article_id] = frozenset().union(*(words_of(s.text) for s in opening))
        return self._leads[passage.article_id]

    def _passages(self, article_id: str) -> Sequence[Passage]:
        """Return an article's passages in order."""
        if article_id not in self._parts:
            self._parts[article_id] = self.library.passages(article_id)
        return self._parts[article_id]

    def _asked(self, passage: Passage) -> str:
        """Return the question that a passage of a transcript answers, "" for none."""
        if passage.speaker is None:
            return ""
        for earlier in reversed(self._passages(passage.article_id)[: passage.ordinal]):
            if earlier.role == "question" or (
                earlier.speaker != passage.speaker and "?" in earlier.text[-200:]
            ):
                return _LABEL.sub("", earlier.text)
            if earlier.speaker != passage.speaker:
                break
        return ""
