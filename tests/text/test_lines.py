"""Line breaks: which are only where a line was full, and which part what stands for itself."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.text.lines import blocks, joined
from presscheck.text.quotes import find_quotes
from presscheck.text.reading import read

PIECES = ["Col.\n", "- ", "\x1b[0m", "\r\n", *"aB. \n\r\t“”\"'-\u00ad\u200b\u2028"]
MESSY = st.lists(st.sampled_from(PIECES), max_size=80).map("".join)


def cut(text: str) -> list[str]:
    return [" ".join(text[start:end].split()) for start, end in blocks(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor opens the quay\nBy Ann Lee\nHALDEN, March 3 — The mayor opened the quay on Monday.",
        "- apples from the north\n- pears from the south\n- plums",
        "1. Open the quay\n2. Dredge the harbor\n3. Pay",
        "COL. DANA WHITLOCK: We will open it.\nQ  When?\nCOL. DANA WHITLOCK: In May.",
        "Title: Dredging\nDate: 2025-03-11\nKind: transcript",
        "“We will open the quay.\n“And we will dredge it,” Col. Lee said.\nNobody was “hurt.”",
        "The gulls are gone\nThe nets hang dry\nNobody asks the captain why",
    ],
)
def test_lines_that_stand_for_themselves_stay_apart(text: str) -> None:
    """Headlines, bylines, items, labels, verse, and quotations that go on in a paragraph of their own."""
    assert cut(text) == [" ".join(line.split()) for line in text.split("\n")]


@pytest.mark.parametrize(
    "text",
    [
        "“We will open the quay to\nCanada next week. We will\nSell it,” she said.",
        "Nobody told Col.\nDana Whitlock.",
        "The quay was opened by\nDana Whitlock.",
        "“The quay is open,”\nWhitlock said.",
        "The harbor of Aldport reopened on Monday. It was closed by Mayor\nDana Whitlock after a storm that lasted three days and nights.\nWhitlock said so.",
    ],
)
def test_a_sentence_or_quotation_goes_on_over_its_line(text: str) -> None:
    """Where the line is full, or can't be the end."""
    assert cut(text) == [" ".join(text.split())]


def test_a_quotation_is_found_over_a_line_break() -> None:
    """It ends where its mark is, and its speaker's name may be parted too."""
    text = "“We will open the quay to\ncruise ships next week,” Col.\nDana Whitlock said."
    (quote,) = find_quotes(text)

    assert quote.text == text[quote.start : quote.end] == "We will open the quay to\ncruise ships next week,"
    assert quote.speaker == "Dana Whitlock"


def test_a_word_parted_at_a_line_end_is_one_word() -> None:
    """After a hyphen no space is read, and a soft hyphen is none."""
    assert read("A long-\nterm plan for the fisher\u00ad\nmen").text == "A long-term plan for the fishermen"


def test_endless_digits_are_no_number() -> None:
    """They are read as a word of as many letters, commas and all."""
    long = "1,234" * 20

    assert (
        read(f"It cost {long} dollars.").text
        == f"It cost {long.translate(str.maketrans('1234', 'bcde'))} dollars."
    )
    assert read("It cost 1,234,567,890 dollars.").text == "It cost 1,234,567,890 dollars."


@given(MESSY)
def test_joining_lines_moves_nothing(text: str) -> None:
    """Only white space changes, character for character."""
    assert len(joined(text)) == len(text)
    assert all(a == b or (a.isspace() and b == " ") for a, b in zip(text, joined(text), strict=True))


@given(MESSY)
def test_every_place_is_found_again(text: str) -> None:
    """Each character that is read stands at its place in the text as given, in order."""
    reading = read(text)
    places = [reading.given_span(at, at + 1) for at in range(len(reading.text))]

    assert all(a[0] < b[0] for a, b in pairwise(places))
    for (start, end), char in zip(places, reading.text, strict=True):
        assert char.isspace() or text[start:end] == char
        assert char.isspace() or reading.text[reading.read_at(start)] == char
