"""Number words that count nothing: "one of the", "no one", "the second half", "nine-to-five"."""

from __future__ import annotations

import re

_ONE_BEFORE = re.compile(
    r"\b(?:the|this|that|each|every|no|any|which|another|same|last|next|first|only|as|new|big|good|right|wrong|some|other|former"
    r"|latter|old|great)\s+$|[a-z]-$"
)
_ONE_AFTER = re.compile(
    r"\s+(?:of|another|who|that|which|in|on|to|by|way|or|and|day|night|thing|hand|side|point|time|the|is|was|has|had|can|could"
    r"|would|should|will|for|at|with|from|as|if|but|they|he|she|we|you|i|it|against|over|into|between|before|during|about|where|when|may|might|must|does|did|more|after)\b"
    r"|\s*(?:[^\w\s]|$)|-(?:on|of|off|way|time|size|sided|to|stop|another|liner)\b"
)
_IDIOM = re.compile(
    r"(?:nine-to-five|fifty-fifty|twenty-twenty|(?:one|two|three)-on-(?:one|two|three)|one-to-one|forty winks"
    r"|zero[ -](?:tolerance|sum|hour|emission)|sixty-four-thousand|a hundred percent behind|a million thanks)\b"
)
_ZERO_BEFORE = re.compile(r"\b(?:net|ground|patient|absolute|day|sub|year)[ -]$")
_PART_BEFORE = re.compile(
    r"\b(?:first|second|third|fourth|other|better|latter|final|same|last|top|bottom|this|that|next|previous|each|every|per|and|one|the"
    r"|\d(?:st|nd|rd|th))[\s-]+$"
)
_PART_AFTER = re.compile(
    r"\s+(?:of|the|a|an|its|his|her|their|our|all|that|as|mile|inch|hour|day|year|month|century|pound|cup|point|percent"
    r"|percentage|teaspoon|tablespoon|acre)\b|-(?:mile|inch|hour|day|point|percent)\b"
)
_AND_BEFORE = re.compile(
    r"\b(?:decade|century|year|month|week|day|hour|minute|mile|(?:an?|one) [a-z]+) and $"
)
"""Part of a length told without its article, or of what is no unit: "the past decade and a half", "a round and a half"."""
_AGAIN = re.compile(r"\s+as\s+(?:much|many|big|large|long|high)\s+again\b")
_A_PART_AFTER = re.compile(
    r"-(?:mile|inch|hour|point)\b|\s+(?:of|as|higher|lower|more|less|fewer)\b|\s*(?:[,.;)]|$)"
)
_CENTURY = re.compile(r"[\s-]century\b")
_CRICKET = re.compile(
    r"\b(?:\d{1,3} runs|wickets?|innings|batsm[ae]n|batters?|batting|bowlers?|bowled|cricket(?:ers?)?|overs|unbeaten|stumps"
    r"|(?:hit|hits|made|makes|scored?|scores|scoring|smashed|struck) (?:an? |his |her )?(?:[a-z-]+ )?half[\s-]century)\b"
)
"""Where half a century is fifty runs, no years."""
_FAR = 200


_PLACE_AFTER = re.compile(
    r"-(?!(?:mile|inch|hour|day|point|percent|acre|of|and|to|or)\b)[a-z]|\s(?:party|parties|term|time|person|candidate|country|way)\b"
)
_PLACES = ("third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def is_place(folded: str, start: int, end: int) -> bool:
    """Whether "a third" is a place in a row, whatever hedge seems to stand before it: "about a third-party run"."""
    word = folded[start:end]
    return word.startswith("a ") and word.endswith(_PLACES) and _PLACE_AFTER.match(folded, end) is not None


def idle_one(folded: str, start: int, end: int) -> bool:
    """Whether "one" only stands for a noun or is part of a phrase ("one of the", "no one", "one day")."""
    return bool(_ONE_BEFORE.search(folded, max(0, start - 10), start) or _ONE_AFTER.match(folded, end))


def idiom_at(folded: str, start: int) -> re.Match[str] | None:
    """Return the match of a phrase that counts nothing from here on ("nine-to-five"), or up to here ("ground zero")."""
    if folded.startswith("zero", start) and (net := _ZERO_BEFORE.search(folded, max(0, start - 10), start)):
        return net
    return _IDIOM.match(folded, start)


def idle_part(folded: str, start: int, end: int) -> bool:
    """Whether "half" or "a third" is a stretch of a game or year, a place in a row, or stands for nothing."""
    word = folded[start:end]
    if _CENTURY.match(folded, end) and word.endswith(("half", "quarter")):
        return word.endswith("half") and bool(_CRICKET.search(folded, max(0, start - _FAR), end + _FAR))
    if _AND_BEFORE.search(folded, max(0, start - 24), start) or _AGAIN.match(folded, end):
        return True
    if word == "half" and folded[max(0, start - 4) : start] in (" by ", " in "):
        return False
    if word in ("half", "quarter"):
        return bool(_PART_BEFORE.search(folded, max(0, start - 14), start)) or not _PART_AFTER.match(
            folded, end
        )
    if not word.startswith("a") or folded[max(0, start - 4) : start] in (" by ", "han "):
        return False
    return not _A_PART_AFTER.match(folded, end)
