"""Everything that the figures of a source come to by arithmetic and that is of the claimed figure's kind, with its proof."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, permutations
from typing import NamedTuple

from presscheck.chains.check.figures.arithmetic import plain
from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.comparing import DIGITS, LEAST_SUM, compares, words_without_hedge
from presscheck.chains.check.figures.kinds import kind_of, two_kinds
from presscheck.chains.check.figures.rounding import significant
from presscheck.chains.check.figures.steps import steps
from presscheck.chains.check.figures.told import TOTAL, Told
from presscheck.chains.check.figures.units import BARE, GREAT, POINTS, as_percent, scale_to
from presscheck.chains.check.sources import SourceSentence
from presscheck.reasons import Reason
from presscheck.text.mentions import Change, Figure
from presscheck.text.shared_units import SHARES

LIKE = 0.4
"""How alike two units must be: nouns of any kind, not a measure and a bare number."""
_SUM = re.compile(rf"\b(?:{TOTAL}|sum|jointly|both|worldwide|globally)\b")
_EITHER = re.compile(r"\s(?:[a-z]+\s){1,3}or\s")
_PARTS = re.compile(r"[^.;:\d]{0,30}?,\s[^.;:]{1,30}?\b(?:of (?:them|whom|which|these|those)|among them)\b")
_LEFT_OVER = re.compile(r"\b(?:not|never|without|missing|still|remain(?:s|ed|ing)?)\b|n't\b")


class Part(NamedTuple):
    """A figure of a source and the sentence that it stands in."""

    sentence: SourceSentence
    figure: Figure


Result = tuple[tuple[Part, ...], float, str, Reason]


def results(claimed: Claimed, parts: list[Part], told: Counter[float]) -> Iterator[Result]:
    """Yield everything that the parts come to and that is of the claim's kind."""
    claim, words = claimed.figure, words_without_hedge(claimed.told)
    if as_percent(claim) is not None:
        yield from _percent(claim, parts, words)
        yield from _rest(parts) if claim.change is None else ()
    elif claim.unit == "times":
        yield from _multiple(parts)
    elif claim.kind == "quantity" and claim.low == claim.high:
        least = BARE if claim.low >= GREAT else LIKE
        same = [p for p in parts if (s := scale_to(claim, p.figure)) and s.alike >= least and not s.converted]
        if _SUM.search(words) or _EITHER.match(claimed.told.after) or has_parts(claimed):
            yield from _sums(same)
        elif kinds := two_kinds(claimed.told):
            yield from _sums_of_kinds(parts, kinds)
        elif significant(claim.text) >= 3 and claim.bound == "=":
            yield from _told_sums(same, told)
            yield from _side_by_side(same)
        elif claim.low > LEAST_SUM:
            yield from _told_sums(same, told)
        if claim.unit in POINTS:
            yield from _differences([p for p in parts if p.figure.unit == "percent"], 1 / POINTS[claim.unit])
        if claim.unit not in SHARES and (claimed.part == "step" or compares(claimed.told, words)):
            yield from _differences(same)
        elif claim.low > LEAST_SUM and (claim.unit or significant(claim.text) >= DIGITS):
            yield from _told_differences(same, told)
        yield from _shares_of(claim, same, parts)
        yield from _each(claim, parts)


def has_parts(claim: Claimed) -> bool:
    """Whether the draft tells a part right behind the figure: "37 people, 26 of them in Leeds"."""
    return _PARTS.match(claim.told.after) is not None


def _pairs(parts: list[Part]) -> Iterator[tuple[Part, Part]]:
    """Yield pairs that count alike."""
    for one, other in permutations(parts, 2):
        scale = scale_to(one.figure, other.figure)
        least = BARE if min(one.figure.low, other.figure.low) >= GREAT else LIKE
        if scale and scale.alike >= least and not scale.converted and one.figure.low and other.figure.low:
            yield one, other


def _percent(claim: Figure, parts: list[Part], words: str) -> Iterator[Result]:
    """Yield shares, or where the claim is a rise or fall, changes in percent."""
    moved = claim.change is not None
    counted = [p for p in parts if p.figure.unit != "year of age" and (moved or p.figure.unit != "percent")]
    for one, other in _pairs(counted):
        a, b = one.figure.low, other.figure.low
        share = (one, other), 100 * a / b, f"{plain(a)} / {plain(b)} = {100 * a / b:.3g} %"
        if moved and (b > a) == (claim.change == "up") and a != b:
            proof = f"({plain(b)} - {plain(a)}) / {plain(a)} = {(b - a) / a * 100:.3g} %"
            yield (one, other), abs(b - a) / a * 100, proof, Reason.FIGURE_DERIVED
        elif not moved and 1 < a < b:
            yield *share, Reason.FIGURE_DERIVED
        if moved and one.figure.change == claim.change and 1 < a < b:
            yield *share, Reason.FIGURE_DERIVED
    if claim.kind == "ratio" and _LEFT_OVER.search(words):
        yield from _rest_of_count(claim, parts)
    if claim.change is not None:
        yield from _steps_in_percent(parts, claim.change)
        yield from _points_for_percent(parts, claim.change == "up")


_REST = re.compile(r"\b(?:rest|remaining|remainder|others|undecided|unsure)\b")
WHOLE = "100 - "


def _rest(parts: list[Part]) -> Iterator[Result]:
    """Yield what a sentence leaves of a hundred percent, where it speaks of the rest."""
    shares = [p for p in parts if p.figure.unit == "percent"]
    if len(shares) < 2 or not _REST.search(shares[0].sentence.text.lower()):
        return
    left = 100 - sum(p.figure.low for p in shares)
    if left > 0:
        proof = WHOLE + " - ".join(plain(p.figure.low) for p in shares) + f" = {plain(left)}"
        yield tuple(shares), left, proof, Reason.FIGURE_DERIVED


def _points_for_percent(parts: list[Part], rose: bool) -> Iterator[Result]:
    """Yield the points between two shares, which a text may not call percent."""
    for one, other in _pairs([p for p in parts if p.figure.unit == "percent"]):
        a, b = one.figure.low, other.figure.low
        if a != b and (b > a) == rose:
            proof = f"from {plain(a)} to {plain(b)} percent is {plain(abs(b - a))} percentage points"
            yield (one, other), abs(b - a), proof, Reason.FIGURE_POINTS


def _multiple(parts: list[Part]) -> Iterator[Result]:
    for one, other in _pairs(parts):
        a, b = one.figure.low, other.figure.low
        yield (one, other), b / a, f"{plain(b)} / {plain(a)} = {b / a:.3g}", Reason.FIGURE_DERIVED


def _sums(parts: list[Part]) -> Iterator[Result]:
    for size in (2, 3, 4):
        for group in combinations(parts, size):
            values = [p.figure.low for p in group]
            proof = " + ".join(f"{plain(v)}" for v in values) + f" = {plain(sum(values))}"
            yield group, sum(values), proof, Reason.FIGURE_DERIVED


def _told_sums(parts: list[Part], told: Counter[float]) -> Iterator[Result]:
    """Yield the sums of values that the draft's sentence tells as well, each as often as it does."""
    for result in _sums([p for p in parts if p.figure.low in told]):
        if Counter(p.figure.low for p in result[0]) <= told:
            yield result


def _sums_of_kinds(parts: list[Part], kinds: frozenset[str]) -> Iterator[Result]:
    """Yield the sums of a count of each of the two kinds that the draft counts together: "200 staff and players"."""
    counted = [p for p in parts if _kind(p, kinds)]
    for result in _sums(counted):
        if len(result[0]) == 2 == len({_kind(p, kinds) for p in result[0]}):
            yield result


def _kind(part: Part, kinds: frozenset[str]) -> str:
    return kind_of(Told(part.sentence.text, part.figure, part.sentence.figures), kinds)


def _side_by_side(parts: list[Part]) -> Iterator[Result]:
    """Yield the sums of two values with nothing but an "and" between: "187 passengers and 12 crew"."""
    for result in _sums(parts):
        used = result[0]
        if len(used) == 2 and used[0].sentence is used[1].sentence:
            between = used[0].sentence.text[used[0].figure.end : used[1].figure.start]
            if between.strip() in ("and", "plus"):
                yield result


def _differences(parts: list[Part], times: float = 1.0) -> Iterator[Result]:
    for one, other in _pairs(parts):
        a, b = one.figure.low, other.figure.low
        if a > b and not _ends_of_two(one, other):
            proof = f"{plain(a)} - {plain(b)} = {plain(a - b)}"
            yield (one, other), round((a - b) * times, 9), proof, Reason.FIGURE_DERIVED


def _ends_of_two(one: Part, other: Part) -> bool:
    """Whether a value is an end of "from 40 to 60" and the other is none of the same."""
    spans = any(p.figure.text[:5].lower() == "from " for p in (one, other))
    return spans and (one.sentence is not other.sentence or one.figure.start != other.figure.start)


def _told_differences(parts: list[Part], told: Counter[float]) -> Iterator[Result]:
    """Yield what is left of a value when one that the draft's sentence tells as well is taken off."""
    for result in _differences(parts):
        one, other = result[0]
        if one.sentence is other.sentence and other.figure.low in told and other.figure.low > LEAST_SUM:
            yield result


def _shares_of(claim: Figure, same: list[Part], parts: list[Part]) -> Iterator[Result]:
    """Yield a share of a count: "granted protection in 44 percent of 71,000 cases"."""
    for whole in same:
        for share in (p for p in parts if p.figure.unit == "percent"):
            if share.sentence is not whole.sentence and claim.unit != whole.figure.unit:
                continue
            if claim.low > LEAST_SUM and 0 < share.figure.low < 100 and share.figure.change is None:
                value = whole.figure.low * share.figure.low / 100
                proof = f"{plain(share.figure.low)} % of {plain(whole.figure.low)} = {plain(value)}"
                yield (whole, share), value, proof, Reason.FIGURE_DERIVED


def _each(claim: Figure, parts: list[Part]) -> Iterator[Result]:
    """Yield what falls to one of a number: "80 million euros a year" for "640 million euros over eight years"."""
    head, _, per = claim.unit.partition(" per ")
    for whole in (p for p in parts if per and p.figure.unit == head):
        for number in (p for p in parts if p.figure.unit == per and p.figure.low > 1):
            value = whole.figure.low / number.figure.low
            proof = f"{plain(whole.figure.low)} / {plain(number.figure.low)} = {plain(value)}"
            yield (whole, number), value, proof, Reason.FIGURE_DERIVED


def _rest_of_count(claim: Figure, parts: list[Part]) -> Iterator[Result]:
    """Yield what a part leaves of the whole that the draft tells: "1,250 of the 18,300 did not finish"."""
    for one, other in _pairs(parts):
        a, b = one.figure.low, other.figure.low
        if a < b == claim.high:
            proof = f"{plain(b)} - {plain(a)} = {plain(b - a)}"
            yield (one, other), 100 * (b - a) / b, proof, Reason.FIGURE_DERIVED


def _steps_in_percent(parts: list[Part], change: Change) -> Iterator[Result]:
    """Yield a step as a share of the level before: "3.4 million, 200,000 more than a year earlier"."""
    for sentence in {p.sentence.start: p.sentence for p in parts}.values():
        for step in steps(sentence):
            if step.exact and step.base and (step.level.low > step.base) == (change == "up"):
                size = 100 * abs(step.level.low - step.base) / step.base
                used = (Part(sentence, step.level), Part(sentence, step.step))
                if step.level.unit != "percent":
                    yield used, size, f"{step.proof}, a change of {size:.3g} %", Reason.FIGURE_DERIVED
