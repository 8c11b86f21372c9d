"""Words of kinship beside a name."""

from __future__ import annotations

import pytest

from presscheck.text.relatives import relatives


@pytest.mark.parametrize(
    ("sentence", "kin", "owner"),
    [
        ("She runs the shop with her sister, Dora.", "sister", "her"),
        ("She runs the shop with mum Dora.", "mum", ""),
        ("Falk's younger brother Dora agreed.", "younger brother", "falk's"),
        ("Dora, his late wife, agreed.", "wife", "his"),
        ("She runs the shop with falk 's mum , Dora .", "mum", "falk 's"),
        ("She thanked Mother Dora.", None, None),
        ("He thanked Dora, his wife and two friends.", None, None),
        ("The sister of Dora agreed.", None, None),
    ],
)
def test_the_word_beside_the_name_is_read(sentence: str, kin: str | None, owner: str | None) -> None:
    start = sentence.index("Dora")
    found = next(relatives(sentence, start, start + 4), None)
    assert (found and found.text) == kin
    assert (found and found.owner) == owner
