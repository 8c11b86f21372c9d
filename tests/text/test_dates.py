"""What is read as a date, what it is placed as, and what is none."""

from __future__ import annotations

import time
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presscheck.text.dates import find_dates
from presscheck.text.mentions import DateMention

WEDNESDAY = datetime(2024, 10, 30, 15, 0)
"""The day that relative dates are placed by in this file."""


def one(text: str, published: datetime | None = WEDNESDAY) -> DateMention:
    """Return the only date of a text."""
    found = find_dates(text, published)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened on October 29, 2024.", "2024-10-29"),
        ("It opened on Oct. 29, 2024, in Lund.", "2024-10-29"),
        ("It opened on 29 October 2024.", "2024-10-29"),
        ("It opened on the 29th of October, 2024.", "2024-10-29"),
        ("It opened on 2024-10-29.", "2024-10-29"),
        ("It opened on 10/29/2024.", "2024-10-29"),
        ("It opened on 29/10/2024.", "2024-10-29"),
        ("It opened on 29.10.2024.", "2024-10-29"),
        ("It opened in February 2022.", "2022-02"),
        ("It opened in Feb. 2022.", "2022-02"),
        ("It opened in the first half of 2024.", "2024-01/2024-06"),
        ("It opened in the third quarter of 2023.", "2023-Q3"),
        ("It opened in Q3 2023.", "2023-Q3"),
        ("It opened in FY 2024.", "FY2024"),
        ("It opened in fiscal year 2024.", "FY2024"),
        ("It opened in the 1990s.", "199X"),
        ("It opened in the '90s.", "199X"),
        ("It opened in the summer of 2019.", "2019-06/2019-08"),
        ("It opened in the 2023-24 season.", "2023/2024"),
        ("It opened on Christmas Day 2021.", "2021-12-25"),
        ("It opened on Labor Day 2024.", "2024-09-02"),
        ("It opened on the first Friday of July 2023.", "2023-07-07"),
        ("It opened in nineteen seventy-eight.", "1978"),
    ],
)
def test_absolute_dates_are_read_in_every_order(text: str, value: str) -> None:
    """A date that names its year needs no date of the text's own."""
    assert one(text, None).value == value
    assert not one(text).relative


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He spoke on Monday.", "2024-10-28"),
        ("He spoke Wednesday.", "2024-10-30"),
        ("He will speak on Friday.", "2024-11-01"),
        ("He spoke last Monday.", "2024-10-28"),
        ("He spoke last Wednesday.", "2024-10-23"),
        ("He spoke on Wednesday of last week.", "2024-10-23"),
        ("He spoke yesterday.", "2024-10-29"),
        ("He spoke the day before yesterday.", "2024-10-28"),
        ("He spoke two days ago.", "2024-10-28"),
        ("He spoke last week.", "2024-W43"),
        ("He will speak next month.", "2024-11"),
        ("He spoke last month.", "2024-09"),
        ("He spoke two months ago.", "2024-08"),
        ("He spoke in February.", "2024-02"),
        ("He spoke on Oct. 2.", "2024-10-02"),
        ("He will speak on Nov. 5.", "2024-11-05"),
        ("He spoke last December.", "2023-12"),
        ("He spoke last year.", "2023"),
        ("He spoke in June of last year.", "2023-06"),
        ("He spoke on the 21st.", "2024-10-21"),
        ("They vied for it in the Jan. 8 vote.", "2024-01-08"),
        ("It fell.  Monday, she held a talk.", "2024-10-28"),
    ],
)
def test_relative_dates_are_placed_by_the_texts_own(text: str, value: str) -> None:
    """News convention: the nearest such day, past unless a verb of the future stands near."""
    found = one(text)
    assert found.relative
    assert found.value == value
    assert one(text, None).low is None


@pytest.mark.parametrize(
    ("text", "words", "low", "high"),
    [
        ("It runs from Oct. 1 to 5.", "from Oct. 1 to 5", "2024-10-01", "2024-10-05"),
        ("It ran March 3–5.", "March 3–5", "2024-03-03", "2024-03-05"),
        ("It ran 3-5 March 2023.", "3-5 March 2023", "2023-03-03", "2023-03-05"),
        ("It ran between 2019 and 2021.", "between 2019 and 2021", "2019-01-01", "2021-12-31"),
        ("It ran from May to July 2022.", "from May to July 2022", "2022-05-01", "2022-07-31"),
        (
            "It ran Dec. 30, 2022 to Jan. 2, 2023.",
            "Dec. 30, 2022 to Jan. 2, 2023",
            "2022-12-30",
            "2023-01-02",
        ),
        ("It ran from Monday to Wednesday.", "from Monday to Wednesday", "2024-10-28", "2024-10-30"),
    ],
)
def test_ranges_take_from_one_side_what_the_other_leaves_out(
    text: str, words: str, low: str, high: str
) -> None:
    """Both ends are included."""
    found = one(text)
    assert (found.text, found.kind) == (words, "range")
    assert found.low is not None
    assert found.high is not None
    assert (found.low.date().isoformat(), found.high.date().isoformat()) == (low, high)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began at 10:02 a.m. EST.", "T10:02-05:00"),
        ("It began at 1530 GMT.", "T15:30Z"),
        ("It began at 3 p.m.", "T15"),
        ("It began at noon.", "T12:00"),
        ("It began at 10:02 a.m. on Oct. 29, 2024.", "2024-10-29T10:02"),
        ("It began on Oct. 29, 2024, at 3 p.m. EDT.", "2024-10-29T15-04:00"),
        ("It began Monday morning.", "2024-10-28T05:00/2024-10-28T11:59"),
        ("It began last night.", "2024-10-29T18:00/2024-10-29T23:59"),
    ],
)
def test_times_keep_their_zone(text: str, value: str) -> None:
    """A clock time without a day has no place."""
    found = one(text)
    assert (found.kind, found.value) == ("time", value)


@pytest.mark.parametrize(
    ("text", "words", "seconds"),
    [
        ("It took three weeks.", "three weeks", 3 * 7 * 86400),
        ("It lasted for two years.", "two years", 2 * 365 * 86400),
        ("It took an hour.", "an hour", 3600),
        ("It took half an hour.", "half an hour", 1800),
        ("It is a 10-day trip.", "10-day", 10 * 86400),
        ("It was the worst drought in 20 years.", "20 years", 20 * 365 * 86400),
    ],
)
def test_a_length_of_time_has_seconds_and_no_place(text: str, words: str, seconds: float) -> None:
    """A month counts 30 days, a year 365."""
    found = one(text)
    assert (found.text, found.kind, found.seconds, found.low) == (words, "duration", seconds, None)


@pytest.mark.parametrize(
    "text",
    [
        "They may march on Washington.",
        "They march 10 miles.",
        "The minister, Theresa May, spoke.",
        "May said so.",
        "April Ryan asked him.",
        "The Sunday Times wrote so.",
        "He lives at 1600 Pennsylvania Avenue.",
        "There were 2,024 of them.",
        "There were 2000 people.",
        "It cost $2024.",
        "They won 3-1.",
        "Call 202-555-0143.",
        "He came second.",
        "The 45-year-old driver fled.",
        "She is in her 60s.",
        "It costs $5 a day.",
        "Two thirds, 3/4 of all, 24/7.",
        "He cited John 3:16.",
        "The fall of Kabul shocked them.",
        "They spring to mind.",
        "He spoke on CBS This Morning.",
        "He spoke on The Daily Show.",
        "She spent a quarter-century there.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Verbs, names, counts, scores, addresses, ages and rates are left alone."""
    assert find_dates(text, WEDNESDAY) == []


def test_a_weekday_is_kept_though_it_does_not_fit_its_date() -> None:
    """Whether the two fit is for the check to say."""
    found = one("It opened on Monday, October 29, 2024.")
    assert (found.value, found.weekday) == ("2024-10-29", 0)


def test_a_day_that_is_in_no_calendar_has_no_place() -> None:
    """February 30 is read and not placed."""
    assert one("It opened on February 30, 2024.").low is None


@settings(max_examples=300, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "Monday May 2024 Oct. 29 , - – to from between and the of last next week two days ago 3 p.m. noon a in 1990s "
            "Q3 first half Christmas 10:02 EST on 9/11 \n\n every ' 24 31st February".split(" ")
        )
        | st.text(max_size=6),
        max_size=14,
    ).map(" ".join),
    st.none() | st.datetimes(),
)
def test_spans_hold_on_any_text(text: str, published: datetime | None) -> None:
    """Nothing is raised, mentions stand in order without overlap, and each is cut from the text."""
    end = 0
    for found in find_dates(text, published):
        assert text[found.start : found.end] == found.text
        assert found.start >= end
        assert found.low is None or found.high is None or found.low <= found.high
        end = found.end


@pytest.mark.parametrize(
    "piece",
    ["1", "May ", "1-", "two days and ", "from May to ", "10:", "'90 ", "\n", "the last ", "Monday, "],
)
def test_reading_stays_linear(piece: str) -> None:
    """Hostile repetitions take no more than a few times as long for four times the length."""

    def once(text: str) -> float:
        started = time.process_time()
        find_dates(text, WEDNESDAY)
        return time.process_time() - started

    def seconds(length: int) -> float:
        return min(once(piece * (length // len(piece))) for _ in range(3))

    assert seconds(40_000) < 12 * max(seconds(10_000), 0.01)
