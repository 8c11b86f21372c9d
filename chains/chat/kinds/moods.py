"""Whether what a question asks about has happened, or a sentence only says that it may."""

from __future__ import annotations

import re

from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.kinds.actors import verb_places
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.check.words.reading import Words, read_words

_DONE = re.compile(r"\b(?:did|was|were|has|have|had)\b", re.IGNORECASE)
_OPEN = re.compile(r"\b(?:can|could|might|may|would|should|must|will)\b", re.IGNORECASE)
_MODALS = frozenset("might may could would should will shall".split())
_AIMS = frozenset("want plan hope threaten intend expect aim consider attempt try struggle".split())
_ORDERS = frozenset("order ask tell instruct oblige allow".split())
_MUST = frozenset(("need", "have"))
_WISHES = frozenset("demand seek urge request propose await refuse".split())
_GETS = re.compile(r"\b(?:get|got|receive|received|obtain|obtained)\b", re.IGNORECASE)
_WANTS = re.compile(
    r"\b(?:needs?|insist\w*|wants?|wanted|demand\w*|asks? for|asked for|seeks?|sought|requested)\b",
    re.IGNORECASE,
)
_YET_TO = re.compile(r"\byet to (?:be )?$", re.IGNORECASE)
"""Here it is told that it has not happened."""
_IF = re.compile(
    r"\b(?:(?:if|whether|as soon as|once|until)\b[^,;]*|(?:unless|in (?:the event|case)|provided)\b[^;]*)$",
    re.IGNORECASE,
)
"""What follows may happen, or not."""
_PROPOSES = re.compile(r"\b(?:recommend|propos|suggest|demand|urg|advis)\w* (?:that|\w+ to)\b", re.IGNORECASE)
WISHED = 9
"""The same for a wish: "calling on the House to pass the bill"."""
REACH = 4
"""Words before a verb among which its modal stands."""


def only_possible(question: Question, unit: Unit) -> bool:
    """Tell whether the question is for what happened and the sentence says that it might, or will: "might have to cut power"."""
    if not _DONE.search(question.text) or _OPEN.search(question.text):
        return False
    text = " ".join(s.text for s in (*unit.leaned_on, unit.sentence))
    words = read_words(text)
    places = verb_places(question, words)
    if not places and _GETS.search(question.text) and _WANTS.search(text):
        return True
    if not places:
        return _PROPOSES.search(text) is not None
    if any(_YET_TO.search(text[: words.starts[i]]) for i in places):
        return question.kind != "whether"
    return all(_unreal(text, words, i) for i in places)


def _unreal(text: str, words: Words, place: int) -> bool:
    """Tell whether a verb only says what may, should or is meant to happen."""
    near, far = range(max(0, place - REACH), place), range(max(0, place - WISHED), place)
    modal = any(words.forms[i] in _MODALS for i in near)
    to_be = words.forms[max(0, place - 2) : place] == ["to", "be"]
    ordered = place > 0 and words.forms[place - 1] == "to" and any(words.lemmas[i] in _ORDERS for i in far)
    wished = any(words.lemmas[i] in _WISHES or _calls_for(words, i) for i in far)
    aimed = any(words.lemmas[i] in _AIMS and "to" in words.forms[i:place] for i in near)
    must = any(words.lemmas[i] in _MUST and words.forms[i + 1] == "to" for i in near)
    if_so = _IF.search(text[: words.starts[place]]) is not None
    return modal or to_be or ordered or wished or aimed or must or if_so


def _calls_for(words: Words, place: int) -> bool:
    return words.lemmas[place] in ("call", "file", "apply") and words.forms[place + 1] in ("on", "for")
