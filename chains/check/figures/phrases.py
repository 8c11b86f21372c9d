"""The words that a figure is told in: the same ones, or the same but for the number."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.relation import FARTHEST
from presscheck.chains.check.figures.units import is_measure
from presscheck.text.mentions import Figure
from presscheck.text.words import lemma, normalise

_WORD = re.compile(r"[\w.,]*\w")
_FEW = 12
"""Places in an order up to this one are told of anything."""


def number_words(figure: Figure) -> list[str]:
    """Return the words of a figure as written, folded."""
    return _WORD.findall(normalise(figure.text))


def same_place(figure: Figure, other: Figure) -> bool:
    """Whether two ordinals are the same one beyond coincidence: "17th", or "first openly gay" with another noun behind."""
    if not figure.kind == other.kind == "ordinal" or figure.low != other.low:
        return False
    ours, theirs = number_words(figure), number_words(other)
    return len(ours) > 2 and ours[:3] == theirs[:3] or (figure.low > _FEW and ours == theirs)


def other_number_of(figure: Figure, other: Figure) -> bool:
    """Whether two counts are told in one phrase but for the number: "three other counts" and "two other counts"."""
    if figure.kind == other.kind == "ordinal":
        return _other_place(figure, other)
    if not figure.kind == other.kind == "quantity" or figure.unit != other.unit:
        return False
    if figure.unit in ("", "person") or is_measure(figure.unit) or figure.bound != "=":
        return False
    ours, theirs = (_counted(f) for f in (figure, other))
    small, great = sorted((figure.low, other.low))
    return len(ours) > 1 and ours == theirs and small < great <= FARTHEST * small


def _other_place(figure: Figure, other: Figure) -> bool:
    """Whether two places far down in one order differ: "the 41st president" and "the 43rd president"."""
    behind = _counted(figure)
    return figure.low != other.low and min(figure.low, other.low) > _FEW and behind == _counted(other) != []


def _counted(figure: Figure) -> list[str]:
    """Return the words behind the number."""
    return [lemma(w) for w in number_words(figure)[1:]]
