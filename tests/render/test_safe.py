from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.render.safe import one_line, shorten, shorten_start, visible, width


def test_escape_sequences_become_signs() -> None:
    """A terminal escape in an article is shown, never obeyed."""
    assert visible("\x1b[31mred\x07") == "␛[31mred␇"


def test_reading_direction_cannot_be_turned() -> None:
    """Characters that turn the reading direction or hide are shown by their code."""
    assert visible("\u202enimda") == "⟨U+202E⟩nimda"


@given(st.text())
def test_nothing_hidden_stays(text: str) -> None:
    """No control character but tab and line feed is left in what is shown."""
    shown = visible(text)
    assert not [c for c in shown if (ord(c) < 32 and c not in "\t\n") or 127 <= ord(c) < 160]
    shown.encode("utf-8")


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    """A text on one line holds no line break of any kind."""
    assert len(one_line(text).splitlines()) <= 1


@given(st.text(), st.integers(2, 80))
def test_shortened_texts_fit(text: str, limit: int) -> None:
    """A shortened text has at most as many characters as asked for."""
    assert len(shorten(text, limit)) <= max(limit, 2)
    assert len(shorten_start(text, limit)) <= max(limit, 2)


def test_shortening_cuts_between_words() -> None:
    """A text is cut at a word's end, with an ellipsis."""
    assert shorten("the quick brown fox", 13) == "the quick…"
    assert shorten_start("the quick brown fox", 13) == "…brown fox"


@pytest.mark.parametrize(("text", "columns"), [("abc", 3), ("한국", 4), ("e\u0301", 1), ("", 0)])
def test_width_counts_columns(text: str, columns: int) -> None:
    """Wide characters take two columns, combining ones none."""
    assert columns == width(text)
