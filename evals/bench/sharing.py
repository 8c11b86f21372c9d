"""One desk, several processes at once: `python -m presscheck.evals.bench.sharing`.

A reader that is open all the time must see each addition at its next request, by words and by vectors; two writers must
both end well; readers that search without pause must neither stop a writer nor harm what is stored.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from pathlib import Path
from typing import Any

from presscheck.evals.bench.corpus import news
from presscheck.evals.bench.measure import Measure
from presscheck.models import Article
from presscheck.vectorstore.compaction import compact
from presscheck.vectorstore.doctor import examine
from presscheck.vectorstore.intake import Intake
from presscheck.vectorstore.search import search
from presscheck.vectorstore.store import Store

CONTEXT = multiprocessing.get_context("forkserver")
PRELOADED = ["presscheck.vectorstore.writer", "wordllama", "chromadb"]


def started(target: Any, *args: object) -> BaseProcess:  # noqa: ANN401 (any function of a module)
    """Start a process that runs a function."""
    CONTEXT.set_forkserver_preload(PRELOADED)
    process = CONTEXT.Process(target=target, args=args, daemon=True)
    process.start()
    return process


def add(folder: Path, texts: dict[str, str]) -> None:
    """Add articles in one write."""
    intake = Intake(Store(folder))
    for key, text in texts.items():
        intake.take(Article(id=key, text=text))
    if failed := intake.finish().failed:
        raise RuntimeError(str(failed[0]))


# A reader sees what another process adds


def add_when_asked(folder: Path, numbers: Connection) -> None:
    """Add the article of each number that comes, and say so."""
    while (number := numbers.recv()) is not None:
        add(folder, {f"a{number}": news(number)})
        numbers.send(number)


def seen(folder: Path, additions: int) -> int:
    """Return how many of so many additions a reader sees at its next request, in every way there is."""
    mine, theirs = CONTEXT.Pipe()
    writer = started(add_when_asked, folder, theirs)
    store, found = Store(folder), 0
    for number in range(additions):
        mine.send(number)
        mine.recv()
        found += _sees(store, f"a{number}", news(number))
    mine.send(None)
    writer.join()
    return found


def _sees(store: Store, key: str, text: str) -> bool:
    words = text[:200]
    with store.reading() as shelf:
        by_vector = {p.article_id for p in shelf.by_row(store.nearest(shelf, words, 8)).values()}
        by_words = {passage.article_id for passage, _ in shelf.search(words, 8)}
        listed = {head.article_id for head in shelf.heads()}
    both = {hit.article_id for hit in search(store, words, 8)}
    return all(key in each for each in (by_vector, by_words, listed, both))


# Writers and readers at once


def write_many(folder: Path, name: str, writes: int, articles: int) -> None:
    """Add articles in so many writes, then replace half of them."""
    for turn in range(writes):
        numbers = range(turn * articles, (turn + 1) * articles)
        add(folder, {f"{name}{n}": news(hash_of(name, n)) for n in numbers})
        if turn % 5 == 4:
            compact(Store(folder))
    for turn in range(0, writes, 2):
        numbers = range(turn * articles, (turn + 1) * articles)
        add(folder, {f"{name}{n}": news(hash_of(name, n) + 500_000) for n in numbers})


def hash_of(name: str, number: int) -> int:
    """Return a number for an article of a writer."""
    return ord(name[0]) * 1_000_000 + number


def read_on(folder: Path, stop: Event, told: Connection) -> None:
    """Search without pause until told to stop; send how often, and what went wrong."""
    store, count, wrong = Store(folder), 0, ""
    while not stop.is_set() and not wrong:
        try:
            for hit in search(store, news(count)[:100], 8):
                if hit.article_id == "first" and hit.text not in news(-1):
                    wrong = "an article was given other words"
            count += 1
        except Exception as error:  # whatever a reader meets is what is to be told
            wrong = f"{type(error).__name__}: {error}"
    told.send((count, wrong))


def crowd(folder: Path, writers: int, readers: int, writes: int, articles: int) -> Iterator[Measure]:
    """Let writers write and readers read at once; then look the desk over."""
    add(folder, {"first": news(-1)})
    stop, pipes = CONTEXT.Event(), [CONTEXT.Pipe(duplex=False) for _ in range(readers)]
    reading = [started(read_on, folder, stop, send) for _, send in pipes]
    start = time.perf_counter()
    writing = [started(write_many, folder, chr(98 + n), writes, articles) for n in range(writers)]
    for process in writing:
        process.join()
    seconds = time.perf_counter() - start
    stop.set()
    told = [receive.recv() for receive, _ in pipes]
    for process in reading:
        process.join()
    there, found = len(Store(folder).heads()), examine(folder)
    label = f"{writers} writers, {readers} readers"
    yield Measure(f"{label}: writers that failed", sum(p.exitcode != 0 for p in writing), "", 0)
    yield Measure(f"{label}: articles lost", 1 + writers * writes * articles - there, "", 0)
    yield Measure(f"{label}: damage", sum(p.count for p in found.problems), "", 0)
    yield Measure(f"{label}: readers that failed", sum(bool(wrong) for _, wrong in told), "", 0)
    yield Measure(f"{label}: searches", sum(count for count, _ in told) / seconds, "a second")
    for problem in (*found.problems, *(wrong for _, wrong in told if wrong)):
        sys.stderr.write(f"{problem}\n")


def main(additions: int = 200, writes: int = 20, articles: int = 100) -> int:
    """Measure and tell; return 1 if a limit is missed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        found = [
            Measure(
                f"of {additions} additions seen", seen(folder / "a", additions), "", additions, at_least=True
            ),
            *crowd(folder / "b", 2, 0, writes, articles),
            *crowd(folder / "c", 1, 3, writes, articles),
        ]
    sys.stdout.write("\n".join(map(str, found)) + "\n")
    return int(not all(measure.holds for measure in found))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
