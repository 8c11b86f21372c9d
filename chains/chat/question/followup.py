"""Follow-up questions made self-contained from the talk before: topic, persons and kind of question are carried over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from presscheck.chains.chat.question.antecedents import Talk, with_persons
from presscheck.chains.chat.question.intents import THAT, job_of
from presscheck.chains.chat.question.reading import Kind, Question, kind_of, read_question
from presscheck.chains.chat.question.swaps import swapped
from presscheck.chains.chat.question.terms import Term, terms_of
from presscheck.chains.check.words.reading import NAME
from presscheck.models import Message
from presscheck.text.common_words import AUXILIARIES, MODALS
from presscheck.text.names import find_names

_OPENING = re.compile(
    r"^(?:(?:and|but|so|then|ok(?:ay)?|also|well|now|thanks|right)\b[,\s]*)+", re.IGNORECASE
)
_ABOUT = re.compile(r"^(?:what|how) about\b\s*|^and\b\s*", re.IGNORECASE)
_WH = re.compile(r"\b(?:who|whom|whose|what|which|when|where|why|how)\b", re.IGNORECASE)
_VERB = re.compile(
    rf"\b(?:{AUXILIARIES}|{MODALS}|say|said|says|happen\w*|die|died|cost|costs|pays?|paid|wants?|wanted|"
    r"won|lost|lives?|lived|leads?|led|runs?|ran|called|asked|killed|opposed|supported|voted|started|ends?|ended|comes?|came|goes|went|takes?|took|made|makes?|gave|gets?|got)\b",
    re.IGNORECASE,
)
_IT = re.compile(
    r"\b(?:it|its|that|this|these|those|they|them|their|theirs|there|then|the same|one|ones|both|either|else|more|another|others?)\b",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"^(?:(?:sorry|no|oops|wait|actually|pardon|ah|oh)\b[,.!; —-]*)*(?:(?:i|we) (?:meant|mean|was asking about)|not [\w ]{2,30}[,;] ?(?:but )?) ([^.?!;]{2,60})[.?!;]*",
    re.IGNORECASE,
)
"""Takes back what the last question was about: "Sorry, I meant the fire department."."""
_PRONOUN = re.compile(r"\b(?:it|they|he|she|that)\b", re.IGNORECASE)
_BARE = re.compile(
    r"^(?:and |but |so )?(?:(?:since|until|from|to|for|by|at|in) )?(who|when|where|why|how many|how much|how long|how come|what time|which day|what date|how)(?: on)?"
    r"(?: (?:was|is|were|did|does|are|do|will) (?:that|it|this|they|he|she)(?: (?:happen|be|take place|said|do that|happened))?)?\s*\??$",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"\b(?:(?:what|who|where|anything|something|anybody|anyone|how) (?:else|more)|any more|tell me more|say more|more about|another)\b",
    re.IGNORECASE,
)
_BODY = re.compile(
    r"\bthe (?:company|firm|agency|group|organi[sz]ation|party|club|team|airline|charity|union|operator)\b(?! \w+ed\b)",
    re.IGNORECASE,
)
"""Leans on what was said before, if it was spoken of."""
_THIS_WORD = re.compile(
    r"\bthat (?=\w+ (?:is|was|are|were|will|has|have|had|can|could|would|should|did|does)\b)", re.IGNORECASE
)
_NO_NOUN = re.compile(
    r"\bhow many(?= (?:are|were|is|was|have|has|had|will|would|can|could|did|do)\b)", re.IGNORECASE
)
_OF_THEM = re.compile(r"\bhow many of (?:them|these|those)\b", re.IGNORECASE)
LOOKED_BACK = 24
"""Messages of a thread that are read again for a follow-up question."""


def talk_of(before: Sequence[Message]) -> Talk:
    """Return what was said before, each question made self-contained by what came before it."""
    talk = Talk()
    for message in before[-LOOKED_BACK:]:
        talk = (
            replace(talk, replies=(message, *talk.replies))
            if message.role == "assistant"
            else replace(talk, question=_asked_in(message.text, talk) or talk.question)
        )
    return talk


def _asked_in(text: str, talk: Talk) -> Question | None:
    """Return what a message asks about; None for one that only asks for a job."""
    job = job_of(text)
    if job.kind == "ask":
        return None if THAT.match(job.rest) else resolve(job.rest, talk)
    return (
        read_question(job.rest)
        if job.kind in ("brief", "compare", "who", "howmany", "when") and job.rest
        else None
    )


def resolve(text: str, talk: Talk) -> Question:
    """Return a question that needs nothing said before it."""
    if talk.question is None:
        return read_question(text)
    question = _resolved(text, talk)
    return replace(question, skip=talk.shown) if _MORE.search(text) else question


def _resolved(text: str, talk: Talk) -> Question:
    last = talk.question
    if last is None:
        return read_question(text)
    if bare := _BARE.match(text.strip()):
        return replace(_same_about(bare[1], last), last=talk.last)
    if meant := _MEANT.match(text.strip()):
        return _corrected(meant[1].strip(), text.strip()[meant.end() :].strip(), last, talk)
    rest = _ABOUT.sub("", text.strip())
    if rest != text.strip() and _is_fragment(rest):
        return _other_about(rest.rstrip("?!. "), last)
    named = with_persons(text, talk)
    if _leans(text, named):
        return replace(_in_context(named, talk), last=talk.last)
    return read_question(named)


def _corrected(meant: str, asked: str, last: Question, talk: Talk) -> Question:
    """Return the question with what is meant in it: "Sorry, I meant the fire department. How many …?"."""
    if not asked:
        return _other_about(meant, last)
    return _resolved(_PRONOUN.sub(meant, asked, count=1), talk)


def _is_fragment(text: str) -> bool:
    return not _WH.search(text) and not _VERB.search(text) and len(text.split()) <= 7


def _leans(text: str, named: str) -> bool:
    """Tell whether a question needs what was said before beyond the persons already put in."""
    opened = _OPENING.match(text) is not None
    opened = opened or _NO_NOUN.search(text) is not None
    opened = opened or (kind_of(text) != "said" and _BODY.search(text) is not None)
    return opened or named != text or _IT.search(_THIS_WORD.sub("", text)) is not None or not _topic(text)


def _topic(text: str) -> bool:
    """Tell whether a question says what it is about, beyond naming somebody."""
    return any(not t.light and t.kind is not NAME for t in terms_of(text)) or bool(find_names(text)) != (
        kind_of(text) == "said"
    )


def _same_about(wh: str, last: Question) -> Question:
    """Return another question about the same thing: "And when?"."""
    kind: Kind = kind_of(wh)
    return Question(
        text=f"{wh} {last.text}",
        kind=kind,
        terms=tuple(replace(t, taken=True) for t in last.terms),
        context=last.context,
        speaker=None,
    )


def _other_about(fragment: str, last: Question) -> Question:
    """Return the same question about something else: "And in Upper Corran?", "What about the union?"."""
    text = swapped(fragment, last)
    if not text and not terms_of(fragment):
        return read_question(fragment)
    text = text or f"{last.text.rstrip('?!. ')} {fragment}?"
    asked = read_question(text, last.kind)
    new = {t.lemma for t in terms_of(fragment)}
    return replace(
        asked,
        terms=tuple(replace(t, weight=max(t.weight, 6.0)) if t.lemma in new else t for t in asked.terms),
    )


def _in_context(text: str, talk: Talk) -> Question:
    """Return a question with the words of the talk before it as its context."""
    question = read_question(_OPENING.sub("", text))
    last = talk.question
    if last is None:
        return question
    if last.counted and question.kind == "amount" and not question.counted and _NO_NOUN.search(text):
        question = read_question(_NO_NOUN.sub(rf"\g<0> {last.counted}s", question.text, count=1))
    if _OF_THEM.search(text):
        question = replace(question, counting=last.counted)
    if question.kind != "said" and (find_names(last.text) or talk.cited):
        question = replace(question, terms=tuple(_lightened(t, question.text) for t in question.terms))
    own = {t.lemma for t in question.terms}
    around = [*last.terms, *last.context]
    context = {t.lemma: t for t in around if t.lemma not in own and not t.light}
    if not [t for t in question.terms if not t.light]:
        taken = (replace(t, taken=True) for t in context.values())
        return replace(question, terms=(*question.terms, *taken))
    cited = _named_in(talk)
    context |= {t.lemma: t for t in cited if t.lemma not in own}
    return replace(question, context=tuple(context.values()))


def _lightened(term: Term, text: str) -> Term:
    """Return "company" of "the company" as a light word: which one is meant the talk before tells."""
    body = any(term.lemma in m[0].lower() for m in _BODY.finditer(text))
    return replace(term, light=True) if body else term


def _named_in(talk: Talk) -> list[Term]:
    names = (n.text for e in talk.cited for n in find_names(e.text) if n.kind != "person")
    return [replace(t, weight=t.weight / 3) for name in names for t in terms_of(name)]
