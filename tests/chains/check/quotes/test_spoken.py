"""What a quotation may leave out of what was said."""

import pytest

from presscheck.chains.check.quotes.spoken import Spoken


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Our divers, uh, looked, um, at it.", "our divers looked at it"),
        ("We — we will go.", "we will go"),
        ("We will — we will go.", "we will go"),
        ("It is very, very cold.", "it is very cold"),
        ("We are going to — we will go.", "we will go"),
        ("We go. (Laughter.) We stay [sic].", "we go we stay"),
        ("No, no, no, we go.", "no we go"),
        ("We go now — they stay.", "we go now they stay"),
        ("They, you know, left. I mean, they took, like, the boat.", "they left they took the boat"),
        ("It was — right? — as a — you know, as a rule.", "it was as a rule"),
        ("And if you — you know, back then.", "and if back then"),
        ("You know the way, and it is like mine.", "you know the way and it is like mine"),
        ("I will not — I will go.", "i will not i will go"),
    ],
)
def test_slips_are_optional(text: str, kept: str) -> None:
    """Fillers, repeats, false starts and asides may go; a "not" in a false start may not."""
    said = Spoken(text)

    assert said.lean.joined.strip() == kept


def test_words_of_one_slip_go_together() -> None:
    """A false start has one number, so that a part of it can't be left out alone."""
    said = Spoken("Tony, any — or Rochelle — any thoughts?")

    assert [w.key for w, group in zip(said.words, said.optional, strict=True) if group] == [
        "any",
        "or",
        "rochelle",
    ]
    assert len(set(said.optional) - {0}) == 1


def test_runs_are_found_with_their_places() -> None:
    """A run of words is found wherever it stands, at word borders only."""
    said = Spoken("The art of the start is the art of the end.")

    assert list(said.full.find(["the", "art"])) == [(0, 1), (6, 7)]
    assert list(said.full.find(["art", "of", "the", "start"])) == [(1, 4)]
    assert list(said.full.find([])) == []


def test_the_longest_prefix_counts_words() -> None:
    """Of a quotation's first words so many stand in a run as do."""
    said = Spoken("The art of the start is the art of the end.")

    assert said.full.longest_prefix("the art of the middle".split()) == 4
    assert said.full.longest_prefix(["nothing"]) == 0
