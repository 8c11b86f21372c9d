"""What `add` does: read what is named, store it, show how far it is, list what could not be read."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from presscheck.commands.frame import say
from presscheck.commands.inputs import STDIN, stdin_bytes
from presscheck.commands.options import some_path
from presscheck.commands.output import on_terminal, write
from presscheck.desk import Desk
from presscheck.errors import BadRequest
from presscheck.models import AddReport, Article, Failure

TELL_EVERY = 500
"""Articles after which a line says how far it is, where there is no terminal."""

NAMED = 5
"""Files that are passed over named in a line."""

Item = Article | Failure


def add(
    given: Sequence[str],
    desk: Path,
    *,
    wait: float | None,
    fields: Mapping[str, str],
    allow_private: bool,
    obey_robots: bool,
    as_json: bool,
) -> int:
    """Store sources and say how it went; return the exit code."""
    piped = _piped(fields) if STDIN in given else []
    articles = [item for item in piped if isinstance(item, Article)]
    named = [_given(word) for word in given if word != STDIN]
    with counting() as told:
        report = Desk(desk, wait=60.0 if wait is None else wait).add(
            *named,
            *articles,
            fields=fields,
            allow_private=allow_private,
            obey_robots=obey_robots,
            told=told,
        )
    failed = (*report.failed, *(item for item in piped if isinstance(item, Failure)))
    report = report.model_copy(update={"failed": failed})
    write((report.model_dump_json(indent=2) if as_json else summary(report)) + "\n")
    for failure in report.failed:
        say(f"presscheck: {failure.origin}: {failure.why}")
    for folder in named:
        if isinstance(folder, Path) and folder.is_dir():
            _tell_passed_over(folder)
    went_in = report.added or report.unchanged or report.replaced
    return 0 if not report.failed else 1 if went_in else 2


def _tell_passed_over(folder: Path) -> None:
    """Say which files of a folder are of no kind that is read there."""
    from presscheck.vectorstore.loaders.folder import of_other_kinds
    from presscheck.vectorstore.loaders.registry import LOADERS

    passed = [path.name for path in of_other_kinds(folder, LOADERS)]
    if passed:
        more = ", …" if len(passed) > NAMED else ""
        files = "1 file" if len(passed) == 1 else f"{len(passed)} files"
        say(f"presscheck: {folder}: {files} of other kinds passed over: {', '.join(passed[:NAMED])}{more}")


def _given(word: str) -> Path | str:
    if word.startswith(("http://", "https://")):
        return word
    if "://" in word and not Path(word).exists():
        raise BadRequest(f"{word}: only http and https addresses are fetched.")
    return some_path(word)


def _piped(fields: Mapping[str, str]) -> list[Item]:
    from presscheck.vectorstore.loaders.stream import load_bytes

    return list(load_bytes(stdin_bytes(), fields))


def summary(report: AddReport) -> str:
    """Say in one line what `add` did."""
    parts = ("added", report.added), ("replaced", report.replaced), ("unchanged", report.unchanged)
    counts = [f"{len(ids)} {words}" for words, ids in parts if ids]
    failed = [f"{len(report.failed)} failed"] if report.failed else []
    return ", ".join([*counts, *failed]) or "nothing added"


@contextmanager
def counting() -> Iterator[Callable[[Item], None]]:
    """Yield what is to be told of each item read; it shows the counts on stderr, on a terminal all the time."""
    read, failed = 0, 0

    def counts() -> str:
        return f"{read} read" + (f", {failed} failed" if failed else "")

    def count(item: Item) -> None:
        nonlocal read, failed
        failed += isinstance(item, Failure)
        read += not isinstance(item, Failure)
        show()

    def show() -> None:
        if (read + failed) % TELL_EVERY == 0:
            say(f"presscheck: {counts()} …")

    if not on_terminal(sys.stderr):
        yield count
        return
    from rich.console import Console

    with Console(stderr=True, markup=False, highlight=False).status("Adding …") as status:

        def show() -> None:
            status.update(f"Adding … {counts()}")

        yield count
