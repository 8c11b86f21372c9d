"""Whether a sentence holds the kind of thing that is asked for: an amount, a time, a person, a place, a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from presscheck.chains.chat.evidence.meeting import MET
from presscheck.chains.chat.evidence.persons import bearers
from presscheck.chains.chat.evidence.sayings import tells_of, told_by
from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.kinds.actors import acts
from presscheck.chains.chat.kinds.amounts import asked_figures, holds_amount
from presscheck.chains.chat.kinds.reasons import tells_why
from presscheck.chains.chat.kinds.whens import dated, dates_of, exactly, tells_when
from presscheck.chains.chat.kinds.wheres import AT, AT_SOME, PLACE, leads_to, named_place, placed, tells_where
from presscheck.chains.chat.kinds.whos import names_new, role_of, says_who, tells_who
from presscheck.chains.chat.question.likeness import likeness
from presscheck.chains.chat.question.reading import Kind, Question
from presscheck.chains.check.words.reading import read_words

_HAPPENED = re.compile(r"\bwhat (?:has |will )?happen(?:ed)? to ([\w'’ -]{2,40})", re.IGNORECASE)
_MANNER = re.compile(r"\bhow (?:did|do|does|was|were|is|are|can|could|will|would|has|have)\b", re.IGNORECASE)
_MEANS = re.compile(
    r"\b(?:by|through|via|using|use[sd]?|with|without|when|after|because|from|of|thanks to|cut|broke|climbed|called?|online|only|into|instead)\b",
    re.IGNORECASE,
)
_TRADE = re.compile(
    r"\bfor a living\b|\bwhat is [\w'’ .-]+['’]s (?:job|trade|occupation|profession)\b", re.IGNORECASE
)
_WHICH_ONE = re.compile(
    r"^\W*(?:and |so )?which (?:\w+ )?(?:trust|hospital|school|college|party|player|newspaper|paper|store|shop|ship|film|book|song|museum|hotel|restaurant)s?\b",
    re.IGNORECASE,
)
"""Asks for a name."""
_DIED = re.compile(r"\bhow (?:did|was|were) .{2,50}?\b(?:die|killed)\b", re.IGNORECASE)
_DIED_SO = re.compile(
    r"\b(?:died?|dies|dying|killed|deaths?|perished)\b[^.;,]{0,30}?\b(?:of|from|after|when|in|by|while|as|because|with|on|during)\b|\b(?:by|in) [^.;,]{0,40}\bkill(?:ed|ing)\b"
    r"|\b(?:shot|stabbed|drowned|crash\w*|struck|hit|fell|heart attack|cancer|stroke|overdose|poison\w*|strangled|beaten|burned|murder\w*|hanged)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\b(?:result|outcome|verdict)\b", re.IGNORECASE)
_SCORE = re.compile(r"\bwhat (?:was|is) the (?:final )?score\b", re.IGNORECASE)
_DECIDED = re.compile(
    r"\b(?:pass\w*|adopt\w*|approv\w*|reject\w*|w[io]n|lost|defeat\w*|beat|guilty|acquit\w*|convict\w*|fail\w*|elected|found|positive|negative)\b",
    re.IGNORECASE,
)


def holds(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence holds the kind of thing that is asked for."""
    test = _TESTS.get(question.kind)
    told = not question.according or told_by(question.according, unit.sentence)
    return told and (test is None or test(question, unit))


def strength(question: Question, unit: Unit) -> int:
    """Return how surely the sentence holds what is asked for: a figure rather than "many", a name rather than "the company"."""
    if question.kind == "amount":
        return int(bool(asked_figures(question, unit)))
    if question.kind == "when":
        return 2 * dated(question, unit) or int(exactly(question, unit))
    if question.kind == "what" and (who := _HAPPENED.search(question.text)):
        noun = re.escape(who[1].split()[-1])
        return int(
            re.search(
                rf"(?i)\b{noun}\b[^.;]{{0,30}}?\b(?:was|were|has|have|had|will) (?:\w+ly )?\w+(?:ed|en|t)\b",
                unit.sentence.text,
            )
            is not None
        )
    if question.kind == "where":
        return int(named_place(question, unit)) + leads_to(question, unit) + placed(question, unit)
    if question.kind == "who":
        role = role_of(question)
        borne = bool(role) and any(bearers(unit.sentence, role))
        return 2 * borne + (acts(question, unit) or 0) + names_new(question, unit, ("person",))
    return 0


def closeness(question: Question, unit: Unit) -> float:
    """Return how near what is asked for stands to the question's words in the sentence, from 0 to 1."""
    spans = _spans(question, unit)
    words = read_words(unit.sentence.text)
    places = [
        [i for i in words.content if likeness(t.lemma, t.kind, {words.lemmas[i]}) >= MET]
        for t in question.terms
        if not t.light
    ]
    met = [p for p in places if p]
    if not spans or not met:
        return 0.0
    at = [[i for i in range(len(words)) if words.starts[i] < b and a < words.ends[i]] for a, b in spans]
    near = (sum(_nearness(p, span) for p in met) for span in at if span)
    return max(near, default=0.0) / len(places)


def _nearness(places: Sequence[int], span: Sequence[int]) -> float:
    apart = min(abs(i - j) for i in places for j in span)
    return 1 / (1 + max(0, apart - 1) / 4)


def _spans(question: Question, unit: Unit) -> list[tuple[int, int]]:
    """Return where the sentence holds what is asked for."""
    sentence = unit.sentence
    if question.kind == "amount":
        found = [(f.start, f.end) for f in asked_figures(question, unit)]
        return found or [(d.start, d.end) for d in sentence.dates if "how long" in question.text.lower()]
    if question.kind == "when":
        return [(d.start, d.end) for d in dates_of(question, unit) if d.kind in ("date", "time", "range")]
    if question.kind == "where":
        return [m.span() for pattern in (PLACE, AT, AT_SOME) for m in pattern.finditer(sentence.text)]
    return []


def _what(question: Question, unit: Unit) -> bool:
    """Tell whether "how did they get in" is answered by a sentence that names means, "what was the result" by one with it."""
    if _SCORE.search(question.text):
        return re.search(r"\d[-–]\d", unit.sentence.text) is not None
    if _RESULT.search(question.text):
        return bool(unit.sentence.figures) or _DECIDED.search(unit.sentence.text) is not None
    if _TRADE.search(question.text):
        return any(says_who(person, unit) for person in question.persons)
    if _WHICH_ONE.match(question.text):
        return names_new(question, unit, ("person", "organisation", "place", "other"))
    if _DIED.search(question.text):
        return _DIED_SO.search(unit.sentence.text) is not None
    return (
        _MANNER.search(question.text) is None
        or _MEANS.search(unit.sentence.text) is not None
        or unit.asked != ""
    )


def _said(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence gives the words of whom the question does not name, such as "the prosecutor"."""
    if question.speaker or not question.subject:
        return True
    return tells_of(question.subject, unit.sentence, unit.before)


_TESTS: dict[Kind, Callable[[Question, Unit], bool]] = {
    "amount": holds_amount,
    "when": tells_when,
    "who": tells_who,
    "who said": tells_who,
    "said": _said,
    "where": tells_where,
    "why": tells_why,
    "what": _what,
}
