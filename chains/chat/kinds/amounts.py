"""Whether a sentence holds the amount that is asked for: how many, how much, how long, how old, how often."""

from __future__ import annotations

import re

from presscheck.chains.chat.evidence.fitting import direct
from presscheck.chains.chat.evidence.units import Unit, is_money
from presscheck.chains.chat.kinds.ages import AGE, tells_age
from presscheck.chains.chat.kinds.spans import PAST, of_a_moment
from presscheck.chains.chat.question.aliases import words_of
from presscheck.chains.chat.question.likeness import likeness
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.check.words.reading import WORD
from presscheck.text.mentions import Figure

_PER_CENT = ("percent", "percentage point")
_LONG = set("meter kilometer mile foot metre kilometre inch centimeter centimetre millimetre yard".split())
_MEASURES = {
    "long": _LONG | {"page", "word"},
    "high": _LONG | {"percent", "degree"},
    "far": _LONG | {*_PER_CENT, "year", "month", "week", "day", "hour", "minute"},
    "old": {"year", "month", "week", "day", "year of age", ""},
    "hot": {"degree", "celsius", "fahrenheit"},
    "fast": {"kilometre per hour", "mile per hour", "knot", "metre per second"},
    "heavy": {"kilogram", "ton", "tonne", "pound", "gram", "ounce"},
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
_LASTS = re.compile(r"\bhow long (?:did|do|does|will|would|has|have|had|can|could|should|must|may)\b")
_LENGTH = re.compile(
    r"\bhow long (?:is|are|was|were) (?:[\w'’-]+ ){0,3}(?!open|closed|shut|valid|out|away|off|gone|sick|ill|missing|in)[\w'’-]+\?*$"
)
_NONE = re.compile(r"\b(?:nobody|no one|none|no|not (?:a|one)|zero)\b", re.IGNORECASE)
_RULES = re.compile(r"\b(?:may|must|can|should|shall)\b", re.IGNORECASE)
"""Tells what is allowed, not how many there are: "no bed may be removed"."""
_OFTEN = re.compile(
    r"\b(?:(?:once|twice|\w+ times) (?:a|an|per|every)|every (?:\w+ )?(?:minute|hour|day|week|month|quarter|year|monday|sunday)s?|daily|weekly|monthly|hourly|yearly|annually|quarterly)\b",
    re.IGNORECASE,
)
_VAGUE = re.compile(
    r"\b(?:(?:small|smaller|large|larger|great|greater|growing|significant|relatively small|limited|tiny|huge) (?:number|share|part|portion|amount)|dozens|hundreds|"
    r"thousands|tens of thousands|scores|several|a (?:few|handful|couple|majority|minority|portion)|most of|half of|all of|many of|few)\b"
    r"(?P<of>(?: of)?(?: the| their| his| her| its| these| those)?(?: (?!(?:that|it|this|them|which)\b)[\w'’-]+){0,2})",
    re.IGNORECASE,
)
_PARTITIVE = re.compile(r" of (?:them|these|those|which|whom|the|that|it|this)\b", re.IGNORECASE)
_PARTITIVE_OF = re.compile(r" of ((?:[\w'’-]+ ?){1,4})")
_PHONE = re.compile(r"\b(?:phone|telephone) number\b|\bhotline\b|\bnumber\b.*\bcall\b", re.IGNORECASE)
_MORE = re.compile(r"\bhow (?:much|many) (more|less|fewer)\b(?! than)")
_MORE_OF = {
    "more": re.compile(r" (?:more|higher|above|over)\b"),
    "less": re.compile(r" (?:less|lower|below|under)\b"),
    "fewer": re.compile(r" (?:fewer|less|lower)\b"),
}
_COMPARED = re.compile(r"\bhow much (?!other|longer|water|paper|power)(\w{2,}er)\b", re.IGNORECASE)
_AND = re.compile(r" (?:and|or) ([\w'’-]+)")
_MEASURED = re.compile(r" (?:\w+ )?(long|high|deep|tall|wide|thick)\b")
_TIMES = frozenset("year month week day hour minute second decade century".split()) | {"year of age"}
_LENGTHS = frozenset("metre kilometre centimetre mile foot inch yard degree".split())
_STOPS = re.compile(r"[,.;:()]")
_OTHERS = frozenset(("other", "more", "another", "else"))
_CONTAINERS = frozenset(
    "dose ton tonne barrel litre gallon kilogram pound bag box load truckload sheet pair set".split()
)
_SHARE = re.compile(r"\b(?:percent\w*|share|proportion|fraction|rate)\b", re.IGNORECASE)
_HIGH = re.compile(r"\bhow (?:high|big|large)\b")
_TIMES_DONE = re.compile(r"\b(?:once|twice|thrice|\w+ times)\b", re.IGNORECASE)
_RATE = re.compile(r"\b(?:an?|per|each|every) (hour|day|week|month|year)\b", re.IGNORECASE)
_PERIODS = {
    "hour": re.compile(r"(?i)\bhour"),
    "day": re.compile(r"(?i)\bda(?:y|ily)"),
    "week": re.compile(r"(?i)\bweek"),
    "month": re.compile(r"(?i)\bmonth"),
    "year": re.compile(r"(?i)\b(?:year|annual)"),
}
_HOW = re.compile(r"\bhow (long|high|deep|far|old|fast|tall|wide|heavy|hot|cold)\b", re.IGNORECASE)


def asked_figures(question: Question, unit: Unit) -> list[Figure]:
    """Return the figures of the sentence that are of the kind that is asked for."""
    if question.kind != "amount":
        return []
    return [f for f in unit.sentence.figures if fits_amount(question, f, unit)]


def holds_amount(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence gives an amount of the kind that is asked for, or says that there is none."""
    if not _at_that_rate(question, unit):
        return False
    if asked_figures(question, unit) or direct(question, unit):
        return True
    if "how many" in question.text.lower() and _vaguely(question, unit):
        return True
    text, dates = question.text.lower(), unit.sentence.dates
    if "how many times" in text and _TIMES_DONE.search(unit.sentence.text):
        return True
    if "how often" in text:
        return any(d.kind == "set" for d in dates) or _OFTEN.search(unit.sentence.text) is not None
    if "how long" in text:
        bound = _SINCE if PAST.search(text) else _UNTIL
        spans = (d for d in dates if not of_a_moment(text, d.start, d.end, unit))
        return any(d.kind in ("duration", "range") for d in spans) or (
            bool(dates) and not _LENGTH.search(text) and bound.search(unit.sentence.text) is not None
        )
    return (
        bool(question.counted)
        and _NONE.search(unit.sentence.text) is not None
        and not _RULES.search(unit.sentence.text)
        and _counts_none(question, unit)
    )


def _at_that_rate(question: Question, unit: Unit) -> bool:
    """Tell whether a sentence speaks of the year where "how many a year" is asked for."""
    rate = _RATE.search(question.text)
    told = (unit.sentence.text, unit.asked, *(s.text for s in unit.before))
    return rate is None or any(_PERIODS[rate[1].lower()].search(text) for text in told)


def _vaguely(question: Question, unit: Unit) -> bool:
    """Tell whether the sentence says "dozens of houses" where houses are asked for."""
    text = unit.sentence.text
    return any(
        not question.counted
        or question.counted == "person"
        or likeness(question.counted, WORD, words_of(m["of"])) >= 0.6
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
    text = question.text.lower()
    if _PHONE.search(text):
        return sum(c.isdigit() for c in figure.text) >= len("5550144") and "-" in figure.text
    if figure.kind not in ("quantity", "ratio"):
        return False
    if _LASTS.search(text):
        return figure.unit in _TIMES and not of_a_moment(text, figure.start, figure.end, unit)
    if "how often" in text:
        return figure.unit.startswith("time")
    if AGE.search(text):
        return tells_age(question, figure, unit)
    if more := _MORE.search(text):
        return _MORE_OF[more[1]].match(unit.sentence.text[figure.end :]) is not None
    if compared := _COMPARED.search(text):
        return re.match(rf" (?:\w+ )?{compared[1]}\b", unit.sentence.text[figure.end :]) is not None
    if _HOW.search(text):
        return _fits_measure(text, figure, unit)
    return _fits_count(question, text, figure, unit)


def _fits_measure(text: str, figure: Figure, unit: Unit) -> bool:
    """Tell whether a figure answers "how high": "410 meters deep" doesn't."""
    if _MONEY.search(text):
        return is_money(figure) or figure.unit == "percent"
    if is_money(figure):
        return _HIGH.search(text) is not None
    found = _HOW.search(text)
    how = found[1] if found else ""
    other = _MEASURED.match(unit.sentence.text[figure.end :])
    if other and other[1] != how and {other[1], how} != {"high", "tall"}:
        return False
    return figure.unit in _MEASURES[how]


def _fits_count(question: Question, text: str, figure: Figure, unit: Unit) -> bool:
    """Tell whether a figure answers "how many", "how much", "what share"."""
    share = figure.unit in _PER_CENT
    if "how much of" in text:
        return share or figure.kind == "ratio" or is_money(figure) or _is_part(figure, unit)
    if share and _share_of(question.counted, figure, unit):
        return True
    if _SHARE.search(text):
        return share or figure.kind == "ratio" or figure.unit == "fraction"
    if "how much" in text and is_money(figure):
        return True
    if question.counted:
        return _counts(question.counted, figure, unit)
    if "how much" in text or _PRICE.search(text):
        measured = not _MONEY.search(text) and (share or _is_measure(figure))
        return is_money(figure) or measured or (share and "by how much" in text)
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
    if figure.unit in _OTHERS:
        return likeness(counted, WORD, unit.zones["before"] | unit.zones["sentence"]) >= 0.6
    if figure.unit and likeness(counted, WORD, words_of(figure.unit)) >= 0.6:
        return True
    beside = _AND.match(unit.sentence.text[figure.end :])
    if figure.unit and beside and likeness(counted, WORD, words_of(beside[1])) >= 0.6:
        return True
    if figure.kind == "ratio" or figure.unit == "fraction":
        return _share_of(counted, figure, unit)
    if counted == "person":
        return figure.unit not in _TIMES and figure.unit not in _LENGTHS
    behind = _STOPS.split(unit.sentence.text[figure.end : figure.end + 30])[0]
    part = _PARTITIVE_OF.match(unit.sentence.text[figure.end :])
    if part and not _PARTITIVE.match(unit.sentence.text[figure.end :]):
        return likeness(counted, WORD, words_of(part[1])) >= 0.6
    if figure.unit == "":
        around = unit.zones["before"].union(words_of(behind), *(words for _, words in unit.questions))
        if not _PARTITIVE.match(behind):
            around |= words_of(unit.sentence.text[: figure.start])
        return likeness(counted, WORD, around) >= 0.6
    return figure.unit in _CONTAINERS and likeness(counted, WORD, words_of(behind)) >= 0.6
