"""Growth told as a multiple and in percent: "doubled" is a rise of 100 percent, "halved" a fall of 50."""

from __future__ import annotations

from presscheck.chains.check.figures.rounding import Fit, close
from presscheck.text.mentions import Figure

_LOOSE, _OPEN = 0.12, 0.35
"""By how much a multiple in words may be off, and up to where it proves nothing."""


def growth(figure: Figure) -> float | None:
    """Return by how many percent something rose or fell, None for anything but a rise or a fall."""
    if figure.change is None or figure.low != figure.high:
        return None
    if figure.unit == "times":
        return 100 * abs(figure.low - 1)
    share = {"percent": 1.0, "fraction": 100.0}.get(figure.unit)
    return figure.low * share if share else None


def growth_fit(claim: Figure, source: Figure) -> Fit | None:
    """Say how a multiple fits a percentage of change; None where one of the two tells of no change."""
    ours, theirs = growth(claim), growth(source)
    if ours is None or theirs is None:
        return None
    if close(ours, theirs) and claim.bound == source.bound:
        return "equal"
    more = claim.bound in (">", ">=") or source.bound in ("<", "<=")
    less = claim.bound in ("<", "<=") or source.bound in (">", ">=")
    if (more and theirs < ours) or (less and theirs > ours):
        return "open" if close(ours, theirs, _OPEN) else "off"
    if close(ours, theirs, _LOOSE):
        return "rounded"
    return "open" if more or less or close(ours, theirs, _OPEN) else "off"
