"""Whether a span of time tells how long something lasted, or only places it: "two years ago"."""

from __future__ import annotations

import re

from presscheck.chains.chat.evidence.units import Unit

PAST = re.compile(r"\bhow long (?:has|have|had)\b", re.IGNORECASE)
_MOMENT_BEFORE = re.compile(
    r"\b(?:last|past|next|previous|first|recent|coming|every|another) $", re.IGNORECASE
)
_MOMENT_BEHIND = re.compile(r" (?:ago|earlier|later|before|after|old)\b", re.IGNORECASE)


def of_a_moment(asked: str, start: int, end: int, unit: Unit) -> bool:
    """Tell whether a span of time only places what happened, "two years ago", where it is asked how long something lasted."""
    told = unit.sentence.text
    placed = _MOMENT_BEFORE.search(told[:start]) or _MOMENT_BEHIND.match(told[end:])
    return placed is not None and PAST.search(asked) is None
