"""What the disk and the databases say when something is wrong, as the desk's own errors."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from presscheck.errors import DeskDamaged, DeskUnwritable, PresscheckError
from presscheck.vectorstore.server import unreachable

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_UNWRITABLE = {*_NO_ROOM, errno.EACCES, errno.EPERM, errno.EROFS}
_FULL_WORDS = ("disk is full", "no space left", "disk quota", "file too large")
_SHUT_WORDS = ("readonly", "read-only", "permission denied", "unable to open database", "disk i/o error")
_BROKEN_WORDS = (
    "malformed",
    "not a database",
    "corrupt",
    "no such table",
    "no such column",
    "does not exist",
)
_WEB = ("httpx", "httpcore", "httpx2", "httpcore2")
_REFUSED = ("ChromaAuthError", "AuthorizationError")


@contextmanager
def told_plainly(folder: Path) -> Iterator[None]:
    """Turn what Chroma, SQLite and the system raise into `DeskUnwritable` or `DeskDamaged`, where that is what it means."""
    try:
        yield
    except PresscheckError:
        raise
    except OSError as error:
        if error.errno in _UNWRITABLE:
            raise DeskUnwritable(f"{folder} can't be written ({error.strerror}).") from error
        raise
    except Exception as error:
        if (plain := _plain(error, folder)) is None:
            raise
        raise plain from error


def _plain(error: Exception, folder: Path) -> PresscheckError | None:
    if type(error).__module__.split(".")[0] in _WEB or type(error).__name__ in _REFUSED:
        return unreachable(folder, error)
    if not isinstance(error, sqlite3.Error) and not type(error).__module__.startswith("chromadb"):
        return None
    words = str(error).lower()
    if any(word in words for word in _FULL_WORDS):
        return DeskUnwritable(f"{folder} can't be written (no space left).")
    if any(word in words for word in _SHUT_WORDS):
        return DeskUnwritable(f"{folder} can't be written ({str(error)[:120]}).")
    if any(word in words for word in _BROKEN_WORDS) or isinstance(error, sqlite3.DatabaseError):
        return DeskDamaged(f"The desk at {folder} is damaged ({str(error)[:120]}).")
    return DeskDamaged(f"The desk at {folder} can't be read ({str(error)[:120]}).")
