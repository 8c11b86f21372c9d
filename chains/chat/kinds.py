"""Whether a sentence holds the kind of thing that is asked for: an amount, a time, a person, a place, a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence

from presscheck.chains.chat.actors import acts
from presscheck.chains.chat.aliases import words_of
from presscheck.chains.chat.evidence import MET, Unit, direct, is_money
from presscheck.chains.chat.likeness import likeness
from presscheck.chains.chat.persons import bearers
from presscheck.chains.chat.question import Kind, Question
from presscheck.chains.check.reading import WORD, read_words
from presscheck.text.cues import CUES
from presscheck.text.mentions import Figure, Name
from presscheck.text.names import find_names
from presscheck.text.tokens import tokenize

_REASON = re.compile(
    r"\b(?:because|since|due to|owing to|as a result|so that|in order to|caus\w+|led to|after|reason|to (?:help|make|keep|give|avoid|protect|prevent|ensure|allow)"
    r"|blam\w+|result\w* (?:of|from|in)|triggered|sparked|prompted|thanks to|for fear|given that)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"\b(?:in|at|near|on|outside|inside|across|from|to|around|along|above|below|through) (?:the )?(?:[a-z]\w+ )?([A-Z]\w+)"
)
_MONTHS = words_of(
    "January February March April May June July August September October November December "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
)
_MEASURES = {
    "long": {
        "meter",
        "kilometer",
        "mile",
        "foot",
        "metre",
        "kilometre",
        "inch",
        "centimeter",
        "yard",
        "page",
        "word",
    },
    "high": {
        "meter",
        "kilometer",
        "mile",
        "foot",
        "metre",
        "kilometre",
        "inch",
        "centimeter",
        "percent",
        "degree",
    },
    "old": {"year", "month", "week", "day"},
    "hot": {"degree", "celsius", "fahrenheit"},
    "fast": {"kilometre per hour", "mile per hour", "knot", "metre per second"},
    "heavy": {"kilogram", "ton", "tonne", "pound", "gram", "ounce"},
}
_MEASURES["far"] = _MEASURES["long"] | {
    "percent",
    "percentage point",
    "year",
    "month",
    "week",
    "day",
    "hour",
    "minute",
}
for _same, _as in (("deep", "high"), ("tall", "high"), ("wide", "long"), ("cold", "hot")):
    _MEASURES[_same] = _MEASURES[_as]
_MONEY = re.compile(
    r"\b(?:cost|money|spen[dt]\w*|paid|pay\w*|price|budget|funding|dollars?|euros?|pounds?|worth|earn\w*|salary|fund|tax\w*|debt|fine|fee|fees|penalt\w+|bill|rent|wages?|revenue|profit|fined?|invest\w*|donat\w*|loan)\b",
    re.IGNORECASE,
)
_PRICE = re.compile(r"\b(?:price|cost|salary|budget|worth|value)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|till|through)\b", re.IGNORECASE)
_SINCE = re.compile(r"\b(?:since|from|until|till)\b", re.IGNORECASE)
_PAST = re.compile(r"\bhow long (?:has|have|had)\b", re.IGNORECASE)
_LASTS = re.compile(r"\bhow long (?:did|do|does|will|would|has|have|had|can|could|should|must|may)\b")
_LENGTH = re.compile(r"\bhow long (?:is|are|was|were) (?:[\w'’-]+ ){0,3}[\w'’-]+\?*$")
_NONE = re.compile(r"\b(?:nobody|no one|none|no|not (?:a|one)|zero)\b", re.IGNORECASE)
_OFTEN = re.compile(
    r"\b(?:(?:once|twice|\w+ times) (?:a|an|per|every)|every (?:\w+ )?(?:minute|hour|day|week|month|quarter|year|monday|sunday)s?|daily|weekly|monthly|hourly|yearly|annually|quarterly)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:(?:small|smaller|large|larger|great|greater|growing|significant|relatively small|limited|tiny|huge) (?:number|share|part|portion|amount)|dozens|hundreds|"
    r"thousands|tens of thousands|scores|several|a (?:few|handful|couple|majority|minority|portion)|most of|half of|all of|many of|few)\b",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"\b(?:will|would|plans?|expect\w*|scheduled|to be|going to|next|upcoming|due|begins?|starts?|until|shall|intends?|aims?)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(r"\bwhen (?:will|is|are|do|does|can|should)\b", re.IGNORECASE)
_AT = re.compile(
    r"\b(?:left|fled|entered|reached|crossed) (?:the|a|an|his|her|its|their) \w+|(?!\w+ (?:\w+ )?(?:\d+\w+|first|second|third|last|past|same) (?:time|century|year|week|month|day|half|minute|try|place)\b)\b(?:in|at|near|inside|outside|across|on board|aboard|to|into|from|on|above|below|under|behind) (?:the|a|an|all|any|his|her|its|their|every|\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten) \w+",
    re.IGNORECASE,
)
_PARTITIVE = re.compile(r" of (?:them|these|those|which|whom|the|that|it|this)\b", re.IGNORECASE)
_PARTITIVE_OF = re.compile(r" of ((?:[\w'’-]+ ?){1,4})")
_PHONE = re.compile(r"\b(?:phone|telephone) number\b|\bhotline\b|\bnumber\b.*\bcall\b", re.IGNORECASE)
_AGE = re.compile(r"\bhow old\b|\bwhat age\b|\bage of\b", re.IGNORECASE)
_TIMES = frozenset("year month week day hour minute second decade century".split()) | {"year of age"}
_LENGTHS = frozenset("metre kilometre centimetre mile foot inch yard degree".split())
_CONTAINERS = frozenset(
    "dose ton tonne barrel litre gallon kilogram pound bag box load truckload sheet pair set".split()
)
_SHARE = re.compile(r"\b(?:percent\w*|share|proportion|fraction|rate)\b", re.IGNORECASE)
_ACTOR = re.compile(
    r"\b(?:the|its|his|her|their|a|two|three|some) (?:\w+ )?(?:state|government|city|county|company|council|union|agency|police|army|ministry|department|authority|court|"
    r"parliament|party|bank|board|school|hospital|family|students?|workers?|residents?|volunteers?|owners?|taxpayers?|committee|team|club|firm|industry|service|government|office|foundation|association|church|"
    r"engineers?|doctors?|teachers?|lawyers?|experts?|neighbou?rs?|firefighters?|soldiers?)\b",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"^\W*(?:and |so )?(?:who(?:['’]s| is| was| are| were| will be)|what(?:['’]s| is| was) the name of) (?:the |a |an )?((?:(?! who | that )[^?]){1,60})",
    re.IGNORECASE,
)
_NO_ROLE = re.compile(
    r"(?:\w+ed|\w+en|hurt|hit|shot|sent|held|caught|found|left|against|for|in|on|at|to|behind|responsible|going|there|\w+ing)\b",
    re.IGNORECASE,
)
"""Behind "who is" these name no role: "who was arrested", "who is against it"."""
_ATTRIBUTED = re.compile(r"\b(?:according to|said|says|told) (?:[\w'’-]+ ){0,3}$", re.IGNORECASE)
_SAID = re.compile(r"(?:, [^,.]{2,40},)? (?:said|says|told|called|warned|added)\b")
_NAME_ASKED = re.compile(r"\bnames?\b", re.IGNORECASE)
_BY = re.compile(r"\bby (?:the|a|an|its|his|her|their|one|two|three|\d+) \w+", re.IGNORECASE)
_FIRST = re.compile(r"\b(?:I|we|my|our|us|me)\b")
_CLOCK = re.compile(r"\b(?:what|which) (?:time|hour)\b", re.IGNORECASE)
_HOW = re.compile(r"\bhow (long|high|deep|far|old|fast|tall|wide|heavy|hot|cold)\b", re.IGNORECASE)


def holds(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence holds the kind of thing that is asked for."""
    test = _TESTS.get(question.kind)
    return test is None or test(question, unit)


def asked_figures(question: Question, unit: Unit) -> list[Figure]:
    """Return the figures of the sentence that are of the kind that is asked for."""
    if question.kind != "amount":
        return []
    return [f for f in unit.sentence.figures if fits_amount(question, f, unit)]


def _amount(question: Question, unit: Unit) -> bool:
    if asked_figures(question, unit) or direct(question, unit):
        return True
    if "how many" in question.text.lower() and _vaguely(question, unit):
        return True
    text, dates = question.text.lower(), unit.sentence.dates
    if "how often" in text:
        return any(d.kind == "set" for d in dates) or _OFTEN.search(unit.sentence.text) is not None
    if "how long" in text:
        bound = _SINCE if _PAST.search(text) else _UNTIL
        return any(d.kind in ("duration", "range") for d in dates) or (
            bool(dates) and not _LENGTH.search(text) and bound.search(unit.sentence.text) is not None
        )
    return (
        bool(question.counted)
        and _NONE.search(unit.sentence.text) is not None
        and _counts_none(question, unit)
    )


def _vaguely(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence says "dozens of houses" where houses are asked for."""
    text = unit.sentence.text
    return any(
        not question.counted
        or question.counted == "person"
        or likeness(question.counted, WORD, words_of(text[m.end() : m.end() + 30])) >= 0.6
        for m in _VAGUE.finditer(text)
    )


def _counts_none(question: Question, unit: Unit) -> bool:
    """Tell whether "nobody died" answers how many people died."""
    return (
        question.counted in ("person", "victim", "patient")
        or likeness(question.counted, WORD, unit.zones["sentence"]) >= 0.6
    )


def fits_amount(question: Question, figure: Figure, unit: Unit) -> bool:
    """Tell whether a figure is of the kind that is asked for."""
    if _PHONE.search(question.text):
        return sum(c.isdigit() for c in figure.text) >= len("5550144") and "-" in figure.text
    if figure.kind not in ("quantity", "ratio"):
        return False
    text = question.text.lower()
    if _LASTS.search(text):
        return figure.unit in _TIMES
    if "how often" in text:
        return figure.unit.startswith("time")
    if _AGE.search(text):
        return figure.unit == "year of age"
    if "how much of" in text:
        return (
            figure.unit in ("percent", "percentage point")
            or figure.kind == "ratio"
            or is_money(figure)
            or _is_part(figure, unit)
        )
    if _HOW.search(text) and _MONEY.search(text):
        return is_money(figure) or figure.unit == "percent"
    if how := _HOW.search(text):
        return figure.unit in _MEASURES[how[1]] or (how[1] == "old" and figure.unit in ("", "year of age"))
    if figure.unit in ("percent", "percentage point") and _share_of(question.counted, figure, unit):
        return True
    if _SHARE.search(text):
        return figure.unit in ("percent", "percentage point") or figure.kind == "ratio"
    if "how much" in text and is_money(figure):
        return True
    if question.counted:
        return _counts(question.counted, figure, unit)
    if "how much" in text or _PRICE.search(text):
        share = figure.unit in ("percent", "percentage point")
        return (
            is_money(figure)
            or (share and "by how much" in text)
            or (not _MONEY.search(text) and (share or _is_measure(figure)))
        )
    return True


def _is_part(figure: Figure, unit: Unit) -> bool:
    """Tell whether a figure is a part of something named before: "two million of that"."""
    return figure.unit == "" and _PARTITIVE.match(unit.sentence.text[figure.end :]) is not None


def _share_of(counted: str, figure: Figure, unit: Unit) -> bool:
    """Tell whether a share is one of what is counted: "96 percent of customers"."""
    behind = _PARTITIVE_OF.match(unit.sentence.text[figure.end : figure.end + 40])
    return bool(counted and behind) and likeness(counted, WORD, words_of(behind[1] if behind else "")) >= 0.6


def _is_measure(figure: Figure) -> bool:
    return figure.unit != "" and figure.unit not in ("year", "year of age", "month", "week", "day", "hour")


def _counts(counted: str, figure: Figure, unit: Unit) -> bool:
    if counted in ("money", "dollar", "euro", "cash", "funding", "pound"):
        return is_money(figure)
    if is_money(figure) or figure.unit in ("percent", "percentage point"):
        return False
    if figure.unit and likeness(counted, WORD, words_of(figure.unit)) >= 0.6:
        return True
    if figure.kind == "ratio" or figure.unit == "fraction":
        return _share_of(counted, figure, unit)
    if counted == "person":
        return figure.unit not in _TIMES and figure.unit not in _LENGTHS
    behind = unit.sentence.text[figure.end : figure.end + 30]
    if figure.unit == "" and _PARTITIVE.match(behind):
        return (
            likeness(
                counted,
                WORD,
                unit.zones["before"].union(words_of(behind), *(words for _, words in unit.questions)),
            )
            >= 0.6
        )
    if figure.unit == "":
        around = unit.zones["before"].union(
            words_of(" ".join(figure.about)), *(words for _, words in unit.questions)
        )
        return likeness(counted, WORD, around) >= 0.6
    return figure.unit in _CONTAINERS and likeness(counted, WORD, words_of(behind)) >= 0.6


def _when(question: Question, unit: Unit) -> bool:
    kinds = ("time",) if _CLOCK.search(question.text) else ("date", "time", "range")
    if not any(d.kind in kinds for d in unit.sentence.dates) or direct(question, unit):
        return direct(question, unit)
    return _AHEAD.search(question.text) is None or _FUTURE.search(unit.sentence.text) is not None


def _role(question: Question) -> frozenset[str]:
    """Return the words of the role whose bearer is asked for: "who is the director of the museum"; names don't count."""
    found = _ROLE.search(question.text)
    if not found or _NO_ROLE.match(found[1]):
        return frozenset()
    named = frozenset().union(*(words_of(n.text) for n in find_names(found[1])))
    return words_of(found[1]) - named - words_of(" ".join(t.lemma for t in question.terms if t.hard))


def _who(question: Question, unit: Unit) -> bool:
    if role := _role(question):
        return any(bearers(unit.sentence, role))
    if question.kind == "who" and (sure := acts(question, unit)) is not None:
        return sure > 0
    if _NAME_ASKED.search(question.text):
        return any(
            n.kind == "person" and not _speaks(n, unit.sentence.text)
            for n in unit.sentence.names
            if not words_of(n.text) <= words_of(question.text)
        )
    speaker = unit.sentence.speaker or ""
    tells_of_self = _FIRST.search(unit.sentence.text) is not None or question.kind == "who said"
    return (
        _names(question, unit, ("person", "organisation", "other"))
        or (tells_of_self and not words_of(speaker) <= words_of(question.text))
        or bool(_ACTOR.search(unit.sentence.text) or _BY.search(unit.sentence.text))
    )


def _speaks(name: Name, text: str) -> bool:
    """Tell whether a name is only that of who says so."""
    told = _ATTRIBUTED.search(text[max(0, name.start - 40) : name.start])
    return told is not None or _SAID.match(text[name.end :]) is not None


def _names(question: Question, unit: Unit, kinds: Collection[str]) -> bool:
    """Tell whether the sentence names something of these kinds that the question doesn't."""
    known = words_of(question.text)
    return any(n.kind in kinds and not words_of(n.text) <= known for n in unit.sentence.names)


def _where(question: Question, unit: Unit) -> bool:
    return _named_place(question, unit) or _AT.search(unit.sentence.text) is not None


def _named_place(question: Question, unit: Unit) -> bool:
    known = words_of(question.text) | _MONTHS
    return _names(question, unit, ("place", "other", "organisation")) or any(
        not words_of(m[1]) <= known for m in _PLACE.finditer(unit.sentence.text)
    )


def strength(question: Question, unit: Unit) -> int:
    """Return how surely the sentence holds what is asked for: a figure rather than "many", a name rather than "the company"."""
    if question.kind == "amount":
        return int(bool(asked_figures(question, unit)))
    if question.kind == "where":
        return int(_named_place(question, unit))
    if question.kind == "who":
        role = _role(question)
        borne = bool(role) and any(bearers(unit.sentence, role))
        return 2 * borne + (acts(question, unit) or 0) + _names(question, unit, ("person",))
    return 0


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
        return [m.span() for pattern in (_PLACE, _AT) for m in pattern.finditer(sentence.text)]
    return []


def _why(question: Question, unit: Unit) -> bool:
    """Tell whether a reason stands in the sentence, or in the one behind it."""
    behind = " ".join(s.text for s in unit.following[:1])
    told = any(t.text.lower() in CUES for t in tokenize(behind))
    return has_reason(f"{unit.sentence.text} {behind}") or told or unit.asked != ""


def has_reason(text: str) -> bool:
    """Tell whether a text gives a reason."""
    return _REASON.search(text) is not None


_TESTS: dict[Kind, Callable[[Question, Unit], bool]] = {
    "amount": _amount,
    "when": _when,
    "who": _who,
    "who said": _who,
    "where": _where,
    "why": _why,
}
