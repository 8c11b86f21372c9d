"""What the words around a figure say: which level it is, whose, of what, and which way it went."""

import pytest

from presscheck.chains.check.figures.course import course, other_way
from presscheck.chains.check.figures.heads import heads
from presscheck.chains.check.figures.times import time_claimed, time_told
from presscheck.chains.check.figures.told import Told
from presscheck.chains.check.figures.votes import is_margin, outcome
from presscheck.text.figures import find_figures


def told(sentence: str, number: int = 0) -> Told:
    """Return one figure of a sentence with all of them."""
    figures = find_figures(sentence)
    return Told(sentence, figures[number], figures)


@pytest.mark.parametrize(
    ("sentence", "times"),
    [
        ("It earned $2.8 billion, compared with $2.1 billion a year ago.", ["now", "earlier"]),
        ("It earned $2.8 billion, up from $2.1 billion.", ["now", "earlier"]),
        ("It earned £94m, down from £121m the previous year.", ["now", "earlier"]),
        ("Output will be 21 million tonnes, below last season's 23 million.", ["now", "earlier"]),
        ("It won 54 percent, against 43 percent for its rival.", ["", ""]),
        ("It sold 5 million cars and 3 million trucks.", ["", ""]),
    ],
)
def test_of_two_levels_the_earlier_one_is_known_by_its_words(sentence: str, times: list[str]) -> None:
    """A source's figure is the earlier level only where its words say so and another level stands beside it."""
    assert [time_told(told(sentence, n)) for n in range(2)] == times


@pytest.mark.parametrize(
    ("sentence", "time"),
    [
        ("It earned $2.1 billion.", "now"),
        ("A year earlier it earned $2.1 billion.", "earlier"),
        ("It earned $2.1 billion, up from $1.9 billion.", "now"),
        ("In 2019 it earned $2.1 billion.", ""),
        ("It had earned $2.1 billion by then.", ""),
    ],
)
def test_a_draft_that_marks_no_time_tells_of_now(sentence: str, time: str) -> None:
    """A word that may mean the past leaves it open."""
    assert time_claimed(told(sentence)) == time


@pytest.mark.parametrize(
    ("sentence", "number", "way"),
    [
        ("Inflation slowed to 3.1 percent.", 0, "down"),
        ("Turnout was 67 percent, up from 61 percent.", 0, "up"),
        ("It carried 14 million people, 1.1 million fewer than a year ago.", 1, "down"),
        ("The index closed down 34 points, or 0.4 percent.", 1, "down"),
        ("The bank cut its forecast for growth to 2 percent.", 0, "down"),
        ("Prices that had risen were reduced on Monday to 5 crowns.", 0, None),
        ("Turnout was 67 percent.", 0, None),
    ],
)
def test_the_way_a_level_went_is_read_from_its_verbs(sentence: str, number: int, way: str | None) -> None:
    """Verbs that disagree, or none, say nothing; a noun such as "growth" is no verb."""
    assert course(told(sentence, number)) == way


@pytest.mark.parametrize(
    ("sentence", "way"),
    [
        ("The chamber passed the bill 212-198.", "carried"),
        ("The chamber voted 212-198 against the bill.", "lost"),
        ("The chamber rejected the bill 212-198.", "lost"),
        ("The chamber voted 198-212 in favour of the bill.", "lost"),
        ("The chamber voted 212-198 on the bill.", ""),
    ],
)
def test_how_a_vote_went_is_read_from_the_words_beside_its_count(sentence: str, way: str) -> None:
    """The lesser number in favour is a vote lost."""
    assert outcome(told(sentence)) == way


def test_a_margin_is_a_number_of_votes_or_points_that_something_was_won_by() -> None:
    """A step of points is none."""
    sentences = ["The bill passed by 14 votes.", "They won by six points.", "Support rose by six points."]

    assert [is_margin(told(s)) for s in sentences] == [True, True, False]


def test_the_head_of_a_figure_is_the_word_next_to_it_up_to_a_break() -> None:
    """A comma and the word "and" end what belongs to a figure."""
    sentence = "The quake killed 2,217 people and injured 4,300, the agency said."

    assert [heads(told(sentence, n)) for n in range(2)] == [("kill", ""), ("injure", "")]


def test_a_level_that_is_a_step_and_lowered_as_well_goes_either_way() -> None:
    """A growth that is forecast lower than before is borne out by a forecast that was lowered."""
    source = told("It expects demand to grow by 1.8 million, down from an earlier forecast of 2.2 million.")
    assert not other_way(told("It lowered its forecast to 1.8 million from 2.2 million."), source)


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("The city cut output by 500,000 barrels a day and the port by 300,000.", "barrel per day"),
        ("The mayor led with 41 percent and the priest had 33.", "percent"),
        ("The mayor led with 41 percent and the priest had 33 cows.", "cow"),
        ("Prices rose 2 percent and the team won by 30.", ""),
    ],
)
def test_a_clause_that_leaves_out_its_unit_borrows_it(sentence: str, unit: str) -> None:
    """The second of two figures about as great has the first one's unit, where its clause ends with it."""
    assert find_figures(sentence)[-1].unit == unit
