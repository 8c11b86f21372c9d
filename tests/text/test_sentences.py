"""Sentences: abbreviations, quotations, line breaks, and what always holds."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presscheck.text.sentences import split_sentences

MESSY = st.text(alphabet=st.sampled_from(list("aB1. !?…\n\r\t“”\"'’()[]—-:;,。U.S")), max_size=200)


def split(text: str) -> list[str]:
    return [s.text for s in split_sentences(text)]


def test_abbreviations_go_on() -> None:
    """Ranks, initials, countries, months and numbers don't end a sentence."""
    text = (
        "Maj. Gen. Pat Renner met Lloyd J. Orr III of the U.S. Navy on Oct. 29 at 9 a.m. EST in room No. 10."
    )

    assert split(text) == [text]


def test_abbreviation_may_end() -> None:
    """Before a word that begins sentences an abbreviation ends one."""
    assert split("He left the U.S. The rest stayed.") == ["He left the U.S.", "The rest stayed."]


def test_question_in_quotes_goes_on_with_its_speaker() -> None:
    """A question mark inside quotation marks does not part the question from who asked it."""
    assert split("“Why?” he asked. “Who?” Orr said.") == ["“Why?” he asked.", "“Who?” Orr said."]


def test_closing_marks_belong_to_the_sentence() -> None:
    """Quotes and brackets after the full stop end with it."""
    assert split("“We go.” (He stayed.) Good.") == ["“We go.”", "(He stayed.)", "Good."]


def test_blank_line_ends_a_sentence() -> None:
    """A blank line ends a sentence without a full stop."""
    assert split("A heading\n\nA text.") == ["A heading", "A text."]


def test_wrapped_lines_are_joined() -> None:
    """A line broken where the next word would not have fitted goes on."""
    text = "The harbor of Aldport reopened on Monday after a storm\nthat lasted three days and three nights in the northern\nProvince of Marwick."

    assert split(text) == [text]


def test_paragraph_lines_are_parted() -> None:
    """Where every line is a paragraph, a line break ends a sentence."""
    long = (
        "The harbor of Aldport reopened on Monday after a storm that lasted three days and three nights " * 2
    )

    assert len(split(f"{long}\n{long}")) == 2


@given(st.one_of(st.text(max_size=300), MESSY))
def test_spans_hold(text: str) -> None:
    """Spans are right, in order, trimmed, and leave out nothing but white space."""
    sentences = split_sentences(text)
    kept = "".join(s.text for s in sentences)

    assert all(text[s.start : s.end] == s.text == s.text.strip() and s.text for s in sentences)
    assert all(a.end <= b.start for a, b in itertools.pairwise(sentences))
    assert "".join(kept.split()) == "".join(text.split())


@pytest.mark.parametrize(
    "piece", [".", "A. ", "(", "“", "\n", "U.S. ", "Q?! ", "x" * 7, ". . . ", "1. ", "a\n"]
)
def test_hostile_input_is_read_in_linear_time(piece: str) -> None:
    """A hundred thousand characters of anything are read at once."""
    start = time.process_time()
    split_sentences(piece * (100_000 // len(piece)))

    assert time.process_time() - start < 4


@settings(max_examples=20)
@given(st.lists(st.sampled_from(["He left.", "She stayed.", "“Who?” he asked."]), max_size=6))
def test_plain_sentences_are_found_again(sentences: list[str]) -> None:
    """Sentences joined by spaces come back as they were."""
    assert split(" ".join(sentences)) == sentences
