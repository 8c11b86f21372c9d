"""What `batch` does: run it, show how far it is, write the pages, judge."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from presscheck.chains.batch.ledger import Ledger
from presscheck.chains.batch.run import Options as RunOptions
from presscheck.chains.batch.run import Progress, Told, cores, run_batch
from presscheck.chains.batch.work import Job
from presscheck.commands.frame import say
from presscheck.commands.output import write
from presscheck.errors import BadRequest
from presscheck.render import html_batch

COLUMNS = ("origin", "state", "fix", "source", "look", "support", "title", "why")
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
    model: str | None


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
        model=options.model,
        fields=options.fields,
    )
    how = RunOptions(options.workers or cores(), options.limit, options.retry_failed, options.dask)
    with _shown() as told:
        counts = run_batch(options.given, options.out, job, how, told)
    _write_pages(options.out, counts, brief=job.brief)
    write(_told(counts, options.out))
    if counts["failed"] and not counts["done"]:
        return 2
    return 1 if counts["failed"] or any(counts[name] for name in failing) else 0


def _failing(given: tuple[str, ...]) -> list[str]:
    words = [word.strip() for text in given for word in text.split(",") if word.strip()]
    for word in words:
        if word not in SEVERITIES:
            raise BadRequest(f"--fail-on {word}: a batch takes {', '.join(SEVERITIES)}.")
    return words


@contextmanager
def _shown() -> Iterator[Told]:
    """Show rate, counts and time on a terminal; else say how far it is now and then."""
    if not sys.stderr.isatty():
        yield _tell_sometimes
        return
    from rich.console import Console
    from rich.progress import MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (SpinnerColumn(), MofNCompleteColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("", total=None)

        def told(at: Progress) -> None:
            speed = bar.tasks[task].speed or 0.0
            words = f"{at.failed} failed, {at.skipped} done before, {speed:.1f}/s"
            bar.update(task, completed=at.done + at.failed, description=words)

        yield told


def _tell_sometimes(at: Progress) -> None:
    if (at.done + at.failed) % 500 == 0:
        say(f"presscheck: {at.done} done, {at.failed} failed, {at.skipped} done before")


def _write_pages(out: Path, counts: Mapping[str, int], *, brief: bool) -> None:
    ledger = Ledger(out / "ledger.db")
    try:
        write(html_batch.summary(ledger.entries(worst_first=True), counts), out / "summary.html")
        if brief:
            write(html_batch.digest(ledger.entries()), out / "digest.html")
        with (out / "summary.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(COLUMNS)
            for entry in ledger.entries(worst_first=True):
                flat = {**entry.line, **entry.line.get("severity", {})}
                rows.writerow([_safe(flat.get(name, "")) for name in COLUMNS])
    finally:
        ledger.close()


def _safe(value: object) -> object:
    """Keep a spreadsheet from taking a text for a formula."""
    return (
        f"'{value}"
        if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
        else value
    )


def _told(counts: Mapping[str, int], out: Path) -> str:
    severities = ", ".join(f"{counts[name]} {name}" for name in SEVERITIES)
    return f"{counts['done']} done, {counts['failed']} failed: {severities}\n{out / 'summary.html'}\n"
