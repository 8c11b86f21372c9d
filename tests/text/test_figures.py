"""The reader of figures: spans, speed, hostile input. What is read is asked in evals/golden/figures-reading.jsonl."""

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.text.figures import START, find_figures
from presscheck.text.multiples import START as MULTIPLE_START
from presscheck.text.numbers import NUMBER_START
from presscheck.text.ordinals import START as ORDINAL_START

PIECES = st.sampled_from(
    ["$", "€", "5", "10,000", "3.5", "-", "–", " ", "million", "bn", "one", "hundred", "and", "half", "a", "third",
     "percent", "%", "from", "to", "between", "of", "the", "in", "more than", "nearly", "people", ".", ",", "(", ")",
     "\n", "½", "twice", "doubled", "second", "İ", "2019", "1-", "/", "km", "year-old", "é", "\u00a0", "－"]
)  # fmt: skip


@given(st.text())
def test_any_text_is_read_and_spans_hold(text: str) -> None:
    """Whatever the text, nothing is raised and every span holds its words."""
    assert all(text[f.start : f.end] == f.text for f in find_figures(text))


@given(st.lists(PIECES, max_size=24))
def test_pieces_of_figures_in_any_order_are_read(pieces: list[str]) -> None:
    """Numbers, signs and hedges thrown together give figures in order that do not overlap, low before high."""
    text = " ".join(pieces)
    figures = find_figures(text)

    assert all(a.end <= b.start for a, b in pairwise(figures))
    assert all(f.low <= f.high for f in figures if f.kind not in ("score",))


@pytest.mark.parametrize(
    "text",
    ["1" * 20_000, "1," * 10_000, "one " * 5_000, "a " * 10_000, "from 1 to " * 2_000, "$" * 20_000, "- " * 10_000,
     "hundred and " * 4_000, "1.1." * 5_000, "more than " * 4_000, "1-" * 10_000, "(" * 20_000, " " * 20_000],
)  # fmt: skip
def test_hostile_text_takes_linear_time(text: str) -> None:
    """Long runs of one piece are read in well under a second for each 20,000 characters."""
    before = time.process_time()
    find_figures(text)

    assert time.process_time() - before < 3


def test_reads_as_fast_as_promised() -> None:
    """News with a figure in every other sentence is read at 300 KB of text a second; a third of that must hold here."""
    plain = (
        "Residents of the old quarter said they had been told nothing of the plan until the letter came. " * 6
    )
    text = (
        plain
        + "The council spent $4.2 million on 35 new buses, 12 percent more than in 2019, officials said. "
    ) * 300
    before = time.process_time()
    figures = find_figures(text)

    assert len(figures) == 900
    assert len(text) / (time.process_time() - before) > 100_000


def test_about_says_what_is_measured() -> None:
    """The content words of the sentence around a figure come with it."""
    (figure,) = find_figures("The storm damaged 340 boats along the northern quay.")

    assert {"storm", "damaged", "northern", "quay"} <= set(figure.about)


def test_a_text_may_name_its_dollar() -> None:
    """A plain dollar is a US dollar unless the text says that its figures are in others."""
    us = find_figures("It cost $40.")[0].unit
    canadian = find_figures("It cost $40. All figures are in Canadian dollars.")[0].unit

    assert (us, canadian) == ("USD", "CAD")


def test_nothing_is_read_across_paragraphs() -> None:
    """A hedge at the end of one paragraph does not bind a number at the start of the next."""
    (figure,) = find_figures("It went far beyond\n\n300 guards were sent.")

    assert (figure.text, figure.bound) == ("300 guards", "=")


def _parts(pattern: str) -> list[str]:
    return sorted(set(re.findall(r"[a-z]{3,}", pattern)))


STARTS = re.compile("|".join((ORDINAL_START, MULTIPLE_START, NUMBER_START)))


@given(
    st.lists(
        st.sampled_from([*_parts(STARTS.pattern), "a", "an", "and", "7", ".5", "½", "x", "-", "ing"]),
        max_size=8,
        min_size=1,
    ),
    st.sampled_from(["", " ", "-"]),
)
def test_looking_for_beginnings_first_hides_no_figure(words: list[str], between: str) -> None:
    """The quick look sees every place at which a figure may begin."""
    text = between.join(words)

    assert [m.span() for m in START.finditer(text)] == [m.span() for m in STARTS.finditer(text)]
