"""Which sentences make the brief: near the topic, central, early in their article, and each telling something new.

Centrality is the mean weighted overlap with the other candidates (after LexRank, Erkan and Radev 2004), and what
repeats is dropped by maximal marginal relevance (Carbonell and Goldstein 1998).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from presscheck.chains.brief.candidates import Candidate

LEAD = 0.35
"""Weight of standing early in an article; a transcript's first sentences are greetings, so it counts for articles only."""
TOPIC = 1.0
CENTRAL = 1.0
REPEATS = 0.55
"""From this share of shared weight on, a sentence tells what another has told."""

Cost = Callable[[Candidate], int]


def rarity(pool: Sequence[Candidate]) -> dict[str, float]:
    """Return the inverse document frequency of each word among the candidates."""
    seen = Counter(word for c in pool for word in c.words)
    return {word: math.log(1 + len(pool) / n) for word, n in seen.items()}


def overlap(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """Return the share of the lighter sentence's weight that both have, from 0 to 1."""
    lighter = min(sum(weight.get(w, 1.0) for w in a), sum(weight.get(w, 1.0) for w in b))
    return sum(weight.get(w, 1.0) for w in a & b) / lighter if lighter else 0.0


def scores(pool: Sequence[Candidate], topic: frozenset[str]) -> list[float]:
    """Return how much each candidate deserves to be told."""
    weight = rarity(pool)
    central = _centrality(pool, weight)
    most = max(central, default=0.0) or 1.0
    near = [overlap(topic, c.words, weight) if topic else 0.0 for c in pool]
    lead = [0.0 if c.spoken else 1 / (1 + c.position) for c in pool]
    return [TOPIC * t + CENTRAL * c / most + LEAD * e for t, c, e in zip(near, central, lead, strict=True)]


def _centrality(pool: Sequence[Candidate], weight: Mapping[str, float]) -> list[float]:
    """Return for each candidate the weight of its words times how many other candidates use them."""
    uses = Counter(word for c in pool for word in c.words)
    return [
        sum(weight[w] * math.log(uses[w]) for w in c.words) / math.sqrt(1 + len(c.words)) if c.words else 0.0
        for c in pool
    ]


def choose(pool: Sequence[Candidate], topic: frozenset[str], words: int, cost: Cost) -> list[Candidate]:
    """Return the best candidates that fit into the number of words, best first; none repeats another."""
    weight = rarity(pool)
    value = scores(pool, topic)
    ranked = sorted(range(len(pool)), key=lambda i: (-value[i], pool[i].article.id, pool[i].start))
    chosen: list[Candidate] = []
    left = words
    for i in ranked:
        candidate = pool[i]
        price = cost(candidate)
        if price <= left and not any(overlap(candidate.words, c.words, weight) > REPEATS for c in chosen):
            chosen.append(candidate)
            left -= price
    return chosen
