"""A length of time told in two or three units: "four years and six months", "two hours, four minutes and 51 seconds"."""

from __future__ import annotations

import re
from typing import Final

from presscheck.text.numbers import read_number
from presscheck.text.units import read_unit

_FINER: Final = {
    "year": ("month", 12),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
    "minute": ("second", 60),
}
"""The next finer unit, and how many of them make one."""
_LINK: Final = re.compile(r"\s+(?:and\s+)?|,\s+(?!and\b)")
_MORE: Final = re.compile(r",?\s+(?:and\s+)?\S+\s(?:weeks|days|hours)\b")
"""What makes it a list of lengths, each told for itself: "3 years, 2 months, 14 days, and 16 hours"."""
_A_DAY: Final = re.compile(r"\s+(?:an?|per|each|every)\s")


def finer_part(text: str, folded: str, at: int, unit: str) -> tuple[float, int] | None:
    """Return what finer units add to a length of time that ends at `at`, in its own unit, and where they end."""
    if unit not in _FINER or not (link := _LINK.match(folded, at)):
        return None
    finer, many = _FINER[unit]
    number = read_number(folded, link.end())
    if number is None or number.form not in ("digits", "words") or not 0 < number.low == number.high < many:
        return None
    read = read_unit(text, folded, number.end)
    if read is None or read[0] != finer or _A_DAY.match(folded, read[1]):
        return None
    rest, end = finer_part(text, folded, read[1], finer) or (0.0, read[1])
    if finer == "month" and _MORE.match(folded, end):
        return None
    return (number.low + rest) / many, end
