"""What a value as written bears out: rounding, hedges ("nearly", "about") and bounds ("more than", "up to").

The rules, on which `docs/figures.md` gives examples:

* A bare value stands for another that rounds to it at the precision written, two significant digits at least, or
  that differs by at most 0.5 %. Counts under 100 must be equal, and so must what is told as "exactly".
* "about", "around", "some": within 5 %, or half a unit of the last digit written. "nearly", "almost": the same, from
  below only.
* "more than", "over": above it, by at most half again, and only where the number told is the rounder one. "fewer
  than", "under": the same below it.
* "at least", "up to": the same, equal included.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from presscheck.text.mentions import Bound, Figure

Fit = Literal["equal", "rounded", "bound", "open", "off"]
"""How a claimed value and a source's fit: "bound" is the right value under the wrong hedge, "open" neither one nor the
other (the source says "more than 100", the text 105)."""

SLACK = 0.005
HEDGED_SLACK = 0.05
FAR = 1.5
STEP = 0.6
"""How much of a step "about" may be off where two digits are told: "about 870" stands for 865 to 876."""

_BELOW = re.compile(
    r"^\W*(?:nearly|almost|close to|approaching|nearing|just (?:under|shy|below|short)|slightly (?:under|less|fewer))\b",
    re.I,
)
_JUST = re.compile(r"^\W*(?:just|slightly|a little)\b", re.I)
_EXACT = re.compile(r"^\W*(?:exactly|precisely)\b", re.I)
_AVERAGE = re.compile(r"^averag", re.I)
_IT_TAKES = re.compile(r"^over\s[\w\s.,-]*\b(?:year|month|week|day|decade|hour)s?$", re.I)
"""A hedge, or the time that something takes."""


class Value(NamedTuple):
    """A value with its hedge; `text` is how it is written, for its precision."""

    number: float
    bound: Bound
    text: str

    @property
    def hedge(self) -> Bound:
        """The bound, "averaged" being none."""
        return "=" if _AVERAGE.match(self.text) else self.bound


def close(one: float, other: float, slack: float = 1e-9) -> bool:
    """Whether two values differ by at most the share `slack` of the greater."""
    return abs(one - other) <= slack * max(abs(one), abs(other), 1e-9)


@lru_cache(maxsize=4096)
def precision(text: str, value: float) -> float:
    """Return half a unit of the last digit written: 0.05 for "4.5", 500,000 for "12 million"; zeros at the end count."""
    match = re.search(r"\d[\d,]*(?:\.(\d+))?", text)
    if match is None or value == 0:
        return 0.0
    written = float(match[0].replace(",", ""))
    scale = abs(value) / written if written else 1.0
    return 0.5 * scale * 10.0 ** -len(match[1] or "")


@lru_cache(maxsize=4096)
def last_digit(text: str, value: float) -> float:
    """Return half a unit of the last digit that is not nought: 5,000 for "10,000", 0.5 for "13"."""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    if match is None or value == 0:
        return 0.5 if abs(value) < 20 else 0.05 * abs(value)
    digits = match[0].replace(",", "")
    bare = digits.replace(".", "").strip("0")
    scale = abs(value) / (float(digits) or 1.0)
    decimals = len(digits.partition(".")[2])
    if decimals or not bare:
        return 0.5 * scale * 10.0**-decimals if bare else 0.0
    return 0.5 * scale * 10.0 ** (len(digits) - len(digits.rstrip("0")))


@lru_cache(maxsize=4096)
def significant(text: str) -> int:
    """Count the digits written, noughts at either end left out."""
    match = re.search(r"\d[\d,.]*", text)
    return len(re.sub(r"[.,]", "", match[0]).strip("0")) if match else 1


def rounder(claim: Value, source: Value) -> bool:
    """Whether a claimed value is told in greater steps than the source's: 900 (hundreds) or 875 (fives) for 868."""
    ours, theirs = (_grain(v) for v in (claim, source))
    return ours is None or theirs is None or ours > theirs * 1.0001


@lru_cache(maxsize=4096)
def _grain(value: Value) -> float | None:
    """Return the step that a number is told in: 100 for "900", 5 for "875", 0.1 for "4.3"; None for one in words."""
    match = re.search(r"\d[\d,]*(?:\.\d+)?", value.text)
    if match is None or not value.number:
        return None
    step = 2 * last_digit(match[0], value.number)
    return step * (5 if match[0].replace(",", "").rstrip("0.").endswith("5") else 1) or None


def rounds_to(claim: Value, value: Value) -> bool:
    """Whether a bare value may stand for the source's, which must have more digits."""
    source = value.number
    if close(claim.number, source):
        return True
    if not rounder(claim, value):
        return False
    if abs(claim.number) < 100 and float(claim.number).is_integer() and float(source).is_integer():
        return False
    if close(claim.number, source, SLACK):
        return abs(claim.number - source) <= (_grain(claim) or abs(source))
    if significant(claim.text) < 2 and "." not in claim.text:
        near = close(claim.number, source, HEDGED_SLACK)
        return near and abs(claim.number - source) <= precision(claim.text, claim.number) * 1.0001
    return abs(claim.number - source) <= _step(claim) * 1.0001 and close(claim.number, source, HEDGED_SLACK)


def _step(claim: Value) -> float:
    """Half a unit of the last digit meant: the noughts of "1,200" are not digits meant, those of "10" are."""
    return (
        last_digit(claim.text, claim.number)
        if significant(claim.text) >= 2
        else precision(claim.text, claim.number)
    )


def about(claim: Value, source: Value) -> bool:
    """Whether the source's value is near enough for "about"; one told with as many digits as the source's must be equal.

    Where the source says "about" itself, what it rounded may not be rounded away any further than to the digits told.
    """
    if not rounder(claim, source):
        return close(claim.number, source.number, SLACK)
    off = abs(claim.number - source.number)
    if source.hedge == "~" and off > last_digit(claim.text, claim.number) * 1.0001:
        return False
    slack, step = HEDGED_SLACK * abs(claim.number), _grain(claim)
    if step and significant(claim.text) >= 2:
        slack = min(step * (1.0 if _BELOW.match(claim.text) else STEP), 2 * slack)
    elif abs(claim.number) < 10:
        slack = min(max(slack, last_digit(claim.text, claim.number)), 2 * slack)
    return off <= slack * 1.0001


_LOOSE, _NEARLY = 0.03, 0.1
"""By how much of itself a fraction in words may be off: "two thirds" for 65 percent, "nearly half" for 46."""


def near_fraction(claim: Figure, percent: float) -> bool:
    """Whether a fraction told in words stands for a share in percent."""
    share = 100 * claim.low
    if claim.bound == "=":
        return close(share, percent, _LOOSE)
    if _BELOW.match(claim.text):
        return share * (1 - _NEARLY) <= percent <= share
    if claim.bound == ">":
        return bool(_JUST.match(claim.text)) and share < percent <= share * (1 + 1.5 * _NEARLY)
    return claim.bound == "~" and close(share, percent, _NEARLY)


def fit(claim: Value, source: Value) -> Fit:
    """Say how a claimed value fits the source's, both in one unit.

    A hedge of the source may be left off; one that it does not have may not be added.
    """
    if claim.hedge == "=":
        return _bare(claim, source)
    if claim.hedge == "~":
        return _about(claim, source)
    return _bounded(claim, source)


def comes_to(claim: Value, result: float) -> bool:
    """Whether a claimed value stands for a result that was worked out."""
    return fit(claim, Value(result, "=", f"{result:.10g}")) in ("equal", "rounded")


def _bare(claim: Value, source: Value) -> Fit:
    if close(claim.number, source.number):
        return "equal"
    if rounds_to(claim, source) and not _EXACT.match(claim.text):
        return "rounded"
    return "open" if _left_open(claim.number, source) else "off"


def _left_open(value: float, source: Value) -> bool:
    """Whether the source's own hedge leaves room for the exact value."""
    if source.hedge == "~":
        return close(value, source.number, HEDGED_SLACK)
    up = source.hedge in (">", ">=") and value > source.number
    down = source.hedge in ("<", "<=") and value < source.number
    return (up or down) and close(value, source.number, 0.2)


def _about(claim: Value, source: Value) -> Fit:
    if not about(claim, source):
        return "open" if source.hedge != "~" and _left_open(claim.number, source) else "off"
    same = close(claim.number, source.number)
    if _BELOW.match(claim.text) and (
        source.hedge in (">", ">=") or (source.number > claim.number and not same)
    ):
        return "bound"
    return "equal" if same and source.hedge == "~" else "rounded"


def _bounded(claim: Value, source: Value) -> Fit:
    """Fit "more than" and "at least"; "fewer than" and "up to" are the same seen in a mirror."""
    more = claim.hedge in (">", ">=")
    against = ("<", "<=") if more else (">", ">=")
    agrees = (">", ">=") if more else ("<", "<=")
    if close(claim.number, source.number):
        strict = claim.hedge in "<>" and not _IT_TAKES.match(claim.text)
        return "equal" if source.hedge in agrees or (source.hedge == "=" and not strict) else "bound"
    beyond = source.number > claim.number if more else source.number < claim.number
    if beyond and source.hedge not in against and _near(claim, source):
        return "rounded"
    rounded = rounder(claim, source) and close(claim.number, source.number, HEDGED_SLACK)
    return "bound" if rounded or rounds_to(claim, source) else "off"


def _near(claim: Value, source: Value) -> bool:
    """Whether a value beyond the bound is near enough to be told with it.

    A rounder number takes up to a half more ("more than 400" for 523); where the source has a bound of its own, a
    twentieth, or a tenth within its own step ("more than 40" for "at least 43"). One told with as many digits as the source's must be the source's.
    """
    small, large = sorted((abs(claim.number), abs(source.number)))
    if not rounder(claim, source):
        return close(claim.number, source.number, SLACK)
    if source.hedge in ("<", "<=", ">", ">="):
        stepped = large - small < (_grain(claim) or 0.0) and large <= small * (1 + 2 * HEDGED_SLACK)
        return stepped or large <= small * (1 + HEDGED_SLACK)
    return large <= small * (1.1 if _JUST.match(claim.text) else FAR)
