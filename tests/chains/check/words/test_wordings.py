"""Amounts, names and words written in several ways are read as one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from presscheck.chains.check.statements.aliases import abbreviated, given_names, peoples
from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.words.reading import NAME, Words
from presscheck.chains.check.words.wordings import whole
from presscheck.text.tokens import marks_and_words

PIECES = st.sampled_from(
    ["50", ",", "000", " ", "per", "cent", "1,200", "Ann", "5", "%", "-", "\n", " n't", " 's", "twenty"]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whole_tokens_lose_no_character(text: str) -> None:
    """What stands between two tokens is blank, and they come in order."""
    at = 0
    for token, start in whole(marks_and_words(text), text):
        assert text[at:start].strip() == ""
        at = start + len(token)
        assert text[start:at] == token
    assert text[at:].strip() == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("viewed 50 , 000 times", "viewed 50,000 times"),
        ("1 , 250 , 000 people", "1,250,000 people"),
        ("up 5 per cent", "up 5%"),
        ("up 5 percent", "up 5 %"),
        ("worth £50m", "worth £50 million"),
        ("2.5bn people", "2.5 billion people"),
        ("at 8pm", "at 8 p.m."),
        ("twenty - five men", "25 men"),
        ("twenty-five men", "twenty five men"),
        ("he has n't gone", "he hasn't gone"),
        ("they should n't 've gone", "they shouldn't've gone"),
        ("the women\\'s race doesn\\'t start", "the women's race doesn't start"),
        ("Ann 's co-star 's film", "Ann's co-star's film"),
        ("the 2018–19 season", "the 2018-2019 season"),
        ("the 2018/19 season", "the 2018-2019 season"),
        ("the 2018 - 19 season", "the 2018-2019 season"),
        ("from 3,800-3,700 BC", "from 3800 - 3700 BC"),
        ("on 2018-11-02", "on 2018 November 2"),
        ("on Nov. 2", "on November 2"),
        ("the labour centre", "the labor center"),
    ],
)
def test_a_thing_is_read_alike_however_it_is_written(one: str, other: str) -> None:
    """Lemmas and weights are the same."""
    assert (Words(one).lemmas, Words(one).weights) == (Words(other).lemmas, Words(other).weights)


@pytest.mark.parametrize("text", ["5 , 10 and 15", "12 , 0000", "on May 3 , 2018", "one per centimetre"])
def test_numbers_in_a_row_stay_apart(text: str) -> None:
    """Only a comma between two spaces and three digits make thousands."""
    assert len(Words(text).forms) == len(text.replace(",", "").split())


@pytest.mark.parametrize(
    ("claim", "source", "names"),
    [
        ("Then QPR won.", "Then Queens Park Rangers won.", ["QPR"]),
        ("Then QPR won.", "then queens park rangers won .", ["QPR"]),
        ("Then Queens Park Rangers won.", "Then QPR won.", ["Queens", "Park", "Rangers"]),
        ("Then QPR won.", "Then Quentin won.", []),
        ("Then IWS won.", "It was sunny.", []),
    ],
)
def test_letters_stand_for_the_name_that_they_begin(claim: str, source: str, names: list[str]) -> None:
    """Whichever of the two has them."""
    words = Words(claim)

    assert [words.span(i, i) for i in sorted(abbreviated(words, Ground([Words(source)])))] == names


@pytest.mark.parametrize(
    ("source", "left_off"),
    [
        ("austin doubled the lead .", ["Charlie"]),
        ("It was Austin.", ["Charlie"]),
        ("It was Mark Austin.", []),
        ("It was Bell.", []),
    ],
)
def test_a_given_name_that_the_source_leaves_off_is_told_from_another(
    source: str, left_off: list[str]
) -> None:
    """Mark Austin is not Charlie Austin."""
    words = Words("Then Charlie Austin scored.")

    assert [words.span(i, i) for i in sorted(given_names(words, Ground([Words(source)])))] == left_off


@pytest.mark.parametrize(
    ("claim", "source", "told"),
    [
        ("A Chinese mine fell in.", "It was a mine in China.", ["Chinese"]),
        ("It was in Britain.", "The British voted.", ["Britain"]),
        ("A Chinese mine fell in.", "It was a mine in Japan.", []),
        ("A Chinese mine fell in.", "The Chinese mine fell in.", []),
    ],
)
def test_a_people_is_told_by_its_land(claim: str, source: str, told: list[str]) -> None:
    """And a land by its people; another land is no help."""
    words = Words(claim)

    assert [words.span(i, i) for i in sorted(peoples(words, Ground([Words(source)])))] == told


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Although", False),
        ("Additionally", False),
        ("Firefighters", False),
        ("Andrew", True),
        ("Eritreans", True),
    ],
)
def test_an_ordinary_word_that_begins_a_sentence_is_no_name(text: str, name: bool) -> None:
    """Given names and words that no list knows are names."""
    assert (Words(f"{text} came early.").kinds[0] == NAME) is name
