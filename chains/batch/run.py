"""Run a batch: keep the workers busy, write each result the moment it is done, survive a kill at any moment.

At the end the lines of `results.jsonl` stand in the order of the input, so that equal inputs give equal bytes whatever the
number of workers.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Future, wait
from contextlib import closing, contextmanager
from pathlib import Path
from typing import NamedTuple

from filelock import FileLock, Timeout

from presscheck.chains.batch.crew import Crew, crew
from presscheck.chains.batch.items import Item, items, roughly
from presscheck.chains.batch.keep import Keeper, Lines, Open
from presscheck.chains.batch.ledger import Ledger
from presscheck.chains.batch.spend import Budget
from presscheck.chains.batch.work import Job, Outcome, ready
from presscheck.errors import BadRequest, DeskUnwritable
from presscheck.settings import configured_model

AHEAD = 4
"""Items given to each worker ahead of time; more would only fill the memory."""


class Options(NamedTuple):
    """How a batch runs; `workers` are processes, or calls of a model at once."""

    workers: int = 1
    limit: int | None = None
    retry_failed: bool = False
    dask: str | None = None
    budget: Budget = Budget()


class Progress(NamedTuple):
    """How far a run is: items of this run, those done before it, what the batch has cost, what stands in the texts.

    `total` is about how many items there are (in this run, where it is limited), None where that is not known.
    """

    done: int = 0
    failed: int = 0
    skipped: int = 0
    total: int | None = None
    cost: float = 0.0
    fix: int = 0
    source: int = 0
    look: int = 0


Told = Callable[[Progress], None]


def run_batch(
    given: Path, out: Path, job: Job, options: Options | None = None, told: Told | None = None
) -> dict[str, int]:
    """Run the batch and return the counts over the whole set; `stopped` is 1 where the budget ended it.

    Raises `BadRequest` if the folder holds a batch of another job, lies among what is read, or another run is at work
    there, `UnreadableFile` if there is no input or no source, `DeskMissing` without a desk.
    """
    options = options or Options()
    if options.dask is not None and options.budget.limited:
        raise BadRequest(
            "A budget can't be held over several machines.", help="Leave out --dask or the budget."
        )
    if options.dask is None:
        ready(job)
    _apart(out, [given, *map(Path, job.against)])
    _something(given)
    _prepare(out)
    with _alone(out), closing(Ledger(out / "ledger.db")) as ledger:
        _same_job(ledger, job)
        lines = Lines(out / "results.jsonl", ledger)
        stopped = _driven(given, Keeper(out, ledger, lines), job, options, told)
        lines.rewrite(ledger)
        return {**ledger.counts(), "stopped": int(stopped)}


def _apart(out: Path, read: Iterable[Path]) -> None:
    """Refuse to write among what is read: the next run would take the results for texts."""
    for folder in read:
        if folder.is_dir() and out.resolve().is_relative_to(folder.resolve()):
            raise BadRequest(
                f"{out} lies in {folder}, which is read.", help="Name another folder with --out."
            )


def _something(given: Path) -> None:
    """Raise `UnreadableFile` where there is nothing to do, before anything is written."""
    next(items(given))


def _prepare(out: Path) -> None:
    try:
        (out / "items").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DeskUnwritable(f"{out} can't be written: {error.strerror}.") from error


@contextmanager
def _alone(out: Path) -> Iterator[None]:
    """Hold the folder, so that no other run does the same items; a killed run holds nothing."""
    try:
        with FileLock(out / ".lock", timeout=0):
            yield
    except Timeout:
        raise BadRequest("Another run is at work in this folder.", help="Wait for it, or end it.") from None


def _same_job(ledger: Ledger, job: Job) -> None:
    mine = json.dumps(job._asdict(), default=str, sort_keys=True)
    if ledger.setting("job", mine) != mine:
        raise BadRequest("The folder holds a batch of another job.", help="Name another folder with --out.")


def _driven(given: Path, keeper: Keeper, job: Job, options: Options, told: Told | None) -> bool:
    """Do what is left; returns whether the budget ended it."""
    model = None
    if job.model is not None and options.dask is None:
        model = configured_model(job.model, account=options.budget.left(*keeper.ledger.spent()))
    total = options.limit if options.limit is not None else roughly(given)
    todo = _open_items(items(given, dict(job.fields)), keeper.ledger, options)
    with crew(job, options.workers, options.dask, model) as workers:
        return _Drive(workers, keeper, told, total).over(todo, AHEAD * options.workers)


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


class _Drive:
    """Keeps the workers busy and what they bring."""

    def __init__(self, workers: Crew, keeper: Keeper, told: Told | None, total: int | None) -> None:
        self._crew, self._keeper, self._told = workers, keeper, told
        self._progress = Progress(total=total)
        self._pending: dict[Future[Outcome], Open] = {}
        self._stopped = False

    def over(self, todo: Iterable[Open | None], room: int) -> bool:
        """Do all items, a few handed out ahead; returns whether the budget ended it."""
        seen: set[str] = set()
        for one in todo:
            if one is None or one.item.key in seen:  # the same text of the same origin, given twice
                self._progress = self._progress._replace(skipped=self._progress.skipped + 1)
                continue
            seen.add(one.item.key)
            self._pending[self._crew.give(one)] = one
            while len(self._pending) >= room:
                seen -= self._some()
            if self._stopped:
                break
        while self._pending:
            self._some()
        return self._stopped

    def _some(self) -> set[str]:
        """Wait until something is done and keep it; returns the keys of what is now in the ledger."""
        done, _ = wait(self._pending, return_when=FIRST_COMPLETED)
        try:
            finished = [(self._pending[f], f.result()) for f in done]
        except BrokenExecutor:
            finished = [(one, self._crew.alone(one)) for one in self._given_back()]
        else:
            for future in done:
                del self._pending[future]
        for one, outcome in sorted(finished, key=lambda pair: pair[0].number):
            self._keep(one, outcome)
        return {one.item.key for one, _ in finished}

    def _given_back(self) -> list[Open]:
        given = list(self._pending.values())
        self._pending.clear()
        return given

    def _keep(self, one: Open, outcome: Outcome) -> None:
        if outcome.unpaid:
            self._stopped = True
            return
        self._keeper.keep(one, outcome)
        self._progress = _further(self._progress, outcome)
        if self._told is not None:
            self._told(self._progress)


def _further(progress: Progress, outcome: Outcome) -> Progress:
    severity = outcome.line.get("severity", {})
    return progress._replace(
        done=progress.done + outcome.ok,
        failed=progress.failed + (not outcome.ok),
        cost=progress.cost + outcome.cost,
        fix=progress.fix + severity.get("fix", 0),
        source=progress.source + severity.get("source", 0),
        look=progress.look + severity.get("look", 0),
    )


def cores() -> int:
    """Return how many processes are worth starting."""
    return max(1, os.cpu_count() or 1)
