"""Two numbers that make one figure: ranges ("$5-10 million"), scores ("3-1"), ratios ("12 of the 15", "one in five")."""

from __future__ import annotations

import re

from presscheck.text.amounts import Amount, Page, money_before, with_unit
from presscheck.text.changes import change_before
from presscheck.text.currencies import AFTER_PREFIX, is_currency, sign_before
from presscheck.text.number_scales import Number
from presscheck.text.number_words import SCALES, SHORT_SCALES
from presscheck.text.numbers import read_number
from presscheck.text.numbers_dated import dated, year
from presscheck.text.words import lemma

_RANGE = re.compile(r"\s?-\s?|\s+to\s+(?:about\s+|as\s+much\s+as\s+|around\s+|nearly\s+)?|-to-|\s?/\s?(?=\$)")
_AND = re.compile(r"\s+(?:and|to)\s+(?:about\s+)?")
RANGE_LEAD = re.compile(
    r"\b(?:in\s+)?(?:between|from|range of|ranging from|ranges? from|ranged from)\s+"
    r"(?:about\s+|around\s+|roughly\s+|as little as\s+)?(?:[$£€¥]\w{0,2}|[a-z]{1,3}[$])?[-−]?$"
)
"""Words that lead into a range, up to its first number."""
_OF = re.compile(
    r"-(?:in|of|out-of)-|\s+(?:(?:out\s+)?of(?:\s+(?:the|its|his|her|their|all|every|those|these|some|about))?|in(?:\s+every)?)\s+"
)
_SCORE_WORDS = re.compile(
    r"\b(?:won|wins?|winning|lost|lose|loss|beat|beats|beating|beaten|defeat|defeated|victory|draw|drew|tied?|lead|leads|led"
    r"|leading|trail|trailed|trailing|scored?|voted?|votes|passed|down|up|record|aggregate|ahead|behind|rout|thrash|edged"
    r"|downed|routed|ruled|ruling|decision|finished|ended|game|match|split|series|sets?|approved|rejected)\b"
)
_SCORE_UNITS = frozenset(
    "|vote|win|victory|loss|record|defeat|lead|draw|run|margin|ruling|decision|majority|score|scoreline|start|triumph|ratio"
    "|upset|rout|series|tally".split("|")
)
_VOTE_TO = re.compile(
    r"\b(?:voted|votes?|passed|approved|rejected|confirmed|carried|adopted|defeated|ruled|ratio of|score of|tally of|won|lost)\s+(?:by\s+)?$"
    r"|\b(?:passed|approved|rejected|confirmed|adopted|defeated)\s+(?:[a-z'-]+\s+){1,4}by\s+$"
)
_TO_VOTE = re.compile(r"\s+(?:vote|votes|margin|ratio|ruling|in favou?r)\b")
_BY_FIRST = re.compile(r"(?:^|[.;:,]\s+)by\s+$")
_THEY_VOTED = re.compile(
    r",?\s[^.,;:\d]{0,60}?\b(?:voted|passed|approved|rejected|confirmed|carried|adopted|defeated|backed|ruled)\b"
)
"""What follows a vote that begins the sentence: "By 27 to 22 the council approved"."""
_CONTEST = re.compile(
    r"\b(?:leads?|led|leading|beats?|beating|defeat(?:s|ed)?|edge[sd]?|trail(?:s|ed|ing)?|ahead of|behind|over|won|lost)\b"
    r"(?:[^.;:%\d]|\b(?:mr|mrs|ms|dr|sen|gov|rep)\.)*$"
)
"""What stands before the shares of two who contend."""


def joined(page: Page, amount: Amount) -> Amount:
    """Return the amount joined to a second number where they make one figure, else with its own unit."""
    single = with_unit(page, amount)
    return _range(page, amount, single) or _ratio(page, amount) or _vote(page, single) or single


def _second(page: Page, at: int, money: bool) -> tuple[Number, str] | None:
    """Return the number at `at`, after a currency sign if there is one, and that currency; `money`: the first is."""
    sign = AFTER_PREFIX.match(page.folded, at)
    place = sign.end() if sign else at
    number = read_number(page.folded, place, money=money or sign is not None)
    if number is None or number.form == "vague":
        return None
    currency = sign_before(page.folded, number.start) if sign else None
    return number, currency[0] if currency else ""


def _range(page: Page, amount: Amount, single: Amount) -> Amount | None:
    """Read a range from the bare number ("5-10 million") or from the number with its unit ("5 percent to 7 percent")."""
    between = bool(RANGE_LEAD.search(page.folded, max(0, amount.start - 40), amount.start))
    for first in (amount, single) if single.end != amount.end else (amount,):
        link = (_AND if between else _RANGE).match(page.folded, first.end) or _RANGE.match(
            page.folded, first.end
        )
        second = _second(page, link.end(), is_currency(first.unit)) if link else None
        if link and second and _linked(page, first, second[0], link[0].strip(), between):
            return _span(page, first, second, link[0].strip(), between)
    return None


def _linked(page: Page, first: Amount, second: Number, link: str, between: bool) -> bool:
    """Whether two numbers belong together: not "rose 5 % to 20 yen", not a day or an hour."""
    if first.number.form == "vague" or dated(page.folded, second.start, second.end):
        return False
    if between:
        return not first.unit or _unit_of(page, second).partition(" per ")[0] in (
            "",
            first.unit.partition(" per ")[0],
        )
    if link == "to" and _by_then_to(page, first, second):
        return False
    measured = bool(first.unit) and first.end > first.number.end
    if measured and link == "to" and _shares_of_two(page, first):
        return False
    if measured:
        return _unit_of(page, second) == first.unit and (
            link != "to" or change_before(page.folded, first.start) is None
        )
    return link != "to" or not first.unit or change_before(page.folded, first.start) is None


def _shares_of_two(page: Page, first: Amount) -> bool:
    """Whether each of two rivals has a share of its own: "leads her 51 percent to 63 percent" is no range."""
    told = _CONTEST.search(page.folded, max(0, first.start - 60), first.start)
    return told is not None and first.unit == "percent"


def _unit_of(page: Page, number: Number) -> str:
    return with_unit(page, Amount(0, 0, number.start, number.end, "", number)).unit


_BY = re.compile(
    r"\bby\s+(?:(?:about|around|nearly|almost|some|roughly|just|over|more than)\s+)?(?:[a-z]{0,2}[$£€¥])?$"
)
_FURTHEST = 4.0
"""How many times the first the second number of "rose by 5 to 10" may be; "rose by 300 to 4,500" is a step and a level."""


def _by_then_to(page: Page, first: Amount, second: Number) -> bool:
    """Whether the first number is the step and the second the level reached ("rose by a third to £4m")."""
    if _BY.search(page.folded, max(0, first.start - 24), first.start) is None:
        return False
    return first.number.form == "fraction" or second.low > _FURTHEST * _scaled_alike(page, first, second)


def _span(page: Page, first: Amount, second: tuple[Number, str], link: str, between: bool) -> Amount | None:
    number, currency = second
    whole = with_unit(
        page, Amount(first.low, number.low, first.start, number.end, first.unit or currency, number)
    )
    if _is_score(page, first, number, link, whole):
        return whole._replace(kind="score")
    low, high = _scaled_alike(page, first, number), number.low
    tail = with_unit(page, Amount(0, 0, number.start, number.end, "", number))
    whole = whole._replace(end=tail.end) if tail.unit == whole.unit else whole
    year_first = re.search(r"(?:1[5-9]|20)\d\d$", page.folded[first.start : first.end])
    years = year_first and (high < 100 or (1500 <= high < 2100 and not whole.unit))
    if not between and (low >= high or (link == "-" and years)):
        return None
    return whole._replace(low=min(low, high), high=max(low, high))


def _scaled_alike(page: Page, first: Amount, second: Number) -> float:
    """Return the first number in the scale of the second: "5-10 million" is 5 million to 10 million."""
    if first.number.scaled or not (second.scaled or second.form == "words"):
        return first.low
    scales = re.findall(r"[a-z]+", page.folded[second.start : second.end])
    factor = 1.0
    while scales and (size := _SIZES.get(scales.pop())):
        factor *= size
    return first.low * factor if first.low * factor <= second.low * 1.0001 else first.low


_SIZES = {**SCALES, **SHORT_SCALES, "hundred": 100.0, "millions": 1e6, "billions": 1e9}


def _is_score(page: Page, first: Amount, second: Number, link: str, whole: Amount) -> bool:
    if link == "to" and _is_vote(page, first, second):
        return True
    if link != "-" or first.unit or (whole.end > second.end and whole.unit not in _SCORE_UNITS):
        return False
    if first.number.form != "digits" or not first.low.is_integer() or second.low > 999 or second.scaled:
        return False
    around = (
        page.folded[max(0, first.start - 45) : first.start] + " " + page.folded[second.end : second.end + 25]
    )
    names = (
        re.search(r"[A-Z]\w+ $", page.text[max(0, first.start - 12) : first.start])
        and page.text[second.end : second.end + 2].strip().isupper()
    )
    return first.low >= second.low or bool(names) or bool(_SCORE_WORDS.search(around))


def _is_vote(page: Page, first: Amount, second: Number) -> bool:
    """Whether "76 to 20" is how a vote went, or a ratio, not a range."""
    if (
        first.unit
        or first.number.scaled
        or second.scaled
        or not (first.low.is_integer() and second.low < 1e7)
    ):
        return False
    told = _VOTE_TO.search(page.folded, max(0, first.start - 60), first.start)
    ahead = _BY_FIRST.search(page.folded, max(0, first.start - 8), first.start)
    told = (
        told
        or _TO_VOTE.match(page.folded, second.end)
        or (ahead and _THEY_VOTED.match(page.folded, second.end))
    )
    return bool(told) and first.low >= second.low


_VOTES_TO = re.compile(r"\s+to\s+")
_FOR_AND = re.compile(r"\s+(?:voted\s+|votes\s+)?(?:in favou?r|for),?\s+(?:and\s+|to\s+|with\s+)?")
_AGAINST = re.compile(r"\s+(?:votes?\s+|voted\s+|were\s+)?against\b")


def _vote(page: Page, single: Amount) -> Amount | None:
    """Read "212 votes to 198" and "58 in favour and 41 against" as the one figure that "212-198" is."""
    if single.unit not in ("vote", "") or single.low != int(single.low):
        return None
    to = _VOTES_TO.match(page.folded, single.end) if single.unit else None
    link = to or _FOR_AND.match(page.folded, single.end)
    second = read_number(page.folded, link.end()) if link else None
    if second is None or second.scaled or second.form not in ("digits", "words"):
        return None
    if not to and _AGAINST.match(page.folded, second.end) is None:
        return None
    return single._replace(high=second.low, end=second.end, unit="", kind="score")


def _ratio(page: Page, amount: Amount) -> Amount | None:
    if noun := _noun_in(page, amount):
        return noun
    link = _OF.match(page.folded, amount.end)
    if link is None or amount.unit or amount.number.scaled or amount.number.form in ("vague", "fraction"):
        return None
    whole = read_number(page.folded, link.end())
    if whole is None or whole.form not in ("digits", "words") or whole.scaled or not amount.low.is_integer():
        return None
    if page.folded[whole.end : whole.end + 1] == "-":
        return None
    inside = link[0].strip(" -").startswith("in")
    if (
        money_before(page, whole.start)
        or whole.low < amount.low
        or (inside and not _one_in(page, amount, whole))
    ):
        return None
    if not inside and whole.low == 1:
        return None
    ratio = with_unit(page, Amount(amount.low, whole.low, amount.start, whole.end, "", whole))
    return ratio._replace(low=amount.low, high=whole.low, kind="ratio")


_WHOLE = "two|three|four|five|six|seven|eight|nine|ten|twenty"
_ONE_IN = re.compile(rf"(?:\s+|-)(?:in|out of)(?:\s+|-)(?:every\s+)?(?=\d|{_WHOLE}|a hundred)")
_NOUN_IN = re.compile(
    rf"\s+(?!of\b)(?:[a-z-]+\s+)?([a-z-]+)\s+(?:in|out of)\s+(?:every\s+)?(?=(?:[2-9]|\d\d|{_WHOLE})\b)"
)


def _noun_in(page: Page, amount: Amount) -> Amount | None:
    """Read "one visitor in five" and "four farm birds in ten"."""
    plain = amount.low == amount.high < 10 and not amount.unit
    link = _NOUN_IN.match(page.folded, amount.end) if plain else None
    whole = read_number(page.folded, link.end()) if link else None
    if link is None or whole is None or whole.scaled or not _one_in(page, amount, whole):
        return None
    if _unit_of(page, whole) or page.folded[whole.end : whole.end + 1] == "-":
        return None
    return amount._replace(high=whole.low, end=whole.end, unit=lemma(link[1]), kind="ratio")


def one_in(folded: str, end: int) -> bool:
    """Whether "one" opens a ratio: "one in five", "one out of every 10"."""
    link = _ONE_IN.match(folded, end)
    return link is not None and not year(folded, link.end(), link.end() + 4, False, False)


def _one_in(page: Page, amount: Amount, whole: Number) -> bool:
    """Whether "3 in 10" is a share, not "2 in 2019"."""
    return (
        amount.low < whole.low <= 1e6
        and amount.low <= 10
        and not year(page.folded, whole.start, whole.end, False, False)
    )
