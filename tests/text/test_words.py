"""Normalised characters, lemmas, content words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.text.words import STOPWORDS, content_words, lemma, normalise

LEMMAS = {
    "make": "makes making made", "plan": "plans planned planning", "force": "forced forcing forces",
    "raise": "raised raising raises", "change": "changed changing changes", "handle": "handled handling",
    "operate": "operated operating", "visit": "visited visiting visits", "country": "countries country's",
    "crisis": "crises", "deploy": "deployed deploying deploys", "say": "said says saying", "child": "children",
    "control": "controlled controlling", "install": "installed installing", "prepare": "prepared preparing",
    "require": "required requiring", "argue": "argued arguing", "study": "studies studied studying",
    "die": "died dying dies", "issue": "issued issuing issues", "target": "targeted targeting",
    "increase": "increased increasing", "announce": "announced announcing", "house": "houses housed",
    "missile": "missiles", "news": "news", "series": "series", "church": "churches", "go": "goes went gone going",
    "cancel": "cancelled canceled", "agree": "agreed agreeing", "lead": "led leading leads", "lose": "lost losing",
    "create": "created creating", "limit": "limited limiting", "provide": "provided", "threaten": "threatened",
    "compete": "competed", "hope": "hoped hoping", "hop": "hopped hopping", "add": "added adding", "use": "used using",
    "veto": "vetoed vetoes", "hero": "heroes", "morning": "morning", "troop": "troops troops'", "kill": "killed killing",
}  # fmt: skip


@pytest.mark.parametrize(("base", "forms"), LEMMAS.items())
def test_inflected_forms_share_a_lemma(base: str, forms: str) -> None:
    """All forms of a word lead to its base."""
    assert {lemma(form) for form in [base, *forms.split()]} == {base}


@given(st.text(max_size=200))
def test_normalise_keeps_the_length(text: str) -> None:
    """Offsets into the normalised text are offsets into the text; normalising twice changes nothing."""
    plain = normalise(text)

    assert len(plain) == len(text)
    assert normalise(plain) == plain


def test_normalise_plain_marks() -> None:
    """Curly quotes, dashes and hard spaces become plain ones; capitals small ones."""
    assert normalise("“It’s\u00a0OK” – İ") == '"it\'s ok" - İ'


def test_content_words() -> None:
    """Stop words and marks go, compounds are parted, repeats stay."""
    assert content_words("The long-range missiles of the F-16s, and missiles!") == [
        "long",
        "range",
        "missile",
        "f-16s",
        "missile",
    ]


def test_stop_words_are_in_lower_case() -> None:
    """The list can be compared with normalised words."""
    assert all(word == normalise(word) for word in STOPWORDS)


@given(st.text(max_size=60))
def test_never_raises(text: str) -> None:
    """Any text has content words, and any word a lemma."""
    assert isinstance(lemma(text), str)
    assert all(word and word not in STOPWORDS for word in content_words(text))
