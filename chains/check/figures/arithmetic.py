"""Figures of one sentence that contradict each other.

A change in percent, or a doubling, that does not follow from the values, parts that do not make the total, a share that its counts do
not yield, a measure and another in brackets. Each rule looks at one narrow way of writing and is silent about everything else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.figures.rounding import precision
from presscheck.chains.check.figures.units import as_percent, scale_to
from presscheck.text.changes import FELL, ROSE
from presscheck.text.mentions import Figure, Sentence
from presscheck.text.words import normalise


def plain(value: float) -> str:
    """Write a number as people do: 1,200,000, not 1.2e+06."""
    return f"{value:,.10g}" if abs(value) < 1e9 else f"{value / 1e9:,.10g} billion"


class Slip(NamedTuple):
    """A figure that does not fit the others of the text, those others, and the arithmetic."""

    figure: Figure
    others: tuple[Figure, ...]
    proof: str


def slips(draft: Draft) -> dict[int, Slip]:
    """Return the slips by the start of the figure that does not fit."""
    found: dict[int, Slip] = {}
    text = normalise(draft.text)
    for sentence, figures in by_sentence(draft):
        for rule in (_change, _multiple, _course, _share, _conversion, _parts_after, _total_after):
            if slip := rule(text, sentence, figures):
                found.setdefault(slip.figure.start, slip)
    return found


def by_sentence(draft: Draft) -> list[tuple[Sentence, list[Figure]]]:
    """Return the sentences that hold figures, with them, in order."""
    groups: dict[int, tuple[Sentence, list[Figure]]] = {}
    for figure in draft.figures:
        sentence = draft.sentence_at(figure.start)
        groups.setdefault(sentence.start, (sentence, []))[1].append(figure)
    return list(groups.values())


LOOSE, HEDGED = 0.12, 0.25
"""By how much "doubled", or "nearly doubled", may fall short of it."""
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+)?$")
_TO = re.compile(r"\bto\s+(?:about\s+|around\s+)?$")


def _change(text: str, sentence: Sentence, figures: Sequence[Figure]) -> Slip | None:
    """Hold "rose 50 percent" against "from 100 to 140" in the same sentence."""
    changes = [f for f in figures if f.unit == "percent" and f.change and f.low == f.high and f.bound in "=~"]
    ends = _ends(text, [f for f in figures if f not in changes and f.kind == "quantity"])
    if len(changes) != 1 or ends is None:
        return None
    (before, after), others = ends
    told, real = changes[0], (after - before) / before * 100
    signed = told.low if told.change == "up" else -told.low
    slack = max(1.0, 0.06 * abs(real)) + 100 * sum(
        precision(o.text, o.high) / o.high for o in others if o.high
    )
    if abs(signed - real) <= slack:
        return None
    return Slip(told, others, f"from {plain(before)} to {plain(after)} is {real:+.3g} %")


def _multiple(text: str, sentence: Sentence, figures: Sequence[Figure]) -> Slip | None:
    """Hold "doubled" against "from 40 to 70" in the same sentence: it must go nearly as far, and may go further."""
    changes = [f for f in figures if f.unit == "times" and f.change and f.low == f.high and f.bound in "=~"]
    ends = _ends(text, [f for f in figures if f not in changes and f.kind == "quantity"])
    if len(changes) != 1 or ends is None:
        return None
    (before, after), others = ends
    told, real = changes[0], after / before
    slack = HEDGED if told.bound == "~" else LOOSE
    falls_short = real < told.low * (1 - slack) if told.change == "up" else real > told.low * (1 + slack)
    return Slip(told, others, f"{plain(after)} / {plain(before)} = {real:.3g}") if falls_short else None


_WENT = re.compile(
    rf"\b(?:(?P<up>{ROSE}|up)|(?P<down>{FELL}|down))(?:\s(?:only|just|slightly|sharply|again|back|even))*\s(?P<first>to|from)\s$"
)
_PLACE = 30
"""A bare number up to this one may be a place in a table, which rises to a lower one."""
_THEN = re.compile(
    r"(?:\s[a-z]+)?,?\s(?P<second>to|from)\s(?:just\s|only\s|about\s|around\s|nearly\s)?(?:[$£€])?"
)
_RATE = re.compile(r"\b(?:against|per|to) the (?:dollar|euro|pound|yen)\b")


def _course(text: str, sentence: Sentence, figures: Sequence[Figure]) -> Slip | None:
    """Hold "rose to 28 percent from 33 percent" against its own verb; a currency that falls costs more."""
    if _RATE.search(text, sentence.start, sentence.end):
        return None
    for span in (f for f in figures if f.low != f.high and f.text.lower().startswith("from ")):
        went = _WENT.search(text, max(sentence.start, span.start - 40), span.start + len("from "))
        if went and bool(went["up"]) != _rising(span.text):
            return Slip(span, (span,), f"{span.text} is no {'rise' if went['up'] else 'fall'}")
    for one, other in pairwise(figures):
        went = _WENT.search(text, max(sentence.start, one.start - 40), one.start)
        then = _THEN.fullmatch(text, one.end, other.start)
        if went is None or then is None or went["first"] == then["second"] or not _comparable(one, other):
            continue
        before, after = (other, one) if went["first"] == "to" else (one, other)
        if (after.low < before.low) if went["up"] else (after.low > before.low):
            way = "rise" if went["up"] else "fall"
            return Slip(after, (before,), f"from {plain(before.low)} to {plain(after.low)} is no {way}")
    return None


def _comparable(one: Figure, other: Figure) -> bool:
    """Tell whether two figures can be two levels of one thing."""
    alike = one.unit == other.unit or not (one.unit and other.unit)
    single = one.low == one.high > 0 and other.low == other.high > 0
    counted = bool(one.unit or other.unit) or min(one.low, other.low) > _PLACE
    return alike and single and counted and one.kind == other.kind == "quantity"


def _ends(text: str, figures: Sequence[Figure]) -> tuple[tuple[float, float], tuple[Figure, ...]] | None:
    """Return the value before and after ("from 100 to 140", "to 140 from 100") where there is just one pair."""
    spans = [f for f in figures if f.low != f.high and f.text.lower().startswith("from") and f.low > 0]
    if len(spans) == 1 and spans[0].unit != "percent":
        low, high = spans[0].low, spans[0].high
        return ((low, high) if _rising(spans[0].text) else (high, low)), (spans[0],)
    one = [f for f in figures if _FROM.search(text, max(0, f.start - 14), f.start)]
    other = [f for f in figures if _TO.search(text, max(0, f.start - 12), f.start)]
    if (
        len(one) != 1
        or len(other) != 1
        or (one[0].unit != other[0].unit and one[0].unit and other[0].unit)
        or "percent" in (one[0].unit, other[0].unit)
        or one[0].low <= 0
    ):
        return None
    return (one[0].low, other[0].low), (one[0], other[0])


def _rising(text: str) -> bool:
    """Whether "from A to B" goes up, as written."""
    numbers = [float(n.replace(",", "")) for n in re.findall(r"\d[\d,]*(?:\.\d+)?", text)]
    return len(numbers) < 2 or numbers[0] <= numbers[1]


_OR = re.compile(r"[a-z\s]{0,24}(?:,\s+or|\s+or|,|\s+\()\s*(?:about\s+|roughly\s+|some\s+|just\s+)?")


def _share(text: str, sentence: Sentence, figures: Sequence[Figure]) -> Slip | None:
    """Hold "12 of the 15 systems" against ", or 70 percent"."""
    for ratio, told in pairwise(figures):
        if ratio.kind != "ratio" or ratio.unit == "times" or told.unit != "percent" or told.low != told.high:
            continue
        if _OR.fullmatch(text, ratio.end, told.start) is None or told.bound not in "=~":
            continue
        share = as_percent(ratio) or 0.0
        if abs(share - told.low) > (1.0 if told.bound == "=" else 5.0):
            return Slip(told, (ratio,), f"{ratio.low:g} / {ratio.high:g} = {share:.3g} %")
    return None


_BRACKET = re.compile(r"\s?\((?:or\s+|about\s+|around\s+|roughly\s+)?")


def _conversion(text: str, sentence: Sentence, figures: Sequence[Figure]) -> Slip | None:
    """Hold "8 miles (13 kilometers)" to the table of units; a tenth may be lost to rounding."""
    for one, other in pairwise(figures):
        scale = scale_to(one, other)
        if scale is None or not scale.converted or _BRACKET.fullmatch(text, one.end, other.start) is None:
            continue
        value = scale(other.low)
        if abs(value - one.low) > 0.1 * abs(one.low) + precision(one.text, one.low):
            return Slip(other, (one,), f"{other.low:g} {other.unit} = {value:.3g} {one.unit}")
    return None


_LIST = re.compile(r"[a-z\s'-]{0,40}(?:,|,? and)\s+")
_COLON = re.compile(r"[a-z\s'-]{0,40}(?::|\s-|\s?\()\s*")
NOT_ALL = re.compile(r"\b(?:including|among|mostly|at least|some|such as|other|others|more)\b")


def _parts_after(text: str, sentence: Sentence, figures: Sequence[Figure]) -> Slip | None:
    """Hold a total against its parts: "15 people were killed: nine soldiers, four officers and three children"."""
    total, parts = figures[0], list(figures[1:])
    if len(parts) < 2 or _COLON.fullmatch(text, total.end, parts[0].start) is None:
        return None
    return _sum_slip(text, total, parts)


_IN_ALL = re.compile(
    r"[a-z\s'-]{0,30},?\s+(?:for a total of|a total of|totalling|totaling|in total|making)\s+"
)


def _total_after(text: str, sentence: Sentence, figures: Sequence[Figure]) -> Slip | None:
    """Hold parts against the total that follows them: "nine men and four women, a total of 15"."""
    total, parts = figures[-1], list(figures[:-1])
    if len(parts) < 2 or _IN_ALL.fullmatch(text, parts[-1].end, total.start) is None:
        return None
    return _sum_slip(text, total, parts)


def _sum_slip(text: str, total: Figure, parts: list[Figure]) -> Slip | None:
    listed = all(_LIST.fullmatch(text, a.end, b.start) for a, b in pairwise(parts))
    counts = [total, *parts]
    if not listed or any(f.kind != "quantity" or f.low != f.high or f.bound != "=" for f in counts):
        return None
    if (
        len({f.unit if f.unit.isupper() or f.unit == "percent" else "" for f in counts}) > 1
        or total.unit == "percent"
    ):
        return None
    if NOT_ALL.search(text, min(f.start for f in counts), max(f.end for f in counts) + 30):
        return None
    added = sum(f.low for f in parts)
    if abs(added - total.low) <= 0.01 * total.low:
        return None
    return Slip(total, tuple(parts), " + ".join(plain(f.low) for f in parts) + f" = {plain(added)}")
