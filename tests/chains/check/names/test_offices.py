"""When two titles contradict each other."""

from __future__ import annotations

import pytest

from presscheck.chains.check.names.offices import conflict

AGAINST = [
    ("Secretary of State", "Defense Secretary"), ("President", "Vice President"), ("President", "Prime Minister"),
    ("Sen.", "Rep."), ("Maj. Gen.", "Lt. Gen."), ("Maj.", "Maj. Gen."), ("press secretary", "ambassador"),
    ("Swedish Prime Minister", "Norwegian Prime Minister"), ("Foreign Minister", "Interior Minister"),
    ("deputy prime minister", "prime minister"), ("Gov.", "Mayor"),
]  # fmt: skip
TOGETHER = [
    ("Secretary of Defense", "U.S. Defense Secretary"), ("Gen.", "Pentagon Press Secretary Maj. Gen."),
    ("Secretary", "Secretary of State"), ("Sen.", "Majority Leader"), ("spokesman", "Press Secretary"),
    ("former President", "President"), ("Congressman", "Rep."), ("Col.", "Lt. Col."), ("Dr.", "President"),
    ("Foreign Minister", "Minister for Foreign Affairs"), ("Defence Secretary", "Defense Secretary"),
    ("chairman", "President"), ("U.S. President", "President"),
]  # fmt: skip


@pytest.mark.parametrize(("a", "b"), AGAINST)
def test_conflict(a: str, b: str) -> None:
    """Offices that one person can't hold at one time, ranks, fields, countries."""
    assert conflict(a, b)
    assert conflict(b, a)


@pytest.mark.parametrize(("a", "b"), TOGETHER)
def test_no_conflict(a: str, b: str) -> None:
    """Shorter and longer forms, synonyms, and offices that go together."""
    assert not conflict(a, b)
    assert not conflict(b, a)
