"""The gate: a bug that makes a suite worse is told with the suite and its rows; floors are never lowered unasked."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from presscheck.cli import app
from presscheck.evals import gate
from presscheck.evals.suites import RunResult, run_suites

BUGS = {
    "figures": "from presscheck.text import number_words; number_words.SCALES['million'] = 1e9",
    "statements": "from presscheck.chains.check.statements import compare; compare.contrasts = lambda alignment: iter(())",
    "speakers": (
        "from presscheck.chains.check.quotes import speaker; speaker.same_person = lambda *_, **__: True"
    ),
}
"""For each suite a bug: a million read as a billion, no negation found, every speaker taken for the right one."""


@pytest.mark.parametrize("suite", BUGS)
def test_a_planted_bug_makes_the_gate_fail(suite: str, tmp_path: Path) -> None:
    """Exit code 1, and a line with the suite, its floor and the rows that no longer hold."""
    floors = tmp_path / "floors.json"
    known = {suite: gate.load_floors()[suite]}
    gate.save_floors(known, floors)
    gated = f"{BUGS[suite]}; from presscheck.cli import main; main()"
    command = [sys.executable, "-c", gated, "eval", "gate", suite, "--floors", str(floors)]

    result = subprocess.run(command, capture_output=True, text=True, timeout=240, check=False)

    assert result.returncode == 1, result.stderr
    (line,) = result.stdout.splitlines()
    assert line.startswith(f"{suite}: ")
    assert f"below its floor {known[suite].share:.4f}" in line
    assert f"{suite}-" in line.rpartition(": ")[2]


def halved(run: RunResult) -> RunResult:
    """Return the run with half of each share."""
    return run.model_copy(
        update={"suites": tuple(s.model_copy(update={"share": s.share / 2}) for s in run.suites)}
    )


def test_floors_are_raised_and_never_lowered_unasked(tmp_path: Path) -> None:
    """A worse run leaves them, unless it is told to lower them."""
    run = run_suites(["sentences"])
    floors = gate.updated(run, {})

    assert gate.updated(halved(run), floors) == floors
    lowered = gate.updated(halved(run), floors, lower=True)
    assert lowered["sentences"].share == pytest.approx(floors["sentences"].share / 2)
    assert gate.updated(run, lowered) == floors


def test_the_shipped_floors_name_every_suite() -> None:
    """A suite without a floor could slip unseen."""
    from presscheck.evals.suites import suite_names

    assert sorted(gate.load_floors()) == suite_names()


def test_a_suite_that_does_not_run_is_told() -> None:
    """A floor whose suite is gone is no pass."""
    run = run_suites(["sentences"])
    floors = {**gate.updated(run, {}), "lost": gate.Floor(share=1.0, digest="")}

    assert list(gate.undercut(run, floors)) == ["lost: the suite did not run."]


def test_a_broken_file_of_floors_is_one_clear_line(tmp_path: Path) -> None:
    """Bad input ends with exit code 2."""
    broken = tmp_path / "floors.json"
    broken.write_text(json.dumps({"figures": {"share": "much"}}))

    result = CliRunner().invoke(app, ["eval", "gate", "sentences", "--floors", str(broken)])

    assert result.exit_code == 2
    assert "holds no floors" in result.stderr
