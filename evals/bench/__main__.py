"""Run all benchmarks and print a line a number; exit 1 where a limit is missed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

from presscheck.evals.bench import growth, pages, reading, startup, store, streams
from presscheck.evals.bench.measure import Measure

BENCHES: dict[str, Callable[[], Iterator[Measure]]] = {
    "startup": startup.bench,
    "reading": reading.bench,
    "store": store.bench,
    "growth": growth.bench,
    "pages": pages.bench,
    "streams": streams.bench,
}


def main(names: list[str]) -> int:
    """Run the named benchmarks, or all."""
    missed = 0
    for name in names or BENCHES:
        for measure in BENCHES[name]():
            print(measure, flush=True)
            missed += not measure.holds
    return min(1, missed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
