"""Opens an SQLite file to read, also where nothing may be written beside it: on a desk of somebody else's, or a read-only disk."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from presscheck.errors import DeskUnwritable

Stamp = Sequence[int | bool]
"""What changes when a file is written."""


def to_read(path: Path) -> tuple[sqlite3.Connection, Stamp | None]:
    """Open a file that others may write; with its stamp where it can only be read as it stands now.

    SQLite's write-ahead log wants two files beside; where they are missing and can't be made, nobody writes, and the
    file is whole without them. Raises `DeskUnwritable` where a write is not finished that can't be finished here.
    """
    database = _opened(path, "mode=rw")  # made by no reader: it may have been deleted meanwhile
    try:
        database.execute("PRAGMA schema_version").fetchone()
    except sqlite3.OperationalError as error:
        database.close()
        unwritable = "unable to open" in str(error) or "readonly" in str(error)
        if not unwritable or not path.exists():
            raise
        if _log_of(path):
            raise DeskUnwritable(
                f"{path} can't be opened only to read: a write to it is not finished.",
                help="Open the desk once where it can be written, or ask whoever writes it.",
            ) from error
        stamp = stamp_of(path)
        return _opened(path, "mode=ro&immutable=1"), stamp
    return database, None


def stamp_of(path: Path) -> Stamp:
    """Return what changes when a file is written."""
    known = path.stat()
    return known.st_ino, known.st_mtime_ns, known.st_size, _log_of(path)


def _log_of(path: Path) -> bool:
    """Whether a log of writes stands beside a file, with something in it."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except FileNotFoundError:
        return False  # a writer may take it away at any time


def _opened(path: Path, how: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?{how}"
    return sqlite3.connect(uri, uri=True, check_same_thread=False, timeout=60, isolation_level=None)
