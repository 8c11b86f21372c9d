"""Whether a sentence tells where: a named place, or one such as "in the barn"."""

from __future__ import annotations

import re

from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.kinds.actors import verb_places
from presscheck.chains.chat.kinds.whens import verb_between
from presscheck.chains.chat.kinds.whos import names_new
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.check.words.reading import read_words
from presscheck.text.date_words import MONTH_NAMES, WEEKDAY_NAMES

PLACE = re.compile(
    r"\b(?:in|at|near|on|outside|inside|across|from|to|around|along|above|below|through) (?:the )?(?:[a-z]\w+ )?([A-Z]\w+)"
)
_DAYS = words_of(" ".join((*MONTH_NAMES, *WEEKDAY_NAMES)))
_BOUND = re.compile(
    r"\bwhere\b.*\b(?:go|goes|going|went|gone|head\w*|travel\w*|bound|fly|flying|flew|sail\w*|moved?|moving|taken|sent|brought)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|for|towards?|into) (?:(?:the )?[A-Z]|(?:the|a|an|two|three|four|five|several|other|another)\b)"
)
_FROM = re.compile(r"\bwhere (?:is|was|are|were|do|does|did) .* from\b", re.IGNORECASE)
_OF = re.compile(r"(?:, \d{1,3})?,? (?:of|from) (?:the )?[A-Z]")
_UNIT = r" (?:kilo|met|mile|feet|knots|percent|degrees|dollars|euros|years|days|hours|minutes)"
AT = re.compile(
    r"\b(?:left|fled|entered|reached|crossed) (?:the|a|an|his|her|its|their) \w+|"
    r"(?!\w+ (?:\w+ )?(?:\d+\w+|first|second|third|last|past|same) (?:time|century|year|week|month|day|half|minute|try|place)\b)"
    r"\b(?:in|at|near|inside|outside|across|on board|aboard|to|into|from|on|above|below|under|behind) (?:the|a|an|all|any|his|her|its|their|every|\d[\d,.]*(?!{_UNIT})|two|three|four|five|six|seven|eight|nine|ten) \w+",
    re.IGNORECASE,
)
AT_SOME = re.compile(
    r"\b(?:in|at|inside|into) (?!(?:\w+ )?(?:times|terms|years|weeks|days|months|hours|minutes|seconds|cases|talks|numbers|others|things|dollars|euros|charges|details|plans|reports|costs|sales|prices)\b)(?:[a-z]+ )?[a-z]{3,}s\b"
)
"""A place in the plural, without an article: "in libraries and schools"."""


def tells_where(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence names a place, or says "in the barn"."""
    return named_place(question, unit) or any(p.search(unit.sentence.text) for p in (AT, AT_SOME))


def named_place(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence names a place that the question does not."""
    known = words_of(question.text) | _DAYS
    if _FROM.search(question.text) and any(
        n.kind == "person" and _OF.match(unit.sentence.text[n.end :]) for n in unit.sentence.names
    ):
        return True
    return names_new(question, unit, ("place",)) or any(
        not words_of(m[1]) <= known for m in PLACE.finditer(unit.sentence.text)
    )


def placed(question: Question, unit: Unit) -> bool:
    """Tell whether a place belongs to what the question is about: no other verb stands between."""
    text = unit.sentence.text
    words = read_words(text)
    spans = [m.span() for pattern in (PLACE, AT) for m in pattern.finditer(text)]
    return any(
        not verb_between(words, i, *span) for i in verb_places(question, words, text) for span in spans
    )


def leads_to(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence says "to Torrance" where it is asked where somebody goes."""
    return _BOUND.search(question.text) is not None and _TO.search(unit.sentence.text) is not None
