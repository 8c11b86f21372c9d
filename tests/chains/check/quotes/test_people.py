"""Speakers named by a title or another name that the desk's `people.toml` tells."""

from datetime import datetime
from pathlib import Path

import pytest

import presscheck as pc
from presscheck.models import Report

PEOPLE = """
[[person]]
name = "Tomas Okafor"
aliases = ["Iron Tom"]
titles = [{ title = "coast guard chief", from = 2030-01-01, to = 2031-12-31 }]

[[person]]
name = "Helga Stein"
titles = [{ title = "coast guard chief", from = 2032-01-01 }]
"""
BRIEFING = pc.Article(
    text="ADM. OKAFOR:  The water is cold, and time is short.\n\nQ  Any survivors?\n\nCMDR. STEIN:  We are still "
    "looking for the second life raft.\n\nQ  Thank you.",
    kind="transcript",
    complete="yes",
    title="Coast guard briefing",
    published=datetime(2031, 5, 2),
)


@pytest.fixture
def desk(tmp_path: Path) -> pc.Desk:
    """Give a desk with one briefing and a file of people."""
    desk = pc.Desk(tmp_path / "desk")
    desk.add(BRIEFING)
    (desk.path / "people.toml").write_text(PEOPLE, encoding="utf-8")
    return desk


def speaker(report: Report) -> str:
    """Return the reason of the one finding on a speaker."""
    (finding,) = [f for f in report.findings if f.claim.kind == "attribution"]
    return finding.reason.code


@pytest.mark.parametrize(
    ("who", "reason"),
    [
        ("Iron Tom", "speaker.match"),
        ("The coast guard chief", "speaker.match"),
        ("Okafor", "speaker.match"),
        ("Helga Stein", "speaker.wrong"),
    ],
)
def test_a_title_or_alias_leads_to_the_person(desk: pc.Desk, who: str, reason: str) -> None:
    """Whoever is named in the way that the file tells is held against who has the floor."""
    draft = pc.Article(
        text=f"{who} said, “The water is cold, and time is short.”", published=datetime(2031, 5, 3)
    )

    assert speaker(desk.check(draft)) == reason


def test_a_title_leads_to_its_holder_of_the_day(desk: pc.Desk) -> None:
    """A year later somebody else holds the title, and did not say it."""
    draft = pc.Article(
        text="The coast guard chief said, “The water is cold, and time is short.”",
        published=datetime(2032, 5, 3),
    )

    assert speaker(desk.check(draft)) == "speaker.wrong"


def test_the_file_does_the_same_for_sources_given_by_hand(desk: pc.Desk) -> None:
    """A desk and sources by hand answer alike, and the report names the entries that it was made by."""
    draft = pc.Article(text="“We are still looking for the second life raft,” Iron Tom said.")
    by_hand = pc.check_text(draft, [BRIEFING], people=desk.path / "people.toml")

    assert speaker(by_hand) == speaker(desk.check(draft)) == "speaker.wrong"
    assert by_hand.engine.settings["people"] == desk.check(draft).engine.settings["people"]


def test_an_unsure_pronoun_is_a_look() -> None:
    """Where "he" may mean either of two people named, the other one's words are a look and no fault."""
    draft = pc.Article(
        text="Adm. Okafor answered after Cmdr. Stein had spoken. “We are still looking for the second life raft,” he said."
    )

    (finding,) = [f for f in pc.check_text(draft, [BRIEFING]).findings if f.claim.kind == "attribution"]

    assert (finding.reason.code, finding.severity.value) == ("speaker.wrong", "look")


def test_a_joint_statement_fits_either() -> None:
    """Words given to two people are right if one of them said them."""
    draft = pc.Article(
        text="“The water is cold, and time is short,” Okafor and Brandt said in a joint statement."
    )

    assert speaker(pc.check_text(draft, [BRIEFING])) == "speaker.match"
