"""Which sentences make the brief: together they tell as much as fits of what the sources dwell on.

A word weighs the more, the more often the stories use it and the earlier in an article; what a set of sentences tells is the
weight of all words that it has, each counted once. The set is grown greedily by gain for its cost (budgeted maximum
coverage, Lin and Bilmes 2010), then improved by swaps. What repeats another sentence is left out.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from presscheck.chains.brief.candidates import Candidate, story_of
from presscheck.chains.check.words import lexicon

FADING = 0.05
"""How fast a word's weight fades with the place of the sentence that has it first; in articles only: a transcript opens
with greetings. Tuned with DWELLING and CHEAP on 191 news articles with reference summaries."""
DWELLING = 1.5
"""Exponent of how often a word is used."""
TELLING = 1.0
"""Exponent of how rare a word is in English."""
CHEAP = 0.5
"""Exponent of a sentence's cost by which its gain is divided."""
TOPIC = 3.0
"""How much more a sentence counts that has all words of the topic."""
REPEATS = 0.55
"""From this share of shared weight on, a sentence tells what another has told."""
SPECIFIC = re.compile(r"(?<![.!?“] )\b[A-Z][a-z]+\w*|\d[\d,.]*")
"""A name or number within a sentence."""
SWAPS = 12
"""Candidates tried in place of a chosen one."""

Cost = Callable[[Candidate], int]


def rarity(pool: Sequence[Candidate]) -> dict[str, float]:
    """Return the inverse document frequency of each word among the candidates."""
    seen = Counter(word for c in pool for word in c.words)
    return {word: math.log(1 + len(pool) / n) for word, n in seen.items()}


def overlap(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """Return the share of the lighter sentence's weight that both have, from 0 to 1."""
    lighter = min(sum(weight.get(w, 1.0) for w in a), sum(weight.get(w, 1.0) for w in b))
    return sum(weight.get(w, 1.0) for w in a & b) / lighter if lighter else 0.0


def weights(told: Iterable[Candidate]) -> dict[str, float]:
    """Return what each word weighs: its uses, each story's counted once over its copies, fading down the article."""
    uses: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    first: dict[str, int] = {}
    for c in told:
        place = 0 if c.spoken else c.position
        for word in c.words:
            uses[word][story_of(c.article), c.article.id] += 1
            first[word] = min(first.get(word, place), place)
    return {
        w: _dwelt_on(uses[w]) ** DWELLING * math.exp(-FADING * first[w]) * telling(w) ** TELLING for w in uses
    }


def telling(word: str) -> float:
    """Return how much a word tells by how rare it is in English: 1 for the commonest."""
    return max(1.0, lexicon.rarity(word) - 4.0)


def _dwelt_on(uses: Mapping[tuple[str, str], int]) -> int:
    """Return how often a word is used, of each story's copies the one that uses it most."""
    most: Counter[str] = Counter()
    for (story, _), count in uses.items():
        most[story] = max(most[story], count)
    return most.total()


def specific(candidate: Candidate) -> float:
    """Return how specific a spoken sentence is, from 0.4 without a name or number to 1.3; 1 for a written one."""
    return 0.4 + 0.3 * min(3, len(SPECIFIC.findall(candidate.text, 1))) if candidate.spoken else 1.0


def choose(
    pool: Sequence[Candidate], topic: frozenset[str], words: int, cost: Cost, weight: Mapping[str, float]
) -> list[Candidate]:
    """Return the best candidates that fit into the number of words, the first one best; none repeats another.

    `weight` says what each word weighs: `weights` of all sentences of the sources.
    """
    return _Choice(pool, topic, cost, weight).made(words)


class _Choice:
    """A choice in the making."""

    def __init__(
        self, pool: Sequence[Candidate], topic: frozenset[str], cost: Cost, weight: Mapping[str, float]
    ) -> None:
        self._pool, self._weight = pool, weight
        self._price = [cost(c) for c in pool]
        rare = rarity(pool)
        near = [1 + TOPIC * overlap(topic, c.words, rare) if topic else 1.0 for c in pool]
        self._near = [n * specific(c) for n, c in zip(near, pool, strict=True)]
        self._rare = rare
        self._order = sorted(range(len(pool)), key=lambda i: (pool[i].article.id, pool[i].start))

    def made(self, words: int) -> list[Candidate]:
        """Return the chosen ones."""
        chosen = self._grown(words)
        return [self._pool[i] for i in self._swapped(chosen, words)]

    def _grown(self, words: int) -> list[int]:
        chosen: list[int] = []
        has: set[str] = set()
        left = words
        while (best := self._best(chosen, has, left)) is not None:
            chosen.append(best)
            has |= self._pool[best].words
            left -= self._price[best]
        return chosen

    def _best(self, chosen: Sequence[int], has: set[str], left: int) -> int | None:
        best, most = None, 0.0
        for i in self._order:
            if self._price[i] <= left and i not in chosen:
                gain = self._gain(i, has) / max(1, self._price[i]) ** CHEAP
                if gain > most and not self._repeats(i, chosen):
                    best, most = i, gain
        return best

    def _gain(self, i: int, has: set[str]) -> float:
        return self._near[i] * sum(self._weight.get(w, 0.0) for w in self._pool[i].words if w not in has)

    def _repeats(self, i: int, chosen: Iterable[int]) -> bool:
        mine = self._pool[i].words
        return any(overlap(mine, self._pool[j].words, self._rare) > REPEATS for j in chosen)

    def _swapped(self, chosen: list[int], words: int) -> list[int]:
        """Put others in the place of one chosen sentence as long as that tells more."""
        best = sorted(self._order, key=lambda i: -self._gain(i, set()))[:SWAPS]
        for at in range(len(chosen)):
            rest = chosen[:at] + chosen[at + 1 :]
            left = words - sum(self._price[i] for i in rest)
            fit = [
                i for i in best if i not in chosen and self._price[i] <= left and not self._repeats(i, rest)
            ]
            better = max(fit, key=lambda i: self._told([*rest, i]), default=None)
            if better is not None and self._told([*rest, better]) > self._told(chosen):
                chosen = [*chosen[:at], better, *chosen[at + 1 :]]
        return chosen

    def _told(self, chosen: Iterable[int]) -> float:
        has: set[str] = set()
        total = 0.0
        for i in chosen:
            total += self._gain(i, has)
            has |= self._pool[i].words
        return total
