"""Units of measure and currencies."""

import pytest

from presscheck.text.currencies import is_currency
from presscheck.text.units import convert, dimension


@pytest.mark.parametrize(
    ("value", "unit", "to", "expected"),
    [
        (8, "mile", "kilometre", 12.87), (100, "celsius", "fahrenheit", 212), (1, "acre", "hectare", 0.405),
        (24, "month", "year", 2), (2, "ton", "kilogram", 1814.4), (40, "basis point", "percentage point", 0.4),
    ],
)  # fmt: skip
def test_units_of_one_dimension_convert(value: float, unit: str, to: str, expected: float) -> None:
    """Length, temperature, area, time, mass and points convert among themselves."""
    assert convert(value, unit, to) == pytest.approx(expected, rel=0.002)


def test_units_of_different_dimensions_do_not_convert() -> None:
    """Percent is no percentage point, and a mile no hour."""
    assert convert(4, "percent", "percentage point") is None
    assert convert(4, "mile", "hour") is None


def test_money_is_told_from_measures() -> None:
    """Codes and cents are money, with "per" or without; a counted noun has no dimension."""
    assert is_currency("USD per month")
    assert is_currency("cent")
    assert not is_currency("mile")
    assert dimension("troop") is None
