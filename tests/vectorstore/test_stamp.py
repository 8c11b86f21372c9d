"""What tells that a file was written, while somebody writes it."""

from __future__ import annotations

import threading
from pathlib import Path

from presscheck.vectorstore.opening import stamp_of


def test_a_log_that_is_taken_away_meanwhile_does_no_harm(tmp_path: Path) -> None:
    """A writer makes and removes its log of writes at any moment; a reader goes on."""
    file, log, ended = tmp_path / "shelf.db", tmp_path / "shelf.db-wal", threading.Event()
    file.write_bytes(b"-")

    def write() -> None:
        while not ended.is_set():
            log.write_bytes(b"-")
            log.unlink()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        stamps = [stamp_of(file) for _ in range(3000)]
    finally:
        ended.set()
        writer.join()

    assert len(stamps) == 3000
