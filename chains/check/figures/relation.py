"""How a claimed figure stands to one figure of a source, taken to speak of the same thing."""

from __future__ import annotations

from typing import NamedTuple

from presscheck.chains.check.figures.growth import growth_fit
from presscheck.chains.check.figures.rounding import Fit, Value, close, fit, near_fraction, precision
from presscheck.chains.check.figures.units import Scale, as_percent, is_measure, scale_to
from presscheck.reasons import Reason
from presscheck.text.currencies import is_currency
from presscheck.text.mentions import Figure

POINTS = frozenset(["percent", "percentage point"])
GOOD = frozenset([Reason.FIGURE_MATCH, Reason.FIGURE_ROUNDED, Reason.FIGURE_DERIVED])
SLIPS = frozenset(
    [
        Reason.FIGURE_SCALE,
        Reason.FIGURE_UNIT,
        Reason.FIGURE_CURRENCY,
        Reason.FIGURE_BOUND,
        Reason.FIGURE_POINTS,
    ]
)
"""Faults that leave the digits as they are."""
_BEYOND = frozenset(["<", "<=", ">", ">="])
_GROWN, _OLDEST = 13, 110
_SCALES = (1e3, 1e6, 1e9, 1e12)
FARTHEST = 2.0
"""No rule of rounding, hedges and bounds lets one value stand for another that is so many times as great."""


class Relation(NamedTuple):
    """A reason, how alike the units are (0 to 1), and the arithmetic where some was needed."""

    reason: Reason
    alike: float
    proof: str | None = None

    @property
    def good(self) -> bool:
        """Whether the source bears the claim out."""
        return self.reason in GOOD


def relate(claim: Figure, source: Figure) -> Relation | None:
    """Return the relation, or None where the two cannot be compared at all."""
    if "ordinal" in (claim.kind, source.kind) or "score" in (claim.kind, source.kind):
        return _places(claim, source)
    if claim.unit == "times" or source.unit == "times":
        return _times(claim, source)
    if (share := as_percent(claim)) is not None and (other := as_percent(source)) is not None:
        return _shares(claim, source, share, other)
    if "ratio" in (claim.kind, source.kind):
        return _side_of_ratio(claim, source) if source.kind == "ratio" else None
    scale = scale_to(claim, source)
    return _other_unit(claim, source) if scale is None else _values(claim, source, scale)


def _places(claim: Figure, source: Figure) -> Relation | None:
    """Compare ordinals with ordinals, scores with scores (told from either side)."""
    if claim.kind != source.kind:
        return None
    same = sorted((claim.low, claim.high)) == sorted((source.low, source.high))
    scale = scale_to(claim, source)
    alike = scale.alike if scale else 0.4
    return Relation(Reason.FIGURE_MATCH if same else Reason.FIGURE_VALUE, alike)


def _times(claim: Figure, source: Figure) -> Relation | None:
    fits = growth_fit(claim, source)
    if claim.unit != source.unit and fits is None:
        return None
    if _opposite(claim, source):
        return Relation(Reason.FIGURE_DIRECTION, 1.0)
    if claim.unit == source.unit or fits is None:
        fits = _fit(claim, source, claim.low, source.low)
    return _by_fit(fits, claim, source, Scale())


def _shares(claim: Figure, source: Figure, share: float, other: float) -> Relation | None:
    """Compare shares, "a third" with "33 %": those in other forms within half a point, proof shown."""
    if _opposite(claim, source):
        return Relation(Reason.FIGURE_DIRECTION, 1.0)
    if claim.unit == source.unit == "percent":
        return _by_fit(_fit(claim, source, share, other), claim, source, Scale())
    fits = _fit(claim, source, share, other)
    if claim.kind == source.kind == "ratio":
        if (claim.low, claim.high) == (source.low, source.high):
            return Relation(Reason.FIGURE_BOUND if fits == "bound" else Reason.FIGURE_MATCH, 1.0)
        if claim.unit and claim.unit == source.unit and _one_side(claim, source):
            return Relation(Reason.FIGURE_VALUE, 1.0)
    if claim.unit == "fraction" and near_fraction(claim, other):
        return Relation(Reason.FIGURE_MATCH if close(share, other) else Reason.FIGURE_ROUNDED, 0.9)
    beyond = claim.bound in _BEYOND and fits in ("equal", "rounded")
    if not beyond and abs(share - other) > (0.5 if claim.bound == "=" else 5.0) + 1e-9:
        wrong_side = claim.bound in _BEYOND and (other > share) != (claim.bound in (">", ">="))
        same_way = claim.change is not None and claim.change == source.change
        return Relation(
            Reason.FIGURE_BOUND if wrong_side else Reason.FIGURE_VALUE, 0.9 if same_way or wrong_side else 0.5
        )
    if (claim.bound != "=" and fits == "bound") or (claim.bound in _BEYOND and fits == "off"):
        return Relation(Reason.FIGURE_BOUND, 0.9)
    if source.kind == "ratio":
        return Relation(Reason.FIGURE_DERIVED, 0.9, f"{source.low:g} / {source.high:g} = {other:.3g} %")
    return Relation(Reason.FIGURE_MATCH if close(share, other) else Reason.FIGURE_ROUNDED, 0.9)


def _one_side(claim: Figure, source: Figure) -> bool:
    """Whether two ratios of counts differ in one of their numbers: "46 of the 60 trams" and "46 of the 212 trams"."""
    return max(claim.high, source.high) > 10 and (claim.low == source.low) != (claim.high == source.high)


def _side_of_ratio(claim: Figure, source: Figure) -> Relation | None:
    """Find a count in a ratio, "199 seats" in "112 of the 199 seats"; never a contradiction."""
    for side in (source.high, source.low):
        whole = source.model_copy(update={"kind": "quantity", "low": side, "high": side})
        scale = scale_to(claim, whole)
        if scale and not scale.converted and close(claim.low, side) and close(claim.high, side):
            return Relation(Reason.FIGURE_MATCH, scale.alike)
    return None


def _other_unit(claim: Figure, source: Figure) -> Relation | None:
    """Units that do not convert: an equal value under another one is a slip, anything else another thing."""
    if not _same_raw(claim, source):
        return None
    units = {claim.unit.partition(" per ")[0], source.unit.partition(" per ")[0]}
    if len(units) == 1:  # "a week" for "a day"
        return Relation(Reason.FIGURE_UNIT, 0.9)
    if units in (POINTS, {"percent", "point"}):
        return Relation(Reason.FIGURE_POINTS, 0.9)
    if all(map(is_currency, units)):
        return Relation(Reason.FIGURE_CURRENCY, 0.9)
    of_age = any(u.endswith(" of age") for u in units)
    if all(map(is_measure, units)) and not units & {"fraction", "times"} and not of_age:
        return Relation(Reason.FIGURE_UNIT, 0.8)
    return None


def _same_raw(claim: Figure, source: Figure) -> bool:
    return close(claim.low, source.low) and close(claim.high, source.high)


def _values(claim: Figure, source: Figure, scale: Scale) -> Relation | None:
    """Compare values in one unit."""
    low, high = scale(source.low), scale(source.high)
    if scale.converted:
        return _converted(claim, source, scale, low)
    outcome = _range_fit(claim, source, low, high)
    if outcome in ("equal", "rounded") and _opposite(claim, source):
        return Relation(Reason.FIGURE_DIRECTION, scale.alike)
    return _by_fit(outcome, claim, source, scale)


def _range_fit(claim: Figure, source: Figure, low: float, high: float) -> Fit:
    """Fit both ends; a single value may be one end of the source's range, a range may hold the source's value."""
    if claim.low == claim.high and low == high:
        return _fit(claim, source, claim.low, low)
    if close(claim.low, low) and close(claim.high, high):
        return "equal"
    if claim.low != claim.high and low == high:
        return "rounded" if claim.low <= low <= claim.high else "off"
    if claim.low == claim.high:
        return _one_of_range(claim, source, low, high)
    both = (_fit(claim, source, claim.low, low), _fit(claim, source, claim.high, high))
    return "rounded" if all(fits in ("equal", "rounded") for fits in both) else "off"


def _one_of_range(claim: Figure, source: Figure, low: float, high: float) -> Fit:
    """Fit a single value to a range of the source: one of its ends, "up to" its upper one, "about" what lies inside."""
    named = close(claim.low, low) or close(claim.low, high)
    if named and is_span(source):
        return "equal"
    end = {">": low, ">=": low, "<": high, "<=": high}.get(claim.bound)
    if end is not None and named:
        return "rounded" if close(claim.low, end) else "bound"
    inside = low < claim.low < high and claim.bound == "~"
    return "rounded" if inside or named else "off"


def is_span(figure: Figure) -> bool:
    """Whether it tells where something moved, "from 40 to 60", rather than a range."""
    return figure.low != figure.high and figure.text[:5].lower() == "from "


def _fit(claim: Figure, source: Figure, ours: float, theirs: float) -> Fit:
    if 0 < FARTHEST * ours < theirs or 0 < FARTHEST * theirs < ours:
        return "off"
    return fit(Value(ours, claim.bound, claim.text), Value(theirs, source.bound, source.text))


def _converted(claim: Figure, source: Figure, scale: Scale, low: float) -> Relation:
    """Compare across units, "8 miles" with "13 km": what rounding leaves is 3 %."""
    high = scale(source.high)
    if _near(claim, claim.low, low) and _near(claim, claim.high, high):
        proof = f"{source.low:g} {source.unit} = {low:.4g} {claim.unit}"
        reason = Reason.FIGURE_DIRECTION if _opposite(claim, source) else Reason.FIGURE_DERIVED
        return Relation(reason, scale.alike, proof)
    if _same_raw(claim, source):
        points = claim.unit in POINTS and source.unit in POINTS
        return Relation(Reason.FIGURE_POINTS if points else Reason.FIGURE_UNIT, scale.alike)
    return Relation(Reason.FIGURE_VALUE, 0.5 * scale.alike)


def _near(claim: Figure, ours: float, theirs: float) -> bool:
    return close(ours, theirs, 0.03) or abs(ours - theirs) < precision(claim.text, ours)


def _by_fit(outcome: Fit, claim: Figure, source: Figure, scale: Scale) -> Relation | None:
    if outcome == "open":
        return None
    if outcome == "equal":
        return Relation(Reason.FIGURE_MATCH, scale.alike)
    if outcome == "rounded":
        return Relation(Reason.FIGURE_ROUNDED, scale.alike)
    if outcome == "bound":
        return Relation(Reason.FIGURE_BOUND, scale.alike)
    if _scale_slip(claim.low, scale(source.low)):
        return Relation(Reason.FIGURE_SCALE, scale.alike)
    if _opposite(claim, source):
        return Relation(Reason.FIGURE_DIRECTION, 0.8 * scale.alike)
    return Relation(Reason.FIGURE_VALUE, 0.5 * scale.alike if _no_age(claim, source) else scale.alike)


def _no_age(claim: Figure, source: Figure) -> bool:
    """Whether only one of two figures is an age, the other a length of time or a number hardly ever an age."""
    for one, other in ((claim, source), (source, claim)):
        if one.unit.endswith(" of age") and not other.unit.endswith(" of age"):
            return bool(other.unit) or not _GROWN <= other.high <= _OLDEST
    return False


def _scale_slip(one: float, other: float) -> bool:
    """Whether one is the other a thousand, a million … times over."""
    if not one or not other or one * other < 0:
        return False
    times = max(one / other, other / one)
    return times > FARTHEST and any(close(times, s, 0.006) for s in _SCALES)


def _opposite(claim: Figure, source: Figure) -> bool:
    return claim.change is not None and source.change is not None and claim.change != source.change


def other_bound(claim: Figure, source: Figure) -> bool:
    """Whether one says "more than" and the other "fewer than"."""
    return {claim.bound[0], source.bound[0]} == {"<", ">"}
