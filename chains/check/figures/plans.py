"""A plan told as what is: "from 182,000 to 260,000 by 2035" as "employs 260,000"."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.relation import is_span
from presscheck.chains.check.figures.rounding import close
from presscheck.chains.check.figures.told import Told
from presscheck.text.mentions import Figure

_PLAN = re.compile(
    r"\b(?:will|would|wants?|wanted|plans?|planned|aims?|seeks?|hopes?|intends?|proposes?|proposed|due|set|expects?|expected|should|target|goal|by (?:the end of )?20\d\d|(?:is|are) to)\b"
)
_DIGITS = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
_IS = re.compile(r"\b(?:now|already|currently|has|have|is|are|employs?|stands at|counts|numbers)\b")


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


def is_plan(told: Told) -> bool:
    """Whether the words before a figure say that it is planned."""
    return _PLAN.search(told.before) is not None
