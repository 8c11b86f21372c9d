"""Names in a text."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.text.mentions import Name
from presscheck.text.names import find_names

WORDS = st.sampled_from(
    "Pat Ryder U.S. Gen. Maj. the of and said Israel Israeli North Korean Department Jr. III al-Fayed van Ms. May "
    "SECRETARY OF STATE Inc. (THAAD) – “Why?” 's ’s , . \n\n President Trump Brown Mich. Israel-Iran".split(
        " "
    )
)


def named(text: str) -> dict[str, Name]:
    return {n.text: n for n in find_names(text)}


def test_title_is_no_part_of_the_name() -> None:
    """The span and the canonical form leave the title out; the title is told."""
    name = named("Pentagon Press Secretary Air Force Maj. Gen. Alva Renner spoke.")["Alva Renner"]

    assert (name.kind, name.canonical) == ("person", "Alva Renner")
    assert name.title == "Pentagon Press Secretary Air Force Maj. Gen."


def test_surname_leads_to_the_fullest_form() -> None:
    """Every mention of a person has the fullest form in the text, wherever that stands."""
    names = find_names("Renner left. Lt. Gen. Alva P. Renner III came back. Ms. Renner laughed.")

    assert {n.canonical for n in names} == {"Alva P. Renner III"}


def test_abbreviation_is_explained_by_the_text() -> None:
    """What stands in brackets after a name stands for it from then on."""
    names = find_names("The North Harbor Relief Agency’s (NHRA) trucks left. NHRA was silent.")

    assert {n.canonical for n in names} == {"North Harbor Relief Agency"}


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("North Koreans fled.", "North Korea"),
        ("The U.K. paid.", "United Kingdom"),
        ("The GOP won.", "Republican Party"),
    ],
)
def test_forms_in_use(text: str, canonical: str) -> None:
    """Peoples, countries and well-known organisations have their main name."""
    assert [n.canonical for n in find_names(text)] == [canonical]


def test_capital_that_acts_is_its_country() -> None:
    """A capital as the subject of an act stands for the government; as a place it is itself."""
    names = find_names("Pyongyang announced a test. In Pyongyang, crowds cheered.")

    assert [n.canonical for n in names] == ["North Korea", "Pyongyang"]


@pytest.mark.parametrize(
    "text",
    [
        "Officials said so.",
        "On Monday, May 3, it rained.",
        "The President met the Prime Minister.",
        "I said OK.",
        "",
    ],
)
def test_no_names(text: str) -> None:
    """Words that begin sentences, dates, offices without a person and the like are no names."""
    assert find_names(text) == []


def test_possessive_is_no_part_of_the_name() -> None:
    """The ending stands outside the span."""
    assert list(named("Russia’s border and the U.S.’s ally’s Alva Renner's dog.")) == [
        "Russia",
        "U.S.",
        "Alva Renner",
    ]


@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=40).map(" ".join)))
def test_spans_hold(text: str) -> None:
    """Names are where they say, in order, without overlap, and have a canonical form."""
    names = find_names(text)

    assert all(text[n.start : n.end] == n.text and n.text and n.canonical for n in names)
    assert all(a.end <= b.start for a, b in itertools.pairwise(names))


@pytest.mark.parametrize(
    "piece",
    ["A ", "Aa Bb ", "U.S. ", "the Of ", "Gen. ", "A-", "B. ", "Aa of Bb and ", "(AB) ", "Aa, the bb "],
)
def test_hostile_input_is_read_in_linear_time(piece: str) -> None:
    """Twice the text takes little more than twice the time."""
    find_names(piece * 100)
    start = time.process_time()
    find_names(piece * (20_000 // len(piece)))

    assert time.process_time() - start < 5
