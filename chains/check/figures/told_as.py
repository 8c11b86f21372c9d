"""A level told as a step ("down by 28 percent" for "28 percent, down from 47"), a plan told as what is."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.levels import HEDGE
from presscheck.chains.check.figures.relation import is_span
from presscheck.chains.check.figures.rounding import close
from presscheck.chains.check.figures.told import Told
from presscheck.text.mentions import Figure

_FROM = re.compile(r"[^.;:\d]{0,25}?,?\s(?:up|down)\s+(?:sharply |slightly )?from\s+(?:[$€£¥]?\d[\d.,]*|\w+)")
_STEP = re.compile(
    r"\b(?:by|rose|fell|rises|falls|dropped|climbed|grew|increased|decreased|declined|jumped|slipped)\s+(?:(?:about|nearly|almost|some|roughly|just|only|over|more than|less than)\s+)?$"
)
_PLAN = re.compile(
    r"\b(?:will|would|wants?|wanted|plans?|planned|aims?|seeks?|hopes?|intends?|proposes?|proposed|due|set|expects?|expected|should|target|goal|by (?:the end of )?20\d\d|(?:is|are) to)\b"
)
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
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


def _reached(span: Figure) -> float:
    """Return the end of "from 960 to 900 million" that is reached, the lower one where the first number is the greater."""
    numbers = [float(n.replace(",", "")) for n in _DIGITS.findall(span.text)]
    return span.low if len(numbers) == 2 and numbers[0] > numbers[1] else span.high


def planned(claim: Told, source: Told) -> bool:
    """Whether the draft tells as reached what the source only tells as planned: "from 182,000 to 260,000 by 2035"."""
    figure = source.figure
    if not is_span(figure) or not close(claim.figure.low, _reached(figure)) or is_span(claim.figure):
        return False
    return bool(_PLAN.search(source.folded) and _IS.search(claim.folded)) and not _PLAN.search(claim.folded)


_SIGN = re.compile(
    r"\b(?:(?P<plus>(?:profit|surplus|net income) of|earned|profit (?:was|came to|stood at|reached))|(?:loss|deficit|shortfall) of|lost|(?:loss|deficit) (?:was|came to|stood at|reached))\s+"
    rf"{HEDGE}"
)


def other_sign(claim: Told, source: Told) -> bool:
    """Whether the draft tells a loss or a deficit as a profit or a surplus, or the other way round."""
    ours, theirs = _SIGN.search(claim.before), _SIGN.search(source.before)
    return bool(ours and theirs) and bool(ours and ours["plus"]) != bool(theirs and theirs["plus"])


def is_plan(told: Told) -> bool:
    """Whether the words before a figure say that it is planned."""
    return _PLAN.search(told.before) is not None
