"""Words as quotations are compared by."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.chains.check.quotes.words import content, is_content, read_words, spelled_out
from presscheck.chains.check.words.cues import is_negative


def keys(text: str) -> list[str]:
    """Return the keys of a text's words."""
    return [w.key for w in read_words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It’s “ours”", 'it\'s "ours"'),
        ("long-term plan", "long term plan"),
        ("ten percent", "10%"),
        ("the U.K. fleet", "the UK fleet"),
        ("organise the defence programme", "organize the defense program"),
        ("Gov. Ames", "governor Ames"),
        ("1,200 boats", "1200 boats"),
        ("Washington, D.C.", "Washington, DC"),
        ("Erdoğan and Brøgger in Türkiye", "Erdogan and Brogger in Turkey"),
        ("Kyiv", "Kiev"),
    ],
)
def test_house_style_makes_no_difference(one: str, other: str) -> None:
    """Two ways to write the same words have the same keys."""
    assert keys(one) == keys(other)


@pytest.mark.parametrize(
    ("one", "other"), [("don't", "do not"), ("role", "roles"), ("U.S.", "us"), ("cannot", "can")]
)
def test_other_words_differ(one: str, other: str) -> None:
    """Contractions, endings and abbreviations are not smoothed away."""
    assert keys(one) != keys(other)


def test_words_spelled_in_one_or_two_are_the_same_letters() -> None:
    """Compounds and abbreviations are compared as one run of letters."""
    assert spelled_out(keys("health care")) == spelled_out(keys("healthcare"))
    assert spelled_out(keys("U.S.")) == spelled_out(keys("United States"))
    assert spelled_out(keys("gonna")) == spelled_out(keys("going to"))


def test_letters_in_brackets_belong_to_the_word() -> None:
    """Words such as "[t]he" and "employ[ed]" are one each, with what stands outside the brackets."""
    assert [(w.key, w.stem) for w in read_words("[T]he troops employ[ed]")] == [
        ("the", "he"),
        ("troops", ""),
        ("employed", "employ"),
    ]


def test_negations_are_no_content() -> None:
    """A "not" counts by itself, not among the words that tell what is spoken of."""
    assert [w for w in ("never", "don't", "nobody", "nothing") if not is_negative(w) or is_content(w)] == []
    assert content(read_words("Nobody never saw the ships")) == ["see", "ship"]


@given(st.text(max_size=200))
def test_spans_hold(text: str) -> None:
    """Words stand where they say, in order and apart."""
    found = read_words(text)

    assert all(0 <= w.start < w.end <= len(text) and w.key for w in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
