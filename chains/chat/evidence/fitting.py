"""How well a sentence of a source answers a question: the share of the question that it meets, and what it lacks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import itemgetter

from presscheck.chains.chat.evidence.meeting import MET, YOU, ZONES, meet
from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.likeness import likeness
from presscheck.chains.chat.question.reading import Question, kind_of
from presscheck.chains.chat.question.terms import LIGHT, Term

SAME = 0.85
"""Share of a question's weight from which a question of a transcript is taken to ask the same."""
OPENING = 1
"""Sentences of an answer that then answer whatever kind of thing is asked for."""
OWN_ZONES = ("sentence", "question", "speaker")
"""Where a word stands that the sentence itself, its speaker or the question put to them says."""
GOES_ON = 0.7
"""How near to the talk before it is at least."""


@dataclass(frozen=True, eq=False)
class Fit:
    """How a sentence fits a question: the share of the question's weight that it meets, and what it lacks.

    `own` is what the sentence's own words meet, `asked` what the question that it answers meets, `extra` the share of
    the light words, `link` how near it is to the talk before, `around` what only the sentences before it or the title
    meet; `same` says that it answers this very question.
    """

    unit: Unit
    cover: float
    own: float
    asked: float
    extra: float
    link: float
    missing: tuple[Term, ...]
    around: tuple[Term, ...] = ()
    only_asked: bool = False
    same: bool = False

    @property
    def score(self) -> float:
        """The higher the better; the sentence's own words count more than what stands around it."""
        return self.cover + 0.3 * self.own + 0.2 * self.extra + 0.7 * self.link + 0.5 * self.same


def fit(question: Question, unit: Unit) -> Fit:
    """Return how a sentence fits a question."""
    meeting = meet(question, unit)
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
        around=tuple(term for term, by_zone in counted if _only_around(by_zone)),
        only_asked=any(t.predicate and z["sentence"] < MET <= z["question"] for t, z in counted),
        same=direct(question, unit),
    )


def _best(by_zone: Mapping[str, float]) -> float:
    return max(ZONES[zone] * value for zone, value in by_zone.items())


def _only_around(by_zone: Mapping[str, float]) -> bool:
    """Tell whether neither the sentence nor the question that it answers has a word that stands around it."""
    return max(by_zone[zone] for zone in OWN_ZONES) < MET <= max(by_zone.values())


def _says(by_zone: Mapping[str, float]) -> bool:
    """Tell whether a word may count: one met by the speaker's name alone does not, who speaks tells not what is said."""
    return not max(v for zone, v in by_zone.items() if zone != "speaker") < MET <= by_zone["speaker"]


def direct(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence opens the answer to this very question, put by somebody else."""
    text, theirs = unit.asked_for(question)
    you = words_of(unit.sentence.speaker or "") if YOU.search(text) else frozenset()
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
