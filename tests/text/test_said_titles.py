"""Titles that a sentence gives somebody by a verb."""

from __future__ import annotations

import pytest

from presscheck.text.names import find_names
from presscheck.text.said_titles import said_title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Greta Oyelund will become chief financial officer in May.", "chief financial officer"),
        ("Greta Oyelund succeeds Piet Marander as chief executive in May.", "chief executive"),
        ("The board named Greta Oyelund treasurer on Monday.", "treasurer"),
        ("Greta Oyelund was elected mayor of Halden.", "mayor of Halden"),
        ("Greta Oyelund became angry.", None),
    ],
)
def test_the_office_is_read_where_a_verb_gives_it(sentence: str, title: str | None) -> None:
    person = next(n for n in find_names(sentence) if n.text == "Greta Oyelund")
    said = said_title(person, sentence)
    assert (said and said.text) == title
