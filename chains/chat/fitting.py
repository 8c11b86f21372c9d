"""How well a sentence of a source answers a question: which of the question's words it meets, and where."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from presscheck.chains.chat.aliases import words_of
from presscheck.chains.chat.likeness import LIKENESS, likeness
from presscheck.chains.chat.question import STRICT, Question, kind_of
from presscheck.chains.chat.terms import LIGHT, Term
from presscheck.chains.chat.units import Unit, own_words
from presscheck.chains.check.words.reading import read_words
from presscheck.text.people import same_person

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
SPOKEN_OF = 0.6
"""How well a person's name is met by a sentence that names nobody behind one that names this person."""
KNOWN_AS = 0.8
"""How well a name is met by the role that its bearer has, and a role by the bearer's name."""
ADDRESSED = 0.8
"""How well the name of a person or body is met by a question put to "you"."""
GOES_ON = 0.7
"""How near to the talk before it is at least."""
_ENDS = frozenset("end lift reopen open resume return expire finish stop run over".split())
"""What happens when something "will last until June"."""
_UNTIL = re.compile(r"\b(?:until|till|through) ", re.IGNORECASE)
_YOU = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)


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


@dataclass(frozen=True, eq=False)
class _Meeting:
    """A question and a sentence that meet: what holds for all of the question's words.

    `zones` are the words by where they stand, `given` tells how well first names are met by a surname, `addressed` that
    the question before the sentence was put to whom this one names, `goes_on` that the sentence follows the last answer.
    """

    question: Question
    unit: Unit
    zones: Mapping[str, frozenset[str]]
    given: Mapping[str, float]
    addressed: bool
    goes_on: bool

    def by_zone(self, term: Term) -> dict[str, float]:
        """Return how well a word of the question is met in each zone."""
        met = {zone: likeness(term.lemma, term.kind, words) for zone, words in self.zones.items()}
        if term.lemma in self.given and met["sentence"] < MET:
            met["sentence"] = max(met["sentence"], self.given[term.lemma])
        for zone in ("sentence", "question"):
            if self.question.also.get(term.lemma, frozenset()) & self.zones[zone]:
                met[zone] = max(met[zone], KNOWN_AS)
        if self.question.kind == "whether" and term.predicate and met["sentence"] == LIKENESS["opposite"]:
            met["sentence"] = MET_PREDICATE
        if term.predicate and self._tells_the_end(term):
            met["sentence"] = max(met["sentence"], MET_PREDICATE)
        named = term.hard or self.question.also.get(term.lemma, frozenset()) & self.zones["speaker"]
        if self.addressed and named and max(met["question"], met["sentence"]) < MET:
            met["question"] = ADDRESSED
        if self.goes_on and term.taken:
            met["sentence"] = max(met["sentence"], TAKEN)
        return met

    def _tells_the_end(self, term: Term) -> bool:
        timed = self.question.kind in ("when", "amount")
        return timed and term.lemma in _ENDS and _UNTIL.search(self.unit.sentence.text) is not None

    def lacks(self, term: Term, by_zone: Mapping[str, float]) -> bool:
        """Tell whether a word is not met where it must be."""
        said = self.question.kind == "said"
        return _met(term, by_zone, self.unit, said=said) < _needed(term, self.question)


def _meeting(question: Question, unit: Unit) -> _Meeting:
    zones = {**unit.zones, "question": unit.asked_for(question)[1]}
    given, addressed = _given_names(question, unit), _addressed(question, unit)
    return _Meeting(question, unit, zones, given, addressed, follows(question, unit))


def fit(question: Question, unit: Unit) -> Fit:
    """Return how a sentence fits a question."""
    meeting = _meeting(question, unit)
    light = [meeting.by_zone(term)["sentence"] for term in question.terms if term.light]
    counted = [(t, by_zone) for t in question.terms if not t.light and _says(by_zone := meeting.by_zone(t))]
    plain = sum(term.weight for term, _ in counted)

    def share(value: Callable[[Mapping[str, float]], float]) -> float:
        return sum(term.weight * value(by_zone) for term, by_zone in counted) / plain

    cover, own, asked = 1.0, 1.0, 0.0
    if plain:
        cover, own, asked = share(_best), share(itemgetter("sentence")), share(itemgetter("question"))
    elif not question.speaker:  # asked is for nothing; else for somebody's words, whatever they are about
        cover, own = 0.0, 0.0
    return Fit(
        unit,
        cover,
        own,
        asked,
        extra=sum(light) / len(light) if light else 0.0,
        link=max(_link(question, unit), GOES_ON * meeting.goes_on),
        missing=tuple(term for term, by_zone in counted if meeting.lacks(term, by_zone)),
        same=direct(question, unit),
    )


def _best(by_zone: Mapping[str, float]) -> float:
    return max(ZONES[zone] * value for zone, value in by_zone.items())


def _says(by_zone: Mapping[str, float]) -> bool:
    """Tell whether a word may count: one met by the speaker's name alone does not, who speaks tells not what is said."""
    return not max(v for zone, v in by_zone.items() if zone != "speaker") < MET <= by_zone["speaker"]


def _given_names(question: Question, unit: Unit) -> dict[str, float]:
    """Return how well the sentence meets the first names of persons whom it calls by their surname alone."""
    found: dict[str, float] = {}
    for name in question.persons:
        *given, surname = read_words(name).lemmas
        here = [n for n in unit.sentence.names if n.kind in ("person", "other") and n.text.lower() == surname]
        if given and here:
            found |= dict.fromkeys(given, SURNAME)
        near = [n for s in (*unit.leaned_on, unit.sentence) for n in s.names]
        first = [n for n in near if given and n.text.lower() == given[0]]
        if first and not here:
            found |= dict.fromkeys((*given, surname), SURNAME)
        if unit.about and same_person(name, unit.about):
            found |= dict.fromkeys((*given, surname), SPOKEN_OF)
    return found


def _addressed(question: Question, unit: Unit) -> bool:
    """Tell whether the question before an answer asks "you" what is asked here of somebody by name."""
    text, words = unit.asked_for(question)
    speaker = words_of(unit.sentence.speaker or "")
    plain = [
        t
        for t in question.terms
        if not (t.light or t.hard or question.also.get(t.lemma, frozenset()) & speaker)
    ]
    asks = bool(plain) and all(likeness(t.lemma, t.kind, words) >= MET_PREDICATE for t in plain)
    return asks and question.kind != "said" and _YOU.search(text) is not None


def follows(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence stands in the last answer, or goes on from it."""
    s = unit.sentence
    return any(a == s.article_id and start <= s.start < end + AFTER for a, start, end in question.last)


def direct(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence opens the answer to this very question, put by somebody else."""
    text, theirs = unit.asked_for(question)
    you = words_of(unit.sentence.speaker or "") if _YOU.search(text) else frozenset()
    plain = [
        t for t in question.terms if not t.light and not you & {t.lemma, *question.also.get(t.lemma, ())}
    ]
    if unit.number >= OPENING or unit.evaded or not unit.asked or not plain:
        return False
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


def _met(term: Term, by_zone: Mapping[str, float], unit: Unit, *, said: bool) -> float:
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
                    by_zone["sentence"], likeness(term.lemma, term.kind, own_words(unit.before[-1]))
                ),
            }
    met = max(ZONES[z] * by_zone[z] for z in zones if not (z == "question" and unit.evaded and not said))
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
