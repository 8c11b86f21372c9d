"""The rule of rounding and hedges."""

import pytest

from presscheck.chains.check.figures.relation import relate
from presscheck.text.figures import find_figures

CASES = [
    ("nearly $400 million", "$398.7 million", "figure.rounded"),
    ("more than $400 million", "$398.7 million", "figure.bound"),
    ("about 10,000 tons", "10,200 tons", "figure.rounded"),
    ("about 10,000 tons", "13,000 tons", "figure.value"),
    ("$400 million", "$398.7 million", "figure.rounded"),
    ("12 people", "13 people", "figure.value"),
    ("500 sanctions", "more than 500 sanctions", "figure.match"),
    ("more than 500 sanctions", "500 sanctions", "figure.bound"),
    ("more than 57 countries", "more than 75 countries", "figure.value"),
    ("$398.7 billion", "$398.7 million", "figure.scale"),
    ("4 percent", "4 percentage points", "figure.points"),
    ("€300 million", "$300 million", "figure.currency"),
    ("300 miles", "300 kilometres", "figure.unit"),
    ("8 miles", "13 kilometres", "figure.derived"),
    ("80 percent", "12 of the 15 systems", "figure.derived"),
    ("$1.2bn", "$1,200 million", "figure.match"),
    ("50 cents", "$0.50", "figure.derived"),
    ("about 870,000 cases", "868,000 cases", "figure.rounded"),
    ("about 840,000 cases", "868,000 cases", "figure.value"),
    ("roughly 940,000 cases", "roughly 900,000 cases", "figure.value"),
    ("more than 665 homes", "more than 675 homes", "figure.value"),
    ("1,699,934,975 dollars", "1,699,934,795 dollars", "figure.value"),
    ("199 seats", "112 of the 199 seats", "figure.match"),
    ("more than half of the seats", "112 of the 199 seats", "figure.derived"),
    ("fewer than half of the seats", "112 of the 199 seats", "figure.bound"),
    ("at least $4 billion", "$3-4 billion", "figure.bound"),
    ("from 120 to 250 places", "from 150 to 250 places", "figure.value"),
    ("over 10 years", "10 years", "figure.match"),
    ("3 percent", "3 points", "figure.points"),
    ("20,000 pounds in damages", "£20,000", "figure.match"),
]


@pytest.mark.parametrize(("claim", "source", "reason"), CASES)
def test_relation(claim: str, source: str, reason: str) -> None:
    """A claimed figure stands to a source's figure for the same thing as the documented rules say."""
    relation = relate(find_figures(claim)[0], find_figures(source)[0])

    assert relation is not None
    assert relation.reason.code == reason


@pytest.mark.parametrize(
    ("claim", "source"),
    [("35 percent", "$35 million"), ("105 people", "more than 100 people"), ("3 miles", "4 officers")],
)
def test_figures_that_cannot_be_compared(claim: str, source: str) -> None:
    """Another kind of unit, or a hedge that leaves room for the exact value, neither bears out nor contradicts."""
    relation = relate(find_figures(claim)[0], find_figures(source)[0])

    assert relation is None
