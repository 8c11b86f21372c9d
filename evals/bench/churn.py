"""Replace a tenth of a large desk again and again, and look whether all is found: `python -m presscheck.evals.bench.churn`.

Every passage must be reached by its own vector, and a search's ten nearest must be those that an exact one finds. How
near Chroma's own index comes to that is told beside: readers compare all vectors themselves.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from presscheck.evals.bench.corpus import news
from presscheck.evals.bench.measure import Measure
from presscheck.models import Article
from presscheck.vectorstore.compaction import size_of
from presscheck.vectorstore.doctor import examine
from presscheck.vectorstore.intake import Intake
from presscheck.vectorstore.store import Store

QUERIES = 500
RECALL = 0.98


def churn(folder: Path, passages: int, rounds: int, seed: int = 0) -> Iterator[Measure]:
    """Fill a desk, replace a tenth of its articles in each round, and measure."""
    rng, store = random.Random(seed), Store(folder / "desk")
    start = time.perf_counter()
    count = fill(store, passages)
    yield Measure("passages", store.shelf.count(), "")
    yield Measure("filling", store.shelf.count() / (time.perf_counter() - start), "passages/s")
    start = time.perf_counter()
    for turn in range(rounds):
        some = rng.sample(range(count), count // 10)
        put(store, {f"a{n}": news(n + (turn + 1) * 1_000_000) for n in some})
    yield Measure("replaced", rounds * (count // 10) / (time.perf_counter() - start), "articles/s")
    mine, theirs = recalls(store)
    yield Measure("recall@10 of a search by vectors against an exact one", mine, "", RECALL, at_least=True)
    yield Measure("recall@10 of Chroma's own index", theirs, "")
    yield Measure("disk", size_of(store.home) / 1e6, "MB")
    yield Measure("memory at most", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3, "MB")
    yield Measure("passages that a search by their own vector does not bring", len(unreached(store)), "", 0)
    start = time.perf_counter()
    found = examine(store.folder)
    yield Measure("the doctor", time.perf_counter() - start, "s")
    yield Measure("damage that it found", sum(p.count for p in found.problems), "", 0)
    start = time.perf_counter()
    found = examine(store.folder, graph=True)
    yield Measure("the doctor, Chroma's own graph asked", time.perf_counter() - start, "s")
    yield Measure(
        "passages that Chroma's own graph does not lead to", sum(p.count for p in found.problems), ""
    )


def fill(store: Store, passages: int) -> int:
    """Add articles until so many passages are there; return how many articles it took."""
    count = 0
    while count == 0 or store.shelf.count() < passages:
        put(store, {f"a{n}": news(n) for n in range(count, count + 700)})
        count += 700
    return count


def put(store: Store, texts: dict[str, str]) -> None:
    """Add or replace articles, as `add` does it."""
    intake = Intake(store)
    for key, text in texts.items():
        intake.take(Article(id=key, text=text))
    if failed := intake.finish().failed:
        raise RuntimeError(str(failed[0]))


def recalls(store: Store, queries: int = QUERIES) -> tuple[float, float]:
    """Return how many of the ten exactly nearest passages a search by vectors gives, and how many Chroma, on average."""
    rng, shares = random.Random(1), []
    with store.write() as writer:
        rows, vectors = writer.shelf.vectors()
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        for _ in range(queries):
            words = news(rng.randrange(10**9)).split(". ")[0]
            vector = store.vectors([words])[0]
            exact = {rows[at] for at in np.argpartition(-(vectors @ vector), 10)[:10]}
            names = writer.passages.query(query_embeddings=[vector], n_results=10, include=[])["ids"][0]
            given = store.nearest(writer.shelf, words, 10), writer.shelf.rows_named(names)
            shares.append([len(exact & set(found)) / 10 for found in given])
    mine, theirs = np.mean(shares, axis=0)
    return float(mine), float(theirs)


def unreached(store: Store) -> list[int]:
    """Return the rows that are not among the ten nearest to their own vector."""
    with store.reading() as shelf:
        return [
            row for row, vector in zip(*shelf.vectors(), strict=True) if row not in shelf.nearest(vector, 10)
        ]


def main(passages: int, rounds: int) -> int:
    """Measure and tell; return 1 if a limit is missed."""
    with tempfile.TemporaryDirectory() as folder:
        missed = [not told(measure) for measure in churn(Path(folder), passages, rounds)]
    return int(any(missed))


def told(measure: Measure) -> bool:
    """Print a measure and say whether it holds."""
    sys.stdout.write(f"{measure}\n")
    sys.stdout.flush()
    return measure.holds


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ["50000", "20"])))
