"""Units that one figure borrows from its neighbour: "eight or nine euros", "3.9 million headsets, up from 2.4 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from presscheck.text.currencies import is_currency
from presscheck.text.mentions import Figure

_FORWARD = re.compile(r"-?,?\s+(?:or|and|to|of the|of its|of their)\s+|-,\s*")
_AND = re.compile(r",?\s+and\s+|,\s+")
_BACKWARD = re.compile(
    r"[^.;!?]{0,60}?\b(?:from|compared with|compared to|against|versus|vs\.?|including|instead of|rather than|not)\s+(?:just\s+|only\s+)?"
)
_GAPPED = re.compile(
    r"(?:,|;|,?\s+(?:and|while|but))\s+(?:the\s+)?[a-z.'-]+(?:\s+[a-z.'-]+){0,2}\s+(?:by|at|had|with)\s+"
)
_UP_FROM = re.compile(r",?\s+(?:(?:up|down)\s+)?")
_NAMED = re.compile(
    r",?\s+(?:and\s+|followed by\s+)?(?:the\s+)?(?:[A-Z][\w'’.-]+\s+){1,3}(?:(?:by|at|had|with|on)\s+)?"
)
_ENDS = re.compile(r"\s*(?:[.;,)]|$)(?!\d)")
_AS_GREAT = 5.0
_TO_LEVEL = re.compile(r"[^.;!?]{0,40}?\b(?:to|at)\s+(?:a\s+record\s+)?")
SHARES = frozenset(["percent", "percentage point", "basis point", "fraction"])
_NO_SHARE = 1000
"""A number as great as this is no share: "30 percent live in poverty, up from 3.6 million"."""
_NOT_SHARED = frozenset(["year", "hour", "minute", "second", "day", "week", "month"])
"""What stands behind a name that follows one of these is rather an age or a result."""


def is_measured(unit: str) -> bool:
    """Whether the unit is money, a share or points: what a change is told in."""
    return unit in SHARES or unit == "point" or is_currency(unit)


def lend_units(text: str, folded: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Yield the figures, those without a unit with that of the neighbour that shares it."""
    lent = ""
    for index, figure in enumerate(figures):
        own = figure.unit
        if not own and figure.kind == "quantity":
            own = _from_next(folded, figures, index) or _from_last(text, folded, figures, index, lent)
            figure = figure.model_copy(update={"unit": own}) if own else figure
        lent = own
        yield figure


def _from_next(folded: str, figures: Sequence[Figure], index: int) -> str:
    """Look along "four-, five- and six-cylinder" for the first that names a unit."""
    for one, other in zip(figures[index : index + 4], figures[index + 1 : index + 5], strict=False):
        if other.kind != "quantity" or _FORWARD.fullmatch(folded, one.end, other.start) is None:
            return ""
        if other.unit:
            return "" if _told_again(folded, one, other) else other.unit
    return ""


def _told_again(folded: str, one: Figure, other: Figure) -> bool:
    """Whether ", or 49 percent" tells the figure before it in another way."""
    return folded[one.end : other.start].strip() == ", or" and other.unit in SHARES


def _from_last(text: str, folded: str, figures: Sequence[Figure], index: int, unit: str) -> str:
    if unit in ("", "times") or index == 0 or figures[index].start - figures[index - 1].end > 90:
        return ""
    if unit in SHARES and figures[index].low >= _NO_SHARE:
        return ""
    gap = (figures[index - 1].end, figures[index].start)
    if unit.endswith(" of age") and _AND.fullmatch(folded, *gap):
        return unit
    if _gapped(text, folded, figures[index - 1], figures[index], unit):
        return unit
    if figures[index].text[:5].lower() == "from " and _UP_FROM.fullmatch(folded, *gap):
        return unit
    if _BACKWARD.fullmatch(folded, *gap) or (unit == "point" and _TO_LEVEL.fullmatch(folded, *gap)):
        return unit
    return ""


def _gapped(text: str, folded: str, last: Figure, figure: Figure, unit: str) -> bool:
    """Whether a clause leaves out what the one before it tells: "cut output by 500,000 barrels a day and Russia by 300,000"."""
    small, great = sorted((abs(last.low), abs(figure.low)))
    if great > _AS_GREAT * small or not _ENDS.match(folded, figure.end):
        return False
    if _NAMED.fullmatch(text, last.end, figure.start):
        return last.kind in (figure.kind, "ratio") and unit not in _NOT_SHARED
    return (is_measured(unit) or " per " in unit) and bool(_GAPPED.fullmatch(folded, last.end, figure.start))
