"""Verbs and adverbs that multiply: "doubled", "tripled", "halved", "twice as many", "twofold"."""

from __future__ import annotations

import re
from typing import NamedTuple

from presscheck.text.changes import UP
from presscheck.text.mentions import Change
from presscheck.text.number_words import TENS, UNITS


class Multiple(NamedTuple):
    """By how much something grew or shrank, and where the words end."""

    times: float
    change: Change | None
    end: int


_VERBS = {
    "doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "sextupl": 6.0, "halv": 0.5,
}  # fmt: skip
_FOLDS = {**UNITS, **TENS, "hundred": 100, "thousand": 1000}
START = (
    rf"\b(?:{'|'.join(_VERBS)})(?:e[ds]?|ing)\b|\b(?:twice|thrice)\b|\bdouble\b"
    rf"|\b(?:{'|'.join(_FOLDS)})fold\b"
)
WORDS = (*_VERBS, *_FOLDS, "twice", "thrice")
"""How the words begin at which one may begin."""
_VERB = re.compile(
    r"([a-z]+?)(?:e[ds]?|ing)\b(?!\s+(?:down|up|back|over|as|murder|standard|digit|bed|room|doubles|the\s+line|(?:the|their|his|her|its|that)\s+(?:lead|advantage|score)\b)|-)"
)
_TWICE = re.compile(r"(twice|thrice|double)\s+(?=as\b|the\b|its\b|his\b|her\b|their\b|that\b|what\b|more\b)")
_TO_BEFORE = re.compile(
    r"\b(?:to|will|would|could|may|might|must|than|nearly|almost|can|should|more than|they|we|roughly|about)\s+$"
)


_FOLD = re.compile(rf"({'|'.join(_FOLDS)})fold\b")
_GROWS = re.compile(rf"\b(?:{UP})\s+(?:by\s+)?(?:almost\s+|nearly\s+|about\s+)?$")
_GROWTH = re.compile(r"\s+(?:increase|rise|jump|growth|surge)\b")


def _growth(folded: str, match: re.Match[str]) -> Change | None:
    """Return "up" where a "tenfold" belongs to a word of growth."""
    grows = _GROWS.search(folded, max(0, match.start() - 28), match.start())
    return "up" if grows or _GROWTH.match(folded, match.end()) else None


def read_multiple(folded: str, at: int) -> Multiple | None:
    """Return the multiple that begins at `at`, or None where the word means something else ("a double murder")."""
    if match := _TWICE.match(folded, at):
        return Multiple(3.0 if match[1] == "thrice" else 2.0, None, at + len(match[1]))
    if match := _FOLD.match(folded, at):
        return Multiple(float(_FOLDS[match[1]]), _growth(folded, match), match.end())
    match = _VERB.match(folded, at)
    if match is None or match[1] not in _VERBS:
        return None
    if match[0] in ("double", "triple", "treble") and not _TO_BEFORE.search(folded, max(0, at - 14), at):
        return None
    times = _VERBS[match[1]]
    return Multiple(times, "down" if times < 1 else "up", match.end())
