"""The examples of docs/figures.md hold."""

from pathlib import Path

import pytest

from presscheck.chains.check.figures.relation import relate
from presscheck.text.figures import find_figures

PAGE = Path(__file__).parent.parent / "docs" / "figures.md"


def tables() -> list[list[list[str]]]:
    """Return the tables of the page as rows of cells, heads and rules left out."""
    blocks = [b.splitlines() for b in PAGE.read_text("utf-8").split("\n\n") if b.startswith("|")]
    return [[[c.strip() for c in line.strip("|").split("|")] for line in block[2:]] for block in blocks]


READING, COMPARING = tables()[:2] if PAGE.exists() else ([], [])


@pytest.mark.parametrize("row", READING, ids=lambda row: row[0])
def test_the_table_of_readings_holds(row: list[str]) -> None:
    """Each text is read with the value, unit, bound, change and kind that the page gives."""
    figure = find_figures(row[0])[0]
    read = [
        f"{figure.low:.15g}",
        f"{figure.high:.15g}",
        figure.unit,
        figure.bound,
        figure.change or "",
        figure.kind,
    ]

    assert read == row[1:]


@pytest.mark.parametrize("row", COMPARING, ids=lambda row: " / ".join(row[:2]))
def test_the_table_of_comparisons_holds(row: list[str]) -> None:
    """Each pair has the verdict that the page gives."""
    relation = relate(find_figures(row[0])[0], find_figures(row[1])[0])

    assert (relation.reason.code if relation else "not compared") == row[2]
