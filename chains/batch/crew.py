"""The workers of a batch: processes for plain code, threads where a model is waited for, or a Dask cluster.

A worker process that dies takes the pool with it. Then a new pool is made, and the items that were with the old one are
tried again one by one: the one that kills its worker once more has failed, the others are done.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import AbstractContextManager, contextmanager
from multiprocessing import get_all_start_methods, get_context, parent_process
from multiprocessing.context import BaseContext
from threading import Thread

from presscheck.chains.batch.keep import Open
from presscheck.chains.batch.work import Job, Outcome, work
from presscheck.llm import Model

Start = Callable[[], Executor]

PRELOADED = ["presscheck.chains.batch.work"]
"""What is loaded once, for all worker processes."""


class Crew:
    """Hands out items to workers."""

    def __init__(self, job: Job, start: Start, model: Model | None = None) -> None:
        self._job, self._start, self._model = job, start, model
        self._executor = start()

    def give(self, todo: Open) -> Future[Outcome]:
        """Give an item to a worker; what could not be read has failed already."""
        item = todo.item
        if item.article is None:
            future: Future[Outcome] = Future()
            future.set_result(Outcome(False, {"origin": item.origin, "state": "failed", "why": item.why}))
            return future
        try:
            return self._submit(todo)
        except BrokenExecutor:
            self._anew()
            return self._submit(todo)

    def _submit(self, todo: Open) -> Future[Outcome]:
        article = todo.item.article
        if article is None:
            raise ValueError("an item without a text is not given to a worker")
        given = (self._model,) if self._model is not None else ()
        return self._executor.submit(work, self._job, todo.item.origin, article, *given)

    def alone(self, todo: Open) -> Outcome:
        """Do an item with no other beside it; if its worker dies, that is the outcome."""
        self._anew()
        try:
            return self._submit(todo).result()
        except BrokenExecutor:
            self._anew()
            why = "The worker died over this text (out of memory, or a fault in a library)."
            return Outcome(False, {"origin": todo.item.origin, "state": "failed", "why": why})

    def _anew(self) -> None:
        self._executor.shutdown(wait=False, cancel_futures=True)
        self._executor = self._start()

    def close(self) -> None:
        """Let the workers go."""
        self._executor.shutdown(wait=False, cancel_futures=True)


@contextmanager
def crew(job: Job, workers: int, dask: str | None, model: Model | None) -> Iterator[Crew]:
    """Start the workers, and let them go in the end."""
    if dask is not None:
        from presscheck.chains.batch.cluster import cluster

        opened: AbstractContextManager[Executor] = cluster(dask, workers)
        with opened as executor:
            yield Crew(job, lambda: executor)
        return
    start: Start = (
        (lambda: ThreadPoolExecutor(workers)) if model is not None else (lambda: _processes(workers))
    )
    made = Crew(job, start, model)
    try:
        yield made
    finally:
        made.close()


def _processes(workers: int) -> Executor:
    return ProcessPoolExecutor(workers, mp_context=_context(), initializer=_end_with_the_run)


def _end_with_the_run() -> None:
    """See that this worker ends when the run that started it is killed; it would wait for work for ever."""
    Thread(target=_wait_for_the_run, daemon=True).start()


def _wait_for_the_run() -> None:
    run = parent_process()
    if run is not None:
        run.join()
        os._exit(1)


def _context() -> BaseContext:
    """Return how worker processes start: as copies of one that has loaded all, or each anew where there is no such way."""
    if "forkserver" not in get_all_start_methods():
        return get_context("spawn")
    context = get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    return context
