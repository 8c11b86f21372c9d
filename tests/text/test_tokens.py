"""Tokens."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from presscheck.text.tokens import marks_and_words, tokenize


def test_words_keep_inner_marks() -> None:
    """Apostrophes, hyphens and the dots of abbreviations stay inside a word; a glued full stop does not."""
    words = [t.text for t in tokenize("Don’t let the F-16s of the U.S. fly. Al-Hasan's AT&T ended.The end")]

    assert words == [
        "Don’t",
        "let",
        "the",
        "F-16s",
        "of",
        "the",
        "U.S.",
        "fly",
        ".",
        "Al-Hasan's",
        "AT&T",
        "ended",
        ".",
        "The",
        "end",
    ]


def test_numbers_are_whole() -> None:
    """Thousands and decimals stay in the number, signs stand alone."""
    assert [t.text for t in tokenize("$1,234.5 (5%)")] == ["$", "1,234.5", "(", "5", "%", ")"]


def test_both_numbers_of_a_range_are_whole() -> None:
    """The second number of a range keeps its thousands and decimals too; a list of scores stays apart."""
    assert [t.text for t in tokenize("3,800-3,700, 2.5-3.5, 7-6,6-4")] == [
        *("3,800-3,700", ",", "2.5-3.5", ","),
        *("7-6", ",", "6-4"),
    ]


@given(st.text(max_size=300))
def test_spans_hold(text: str) -> None:
    """Tokens are where they say, and cover all but white space."""
    tokens = tokenize(text)

    assert all(text[t.start : t.end] == t.text for t in tokens)
    assert "".join("".join(t.text for t in tokens).split()) == "".join(text.split())


@given(st.text())
def test_the_short_form_gives_the_same_tokens(text: str) -> None:
    """Texts and starts are those of the full tokens."""
    assert list(marks_and_words(text)) == [(t.text, t.start) for t in tokenize(text)]
