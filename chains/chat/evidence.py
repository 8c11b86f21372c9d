"""Which sentences of the sources may answer a question, and how well each does."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from presscheck.chains.chat.aliases import words_of
from presscheck.chains.chat.evasive import evasive
from presscheck.chains.chat.likeness import LIKENESS, likeness
from presscheck.chains.chat.persons import quotes, said_by
from presscheck.chains.chat.question import LIGHT, SIDES, STRICT, Question, Term, kind_of
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.reading import read_words
from presscheck.chains.check.sources import Sources, SourceSentence
from presscheck.models import Article, Evidence, Passage
from presscheck.text.mentions import Figure
from presscheck.text.people_known import NOBODY, People
from presscheck.text.sentences import split_sentences
from presscheck.vectorstore.library import Library

WHOLE = 120
"""Desks of no more passages than this are read whole."""
FOUND = 24
"""Passages that a search gives by words, and by meaning."""
ZONES = {"sentence": 1.0, "speaker": 1.0, "question": 0.9, "before": 0.75, "title": 0.6}
"""How much a word counts where it stands: in the sentence, in the question that it answers, just before it …"""
STEM = 5
"""Words with so many first letters in common are forms of one word: nominate, nomination."""
MET = 0.45
"""From this on a word of the question counts as met."""

MET_PREDICATE = 0.8
"""The same for what happened, where an amount, a person, a time or a place is asked for."""
ORDERS = frozenset("last next previous".split())
"""Words that tell one of several like events from the others."""
MET_WHETHER = 0.7
"""The same where it is asked whether it happened; that the opposite did answers too."""

MET_COUNTED = 0.6
"""The same for what is counted: of adults, not of people."""

SAME = 0.85
"""Share of a question's weight from which a question of a transcript is taken to ask the same."""
OPENING = 1
"""Sentences of an answer that then answer whatever kind of thing is asked for."""

AFTER = 350
"""Characters behind the last answer within which a sentence goes on from it."""
TAKEN = 0.8
"""How well such a sentence meets what was said before and is asked about further."""
SURNAME = 0.9
"""How well a person's first name is met by a sentence that has the surname alone."""
ADDRESSED = 0.8
"""How well the name of a person or body is met by a question put to "you"."""
GOES_ON = 0.7
"""How near to the talk before it is at least."""

Near = Callable[[str, int], Sequence[Evidence]]
"""Gives the passages nearest to a text by words and meaning."""


@dataclass(frozen=True, eq=False)
class Unit:
    """A sentence of a source and what its reader has just read; `number` is its place in the passage, from 0.

    `asked` is the question that the passage answers, `evaded` says that it begins with refusing to.
    """

    sentence: SourceSentence
    number: int
    asked: str
    before: tuple[SourceSentence, ...]
    following: tuple[SourceSentence, ...]
    evaded: bool = False

    @cached_property
    def questions(self) -> tuple[tuple[str, frozenset[str]], ...]:
        """Each sentence of the question that it answers, with its words."""
        return tuple((s.text, words_of(s.text)) for s in split_sentences(self.asked))

    def asked_for(self, question: Question) -> tuple[str, frozenset[str]]:
        """Return that sentence of the question before it which is nearest to this question, with its words."""

        def near(asked: tuple[str, frozenset[str]]) -> float:
            met = sum(t.weight * (t.lemma in asked[1]) for t in question.terms)
            return met - 0.1 * len(asked[1])

        return max(self.questions, key=near, default=("", frozenset()))

    @cached_property
    def leaned_on(self) -> tuple[SourceSentence, ...]:
        """What the sentence can't be understood without, of the sentences before it."""
        if not self.before or not leans(self.sentence):
            return ()
        return self.before if leans(self.before[-1]) else self.before[-1:]

    @cached_property
    def zones(self) -> dict[str, frozenset[str]]:
        """The words by where they stand."""
        head, own = self.sentence.head, _words(self.sentence)
        for sentence in self.leaned_on:
            own |= _words(sentence)
        return {
            "sentence": own,
            "speaker": words_of(self.sentence.speaker or ""),
            "before": frozenset().union(*(_words(s) for s in self.before)),
            "title": words_of(" ".join(filter(None, (head.title, head.publisher)))),
        }


@dataclass(frozen=True, eq=False)
class Fit:
    """How a sentence fits a question: the share of the question's weight that it meets, and what it lacks.

    `own` is what the sentence's own words meet, `asked` what the question that it answers meets, `extra` the share of
    the light words, `link` how near it is to the talk before; `same` says that it answers this very question.
    """

    unit: Unit
    cover: float
    own: float
    asked: float
    extra: float
    link: float
    missing: tuple[Term, ...]

    same: bool = False

    @property
    def score(self) -> float:
        """The higher the better; the sentence's own words count more than what stands around it."""
        return self.cover + 0.3 * self.own + 0.2 * self.extra + 0.7 * self.link + 0.5 * self.same


class Finder:
    """Reads the library for one question after another."""

    def __init__(self, library: Library, near: Near | None = None, people: People = NOBODY) -> None:
        self.library = library
        self.people = people
        self.sources = Sources(library, Draft(Article(text="")))
        self._near = near

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
            found += self.library.passages(head.article_id)
            if len(found) > WHOLE:
                return []
        return found

    def _found(self, question: Question) -> list[Passage]:
        words = " ".join(t.lemma for t in (*question.terms, *question.context))
        found = {p.id: p for asked in (question.text, words) for p, _ in self.library.search(asked, FOUND)}
        for evidence in self._near(question.text, FOUND) if self._near else ():
            found |= {
                p.id: p
                for p in self.library.passages(evidence.article_id)
                if p.start <= evidence.start < p.end
            }
        for passage in [p for p in found.values() if "?" in p.text]:
            found |= {p.id: p for p in self.library.passages(passage.article_id)[passage.ordinal + 1 :][:1]}
        return list(found.values())

    def _of(self, passage: Passage) -> Iterator[Unit]:
        if passage.role not in ("statement", "answer"):
            return
        sentences = self.sources.sentences(passage)
        asked = self._asked(passage)
        evaded = bool(asked) and any(evasive(s.text) for s in sentences[:1])
        for n, sentence in enumerate(sentences):
            following = tuple(sentences[n + 1 : n + 3])
            yield Unit(sentence, n, asked, tuple(sentences[max(0, n - 2) : n]), following, evaded)

    def _asked(self, passage: Passage) -> str:
        """Return the question that a passage of a transcript answers, "" for none."""
        if passage.speaker is None:
            return ""
        for earlier in reversed(self.library.passages(passage.article_id)[: passage.ordinal]):
            if earlier.role == "question" or (
                earlier.speaker != passage.speaker and "?" in earlier.text[-200:]
            ):
                return _LABEL.sub("", earlier.text)
            if earlier.speaker != passage.speaker:
                break
        return ""


def _words(sentence: SourceSentence) -> frozenset[str]:
    """Return the words of a sentence; an amount of money is asked for as "money"."""
    words = words_of(sentence.text) | (SIDES & set(read_words(sentence.text).forms))
    return words | _PAID if any(is_money(f) for f in sentence.figures) else words


_PAID = frozenset(("money", "payment"))


def is_money(figure: Figure) -> bool:
    """Tell whether a figure is an amount of money: its unit is a currency's code."""
    return figure.unit[:3].isupper() and figure.unit[3:4] in ("", " ")


_ENDS = frozenset("end lift reopen open resume return expire finish stop run over".split())
"""What happens when something "will last until June"."""
_UNTIL = re.compile(r"\b(?:until|till|through) ", re.IGNORECASE)
_YOU = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)
_LABEL = re.compile(r"^\s*[A-Z][\w.'’ -]{0,60}:\s+")
"""What stands before a turn of a transcript: "Q: ", "MR. DUNNING: "."""
_HE = re.compile(r"\b(?:he|she|his|her|him)\b")
_LEANING = re.compile(
    r"(?:(?:and|but|so|then|well|look|yes|no|after|before|because of|despite|of|for)\b,? )?(?:he|she|it|they|this|that|these|those|such|both|neither|his|her|its|their|him|them)\b",
    re.IGNORECASE,
)


def leans(sentence: SourceSentence) -> bool:
    """Tell whether a sentence can't be understood without the one before it: "she" or "it" stands for what is not named."""
    text = sentence.text
    if _HE.search(text) and not any(n.kind == "person" for n in sentence.names):
        return True
    return _LEANING.match(text.lstrip("“\"'‘(")) is not None


def fit(question: Question, unit: Unit) -> Fit:
    """Return how a sentence fits a question."""
    met = own = asked = extra = 0.0
    missing = []
    plain = 0.0
    zones = {**unit.zones, "question": unit.asked_for(question)[1]}
    goes_on = follows(question, unit)
    given = _given_names(question, unit)
    addressed = _addressed(question, unit)
    for term in question.terms:
        by_zone = {zone: likeness(term.lemma, term.kind, words) for zone, words in zones.items()}
        if term.lemma in given and by_zone["sentence"] < MET:
            by_zone["sentence"] = max(by_zone["sentence"], given[term.lemma])
        if question.kind == "whether" and term.predicate and by_zone["sentence"] == LIKENESS["opposite"]:
            by_zone["sentence"] = MET_PREDICATE
        timed = question.kind in ("when", "amount")
        if timed and term.predicate and term.lemma in _ENDS and _UNTIL.search(unit.sentence.text):
            by_zone["sentence"] = max(by_zone["sentence"], MET_PREDICATE)
        if addressed and term.hard and max(by_zone["question"], by_zone["sentence"]) < MET:
            by_zone["question"] = ADDRESSED
        if goes_on and term.taken:
            by_zone["sentence"] = max(by_zone["sentence"], TAKEN)
        best = max(ZONES[zone] * value for zone, value in by_zone.items())
        if term.light:
            extra += by_zone["sentence"]
            continue
        if max(v for z, v in by_zone.items() if z != "speaker") < MET <= by_zone["speaker"]:
            continue  # who speaks says nothing about what is said
        plain += term.weight
        met += term.weight * best
        own += term.weight * by_zone["sentence"]
        asked += term.weight * by_zone["question"]
        if _met(term, by_zone, unit) < _needed(term, question):
            missing.append(term)
    light = sum(t.light for t in question.terms)
    if not plain:  # asked is for somebody's words, whatever they are about; else for nothing
        plain, met, own = (1.0, 1.0, 1.0) if question.speaker else (1.0, 0.0, 0.0)
    return Fit(
        unit,
        met / plain,
        own / plain,
        asked / plain,
        extra / light if light else 0.0,
        max(_link(question, unit), GOES_ON * goes_on),
        tuple(missing),
        direct(question, unit),
    )


def _given_names(question: Question, unit: Unit) -> dict[str, float]:
    """Return how well the sentence meets the first names of persons whom it calls by their surname alone."""
    found: dict[str, float] = {}
    for name in question.persons:
        *given, surname = read_words(name).lemmas
        here = [n for n in unit.sentence.names if n.kind in ("person", "other") and n.text.lower() == surname]
        if given and here:
            found |= dict.fromkeys(given, SURNAME)
    return found


def _addressed(question: Question, unit: Unit) -> bool:
    """Tell whether the question before an answer asks "you" what is asked here of somebody by name."""
    text, words = unit.asked_for(question)
    plain = [t for t in question.terms if not t.light and not t.hard]
    asks = bool(plain) and all(likeness(t.lemma, t.kind, words) >= MET_PREDICATE for t in plain)
    return asks and question.kind != "said" and _YOU.search(text) is not None


def follows(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence stands in the last answer, or goes on from it."""
    s = unit.sentence
    return any(a == s.article_id and start <= s.start < end + AFTER for a, start, end in question.last)


def direct(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence opens the answer to this very question, put by somebody else."""
    plain = [t for t in question.terms if not t.light]
    if unit.number >= OPENING or unit.evaded or not unit.asked or not plain:
        return False
    text, theirs = unit.asked_for(question)
    if question.kind not in ("said", "what") and kind_of(text) != question.kind:
        return False
    met = sum(t.weight * likeness(t.lemma, t.kind, theirs) for t in plain)
    theirs -= LIGHT
    back = [w for w in theirs if any(likeness(t.lemma, t.kind, {w}) >= MET for t in question.terms)]
    return met >= SAME * sum(t.weight for t in plain) and len(back) >= 0.5 * len(theirs)


def _needed(term: Term, question: Question) -> float:
    if term.predicate and question.kind in STRICT:
        return MET_PREDICATE
    if term.predicate and question.kind == "whether":
        return MET_WHETHER
    if term.lemma in ORDERS.intersection(question.text.lower().split()) and question.kind in STRICT:
        return MET_PREDICATE
    return MET_COUNTED if term.lemma == question.counted else MET


def _met(term: Term, by_zone: Mapping[str, float], unit: Unit) -> float:
    """Return how well a word is met where it must be: what happened in the sentence or the question that it answers."""
    zones = tuple(by_zone)
    if term.predicate:
        zones = ("sentence", "question")
    elif term.hard:
        zones = ("sentence", "question", "title", "speaker")
        if unit.before and unit.sentence.speaker is None:  # in an article one sentence leads on to the next
            by_zone = {
                **by_zone,
                "sentence": max(
                    by_zone["sentence"], likeness(term.lemma, term.kind, _words(unit.before[-1]))
                ),
            }
    met = max(ZONES[z] * by_zone[z] for z in zones if not (z == "question" and unit.evaded))
    around = unit.zones["before"] | unit.zones["title"]
    return (
        max(met, ZONES["title"])
        if term.predicate and any(w[:STEM] == term.lemma[:STEM] for w in around)
        else met
    )


def _link(question: Question, unit: Unit) -> float:
    """Return the share of the talk before that a sentence and what stands around it meets; 1 without such talk."""
    total = sum(t.weight for t in question.context)
    if not total:
        return 1.0
    zones = {**unit.zones, "question": frozenset().union(*(words for _, words in unit.questions))}
    met = sum(
        t.weight * max(ZONES[z] * likeness(t.lemma, t.kind, w) for z, w in zones.items())
        for t in question.context
    )
    return met / total
