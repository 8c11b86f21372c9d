"""What `presscheck desk export`, `import`, `compact` and `connect` do."""

from __future__ import annotations

from pathlib import Path

from presscheck.commands.adding import summary
from presscheck.commands.frame import say
from presscheck.commands.output import progress, write
from presscheck.desk import Desk

WAIT = 60.0


def opened(desk: Path, wait: float | None) -> Desk:
    """Return the desk; `wait` is how many seconds to wait for another writer."""
    return Desk(desk, wait=WAIT if wait is None else wait)


def export(file: Path, desk: Path, wait: float | None, *, keep_versions: bool) -> None:
    """Write the desk to a file."""
    with progress("Exporting …"):
        count = opened(desk, wait).export_to(file, keep_versions=keep_versions)
    write(f"{count} articles in {file}\n")


def import_(file: Path, desk: Path, wait: float | None) -> int:
    """Store what an archive holds; return the exit code."""
    with progress("Importing …"):
        report = opened(desk, wait).import_from(file)
    write(f"{summary(report)}\n")
    for failure in report.failed:
        say(f"presscheck: {failure.origin}: {failure.why}")
    went_in = report.added or report.unchanged or report.replaced
    return 0 if not report.failed else 1 if went_in else 2


def compact(desk: Path, wait: float | None, *, keep_versions: bool) -> None:
    """Write the desk's files anew."""
    one = opened(desk, wait)
    one.sources()
    with progress("Compacting …"):
        one.compact(keep_versions=keep_versions)
    write(f"{desk} is written anew\n")


def connect(url: str, desk: Path, wait: float | None) -> None:
    """Keep the desk on a server."""
    count = Desk(desk, wait=WAIT if wait is None else wait, server=url).connect()
    write(f"{desk} is kept on {url}: {count} articles\n")
