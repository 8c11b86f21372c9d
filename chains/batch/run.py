"""Run a batch: keep the workers busy, write each result the moment it is done, survive a kill at any moment.

An item's result is written to its file, then the ledger says it is done, then its line is appended to
`results.jsonl`. After a kill the lines that are missing are written from the ledger, and a half line is cut off.
Results are taken in the order of the input, so that they do not depend on the number of workers.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from presscheck.chains.batch.items import Item, items
from presscheck.chains.batch.ledger import Entry, Ledger, State
from presscheck.chains.batch.work import Job, Outcome, work
from presscheck.errors import BadRequest, DeskUnwritable

AHEAD = 4
"""Items given to each worker ahead of time; more would only fill the memory."""


class Options(NamedTuple):
    """How a batch runs."""

    workers: int = 1
    limit: int | None = None
    retry_failed: bool = False
    dask: str | None = None


class Progress(NamedTuple):
    """How far a run is: items of this run, and those done before it."""

    done: int
    failed: int
    skipped: int


Told = Callable[[Progress], None]


def run_batch(
    given: Path, out: Path, job: Job, options: Options | None = None, told: Told | None = None
) -> dict[str, int]:
    """Run the batch and return the counts over the whole set.

    Raises `BadRequest` if the folder holds a batch of another job, `UnreadableFile` if there is no input.
    """
    options = options or Options()
    _prepare(out)
    ledger = Ledger(out / "ledger.db")
    try:
        _same_job(ledger, job)
        lines = _Lines(out / "results.jsonl", ledger)
        with _executor(job, options) as executor:
            _drive(
                _open_items(items(given, dict(job.fields)), ledger, options),
                executor,
                job,
                _Keeper(out, ledger, lines),
                options,
                told,
            )
        lines.rewrite(ledger)
        return ledger.counts()
    finally:
        ledger.close()


def _prepare(out: Path) -> None:
    try:
        (out / "items").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeskUnwritable(f"{out} can't be written: {error.strerror}.") from error


def _same_job(ledger: Ledger, job: Job) -> None:
    mine = json.dumps(job._asdict(), default=str, sort_keys=True)
    if ledger.setting("job", mine) != mine:
        raise BadRequest("The folder holds a batch of another job.", help="Name another folder with --out.")


class Open(NamedTuple):
    """An item that is to be done: its number in the input, and how often it was tried before."""

    number: int
    tries: int
    item: Item


def _open_items(found: Iterable[Item], ledger: Ledger, options: Options) -> Iterator[Open | None]:
    """Yield the items that are left, None for each that is not."""
    taken = 0
    for number, item in enumerate(found):
        state, tries = ledger.state(item.key)
        if state == "done" or (state == "failed" and not options.retry_failed):
            yield None
            continue
        if options.limit is not None and taken >= options.limit:
            return
        taken += 1
        yield Open(number, tries, item)


@contextmanager
def _executor(job: Job, options: Options) -> Iterator[Executor]:
    """Start processes for plain code, threads where a model is waited for, or a Dask cluster."""
    if options.dask is not None:
        from presscheck.chains.batch.cluster import cluster

        with cluster(options.dask, options.workers) as executor:
            yield executor
    elif job.model is not None:
        with ThreadPoolExecutor(options.workers) as threads:
            yield threads
    else:
        with ProcessPoolExecutor(options.workers, mp_context=get_context("spawn")) as processes:
            yield processes


class _Keeper(NamedTuple):
    """Writes what is done."""

    out: Path
    ledger: Ledger
    lines: _Lines

    def keep(self, todo: Open, outcome: Outcome) -> None:
        """Write an item's result: its file, the ledger, its line."""
        key = todo.item.key
        for name, text in (("report", outcome.report), ("brief", outcome.brief)):
            if text is not None:
                _write(self.out / "items" / key[:2] / f"{key}.{name}.json", text)
        line = {"key": key, "number": todo.number, **outcome.line}
        state: State = "done" if outcome.ok else "failed"
        self.ledger.put(Entry(key, todo.number, todo.item.origin, state, todo.tries + 1, line))
        self.lines.append(line)


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


class _Lines:
    """`results.jsonl`: one line an item, in step with the ledger."""

    def __init__(self, path: Path, ledger: Ledger) -> None:
        self._path = path
        if path.exists():
            self.rewrite(ledger)

    def rewrite(self, ledger: Ledger) -> None:
        """Write all lines anew from the ledger, in the order of the input."""
        part = self._path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as file:
            for entry in ledger.entries():
                file.write(_text(entry.line))
        part.replace(self._path)

    def append(self, line: dict[str, Any]) -> None:
        """Add a line; it is on its way to the disk when this returns."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(_text(line))


def _text(line: object) -> str:
    return json.dumps(line, ensure_ascii=False) + "\n"


Pending = deque[tuple[Open, "Future[Outcome]"]]


def _drive(
    todo: Iterator[Open | None],
    executor: Executor,
    job: Job,
    keeper: _Keeper,
    options: Options,
    told: Told | None,
) -> None:
    """Hand out items, a few ahead of the workers, and keep what comes back in order."""
    pending: Pending = deque()
    done = failed = skipped = 0
    room = AHEAD * options.workers
    for one in _with_end(todo):
        if one is None:
            skipped += 1
            continue
        if isinstance(one, Open):
            pending.append((one, _submitted(executor, job, one)))
        while pending and (len(pending) >= room or one is END):
            first, future = pending.popleft()
            outcome = future.result()
            keeper.keep(first, outcome)
            done, failed = done + outcome.ok, failed + (not outcome.ok)
            if told is not None:
                told(Progress(done, failed, skipped))


END = object()


def _with_end(todo: Iterator[Open | None]) -> Iterator[object]:
    yield from todo
    yield END


def _submitted(executor: Executor, job: Job, todo: Open) -> Future[Outcome]:
    item = todo.item
    if item.article is None:
        future: Future[Outcome] = Future()
        future.set_result(Outcome(False, {"origin": item.origin, "state": "failed", "why": item.why}))
        return future
    return executor.submit(work, job, item.origin, item.article)


def cores() -> int:
    """Return how many processes are worth starting."""
    return max(1, os.cpu_count() or 1)
