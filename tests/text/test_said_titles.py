"""Titles that a sentence gives somebody by a verb."""

from __future__ import annotations

import pytest

from presscheck.text.names import find_names
from presscheck.text.said_titles import held_title, said_title, titled


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


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("Greta Oyelund is chairman of Halden.", "chairman of Halden"),
        ("Greta Oyelund has served for six years as chancellor of Halden.", "chancellor of Halden"),
        ("Greta Oyelund, who is now the sheriff, agreed.", "sheriff"),
        ("Greta Oyelund served as mayor until May.", None),
        ("Greta Oyelund is hoping to be mayor.", None),
        ("Greta Oyelund is angry with the mayor.", None),
    ],
)
def test_the_office_is_read_that_a_person_has(sentence: str, title: str | None) -> None:
    person = next(n for n in find_names(sentence) if n.text == "Greta Oyelund")
    held = held_title(person, sentence)
    assert (held and held.text) == title
    assert title is None or (titled(person, sentence).title or "").endswith(title)
