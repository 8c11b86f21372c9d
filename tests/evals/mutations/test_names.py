"""Planted faults in names, and the controls beside them."""

from __future__ import annotations

import random

from presscheck.evals.mutations.names import mutate
from presscheck.models import Article

TEXT = (
    "Rear Adm. Tomas Okafor leads the search for the trawler, and Norway has sent a helicopter from Bergen. "
    "Defense Secretary Ruth Calloway visited Oslo on Tuesday to inspect the North Harbor Relief Agency (NHRA). "
    "NHRA will open a shelter on Cedar Street, Calloway said after the visit on Tuesday. "
    "The United States government will send two ships to Norway in the next week, Okafor said."
)


def test_faults_and_controls() -> None:
    """Every fault stands where it says, differs from what was right, and names what counts as caught."""
    made = list(mutate(Article(text=TEXT), random.Random(1)))
    faults = [m for m in made if not m.control]

    assert {m.kind for m in faults} >= {
        "name.spelling",
        "name.other.person",
        "name.other.place",
        "name.title",
    }
    assert all(m.expect and m.text[m.start : m.end] != m.was for m in faults)
    assert all(m.was in TEXT and m.text[m.start : m.end] in m.text for m in made)


def test_controls_are_true() -> None:
    """Controls keep the name, or give it another form."""
    controls = [m for m in mutate(Article(text=TEXT), random.Random(1)) if m.control]

    assert all(m.text in TEXT for m in controls if m.kind == "control.name.verbatim")
    assert {m.kind for m in controls} >= {
        "control.name.verbatim",
        "control.name.surname",
        "control.name.untitled",
    }


def test_same_seed_same_faults() -> None:
    """Equal seeds give equal mutations."""
    first, second = (list(mutate(Article(text=TEXT), random.Random(4))) for _ in range(2))

    assert first == second
