"""A range of the draft against single values of a source: "between 300 and 400" for 350, or for one of its ends alone."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.relation import is_span
from presscheck.chains.check.figures.rounding import close
from presscheck.chains.check.figures.told import Told

_JOINS = re.compile(r"\b(?:and|to|or)\b|[-–]")
"""What joins two numbers: "hundreds" is a range without."""


def is_one_end(claim: Told, source: Told) -> bool:
    """Whether the source's sentence has just one end of the draft's range, at this figure or beside it."""
    ours, theirs = claim.figure, source.figure
    if ours.low == ours.high or theirs.low != theirs.high or is_span(ours) or not _JOINS.search(ours.text):
        return False
    values = [v for t in (source, *source.siblings()) for v in (t.figure.low, t.figure.high)]
    return _among(ours.low, values) != _among(ours.high, values)


def _among(value: float, values: list[float]) -> bool:
    return any(close(value, v) for v in values)
