"""When one name is another misspelt, and when it isn't."""

from __future__ import annotations

import pytest

from presscheck.chains.check.names.spelling import is_misspelt, is_variant

SLIPS = [
    ("Pat Rider", "Pat Ryder"), ("Rider", "Ryder"), ("Zelensyk", "Zelensky"), ("Ukriane", "Ukraine"),
    ("Greeta Lindqvist", "Greta Lindqvist"), ("Depatment of Labor", "Department of Labor"),
]  # fmt: skip
OTHERS = [
    ("Jon Marwick", "John Marwick"), ("Iran", "Iraq"), ("Austria", "Australia"), ("Anna Weller", "Boris Keller"),
    ("Russians", "Russian"), ("Pennsylvanians", "Pennsylvania"), ("Kim", "Tim"), ("SBICs", "SBLCs"),
]  # fmt: skip
VARIANTS = [
    ("Volodymyr Zelensky", "Volodymyr Zelenskyy"), ("Kiev", "Kyiv"), ("Mohammed Saleh", "Muhammad Saleh"),
    ("José Ibáñez", "Jose Ibanez"), ("Hizballah", "Hezbollah"), ("Bashar Assad", "Bashar al-Assad"),
    ("Council of Advisers", "Council of Advisors"), ("Århus", "Aarhus"), ("Göran Müller", "Goeran Mueller"), ("Lyudmila Sokova", "Ludmila Sokova"),
    ("Jean Paul Roux", "Jean-Paul Roux"), ("Sergei Ivanov", "Sergey Ivanov"),
]  # fmt: skip


@pytest.mark.parametrize(("wrong", "right"), SLIPS)
def test_slip(wrong: str, right: str) -> None:
    """A letter or two wrong in one word is a misspelling."""
    assert is_misspelt(wrong, right)


@pytest.mark.parametrize(("one", "another"), OTHERS)
def test_another_name(one: str, another: str) -> None:
    """Other people, other countries, plurals and abbreviations are no misspellings."""
    assert not is_misspelt(one, another)


@pytest.mark.parametrize(("one", "another"), VARIANTS)
def test_variant(one: str, another: str) -> None:
    """Two ways of putting one name into Latin letters are neither misspelt nor different."""
    assert is_variant(one, another)
    assert not is_misspelt(one, another)


def test_a_slip_in_an_ending_is_no_plural() -> None:
    """A people's name with a wrong letter in its ending is a slip, its plural is not."""
    assert is_misspelt("Americen", "American")
    assert not is_misspelt("Americans", "American")
    assert not is_misspelt("Pennsylvanian", "Pennsylvania")
    assert is_misspelt("South Caroline", "South Carolina")
