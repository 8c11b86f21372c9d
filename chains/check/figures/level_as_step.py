"""A level told as a step: "down by 28 percent" for "28 percent, down from 47"."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.levels import HEDGE
from presscheck.chains.check.figures.told import Told
from presscheck.text.changes import FELL, ROSE
from presscheck.text.mentions import Figure

_FROM = re.compile(r"[^.;:\d]{0,25}?,?\s(?:up|down)\s+(?:sharply |slightly )?from\s+(?:[$€£¥]?\d[\d.,]*|\w+)")
_STEP = re.compile(rf"\b(?:by|{ROSE}|{FELL})\s+{HEDGE}")


def level_as_step(claim: Told, source: Told) -> Figure | None:
    """Return the source's level with the one that it came from, where the draft tells it as the step between the two."""
    if source.figure.change or not _STEP.search(claim.before):
        return None
    came = _FROM.match(source.folded, source.figure.end)
    if came is None:
        return None
    text = source.sentence[source.figure.start : came.end()]
    return source.figure.model_copy(update={"end": came.end(), "text": text})
