"""Whether a sentence holds the kind of thing that is asked for: an amount, a time, a person, a place, a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from presscheck.chains.chat.actors import SOMEBODY, acts, verb_places
from presscheck.chains.chat.aliases import words_of
from presscheck.chains.chat.amounts import asked_figures, holds_amount
from presscheck.chains.chat.fitting import MET, direct
from presscheck.chains.chat.likeness import likeness
from presscheck.chains.chat.persons import bearers, tells_of, told_by
from presscheck.chains.chat.question import Kind, Question
from presscheck.chains.chat.units import Unit, leans
from presscheck.chains.check.sources import SourceSentence
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import Words, read_words
from presscheck.text.cues import CUES
from presscheck.text.mentions import Name
from presscheck.text.names import find_names
from presscheck.text.tokens import tokenize

_REASON = re.compile(
    r"\b(?:because|since (?!\d|(?:last|then|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun))|due to|owing to|as a result|"
    r"so that|in order to|caus\w+|led to|after|reason|to (?:help|make|keep|give|avoid|protect|prevent|ensure|allow)"
    r"|blam\w+|result\w* (?:of|from|in)|triggered|sparked|prompted|thanks to|for fear|given that)\b"
    r"|\b(?:sued?|suing|charged|fined|arrested|jailed|sentenced|criticis\w+|criticiz\w+|fired|dismissed|banned|punish\w+|prais\w+|award\w*|suspend\w+|"
    r"resign\w*|protest\w*|strike|striking|investigat\w+) (?:[\w'’]+ ){0,4}?(?:for|over|after)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|at|near|on|outside|inside|across|from|to|around|along|above|below|through) (?:the )?(?:[a-z]\w+ )?([A-Z]\w+)"
)
_MONTHS = words_of(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
_FUTURE = re.compile(
    r"\b(?:will|would|plans?|expect\w*|scheduled|to be|going to|next|upcoming|due|begins?|starts?|until|shall|intends?|aims?|plann\w+|(?:is|are|set) to)\b",
    re.IGNORECASE,
)
_BOUND = re.compile(
    r"\bwhere\b.*\b(?:go|goes|going|went|gone|head\w*|travel\w*|bound|fly|flying|flew|sail\w*|moved?|moving|taken|sent|brought)\b",
    re.IGNORECASE,
)
_TO = re.compile(
    r"\b(?:to|for|towards?|into) (?:(?:the )?[A-Z]|(?:the|a|an|two|three|four|five|several|other|another)\b)"
)
_EARLIER = re.compile(r"\b(?:last|previous|earlier|former|first|before)\b", re.IGNORECASE)
_BE = frozenset("is are was were".split())
_HAPPENED = re.compile(r"\bwhat (?:has |will )?happen(?:ed)? to ([\w'’ -]{2,40})", re.IGNORECASE)
_FROM = re.compile(r"\bwhere (?:is|was|are|were|do|does|did) .* from\b", re.IGNORECASE)
_OF = re.compile(r"(?:, \d{1,3})?,? (?:of|from) (?:the )?[A-Z]")
_WILL = re.compile(r"\b(?:will|going to)\b", re.IGNORECASE)
_DAY = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\b|\d/\d|\d-\d", re.IGNORECASE)
"""In a date: it says the month, not only a weekday or a year."""
_AHEAD = re.compile(r"\bwhen (?:will|do|does|can|should)\b", re.IGNORECASE)
_UNIT = r" (?:kilo|met|mile|feet|knots|percent|degrees|dollars|euros|years|days|hours|minutes)"
_AT = re.compile(
    r"\b(?:left|fled|entered|reached|crossed) (?:the|a|an|his|her|its|their) \w+|"
    r"(?!\w+ (?:\w+ )?(?:\d+\w+|first|second|third|last|past|same) (?:time|century|year|week|month|day|half|minute|try|place)\b)"
    r"\b(?:in|at|near|inside|outside|across|on board|aboard|to|into|from|on|above|below|under|behind) (?:the|a|an|all|any|his|her|its|their|every|\d[\d,.]*(?!{_UNIT})|two|three|four|five|six|seven|eight|nine|ten) \w+",
    re.IGNORECASE,
)
_AT_SOME = re.compile(
    r"\b(?:in|at|inside|into) (?!(?:\w+ )?(?:times|terms|years|weeks|days|months|hours|minutes|seconds|cases|talks|numbers|others|things|dollars|euros|charges|details|plans|reports|costs|sales|prices)\b)(?:[a-z]+ )?[a-z]{3,}s\b"
)
"""A place in the plural, without an article: "in libraries and schools"."""
_ACTOR = re.compile(
    r"\b(?:the|its|his|her|their|a|two|three|some) (?:\w+ )?(?:state|government|city|county|company|council|union|agency|police|army|ministry|department|authority|court|"
    r"parliament|party|bank|board|school|hospital|family|students?|workers?|residents?|volunteers?|owners?|taxpayers?|committee|team|club|firm|industry|service|government|office|foundation|association|church|"
    r"engineers?|doctors?|teachers?|lawyers?|experts?|neighbou?rs?|firefighters?|soldiers?)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^\W*(?:and |so )?(?:who(?:['’]s| is| was| are| were| will be)|what(?:['’]s| is| was) the name of) (?:the |a |an )?((?:(?! who | that )[^?]){1,60})"
    r"|^\W*(?:and |so )?what(?:['’]s| is| was) (?:the |his |her |their )?([^?]{1,50}?)(?:['’]s|s['’]) names?\b",
    re.IGNORECASE,
)
_NO_ROLE = re.compile(
    r"(?:\w+ed|\w+en|hurt|hit|shot|sent|held|caught|found|left|against|for|in|on|at|to|behind|responsible|going|there|\w+ing)\b",
    re.IGNORECASE,
)
"""Behind "who is" these name no role: "who was arrested", "who is against it"."""
_ATTRIBUTED = re.compile(r"\b(?:according to|said|says|told) (?:[\w'’-]+ ){0,3}$", re.IGNORECASE)
_SAID = re.compile(
    r"(?:(?: of| from| at) [^,.]{2,40})?(?:, [^,.]{2,40})?,? (?:said|says|told|called|warned|added|promised|announced|explained|claimed|wrote|insisted|stressed|confirmed)\b"
)
_INITIALS = re.compile(r"(?:[A-Z]\.)+")
_MANNER = re.compile(r"\bhow (?:did|do|does|was|were|is|are|can|could|will|would|has|have)\b", re.IGNORECASE)
_MEANS = re.compile(
    r"\b(?:by|through|via|using|use[sd]?|with|without|when|after|because|from|of|thanks to|cut|broke|climbed|called?|online|only|into|instead)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\b(?:result|outcome|verdict)\b", re.IGNORECASE)
_SCORE = re.compile(r"\bwhat (?:was|is) the (?:final )?score\b", re.IGNORECASE)
_DECIDED = re.compile(
    r"\b(?:pass\w*|adopt\w*|approv\w*|reject\w*|w[io]n|lost|defeat\w*|beat|guilty|acquit\w*|convict\w*|fail\w*|elected|found|positive|negative)\b",
    re.IGNORECASE,
)
_FOR_THIS = re.compile(
    r"\bfor (?:repairs?|maintenance|safety|security|fear|lack|want|health|financial|political|economic|technical|personal) ?",
    re.IGNORECASE,
)
_NAME_ASKED = re.compile(r"\bnames?\b", re.IGNORECASE)
_BY = re.compile(r"\bby (?:the|a|an|its|his|her|their|one|two|three|\d+) \w+", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:I|we|my|our|us|me)\b")
_CLOCK = re.compile(r"\b(?:what|which) (?:time|hour)\b", re.IGNORECASE)


def holds(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence holds the kind of thing that is asked for."""
    test = _TESTS.get(question.kind)
    told = not question.according or told_by(question.according, unit.sentence)
    return told and (test is None or test(question, unit))


def _when(question: Question, unit: Unit) -> bool:
    kinds = ("time",) if _CLOCK.search(question.text) else ("date", "time", "range")
    if not any(d.kind in kinds for d in unit.sentence.dates) or direct(question, unit):
        return direct(question, unit)
    ahead = _FUTURE.search(unit.sentence.text) is not None or _after_it(unit)
    return _AHEAD.search(question.text) is None or ahead


def _after_it(unit: Unit) -> bool:
    """Tell whether a date of the sentence lies after the day on which the source came out."""
    published = unit.sentence.head.published
    return published is not None and any(
        d.low is not None and d.low.date() > published.date() for d in unit.sentence.dates
    )


def _role(question: Question) -> frozenset[str]:
    """Return the words of the role whose bearer is asked for: "who is the director of the museum"; names don't count."""
    found = _ROLE.search(question.text)
    role = found[1] or found[2] if found else ""
    if not role or _NO_ROLE.match(role):
        return frozenset()
    named = frozenset().union(*(words_of(n.text) for n in find_names(role)))
    return words_of(role) - named - words_of(" ".join(t.lemma for t in question.terms if t.hard))


def _who(question: Question, unit: Unit) -> bool:
    if role := _role(question):
        return any(bearers(unit.sentence, role))
    sure = acts(question, unit) if question.kind == "who" else None
    if _NAME_ASKED.search(question.text):
        return sure != 0 and any(
            n.kind == "person" and not _speaks(n, unit.sentence.text)
            for n in unit.sentence.names
            if not words_of(n.text) <= words_of(question.text)
        )
    if sure is not None:
        return sure > 0
    speaker = unit.sentence.speaker or ""
    tells_of_self = _FIRST.search(unit.sentence.text) is not None or question.kind == "who said"
    return (
        _names(question, unit, ("person", "organisation", "other"))
        or (tells_of_self and not words_of(speaker) <= words_of(question.text))
        or any(p.search(unit.sentence.text) for p in (_ACTOR, _BY, SOMEBODY))
    )


def _speaks(name: Name, text: str) -> bool:
    """Tell whether a name is only that of who says so."""
    told = _ATTRIBUTED.search(text[max(0, name.start - 40) : name.start])
    behind = [t.text.lower() for t in tokenize(text[name.end : name.end + 40]) if t.is_word][:1]
    return told is not None or _SAID.match(text[name.end :]) is not None or bool(CUES.intersection(behind))


def _names(question: Question, unit: Unit, kinds: Collection[str]) -> bool:
    """Tell whether the sentence names something of these kinds that the question doesn't."""
    known = words_of(question.text)
    return any(
        n.kind in kinds and not words_of(n.text) <= known and not _INITIALS.fullmatch(n.text)
        for n in unit.sentence.names
    )


def _where(question: Question, unit: Unit) -> bool:
    return _named_place(question, unit) or any(p.search(unit.sentence.text) for p in (_AT, _AT_SOME))


def _named_place(question: Question, unit: Unit) -> bool:
    known = words_of(question.text) | _MONTHS
    if _FROM.search(question.text) and any(
        n.kind == "person" and _OF.match(unit.sentence.text[n.end :]) for n in unit.sentence.names
    ):
        return True
    return _names(question, unit, ("place",)) or any(
        not words_of(m[1]) <= known for m in _PLACE.finditer(unit.sentence.text)
    )


def strength(question: Question, unit: Unit) -> int:
    """Return how surely the sentence holds what is asked for: a figure rather than "many", a name rather than "the company"."""
    if question.kind == "amount":
        return int(bool(asked_figures(question, unit)))
    if question.kind == "when":
        return 2 * _dated(question, unit) or int(exactly(question, unit))
    if question.kind == "what" and (who := _HAPPENED.search(question.text)):
        noun = re.escape(who[1].split()[-1])
        return int(
            re.search(
                rf"(?i)\b{noun}\b[^.;]{{0,30}}?\b(?:was|were|has|have|had|will) (?:\w+ly )?\w+(?:ed|en|t)\b",
                unit.sentence.text,
            )
            is not None
        )
    if question.kind == "where":
        bound = _BOUND.search(question.text) is not None and _TO.search(unit.sentence.text) is not None
        return int(_named_place(question, unit)) + bound
    if question.kind == "who":
        role = _role(question)
        borne = bool(role) and any(bearers(unit.sentence, role))
        return 2 * borne + (acts(question, unit) or 0) + _names(question, unit, ("person",))
    return 0


def _dated(question: Question, unit: Unit) -> bool:
    """Tell whether a date belongs to what the question is about: no other verb stands between."""
    words = read_words(unit.sentence.text)
    places = verb_places(question, words, unit.sentence.text)
    dates = [d for d in unit.sentence.dates if d.kind in ("date", "range", "time")]
    return any(not _verb_between(words, i, d.start, d.end) for i in places for d in dates)


def _verb_between(words: Words, place: int, start: int, end: int) -> bool:
    between = [
        i
        for i in range(len(words))
        if (words.starts[place] < words.starts[i] < start) or (end <= words.starts[i] < words.starts[place])
    ]
    return any(
        words.forms[i] in _BE or (words.forms[i].endswith("ed") and "v" in lexicon.parts(words.lemmas[i]))
        for i in between
    )


def exactly(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence that is asked when says the day or the month, not only "after Christmas"."""
    return question.kind == "when" and any(_DAY.search(d.text) for d in unit.sentence.dates)


def in_time(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence tells what is ahead, where that is asked for."""
    return _WILL.search(question.text) is None or _FUTURE.search(unit.sentence.text) is not None


def another(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence tells of an earlier one of what is asked about: "the last strike, in 2016"."""
    nouns = [re.escape(t.lemma) for t in question.terms if not t.light and len(t.lemma) > 2]
    if _EARLIER.search(question.text) or not nouns:
        return False
    pattern = rf"(?i)\b(?:last|previous|earlier|former|first) (?:{'|'.join(nouns)})"
    return re.search(pattern, unit.sentence.text) is not None


def closeness(question: Question, unit: Unit) -> float:
    """Return how near what is asked for stands to the question's words in the sentence, from 0 to 1."""
    spans = _spans(question, unit)
    words = read_words(unit.sentence.text)
    places = [
        [i for i in words.content if likeness(t.lemma, t.kind, {words.lemmas[i]}) >= MET]
        for t in question.terms
        if not t.light
    ]
    met = [p for p in places if p]
    if not spans or not met:
        return 0.0
    at = [[i for i in range(len(words)) if words.starts[i] < b and a < words.ends[i]] for a, b in spans]
    near = (sum(_nearness(p, span) for p in met) for span in at if span)
    return max(near, default=0.0) / len(places)


def _nearness(places: Sequence[int], span: Sequence[int]) -> float:
    apart = min(abs(i - j) for i in places for j in span)
    return 1 / (1 + max(0, apart - 1) / 4)


def _spans(question: Question, unit: Unit) -> list[tuple[int, int]]:
    """Return where the sentence holds what is asked for."""
    sentence = unit.sentence
    if question.kind == "amount":
        found = [(f.start, f.end) for f in asked_figures(question, unit)]
        return found or [(d.start, d.end) for d in sentence.dates if "how long" in question.text.lower()]
    if question.kind == "when":
        return [(d.start, d.end) for d in sentence.dates if d.kind in ("date", "time", "range")]
    if question.kind == "where":
        return [m.span() for pattern in (_PLACE, _AT, _AT_SOME) for m in pattern.finditer(sentence.text)]
    return []


def _why(question: Question, unit: Unit) -> bool:
    """Tell whether a reason stands in the sentence, or in the one behind it."""
    behind = " ".join(s.text for s in unit.following[:1])
    if _to_some_end(question, unit):
        return True
    goes_on = any(_goes_on(question, s) for s in unit.following[:1])
    return has_reason(f"{unit.sentence.text} {behind}") or goes_on or unit.asked != ""


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


def _what(question: Question, unit: Unit) -> bool:
    """Tell whether "how did they get in" is answered by a sentence that names means, "what was the result" by one with it."""
    if _SCORE.search(question.text):
        return re.search(r"\d[-–]\d", unit.sentence.text) is not None
    if _RESULT.search(question.text):
        return bool(unit.sentence.figures) or _DECIDED.search(unit.sentence.text) is not None
    return (
        _MANNER.search(question.text) is None
        or _MEANS.search(unit.sentence.text) is not None
        or unit.asked != ""
    )


def _said(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence gives the words of whom the question does not name, such as "the prosecutor"."""
    if question.speaker or not question.subject:
        return True
    return tells_of(question.subject, unit.sentence, unit.before)


_TESTS: dict[Kind, Callable[[Question, Unit], bool]] = {
    "amount": holds_amount,
    "when": _when,
    "who": _who,
    "who said": _who,
    "said": _said,
    "where": _where,
    "why": _why,
    "what": _what,
}
