"""Whether a sentence is about something else than is asked about, though what stands around it names that."""

from __future__ import annotations

import re
from collections.abc import Callable

from presscheck.chains.chat.evidence.fitting import Fit
from presscheck.chains.chat.evidence.meeting import MET_PREDICATE
from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.kinds.actors import verb_places
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.likeness import likeness
from presscheck.chains.chat.question.reading import STRICT, Kind, Question
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import STOP, WORD, Words, read_words
from presscheck.text.mentions import Name
from presscheck.text.names import find_names

OPENS = 2
"""Sentences of an answer that may lean on the question alone."""
OF_EVENTS: tuple[Kind, ...] = ("when", "where", "why", "whether")
"""Kinds of question that name what happened, or to whom."""
ALL_ITS_OWN = 0.34
"""Share of the question that a sentence meets at least around which alone the person asked about is named."""
SUBJECT = 3
"""Words before a verb among which the noun stands that is its subject."""
_SUBJECT = re.compile(
    r"\b(?:did|does|do|has|have|had|will|would) (?:the )?((?:[A-Z][\w.'’-]+ ?)+)(?!\w*['’]s)"
)
_THINKS = frozenset("think say believe mean".split())
"""Verbs that ask for what somebody holds to be so: who speaks need not say "I think"."""
_IT_ALL = re.compile(
    r"\b(?:the|this|that|these) (?:new |proposed |planned )?(?:scheme|plans?|policy|project|decision|"
    r"move|proposals?|deal|law|bill|measures?|ruling|verdict|case|incident|attack|changes?|idea|rules?|report|findings|legislation)\b(?! (?:to|of|in|for|on|that)\b)",
    re.IGNORECASE,
)
_PAID = frozenset("pay cost spend charge receive earn".split())
_YEARS = re.compile(r"\b(?:this|last) (?:year|month|week|summer|winter|spring|autumn|fall)\b", re.IGNORECASE)
_OTHER = {"this": "last", "last": "this"}
_BEHIND_PREPOSITION = re.compile(
    r"\b(?:in|for|from|to|with|at|near|on|against)(?: the)?(?: [A-Z][\w-]+(?: and|,))* $"
)
_BEHIND_IT = re.compile(r"\b(?:in|for|from|to|with|at|near|on|against)(?: the)?(?: [A-Z][\w-]+ and)* $")
"""The same for a person: behind a comma the name tells who is meant, "the envoy to Norway, Ada Lund"."""


def about_another(question: Question, fit: Fit) -> bool:
    """Tell whether a sentence is about something else than is asked about."""
    return any(apart(question, fit) for apart in _APART)


def names_another(question: Question, fit: Fit) -> bool:
    """Tell whether a sentence names another town, body or person than the one that only stands around it."""
    here = [n for n in fit.unit.sentence.names if not words_of(n.text) & question.words]
    if question.kind == "who" and len([n for n in here if n.kind == "person"]) == 1:
        here = [n for n in here if n.kind != "person"]  # that is who is asked for
    return any(name.kind == other.kind for name in _around(question, fit) for other in here)


def _around(question: Question, fit: Fit) -> list[Name]:
    """Return the names in the question that the sentence itself lacks."""
    lacking = {term.lemma for term in fit.around if term.hard}
    return [n for n in find_names(question.text) if lacking & words_of(n.text)] if lacking else []


def does_another(question: Question, fit: Fit) -> bool:
    """Tell whether in a sentence another does what is asked about: "the pilot started" where the strike is asked for."""
    asked = {t.lemma for t in question.terms if not (t.light or t.predicate)}
    if question.kind not in OF_EVENTS or not asked or not asked <= {t.lemma for t in fit.around}:
        return False
    words = read_words(fit.unit.sentence.text)
    places = verb_places(question, words, fit.unit.sentence.text)
    return bool(places) and all(_has_subject(words, i) for i in places)


def _has_subject(words: Words, place: int) -> bool:
    """Tell whether a noun stands just before a verb."""
    return any(
        words.kinds[i] is not STOP and lexicon.parts(words.lemmas[i])[:1] in ("n", "")
        for i in range(max(0, place - SUBJECT), place)
    )


def only_names_it(question: Question, fit: Fit) -> bool:
    """Tell whether a sentence has only the names and numbers of a question, what is asked of them stands around it."""
    around = {t.lemma for t in fit.around}
    plain = [t for t in question.terms if not (t.light or t.hard or t.taken)]
    here = [t for t in plain if t.lemma not in around]
    if question.kind not in (*STRICT, "said") or len(here) == len(plain):
        return False
    if question.kind == "said" and (question.speaker or "")[:1].isupper() and _what_it_is_about(fit, around):
        return False
    return not here or (_any_money(fit.unit) and all(t.lemma in _PAID for t in here))


def _what_it_is_about(fit: Fit, words: set[str]) -> bool:
    """Tell whether a sentence calls "the scheme" what these words name where its article says what it is about."""
    zones = fit.unit.zones
    return _IT_ALL.search(fit.unit.sentence.text) is not None and words <= zones["title"] | zones["lead"]


def _any_money(unit: Unit) -> bool:
    """Tell whether a sentence names an amount without saying that it is paid."""
    return not unit.asked and not _PAID.intersection(read_words(unit.sentence.text).lemmas)


def only_asked_about(question: Question, fit: Fit) -> bool:
    """Tell whether what is asked for was only put to the speaker, further back than the answer's first sentences."""
    return fit.only_asked and fit.unit.number >= OPENS


def lacks_the_verb(question: Question, fit: Fit) -> bool:
    """Tell whether a sentence lacks the common verb of a question, such as "call": all that they did is not told here."""
    if not question.verb or question.kind in ("said", "who said", "what") or fit.same:
        return False
    if question.verb in _THINKS and words_of(question.subject) & words_of(fit.unit.sentence.speaker or ""):
        return False
    zones = fit.unit.zones["sentence"], fit.unit.asked_for(question)[1]
    return max(likeness(question.verb, WORD, words) for words in zones) < MET_PREDICATE


def done_by_another(question: Question, fit: Fit) -> bool:
    """Tell whether whom a question asks what they do is only a place or an object here: "refrigerators in Ghana"."""
    who = _SUBJECT.search(question.text)
    if who is None or question.kind in ("said", "who said"):
        return False
    sentence = fit.unit.sentence
    named = [n for n in sentence.names if words_of(n.text) & words_of(who[1])]
    if not named or words_of(who[1]) & words_of(sentence.speaker or ""):
        return False
    return all(_governed(n, sentence.text) for n in named)


def _governed(name: Name, text: str) -> bool:
    """Tell whether a preposition stands before a name."""
    pattern = _BEHIND_IT if name.kind == "person" else _BEHIND_PREPOSITION
    return pattern.search(text[: name.start]) is not None


def at_another_time(question: Question, fit: Fit) -> bool:
    """Tell whether a sentence speaks of last year where this year is asked about, or the other way round."""
    asked, told = (
        {tuple(m.lower().split()) for m in _YEARS.findall(text)}
        for text in (question.text, fit.unit.sentence.text)
    )
    return any((_OTHER[which], span) in told and (which, span) not in told for which, span in asked)


def hardly_about_them(question: Question, fit: Fit) -> bool:
    """Tell whether the person asked about stands only around a sentence that has little of the rest: "Luis is paid well. The firm paid 9 euros"."""
    named = frozenset().union(*(words_of(p) for p in question.persons))
    lacking = {t.lemma for t in fit.around}
    return fit.own < ALL_ITS_OWN and bool(named) and named <= lacking


_APART: tuple[Callable[[Question, Fit], bool], ...] = (
    names_another,
    does_another,
    only_names_it,
    only_asked_about,
    lacks_the_verb,
    done_by_another,
    at_another_time,
    hardly_about_them,
)
