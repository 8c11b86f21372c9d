"""What a text puts beside a person, and what can't be the same person's."""

from __future__ import annotations

import pytest

from presscheck.chains.check.names.attached import Attached, attached, contradicts
from presscheck.text.names import find_names


def beside(sentence: str) -> list[Attached]:
    """Return what stands beside the first full name."""
    names = find_names(sentence)
    person = next(n for n in names if n.kind == "person" and " " in n.text)
    return list(attached(person, names, sentence))


@pytest.mark.parametrize(
    ("sentence", "sort", "text"),
    [
        ("Mette Kragsholm, a Danish engineer, spoke.", "nation", "Danish"),
        ("The Danish engineer Mette Kragsholm spoke.", "nation", "Danish"),
        ("Ivar Sandnes, of the Coast Party, spoke.", "party", "Coast Party"),
        ("Sen. Paula Wendrick, D-Ohio, spoke.", "state", "Ohio"),
        ("Passenger Lina Torvald of Oslo spoke.", "place", "Oslo"),
        ("Ada Kimmelstein of Linden University spoke.", "body", "Linden University"),
    ],
)
def test_what_stands_beside_a_person_is_read_by_its_sort(sentence: str, sort: str, text: str) -> None:
    assert (sort, text) in {(a.sort, a.text) for a in beside(sentence)}


def test_what_belongs_to_somebody_else_is_not_beside() -> None:
    assert not beside("Mette Kragsholm thanked the Danish navy.")


@pytest.mark.parametrize(
    ("mine", "theirs", "differ"),
    [
        ("Mette Kragsholm, a Swede, spoke.", "The Danish engineer Mette Kragsholm spoke.", True),
        ("Denmark's Mette Kragsholm spoke.", "The Danish engineer Mette Kragsholm spoke.", False),
        ("The Danish engineer Mette Kragsholm spoke.", "Sweden coach Mette Kragsholm spoke.", False),
        ("Paula Wendrick, a Texas Democrat, spoke.", "Paula Wendrick (D-Ohio) spoke.", True),
        ("Lina Torvald of Cleveland spoke.", "Lina Torvald of Ohio spoke.", False),
        (
            "Ada Kimmelstein of Linden University spoke.",
            "Ada Kimmelstein of the Gull Institute spoke.",
            False,
        ),
    ],
)
def test_only_what_excludes_the_other_contradicts(mine: str, theirs: str, differ: bool) -> None:
    assert any(contradicts(a, b) for a in beside(mine) for b in beside(theirs)) is differ
