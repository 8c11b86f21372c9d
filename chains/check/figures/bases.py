"""What a change is measured against, and over what time a total runs: "from December", "than a year earlier", "first nine months"."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.told import Told
from presscheck.text.date_words import MONTH_NAMES
from presscheck.text.mentions import Figure

_MONTH = "|".join(m for m in MONTH_NAMES if len(m) > 3)
_BASE = re.compile(
    rf"\b(?:(?P<month>(?:from|on|than|over) (?:the )?(?:(?:previous|prior|preceding) month|a month (?:earlier|ago|before)|(?:{_MONTH})\b(?! (?:20|of )))|month-on-month)"
    r"|(?P<quarter>(?:from|on|than|over) (?:the )?(?:(?:previous|prior|preceding) quarter|(?:first|second|third|fourth) quarter\b)|quarter-on-quarter)"
    r"|(?P<average>(?:than|above|below|over) (?:the |its |their )?(?:[\w-]+ ){0,2}average)"
    r"|(?P<year>(?:from|on|than|over|compared with|above|below) (?:in )?(?:the )?(?:(?:same|corresponding) [\w ]{2,20}|a year (?:earlier|ago|before)|(?:\w+ )?year (?:earlier|before)|(?:previous|prior|preceding) year"
    r"|last year|20\d\d|twelve months (?:earlier|ago))|year-on-year))\b"
)
_BREAK = re.compile(r"[.;:,]\s|\s(?:and|while|but|whereas)\s")
_PERIOD = re.compile(
    r"\b(?:first|last|opening) (?:two|three|four|five|six|seven|eight|nine|ten|eleven|\d+) months\b|\b(?:first|second) half\b"
    r"|\b(?:first|second|third|fourth) quarter\b|\bso far this year\b|\bwhole (?:of|year)\b|\bfull year\b|\bsince (?:january|the start)\b"
    rf"|\b(?:from|between) (?:{_MONTH}) (?:to|and|until|through) (?:{_MONTH})\b|\bhalf-year\b"
)
_IN_MONTH = re.compile(rf"(?:\bin ({_MONTH})\b(?! (?:20\d\d)? ?(?:to|through|until)\b)|\b({_MONTH})['’]s\b)")


def other_base(claim: Told, source: Told) -> bool:
    """Whether two changes are measured against different things: the month before, a year earlier, an average."""
    ours, theirs = _base(claim), _base(source)
    return bool(ours and theirs) and ours != theirs


def _base(told: Told) -> str:
    stop = _BREAK.search(told.folded, told.figure.end)
    match = _BASE.search(told.folded, told.figure.end, stop.start() if stop else len(told.folded))
    return match.lastgroup or "" if match else ""


def other_period(claim: Told, source: Told) -> Figure | None:
    """Return the source's total with the time that it runs over, if that is longer than the one month that the draft names."""
    if not _IN_MONTH.search(claim.folded) or _PERIOD.search(claim.folded):
        return None
    left = max((m.end() for m in _BREAK.finditer(source.folded, 0, source.figure.start)), default=0)
    stop = _BREAK.search(source.folded, source.figure.end)
    right = stop.start() if stop else len(source.folded)
    period = _PERIOD.search(source.folded, left, right)
    if period is None or _IN_MONTH.search(source.folded, left, right):
        return None
    start, end = min(period.start(), source.figure.start), max(period.end(), source.figure.end)
    return source.figure.model_copy(update={"start": start, "end": end, "text": source.sentence[start:end]})
