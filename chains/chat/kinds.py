"""Whether a sentence holds the kind of thing that is asked for: an amount, a time, a person, a place, a reason."""

from __future__ import annotations

import re
from collections.abc import Callable

from presscheck.chains.chat.evidence import Unit, words_of
from presscheck.chains.chat.likeness import likeness
from presscheck.chains.chat.question import Kind, Question
from presscheck.chains.check.reading import WORD
from presscheck.text.mentions import Figure

_REASON = re.compile(
    r"\b(?:because|since|due to|owing to|as a result|so that|in order to|caus\w+|led to|after|reason|to (?:help|make|keep|give|avoid|protect|prevent|ensure|allow|"
    r"\w+)|blam\w+|result\w* (?:of|from|in)|triggered|sparked|prompted|thanks to|for fear|given that)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|at|near|on|outside|inside|across|from|to|around|along|above|below|through) (?:the )?(?:\w+ )?[A-Z]\w+"
)
_MEASURES = {
    "long": {
        "meter",
        "kilometer",
        "mile",
        "foot",
        "metre",
        "kilometre",
        "inch",
        "centimeter",
        "yard",
        "page",
        "word",
    },
    "high": {
        "meter",
        "kilometer",
        "mile",
        "foot",
        "metre",
        "kilometre",
        "inch",
        "centimeter",
        "percent",
        "degree",
    },
    "old": {"year", "month", "week", "day"},
    "hot": {"degree", "celsius", "fahrenheit"},
    "fast": {"kilometer per hour", "mile per hour", "knot", "meter per second"},
    "heavy": {"kilogram", "ton", "tonne", "pound", "gram", "ounce"},
}
for _same, _as in (("deep", "high"), ("tall", "high"), ("wide", "long"), ("far", "long"), ("cold", "hot")):
    _MEASURES[_same] = _MEASURES[_as]
_MONEY = re.compile(
    r"\b(?:cost|money|spen[dt]\w*|paid|pay\w*|price|budget|funding|dollars?|euros?|pounds?|worth|earn\w*|salary|fund|tax\w*|debt|revenue|profit|fined?|invest\w*|donat\w*|loan)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\b(?:percent\w*|share|proportion|fraction|rate)\b", re.IGNORECASE)
_HOW = re.compile(r"\bhow (long|high|deep|far|old|fast|tall|wide|heavy|hot|cold)\b", re.IGNORECASE)


def holds(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence holds the kind of thing that is asked for."""
    test = _TESTS.get(question.kind)
    return test is None or test(question, unit)


def _amount(question: Question, unit: Unit) -> bool:
    return any(fits_amount(question, figure, unit) for figure in unit.sentence.figures) or (
        _HOW.search(question.text) is not None and any(d.kind == "duration" for d in unit.sentence.dates)
    )


def fits_amount(question: Question, figure: Figure, unit: Unit) -> bool:
    """Tell whether a figure is of the kind that is asked for."""
    if figure.kind not in ("quantity", "ratio"):
        return False
    how = _HOW.search(question.text)
    if how:
        return figure.unit in _MEASURES[how[1].lower()] or (how[1].lower() == "old" and figure.unit == "")
    if _SHARE.search(question.text):
        return figure.unit in ("percent", "percentage point") or figure.kind == "ratio"
    if question.counted:
        return _counts(question.counted, figure, unit)
    return not (_MONEY.search(question.text) and "how much" in question.text.lower()) or _is_money(figure)


def _is_money(figure: Figure) -> bool:
    return len(figure.unit) == 3 and figure.unit.isupper()


def _counts(counted: str, figure: Figure, unit: Unit) -> bool:
    if counted in ("money", "dollar", "euro", "cash", "funding"):
        return _is_money(figure)
    if _is_money(figure) or figure.unit in ("percent", "percentage point"):
        return likeness(counted, WORD, {figure.unit}) >= 0.5
    around = words_of(" ".join((figure.unit, *figure.about)))
    if likeness(counted, WORD, around) >= 0.45:
        return True
    return figure.unit == "" and likeness(counted, WORD, unit.zones["question"] | unit.zones["before"]) >= 0.9


def _when(question: Question, unit: Unit) -> bool:
    return any(d.kind in ("date", "time", "range", "duration") for d in unit.sentence.dates)


def _who(question: Question, unit: Unit) -> bool:
    known = words_of(question.text)
    named = any(
        n.kind in ("person", "organisation", "other") and not words_of(n.text) <= known
        for n in unit.sentence.names
    )
    return named or bool(unit.sentence.speaker and not words_of(unit.sentence.speaker) <= known)


def _where(question: Question, unit: Unit) -> bool:
    known = words_of(question.text)
    named = any(
        n.kind in ("place", "other", "organisation") and not words_of(n.text) <= known
        for n in unit.sentence.names
    )
    return named or _PLACE.search(unit.sentence.text) is not None


def _why(question: Question, unit: Unit) -> bool:
    return _REASON.search(unit.sentence.text) is not None


_TESTS: dict[Kind, Callable[[Question, Unit], bool]] = {
    "amount": _amount,
    "when": _when,
    "who": _who,
    "where": _where,
    "why": _why,
}
