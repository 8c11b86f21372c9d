"""A statement is called sourced only where its names and days stand where the sources tell the rest."""

from __future__ import annotations

import pytest

from presscheck import check_text
from presscheck.models import Finding

ARTICLE = (
    "The museum at Tarnby reopened on Saturday after two years of repairs. Ingrid Solheim cut the ribbon. The new hall "
    "was designed by Peter Okonjo, who grew up in the harbour quarter. The roof is made of glass. The choir of the town "
    "sang on the square. Its members come from three parishes. The harbour band played as well. Rain came after midnight. "
    "On Tuesday the mayor, Dora Finch, received guests from Ostrava. Miriam Castell once wrote a novel about the harbour."
)


def _statement(text: str) -> Finding:
    return next(f for f in check_text(text, sources=[ARTICLE]).findings if f.claim.kind == "statement")


@pytest.mark.parametrize(
    "text",
    [
        "Peter Okonjo designed the new hall of the museum.",
        "Guests from Ostrava were received by the mayor on Tuesday.",
        "The museum reopened on Saturday, and Ingrid Solheim cut the ribbon.",
    ],
)
def test_names_and_days_in_their_place_are_sourced(text: str) -> None:
    """A right sentence in other words than the source's is called sourced."""
    assert _statement(text).reason.code == "statement.supported"


@pytest.mark.parametrize(
    ("text", "stray"),
    [
        ("Miriam Castell designed the new hall of the museum.", "Miriam Castell"),
        ("Guests from Ostrava were received by the mayor on Saturday.", "Saturday"),
        ("The museum reopened on Saturday, and Dora Finch cut the ribbon.", "Dora Finch"),
    ],
)
def test_a_name_or_day_of_another_sentence_is_named(text: str, stray: str) -> None:
    """What stands elsewhere in the sources is told with the words, and the statement is not called sourced."""
    finding = _statement(text)
    assert finding.reason.code != "statement.supported"
    assert finding.severity == "fix" or stray in finding.explanation


def test_a_sentence_with_a_wrong_figure_is_not_sourced() -> None:
    """What another check calls wrong is not called sourced beside it."""
    report = check_text(
        "The new hall cost 19 million crowns.",
        sources=["The new hall cost 14 million crowns. It was designed by Peter Okonjo."],
    )
    reasons = {f.reason.code for f in report.findings}
    assert "figure.value" in reasons
    assert "statement.supported" not in reasons


def test_a_denial_of_another_source_takes_nothing_back() -> None:
    """What begins another source, or calls a thing wrong by the way, denies nothing."""
    sold, other = (
        "The mayor sold the harbour land to his cousin in May.",
        "That is simply not true. It opens on Monday.",
    )
    draft = "The mayor had sold land at the harbour to a cousin."
    apart, joined = (
        {f.reason.code for f in check_text(draft, sources=sources).findings}
        for sources in ([sold, other], [f"{sold} {other}"])
    )
    assert "source.denied" not in apart
    assert "source.denied" in joined
