"""One writer at a time: a lock held for each write, which waits, names its holder, and dies with its process."""

from __future__ import annotations

import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from presscheck.errors import DeskLocked, DeskUnwritable


@contextmanager
def writing(folder: Path, wait: float) -> Iterator[None]:
    """Hold the desk's write lock, waiting up to `wait` seconds.

    The system lets go of it when its holder dies, however that happens. Raises `DeskLocked` naming the holder,
    `DeskUnwritable` where no lock can be made.
    """
    holder = folder / "writer.json"
    lock = FileLock(folder / "write.lock")
    try:
        lock.acquire(timeout=wait)
    except Timeout:
        raise DeskLocked(f"The desk is being written by {_holder(holder)}.") from None
    except (OSError, NotImplementedError) as error:
        raise DeskUnwritable(
            f"{folder} can't be written ({getattr(error, 'strerror', None) or error})."
        ) from error
    try:
        with suppress(OSError):
            holder.write_text(json.dumps(me()), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            holder.unlink()
        lock.release()


def me() -> dict[str, str | int]:
    """Return who this process is."""
    since = datetime.now(UTC).isoformat(timespec="seconds")
    return {
        "pid": os.getpid(),
        "host": socket.gethostname(),
        "program": Path(sys.argv[0]).name,
        "since": since,
    }


def described(told: Any) -> str:  # noqa: ANN401 (whatever was found)
    """Return in words who holds a lock."""
    try:
        program = told["program"] or "python"
        return f"process {told['pid']} ({program}) on {told['host']} since {told['since']}"
    except (KeyError, TypeError):
        return "another process"


def _holder(path: Path) -> str:
    try:
        return described(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return described(None)
