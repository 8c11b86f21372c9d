"""British and American spelling are one word to compare."""

import pytest

from presscheck.text.house_spelling import american


@pytest.mark.parametrize(
    ("british", "american_way"),
    [
        ("labour", "labor"),
        ("neighbours", "neighbors"),
        ("kilometres", "kilometers"),
        ("centred", "centered"),
        ("travelled", "traveled"),
        ("counsellors", "counselors"),
        ("fulfil", "fulfill"),
        ("skilfully", "skillfully"),
        ("organisations", "organizations"),
        ("paralysed", "paralyzed"),
        ("defences", "defenses"),
        ("catalogue", "catalog"),
        ("paediatric", "pediatric"),
        ("manoeuvres", "maneuvers"),
        ("grey", "gray"),
        ("programme", "program"),
    ],
)
def test_both_ways_to_spell_a_word_are_brought_to_one(british: str, american_way: str) -> None:
    """A newspaper may spell a word its own way."""
    assert american(british) == american(american_way)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("filled", "filed"),
        ("scoured", "scored"),
        ("telling", "tiling"),
        ("polled", "poled"),
        ("tour", "tor"),
        ("prise", "price"),
        ("tonne", "ton"),
    ],
)
def test_different_words_stay_different(one: str, other: str) -> None:
    """A rule of spelling must not hide a changed word."""
    assert american(one) != american(other)
