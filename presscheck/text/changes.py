"""Verbs and nouns that say that a figure is a rise or a fall ("fell by nearly 3 %", "a 5 % rise", "34 % higher")."""

from __future__ import annotations

import re
from typing import Final

from presscheck.text.mentions import Change

ROSE: Final = (
    "rises|rose|rising|risen|increas(?:es|ed|ing)|gain(?:s|ed|ing)|climb(?:s|ed|ing)|jump(?:s|ed|ing)|surg(?:es|ed|ing)"
    "|soar(?:s|ed|ing)|grows|grew|growing|grown|advanc(?:es|ed|ing)|rall(?:ies|ied|ying)|spiked|upped|leap(?:s|ed|t|ing)"
    "|swelled|accelerat(?:es|ed|ing)|expand(?:s|ed|ing)|boosted|widen(?:s|ed|ing)|edged up|hik(?:ed|ing)|quickened|rebounded"
)
FELL: Final = (
    "falls|fell|falling|fallen|drop(?:s|ped|ping)|declin(?:es|ed|ing)|loses|lost|losing|slides|slid|sliding"
    "|slip(?:s|ped|ping)|plung(?:es|ed|ing)|plummet(?:s|ed|ing)|tumbl(?:es|ed|ing)|sinks|sank|sunk|sinking"
    "|shed(?:s|ding)|decreas(?:es|ed|ing)|cuts?|cutting|reduc(?:es|ed|ing)|lower(?:s|ed|ing)|shrinks|shrank|shrunk|shrinking"
    "|contract(?:s|ed)|dip(?:s|ped|ping)|eas(?:es|ed|ing)|retreat(?:s|ed)|slash(?:es|ed|ing)|dived|dove|crash(?:es|ed)"
    "|slump(?:s|ed|ing)|slow(?:s|ed|ing)|cool(?:s|ed|ing)|weakened|narrow(?:s|ed|ing)"
)
"""Verbs that say which way a level went, in the forms that are no nouns: in "its forecast for growth" nothing grew."""
UP: Final = f"{ROSE}|rise|increase|gain|climb|jump|surge|soar|grow|growth|advance|rally|spike|up|leap|expand|widen|hike"
DOWN: Final = (
    f"{FELL}|fall|drop|down|decline|lose|slide|slip|plunge|plummet|tumble|sink|shed|decrease|reduce|reduction|shrink"
    "|contraction|dip|retreat|slash|crash|slump"
)
"""The same in all forms, and their nouns."""
_UP_IF_MEASURED = "add(?:s|ed|ing)?|rais(?:e|es|ed|ing)"
_CHANGE = re.compile(rf"\b(?:(?P<up>{UP})|(?P<added>{_UP_IF_MEASURED})|(?P<down>{DOWN}))\b")
_LINK = re.compile(
    r"(?:\s+(?:by|of|to|a|an|as|much|only|just|some|even|nearly|almost|about|around|approximately|roughly|more|less|than|over"
    r"|another|further|under|up|down|well|in|its|the|[a-z]+ly|interest|rates?|prices?|taxes|it))*"
    r"[\s(]*(?:[a-z]{0,3}[$£€¥]|y=|rm)?\s*"
)
_OF_WHAT = re.compile(
    r"(?:\s+(?!(?:to|from|by|and|or|but|that|which|who)\b)[a-z'-]+){1,4}\s+by"
    r"(?:\s+(?:as|much|only|just|some|even|nearly|almost|about|around|roughly|more|less|than|over|another|at|least|up|to|an?|[a-z]+ly))*"
    r"\s*(?:[a-z]{0,3}[$£€¥])?\s*"
)
"""What lies between the verb and the figure in "cut the number of deaths by half"."""
_LEVEL = re.compile(r"\s+(?:to|from)\b")
_RIGHT = re.compile(
    r"(?:\s|-)+(?:(?:point|percentage|percent|annual|yearly|quarterly|monthly|pay|price|wage|rate|tax|overall|net|sharp|year-on-year)\s+)?"
    r"(?:(?P<up>rise|increase|gain|jump|surge|growth|hike|raise|higher|advance|spike|boost|improvement|uptick)"
    r"|(?P<down>fall|drop|decline|loss|slump|plunge|decrease|reduction|cut|lower|dip|contraction|slide|cheaper))\b"
)


def change_before(folded: str, at: int, measured: bool = True) -> Change | None:
    """Return "up" or "down" where a verb of change leads straight to the figure at `at`.

    `measured`: the figure is a percentage, an amount of money or of points, so that "added" and "raised" are changes.
    """
    found = _verb_before(folded, at)
    if found is None:
        return None
    if found[0] in ("up", "down", "growth") and _LEVEL.match(folded, found.end()):
        return None
    if found["added"] and not measured and not re.match(r"\s+by\b", folded[found.end() : found.end() + 4]):
        return None
    return "down" if found["down"] else "up"


def change_words(folded: str, start: int, end: int) -> tuple[int, int]:
    """Return where a figure and the word of change beside it begin and end: "a decrease of 5 %", "5 % higher"."""
    if before := _verb_before(folded, start):
        return before.start(), end
    after = _RIGHT.match(folded, end) or _COMPARED.match(folded, end)
    return start, after.end() if after else end


def _verb_before(folded: str, at: int) -> re.Match[str] | None:
    """Return the verb or noun of change that leads straight to the figure at `at`."""
    found = None
    for match in _CHANGE.finditer(folded, max(0, at - 60), at):
        found = match
    leads = found and (
        _LINK.fullmatch(folded, found.end(), at) or _OF_WHAT.fullmatch(folded, found.end(), at)
    )
    return found if leads else None


_COMPARED = re.compile(r"\s(?:(?P<up>more)|less|fewer)\b")


def change_after(folded: str, at: int, share: bool = False) -> Change | None:
    """Return "up" or "down" where the words after the figure say so; "more" and "fewer" only after a share."""
    match = _RIGHT.match(folded, at) or (_COMPARED.match(folded, at) if share else None)
    if match is None:
        return None
    return "up" if match["up"] else "down"
