"""Which sentences of the sources may answer a question, and how well each does."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from presscheck.chains.chat.likeness import likeness
from presscheck.chains.chat.question import Question, Term
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.reading import STOP, read_words
from presscheck.chains.check.sources import Sources, SourceSentence
from presscheck.models import Article, Evidence, Passage
from presscheck.text.people import same_person
from presscheck.vectorstore.library import Library

WHOLE = 120
"""Desks of no more passages than this are read whole."""
FOUND = 24
"""Passages that a search gives by words, and by meaning."""
ZONES = {"sentence": 1.0, "speaker": 1.0, "question": 0.9, "before": 0.75, "title": 0.6}
"""How much a word counts where it stands: in the sentence, in the question that it answers, just before it …"""

Near = Callable[[str, int], Sequence[Evidence]]
"""Gives the passages nearest to a text by words and meaning."""


@dataclass(frozen=True, eq=False)
class Unit:
    """A sentence of a source and what its reader has just read."""

    sentence: SourceSentence
    number: int
    question: frozenset[str]
    before: tuple[SourceSentence, ...]

    @cached_property
    def zones(self) -> dict[str, frozenset[str]]:
        """The words by where they stand."""
        head = self.sentence.head
        named = " ".join(filter(None, (head.title, head.publisher)))
        return {
            "sentence": words_of(self.sentence.text),
            "speaker": words_of(self.sentence.speaker or ""),
            "question": self.question,
            "before": frozenset().union(*(words_of(s.text) for s in self.before)),
            "title": words_of(named),
        }

    @property
    def key(self) -> tuple[str, int]:
        """Its place."""
        return self.sentence.article_id, self.sentence.start


@dataclass(frozen=True, eq=False)
class Fit:
    """How a sentence fits a question: the share of the question's weight that it meets, and what it lacks."""

    unit: Unit
    cover: float
    own: float
    missing: tuple[Term, ...]

    @property
    def score(self) -> float:
        """The higher the better; the sentence's own words count more than what stands around it."""
        return self.cover + 0.3 * self.own


def words_of(text: str) -> frozenset[str]:
    """Return the lemmas of a text's content words."""
    words = read_words(text)
    return frozenset(w for w, kind in zip(words.lemmas, words.kinds, strict=True) if kind is not STOP)


class Finder:
    """Reads the library for one question after another."""

    def __init__(self, library: Library, near: Near | None = None) -> None:
        self.library = library
        self.sources = Sources(library, Draft(Article(text="")))
        self._near = near

    def units(self, question: Question) -> list[Unit]:
        """Return the sentences that might answer, of small desks all."""
        passages = self._all() or self._found(question)
        return [u for p in passages for u in self._of(p)]

    def _all(self) -> list[Passage]:
        found: list[Passage] = []
        for head in self.sources.heads:
            found += self.library.passages(head.article_id)
            if len(found) > WHOLE:
                return []
        return found

    def _found(self, question: Question) -> list[Passage]:
        asked = " ".join(t.lemma for t in question.terms) or question.text
        found = {p.id: p for p, _ in self.library.search(question.text, FOUND)}
        found |= {p.id: p for p, _ in self.library.search(asked, FOUND)}
        for evidence in self._near(question.text, FOUND) if self._near else ():
            found |= {
                p.id: p
                for p in self.library.passages(evidence.article_id)
                if p.start <= evidence.start < p.end
            }
        answers = [self._after(p) for p in list(found.values()) if p.role == "question"]
        return list((found | {p.id: p for p in answers if p}).values())

    def _after(self, passage: Passage) -> Passage | None:
        """Return the passage behind a question: its answer."""
        following = self.library.passages(passage.article_id)[passage.ordinal + 1 :]
        return next(iter(following), None)

    def _of(self, passage: Passage) -> Iterator[Unit]:
        if passage.role not in ("statement", "answer"):
            return
        sentences = self.sources.sentences(passage)
        asked = self._asked(passage)
        for number, sentence in enumerate(sentences):
            yield Unit(sentence, number, asked, tuple(sentences[max(0, number - 2) : number]))

    def _asked(self, passage: Passage) -> frozenset[str]:
        """Return the words of the question that a passage answers."""
        if passage.role != "answer":
            return frozenset()
        for earlier in reversed(self.library.passages(passage.article_id)[: passage.ordinal]):
            if earlier.role == "question":
                return words_of(earlier.text)
            if earlier.speaker != passage.speaker:
                break
        return frozenset()


def fits(question: Question, units: Sequence[Unit]) -> list[Fit]:
    """Return how each sentence fits, the best first; those of other speakers than the one asked for are left out."""
    admitted = [u for u in units if u.key not in question.skip and _admitted(question, u)]
    return sorted((fit(question, u) for u in admitted), key=lambda f: (-f.score, f.unit.key))


def _admitted(question: Question, unit: Unit) -> bool:
    head = unit.sentence.head
    if question.publisher and question.publisher != head.publisher:
        return False
    return question.speaker is None or speaks(question.speaker, unit)


def speaks(person: str, unit: Unit) -> bool:
    """Tell whether the sentence has the person's words: spoken by them, or told of them by name."""
    speaker = unit.sentence.speaker
    if speaker:
        return same_person(person, speaker)
    return any(same_person(person, n.text) for s in (unit.sentence, *unit.before[-1:]) for n in s.names)


def fit(question: Question, unit: Unit) -> Fit:
    """Return how a sentence fits a question."""
    total = met = own = 0.0
    missing = []
    for term in question.terms:
        by_zone = {zone: likeness(term.lemma, term.kind, words) for zone, words in unit.zones.items()}
        best = max(ZONES[zone] * value for zone, value in by_zone.items())
        total += term.weight
        met += term.weight * best
        own += term.weight * by_zone["sentence"]
        if best < 0.45 and not term.light:
            missing.append(term)
    return Fit(unit, met / total if total else 0.0, own / total if total else 0.0, tuple(missing))
