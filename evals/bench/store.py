"""How fast sources go in and are found again, beside Chroma alone in the same run."""

from __future__ import annotations

import random
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from presscheck.evals.bench.measure import Measure, median_seconds
from presscheck.evals.bench.reading import PARAGRAPH
from presscheck.models import Article
from presscheck.vectorstore import chroma
from presscheck.vectorstore.search import search
from presscheck.vectorstore.store import Store
from presscheck.vectorstore.tiling import tile

ARTICLES = 700


def bench() -> Iterator[Measure]:
    """Measure adding as a share of bare vectors in bulk, and search."""
    articles = [Article(id=f"a{n}", text=news(n)) for n in range(ARTICLES)]
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "desk")
        _add(store, [Article(id="warm", text=PARAGRAPH)])
        passages = [p.text for a in articles for p in tile(a)]
        bare = _bare(Path(folder) / "bare", passages)
        start = time.perf_counter()
        _add(store, articles)
        seconds = time.perf_counter() - start
        yield Measure("Chroma alone, bare vectors in bulk", len(passages) / bare, "passages/s")
        yield Measure("adding", len(passages) / seconds, "passages/s")
        yield Measure("adding as a share of Chroma alone", bare / seconds, "", 0.4, at_least=True)
        queries = iter(range(10_000))
        found = median_seconds(
            lambda: search(store, f"{_word(next(queries) * 7)} {_word(next(queries) * 31)} {_word(400)}"), 25
        )
        yield Measure(f"search at {len(passages)} passages, median", 1000 * found, "ms", 20.0)


def news(number: int) -> str:
    """Return an article of its own words, some common and most rare, as in news."""
    rng = random.Random(number)
    sentences = []
    for _ in range(48):
        words = [_word(int(3000 * rng.random() ** 3)) for _ in range(rng.randint(8, 26))]
        sentences.append(f"{' '.join(words).capitalize()} {rng.randint(2, 60)}.")
    return " ".join(sentences)


def _word(number: int) -> str:
    syllables = (
        "ka",
        "lo",
        "mir",
        "ten",
        "sua",
        "bre",
        "nol",
        "di",
        "ster",
        "han",
        "gu",
        "pel",
        "vor",
        "ix",
        "ma",
    )
    first, rest = number % 15, number // 15
    return syllables[first] + syllables[rest % 15] + (syllables[rest // 15 % 15] if rest >= 15 else "")


def _add(store: Store, articles: list[Article]) -> None:
    with store.write() as writer:
        writer.put(articles)


def _bare(folder: Path, texts: list[str]) -> float:
    """Return the seconds that Chroma takes for the vectors alone."""
    from presscheck.vectorstore.embeddings import WordLlamaEmbeddings

    vectors = WordLlamaEmbeddings().vectors(texts)
    names = [f"{row:09d}" for row in range(len(texts))]
    collection = chroma.collection(chroma.open_client(folder), "bare")
    start = time.perf_counter()
    chroma.add(collection, names, vectors)
    return time.perf_counter() - start
