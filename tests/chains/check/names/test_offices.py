"""When two titles contradict each other."""

from __future__ import annotations

import pytest

from presscheck.chains.check.names.offices import conflict, same_post

AGAINST = [
    ("Secretary of State", "Defense Secretary"), ("President", "Vice President"), ("President", "Prime Minister"),
    ("Sen.", "Rep."), ("Maj. Gen.", "Lt. Gen."), ("Maj.", "Maj. Gen."), ("press secretary", "ambassador"),
    ("Swedish Prime Minister", "Norwegian Prime Minister"), ("Foreign Minister", "Interior Minister"),
    ("deputy prime minister", "prime minister"), ("Gov.", "Mayor"), ("mayor", "chief executive"), ("Under Secretary", "Secretary"),
    ("Northern Commission President", "President of the Northern Council"),
    ("chief executive", "finance chief"), ("chief operating officer", "CFO"), ("controller", "treasurer"),
    ("Solicitor General", "Attorney General"), ("Judge", "her lawyer"), ("coach", "goalkeeper"), ("Lt. Gov.", "Governor"),
]  # fmt: skip
TOGETHER = [
    ("Secretary of Defense", "U.S. Defense Secretary"), ("Gen.", "Pentagon Press Secretary Maj. Gen."),
    ("Secretary", "Secretary of State"), ("Sen.", "Majority Leader"), ("spokesman", "Press Secretary"),
    ("former President", "President"), ("Congressman", "Rep."), ("Col.", "Lt. Col."), ("Dr.", "President"),
    ("Foreign Minister", "Minister for Foreign Affairs"), ("Defence Secretary", "Defense Secretary"),
    ("chairman", "President"), ("U.S. President", "President"), ("President", "European Council President"),
    ("World Bank President", "President of the Bank"), ("under President", "President"), ("CEO", "chief executive"), ("president", "chief executive"),
    ("CFO", "finance chief"), ("finance director", "chief financial officer"), ("Judge", "Justice"), ("attorney", "lawyer"),
    ("transport minister", "Transport Cabinet Secretary"), ("executive editor", "mayor"), ("state attorney", "prosecutor"),
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


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Press secretary", "White House Press Secretary", True),
        ("National Security Adviser", "National Security Advisor", True),
        ("President", "President", True),
        ("Sen.", "Sen.", False),
        ("spokesman", "army spokesman", False),
        ("chief executive of Acme", "chief executive of Baltic Lines", False),
        ("Foreign Minister", "Interior Minister", False),
    ],
)
def test_same_post(a: str, b: str, one: bool) -> None:
    """A post of its own, such as press secretary, is one person's; "senator" and "spokesman" are many people's."""
    assert same_post(a, b) is one
