"""A level told as a step ("down by 28 percent" for "28 percent, down from 47"), a plan told as what is."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.relation import is_span
from presscheck.chains.check.figures.rounding import close
from presscheck.chains.check.figures.told import Told
from presscheck.text.mentions import Figure

_FROM = re.compile(r"[^.;:\d]{0,25}?,?\s(?:up|down)\s+(?:sharply |slightly )?from\s+(?:[$€£¥]?\d[\d.,]*|\w+)")
_STEP = re.compile(
    r"\b(?:by|rose|fell|rises|falls|dropped|climbed|grew|increased|decreased|declined|jumped|slipped)\s+(?:(?:about|nearly|almost|some|roughly|just|only|over|more than|less than)\s+)?$"
)
_PLAN = re.compile(
    r"\b(?:will|would|wants?|wanted|plans?|planned|aims?|seeks?|hopes?|intends?|proposes?|proposed|due|set|expects?|expected|should|target|goal|by 20\d\d)\b"
)
_IS = re.compile(r"\b(?:now|already|currently|has|have|is|are|employs?|stands at|counts|numbers)\b")


def level_as_step(claim: Told, source: Told) -> Figure | None:
    """Return the source's level with the one that it came from, where the draft tells it as the step between the two."""
    if source.figure.change or not _STEP.search(claim.before):
        return None
    came = _FROM.match(source.folded, source.figure.end)
    if came is None:
        return None
    text = source.sentence[source.figure.start : came.end()]
    return source.figure.model_copy(update={"end": came.end(), "text": text})


def planned(claim: Told, source: Told) -> bool:
    """Whether the draft tells as reached what the source only tells as planned: "from 182,000 to 260,000 by 2035"."""
    figure = source.figure
    if not is_span(figure) or not close(claim.figure.low, figure.high) or is_span(claim.figure):
        return False
    return bool(_PLAN.search(source.folded) and _IS.search(claim.folded)) and not _PLAN.search(claim.folded)


def is_plan(told: Told) -> bool:
    """Whether the words before a figure say that it is planned."""
    return _PLAN.search(told.before) is not None
