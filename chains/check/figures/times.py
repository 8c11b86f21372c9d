"""Whether a figure tells the level of now or an earlier one: "earned $2.8 billion, up from $2.1 billion a year ago"."""

from __future__ import annotations

import re
from typing import Literal

from presscheck.chains.check.figures.levels import HEDGE
from presscheck.chains.check.figures.relation import is_span
from presscheck.chains.check.figures.told import Told
from presscheck.text.date_words import MONTH_NAMES, WEEKDAY_NAMES
from presscheck.text.mentions import Figure

Time = Literal["now", "earlier", ""]

_MONTH, _WEEKDAY = "|".join(MONTH_NAMES), "|".join(WEEKDAY_NAMES)
_MARKED = (
    r"(?:an?|one|two|three|four|five|six|ten|\d+|several|some) (?:year|quarter|month|week|decade|day)s? (?:earlier|ago|before|previously)"
    r"|the (?:year|quarter|month|week|day|season) (?:earlier|before|prior)"
    r"|(?:in|for|of|at|during|on) the (?:same|corresponding|comparable|equivalent) (?:\w+ )?(?:a year|last year|of last|the year before|in 20|of 20)"
    r"|the (?:previous|prior|preceding|year-ago|year-earlier) (?:\w+ )?(?:year|quarter|month|week|period|day|season|poll|survey|election)"
    r"|(?:earlier|previously|beforehand)\b(?! (?:this|that|on|in|today|than))"
)
_AFTER = re.compile(rf",?\s+(?:(?:in|for|during|at|of|on) )?(?:{_MARKED})")
_LED = re.compile(rf"\b(?:compared (?:with|to)|against|versus|vs\.?|instead of|rather than)\s+{HEDGE}")
_SINCE = re.compile(
    r"\s+(?:(?:in|during|for|at) )?(?:last (?:year|quarter|month|week|time|season)|(?:19|20)\d\d\b|before the|at the (?:start|end|beginning) of"
    rf"|(?:in )?(?:{_MONTH})\b)"
)
_FROM = re.compile(rf"\bfrom\s+{HEDGE}")
_REACHED_BEFORE = re.compile(r"\bto\b[^.;:]{3,60},\s$")
_BEFORE = re.compile(
    rf"\b(?:had (?:been|stood|come|amounted|totalled)(?:\s+to)?|previously|formerly|used to be|was once)\s+(?:at\s+)?{HEDGE}"
    rf"|\b(?:last|the previous|the prior) (?:year|season|month|week|quarter)'s\s+{HEDGE}"
)
_SAYS_EARLIER = re.compile(
    rf"(?<!than )(?<!from )(?<!since )(?<!on )(?<!over )\b(?:{_MARKED})|\bbefore,? |\bbefore[,.]?$"
)
_PERHAPS = re.compile(
    r"\b(?:last|then|had|used to|former|once|ago|before|until|initial(?:ly)?|original(?:ly)?|since|compared|versus|against|from"
    r"|at the time|past|(?:19|20)\d\d)\b"
)


def is_earlier(told: Told) -> bool:
    """Whether the words beside a figure say that it is an earlier level, left for another."""
    if told.figure.kind != "quantity" or told.figure.change is not None:
        return False
    if _AFTER.match(told.after) or _BEFORE.search(told.before):
        return True
    if _LED.search(told.before) and _SINCE.match(told.after):
        return True
    if is_span(told.figure) and _REACHED_BEFORE.search(told.before) and told.siblings():
        return True
    return bool(_FROM.search(told.before)) and not told.after.startswith(" to ") and bool(told.siblings())


def time_told(told: Told) -> Time:
    """Return whether a figure of a source is the earlier one of two levels, or that of now; "" where it has no rival."""
    if is_earlier(told):
        return "earlier" if any(not is_earlier(t) for t in told.likes()) else ""
    return "now" if any(is_earlier(t) for t in told.likes()) else ""


def time_claimed(told: Told) -> Time:
    """Return which of two levels a figure of the draft is told as; "" where the sentence leaves it open."""
    if is_earlier(told):
        return "earlier"
    if any(is_earlier(t) for t in told.likes()):
        return "now"
    if _SAYS_EARLIER.search(told.folded):
        return "earlier" if len(told.figures) == 1 else ""
    return "" if _PERHAPS.search(told.folded) else "now"


_DATE = re.compile(
    rf"\s+(?:(?:in|for|during|of|at the end of|by)\s+(?:its |the |(?:early|late|mid)[- ])?({_MONTH}|(?:19|20)\d\d)\b"
    rf"|on ({_WEEKDAY})\b|(?:(?:in|for) )?((?:this|next|last) (?:year|month|quarter|week))\b)"
)


_YEARS = re.compile(r"\b(?:19|20)\d\d\b")


def date_beside(told: Told) -> str:
    """Return the month or year that stands right behind a figure ("3.4 per cent in May"), or nothing."""
    match = _DATE.match(told.after)
    return next(filter(None, match.groups())) if match else ""


def of_other_time(claim: Told, ours: Time, source: Told) -> bool:
    """Whether a draft tells a source's earlier level as that of now, or the other way round."""
    theirs = time_told(source)
    own = "" if is_earlier(claim) else date_beside(source)
    if own and date_beside(claim) == own:
        return False
    years, told = set(_YEARS.findall(claim.folded)), _YEARS.findall(source.folded)
    if own in told and years and own not in years and years <= set(told):
        return True
    dates = {date for t in source.siblings() if (date := date_beside(t))} - {own}
    named = any(d in claim.folded for d in dates)
    if own and (dates or own in claim.folded) and (own in claim.folded) != named:
        return named
    if not own and named and ours != "earlier" and theirs == "earlier":
        return True
    return bool(ours and theirs) and ours != theirs


_NOW = re.compile(r"\b(?:now|currently|at present|today)\b")


def of_now(claim: Told, ours: Time, source: Told) -> Figure | None:
    """Return the level of now beside an earlier one that a draft tells as "now"."""
    if ours != "now" or not _NOW.search(claim.folded) or not is_earlier(source):
        return None
    return next((t.figure for t in source.likes() if not is_earlier(t)), None)


def is_of_now(ours: Time, source: Told) -> bool:
    """Whether a draft tells of an earlier level, and the source, with another value, of that of now."""
    return ours == "earlier" and time_claimed(source) == "now"
