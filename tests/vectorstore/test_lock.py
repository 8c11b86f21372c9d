"""One writer at a time: the others wait, are told who writes, and never stand before the lock of a dead one."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from presscheck.errors import DeskLocked
from presscheck.vectorstore.lock import writing

HOLD = """
import sys, time
from pathlib import Path
from presscheck.vectorstore.lock import writing

with writing(Path(sys.argv[1]), 5):
    print("held", flush=True)
    time.sleep(float(sys.argv[2]))
"""


def holder(folder: Path, seconds: float) -> subprocess.Popen[str]:
    """Start a process that holds the lock."""
    command = [sys.executable, "-c", HOLD, str(folder), str(seconds)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_error_names_who_writes(tmp_path: Path) -> None:
    """Process, machine and since when; and what to do."""
    with holder(tmp_path, 60) as process:
        start = time.monotonic()
        with (
            pytest.raises(DeskLocked, match=rf"process {process.pid} .* on .* since .*--wait"),
            writing(tmp_path, 0.3),
        ):
            pass
        assert time.monotonic() - start > 0.25
        process.kill()


def test_a_writer_waits_for_another(tmp_path: Path) -> None:
    """Whoever waits long enough gets the lock when it is free."""
    with holder(tmp_path, 1.0) as process, writing(tmp_path, 60):
        assert process.wait(60) == 0


def test_the_lock_of_a_dead_process_holds_nobody_up(tmp_path: Path) -> None:
    """What a killed writer left behind is no lock."""
    with holder(tmp_path, 60) as process:
        process.kill()
        process.wait()
    assert (tmp_path / "writer.json").exists()

    with writing(tmp_path, 0.0):
        pass
    assert not (tmp_path / "writer.json").exists()
