"""Score reading and retrieval on public data that is not part of this repository, with 95 % intervals.

    python scripts/score_public.py DATA

DATA holds `figures/newsquant_dev.jsonl`, `quotes/polnear_dev.jsonl` and `retrieval/wice_dev.jsonl`. Intervals are bootstrap
intervals by sentence, article or claim.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from score_figures import BOUNDS, ends, same_unit, same_value

from presscheck import find_figures, find_quotes
from presscheck.models import Article
from presscheck.text.quotes import Quote
from presscheck.vectorstore.library import MemoryLibrary

DRAWS = 1000
Counts = Sequence[float]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the rows of a file."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines)


def told(name: str, units: Sequence[Counts], ratio: Callable[[np.ndarray], float]) -> None:
    """Print a ratio of summed counts with its interval, drawn by unit."""
    counts = np.asarray(units, dtype=float)
    rng = np.random.default_rng(0)
    drawn = [ratio(counts[rng.integers(0, len(counts), len(counts))].sum(axis=0)) for _ in range(DRAWS)]
    low, high = np.percentile(drawn, [2.5, 97.5])
    print(
        f"| {name} | {len(units)} | {100 * ratio(counts.sum(axis=0)):.1f} [{100 * low:.1f}, {100 * high:.1f}] |"
    )


def newsquant(path: Path) -> Iterator[tuple[int, int, int, int, int]]:
    """Yield a sentence's hits by value, value and unit, value and change, the figures found and those tagged."""
    for row in rows(path):
        gold = [(g, q) for q in row["quantities"] if (g := ends(q["value"]))]
        figures = [f for f in find_figures(row["text"]) if f.kind == "quantity"]
        hits = [0, 0, 0]
        used: set[int] = set()
        for figure in figures:
            hit = next((i for i, (g, _) in enumerate(gold) if i not in used and same_value(figure, g)), None)
            if hit is not None:
                used.add(hit)
                quantity = gold[hit][1]
                unit = same_unit(figure, quantity["normalized_unit"])
                change = (figure.change or BOUNDS[figure.bound]) == quantity["change"]
                hits = [hits[0] + 1, hits[1] + unit, hits[2] + change]
        yield hits[0], hits[1], hits[2], len(figures), len(gold)


def polnear(path: Path) -> Iterator[tuple[int, int, int]]:
    """Yield each article's direct quotations found, with the right speaker's mention or name, and tagged."""
    for row in rows(path):
        quotes = find_quotes(row["text"])
        tagged = [a for a in row["attributions"] if a.get("kind") == "direct" and a["content"]]
        met = [(quote_of(a, quotes), a["source"]) for a in tagged]
        found = [(quote, source) for quote, source in met if quote is not None]
        if tagged:
            yield len(found), sum(right(quote, source) for quote, source in found), len(tagged)


def quote_of(attribution: dict[str, Any], quotes: Sequence[Quote]) -> Quote | None:
    """Return the quotation that covers most of the tagged words, if it covers half of the shorter of both."""
    start = min(part["start"] for part in attribution["content"])
    end = max(part["end"] for part in attribution["content"])
    best = max(quotes, key=lambda q: min(q.end, end) - max(q.start, start), default=None)
    if best is None:
        return None
    shared = min(best.end, end) - max(best.start, start)
    return best if shared >= 0.5 * min(best.end - best.start, end - start) else None


def right(quote: Quote, source: Sequence[dict[str, Any]]) -> bool:
    """Tell whether the speaker's mention is the tagged one; none where none is tagged."""
    if not source or quote.speaker_start is None or quote.speaker_end is None:
        return not source and quote.speaker is None
    return any(quote.speaker_start < s["end"] and s["start"] < quote.speaker_end for s in source)


def retrieval(path: Path, k: int = 10) -> Iterator[tuple[float, int]]:
    """Yield for each claim the largest share of one of its evidence sets that is among the `k` nearest sentences, by words."""
    for row in rows(path):
        library = MemoryLibrary(
            Article(id=f"{n:05}", text=p) for n, p in enumerate(row["passages"]) if p.strip()
        )
        found = {int(passage.article_id) for passage, _ in library.search(row["query"], k)}
        gold = [set(one) for one in row["gold_sets"] if one]
        if gold:
            yield max(len(one & found) / len(one) for one in gold), 1


def main(data: Path) -> None:
    """Print the table."""
    print("| what | sentences, documents or claims | score |\n|---|---|---|")
    figures = list(newsquant(data / "figures" / "newsquant_dev.jsonl"))
    for place, name in enumerate(("value", "value and unit", "value and bound or change")):
        told(f"NewsQuant F1, {name}", figures, lambda c, p=place: 2 * c[p] / (c[3] + c[4]))
    quotes = list(polnear(data / "quotes" / "polnear_dev.jsonl"))
    told("PolNeAR, direct quotations found", quotes, lambda c: c[0] / c[2])
    told("PolNeAR, right speaker of these", quotes, lambda c: c[1] / c[2])
    told(
        "WiCE, recall@10 of gold sentences, by words alone",
        list(retrieval(data / "retrieval" / "wice_dev.jsonl")),
        lambda c: c[0] / c[1],
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
