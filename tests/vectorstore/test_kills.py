"""A writer killed at any moment loses nothing that was reported stored. The long run: `make trials`."""

from pathlib import Path

from presscheck.evals.bench import kills


def test_nothing_is_lost_by_kills(tmp_path: Path) -> None:
    """After each of some kills all is there and whole, and after the next `add` the doctor finds nothing."""
    outcome = kills.trial(tmp_path, 8, seed=3)

    assert outcome.faults == []
    assert outcome.kills.total() == 8
