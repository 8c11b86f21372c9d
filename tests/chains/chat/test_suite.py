"""The chat suite: question threads over sources written for it, with the embedded engine."""

from __future__ import annotations

import pytest

from presscheck.evals.chat import ChatRow, ChatScore, last_reply, library_of, load_threads, score


@pytest.mark.parametrize(("written", "right"), [("before", 0.75), ("after", 0.75), ("latest", 0.65)])
def test_threads_are_answered_rightly_or_refused(written: str, right: float) -> None:
    """At least 75 % right, of the latest 65, at most 5 % wrong, 90 % of the others refused; every citation holds."""
    scores = [scored(row) for row in load_threads(written)]
    answerable = [s.score for s in scores if s.row.facts is not None]
    others = [s.score for s in scores if s.row.facts is None]

    assert answerable.count("right") >= right * len(answerable)
    assert answerable.count("wrong") <= 0.05 * len(answerable)
    assert others.count("refused") >= 0.9 * len(others)
    assert all(s.verifies for s in scores)


def scored(row: ChatRow) -> ChatScore:
    """Hold the conversation and score its last reply."""
    library = library_of(row.set)
    return score(row, last_reply(row.questions, library), library)


def test_the_suite_asks_enough_of_every_kind() -> None:
    """At least 80 threads, a fourth without an answer, a third of follow-up questions, a third written later."""
    rows = load_threads()

    assert len({row.id for row in rows}) == len(rows) >= 80
    assert sum(row.facts is None for row in rows) >= len(rows) / 4
    assert sum(len(row.questions) > 1 for row in rows) >= len(rows) / 3
    assert sum(row.written != "before" for row in rows) >= len(rows) / 3
