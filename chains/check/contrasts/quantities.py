"""Shares told in a word ("some", "most", "all"), held against each other and against shares told in figures."""

from __future__ import annotations

from presscheck.chains.check.words.cues import QUANTIFIERS
from presscheck.chains.check.words.reading import NUMBER, Words
from presscheck.text.figures import find_figures

_ALL, _MOST = 0.99, 0.5
_WHOLE = ("all", "none")
REACH = 40
"""Characters behind a word in which the figure that it hedges is read."""


def differ(mine: Words, i: int, theirs: Words, j: int) -> bool:
    """Tell whether two words say shares that can't both be true; a figure behind one is taken at its value.

    "Some 31 percent" hedges a figure: two figures are compared elsewhere, and what is no share of a whole tells nothing.
    """
    here, there = QUANTIFIERS.get(mine.forms[i]), QUANTIFIERS.get(theirs.forms[j])
    if here in _WHOLE and _some_of(theirs, j):
        return True
    if here is None or there is None:
        return False
    ours, others = _figure_behind(mine, i), _figure_behind(theirs, j)
    if ours is None and others is None:
        return here != there
    if ours is not None and others is not None:
        return False
    word, share = (here, others) if ours is None else (there, ours)
    return share is not None and share >= 0 and not _fits(word, share)


def _some_of(words: Words, place: int) -> bool:
    """Whether a number tells a part of a whole: "one of the five suspects"."""
    behind = words.forms[place + 1 : place + 3]
    number = words.kinds[place] is NUMBER and words.forms[place].isalpha()
    part = behind[:1] == ["of"] and behind[1:] in (["the"], ["its"], ["their"], ["his"], ["her"])
    return number and (part or words.forms[place] == "one")


def _figure_behind(words: Words, place: int) -> float | None:
    """Return the share from 0 to 1 that a figure right behind a word tells, -1 for another figure, None without one."""
    start = words.ends[place]
    behind = words.text[start : start + REACH]
    figure = next(iter(find_figures(behind)), None)
    if figure is None or behind[: figure.start].strip().casefold() not in ("", "a", "an", "the"):
        return None
    if figure.unit == "percent":
        return figure.low / 100
    return figure.low if figure.kind == "ratio" else -1.0


def _fits(word: str, share: float) -> bool:
    return {
        "few": share < _MOST,
        "some": share > 0,
        "many": share > 0.2,
        "most": share > _MOST,
        "all": share >= _ALL,
        "none": share == 0,
    }[word]
