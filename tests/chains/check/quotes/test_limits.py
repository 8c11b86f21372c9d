"""What is left off around or inside a quotation."""

import pytest

from presscheck.chains.check.quotes.compare import compare
from presscheck.chains.check.quotes.limits import left_off
from presscheck.chains.check.quotes.pieces import sayings
from presscheck.chains.check.quotes.spoken import Spoken


def limit(said: str, quotation: str, outside: str = "Vale said") -> tuple[str, bool] | None:
    """Return what was left off and whether a "not" was cut out of what is quoted."""
    (saying,) = sayings(quotation, [(0, len(quotation))])
    found = left_off(compare(saying, Spoken(said))[0], outside)
    return (found.text, found.fatal) if found else None


@pytest.mark.parametrize(
    ("said", "quotation", "shown"),
    [
        ("We open in May unless the roof leaks.", "We open in May", "unless the roof leaks"),
        ("We open in May, but only if the roof holds.", "We open in May", "but only if the roof holds"),
        ("We open in May as long as the roof holds.", "We open in May", "as long as the roof holds"),
        ("If the roof holds, we open in May.", "we open in May", "If the roof holds,"),
        ("I do not think that we open in May.", "we open in May", "do not think that"),
        ("We are not ready to open.", "ready to open", "We are not"),
        ("We open, if the roof holds, in May.", "We open … in May", "if the roof holds"),
    ],
)
def test_what_limits_is_shown(said: str, quotation: str, shown: str) -> None:
    """A condition, or a "not" in front, that was left off comes back in its own words, to be looked at."""
    assert limit(said, quotation) == (shown, False)


@pytest.mark.parametrize(
    ("said", "quotation"),
    [
        ("We do not want to open.", "We do … want to open"),
        ("We do not want to open.", "We do … to open"),
        (
            "The roof was repaired and it was never safe to open.",
            "The roof was repaired and it was … safe to open",
        ),
    ],
)
def test_a_hidden_not_turns_the_sense(said: str, quotation: str) -> None:
    """A "not" of the clause that is quoted, hidden by an ellipsis, is no matter of taste."""
    found = limit(said, quotation)

    assert found
    assert found[1]


@pytest.mark.parametrize(
    ("said", "quotation", "outside"),
    [
        ("We open in May and close in June.", "We open in May", "Vale said"),
        ("We do not know if we open in May.", "We do not know", "Vale said"),
        ("We open in May unless the roof leaks.", "We open in May", "Vale said, unless the roof leaks"),
        ("We are not ready to open.", "ready to open", "Vale denied that they were"),
        ("We open in May. Unless you ask me.", "We open in May", "Vale said"),
        (
            "We are ready. They will not come. So we open in May.",
            "We are ready … So we open in May",
            "Vale said",
        ),
        ("We, like all of us who love the sea, open in May.", "We … open in May", "Vale said"),
    ],
)
def test_nothing_is_said_of_what_does_not_limit(said: str, quotation: str, outside: str) -> None:
    """Other clauses, what the draft itself tells, and whole sentences that an ellipsis hides are left alone."""
    assert limit(said, quotation, outside) is None
