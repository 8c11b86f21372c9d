"""A figure as it stands in a sentence, of the draft or of a source, with the others of that sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from presscheck.text.mentions import Figure
from presscheck.text.words import normalise


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
        alike = [f for f in self.figures if f.start != self.figure.start and f.kind == self.figure.kind]
        return [self._replace(figure=f) for f in alike if f.unit == self.figure.unit]


@lru_cache(maxsize=4096)
def _folded(sentence: str) -> str:
    return normalise(sentence)
