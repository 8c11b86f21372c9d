"""Whether a draft tells a figure as the difference of two others, by the words of its sentence."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.rounding import significant
from presscheck.chains.check.figures.told import Told

LEAST_SUM = 12
"""A sum that the draft does not call one must be greater: small counts add up by chance."""
DIGITS = 3
"""A difference of numbers that count nothing must have so many digits."""
_DIFFERENCE = re.compile(
    r"\b(?:difference|gap|margin|lead(?:s|ing)?|led|ahead|behind|more than|fewer than|less than|higher|lower|longer|shorter|older|younger"
    r"|larger|smaller|bigger|deeper|cheaper|dearer|faster|slower|above|below|increase|decrease|rise|fall|rose|risen|fallen|climbed|widened"
    r"|narrowed|fell|dropped|grew|grow|gained|lost|added|shrank|slipped|slid|jumped|up|down|remain(?:s|ing)?|left|short of|another|more|fewer|less|extra|leaving"
    r"|missing|rest|better|worse|outnumber(?:s|ed)?|exceed(?:s|ed)?|surplus|deficit|majority|shortfall|return(?:s|ed)?|back|save[sd]?|without|excluding|drop out)\b"
)
_HEDGE_THAN = re.compile(r"^[a-z\s]{0,20}?\bthan\b|^(?:above|below)\b", re.I)


_BESIDE = 40


def compares(told: Told, words: str) -> bool:
    """Whether the draft tells a difference; of a few things, or of what it does not name, by words right beside the figure."""
    if told.figure.low > LEAST_SUM and (told.figure.unit or significant(told.figure.text) >= DIGITS):
        return _DIFFERENCE.search(words) is not None
    start, end = told.figure.start, told.figure.end
    left = max((f.end for f in told.figures if f.end <= start), default=0)
    right = min((f.start for f in told.figures if f.start >= end), default=len(told.folded))
    near = told.folded[max(left, start - _BESIDE) : min(right, end + _BESIDE)]
    return _DIFFERENCE.search(near) is not None


def words_without_hedge(told: Told) -> str:
    """Return the sentence in small letters without the hedge of the figure: "fewer than 600" compares nothing."""
    hedge = _HEDGE_THAN.match(told.figure.text)
    start = told.figure.start
    return told.folded if hedge is None else told.folded[:start] + told.folded[start + hedge.end() :]
