"""Every golden row holds, and the rows ask for and forbid every reason code."""

from collections import Counter
from collections.abc import Iterable

import pytest

from presscheck.evals.judging import failures, load_rows
from presscheck.evals.rows import CheckRow, ExpectedFinding, Row
from presscheck.reasons import Reason

FEWEST = 800
MUST, MUST_NOT = 8, 3
"""Rows in which each reason code must come out, and near misses in which it must not."""
CHECKS = [row for row in load_rows() if isinstance(row, CheckRow)]


@pytest.mark.parametrize("row", load_rows(), ids=lambda row: row.id)
def test_golden_row_holds(row: Row) -> None:
    """What the row asks for comes out, and nothing that it forbids."""
    assert failures(row) == []


def test_rows_are_many() -> None:
    """There are at least as many rows as were promised."""
    assert len(load_rows()) >= FEWEST


def rows_that_name(items: Iterable[tuple[ExpectedFinding, ...]]) -> Counter[str | None]:
    """Count in how many rows each code is named."""
    return Counter(code for found in items for code in {item.reason for item in found})


def test_each_reason_must_come_out_in_enough_rows() -> None:
    """Each reason code is asked for in at least eight rows."""
    asked = rows_that_name(row.expect for row in CHECKS)
    assert {r.code: asked[r.code] for r in Reason if asked[r.code] < MUST} == {}


def test_each_reason_must_not_come_out_in_enough_near_misses() -> None:
    """Each reason code is forbidden by name in at least three rows."""
    forbidden = rows_that_name(row.absent for row in CHECKS)
    assert {r.code: forbidden[r.code] for r in Reason if forbidden[r.code] < MUST_NOT} == {}
