"""A sentence whose own dates or figures are in another order than it says: "in 2011, three years after the medal of 2014"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.figures.arithmetic import Slip, by_sentence, plain
from presscheck.text.mentions import DateMention, Figure, Sentence
from presscheck.text.words import normalise

_WAY: Final = re.compile(
    r"\s(?:(?P<before>before|earlier than|ahead of|prior to)|(?P<after>after|later than))\s"
)
_BESIDE: Final = re.compile(
    r",?\s(?:(?:came|comes|was|is)\s)?(?:(?:about|just|only|exactly|nearly|almost|some|roughly)\s)?"
)
"""What may stand between a date and the length of time that is told of it."""
_END: Final = re.compile(r"[.;:]\s")
_THAN: Final = re.compile(
    r"(?:\s[a-z\d]+){0,3},\s(?:(?:slightly|just|a little|far|much|well|even|some)\s)?"
    r"(?:(?P<more>more|higher|larger|bigger|greater|dearer|costlier)|(?P<less>less|fewer|lower|smaller|cheaper))\sthan\s"
    r"(?:(?:the|in|on|for|its|their|his|her|(?:[a-z.]+\s){0,2}[a-z.]+['’]s?)\s){0,2}(?:about\s|nearly\s)?"
)
_MONTHS: Final = {"year": 12, "decade": 120, "month": 1}


def order_slips(draft: Draft) -> dict[int, Slip]:
    """Return the slips by the start of the figure that does not fit."""
    text = normalise(draft.text)
    found: dict[int, Slip] = {}
    for sentence, figures in by_sentence(draft):
        dates = [d for d in draft.dates_in(sentence) if d.kind == "date" and d.low is not None]
        for figure in figures:
            if slip := _order(text, sentence, figure, dates):
                found[figure.start] = slip
        if slip := _part_of(text, figures):
            found[slip.figure.start] = slip
        found |= {slip.figure.start: slip for slip in _comparisons(text, figures)}
    return found


def _order(text: str, sentence: Sentence, figure: Figure, dates: Sequence[DateMention]) -> Slip | None:
    """Hold "three years after" against the dates before it and behind it, where these lie three years apart."""
    way = _WAY.match(text, figure.end)
    unit = _MONTHS.get(figure.unit)
    if way is None or unit is None or figure.low != figure.high or figure.bound not in "=~":
        return None
    end = _END.search(text, way.end(), sentence.end)
    behind = [d for d in dates if way.end() <= d.start < (end.start() if end else sentence.end)]
    ahead = [d for d in dates if d.end <= figure.start]
    if not ahead or len(behind) != 1 or not _BESIDE.fullmatch(text, ahead[-1].end, figure.start):
        return None
    one, other = ahead[-1], behind[0]
    apart = _months_between(one, other)
    if abs(apart) != round(figure.low * unit) or (apart > 0) == bool(way["before"]):
        return None
    return Slip(figure, (), f"{one.text} is {'before' if apart > 0 else 'after'} {other.text}")


def _months_between(one: DateMention, other: DateMention) -> int:
    """Return the months from one date to another, by their years alone where one of them names no month."""
    if one.low is None or other.low is None:
        return 0
    years = 12 * (other.low.year - one.low.year)
    return years if "year" in (one.grain, other.grain) else years + other.low.month - one.low.month


def _comparisons(text: str, figures: Sequence[Figure]) -> list[Slip]:
    """Hold "$6 billion, less than Halden's $5 billion" against the two values."""
    found: list[Slip] = []
    for one, other in pairwise(figures):
        than = _THAN.fullmatch(text, one.end, other.start)
        if than is None or one.unit != other.unit or one.unit in ("", "percent") or not _single(one, other):
            continue
        if (one.low < other.low) if than["more"] else (one.low > other.low):
            sign = "<" if one.low < other.low else ">"
            found.append(Slip(one, (other,), f"{plain(one.low)} {sign} {plain(other.low)}"))
    return found


_OF: Final = re.compile(r"\s(?:out\s)?of\s(?P<all>the\s|its\s|their\s|all\s)?[$£€]?")
_COUNTED_BY: Final = re.compile(r"\bof\s$")
"""Before a number that only says how large a group is: "a team of 120 of the 12 best firms"."""


def _part_of(text: str, figures: Sequence[Figure]) -> Slip | None:
    """Hold "52 million of the 15 million people" to what a part can be."""
    for part, whole in pairwise(figures):
        if part.low > whole.low and _is_part(text, part, whole):
            return Slip(part, (whole,), f"{plain(part.low)} > {plain(whole.low)}")
    for ratio in figures:
        if ratio.kind == "ratio" and ratio.unit != "times" and ratio.low > ratio.high > 1:
            return Slip(ratio, (), f"{plain(ratio.low)} > {plain(ratio.high)}")
    return None


def _is_part(text: str, part: Figure, whole: Figure) -> bool:
    """Whether "5 of the 12 firms" tells of one kind of thing: of the same unit, or of none before all of them."""
    of = _OF.fullmatch(text, part.end, whole.start)
    if of is None or not all(f.kind == "quantity" and f.low == f.high for f in (part, whole)):
        return False
    if _COUNTED_BY.search(text[max(0, part.start - 8) : part.start]):
        return False
    return part.unit == whole.unit != "" or (not part.unit and of["all"] is not None)


def _single(one: Figure, other: Figure) -> bool:
    exact = all(f.low == f.high and f.bound == "=" and f.change is None for f in (one, other))
    return exact and one.kind == other.kind == "quantity"
