"""The examples of docs/dates.md hold."""

from datetime import datetime
from pathlib import Path

import pytest

from presscheck.chains.check.dates.compare import relation
from presscheck.text.dates import find_dates

PAGE = Path(__file__).parent.parent / "docs" / "dates.md"
PUBLISHED = datetime(2024, 10, 30)


def tables() -> list[list[list[str]]]:
    """Return the tables of the page as rows of cells, heads and rules left out."""
    blocks = [b.splitlines() for b in PAGE.read_text("utf-8").split("\n\n") if b.startswith("|")]
    return [[[c.strip() for c in line.strip("|").split("|")] for line in block[2:]] for block in blocks]


READING, PLACING, COMPARING = tables() if PAGE.exists() else ([], [], [])


@pytest.mark.parametrize("row", READING, ids=lambda row: row[0])
def test_the_table_of_readings_holds(row: list[str]) -> None:
    """Each text is read with the value, kind and grain that the page gives."""
    (date,) = find_dates(f"It was {row[0]}.")

    assert [date.value, date.kind, date.grain] == row[1:]


@pytest.mark.parametrize("row", PLACING, ids=lambda row: row[0])
def test_the_table_of_relative_dates_holds(row: list[str]) -> None:
    """Each is placed as the page says in a text of October 30, 2024."""
    (date,) = find_dates(f"The minister {row[0]}.", PUBLISHED)

    assert date.value == row[1]


@pytest.mark.parametrize("row", COMPARING, ids=lambda row: " / ".join(row[:2]))
def test_the_table_of_comparisons_holds(row: list[str]) -> None:
    """Each pair stands to each other as the page says."""
    (claim,), (source,) = (find_dates(f"It was at {words}.", PUBLISHED) for words in row[:2])

    assert relation(claim, source) == row[2]
