"""Results to stdout or a file, progress to stderr."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from presscheck.errors import BadRequest

if TYPE_CHECKING:
    from rich.console import Console

PIPED_WIDTH = 100
"""Columns of a sheet that goes into a file or a pipe, unless COLUMNS says otherwise."""


def write(text: str, out: Path | None = None) -> None:
    """Write a result to stdout, or to a file in UTF-8; a reader that has gone (`| head`) is no error, nor is a closed stdout."""
    if out is not None:
        _to_file(text, out)
        return
    if sys.stdout is None:
        return
    try:
        _to_stdout(text)
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def on_terminal(stream: TextIO | None) -> bool:
    """Whether a stream goes to a terminal: a closed one does not."""
    return stream is not None and stream.isatty()


def spare(out: Path | None, *read: Path) -> None:
    """Raise `BadRequest` where a result would be written over what it is made from."""
    for path in read:
        if out is not None and out.exists() and path.exists() and out.samefile(path):
            raise BadRequest(
                f"{out} is read, and would be overwritten.", help="Name another file with --out."
            )


def _to_file(text: str, out: Path) -> None:
    try:
        out.write_text(text, "utf-8")
    except OSError as error:
        raise BadRequest(f"{out} can't be written: {error.strerror}.") from error


def _to_stdout(text: str) -> None:
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding or "ascii"
        sys.stdout.write(text.encode(encoding, "replace").decode(encoding))


def printed(show: Callable[[Console], None], *, to_file: bool) -> str:
    """Return what `show` prints: in colour and as wide as the window on a terminal, plain otherwise."""
    from rich.console import Console

    terminal = not to_file and on_terminal(sys.stdout)
    width = None if terminal else _columns() or PIPED_WIDTH
    buffer = StringIO()
    show(
        Console(file=buffer, force_terminal=terminal, width=width, highlight=False, markup=False, emoji=False)
    )
    return buffer.getvalue()


def _columns() -> int:
    """Return what COLUMNS says; 0 where that is no number of columns."""
    told = os.environ.get("COLUMNS", "")
    return int(told) if told.isdecimal() else 0


@contextmanager
def progress(words: str) -> Iterator[None]:
    """Show that something is going on, on a terminal only."""
    if not on_terminal(sys.stderr):
        yield
        return
    from rich.console import Console

    with Console(stderr=True, markup=False, highlight=False).status(words):
        yield
