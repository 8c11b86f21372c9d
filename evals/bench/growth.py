"""How the cost of a search grows with the desk: `python -m presscheck.evals.bench.growth 10000 50000 300000`.

Times are of the processor, all threads together, since machines are shared.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from presscheck.evals.bench.churn import put, told
from presscheck.evals.bench.corpus import news
from presscheck.evals.bench.measure import Measure
from presscheck.vectorstore.compaction import size_of
from presscheck.vectorstore.search import search
from presscheck.vectorstore.store import Store

SIZES = (1000, 4000, 16000)
MEDIAN, LATE = 20.0, 60.0
"""Milliseconds in which half of all searches, and 95 of 100, must be answered; up to `LIMITED` passages."""
LIMITED = 60_000
SEARCHES = 200
AT_ONCE = 600
"""Articles in one write."""


def bench(sizes: Sequence[int] = SIZES) -> Iterator[Measure]:
    """Measure adding and searching at each size."""
    with tempfile.TemporaryDirectory() as folder:
        store, count = Store(Path(folder) / "desk"), 0
        for size in sizes:
            before, spent = _passages(store), 0.0
            while _passages(store) < size:
                texts = {f"a{n}": news(n) for n in range(count, count + min(AT_ONCE, size // 7 + 1))}
                spent += _seconds(lambda texts=texts: put(store, texts))  # type: ignore[misc]
                count += len(texts)
            yield from _measured(store, (_passages(store) - before) / spent)


def _passages(store: Store) -> int:
    return store.shelf.count() if store.exists else 0


def _measured(store: Store, rate: float) -> Iterator[Measure]:
    size = _passages(store)
    limited = size <= LIMITED
    fresh = Store(store.folder)
    queries = [_query(number) for number in range(SEARCHES)]
    first = _seconds(lambda: search(fresh, "a harbour that nobody knows", 8))
    took = [1000 * _seconds(lambda q=query: search(fresh, q, 8)) for query in queries]  # type: ignore[misc]
    late = statistics.quantiles(took, n=20)[-1]
    yield Measure(f"at {size} passages: adding", rate, "passages/s")
    yield Measure(
        f"at {size} passages: search, median", statistics.median(took), "ms", MEDIAN if limited else None
    )
    yield Measure(f"at {size} passages: search, 95 of 100", late, "ms", LATE if limited else None)
    yield Measure(f"at {size} passages: the first search of a process", 1000 * first, "ms")
    yield Measure(f"at {size} passages: memory", _memory(), "MB")
    yield Measure(f"at {size} passages: disk", size_of(store.home) / 1e6, "MB")


def _query(number: int) -> str:
    """Return some words of an article, stored or not."""
    words = news(number * 37).split()
    return " ".join(words[20:28])


def _seconds(action: Callable[[], object]) -> float:
    start = time.process_time()
    action()
    return time.process_time() - start


def _memory() -> float:
    """Return the megabytes that this process holds now; where the system does not tell, 0."""
    try:
        known = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
        return int(known["VmRSS"].split()[0]) / 1e3
    except OSError:
        return 0.0


if __name__ == "__main__":
    sizes = [int(size) for size in sys.argv[1:]] or [10_000, 50_000, 300_000]
    missed = [measure for measure in bench(sizes) if not told(measure)]
    sys.exit(min(1, len(missed)))
