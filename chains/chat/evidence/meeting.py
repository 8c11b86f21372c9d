"""Which words of a question a sentence meets, and where: in itself, in the question that it answers, before it, in the title."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from presscheck.chains.chat.evidence.units import Unit, own_words
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.likeness import LIKENESS, likeness
from presscheck.chains.chat.question.reading import STRICT, Question
from presscheck.chains.chat.question.terms import Term
from presscheck.chains.check.words.reading import read_words
from presscheck.text.people import same_person

ZONES = {"sentence": 1.0, "speaker": 1.0, "question": 0.9, "before": 0.75, "title": 0.6, "lead": 0.6}
"""How much a word counts where it stands: in the sentence, in the question that it answers, just before it …"""
STEM = 5
"""Words with so many first letters in common are forms of one word: nominate, nomination."""
MET = 0.45
"""From this on a word of the question counts as met."""
MET_PREDICATE = 0.8
"""The same for what happened, unless somebody's words are asked for; whether it did is answered by the opposite too."""
ORDERS = frozenset("last next previous".split())
"""Words that tell one of several like events from the others."""
MET_COUNTED = 0.6
"""The same for what is counted: of adults, not of people."""
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
_ENDS = frozenset("end lift reopen open resume return expire finish stop run over".split())
"""What happens when something "will last until June"."""
_UNTIL = re.compile(r"\b(?:until|till|through) ", re.IGNORECASE)
YOU = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)


@dataclass(frozen=True, eq=False)
class Meeting:
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
        if self.question.kind == "whether" and not term.hard:
            met["lead"] = 0.0  # an article may be about life elsewhere without having found any
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


def meet(question: Question, unit: Unit) -> Meeting:
    """Return what holds for all words of the question where they meet a sentence."""
    zones = {**unit.zones, "question": unit.asked_for(question)[1]}
    given, addressed = _given_names(question, unit), _addressed(question, unit)
    return Meeting(question, unit, zones, given, addressed, follows(question, unit))


def _given_names(question: Question, unit: Unit) -> dict[str, float]:
    """Return how well the sentence meets the first names of persons whom it calls by their surname alone."""
    found: dict[str, float] = {}
    for name in question.persons:
        *given, surname = read_words(name).lemmas
        near = [n for s in (*unit.leaned_on, unit.sentence) for n in s.names]
        here = [n for n in near if n.kind in ("person", "other") and n.text.lower() == surname]
        if given and here:
            found |= dict.fromkeys(given, SURNAME)
        first = [n for n in near if given and n.text.lower() == given[0]]
        if first and not here:
            found |= dict.fromkeys((*given, surname), SURNAME)
        if unit.about and same_person(name, unit.about):
            found |= dict.fromkeys((*given, surname), SPOKEN_OF)
    return found


def _addressed(question: Question, unit: Unit) -> bool:
    """Tell whether the question before an answer asks "you" what is asked here of somebody by name."""
    text, words = unit.asked_for(question)
    who = unit.sentence.speaker or ""
    if question.persons and not any(same_person(p, who) for p in question.persons):
        return False
    speaker = words_of(who)
    plain = [
        t
        for t in question.terms
        if not (t.light or t.hard or question.also.get(t.lemma, frozenset()) & speaker)
    ]
    asks = bool(plain) and all(likeness(t.lemma, t.kind, words) >= MET_PREDICATE for t in plain)
    return asks and question.kind != "said" and YOU.search(text) is not None


def follows(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence stands in the last answer, or goes on from it."""
    s = unit.sentence
    return any(a == s.article_id and start <= s.start < end + AFTER for a, start, end in question.last)


def _needed(term: Term, question: Question) -> float:
    if term.predicate and question.kind not in ("said", "who said"):
        return MET_PREDICATE
    if term.lemma in ORDERS.intersection(question.text.lower().split()) and question.kind in STRICT:
        return MET_PREDICATE
    return MET_COUNTED if term.lemma == question.counted else MET


def _met(term: Term, by_zone: Mapping[str, float], unit: Unit, *, said: bool) -> float:
    """Return how well a word is met where it must be: what happened in the sentence or the question that it answers."""
    zones = tuple(by_zone)
    if term.predicate:
        zones = ("sentence", "question")
    elif term.hard:
        zones = ("sentence", "question", "title", "lead", "speaker")
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
