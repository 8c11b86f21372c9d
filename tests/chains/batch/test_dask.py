"""A batch on a real Dask cluster of two workers, its sources in a real Chroma server; one worker is killed in the middle."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from presscheck.chains.batch.ledger import Ledger
from presscheck.chains.batch.run import Options, Progress, run_batch
from presscheck.chains.batch.work import Job
from presscheck.desk import Desk
from presscheck.errors import BadRequest
from presscheck.models import Article

pytest.importorskip("distributed")
SOURCE = (
    "The harbour board spent $4.2 million on the north quay. About 12,000 containers were moved in March."
)
DRAFTS = 40


class Cluster:
    """A scheduler and two workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        file = folder / "scheduler.json"
        common = ["--scheduler-file", str(file), "--no-dashboard"]
        self.scheduler = _dask("scheduler", "--host", "127.0.0.1", "--port", "0", *common)
        deadline = time.monotonic() + 120
        while not file.exists() and time.monotonic() < deadline:
            time.sleep(0.1)
        self.address = str(json.loads(file.read_text())["address"])
        limits = ["--nthreads", "1", "--no-nanny", "--death-timeout", "60", "--local-directory", str(folder)]
        self.workers = [_dask("worker", self.address, *limits, "--no-dashboard") for _ in range(2)]

    def close(self) -> None:
        """End all processes."""
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()


def _dask(*words: str) -> subprocess.Popen[bytes]:
    quiet = subprocess.DEVNULL
    return subprocess.Popen([sys.executable, "-m", "dask", *words], stdout=quiet, stderr=quiet)


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[Cluster]:
    """Return a running cluster."""
    made = Cluster(tmp_path)
    yield made
    made.close()


@pytest.fixture
def chroma(tmp_path: Path) -> Iterator[str]:
    """Return the address of a real Chroma server."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).parent / "chroma"), "run", "--path", str(tmp_path / "served")]
    quiet = subprocess.DEVNULL
    server = subprocess.Popen([*command, "--port", str(port)], stdout=quiet, stderr=quiet)
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.2)
    yield f"http://127.0.0.1:{port}#newsroom"
    server.kill()
    server.wait()


@pytest.fixture
def given(tmp_path: Path, chroma: str) -> Path:
    """Return a file of drafts and a desk beside it, whose sources are on the Chroma server."""
    Desk(tmp_path / "desk", server=chroma).add(Article(text=SOURCE, origin="source.txt"))
    rows = [
        {"text": f"Draft {n}: the harbour board spent ${n}.5 million on the north quay."}
        for n in range(DRAFTS)
    ]
    path = tmp_path / "drafts.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def test_a_killed_worker_loses_nothing_and_doubles_nothing(cluster: Cluster, given: Path) -> None:
    """Every item is done once, though one of the two workers dies in the middle."""
    out = given.parent / "out"
    job = Job(check=True, brief=False, desk=str(given.parent / "desk"))

    def kill_one(at: Progress) -> None:
        if at.done == DRAFTS // 3 and cluster.workers[0].poll() is None:
            os.kill(cluster.workers[0].pid, signal.SIGKILL)

    counts = run_batch(given, out, job, Options(workers=2, dask=cluster.address), kill_one)

    assert cluster.workers[0].wait(10) == -signal.SIGKILL
    ledger = Ledger(out / "ledger.db")
    entries = list(ledger.entries())
    ledger.close()
    assert counts["done"] == len(entries) == DRAFTS
    assert {e.tries for e in entries} == {1}
    keys = [json.loads(line)["key"] for line in (out / "results.jsonl").read_text().splitlines()]
    assert len(keys) == len(set(keys)) == DRAFTS


def test_results_are_those_of_processes_here(cluster: Cluster, given: Path) -> None:
    """Where an item was done leaves no trace in its result."""
    job = Job(check=True, brief=False, desk=str(given.parent / "desk"))

    run_batch(given, given.parent / "here", job, Options(workers=1))
    run_batch(given, given.parent / "there", job, Options(workers=2, dask=cluster.address))

    assert (given.parent / "here/results.jsonl").read_bytes() == (
        given.parent / "there/results.jsonl"
    ).read_bytes()


def test_no_scheduler_is_said(given: Path) -> None:
    """An address at which nobody answers is a bad request, in one line."""
    with pytest.raises(BadRequest, match="No Dask scheduler"):
        run_batch(given, given.parent / "out", Job(True, False), Options(dask="tcp://127.0.0.1:9", workers=1))
