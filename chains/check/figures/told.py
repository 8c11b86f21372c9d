"""A figure as it stands in a sentence, of the draft or of a source, with the others of that sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from presscheck.text.mentions import Figure
from presscheck.text.words import normalise

CLAUSE = re.compile(r"[.;:]\s|,?\s(?:and|but|while|whereas|before|after|when|who|which)\s|,\sas\s")
"""Where another clause begins: its subject and verb tell nothing of a figure beyond."""
TOTAL = r"total(?:s|led|ed|ling|ing)?|together|altogether|in all|combined|overall|between them"
"""Words by which a figure is told for several together."""
_AS_GREAT = 3.0
"""How many times as great a figure without a unit may be to measure the same."""


class Told(NamedTuple):
    """A sentence, one figure of it and all of them, with offsets into the sentence."""

    sentence: str
    figure: Figure
    figures: Sequence[Figure]

    @property
    def folded(self) -> str:
        """The sentence in small letters with plain quotes and hyphens."""
        return _folded(self.sentence)

    @property
    def before(self) -> str:
        """What stands before the figure."""
        return self.folded[: self.figure.start]

    @property
    def after(self) -> str:
        """What stands after the figure."""
        return self.folded[self.figure.end :]

    def siblings(self) -> list[Told]:
        """Return the other quantities of the sentence that measure in the same unit."""
        others = [f for f in self.figures if f.start != self.figure.start and f.kind == self.figure.kind]
        return [self._replace(figure=f) for f in others if _head(f) == _head(self.figure)]

    def likes(self) -> list[Told]:
        """Return the siblings and those that leave out their unit and are about as great."""
        bare = [f for f in self.figures if f.kind == self.figure.kind and self._is_like(f)]
        return self.siblings() + [self._replace(figure=f) for f in bare]

    def _is_like(self, other: Figure) -> bool:
        """Whether one of two figures leaves its unit out, as "23.4 million" after "21.5 million tonnes" does."""
        small, great = sorted((abs(self.figure.low), abs(other.low)))
        return bool(self.figure.unit) != bool(other.unit) and small > 12 and great < _AS_GREAT * small


def same_pair(one: Told, other: Told) -> bool:
    """Whether two sentences tell a figure with the same other one: "46 percent to 39 percent"."""
    ours, theirs = _mate(one), _mate(other)
    return ours is not None and theirs is not None and (ours.low, ours.unit) == (theirs.low, theirs.unit)


def _mate(told: Told) -> Figure | None:
    """Return the figure that a "to" joins to this one, on either side."""
    for figure in told.figures:
        first, second = sorted((figure, told.figure), key=lambda f: f.start)
        if told.folded[first.end : second.start] == " to ":
            return figure
    return None


def _head(figure: Figure) -> str:
    """Return the unit without what it is counted by: "15 crowns" after "12 crowns a share"."""
    return figure.unit.partition(" per ")[0]


@lru_cache(maxsize=4096)
def _folded(sentence: str) -> str:
    return normalise(sentence)
