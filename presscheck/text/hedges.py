"""Words beside a figure that say how exact it is: "nearly", "at least", "or more", "+"."""

from __future__ import annotations

import re

from presscheck.text.mentions import Bound

_PHRASES: dict[Bound, str] = {
    "=": "exactly|precisely",
    "~": "about|around|approximately|approx|roughly|some|circa|ca|nearly|almost|close to|near|nearing|approaching"
    "|estimated|an estimated|just about|something like|in the region of|in the neighborhood of"
    "|in the neighbourhood of|on the order of|averaged|averaging|≈|~",
    ">": "more than|over|above|in excess of|exceeding|exceeds|exceeded|exceed|greater than|higher than|larger than"
    "|upwards of|upward of|north of|beyond|better than|topped|topping|surpassed|surpassing|surpasses|longer than"
    "|older than|bigger than|>",
    ">=": "at least|no less than|no fewer than|not less than|not fewer than|a minimum of|minimum of|minimum"
    "|no lower than|as few as|as little as|as low as|equal to or more than|greater than or equal to|more than or equal to|≥|>=",
    "<": "less than|fewer than|under|below|lower than|smaller than|south of|younger than|shorter than|sub|short of"
    "|shy of|<",
    "<=": "up to|at most|no more than|not more than|a maximum of|maximum of|maximum|as much as|as many as"
    "|as high as|no higher than|no greater than|not exceeding|no longer than|equal to or less than"
    "|less than or equal to|≤|<=",
}
BEFORE: dict[str, Bound] = {p: bound for bound, phrases in _PHRASES.items() for p in phrases.split("|")}
"""Every hedge that may stand before a figure."""

_ENDINGS = tuple({phrase.split()[-1].rstrip(".") for phrase in BEFORE})
_LAST_WORDS = re.compile(r"(?:[a-z~≈<>≤≥=]+[ -]{1,2}){0,4}(?:approx\.|ca?\.|[a-z~≈<>≤≥=]+)[ -]{0,2}$")
_WORD = re.compile(r"[a-z]+|[~≈<>≤≥=]+")
_WIDER = re.compile(r"\b(?:about|around|roughly|perhaps|maybe|well|just|slightly|a little|far|much|only)\s+$")
_NOT_BOUND = re.compile(
    r"%\s+$|\b(?:points?|percent|all|turn(?:ed|s)?|went|go(?:es|ing)?|much|ticked|edged|inched|crept|moved|pushed|nudged|climbed|rose|shot|total|it)\s+$"
)
_RULERS = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9])\s(?:[a-z.-]+(?<!s)\s){0,2}?(?:(?:president|governor"
    r"|mayor|premier|chancellor|king|queen|monarch|sovereign|emperor|pope|dictator|ruler|leader|minister|administration"
    r"|government|regime|manager|captain|commander|general|speaker|director|editor|headmaster|commissioner|sheriff|chief"
    r"|owner)s|secretaries|bosses|coaches|chairmen)\b"
)
"""Whom one serves under: "under five governors" is no bound."""
_AFTER = re.compile(
    r"\+"
    r"|[\s-]plus\b(?!\s+(?:a|an|the|\d))"
    r"|\s(?:or|and)\s+(?P<more>more|above|over|up|older|higher|greater|better|longer)\b(?!\s+than)"
    r"|\s(?:or|and)\s+(?P<less>less|fewer|below|under|younger|lower|shorter)\b(?!\s+than)"
    r"|\s(?P<rough>or so)\b"
    r"|\s(?:at least)\b(?=\s*(?:[.,;)]|$))"
    r"|\s(?P<most>at most)\b(?=\s*(?:[.,;)]|$))"
)


def bound_before(folded: str, at: int) -> tuple[Bound, int] | None:
    """Return the bound that the words ending at `at` set, and where they begin; None where there is none."""
    if not folded[max(0, at - 40) : at].rstrip(" -.").endswith(_ENDINGS):
        return None
    match = _LAST_WORDS.search(folded, max(0, at - 40), at)
    words = list(_WORD.finditer(folded, match.start(), at)) if match else []
    for size in range(min(5, len(words)), 0, -1):
        bound = BEFORE.get(" ".join(w[0] for w in words[-size:]))
        if words[-size][0] == "under" and _RULERS.match(folded, at):
            return None
        if bound and not _NOT_BOUND.search(folded, max(0, words[-size].start() - 8), words[-size].start()):
            start = words[-size].start()
            wider = _WIDER.search(folded, max(0, start - 10), start)
            return bound, wider.start() if wider else start
    return None


def bound_after(folded: str, at: int) -> tuple[Bound, int] | None:
    """Return the bound that words after the figure set ("or more", "+", "or so"), and where they end."""
    match = _AFTER.match(folded, at)
    if match is None:
        return None
    if match["rough"]:
        return "~", match.end()
    return ("<=" if match["less"] or match["most"] else ">="), match.end()
