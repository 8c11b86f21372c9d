"""Answers that give none: "I'm not going to speculate about that"."""

from __future__ import annotations

import re

from presscheck.chains.chat.question.reading import Question
from presscheck.chains.check.statements.hearsay import DENIED
from presscheck.chains.check.words.reading import NAME, STOP, read_words

_EVASIVE = re.compile(
    r"\b(?:not going to|going to (?:decline|refer)|can(?:no|['’])t (?:comment|speculate|give|say|speak|tell|discuss|get into|go into)|cannot (?:comment|say|tell)|no comment|"
    r"(?:don['’]t|do not|never) comment|(?:have|need) to (?:look|check|get back|find) |(?:don['’]t|do not) have (?:it|that|them)\b|"
    r"declin\w+ to|don['’]t (?:have (?:any|a|an|the|that|those|anything|much|more|details?|specifics)|know(?! that\b))|won['’]t (?:speculate|comment|discuss|get|go)|"
    r"would(?:n['’]t| not) (?:comment|speculate|say)|refer you|get back to you|no decision has|not aware of|too early to|nothing to announce|unable to|"
    r"(?:do|did|does) not know|not in a position|leave (?:that|it) to|not (?:negotiate|speculate|comment)|"
    r"(?:that|it)['’]?s? (?:is )?a matter for|(?:don['’]t|not) (?:want|like|going) to (?:go into|get into|talk about|discuss|speak|speculate)|"
    r"(?:that|it)['’]?s? (?:is )?(?:for|up to) (?:the )?\w+ to (?:decide|say|answer)|(?:won['’]t|don['’]t want to|not) get ahead of|that depends|it depends|depends on)\b",
    re.IGNORECASE,
)


def evasive(text: str) -> bool:
    """Tell whether a sentence says that there is no answer."""
    return _EVASIVE.search(text) is not None


_UNTOLD = re.compile(
    r"\b(?:(?:would|did|could|will) not|(?:would|did|could|wo)n['’]t|declin\w+ to|refus\w+ to) (?:say|comment|confirm|disclose|reveal|discuss|name)\b"
    r"|\bcan(?:no|['’])t (?:say|comment|confirm|discuss)\b|\bno word on\b|\b(?:unclear|not (?:yet )?(?:clear|known)|unknown) (?:whether|if|who|how|what|when|where|why)\b",
    re.IGNORECASE,
)


def untold(text: str) -> bool:
    """Tell whether a sentence only tells that somebody gave no answer: "would not say whether there is a suspect"."""
    return _UNTOLD.search(text) is not None


_PROCEDURAL = re.compile(
    r"^\W*(?:(?:so|well|look|yeah|yes|okay|ok|sure|right|and|but|again|you know|no)\b[,\s—-]*)*(?:why don['’]t we|let me|let['’]s|i['’]ll (?:turn|let|start|go|take|have|just)|"
    r"what i (?:will|can|would) say|thank you|thanks|welcome\b|go ahead|next question|(?:i|we)['’]ve been (?:very )?clear|i think i['’]ve|that['’]s a (?:good|great|fair) question|"
    r"i know (?:that )?(?:you|many of you|some of you)\b[^.]{0,30}\b(?:asking|asked|wondering|interested)|i appreciate|i['’]m going to (?:take a step|let|start|turn)|good (?:morning|afternoon|evening|question))",
    re.IGNORECASE,
)


def procedural(text: str) -> bool:
    """Tell whether a sentence only leads over to what is said next: "Look, what I will say is this."."""
    return _PROCEDURAL.search(text) is not None


def names_only(text: str, *, spoken: bool) -> bool:
    """Tell whether a sentence only calls somebody up, "So, Dr. Walensky and then Dr. Fauci.", or names a place."""
    if text.isupper() and not spoken:
        return True
    words = read_words(text)
    plain = [
        words.kinds[i]
        for i in range(len(words))
        if words.kinds[i] is not STOP and words.lemmas[i] not in _CALLS
    ]
    return (
        bool(plain) and all(kind is NAME for kind in plain) and (not spoken or len(words) >= len(plain) + 2)
    )


_CALLS = frozenset("okay ok thanks thank dr mr ms doctor next go ahead yes sure".split())


def denied(question: Question, text: str) -> bool:
    """Tell whether what the question asks about stands behind "denied": "denied that its lines had started the fire"."""
    words = read_words(text)
    places = [i for i, lemma in enumerate(words.lemmas) if lemma in DENIED]
    asked = {t.lemma for t in question.terms if t.predicate}
    return bool(places) and bool(asked & set(words.lemmas[places[0] :]))
