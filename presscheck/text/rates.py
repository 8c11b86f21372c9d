"""What an amount is told by: "per barrel", "a month", "each year", "annually"."""

from __future__ import annotations

import re

from presscheck.text.currencies import is_currency
from presscheck.text.units import UNITS

_PER = re.compile(
    r"(?P<link>\s+per\s+|-per-|\s+(?:an?|each|every)\s+|-an?-|\s?/\s?)"
    r"(?P<what>square (?:foot|metre|meter|mile|kilometre|kilometer)|metric ton|[a-z]{2,12})\b(?!\s+(?:earlier|ago|later|before|after|old|from now)\b)"
)
_DIVIDING = re.compile(r"per|/")
_OFTEN = re.compile(
    r"\s+(?P<often>annually|(?:yearly|monthly|weekly|daily|nightly|hourly)(?!\s+(?!(?:and|or|in|to|on|for|by|from|at|before|after|until|since|over|with|as|than)\b)[a-z]))\b"
)
_PER_NAMES = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "nightly": "night", "hourly": "hour",
    "kilometer": "kilometre", "km": "kilometre", "liter": "litre", "kg": "kilogram", "annum": "year",
    "cm": "centimetre", "capita": "person", "head": "person", "square meter": "square metre", "hr": "hour",
    "sec": "second", "sq": "square metre", "lb": "pound", "yr": "year",
}  # fmt: skip
_PER_WITH_A = frozenset(
    "day week month year hour minute second night share barrel gallon pound ton tonne person household mile kilometre "
    "kilometer litre liter unit game seat ounce kilogram kg bushel piece pop word student pupil child family worker "
    "employee quarter acre hectare bottle ticket visit patient head time match season".split()
)


def read_rate(folded: str, at: int, unit: str) -> tuple[str, int] | None:
    """Return what an amount of a unit that ends at `at` is told by, and where that ends; None where it stands alone."""
    if often := _OFTEN.match(folded, at):
        return _PER_NAMES[often["often"]], often.end()
    match = _PER.match(folded, at)
    if match is None:
        return None
    what = _PER_NAMES.get(match["what"], match["what"])
    if _DIVIDING.search(match["link"]):
        told = what not in ("cent", "game" if " per " in unit else "")
    else:
        idle = unit in ("hour", "minute", "second", "day") and what in ("share", "second", "person")
        told = match["what"] in _PER_WITH_A and not idle
    if match["link"].strip() == "/":
        told = told and (is_currency(unit) or unit in UNITS) and (what in _PER_WITH_A or what in UNITS)
    return (what, match.end()) if told else None
