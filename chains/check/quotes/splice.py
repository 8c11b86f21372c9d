"""A quotation whose parts stand word for word, but in different statements: joined into one without an ellipsis."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from presscheck.chains.check.quotes.compare import SENTENCE_BREAK
from presscheck.chains.check.quotes.pieces import Saying
from presscheck.chains.check.quotes.places import Place
from presscheck.chains.check.quotes.words import is_content

LEAST_WORDS, PLAIN_WORDS = 4, 5
"""Words of a part, one of them with content, from which on it counts, and of one without; shorter runs stand anywhere."""

MOST_PARTS = 3
COVERED = 0.85
"""The share of a quotation's words that the parts must cover."""

GAIN = 0.2
"""So much more must be covered by two statements than by one, unless they cover every word."""


@dataclass(frozen=True)
class Part:
    """Words `[q0:q1]` of a quotation that stand at words `[first:last]` of a place."""

    place: Place
    q0: int
    q1: int
    first: int
    last: int

    @property
    def span(self) -> tuple[int, int]:
        """Where they stand in the article."""
        words = self.place.said.words
        return self.place.start + words[self.first].start, self.place.start + words[self.last - 1].end


@dataclass(frozen=True)
class Splice:
    """The parts of a quotation in its order, and the share of its words that they cover."""

    parts: tuple[Part, ...]
    cover: float

    def explains_more(self, cover: float) -> bool:
        """Tell whether two statements account for the quotation better than one that covers this share of it."""
        return self.cover - cover >= GAIN or (self.cover == 1 and cover < 1)


def find_splice(saying: Saying, found_in: Sequence[Place]) -> Splice | None:
    """Return the statements that a quotation is joined from, None if it is not."""
    return _joined(saying.every_key, found_in, lean=False) or _joined(saying.keys, found_in, lean=True)


def _joined(keys: list[str], found_in: Sequence[Place], *, lean: bool) -> Splice | None:
    parts: list[Part] = []
    at = 0
    while at < len(keys) and len(parts) < MOST_PARTS:
        part = _longest(keys, at, found_in, parts[-1] if parts else None, lean=lean)
        if part:
            parts.append(part)
        at = part.q1 if part else at + 1
    covered = sum(p.q1 - p.q0 for p in parts) / max(1, len(keys))
    if covered < COVERED or not any(_apart(a, b) for a, b in pairwise(parts)):
        return None
    return Splice(tuple(parts), covered)


def _longest(
    keys: list[str], at: int, found_in: Sequence[Place], before: Part | None, *, lean: bool
) -> Part | None:
    """Return the longest run from a word on that stands somewhere, of equal ones that after the part before."""
    best: Part | None = None
    for place in [*([before.place] if before else []), *found_in]:
        runs = place.said.lean if lean else place.said.full
        length = runs.longest_prefix(keys[at:])
        if length >= LEAST_WORDS and (best is None or length > best.q1 - best.q0):
            found = list(runs.find(keys[at : at + length]))
            after = [span for span in found if before and before.place == place and span[0] >= before.last]
            first, last = (after or found)[0]
            best = Part(place, at, at + length, first, last + 1)
    if best and (best.q1 - best.q0 >= PLAIN_WORDS or any(map(is_content, keys[best.q0 : best.q1]))):
        return best
    return None


def _apart(a: Part, b: Part) -> bool:
    """Tell whether two parts stand in different statements: another turn, another order, or a sentence ends between."""
    if (a.place.article_id, a.place.turn) != (b.place.article_id, b.place.turn) or b.span[0] < a.span[1]:
        return True
    return bool(SENTENCE_BREAK.search(a.place.article.text, a.span[1], b.span[0]))
