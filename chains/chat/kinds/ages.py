"""Whether a figure tells how old somebody is who is asked for."""

from __future__ import annotations

import re

from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.question.reading import Question
from presscheck.text.mentions import Figure
from presscheck.text.people import same_person

AGE = re.compile(r"\bhow old\b|\bwhat age\b|\bage of\b", re.IGNORECASE)
_NAMED = re.compile(r"([A-Z][\w.'’-]+), $")
_IS = re.compile(r"\b(?:is|was|be|aged|am|turned|turns|now)(?: only| just)? $")
_STOPPED = re.compile(r"\W*$|[.,;)]| (?:and|but|when|at)\b")


def tells_age(question: Question, figure: Figure, unit: Unit) -> bool:
    """Tell whether a figure is the age of whom the question names, if it names somebody."""
    theirs = figure.unit == "year of age" and not _of_another(question, figure, unit)
    return theirs or _is_age(question, figure, unit)


def _is_age(question: Question, figure: Figure, unit: Unit) -> bool:
    """Tell whether a figure stands behind a person's name, or says what somebody is: "Janusz Dobek, 59", "to be 59."."""
    if figure.unit == "" and _IS.search(unit.sentence.text[: figure.start]):
        stopped = _STOPPED.match(unit.sentence.text[figure.end :]) is not None
        return stopped and not _after_another(question, figure, unit)
    people = [n for n in unit.sentence.names if n.kind == "person"]
    meant = [n for n in people if any(same_person(p, n.text) for p in question.persons)]
    names = (n.end for n in (meant if question.persons else people))
    return figure.unit == "" and any(unit.sentence.text[end : figure.start] == ", " for end in names)


def _after_another(question: Question, figure: Figure, unit: Unit) -> bool:
    """Tell whether somebody else than is asked about is named last before an age: "Amy’s profile said she was 18"."""
    before = [n for n in unit.sentence.names if n.kind in ("person", "other") and n.end <= figure.start]
    if not question.persons or not before:
        return False
    return not any(same_person(p, before[-1].text) for p in question.persons)


def _of_another(question: Question, figure: Figure, unit: Unit) -> bool:
    """Tell whether an age stands behind the name of somebody else than is asked about: "Pat Christie, 51"."""
    named = _NAMED.search(unit.sentence.text[: figure.start])
    if not question.persons or not named:
        return False
    behind = [n for n in unit.sentence.names if n.kind == "person" and n.end == named.end(1)]
    names = [n.text for n in behind] or [named[1]]
    return not any(same_person(p, n) for p in question.persons for n in names)
