"""What a value as written bears out: rounding, hedges ("nearly", "about") and bounds ("more than", "up to").

The rules, on which `docs/figures.md` gives examples:

* A bare value stands for another that rounds to it at the precision written, two significant digits at least, or
  that differs by at most 0.5 %. Counts under 100 must be equal.
* "about", "around", "some": within 5 %, or half a unit of the last digit written. "nearly", "almost": the same, from
  below only.
* "more than", "over": above it, by at most a tenth, or half again where the number told is the rounder one. "fewer
  than", "under": the same below it.
* "at least", "up to": the same, equal included.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from presscheck.text.mentions import Bound

Fit = Literal["equal", "rounded", "bound", "open", "off"]
"""How a claimed value and a source's fit: "bound" is the right value under the wrong hedge, "open" neither one nor the
other (the source says "more than 100", the text 105)."""

SLACK = 0.005
HEDGED_SLACK = 0.05
FAR = 1.5

_BELOW = re.compile(
    r"^\W*(?:nearly|almost|close to|approaching|nearing|just (?:under|shy|below|short)|slightly (?:under|less|fewer))\b",
    re.I,
)
_JUST = re.compile(r"^\W*(?:just|slightly|a little)\b", re.I)
_AVERAGE = re.compile(r"^averag", re.I)


class Value(NamedTuple):
    """A value with its hedge; `text` is how it is written, for its precision."""

    number: float
    bound: Bound
    text: str

    @property
    def hedge(self) -> Bound:
        """The bound, "averaged" being none."""
        return "=" if _AVERAGE.match(self.text) else self.bound


def close(one: float, other: float, slack: float = 1e-6) -> bool:
    """Whether two values differ by at most the share `slack` of the greater."""
    return abs(one - other) <= slack * max(abs(one), abs(other), 1e-9)


def precision(text: str, value: float) -> float:
    """Return half a unit of the last digit written: 0.05 for "4.5", 500,000 for "12 million"; zeros at the end count."""
    match = re.search(r"\d[\d,]*(?:\.(\d+))?", text)
    if match is None or value == 0:
        return 0.0
    written = float(match[0].replace(",", ""))
    scale = abs(value) / written if written else 1.0
    return 0.5 * scale * 10.0 ** -len(match[1] or "")


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


def significant(text: str) -> int:
    """Count the digits written, noughts at either end left out."""
    match = re.search(r"\d[\d,.]*", text)
    return len(re.sub(r"[.,]", "", match[0]).strip("0")) if match else 1


def rounds_to(claim: Value, source: float) -> bool:
    """Whether a bare value may stand for the source's."""
    if close(claim.number, source):
        return True
    if abs(claim.number) < 100 and float(claim.number).is_integer() and float(source).is_integer():
        return False
    if close(claim.number, source, SLACK):
        return True
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


def about(claim: Value, source: float) -> bool:
    """Whether the source's value is near enough for "about"."""
    slack = HEDGED_SLACK * abs(claim.number)
    if abs(claim.number) < 10 or significant(claim.text) >= 2:
        slack = min(max(slack, last_digit(claim.text, claim.number)), 2 * slack)
    return abs(claim.number - source) <= slack * 1.0001


def fit(claim: Value, source: Value) -> Fit:
    """Say how a claimed value fits the source's, both in one unit.

    A hedge of the source may be left off; one that it does not have may not be added.
    """
    if claim.hedge == "=":
        return _bare(claim, source)
    if claim.hedge == "~":
        return _about(claim, source)
    return _bounded(claim, source)


def _bare(claim: Value, source: Value) -> Fit:
    if close(claim.number, source.number):
        return "equal"
    if rounds_to(claim, source.number):
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
    if not about(claim, source.number):
        return "off"
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
        strict = claim.hedge in "<>"
        return "equal" if source.hedge in agrees or (source.hedge == "=" and not strict) else "bound"
    beyond = source.number > claim.number if more else source.number < claim.number
    if beyond and source.hedge not in against and _near(claim, source):
        return "rounded"
    return "bound" if close(claim.number, source.number, HEDGED_SLACK) else "off"


def _near(claim: Value, source: Value) -> bool:
    """Whether a value beyond the bound is near enough to be told with it.

    A rounder number takes up to a half more ("more than 400" for 523), any other a tenth, and one that the source
    has under a bound of its own a twentieth.
    """
    small, large = sorted((abs(claim.number), abs(source.number)))
    if source.hedge in ("<", "<=", ">", ">="):
        return large <= small * (1 + HEDGED_SLACK)
    rounder = significant(claim.text) == 1 or significant(claim.text) < significant(source.text)
    return large <= small * (FAR if rounder and not _JUST.match(claim.text) else 1.1)
