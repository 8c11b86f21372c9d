"""Every golden row holds."""

import pytest

from presscheck.evals.judging import failures, load_rows
from presscheck.evals.rows import Row


@pytest.mark.parametrize("row", load_rows(), ids=lambda row: row.id)
def test_golden_row_holds(row: Row) -> None:
    """What the row asks for comes out, and nothing that it forbids."""
    assert failures(row) == []
