"""Whose words a sentence is: spoken, quoted or reported by a person, or told as the word of a source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from presscheck.chains.brief.authors import author_of
from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.check.sources import SourceSentence
from presscheck.text.cues import CUES
from presscheck.text.mentions import Name, Quote
from presscheck.text.names import find_names
from presscheck.text.people import fold, same_person, surname
from presscheck.text.quotes import find_quotes
from presscheck.text.tokens import tokenize
from presscheck.text.words import lemma

BEHIND = 9
"""Words behind a name within which its verb of speech stands: "Petra Lindqvist, who teaches logistics, expects"."""
NAMED_BEFORE = 250
"""Characters before a quotation within which its speaker is named."""
_UNMARKED = re.compile(r"\n\s*[^\s“\"‘']")
"""A paragraph within a quotation that has no mark of its own: the quotation was not closed where it ends."""
_INVERTED = frozenset("said says added wrote asked explained".split())
_SAYS = CUES - frozenset(
    "speak speaks spoke spoken speaking talk talks talked talking read reads begin begins began begun mean means meant want wants wanted know knows knew known thank "
    "thanks thanked thanking welcome welcomes welcomed congratulate congratulates congratulated celebrate celebrates celebrated join joins summon summoned".split()
)
"""Verbs that tell what somebody said, not only that they spoke."""
_REPORTS = {lemma(w) for w in _SAYS if not w.endswith("ing")} | set(
    "estimate believe insist reckon predict expect think accuse reject deny refuse dismiss blame demand welcome criticize criticise call want".split()
)
_QUOTED = re.compile(
    r"[\"“]|[^\"“]{0,200}”|.*\b(?:its|their|his|her) (?:[\w-]+ ){0,3}(?:head|spokes\w+|lawyer|leader|secretary|director|chairman|chief)\b"
)
_MARKS = re.compile(r"[\"“”]")
_BE = frozenset("is are was were be been being".split())
_IT = re.compile(r"(?:It|They)\b")
_TURNS = frozenset(
    "reject deny refuse dismiss welcome criticize criticise condemn praise blame dispute".split()
)
"""Verbs that tell what somebody said to something."""
_OF = re.compile(r" (?:of|for|at) ")
_APPOSED = re.compile(r"^, (?!who\b|and\b)[^,.;“\"]{3,100},(?= )")
"""Says what somebody is: "Carla Brenn, senior counsel at the Center for Rivers, told …"."""
_BEFORE_NOUN = frozenset("the a an his her its their this that of no any some more".split())
_HE = re.compile(
    r"^[\"“]?(?:(?:[A-Z]\w+ ){1,4}|(?:In|At|On|After|By|For|With) [\w ,]{1,30})?(?:he|she|they|He|She|They)\b"
)


@lru_cache(maxsize=256)
def _quotes(text: str) -> tuple[Quote, ...]:
    return tuple(find_quotes(text))


def quotes(person: str, sentence: SourceSentence, text: str) -> bool:
    """Tell whether a sentence holds the person's words between quotation marks, or was spoken by them."""
    if sentence.speaker:
        return True
    return any(
        q.start < sentence.end
        and sentence.start < q.end
        and q.speaker is not None
        and same_person(person, q.speaker)
        for q in _quotes(text)
    )


def quoted_here(sentence: SourceSentence, text: str) -> str:
    """Return whose words an article puts between quotation marks where a sentence begins, "" for nobody's."""
    if sentence.speaker:
        return ""
    return next((q.speaker or "" for q in _direct(text) if q.start - 2 <= sentence.start < q.end), "")


def throughout(text: str, start: int, end: int) -> str:
    """Return whose direct words all of these characters of an article are, "" where any are not or nobody is known."""
    found = (q.speaker or "" for q in _direct(text) if q.start - 1 <= start and end <= q.end + 1)
    return next((speaker for speaker in found if speaker[:1].isupper()), "")


@lru_cache(maxsize=256)
def _direct(text: str) -> tuple[Quote, ...]:
    return tuple(q for q in _quotes(text) if q.kind == "direct" and q.speaker and _surely(q, text))


def _surely(quote: Quote, text: str) -> bool:
    """Tell whether who is named for a quotation stands before it or in its own sentence: behind a full stop another may begin."""
    name = fold(surname(quote.speaker or ""))
    inner = text[quote.start : quote.end].rstrip("”\"’' ")
    if _UNMARKED.search(inner):
        return False
    return inner[-1:] != "." or name in fold(text[max(0, quote.start - NAMED_BEFORE) : quote.end])


def said_by(person: str, sentence: SourceSentence, before: Sequence[SourceSentence], text: str) -> bool:
    """Tell whether a sentence gives the person's words: spoken, quoted, or reported. `text` is the whole article."""
    if sentence.speaker:
        return same_person(person, sentence.speaker)
    author = author_of(sentence.head.title or "")
    quoted = [q for q in _quotes(text) if q.start < sentence.end and sentence.start < q.end]
    if any(q.speaker and same_person(person, q.speaker) and _surely(q, text) for q in quoted):
        return True
    sure = [q for q in quoted if q.speaker and _surely(q, text)]
    if quoted and not sure and before and _MARKS.match(sentence.text):  # one quotation goes on from another
        last = before[-1]
        theirs = [q for q in _direct(text) if q.start < last.end and last.start < q.end]
        return any(same_person(person, q.speaker or "") for q in theirs)
    if quoted and all(q.speaker and not same_person(person, q.speaker) for q in quoted):
        return False
    if author and not quoted and same_person(person, author):
        return True
    family = fold(surname(person))
    within = [n for n in find_names(text) if sentence.start <= n.start < sentence.end]
    here = [n for n in within if (n.kind == "person" or fold(n.text) == family) and _is(person, n)]
    return any(_reports(n, sentence, text) for n in here) or _goes_on(person, sentence, before, text)


def tells_of(subject: str, sentence: SourceSentence, before: Sequence[SourceSentence]) -> bool:
    """Tell whether a sentence gives the words of "the prosecutor", who is not named: a verb of speech stands beside."""
    wanted = words_of(subject)
    if wanted <= words_of(sentence.speaker or ""):
        return True
    goes_on = before and (
        _HE.match(sentence.text) or _QUOTED.match(sentence.text) or _IT.match(sentence.text)
    )
    return any(told_by(subject, s) for s in (sentence, *(before[-1:] if goes_on else ())))


def told_by(source: str, sentence: SourceSentence) -> bool:
    """Tell whether a sentence is told as the word of a source: "Russia says it was shot down"."""
    wanted = words_of(source)
    if wanted <= words_of(sentence.speaker or ""):
        return True
    words = _words(sentence.text)
    heads = words_of(_OF.split(source)[0].split()[-1]) or wanted
    places = [i for i, w in enumerate(words) if lemma(w) in heads and not _spoken_to(words, i)]
    return any(
        any(lemma(w) in _REPORTS for w in words[i + 1 : i + BEHIND])
        or "according" in words[max(0, i - 6) : i]
        or {"said", "by"} & set(words[max(0, i - 3) : i])
        for i in places
    )


def _spoken_to(words: Sequence[str], place: int) -> bool:
    """Tell whether somebody is only spoken to or about: "I talked to Governor Reyes"."""
    near = set(words[max(0, place - 2) : place])
    return bool(near & {"to", "with", "about"}) and "according" not in words[max(0, place - 6) : place]


def told_further(unit: Unit) -> bool:
    """Tell whether the next sentence gives what somebody says here without their words: "criticised it. He said that …"."""
    behind = unit.following[:1]
    short = unit.sentence.speaker is None and not _MARKS.search(unit.sentence.text)
    return short and any(_HE.match(s.text) and _has_cue(s.text) for s in behind)


def _says_so(behind: Sequence[str]) -> bool:
    said = (i for i, w in enumerate(behind) if w in _SAYS or lemma(w) in _TURNS)
    return any(not _a_noun(behind[:i]) and not _BE & set(behind[max(0, i - 1) : i]) for i in said)


def _is(person: str, name: Name) -> bool:
    return same_person(person, name.canonical or name.text)


def _goes_on(person: str, sentence: SourceSentence, before: Sequence[SourceSentence], text: str) -> bool:
    """Tell whether "He added that …" stands behind a sentence that names the person."""
    if not before or not _HE.match(sentence.text) or not _has_cue(sentence.text):
        return False
    last = [n for n in find_names(text) if before[-1].start <= n.start < before[-1].end]
    people = [n for n in last if n.kind == "person" or fold(n.text) == fold(surname(person))]
    return bool(people) and _is(person, people[-1])


def _reports(name: Name, sentence: SourceSentence, text: str) -> bool:
    """Tell whether a verb of speech stands behind the person's name, or "said" before it."""
    rest = text[name.end : sentence.end]
    told = any(_says_so(_words(said)[:BEHIND]) for said in (rest, _APPOSED.sub("", rest)))
    start = name.start - len(name.title or "")
    ahead = _words(text[sentence.start : start])[-4:]
    return told or "according" in ahead or any(w in _INVERTED for w in ahead[-2:])


def _words(text: str) -> list[str]:
    return [t.text.lower() for t in tokenize(text) if t.is_word]


def _a_noun(before: Sequence[str]) -> bool:
    """Tell whether the word behind these is a noun: "the 410 volunteers"."""
    return bool(before) and (before[-1][0].isdigit() or before[-1] in _BEFORE_NOUN)


def _has_cue(text: str) -> bool:
    return any(t.text.lower() in _SAYS for t in tokenize(text))
