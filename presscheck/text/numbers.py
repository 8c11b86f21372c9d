"""Reads one number at a place in a text: digits with separators, fractions, words, scales ("2.5 million", "a dozen").

What the number counts, its currency and its hedges are read elsewhere; here "hundreds of thousands" is just a range.
"""

from __future__ import annotations

import re

from presscheck.text.number_scales import (
    AND_PART,
    SCALE,
    Form,
    Number,
    any_of,
    part_value,
    rounded,
    scaled_number,
    size_of,
)
from presscheck.text.number_words import PARTS, SCALES, TENS, UNITS, read_numeral

VAGUE = {
    "tens": (10, 100), "dozens": (24, 100), "scores": (40, 100), "hundreds": (100, 1000),
    "thousands": (1e3, 1e4), "millions": (1e6, 1e7), "billions": (1e9, 1e10), "trillions": (1e12, 1e13),
}  # fmt: skip
UNICODE_FRACTIONS = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip


FRACTION_SIGNS = "".join(UNICODE_FRACTIONS)
DIGITS = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)"
    r"|\d{1,3}(?:\.\d{3})+,\d\d?(?!\d)"
    r"|\d{1,3}(?:[\u00a0\u202f\u2009]\d{3})+(?!\d)(?:\.\d+)?"
    r"|\d{1,3}(?: \d{3}){2,}(?!\d)(?:\.\d+)?|[1-9]\d{0,2} 000(?! 000|\d)"
    r"|\d+(?:\.\d+)?|\.\d+"
)
_SMALL_FRACTION = re.compile(r"[/⁄](2|3|4|5|8|16|32|64|100|128)(?![\d/,.]*\d)")
_MIXED = re.compile(rf"[ -]{{0,2}}(?:(\d)[/⁄](2|3|4|5|8|16)(?![\d/])|([{FRACTION_SIGNS}]))")
_POINT = re.compile(rf"\s+point((?:[\s-]+(?:{any_of([*UNITS, *TENS, 'oh'])})\b)+)")
_PART = re.compile(rf"(?:\s?-\s?|\s{{1,2}})({any_of(PARTS)}|halves|seconds)s?\b")
_VAGUE = re.compile(rf"({any_of(VAGUE)})\b(?:\s+of\s+({any_of([s + 's' for s in SCALES])})\b)?")
_ARTICLE = re.compile(
    rf"an?\s+(?:(half|couple|few|quarter)\s+(?:of\s+)?(?:an?\s+)?)?({any_of([*SCALES, 'hundred', 'dozen'])})\b"
    rf"(?:\s+and\s+a\s+(half|quarter)\b)?"
)
_A_UNIT = re.compile(rf"an?(?=\s(?!(?:{any_of(SCALES)})\b)[a-z]+\sand\sa\s(?:half|quarter)\b)")
_HALF_A = re.compile(
    rf"(half|quarter)[\s-]+(?:of\s+)?(?:an?[\s-]+)?({any_of([*SCALES, 'hundred', 'dozen'])})\b"
)
_SEVERAL = re.compile(
    r"(?:(several)|(?:a\s+)?(few|couple(?:\s+of)?))\s+(hundred|dozen|thousand|million|billion)\b"
)
_A_PART = re.compile(
    r"an?\s+(half|third|quarter|fifth|sixth|seventh|eighth|ninth|tenth|hundredth|thousandth)\b"
)

NUMBER_START = (
    rf"\d|\.\d|[{FRACTION_SIGNS}]|\b(?:{any_of([*UNITS, *TENS, *VAGUE])})\b"
    r"|\ban?\s(?=(?:hour|mile|year|month|week|day|decade|minute|century)\sand\sa\s(?:half|quarter)\b)"
    r"|\bhalf\b|\bquarter\b|\bseveral\b|\ban?\s+(?=(?:half|couple|few|quarter|third|fifth|sixth|seventh|eighth|ninth"
    r"|tenth|dozen|hundred|thousand|million|billion|trillion|lakh|crore)\b)|\b(?:few|couple)\b"
)
"""Where a number may begin (in folded text)."""
NUMBER_WORDS = (*UNITS, *TENS, *VAGUE, "half", "quarter", "several", "few", "couple")
"""The words with which one may begin, but for "a" and "an"."""


def read_number(folded: str, at: int, money: bool = False) -> Number | None:
    """Return the number that begins at `at` in the lower-cased text, or None.

    `money` says that a currency sign stands before it, so that a lone "m", "b" or "t" is a scale.
    """
    if at >= len(folded):
        return None
    sign = folded[at]
    if sign.isdigit() or sign == ".":
        return _read_digits(folded, at, money)
    if sign in UNICODE_FRACTIONS:
        value = UNICODE_FRACTIONS[sign]
        return Number(value, value, at, at + 1, "fraction")
    return _read_phrase(folded, at) or _read_words(folded, at)


def _read_digits(folded: str, at: int, money: bool) -> Number | None:
    match = DIGITS.match(folded, at)
    if match is None:
        return None
    value, end = _digits_value(match[0]), match.end()
    if part := _SMALL_FRACTION.match(folded, end):
        if value < float(part[1]) and match[0].isdigit():
            return Number(value / float(part[1]), value / float(part[1]), at, part.end(), "fraction")
    elif mixed := _MIXED.match(folded, end):
        value += UNICODE_FRACTIONS[mixed[3]] if mixed[3] else float(mixed[1]) / float(mixed[2])
        end = mixed.end()
    elif more := AND_PART.match(folded, end):
        value, end = value + part_value(more), more.end()
    return scaled_number(folded, at, value, end, "digits", money)


def _digits_value(digits: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+,\d\d?", digits):
        digits = digits.replace(".", "").replace(",", ".")
    return float(re.sub(r"[,\s]", "", digits))


def _read_phrase(folded: str, at: int) -> Number | None:
    """Read what begins with "a", "half", "several" or a vague plural."""
    if (match := _VAGUE.match(folded, at)) and (
        match[1] != "scores" or folded.startswith(" of ", match.end())
    ):
        low, high = VAGUE[match[1]]
        factor = SCALES[match[2][:-1]] if match[2] else 1
        return Number(low * factor, high * factor, at, match.end(), "vague", True)
    if match := _SEVERAL.match(folded, at):
        factor = {"hundred": 100, "dozen": 12}.get(match[3]) or SCALES[match[3]]
        low, high = (2, 2) if match[2] and match[2].startswith("couple") else (2, 9)
        return Number(low * factor, high * factor, at, match.end(), "vague", True)
    if match := _A_UNIT.match(folded, at):
        return Number(1, 1, at, match.end(), "words")
    if match := _ARTICLE.match(folded, at):
        return _article(match, at)
    if match := _HALF_A.match(folded, at):
        value = _scale_of(match[2]) / (2 if match[1] == "half" else 4)
        return Number(value, value, at, match.end(), "words", True)
    if match := _A_PART.match(folded, at):
        return _fraction(folded, at, 1 / PARTS[match[1]], match.end())
    if match := re.compile(r"half\b|quarter\b").match(folded, at):
        value = 0.5 if match[0] == "half" else 0.25
        return Number(value, value, at, match.end(), "fraction")
    return None


def _scale_of(word: str) -> float:
    return {"hundred": 100.0, "dozen": 12.0}.get(word) or SCALES[word]


def _decimals(words: str) -> float:
    """Return the value behind a spoken point: "seven five" 0.75, "seventy-one" 0.71."""
    digits = ""
    for word in re.split(r"[\s-]+", words.strip()):
        if word in UNITS and digits.endswith("0") and digits[-2:] in {str(t) for t in TENS.values()}:
            digits = digits[:-1] + str(UNITS[word])
        else:
            digits += str(UNITS.get(word, TENS.get(word, 0)))
    return float(f"0.{digits}")


def _article(match: re.Match[str], at: int) -> Number:
    """Read "a million", "a couple of thousand", "a dozen", "a million and a half"."""
    value = _scale_of(match[2])
    times = {"half": 0.5, "quarter": 0.25, "couple": 2.0, "few": 2.0}.get(match[1] or "", 1.0)
    extra = {"half": 0.5, "quarter": 0.25}.get(match[3] or "", 0.0)
    high = 9.0 if match[1] == "few" else times
    if (
        not match[1]
        and not match[3]
        and match[2] != "dozen"
        and (counted := _read_words(match.string, match.start(2)))
    ):
        return counted._replace(start=at, scaled=True)
    form: Form = "vague" if match[1] in ("couple", "few") else "words"
    number = Number(value * (times + extra), value * (high + extra), at, match.end(), form, True)
    more = scaled_number(match.string, at, number.low, number.end, "words") if form == "words" else number
    return more._replace(scaled=True)


_OF_A_SCALE = re.compile(rf"\s+of\s+a\s+({any_of(SCALES)})\b")


def _fraction(folded: str, at: int, value: float, end: int) -> Number:
    """Return a fraction, or what it is of a scale: "two thirds of a million"."""
    if of := _OF_A_SCALE.match(folded, end):
        return Number(
            rounded(value * SCALES[of[1]]), rounded(value * SCALES[of[1]]), at, of.end(), "words", True
        )
    return Number(value, value, at, end, "fraction")


def _read_words(folded: str, at: int) -> Number | None:
    numeral = read_numeral(folded, at)
    return _word_tail(folded, at, *numeral) if numeral else None


def _last_scale(value: float) -> float:
    """Return the scale that number words end with: a million for 3,000,000."""
    return next((size for size in sorted(SCALES.values(), reverse=True) if value % size == 0), 1.0)


def _part_after(folded: str, value: float, end: int) -> re.Match[str] | None:
    """Match the lower half of a fraction: "third" after one, "thirds" after two."""
    part = _PART.match(folded, end)
    if part is None or value >= 100 or part[1] == "seconds":
        return None
    return part if value == 1 or (value > 1 and part[0].endswith("s")) else None


def _word_tail(folded: str, at: int, value: float, end: int, scaled: bool) -> Number:
    """Read what may follow number words: "point five", "and a half", "thirds", "dozen", a scale."""
    if point := _POINT.match(folded, end):
        value, end = value + _decimals(point[1]), point.end()
    elif (more := AND_PART.match(folded, end)) and SCALE.match(folded, more.end()) is None:
        value, end = value + part_value(more) * (_last_scale(value) if scaled else 1.0), more.end()
    elif more and not scaled:
        value, end = value + part_value(more), more.end()
    elif not scaled and (part := _part_after(folded, value, end)):
        return _fraction(folded, at, value / size_of(part[1]), part.end())
    number = scaled_number(folded, at, value, end, "words")
    return number._replace(scaled=number.scaled or scaled)
