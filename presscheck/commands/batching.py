"""What `batch` does: run it, show how far it is, write the pages, judge."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path

from presscheck.chains.batch.ledger import Ledger
from presscheck.chains.batch.run import Options as RunOptions
from presscheck.chains.batch.run import Progress, Told, cores, run_batch
from presscheck.chains.batch.work import Job
from presscheck.commands.asking import Asking
from presscheck.commands.frame import say
from presscheck.commands.judging import parted
from presscheck.commands.output import on_terminal, write
from presscheck.errors import BadRequest
from presscheck.render.batch_files import write_pages

EVERY = 30.0
"""Seconds between two lines of progress where there is no terminal."""
NAMED = 10
"""Texts that failed named on stderr."""
SEVERITIES = ("fix", "source", "look")


@dataclass(frozen=True)
class Options:
    """The options of `batch`, read."""

    given: Path
    out: Path
    do: str
    against: tuple[Path, ...]
    fail_on: tuple[str, ...]
    workers: int | None
    limit: int | None
    retry_failed: bool
    words: int
    as_of: datetime | None
    fields: tuple[tuple[str, str], ...]
    dask: str | None
    desk: Path
    asking: Asking


def run(options: Options) -> int:
    """Run the batch and return the exit code."""
    failing = _failing(options.fail_on)
    job = Job(
        check=options.do in ("check", "both"),
        brief=options.do in ("brief", "both"),
        against=tuple(str(path.resolve()) for path in options.against),
        desk=str(options.desk.resolve()),
        as_of=options.as_of,
        words=options.words,
        model=options.asking.name,
        fields=options.fields,
    )
    how = RunOptions(
        options.workers or cores(),
        options.limit,
        options.retry_failed,
        options.dask,
        options.asking.budget(),
    )
    try:
        with _shown() as told:
            counts = run_batch(options.given, options.out, job, how, told)
    except KeyboardInterrupt:
        say("presscheck: interrupted; the same command goes on where it stopped.")
        raise
    write_pages(options.out, counts, brief=job.brief)
    write(_told(counts, options.out))
    _tell_failed(options.out, counts["failed"])
    if counts["failed"] and not counts["done"]:
        return 2
    unfinished = counts["failed"] or counts["stopped"]
    return 1 if unfinished or any(counts[name] for name in failing) else 0


def _failing(given: tuple[str, ...]) -> tuple[str, ...]:
    words = parted(given)
    for word in words:
        if word not in SEVERITIES:
            raise BadRequest(f"--fail-on {word}: a batch takes {', '.join(SEVERITIES)}.")
    return words


@contextmanager
def _shown() -> Iterator[Told]:
    """Show rate, counts and time on a terminal; else say how far it is now and then."""
    if not on_terminal(sys.stderr):
        yield _Sometimes()
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
    )
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None)

        def told(at: Progress) -> None:
            completed = at.done + at.failed + at.skipped
            words = _counts(at, bar.tasks[task].speed or 0.0)
            bar.update(task, completed=completed, total=at.total, description=words)

        yield told


def _counts(at: Progress, speed: float) -> str:
    """Say in a few words how it goes: rate, cost, counts."""
    parts = [f"{speed:.1f}/s", f"{at.fix} fix", f"{at.source} source", f"{at.look} look"]
    parts += [f"{at.failed} failed"] * bool(at.failed) + [f"{at.skipped} done before"] * bool(at.skipped)
    return ", ".join([*parts, *[f"${at.cost:.4f}"] * bool(at.cost)])


class _Sometimes:
    """Says on stderr how far it is, now and then: at the first text, then every half minute."""

    def __init__(self) -> None:
        self._begun = self._said = time.monotonic()
        self._first = True

    def __call__(self, at: Progress) -> None:
        now = time.monotonic()
        if not self._first and now - self._said < EVERY:
            return
        self._first, self._said = False, now
        made = at.done + at.failed
        speed = made / max(now - self._begun, 0.001)
        left = (at.total - made - at.skipped) / speed if at.total else 0.0
        time_left = f", about {left / 60:.0f} min left" if left >= 60 else ""
        of = f" of {at.total}" if at.total else ""
        say(f"presscheck: {made + at.skipped}{of}: {_counts(at, speed)}{time_left}")


def _tell_failed(out: Path, number: int) -> None:
    """Name the texts that failed, the first of many."""
    with closing(Ledger(out / "ledger.db")) as ledger:
        for entry in islice(ledger.entries(worst_first=True), min(number, NAMED)):
            say(f"presscheck: {entry.origin}: {entry.line.get('why', 'failed')}")
    if number > NAMED:
        say(f"presscheck: {number - NAMED} more that failed stand in {out / 'summary.csv'}")


def _told(counts: Mapping[str, int], out: Path) -> str:
    severities = ", ".join(f"{counts[name]} {name}" for name in SEVERITIES)
    stopped = "The budget ended it: give more and run it again.\n" if counts["stopped"] else ""
    return (
        f"{stopped}{counts['done']} done, {counts['failed']} failed: {severities}\n{out / 'summary.html'}\n"
    )
