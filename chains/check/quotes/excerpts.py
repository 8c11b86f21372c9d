"""What an article quotes is an excerpt: beyond its quotation marks, and where it leaves words out, it tells nothing of what was said."""

from __future__ import annotations

import re

from presscheck.chains.check.quotes.align import Step
from presscheck.chains.check.quotes.compare import Comparison
from presscheck.chains.check.quotes.places import Place
from presscheck.chains.check.quotes.words import is_content
from presscheck.reasons import Reason

_LEFT_OUT = re.compile(r"…|\.\s?\.\s?\.")
Span = tuple[int, int]


def as_excerpted(reason: Reason, place: Place, found: Comparison) -> Reason | None:
    """Return the reason that holds in an article: the same unless all that differs stands beyond its quotation marks.

    Then the quotation is lawful where it only joins what the article parts ("…,” he said, “…"), else undecided: None.
    """
    quoted = _quoted(place, found)
    if not found.changes or not quoted or not all(_beyond(s, found, quoted) for _, s in found.changes):
        return reason
    return None if any(s.q1 > s.q0 for _, s in found.changes) else Reason.QUOTE_ADJUSTED


def _quoted(place: Place, found: Comparison) -> list[Span]:
    """Return the stretches between quotation marks, as characters of the place, with words of content of the quotation."""
    spans = [(a - place.start, b - place.start) for a, b in place.quoted()]
    same = [
        found.said.words[i]
        for p in found.placed
        for s in p.steps
        if s.kind == "same"
        for i in range(s.s0, s.s1)
    ]
    return [(a, b) for a, b in spans if any(a <= w.start < b and is_content(w.key) for w in same)]


def _beyond(step: Step, found: Comparison, quoted: list[Span]) -> bool:
    """Tell whether words that differ begin outside the marks, are added at their edge, or stand where words are left out."""
    words = found.said.words
    at = step.s0 if step.s1 > step.s0 else max(0, step.s0 - 1)
    if not any(a <= words[at].start < b for a, b in quoted):
        return True
    before = words[step.s0 - 1].end if step.s0 else 0
    behind = words[step.s1].start if step.s1 < len(words) else len(found.said.text)
    if _LEFT_OUT.search(found.said.text, before, behind):
        return True
    edge = any(before <= mark <= behind for span in quoted for mark in span)
    return edge and step.s0 == step.s1
