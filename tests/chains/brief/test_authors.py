"""Whose words a signed statement is, by its title."""

from __future__ import annotations

import pytest

from presscheck.chains.brief.authors import author_of
from presscheck.chains.brief.noise import bare_quote, noisy
from presscheck.chains.brief.wording import credit
from presscheck.models import Article


@pytest.mark.parametrize(
    ("title", "author"),
    [
        ("Statement by Governor Ana Reyes on the Flood", "Ana Reyes"),
        ("Statement from Press Secretary Noor Haddad", "Noor Haddad"),
        ("Remarks as Prepared for Delivery by Mayor Otto Pryce at the Opening", "Otto Pryce"),
        ("Joint Statement from the Leaders of Chile and Peru", None),
        ("Readout of Governor Ana Reyes’s Call with Mayor Pryce", None),
        ("Governor Ana Reyes opens the bridge", None),
    ],
)
def test_a_statement_is_the_words_of_whom_its_title_names(title: str, author: str | None) -> None:
    """Only a title that says by whom a statement is names an author."""
    assert author_of(title) == author


def test_the_credit_of_a_statement_names_who_gave_it() -> None:
    """Its "we" is theirs."""
    article = Article(
        text="We will rebuild.", title="Statement by Governor Ana Reyes", publisher="State House"
    )

    assert credit(article) == "(Ana Reyes, State House)"


def test_captions_and_quotations_without_a_speaker_do_not_stand_in_a_brief() -> None:
    """A label before a caption, and words between marks of which nobody is told who said them."""
    assert noisy("Standoff: Keeper Ida Lund is shown, left, holding the gate.")
    assert not noisy("Police said: The road is closed.")
    assert bare_quote("“I am sure that the dam will hold this winter.”")
    assert not bare_quote("“I am sure,” said Ida Lund, “that the dam will hold.”")
