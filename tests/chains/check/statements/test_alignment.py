"""Alignment word by word, and the table of words that mean the same or the opposite."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.opposites import are_opposite
from presscheck.chains.check.words.reading import Words


def aligned(claim: str, source: str) -> list[tuple[str, str]]:
    """Return the aligned words."""
    a = Alignment(Words(claim), Words(source))
    return [(a.claim.forms[i], a.source.forms[j]) for i, j in a.pairs]


def test_words_align_by_lemma_and_meaning() -> None:
    """Other forms and words of the same meaning stand for each other."""
    assert ("removed", "remove") in aligned("Divers removed the wreck.", "Divers will remove the wreck.")
    assert ("attempted", "tried") in aligned("He attempted a dive.", "He tried a dive.")


def test_gaps_hold_what_is_left() -> None:
    """What is not aligned lies in the gap between the same neighbours."""
    alignment = Alignment(Words("All workers left early."), Words("Some workers left early."))

    assert [(list(a), list(b)) for a, b in alignment.gaps()] == [([0], [0])]


@given(st.text(max_size=60), st.text(max_size=60))
def test_alignment_keeps_the_order(one: str, other: str) -> None:
    """Pairs rise on both sides, and each word is used once."""
    pairs = Alignment(Words(one), Words(other)).pairs

    assert all(a[0] < b[0] and a[1] < b[1] for a, b in itertools.pairwise(pairs))


@given(st.text(max_size=80))
def test_places_are_those_of_the_text(text: str) -> None:
    """Each word has as many characters in the text as it has letters."""
    words = Words(text)

    assert all(b - a == len(f) for a, b, f in zip(words.starts, words.ends, words.forms, strict=True))


@pytest.mark.parametrize(
    ("one", "other"), [("rise", "fall"), ("reject", "approve"), ("legal", "illegal"), ("before", "after")]
)
def test_opposites_hold_both_ways(one: str, other: str) -> None:
    """The order of two opposites plays no part."""
    assert are_opposite(one, other) == are_opposite(other, one)
    assert one == "before" or are_opposite(one, other)


def test_the_lexicon_knows_what_is_more_general() -> None:
    """A gun is a weapon."""
    assert lexicon.relation("gun", "weapon") == "up"
    assert lexicon.relation("nosuchword", "weapon") == ""
