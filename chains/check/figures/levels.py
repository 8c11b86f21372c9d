"""What part of a change a figure tells: the step ("rose by 5", "fell 120 points"), the level reached, the level left."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from presscheck.text.changes import DOWN, UP

Part = Literal["step", "reached", "left", ""]

_MOVED = rf"\b(?:{UP}|{DOWN}|rais(?:e|ed|es|ing)|lift(?:ed|s|ing)?|lower|slow|edged|added)\b"
HEDGE = r"(?:(?:about|around|nearly|almost|some|roughly|just|only|over|more than|less than|a record|an estimated)\s+){0,2}[$€£¥]?$"
"""What may stand between a word and its figure, at the end of a pattern."""
_STEP = re.compile(rf"(?:{_MOVED}|\bby)\s+{HEDGE}")
_REACHED = re.compile(rf"{_MOVED}[^.;:]{{0,60}}?\bto\s+{HEDGE}")
_LEFT = re.compile(rf"\bfrom\s+{HEDGE}")
_BEFORE = 100
"""Characters before a figure that are looked at."""


@lru_cache(maxsize=8192)
def part_of_change(sentence: str, start: int) -> Part:
    """Return what the figure that begins at `start` tells of a change; "" where it tells of none."""
    before = sentence[max(0, start - _BEFORE) : start].lower()
    if _LEFT.search(before):
        return "left"
    if _REACHED.search(before):
        return "reached"
    return "step" if _STEP.search(before) else ""
