"""The check of figures against sources; the cases by reason stand in evals/golden/figures-check.jsonl."""

import pytest

from presscheck.chains.check import check_text
from presscheck.chains.check.figures.check import check
from presscheck.models import Finding

SOURCE = (
    "The weather service expects fog until Thursday. The harbour of Aldport lost 340 boats in the storm, the authority said "
    "on Monday. A spokeswoman would not comment on the letter."
)


def findings(text: str, *sources: str) -> list[Finding]:
    """Run the check of figures alone."""
    return list(check_text(text, sources, checks=[check]).findings)


def test_evidence_is_the_place_in_the_source() -> None:
    """The evidence holds the characters of the source's own figure."""
    (finding,) = findings("The storm cost the harbour of Aldport 340 boats.", SOURCE)

    assert finding.reason.code == "figure.match"
    assert (
        SOURCE[finding.evidence[0].start : finding.evidence[0].end] == finding.evidence[0].text == "340 boats"
    )


def test_a_wrong_value_comes_with_the_right_one() -> None:
    """A contradiction shows what the source has."""
    (finding,) = findings("The harbour of Aldport lost 430 boats in the storm.", SOURCE)

    assert (finding.reason.code, finding.expected) == ("figure.value", "340 boats")


def test_a_figure_about_another_thing_is_no_contradiction() -> None:
    """A value that nothing in the sources speaks of is not found, whatever other values they hold."""
    (finding,) = findings("The museum drew 9,200 visitors in spring.", SOURCE)

    assert finding.reason.code == "figure.not_found"


def test_the_text_is_told_of_its_own_contradictions_without_sources() -> None:
    """Arithmetic within the text needs no source; the evidence is the text."""
    text = "The tunnel is 8 miles (20 kilometers) long."
    finding = next(f for f in findings(text) if f.reason.code == "figure.arithmetic")

    assert [text[e.start : e.end] for e in finding.evidence] == ["8 miles"]
    assert finding.proof


@pytest.mark.parametrize(
    ("text", "slips"),
    [
        ("Traffic on the pass doubled, from 40 trucks to 70 trucks a day.", ["doubled"]),
        ("Losses tripled from $30 million to $50 million.", ["tripled"]),
        ("Output halved, from 80 tons to 60 tons.", ["halved"]),
        ("Traffic on the pass nearly doubled, from 40 trucks to 70 trucks a day.", []),
        ("Traffic on the pass more than doubled, from 40 trucks to 110 trucks a day.", []),
        ("Output halved, from 80 tons to 41 tons.", []),
    ],
)
def test_a_doubling_that_falls_short_contradicts_the_text(text: str, slips: list[str]) -> None:
    """To say "doubled" beside "from 40 to 70" does not follow; going nearly as far, or further, does."""
    assert [f.claim.text for f in findings(text) if f.reason.code == "figure.arithmetic"] == slips


def test_exactly_leaves_no_room_for_rounding() -> None:
    """What is told as exact must be equal."""
    source = "The bridge across the Lier cost $398.7 million, according to the final accounts."
    bare, exact = (
        next(
            f
            for f in findings(f"The bridge across the Lier cost {told}.", source)
            if f.claim.kind == "figure"
        )
        for told in ("$400 million", "exactly $400 million")
    )

    assert (bare.reason.code, exact.reason.code) == ("figure.rounded", "figure.value")


def test_figures_in_a_quotation_that_was_found_are_left_to_the_check_of_quotations() -> None:
    """One finding a thing: the words of a quotation are checked as words."""
    source = f"{SOURCE} “We lost 340 boats in one night,” harbour master Jane Holt said."
    report = check_text("“We lost 340 boats in one night,” harbour master Jane Holt said.", [source])

    assert [f for f in report.findings if f.claim.kind == "figure"] == []
