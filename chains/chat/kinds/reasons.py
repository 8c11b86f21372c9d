"""Whether a sentence tells why: a reason in it, or in the one behind it."""

from __future__ import annotations

import re

from presscheck.chains.chat.evidence.units import Unit, leans
from presscheck.chains.chat.kinds.actors import verb_places
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.check.sources import SourceSentence
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import read_words
from presscheck.text.cues import CUES
from presscheck.text.tokens import tokenize

_REASON = re.compile(
    r"\b(?:because|since (?!\d|(?:last|then|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))|due to|owing to|as a result|"
    r"so that|in order to|caus\w+|led to|after|reason|to (?:help|make|keep|give|avoid|protect|prevent|ensure|allow)"
    r"|blam\w+|result\w* (?:of|from|in)|triggered|sparked|prompted|thanks to|for fear|given that)\b"
    r"|\b(?:sued?|suing|charged|fined|arrested|jailed|sentenced|criticis\w+|criticiz\w+|fired|dismissed|banned|punish\w+|prais\w+|award\w*|suspend\w+|"
    r"resign\w*|protest\w*|strike|striking|investigat\w+) (?:[\w'’]+ ){0,4}?(?:for|over|after)\b",
    re.IGNORECASE,
)
_ASKED_WHY = re.compile(r"\b(?:why|how come|reasons?|caus\w+|explain|purpose)\b", re.IGNORECASE)
_FOR_THIS = re.compile(
    r"\bfor (?:repairs?|maintenance|safety|security|fear|lack|want|health|financial|political|economic|technical|personal) ?",
    re.IGNORECASE,
)


def tells_why(question: Question, unit: Unit) -> bool:
    """Tell whether a reason stands in the sentence, or in the one behind it."""
    behind = " ".join(s.text for s in unit.following[:1])
    if _to_some_end(question, unit):
        return True
    goes_on = any(_goes_on(question, s) for s in unit.following[:1])
    return (
        has_reason(f"{unit.sentence.text} {behind}") or goes_on or _ASKED_WHY.search(unit.asked) is not None
    )


def _to_some_end(question: Question, unit: Unit) -> bool:
    """Tell whether a purpose stands behind what happened: "left the group to focus on a family"."""
    words = read_words(unit.sentence.text)
    if _FOR_THIS.search(unit.sentence.text):
        return True
    return any(
        words.forms[j] == "to" and "v" in lexicon.parts(words.lemmas[j + 1])
        for i in verb_places(question, words)
        for j in range(i + 2, min(i + 8, len(words) - 1))
    )


def _goes_on(question: Question, sentence: SourceSentence) -> bool:
    """Tell whether the next sentence gives what the one spoken of says: "He said that …"."""
    same = leans(sentence) or any(words_of(n.text) & question.words for n in sentence.names)
    return same and any(t.text.lower() in CUES for t in tokenize(sentence.text))


def has_reason(text: str) -> bool:
    """Tell whether a text gives a reason."""
    return _REASON.search(text) is not None
