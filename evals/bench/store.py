"""How fast sources go in, beside Chroma alone in the same run; times are of the processor, since machines are shared.

How searching grows with the desk: see `growth`.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from presscheck.evals.bench.corpus import news
from presscheck.evals.bench.measure import Measure
from presscheck.evals.bench.reading import PARAGRAPH
from presscheck.models import Article
from presscheck.vectorstore import chroma
from presscheck.vectorstore.store import Store
from presscheck.vectorstore.tiling import tile

ARTICLES = 700
LEAST = 0.4
"""Share of Chroma's own rate that adding must reach: 0.33 (beside other work) to 0.51 were measured."""


def bench() -> Iterator[Measure]:
    """Measure adding as a share of bare vectors in bulk."""
    articles = [Article(id=f"a{n}", text=news(n)) for n in range(ARTICLES)]
    with tempfile.TemporaryDirectory() as folder:
        store = Store(Path(folder) / "desk")
        _add(store, [Article(id="warm", text=PARAGRAPH)])
        passages = [p.text for a in articles for p in tile(a)]
        bare = _bare(Path(folder) / "bare", passages)
        start = time.process_time()
        _add(store, articles)
        seconds = time.process_time() - start
        yield Measure("Chroma alone, bare vectors in bulk", len(passages) / bare, "passages/s")
        yield Measure("adding", len(passages) / seconds, "passages/s")
        yield Measure("adding as a share of Chroma alone", bare / seconds, "", LEAST, at_least=True)


def _add(store: Store, articles: list[Article]) -> None:
    with store.write() as writer:
        writer.put(articles)


def _bare(folder: Path, texts: list[str]) -> float:
    """Return the seconds that Chroma takes for the vectors alone, with its own settings of the index."""
    from presscheck.vectorstore.embeddings import WordLlamaEmbeddings

    vectors = WordLlamaEmbeddings().vectors(texts)
    names = [f"{row:09d}" for row in range(len(texts))]
    collection = chroma.collection(chroma.open_client(folder), "bare", {"hnsw": {"space": "cosine"}})
    start = time.process_time()
    chroma.add(collection, names, vectors)
    return time.process_time() - start
