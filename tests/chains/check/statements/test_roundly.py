"""What a statement tells plainly or roughly counts as told where the sources have it in figures."""

import pytest

from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.statements.roundly import roundly
from presscheck.chains.check.words.reading import Words


@pytest.mark.parametrize(
    ("claim", "source", "told"),
    [
        ("Ann Bell is 58 years old.", "Ann Bell, 58, from Leeds, won.", ["years", "old"]),
        ("Ann Bell, aged 58, won.", "Ann Bell, 58, from Leeds, won.", ["aged"]),
        ("Ann Bell is 58 years old.", "Ann Bell won 58 votes.", []),
        ("Ann Bell is 59 years old.", "Ann Bell, 58, from Leeds, won.", []),
        ("Thousands of accounts were closed.", "It closed 10,000 accounts.", ["Thousands"]),
        ("Thousands of accounts were closed.", "It closed 10 thousand accounts.", []),
        ("Thousands of accounts were closed.", "It closed 300 accounts.", []),
        ("Tens of thousands watched.", "It was viewed 50,000 times.", ["Tens", "thousands"]),
        ("Tens of thousands watched.", "It was viewed 2,000 times.", []),
        ("Millions watched.", "It was viewed by 3.5 million people.", []),
        ("Dozens watched.", "It was viewed by 48 people.", ["Dozens"]),
        ("Dozens watched.", "It was viewed by ² people.", []),
        ("The fire occurred in May.", "The fire was in May.", ["occurred"]),
    ],
)
def test_ages_round_amounts_and_bare_events(claim: str, source: str, told: list[str]) -> None:
    """Only where the figure fits, and only words that the sources lack."""
    words = Words(claim)

    assert [words.span(i, i) for i in sorted(roundly(words, Ground([Words(source)])))] == told
