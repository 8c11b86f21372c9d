"""A batch: each text once, its result on disk, resumable, whatever the number of workers."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from presscheck.chains.batch.items import items
from presscheck.chains.batch.run import Options, run_batch
from presscheck.chains.batch.work import Job
from presscheck.errors import BadRequest, UnreadableFile
from presscheck.models import Report

SOURCE = (
    "The harbour board spent $4.2 million on the north quay. About 12,000 containers were moved in March.\n"
)
ONE = Options(workers=1)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with sources and drafts, one of them broken."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "a.txt").write_text(SOURCE)
    drafts = tmp_path / "drafts"
    drafts.mkdir()
    for n in range(6):
        amount = "4.2" if n % 2 else "9.9"
        (drafts / f"d{n}.txt").write_text(
            f"Draft {n} says the harbour board spent ${amount} million on the north quay."
        )
    (drafts / "broken.json").write_text("{")
    return tmp_path


def job(folder: Path) -> Job:
    """Return the job: check against the folder's sources."""
    return Job(check=True, brief=False, against=(str(folder / "sources"),))


def lines(out: Path) -> list[dict[str, object]]:
    """Return the lines of results, without what names this folder."""
    return [json.loads(line) for line in (out / "results.jsonl").read_text().splitlines()]


def test_each_text_has_its_result_and_the_bad_one_its_reason(folder: Path) -> None:
    """One bad item never stops the rest."""
    out = folder / "out"

    counts = run_batch(folder / "drafts", out, job(folder), ONE)

    assert (counts["done"], counts["failed"]) == (6, 1)
    assert [line["state"] for line in lines(out)].count("done") == 6
    assert "broken JSON" in str(next(line["why"] for line in lines(out) if line["state"] == "failed"))
    for line in lines(out):
        if line["state"] == "done":
            path = out / "items" / str(line["key"])[:2] / f"{line['key']}.report.json"
            assert Report.model_validate_json(path.read_text()).text_sha256 == line["sha256"]


def test_nothing_is_done_twice(folder: Path) -> None:
    """A second run does nothing; a changed text is done anew; failed ones only when asked for."""
    out = folder / "out"
    run_batch(folder / "drafts", out, job(folder), ONE)
    seen: list[object] = []

    run_batch(folder / "drafts", out, job(folder), ONE, seen.append)
    assert seen == []

    (folder / "drafts" / "d0.txt").write_text("The harbour board spent nothing on the north quay.")
    run_batch(folder / "drafts", out, job(folder), ONE, seen.append)
    assert len(seen) == 1

    run_batch(folder / "drafts", out, job(folder), Options(retry_failed=True), seen.append)
    assert len(seen) == 2


def test_results_do_not_depend_on_the_number_of_workers(folder: Path) -> None:
    """Equal inputs give equal bytes."""
    run_batch(folder / "drafts", folder / "one", job(folder), ONE)
    run_batch(folder / "drafts", folder / "two", job(folder), Options(workers=2))

    assert (folder / "one" / "results.jsonl").read_bytes() == (folder / "two" / "results.jsonl").read_bytes()


def test_a_run_that_is_killed_goes_on(folder: Path) -> None:
    """Killed hard in the middle, no worker stays; the next run does what is left, no line is lost, torn or double."""
    drafts = folder / "many.jsonl"
    drafts.write_text(
        "".join(json.dumps({"text": f"Draft {n}: the board spent $4.2 million."}) + "\n" for n in range(60))
    )
    out = folder / "out"
    code = (
        "import sys; from pathlib import Path; from presscheck.chains.batch.run import Options, run_batch\n"
        "from presscheck.chains.batch.work import Job\n"
        f"if __name__ == '__main__': run_batch(Path({str(drafts)!r}), Path({str(out)!r}), "
        f"Job(check=True, brief=False, against=({str(folder / 'sources')!r},)), Options(workers=1))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code], start_new_session=True)
    results = out / "results.jsonl"
    until(lambda: results.exists() and results.read_text().count("\n") >= 5)
    process.send_signal(signal.SIGKILL)
    process.wait()
    until(lambda: not alive(process.pid))
    before = {json.loads(x)["key"] for x in results.read_text().splitlines() if x.endswith("}")}
    with results.open("a") as file:
        file.write('{"key": "torn')
    redone: list[object] = []

    counts = run_batch(drafts, out, job(folder), ONE, redone.append)

    assert counts["done"] == 60
    keys = [line["key"] for line in lines(out)]
    assert len(keys) == len(set(keys)) == 60
    assert before <= set(keys)
    assert len(redone) <= 60 - len(before)


def alive(group: int) -> bool:
    """Tell whether a process group has a process left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def until(holds: Callable[[], bool]) -> None:
    """Wait until something holds."""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not holds():
        time.sleep(0.02)
    assert holds()


def test_another_job_in_the_same_folder_is_refused(folder: Path) -> None:
    """Results of two jobs are never mixed."""
    out = folder / "out"
    run_batch(folder / "drafts", out, job(folder), Options(limit=1))

    with pytest.raises(BadRequest, match="another job"):
        run_batch(folder / "drafts", out, job(folder)._replace(brief=True), ONE)


def test_a_limit_leaves_the_rest_for_later(folder: Path) -> None:
    """`--limit` does so many now, and the next run goes on."""
    out = folder / "out"

    assert run_batch(folder / "drafts", out, job(folder), Options(limit=2))["done"] <= 2
    assert run_batch(folder / "drafts", out, job(folder), ONE)["done"] == 6


def test_globs_rows_and_folders_are_items(folder: Path) -> None:
    """A glob names files, a file of rows gives a text a row; nothing there is an error."""
    rows = folder / "rows.csv"
    rows.write_text("headline,body\nA,First text.\nB,Second text.\n")

    assert len(list(items(folder / "drafts" / "d*.txt"))) == 6
    assert [i.article.title for i in items(rows) if i.article] == ["A", "B"]
    with pytest.raises(UnreadableFile, match="no such"):
        list(items(folder / "missing"))
