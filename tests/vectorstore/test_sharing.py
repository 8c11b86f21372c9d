"""Several processes use one desk at once. The long run: `make trials`."""

from pathlib import Path

import pytest

from presscheck.evals.bench import sharing


def test_an_open_reader_sees_each_addition(tmp_path: Path) -> None:
    """At its next request, in the list, by words, by vectors and by both."""
    assert sharing.seen(tmp_path / "desk", 5) == 5


@pytest.mark.parametrize(("writers", "readers"), [(2, 0), (1, 2)])
def test_writers_and_readers_at_once_do_no_harm(tmp_path: Path, writers: int, readers: int) -> None:
    """All end well, nothing is lost, and the doctor finds nothing."""
    found = list(sharing.crowd(tmp_path / "desk", writers, readers, writes=3, articles=30))

    assert [str(measure) for measure in found if not measure.holds] == []
