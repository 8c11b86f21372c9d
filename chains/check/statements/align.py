"""Which word of a statement stands for which word of a source's sentence: one order-keeping alignment, and its gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import STOP, WORD, Words

STOP_SCORE = 0.35
"""What a like stop word adds: enough to hold a gap together, too little to outweigh a word that carries content."""
SAME_MEANING = 0.6
"""The share of its weight that a word of the same meaning adds."""
Gap = tuple[range, range]


class Alignment:
    """The heaviest alignment of a statement's words with those of one sentence, both in their order."""

    def __init__(self, claim: Words, source: Words) -> None:
        self.claim, self.source = claim, source
        self.pairs = _trace(claim, source, _table(claim, source))
        self.there = dict(self.pairs)
        self.here = {j: i for i, j in self.pairs}

    @cached_property
    def cover(self) -> float:
        """The share of the statement's weight that is aligned."""
        held = sum(self.claim.weights[i] for i, _ in self.pairs)
        return held / (sum(self.claim.weights) or 1.0)

    @cached_property
    def elsewhere(self) -> dict[int, int]:
        """The words with content that are not aligned, but stand once in the other sentence, at some other place."""
        free = Counter(lemma for j, lemma in enumerate(self.source.lemmas) if j not in self.here)
        places = {lemma: j for j, lemma in enumerate(self.source.lemmas) if j not in self.here}
        left = (i for i in self.claim.content if i not in self.there)
        return {i: places[self.claim.lemmas[i]] for i in left if free[self.claim.lemmas[i]] == 1}

    @cached_property
    def held(self) -> float:
        """The share of the statement's weight that is aligned or stands elsewhere in the other sentence."""
        moved = sum(self.claim.weights[i] for i in self.elsewhere)
        return self.cover + moved / (sum(self.claim.weights) or 1.0)

    def cover_without(self, place: int) -> float:
        """Return the share of the weight of all other words that is aligned."""
        held = sum(self.claim.weights[i] for i, _ in self.pairs if i != place)
        return held / (sum(self.claim.weights) - self.claim.weights[place] or 1.0)

    def gaps(self) -> list[Gap]:
        """Return what lies between aligned words: the places in the statement and those in the source."""
        return self._gaps

    @cached_property
    def _gaps(self) -> list[Gap]:
        return list(self._between())

    def _between(self) -> Iterator[Gap]:
        i, j = -1, -1
        for a, b in [*self.pairs, (len(self.claim), len(self.source))]:
            if a > i + 1 or b > j + 1:
                yield range(i + 1, a), range(j + 1, b)
            i, j = a, b

    def verbatim_around(self, mine: range, theirs: range, *, before: int = 1, behind: int = 1) -> bool:
        """Tell whether the words beside a gap are the same: so many before and behind it, and three in all.

        Where a sentence begins or ends at the gap, the other one must too.
        """
        ahead = [self._same(mine.start - k, theirs.start - k) for k in (1, 2)]
        after = [self._same(mine.stop + k, theirs.stop + k) for k in (0, 1)]
        return all(ahead[:before]) and all(after[:behind]) and sum(ahead + after) >= 3

    def _same(self, i: int, j: int) -> bool:
        """Tell whether two places are aligned, or both lie before the first word or behind the last."""
        if 0 <= i < len(self.claim):
            return self.there.get(i) == j
        return j < 0 if i < 0 else j >= len(self.source)


def _likeness(claim: Words, i: int, source: Words, j: int) -> float:
    if claim.lemmas[i] == source.lemmas[j]:
        return claim.weights[i] if claim.kinds[i] is not STOP else STOP_SCORE
    if claim.kinds[i] is WORD is source.kinds[j]:
        relation = lexicon.relation(claim.lemmas[i], source.lemmas[j])
        if relation in ("same", "derived"):
            return SAME_MEANING * claim.weights[i]
    return 0.0


def _table(claim: Words, source: Words) -> list[list[float]]:
    """Return the best score from each pair of places on (the last row and column are nought)."""
    best = [[0.0] * (len(source) + 1) for _ in range(len(claim) + 1)]
    for i in range(len(claim) - 1, -1, -1):
        row, below = best[i], best[i + 1]
        for j in range(len(source) - 1, -1, -1):
            score = max(row[j + 1], below[j])
            like = _likeness(claim, i, source, j)
            row[j] = max(score, like + below[j + 1]) if like else score
    return best


def _trace(claim: Words, source: Words, best: list[list[float]]) -> list[tuple[int, int]]:
    pairs, i, j = [], 0, 0
    while i < len(claim) and j < len(source):
        like = _likeness(claim, i, source, j)
        if like and best[i][j] == like + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            i += 1
    return pairs
