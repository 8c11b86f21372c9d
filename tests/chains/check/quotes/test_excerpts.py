"""What an article quotes is an excerpt of what was said."""

import pytest

from presscheck.chains.check import check_text
from presscheck.models import Article

STORY = (
    "The board met on Monday. “We will close the mill in May,” Ann Lund said. “Nobody will lose a job.” "
    "She called the plan “hard but fair … and overdue”."
)


def reasons(text: str, kind: str = "article") -> set[str]:
    """Return the codes of what is found on quotations."""
    report = check_text(text, [Article(text=STORY, kind=kind)])
    return {f.reason.code for f in report.findings if f.claim.kind == "quote"}


@pytest.mark.parametrize(
    ("quotation", "code"),
    [
        ("We will close the mill in May. Nobody will lose a job,", "quote.secondhand"),
        ("We will close the mill in May and sell the land,", "quote.not_found"),
        ("Sadly, we will close the mill in May,", "quote.not_found"),
        ("The plan is hard but fair,", "quote.not_found"),
        ("We will close the mill in June,", "quote.altered"),
        ("We will not close the mill in May,", "quote.negation_lost"),
        ("Nobody here will lose a job,", "quote.altered"),
    ],
)
def test_only_what_stands_between_an_articles_marks_makes_a_quotation_wrong(
    quotation: str, code: str
) -> None:
    """Its "she said" is nobody's words, and what it leaves off may well have been said."""
    assert reasons(f"“{quotation}” Lund said.") == {code}


def test_of_a_quotation_that_goes_further_the_part_that_is_quoted_is_shown() -> None:
    """As the nearest that a source has; no verdict rests on it."""
    report = check_text("“Sadly, we will close the mill in May,” Lund said.", [Article(text=STORY)])

    finding = next(f for f in report.findings if f.claim.kind == "quote")

    assert [(e.stance, e.text) for e in finding.evidence] == [("nearest", "We will close the mill in May")]
    assert finding.explanation.startswith("Only a part of it stands in the source")
