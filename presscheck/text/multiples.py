"""Verbs and adverbs that multiply: "doubled", "tripled", "halved", "twice as many", "twofold"."""

from __future__ import annotations

import re
from typing import NamedTuple

from presscheck.text.mentions import Change


class Multiple(NamedTuple):
    """By how much something grew or shrank, and where the words end."""

    times: float
    change: Change | None
    end: int


_VERBS = {
    "doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "sextupl": 6.0, "halv": 0.5,
}  # fmt: skip
START = (
    r"\b(?:doubl|tripl|trebl|quadrupl|quintupl|sextupl|halv)(?:e[ds]?|ing)\b|\b(?:twice|thrice)\b|\bdouble\b"
)
_VERB = re.compile(
    r"([a-z]+?)(?:e[ds]?|ing)\b(?!\s+(?:down|up|back|over|as|murder|standard|digit|bed|room|doubles|the\s+line)|-)"
)
_TWICE = re.compile(r"(twice|thrice|double)\s+(?=as\b|the\b|its\b|his\b|her\b|their\b|that\b|what\b|more\b)")
_TO_BEFORE = re.compile(
    r"\b(?:to|will|would|could|may|might|must|than|nearly|almost|can|should|more than|they|we|roughly|about)\s+$"
)


def read_multiple(folded: str, at: int) -> Multiple | None:
    """Return the multiple that begins at `at`, or None where the word means something else ("a double murder")."""
    if match := _TWICE.match(folded, at):
        return Multiple(3.0 if match[1] == "thrice" else 2.0, None, at + len(match[1]))
    match = _VERB.match(folded, at)
    if match is None or match[1] not in _VERBS:
        return None
    if match[0] in ("double", "triple", "treble") and not _TO_BEFORE.search(folded, max(0, at - 14), at):
        return None
    times = _VERBS[match[1]]
    return Multiple(times, "down" if times < 1 else "up", match.end())
