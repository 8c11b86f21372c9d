"""Finds the figures of a text: counts, measures, money, shares, ratios, scores, ordinals, with unit and bound.

One compiled scan finds where a number may begin; each place is then read by its neighbourhood alone, so the time
grows with the length of the text and no figure depends on another.
"""

from __future__ import annotations

import re

from presscheck.given import given_text
from presscheck.text.amounts import Amount, Page, read_amount
from presscheck.text.changes import change_after, change_before
from presscheck.text.counted import about_words, counted_noun
from presscheck.text.currencies import default_dollar, sign_before, word_after
from presscheck.text.hedges import bound_after, bound_before
from presscheck.text.joins import RANGE_LEAD, joined, one_in
from presscheck.text.mentions import Bound, Change, Figure
from presscheck.text.multiples import START as MULTIPLE_START
from presscheck.text.multiples import WORDS as MULTIPLE_WORDS
from presscheck.text.multiples import read_multiple
from presscheck.text.not_figures import not_a_number, phone_at
from presscheck.text.number_scales import Number
from presscheck.text.numbers import FRACTION_SIGNS, NUMBER_START, NUMBER_WORDS, read_number
from presscheck.text.numbers_dated import dated, year
from presscheck.text.numbers_idle import idiom_at, idle_one, idle_part, is_place
from presscheck.text.numbers_named import capitalised, labelled, named
from presscheck.text.ordinals import START as ORDINAL_START
from presscheck.text.ordinals import WORDS as ORDINAL_WORDS
from presscheck.text.ordinals import read_ordinal
from presscheck.text.shared_units import is_measured, lend_units
from presscheck.text.units import read_unit
from presscheck.text.words import normalise

_MAY_START = "|".join(sorted({word[:3] for word in (*NUMBER_WORDS, *MULTIPLE_WORDS, *ORDINAL_WORDS)}))
"""How the words begin with which a figure may begin: looking for these first makes the scan four times as fast."""
START = re.compile(
    rf"(?=\d|\.\d|[{FRACTION_SIGNS}]|\b(?:an?\s|{_MAY_START}))"
    f"(?:(?P<ordinal>{ORDINAL_START})|(?P<multiple>{MULTIPLE_START})|(?P<number>{NUMBER_START}))"
)
_BREAK = re.compile(r"\n[ \t\r]*\n\s*|(?<=[a-z\d%])\.(?=[A-Z][a-z])")
"""The end of a paragraph, and a full stop between sentences without a blank ("costs £26.6m.The trust")."""
_FOLLOWS = re.compile(r"(?:x|fold|yo)\b")
_REST = re.compile(r"(?:[-:./]\w+){1,6}")
_CAPITAL_M = re.compile(r"[\d.,]{1,16}M\b(?!-)")


def find_figures(text: str) -> list[Figure]:
    """Return the figures of the text in order, none overlapping; `text[f.start:f.end] == f.text`.

    Raises `BadRequest` for what is no text.
    """
    folded = _with_breaks(given_text(text, "the text"))
    if START.search(folded) is None:
        return []
    page = Page(text, folded, default_dollar(folded))
    found: list[Figure] = []
    at = 0
    for match in START.finditer(folded):
        if match.start() >= at:
            figure, at = _read(page, match, at)
            if figure:
                found.append(figure)
    return list(lend_units(text, folded, found))


def _with_breaks(text: str) -> str:
    """Return the text normalised, with line breaks for breaks, so that nothing is read across one."""
    folded = normalise(text)
    pieces, at = [], 0
    for gap in _BREAK.finditer(text):
        pieces += [folded[at : gap.start()], "\n" * len(gap[0])]
        at = gap.end()
    return "".join([*pieces, folded[at:]])


def _read(page: Page, match: re.Match[str], floor: int) -> tuple[Figure | None, int]:
    """Read at one candidate; return the figure, if it is one, and where to go on."""
    if match["ordinal"]:
        return _ordinal(page, match, floor)
    if match["multiple"]:
        return _multiple(page, match, floor)
    start = match.start()
    currency = sign_before(page.folded, start)
    if currency and currency[1] < floor:
        currency = None
    capital = _CAPITAL_M.match(page.text, start) is not None
    number = read_number(page.folded, start, money=currency is not None or capital)
    if number is None:
        return None, floor
    if currency is None and _rejected(page, number):
        return None, _past(page, number)
    return _figure(page, joined(page, read_amount(page, number, currency)), floor)


def _past(page: Page, number: Number) -> int:
    """Where to go on after digits that are no figure: past the whole token ("2019-09-01T10:38:07.190Z")."""
    phone = phone_at(page.folded, number.start)
    rest = phone or (
        _REST.match(page.folded, number.end)
        if number.form == "digits"
        else idiom_at(page.folded, number.start)
    )
    return max(rest.end(), number.end) if rest else number.end


def _rejected(page: Page, number: Number) -> bool:
    """Whether a number without a currency sign is no figure at all: a year, a name, an idiom."""
    text, folded, start, end = page.text, page.folded, number.start, number.end
    if number.form == "vague":
        return False
    if number.form == "fraction":
        hedged = bound_before(folded, start) is not None
        return is_place(folded, start, end) or (not hedged and idle_part(folded, start, end))
    if number.form == "digits" and not_a_number(text, folded, start, end):
        return True
    if dated(folded, start, end) or (number.form == "words" and capitalised(text, start, number.end)):
        return True
    if idiom_at(folded, start):
        return True
    unit = read_unit(text, folded, end) or word_after(folded, end)
    if number.form == "words" and number.low == 1 and not number.scaled:
        return unit is None and not one_in(folded, end) and idle_one(folded, start, end)
    if unit is None and number.form == "digits" and folded[end : end + 1].isalpha() and not number.scaled:
        return not _FOLLOWS.match(folded, end)
    return unit is None and _year_or_name(page, number)


def _year_or_name(page: Page, number: Number) -> bool:
    text, folded, start, end = page.text, page.folded, number.start, number.end
    if labelled(text, folded, start, end):
        return True
    noun = counted_noun(folded, end)
    hedged = bound_before(folded, start) is not None
    if year(folded, start, end, noun is not None, hedged):
        return True
    plain = noun is None and not number.scaled and not hedged and not {".", ","} & set(text[start:end])
    return plain and named(text, folded, start, end)


def _ordinal(page: Page, match: re.Match[str], floor: int) -> tuple[Figure | None, int]:
    """Read an ordinal, or the fraction that it is the lower half of ("two thirds")."""
    start, end = match.span()
    number = read_number(page.folded, start)
    if number and number.form == "fraction":
        return _figure(page, joined(page, read_amount(page, number, None)), floor)
    ordinal = read_ordinal(page.folded, start)
    if ordinal is None or _is_label(page.text, start, end):
        return None, end
    noun = counted_noun(page.folded, ordinal.end, one=True)
    stop, unit = (noun[1], noun[0]) if noun else (ordinal.end, "")
    figure = Figure(
        text=page.text[start:stop], start=start, end=stop, low=ordinal.value, high=ordinal.value, unit=unit,
        kind="ordinal", about=about_words(page.folded, start, stop),
    )  # fmt: skip
    return figure, stop


_ITEM = re.compile(r"(?:^|[.!?:;]\s|\n)\s*(?:and\s)?$")


def _is_label(text: str, start: int, end: int) -> bool:
    """Whether an ordinal belongs to a name ("the Ninth Circuit") or only numbers a sentence ("Sixth, we resolve")."""
    opens = bool(_ITEM.search(text[max(0, start - 6) : start]))
    return text[end : end + 1] == "," if opens else text[start].isupper()


def _multiple(page: Page, match: re.Match[str], floor: int) -> tuple[Figure | None, int]:
    multiple = read_multiple(page.folded, match.start())
    if multiple is None:
        return None, match.end()
    before = bound_before(page.folded, match.start())
    bound, start = before if before and before[1] >= floor else ("=", match.start())
    figure = Figure(
        text=page.text[start : multiple.end], start=start, end=multiple.end, low=multiple.times, high=multiple.times,
        unit="times", bound=bound, change=multiple.change, kind="ratio",
        about=about_words(page.folded, start, multiple.end),
    )  # fmt: skip
    return figure, multiple.end


def _figure(page: Page, amount: Amount, floor: int) -> tuple[Figure | None, int]:
    """Read hedges and change around the amount and make the figure of it."""
    folded, start, end = page.folded, max(amount.start, floor), amount.end
    span = amount.low != amount.high and amount.kind == "quantity"
    lead = RANGE_LEAD.search(folded, max(0, start - 40), start) if span else None
    if lead and lead.start() >= floor:
        start = lead.start()
    before = bound_before(folded, start)
    after = bound_after(folded, amount.number.end) or bound_after(folded, end)
    bound: Bound = after[0] if after else "="
    if before and before[1] >= floor:
        bound, start = before[0] if not after or before[0] != "~" else bound, before[1]
    end = max(end, after[1]) if after else end
    figure = Figure(
        text=page.text[start:end], start=start, end=end, low=amount.low, high=amount.high, unit=amount.unit,
        bound=bound, change=_change(page, amount, start, end, lead is not None), kind=amount.kind,
        about=about_words(folded, start, end),
    )  # fmt: skip
    return figure, end


def _change(page: Page, amount: Amount, start: int, end: int, lead: bool) -> Change | None:
    if amount.kind != "quantity" or lead:
        return None
    if page.folded[amount.start] in "-−" and amount.unit == "percent" and amount.low == amount.high:
        return "down"
    return change_before(page.folded, start, is_measured(amount.unit)) or change_after(
        page.folded, end, amount.unit in ("percent", "fraction")
    )
