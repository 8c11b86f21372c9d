"""The rule that parts lawful, altered, spliced, paraphrased and absent."""

import pytest

from presscheck.chains.check.quotes.compare import compare
from presscheck.chains.check.quotes.pieces import sayings
from presscheck.chains.check.quotes.rule import classify
from presscheck.chains.check.quotes.spoken import Spoken

SAID = (
    "We will rebuild the north pier before the winter storms arrive. I do not think that the old crane can be saved. "
    "The divers looked at every pillar, and we will publish their report on Friday."
)


@pytest.mark.parametrize(
    ("quotation", "reason"),
    [
        ("We will rebuild the north pier before the winter storms arrive.", "quote.adjusted"),
        ("before the winter storms", "quote.adjusted"),
        ("We will … arrive", "quote.adjusted"),
        ("We will rebuild the old pier before the winter storms arrive", "quote.altered"),
        ("We will rebuild the north pier before the rains", "quote.altered"),
        ("I think that the old crane can be saved", "quote.negation_lost"),
        ("I do not think that the old crane can never be saved", "quote.negation_lost"),
        ("On Friday we publish the report of divers who looked at each pillar", "quote.paraphrase"),
        ("The minister likes tea with her breakfast", None),
        ("We will fight for every job in this country", None),
    ],
)
def test_the_rule(quotation: str, reason: str | None) -> None:
    """Each kind of change has its reason; another utterance has none."""
    (saying,) = sayings(quotation, [(0, len(quotation))])
    found = compare(saying, Spoken(SAID))

    code = classify(found[0]) if found else None
    assert (code.code if code else None) == reason
