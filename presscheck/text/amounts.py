"""One number with what stands close to it: sign, currency, unit of measure or counted noun, "per month"."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from presscheck.text.compound import finer_part
from presscheck.text.counted import counted_noun
from presscheck.text.currencies import MINOR, sign_before, word_after
from presscheck.text.mentions import FigureKind
from presscheck.text.number_scales import Number
from presscheck.text.rates import read_rate
from presscheck.text.units import SCALED, read_unit


class Page(NamedTuple):
    """The text, its folded twin of the same length, and the currency of a plain "$"."""

    text: str
    folded: str
    dollar: str


class Amount(NamedTuple):
    """A number, or two joined in a range or ratio, with its unit; the span covers all that was read."""

    low: float
    high: float
    start: int
    end: int
    unit: str
    number: Number
    kind: FigureKind = "quantity"


_MINUS = re.compile(r"(?:(?:^|(?<!plus or)[\s(,:])(?:minus|negative)[\s-]|(?:^|(?<=[\s(,:]))[-−])$")
_AGE = re.compile(r"(?:\s?-\s?|\s?)(year|yr|month|week|day)s?(?:\s?-\s?|\s)(?:old|of age)s?\b|\s(?:yo|y/o)\b")
_TIMES = re.compile(
    r"\s+times\b(?=\s+(?:as|more|the|higher|larger|greater|bigger|faster|less|his|its|their|that|what|over))|-?fold\b|x\b"
)
_OF = re.compile(r"\s+of\b(?:\s+(?:the|its|his|their|these|those))?")


def read_amount(page: Page, number: Number, currency: tuple[str, int, float] | None) -> Amount:
    """Return the number with the currency sign and the minus before it, no unit sought yet."""
    start, low, high, unit = number.start, number.low, number.high, ""
    if currency:
        unit, start = currency[0], currency[1]
        low, high = low * currency[2], high * currency[2]
        if page.folded[start] == "$" and page.folded[start : start + 3] not in ("$us", "$a", "$c"):
            unit = page.dollar if unit == "USD" else unit
    minus = _MINUS.search(page.folded, max(0, start - 11), start)
    if minus is None or page.text[minus.end() - 1] in "–—":
        return Amount(low, high, start, number.end, unit, number)
    begin = minus.end() - len(minus[0].lstrip(" (,:"))
    return Amount(-high, -low, begin, number.end, unit, number)


def with_unit(page: Page, amount: Amount) -> Amount:
    """Return the amount with the currency word, unit of measure or counted noun after it, and "per month"."""
    if not amount.unit:
        return _per(page, _unit_after(page, amount))
    code = word_after(page.folded, amount.end)
    if code and (code[0] == amount.unit or (code[0] not in MINOR and amount.unit == page.dollar)):
        amount = amount._replace(unit=code[0], end=code[1])
    return _per(page, amount)


def _per(page: Page, amount: Amount) -> Amount:
    rate = read_rate(page.folded, amount.end, amount.unit) if amount.unit and amount.kind != "ratio" else None
    return amount._replace(unit=f"{amount.unit} per {rate[0]}", end=rate[1]) if rate else amount


_OF_STUFF = re.compile(
    r"\s+of\s+(?!(?:debts?|damages?|funding|funds|aid|public|taxpayers?|investments?|savings|cash|money|income|revenue|fines|costs|"
    r"spending|cuts|tax|taxes|profits?|sales|assets|losses|support|compensation|help|earnings|benefits)\b)"
)
_BRITISH = re.compile(
    r"£|\b(?:sterling|pence|british|britain|u\.?k\.?|london|england|scotland|wales|ireland)\b"
)


def _is_money(page: Page, amount: Amount, end: int) -> bool:
    """Whether so many pounds are money: a large number of them, not "of fentanyl", nor in a text of dollars alone."""
    if not amount.number.scaled and amount.high < 10_000:
        return False
    if _OF_STUFF.match(page.folded, end):
        return False
    return not _in_dollars_alone(page.folded)


@lru_cache(maxsize=16)
def _in_dollars_alone(folded: str) -> bool:
    """Whether a text has dollars and nothing British."""
    return "$" in folded and _BRITISH.search(folded) is None


_AND_A_HALF = re.compile(r"\s+and\s+a\s+(half|quarter)\b")


def _unit_after(page: Page, amount: Amount) -> Amount:
    text, folded, end, number = page.text, page.folded, amount.end, amount.number
    if age := _AGE.match(folded, end):
        span = {"yr": "year", None: "year"}.get(age[1], age[1])
        return amount._replace(unit=f"{span} of age", end=age.end())
    if number.form in ("digits", "words") and (times := _TIMES.match(folded, end)):
        return amount._replace(unit="times", end=times.end(), kind="ratio")
    unit = read_unit(text, folded, end)
    if unit and (scaled := SCALED.get(unit[0])):
        amount, unit = _times(amount, scaled[0]), (scaled[1], unit[1])
    if unit and unit[0] == "pound" and _is_money(page, amount, unit[1]):
        unit = ("GBP", unit[1])
    if unit and (half := _AND_A_HALF.match(folded, unit[1])) and amount.low == amount.high == 1:
        more = 1.5 if half[1] == "half" else 1.25
        return amount._replace(low=more, high=more, unit=unit[0], end=half.end())
    if unit:
        return _with_finer(page, amount._replace(unit=unit[0], end=unit[1]))
    if money := word_after(folded, end):
        return amount._replace(unit=money[0], end=money[1])
    if number.form == "fraction":
        return _part_of(page, amount)
    if years := _years_of_age(page, amount):
        return years
    return _counted(page, amount)


def _times(amount: Amount, factor: float) -> Amount:
    return amount._replace(low=amount.low * factor, high=amount.high * factor)


_INCHES = re.compile(
    r"(?:[\s,-]{1,2}|(?<=[′']))(\d{1,2})(?:[\s-]?(?:inch(?:es)?\b|in\b\.?|[″\"])|(?=[^\w.]|$))"
)


def _with_finer(page: Page, amount: Amount) -> Amount:
    """Return the amount with the months, minutes or inches behind it."""
    more = finer_part(page.text, page.folded, amount.end, amount.unit) if amount.low == amount.high else None
    if more is None:
        return _feet_and_inches(page, amount)
    return amount._replace(low=amount.low + more[0], high=amount.high + more[0], end=more[1])


def _feet_and_inches(page: Page, amount: Amount) -> Amount:
    """Read "6 ft 2 in" and "5-foot-11" as one length in feet."""
    more = _INCHES.match(page.folded, amount.end) if amount.unit == "foot" else None
    glued = more and (page.folded[amount.end] == "-" or not more[0].strip(" ,-").isdigit())
    if more is None or not glued or float(more[1]) >= 12:
        return amount
    inches = float(more[1]) / 12
    return amount._replace(low=amount.low + inches, high=amount.high + inches, end=more.end())


_OF_A = re.compile(r"(?:\s+of)?\s+an?\s+(?:us\s+|u\.s\.\s+)?|(?=-|\s+(?:percentage|basis|point)\b)")


_POINT = re.compile(r"[\s-]points?\b|(?:\s+of)?\s+an?\s+point\b")


def _part_of(page: Page, amount: Amount) -> Amount:
    """Read "1/16 of a pint" as a measure, "a third of the voters" as a share of something."""
    of = _OF_A.match(page.folded, amount.end)
    unit = read_unit(page.text, page.folded, of.end()) if of else None
    if unit is None and (point := _POINT.match(page.folded, amount.end)):
        return amount._replace(unit="percentage point", end=point.end())
    return amount._replace(unit=unit[0], end=unit[1]) if unit else amount._replace(unit="fraction")


_AGED = re.compile(
    r"\b(?:aged|ages|age of|at age|both|turn(?:s|ed|ing)|(?:he|she|who) (?:is|was|will be|would be|would have been)(?: now| only| just)?)"
    r"(?:\s+(?:about|around|nearly|almost|over|under|between))?\s+$"
)
_NAME_COMMA = re.compile(
    r"(?:[A-Z][\w'’.-]+|\b(?:wo)?man|boy|girl|mother|father|son|daughter|wife|husband|sister|brother|victim|suspect) ?,\s$"
)


def _years_of_age(page: Page, amount: Amount) -> Amount | None:
    """Read the age in "aged 35", "she turned 40", "Jamie Armstrong, 25, said"."""
    if not 0 < amount.high < 120 or amount.number.scaled:
        return None
    if not re.match(
        r"\s*(?:[,.;:)]|and\b|or\b|when\b|on\b|by\b|in\b|at\b|to\b|$)",
        page.folded[amount.end : amount.end + 6],
    ):
        return None
    aged = _AGED.search(page.folded, max(0, amount.start - 40), amount.start)
    named = page.folded[amount.end : amount.end + 2].lstrip()[:1] == "," and _NAME_COMMA.search(
        page.text, max(0, amount.start - 24), amount.start
    )
    return (
        amount._replace(unit="year of age")
        if aged or (named and amount.low > 3 and amount.number.form == "digits")
        else None
    )


def _counted(page: Page, amount: Amount) -> Amount:
    """Read the noun that is counted, or what there are "hundreds of"."""
    of = _OF.match(page.folded, amount.end) if amount.number.form == "vague" else None
    unit = (read_unit(page.text, page.folded, of.end()) or word_after(page.folded, of.end())) if of else None
    noun = unit or counted_noun(page.folded, amount.end, one=amount.high == 1, text=page.text)
    if noun is None and page.folded.endswith("magnitude ", 0, amount.start):
        noun = ("magnitude", amount.end)
    return amount._replace(unit=noun[0], end=noun[1]) if noun else amount


def money_before(page: Page, at: int) -> bool:
    """Whether a currency sign or code ends at `at`."""
    return sign_before(page.folded, at) is not None
