"""Whether a word or number that may be a date is one, by the words around it: "May", "March", "2008", "the 80s"."""

from __future__ import annotations

import re
from typing import Final

from presscheck.text.date_lexer import Token
from presscheck.text.date_words import UNIT_SECONDS

_SURE: Final = re.compile(
    r"\b(?:in|since|until|during|early|late|mid|last|next|this|through)[ \-]+$", re.IGNORECASE
)
_LOOSE: Final = re.compile(
    r"\b(?:by|to|from|of|and|or|after|before|between|a|the|each|every)[ \-]+$", re.IGNORECASE
)
_VERB_AFTER: Final = re.compile(
    r"['’]s? (?!\d)|\s(?:said|says|told|was|is|has|had|will|would|also|be|have|not|need|want)\b"
)
_MAY_THE_PERSON: Final = re.compile(r"\b(?:Theresa|Mrs\.?|Ms\.?|Prime Minister|Brian) May\b")
_MARCH_THE_WALK: Final = re.compile(r"\s(?:on|for|to|against|in|through|from|toward)\b")
_MONTH_AFTER: Final = re.compile(
    r"(?:[-–/]| to | through | and )(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?\b"
)
_GIVEN_NAMES: Final = frozenset({"April", "June", "August", "Jan", "May", "January"})


def is_month(text: str, token: Token) -> bool:
    """Whether a month's name standing alone is the month, not a verb ("may", "march") or a person ("April Ryan")."""
    word, before = text[token.start : token.end], text[max(0, token.start - 20) : token.start]
    if _MONTH_AFTER.match(text, token.end):
        return True
    if word in _GIVEN_NAMES and re.match(r"[- ][A-Z][a-z]", text[token.end : token.end + 3]):
        return bool(_SURE.search(before))
    return token.kind == "month" or (word[0].isupper() and _doubtful(text, token, word, before))


def _doubtful(text: str, token: Token, word: str, before: str) -> bool:
    if _SURE.search(before):
        return True
    if word in ("April", "June", "August") and not re.search(r"[A-Za-z]\s$", before):
        return not _VERB_AFTER.match(text, token.end)
    if not _LOOSE.search(before) or _VERB_AFTER.match(text, token.end):
        return False
    if word == "March":
        return not _MARCH_THE_WALK.match(text, token.end)
    return word != "May" or not _MAY_THE_PERSON.search(text, max(0, token.start - 2000), token.end + 500)


def is_numbered_month(text: str, token: Token, *, sure: bool) -> bool:
    """Whether a month with a day or a year beside it is one: "March 10" is, in "march 10 miles" it is a verb."""
    word = text[token.start : token.end]
    return token.kind == "month" or word[0].isupper() or sure or word not in ("march", "may")


_YEAR_BEFORE: Final = re.compile(
    r"(?:\b(?:in|since|of|by|until|till|through|during|before|after|from|between|and|to|or|early|late|mid|year|the|"
    r"than|around|about|circa|(?<![.\w])c\.|for|back|starting|beginning|ending)|[(,\-–—;:~]|['’]s)\s*$",
    re.IGNORECASE,
)
_YEAR_STRONGLY: Final = re.compile(
    r"\b(?:in|since|until|during|from|by|early|late|mid|year|of) $", re.IGNORECASE
)
_COUNTED: Final = re.compile(
    r"\s(?:[a-z]+\s)?(?:people|men|women|children|troops|soldiers|miles|kilomet|met(?:er|re)s|feet|percent|pounds|"
    r"tons|tonnes|dollars|euros|votes|jobs|homes|pieces|calories|square|degrees|employees|workers|words|times|seats|"
    r"million|billion|thousand|hundred|cases|deaths|students|copies|acres|hours|days|years|megawatts|volts|units|"
    r"points|members|residents|patients|doses|tests|rooms|officers|families|households|users)\b"
    r"|\s(?:Pennsylvania|[A-Z]\w+ (?:Street|Avenue|Road|Drive|Ave|St|Blvd|Lane|Boulevard))\b|\s?%|\d"
)


_TWO_YEARS: Final = re.compile(r"(?<![\w.-])((?:1[5-9]|20)\d\d)-((?:1[5-9]|20)\d\d)(?![\w-]|\.\d)")
_LONGEST: Final = 60
"""Years between the two of "2024-2025", at most."""


def _one_of_two(text: str, token: Token) -> bool:
    """Whether it is a year of two with a hyphen between, "2024-2025"."""
    found = _TWO_YEARS.search(text, max(0, token.start - 5), token.end + 6)
    return found is not None and 0 < int(found[2]) - int(found[1]) <= _LONGEST


def is_year(text: str, token: Token) -> bool:
    """Whether four digits are a year: not counts, prices, addresses, numbers of things."""
    if _one_of_two(text, token):
        return True
    before, tight = text[max(0, token.start - 16) : token.start], text[token.start - 1 : token.start]
    prompted = bool(_YEAR_BEFORE.search(before))
    if re.search(r"\d[-–]$", before) and not re.search(r"(?<!\d)\d{4}[-–]$", before):
        return False  # the end of a number with dashes
    if (tight and tight in "$£€¥#/.:_@") or (tight == "-" and not prompted):
        return False
    if _COUNTED.match(text, token.end) and not (token.value % 100 and _YEAR_STRONGLY.search(before)):
        return False
    if re.match(r"-(?:[A-Z]|\d)|[/_@]\w|\(\w\)", text[token.end : token.end + 3]):
        return False
    return prompted or (1900 <= token.value < 2100 and text[token.start].isdigit())


_WARMTH: Final = re.compile(r"\b(?:temperatures?|degrees|highs?|lows|Fahrenheit|teens|mph)\b", re.IGNORECASE)


def is_decade(text: str, token: Token) -> bool:
    """Whether "90s" or "sixties" is a decade: neither an age ("in his 60s") nor a temperature."""
    before = text[max(0, token.start - 24) : token.start]
    around = text[max(0, token.start - 60) : token.end + 60]
    quoted = text[token.start] in "'’"
    led = re.search(r"\b(?:the|nineteen)\s+(?:early |mid-?|late )?$|\bin $", before, re.IGNORECASE)
    return bool(quoted or led) and not _WARMTH.search(around)


_NOT_A_DAY_BEFORE: Final = re.compile(
    r"\b(?:Black|Good|Bloody|Super|Ash|Holy|Palm|Cyber|Ruby|Sheffield|Giving|Fat|Freaky|Taking Back|Man|Shrove) $"
)
_NOT_A_DAY_AFTER: Final = re.compile(
    r" (?:Times|Telegraph|Mirror|Express|Mail|Herald|Post|Star|Night (?:Football|Live|Lights|Raw|SmackDown)|"
    r"School|school|World|Independent|People|Business Post|Tribune|roast|Mass)\b"
)


def is_weekday(text: str, token: Token) -> bool:
    """Whether a weekday's name is a day: not the Sunday Times, Bloody Sunday or Sheffield Wednesday."""
    before = text[max(0, token.start - 14) : token.start]
    return not (_NOT_A_DAY_AFTER.match(text, token.end) or _NOT_A_DAY_BEFORE.search(before))


_AGE_AFTER: Final = re.compile(r"[- ](?:old|of age)\b", re.IGNORECASE)
_RATE_BEFORE: Final = re.compile(
    r"(?:\d|\b(?:once|twice|times|million|billion|thousand|dollars|cents|such|what|quite))\s$"
)
_LENGTHENING: Final = re.compile(
    r"\b(?:for|in|within|after|over|than|about|almost|nearly|around|roughly|under|just|every|only|once|"
    r"lasts?|lasted|took|takes?|spent|spend|quarter of)\s$",
    re.IGNORECASE,
)


def is_age(text: str, end: int) -> bool:
    """Whether a length of time that ends here is an age ("45-year-old")."""
    return bool(_AGE_AFTER.match(text, end))


def is_title(text: str, start: int, other: int) -> bool:
    """Whether two words here, both with a capital, are a name: "This Morning" on CBS, the "Daily Show"."""
    return text[start].isupper() and text[start + 1].islower() and text[other : other + 1].isupper()


def longer(first: str, second: str) -> bool:
    """Whether the first unit of time is longer than the second."""
    return UNIT_SECONDS[first] > UNIT_SECONDS[second]


_CAN_LAST: Final = re.compile(
    r"\b(?:to|will|would|could|may|might|can|should|must|not|\w+n['’]t|\w+['’]ll)\s$", re.IGNORECASE
)


def is_verb_last(text: str, start: int, end: int) -> bool:
    """Whether "last" is the verb: "will last two hours"."""
    return text[start:end].lower() == "last" and bool(_CAN_LAST.search(text[max(0, start - 12) : start]))


def is_rate(text: str, start: int) -> bool:
    """Whether "a day" at this place is a rate: "$5 a day", "twice a day"."""
    return bool(_RATE_BEFORE.search(text[max(0, start - 14) : start]))


def is_lengthened(text: str, start: int) -> bool:
    """Whether the words before make "a year" a length of time: "for a year", "in a year"."""
    return bool(_LENGTHENING.search(text[max(0, start - 14) : start]))


_EXTREME: Final = re.compile(
    r"\b(?:most|least|first|only|once|twice|worst|best|times?|\w{3,}est)\b[^.]{0,60}$", re.IGNORECASE
)


def is_look_back(text: str, start: int) -> bool:
    """Whether "in ten years" looks back: "the worst drought in ten years"."""
    return bool(_EXTREME.search(text[max(0, start - 70) : start]))
