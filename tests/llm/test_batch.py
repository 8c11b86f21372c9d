"""A batch with a model: its budget holds over the whole run, whatever is asked at once."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from presscheck.cli import app

NOT_FOUND = {"judgements": [{"claim": 1, "verdict": "not_found", "reason": "not said"}]}
TOWNS = ("Halden", "Moss", "Larvik", "Bodo", "Narvik", "Molde")


@pytest.fixture(autouse=True)
def given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder with six drafts that plain code can't settle."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("PRESSCHECK_PRICES", '{"openai:scripted": [100.0, 10.0]}')
    Path("source.txt").write_text("The mood among the crews is grim but everybody turns up.\n")
    rows = [{"text": f"Spirits in the teams are low in the lower town of {town}."} for town in TOWNS]
    Path("drafts.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))


def batch(dollars: float) -> Result:
    """Run the batch with so much to spend in all."""
    words = ["batch", "drafts.jsonl", "--out", "run", "--against", "source.txt", "--model", "openai:scripted"]
    return CliRunner().invoke(app, [*words, "--max-cost", str(dollars), "--workers", "1"])


def done() -> list[str]:
    """Return the keys of what is done."""
    lines = [json.loads(line) for line in Path("run/results.jsonl").read_text().splitlines()]
    return [line["key"] for line in lines if line["state"] == "done"]


def test_a_budget_ends_a_batch_and_more_of_it_does_the_rest(script: Any, steps: dict[str, Any]) -> None:
    """No call is sent that would pass it; what is not done stays open, and nothing is asked twice."""
    script.steps = [steps["says"](NOT_FOUND)] * len(TOWNS)

    stopped = batch(0.13)
    first = done()
    asked = len(script.asked)
    finished = batch(100)

    assert stopped.exit_code == 1
    assert 0 < len(first) < len(TOWNS)
    assert asked == len(first)
    assert finished.exit_code == 0
    assert done()[: len(first)] == first
    assert len(done()) == len(script.asked) == len(TOWNS)
