"""What differs between a statement and the sentence it aligns with, as a value: the words on both sides and how to say it."""

from __future__ import annotations

from typing import NamedTuple

from presscheck.chains.check.statements.align import Alignment
from presscheck.reasons import Reason

Span = tuple[int, int]
"""First and last word."""

COVER = 0.6
"""The share of a statement's weight that must align before what differs counts as a contradiction."""


class Contrast(NamedTuple):
    """What differs: the words here, the words there (places in the two sentences), and how to say it."""

    reason: Reason
    mine: Span
    theirs: Span
    told: str


def instead(reason: Reason, alignment: Alignment, i: int, j: int, ends: Span | None = None) -> Contrast:
    """Return the contrast of a word that stands where the source has another; `ends` are the last words of verbs of several."""
    last, other = ends or (i, j)
    mine, theirs = alignment.claim.span(i, last), alignment.source.span(j, other)
    return Contrast(reason, (i, i), (j, other), f"“{mine}” stands where the source has “{theirs}”")


def ordered(*places: int) -> Span:
    """Return the first and last of these places."""
    return (min(places), max(places))
