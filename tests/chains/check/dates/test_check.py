"""Dates of a draft against those of its sources, and weekdays against the calendar."""

from datetime import datetime

import pytest

from presscheck.chains.check import check_text
from presscheck.chains.check.dates import check as dates
from presscheck.chains.check.dates.compare import Relation, one_part_off, relation
from presscheck.models import Article, Finding
from presscheck.reasons import Reason
from presscheck.text.dates import find_dates

PUBLISHED = datetime(2031, 3, 12)  # a Wednesday
SOURCE = Article(
    id="briefing",
    kind="transcript",
    published=PUBLISHED,
    text=(
        "MS. GRETA LINDQVIST: The trawler Signe left Aldport on March 7 with nine men aboard. Harbor Minister Edda Falk "
        "approved the search on Monday. The northern lighthouse was built in 1894 and rebuilt in June 2022.\n\n"
        "Q: Did the minister sign the order for the divers on March 11?\n\nMS. LINDQVIST: I can't say."
    ),
)


def found(text: str, *sources: Article, published: datetime | None = PUBLISHED) -> list[Finding]:
    """Return the date findings on a text."""
    report = check_text(
        Article(id="draft", text=text, published=published), sources or [SOURCE], checks=(dates.check,)
    )
    return [f for f in report.findings if f.claim.kind == "date"]


def test_evidence_is_the_sentence_that_bears_the_date_out() -> None:
    """A match points to characters of the source."""
    (finding,) = found("The trawler Signe left Aldport on 7 March 2031 with nine men aboard.")

    assert finding.reason is Reason.DATE_MATCH
    (evidence,) = finding.evidence
    assert SOURCE.text[evidence.start : evidence.end] == evidence.text
    assert "March 7" in evidence.text


def test_a_wrong_date_shows_the_right_one() -> None:
    """A relative date of the source is told with the day it means."""
    (finding,) = found("Harbor Minister Edda Falk approved the search on Sunday.")

    assert finding.reason is Reason.DATE_VALUE
    assert finding.expected == "Monday (2031-03-10)"
    assert [e.stance for e in finding.evidence] == ["contradicts"]


def test_a_wrong_weekday_needs_no_source() -> None:
    """The calendar says which day it is."""
    other = Article(id="other", text="Nothing of the kind stands here.")

    (finding,) = found("The fair opened on Sunday, June 1, 2030.", other)

    assert (finding.reason, finding.expected) == (Reason.DATE_WEEKDAY, "Saturday")


@pytest.mark.parametrize(
    "text",
    [
        "In 1908 a mob gathered. On Friday, August 14, it marched on the jail.",  # fits 1908
        "He was hanged on Monday, November 10.",  # far from the text's own date, and fits 2031
    ],
)
def test_a_weekday_that_fits_a_year_the_text_may_mean_is_no_fault(text: str) -> None:
    """A year left out is not always the text's own."""
    assert Reason.DATE_WEEKDAY not in {f.reason for f in found(text)}


def test_a_reporters_question_bears_nothing_out() -> None:
    """What a question says is not said."""
    (finding,) = found("The minister signed the order for the divers on March 11.")

    assert finding.reason is Reason.DATE_NOT_FOUND


def test_another_event_contradicts_nothing() -> None:
    """A date of somebody else's doing is not in the sources; that is no fault."""
    (finding,) = found("The ferry Astrid left Marwick on March 8.")

    assert (finding.reason, str(finding.severity)) == (Reason.DATE_NOT_FOUND, "info")


def test_dates_in_quotations_and_lengths_of_time_are_left_to_others() -> None:
    """Quotations are checked word by word, lengths of time as figures."""
    assert found("“We left on March 9,” a sailor said after three weeks at sea.") == []


def test_a_note_does_not_outweigh_a_transcript() -> None:
    """The better source decides."""
    note = Article(
        id="note",
        kind="note",
        published=PUBLISHED,
        text="Notes: The trawler Signe left Aldport on March 8 with nine men.",
    )

    (finding,) = found("The trawler Signe left Aldport on March 8 with nine men aboard.", SOURCE, note)

    assert finding.reason is Reason.DATE_VALUE


def test_a_date_over_the_end_of_a_sentence_is_checked_all_the_same() -> None:
    """A point that ends an abbreviation may end the sentence for the splitter; nothing is raised."""
    assert len(found("The bus leaves at 4 p.m. Sunday, March 16.")) >= 1


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("October 29, 2024", "Oct. 29, 2024", "same"),
        ("February 2022", "Feb. 24, 2022", "finer"),
        ("Feb. 24, 2022", "February 2022", "coarser"),
        ("October 29, 2024", "October 28, 2024", "apart"),
        ("Monday", "March 10, 2031", "same"),
        ("last Monday", "March 3, 2031", "same"),  # usage wavers by a week
        ("October 29", "October 29, 2030", "same"),
        ("October 29", "October 29, 2024", "apart"),
        ("from May 1 to 5, 2024", "May 3, 2024", "finer"),
        ("two weeks", "March 3, 2031", "unknown"),
        ("2 p.m.", "14:00 GMT", "same"),
        ("2 p.m.", "3 p.m.", "unknown"),
    ],
)
def test_how_two_dates_stand_to_each_other(claim: str, source: str, expected: Relation) -> None:
    """A finer date of the source bears out a coarser claim, not the other way round."""
    (one,), (other,) = (
        find_dates(f"It was {claim}.", PUBLISHED),
        find_dates(f"It was at {source}.", PUBLISHED),
    )

    assert relation(one, other) == expected


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("May 7, 2018", "May 9, 2018", True),
        ("May 7, 2018", "June 7, 2018", True),
        ("May 2018", "May 2017", True),
        ("May 7, 2018", "June 9, 2018", False),
        ("2018", "2017", False),
    ],
)
def test_a_slip_changes_one_part_of_a_date(claim: str, source: str, expected: bool) -> None:
    """Two dates that differ in one part are rather one date misprinted than two."""
    (one,), (other,) = find_dates(f"It was in {claim}."), find_dates(f"It was in {source}.")

    assert one_part_off(one, other) is expected


def test_without_dates_of_their_own_texts_are_compared_as_far_as_they_go() -> None:
    """A weekday can be held against a weekday; a weekday and a date can't be told."""
    source = Article(
        id="source", text="The mayor of Marwick opened the new bridge on Tuesday after a long delay."
    )

    (same,) = found("The mayor of Marwick opened the new bridge on Tuesday.", source, published=None)
    (unlike,) = found("The mayor of Marwick opened the new bridge on Friday.", source, published=None)
    (unknown,) = found("The mayor of Marwick opened the new bridge on May 4, 2031.", source, published=None)

    assert [f.reason for f in (same, unlike, unknown)] == [
        Reason.DATE_MATCH,
        Reason.DATE_VALUE,
        Reason.DATE_NOT_FOUND,
    ]


@pytest.mark.parametrize(
    ("claim", "source", "expected"),
    [
        ("from May 3 to 8", "May 3 to 8", "same"),
        ("from May 3 to 9", "from May 3 to 8", "apart"),
        ("from May 3 to 8", "from June 3 to 8", "apart"),
        ("from May 3 to 8", "May 3", "unknown"),
    ],
)
def test_ranges_without_a_year_are_compared_by_both_ends(claim: str, source: str, expected: Relation) -> None:
    """Neither text says which year is meant."""
    (one,), (other,) = find_dates(f"It ran {claim}."), find_dates(f"It ran {source}.")

    assert relation(one, other) == expected


@pytest.mark.parametrize(
    ("text", "source", "severities"),
    [
        ("The council will vote on Thursday.", "The council will vote on Wednesday.", ["look"]),
        ("The council will vote on Wednesday.", "The council will vote on Wednesday.", []),
        ("The plant opened in June 2019.", "The plant opened in July 2019 with 200 hands.", ["look"]),
        ("The plant opened in June 2019.", "A plant opened in July 2018. More opened in June 2019.", []),
    ],
)
def test_another_date_in_a_short_sentence_of_the_same_words_is_for_a_look(
    text: str, source: str, severities: list[str]
) -> None:
    """Two words are few, so that nothing is called wrong."""
    found = check_text(text, sources=[source]).findings
    alarms = [f.severity.value for f in found if f.claim.kind == "date" and f.severity in ("fix", "look")]
    assert alarms == severities
