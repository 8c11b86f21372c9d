"""Which articles tell one event: pairs of two outlets, all put together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final

import numpy as np

from presscheck.chains.brief.clusters import cosine, events, weighted
from presscheck.evals.metrics import Score, auc
from presscheck.models import Article
from presscheck.vectorstore.stories import with_stories
from public.table import AT_HAND, Counts, Line, ratio, rows

DRAWS: Final = 400
Pair = tuple[Article, Article]


def lines(data: Path) -> Iterator[Line]:
    """Yield how well the pairs are told apart, and whether outlets' own texts are taken for copies of each other."""
    pairs = list(_pairs(data / "briefs" / "event_pairs_dev.jsonl"))
    counts, units = _joined(pairs), f"{len(pairs)} pairs"
    for what, score in (
        ("precision", ratio(counts, lambda c: c[0] / (c[0] + c[1]))),
        ("recall", ratio(counts, lambda c: c[0] / c[2])),
        ("F1", ratio(counts, lambda c: 2 * c[0] / (c[0] + c[1] + c[2]))),
    ):
        yield Line(
            "event_pairs", f"two articles joined as one event, {what}", units, score, "–", "threshold yes"
        )
    yield Line(
        "event_pairs",
        "likeness of the pairs above that of others, AUC",
        units,
        _auc(pairs),
        "chance 50",
        AT_HAND,
    )
    story = {a.id: a.story_id for a in with_stories(a for pair in pairs for a in pair)}
    yield Line(
        "event_pairs", "pairs not taken for copies of one text", units,
        ratio([(story[a.id] != story[b.id], 1) for a, b in pairs]), "–", AT_HAND,
    )  # fmt: skip


def _pairs(path: Path) -> Iterator[Pair]:
    for row in rows(path):
        first, second = (
            Article(
                id=a["id"],
                text=" ".join(a["sentences"]),
                title=a["title"] if " " in a["title"] else None,
                publisher=a["publisher"],
                published=a["date"] or None,
            )
            for a in row["articles"]
        )
        yield first, second


def _joined(pairs: Sequence[Pair]) -> list[Counts]:
    """Return for each pair whether it is joined, half of the false joins of its articles, and one pair."""
    home = {a.id: n for n, event in enumerate(events(a for p in pairs for a in p)) for a in event.articles}
    pair_of = {a.id: n for n, pair in enumerate(pairs) for a in pair}
    false = [0.0] * len(pairs)
    for a, b in combinations(sorted(home), 2):
        if home[a] == home[b] and pair_of[a] != pair_of[b]:
            false[pair_of[a]] += 0.5
            false[pair_of[b]] += 0.5
    return [(home[a.id] == home[b.id], false[n], 1) for n, (a, b) in enumerate(pairs)]


def _auc(pairs: Sequence[Pair]) -> Score:
    """Return the AUC of the cosine, with an interval over drawn pairs."""
    vectors = weighted([a for pair in pairs for a in pair])
    alike = np.array([[cosine(a, b) for b in vectors] for a in vectors])

    def of(chosen: Sequence[int]) -> float:
        same = [alike[2 * n, 2 * n + 1] for n in chosen]
        other = [
            alike[2 * a + i, 2 * b + j]
            for a, b in combinations(chosen, 2)
            if a != b
            for i in (0, 1)
            for j in (0, 1)
        ]
        return auc(np.array([1] * len(same) + [0] * len(other)), np.array(same + other))

    rng = np.random.default_rng(0)
    drawn = [of(rng.integers(0, len(pairs), len(pairs)).tolist()) for _ in range(DRAWS)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Score(value=of(range(len(pairs))), low=float(low), high=float(high))
