"""Whether a sentence tells why: a reason in it, or in the one behind it."""

from __future__ import annotations

import re

from presscheck.chains.chat.evidence.meeting import MET
from presscheck.chains.chat.evidence.units import Unit, leans
from presscheck.chains.chat.kinds.actors import verb_places
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.likeness import likeness
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.check.sources import SourceSentence
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import read_words
from presscheck.text.cues import CUES
from presscheck.text.tokens import tokenize

_BEHIND_SPAN = "".join(
    rf"(?<!{span} )(?<!{span}s )" for span in ("minute", "hour", "day", "week", "month", "year")
)
"""Two days after something is a time, no reason."""
_REASON = re.compile(
    r"\b(?:because|since (?!\d|(?:last|then|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))|due to|owing to|as a result|"
    rf"so that|in order to|caus\w+|led to|{_BEHIND_SPAN}after|reason|to (?:help|make|keep|give|avoid|protect|prevent|ensure|allow)"
    r"|blam\w+|result\w* (?:of|from|in)|triggered|sparked|prompted|forced|thanks to|for fear|given that)\b"
    r"|\b(?:sued?|suing|charged|fined|arrested|jailed|sentenced|criticis\w+|criticiz\w+|fired|dismissed|banned|punish\w+|prais\w+|award\w*|suspend\w+|"
    r"resign\w*|protest\w*|strike|striking|investigat\w+) (?:[\w'’]+ ){0,4}?(?:for|over|after)\b",
    re.IGNORECASE,
)
_ASKED_WHY = re.compile(r"\b(?:why|how come|reasons?|caus\w+|explain|purpose)\b", re.IGNORECASE)
_BRINGS = re.compile(
    r"\b(?:caused|causing|causes|led to|leading to|sparked|sparking|triggered|triggering|prompted|prompting|resulted in|resulting in)\b(?! by\b)(?P<what>(?: [\w'’-]+){1,8})",
    re.IGNORECASE,
)
_ASKS_CAUSE = re.compile(
    r"\bwhat (?:caused|causes|led to|prompted|sparked|triggered|(?:is|was|were|are) the (?:reasons?|causes?))\b",
    re.IGNORECASE,
)
_AFTER = re.compile(r"\bafter(?: [\w'’-]+){1,3}", re.IGNORECASE)
_CAUSES = frozenset("cause lead prompt spark trigger reason".split())
_FOR_THIS = re.compile(
    r"\bfor (?:repairs?|maintenance|safety|security|fear|lack|want|health|financial|political|economic|technical|personal) ?",
    re.IGNORECASE,
)


def tells_why(question: Question, unit: Unit) -> bool:
    """Tell whether a reason stands in the sentence, or in the one behind it."""
    if brings_else(question, unit):
        return False
    behind = " ".join(s.text for s in unit.following[:1])
    if _to_some_end(question, unit):
        return True
    goes_on = any(_goes_on(question, s) for s in unit.following[:1])
    return (
        has_reason(f"{unit.sentence.text} {behind}") or goes_on or _ASKED_WHY.search(unit.asked) is not None
    )


def brings_else(question: Question, unit: Unit) -> bool:
    """Tell whether what a question asks the cause of is only the cause of something else: "a fire, which led to delays"."""
    text = unit.sentence.text
    brought = [m["what"] for m in _BRINGS.finditer(text)]
    if not brought or not _ASKS_CAUSE.search(question.text) or any(_asked(question, w) for w in brought):
        return False
    rest = _AFTER.sub(lambda m: " " if _asked(question, m[0]) else m[0], _BRINGS.sub(" ", text))
    return not has_reason(rest)


def _asked(question: Question, text: str) -> bool:
    """Tell whether a text has a word whose cause is asked for."""
    asked = (t for t in question.terms if not t.light and t.lemma not in _CAUSES)
    return any(likeness(t.lemma, t.kind, words_of(text)) >= MET for t in asked)


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
