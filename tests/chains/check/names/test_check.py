"""The check of names."""

from __future__ import annotations

from datetime import datetime

import pytest

from presscheck.chains.check.names.check import check as names_check
from presscheck.chains.check.run import check_text
from presscheck.models import Article, Finding

SOURCE = (
    "Rear Adm. Tomas Okafor leads the search for the trawler from Aldport. "
    "Defense Secretary Ruth Calloway visited Bergen on Tuesday to inspect the helicopters."
)


def findings(text: str, *sources: str | Article, as_of: datetime | None = None) -> dict[str, Finding]:
    report = check_text(text, list(sources), checks=(names_check,), as_of=as_of)
    return {f.claim.text: f for f in report.findings}


def test_one_finding_for_each_name() -> None:
    """Further mentions of a name that is right are not reported again."""
    found = findings("Tomas Okafor leads the search. Okafor left. Adm. Okafor is calm.", SOURCE)

    assert [(text, f.reason.code) for text, f in found.items()] == [("Tomas Okafor", "name.match")]


def test_evidence_points_to_the_source() -> None:
    """The evidence is the name where it stands in the source."""
    evidence = findings("Okafor leads the search.", SOURCE)["Okafor"].evidence[0]

    assert SOURCE[evidence.start : evidence.end] == evidence.text == "Okafor"


def test_misspelt() -> None:
    """A misspelt name comes with the spelling of the sources."""
    finding = findings("Rear Adm. Tomas Okafer leads the search.", SOURCE)["Tomas Okafer"]

    assert (finding.reason.code, finding.expected) == ("name.spelling", "Tomas Okafor")


def test_misspelt_at_a_later_mention() -> None:
    """A slip in a later mention is a finding of its own."""
    found = findings(
        "Tomas Okafor leads the search for the trawler. It is Okaffor who leads the search.", SOURCE
    )

    assert found["Tomas Okafor"].reason.code == "name.match"
    assert found["Okaffor"].reason.code == "name.spelling"


def test_misspelt_in_a_headline() -> None:
    """Where every word has a capital, a slip for a name of the source is still told, an unknown word is not."""
    above = "Rear Admiral Okafro Leads Search For Missing Trawler Blorvik Off Northern Coast\n\n"
    found = findings(above + "The search began on Monday.", SOURCE)

    assert {text: f.reason.code for text, f in found.items()} == {"Okafro": "name.spelling"}
    assert found["Okafro"].expected == "Okafor"


def test_a_surname_behind_its_long_title_is_the_person() -> None:
    """A title that runs on into the name is no name of another."""
    source = "Principal Deputy National Security Advisor Jon Finer went to Nigeria with two of his aides."
    found = findings("Principal Deputy National Security Advisor Finer went to Nigeria.", source)

    assert {f.reason.code for f in found.values()} == {"name.match"}
    assert "Finer" in found


def test_spelling_that_a_source_has_is_right() -> None:
    """Where one source has the spelling, another's makes it no fault."""
    other = "Rear Adm. Tomas Okafer was seen at the pier on Friday."

    assert (
        findings("Tomas Okafer leads the search.", SOURCE, other)["Tomas Okafer"].reason.code == "name.match"
    )


def test_title_covers_title_and_name() -> None:
    """The claim of a wrong title holds the title."""
    found = findings("Secretary of State Ruth Calloway visited Bergen.", SOURCE)

    assert found["Secretary of State Ruth Calloway"].reason.code == "name.title"
    assert found["Secretary of State Ruth Calloway"].expected == "Defense Secretary"


@pytest.mark.parametrize("year", [2025, 2031])
def test_title_of_another_time_is_no_fault(year: int) -> None:
    """Only a source from about the same time contradicts a title."""
    source = Article(text=SOURCE, published=datetime(2031, 3, 1))
    found = findings("Secretary of State Ruth Calloway spoke.", source, as_of=datetime(year, 3, 9))

    assert ("Secretary of State Ruth Calloway" in found) == (year == 2031)


def test_other_name_in_the_same_place() -> None:
    """Where a source says the same of somebody else, that is shown."""
    finding = findings("Ruth Calloway visited Oslo on Tuesday to inspect the helicopters.", SOURCE)["Oslo"]

    assert (finding.reason.code, finding.expected) == ("name.other", "Bergen")


def test_nothing_wrong_without_alignment() -> None:
    """A name that the sources don't have is not found, nothing more."""
    assert (
        findings("Ingrid Valdez sings in the choir of the town.", SOURCE)["Ingrid Valdez"].severity.value
        == "info"
    )


def test_question_contradicts_nothing() -> None:
    """What a reporter asks makes no name wrong."""
    transcript = Article(
        text="MR. KELL: Good day.\n\nQ: Did Minister Falk approve the long search?\n", kind="transcript"
    )
    found = findings("Minister Storm did approve the long search.", transcript)

    assert all(f.severity.value != "fix" for f in found.values())
