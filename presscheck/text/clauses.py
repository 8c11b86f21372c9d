"""Where the clauses of a sentence begin and end, told by commas and the words that join them."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

_PARTS = re.compile(
    r"[;:—]\s|,\s(?=\D)|\s(?:and|but|while|whereas|because)\s|\s(?=(?:according to|before|after|when|who|which|where)\b)"
)


def clause_around(folded: str, start: int, end: int, enough: Callable[[int, int], bool]) -> tuple[int, int]:
    """Return the clause that holds some characters of a folded sentence, with as many of its neighbours as are `enough`."""
    cuts = [0, *(m.end() for m in _PARTS.finditer(folded)), len(folded)]
    low, high = next(((a, b) for a, b in pairwise(cuts) if a <= start < b), (0, len(folded)))
    high = max(high, end)
    while not enough(low, high) and (low > 0 or high < len(folded)):
        low, high = _wider(low, high, cuts)
    return low, high


def _wider(low: int, high: int, cuts: list[int]) -> tuple[int, int]:
    """Take the next clause in, or at the end of the sentence the one before."""
    if high < cuts[-1]:
        return low, next(c for c in cuts if c > high)
    return max(c for c in cuts if c < low), high
