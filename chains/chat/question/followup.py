"""Follow-up questions made self-contained from the talk before: topic, persons and kind of question are carried over."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from presscheck.chains.chat.question.antecedents import Talk, with_persons
from presscheck.chains.chat.question.intents import THAT, job_of
from presscheck.chains.chat.question.reading import Kind, Question, kind_of, read_question
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
_SUBJECT_NP = re.compile(
    r"(?P<aux>\b(?:do|does|did|has|have|had|is|are|was|were|will|would|can|could)\b )(?P<np>(?:the|a|an|its|their|his|her) (?:[\w'’-]+)|(?:[A-Z][\w'’-]+ ?)+)(?= )"
)
_LOCATED = re.compile(
    r"\b(?:in|at|on|from|near|for|to|of|with|by|under|during|after|before) (?=(?:the )?[\w'’-]+)",
    re.IGNORECASE,
)
_LED = re.compile(r"(of|among|for|on) \w", re.IGNORECASE)
_NO_NOUN = re.compile(
    r"\bhow many(?= (?:are|were|is|was|have|has|had|will|would|can|could|did|do)\b)", re.IGNORECASE
)
_OF_THEM = re.compile(r"\bhow many of (?:them|these|those)\b", re.IGNORECASE)
_YEAR = re.compile(r" (?:in|for|during) ((?:19|20)\d\d)\b", re.IGNORECASE)
_NOW = re.compile(r"(?:right )?now|today|currently|at present|at the moment", re.IGNORECASE)
_YEAR_BESIDE = re.compile(
    r"(?:in )?(?:(?:the|a) (?:year (?:before|earlier)|previous year|prior year)|(?P<after>the (?:year after|(?:next|following) year)))(?: that)?",
    re.IGNORECASE,
)
_NOUN_OF = re.compile(r"\b([\w'’-]+) (on|of|in|for|to|at|with|from|against|by|about) ", re.IGNORECASE)
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
    at_another_time = _swap_year(fragment, last.text)
    if not at_another_time and not terms_of(fragment):
        return read_question(fragment)
    text = (
        at_another_time
        or _swap_behind(fragment, last.text)
        or _swap_name(fragment, last.text)
        or _swap_noun(fragment, last)
        or f"{last.text.rstrip('?!. ')} {fragment}?"
    )
    asked = read_question(text, last.kind)
    new = {t.lemma for t in terms_of(fragment)}
    return replace(
        asked,
        terms=tuple(replace(t, weight=max(t.weight, 6.0)) if t.lemma in new else t for t in asked.terms),
    )


def _swap_year(fragment: str, text: str) -> str | None:
    """Put "now" or "the year before" in the place of the year that was asked about."""
    year = _YEAR.search(text)
    if year and _NOW.fullmatch(fragment):
        return text[: year.start()] + text[year.end() :]
    if year and (beside := _YEAR_BESIDE.fullmatch(fragment)):
        return f"{text[: year.start(1)]}{int(year[1]) + (1 if beside['after'] else -1)}{text[year.end(1) :]}"
    return None


def _swap_behind(fragment: str, text: str) -> str | None:
    """Put "the ban on fishing" in the place of "the ban on bathing": what stands before the preposition is the same."""
    led = _LED.match(fragment)
    if led and len(olds := list(re.finditer(rf"(?i)\b{led[1]} (?:the |a |an )?[^,?]+", text))) > 0:
        return f"{text[: olds[-1].start()]}{fragment}?"
    new = _NOUN_OF.search(fragment)
    old = new and re.search(rf"\b{re.escape(new[1])} {new[2]} (?:the |a )?[\w'’-]+", text, re.IGNORECASE)
    return text[: old.start()] + fragment[new.start() :] + text[old.end() :] if new and old else None


def _swap_name(fragment: str, text: str) -> str | None:
    """Put the new name in the place of one of its kind."""
    new = find_names(fragment)
    if not new:
        return None
    for old in reversed(find_names(text)):
        if old.kind == new[0].kind or "other" in (old.kind, new[0].kind):
            return text[: old.start] + new[0].text + text[old.end :]
    return None


def _swap_noun(fragment: str, last: Question) -> str | None:
    """Put the new noun in the place of what was counted, or of the subject."""
    if _LOCATED.match(fragment):
        return None
    plain = re.sub(r"^the ", "", fragment, flags=re.IGNORECASE)
    if last.counted and find_names(fragment) == []:
        swapped = re.sub(
            rf"(?i)\b(how (?:many|much)) [\w'’ -]+?(?= (?:{AUXILIARIES}|in|of|on|at|for)\b|\?|$)",
            rf"\1 {plain}",
            last.text,
        )
        if swapped != last.text:
            return swapped
    swapped = _SUBJECT_NP.sub(lambda m: f"{m['aux']}{fragment}", last.text, count=1)
    return swapped if swapped != last.text else None


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
