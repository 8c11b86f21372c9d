"""The retrieval suite: questions in other words than the sources', over the sources of all chat sets in one desk on disk.

A row holds if one of the first `k` passages has its words. The passages are found as a desk finds them, by words and by
meaning.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from presscheck.evals.chat import source_sets
from presscheck.evals.judged import Judged, Suite
from presscheck.evals.rows import golden_lines
from presscheck.models import Evidence, Frozen
from presscheck.vectorstore.intake import Intake
from presscheck.vectorstore.search import search
from presscheck.vectorstore.store import Store


class RetrievalRow(Frozen):
    """A query, and words of the passage that must be among the first `k`."""

    id: str
    query: str
    find: str
    k: int = 5


class _Desk:
    """The sources on disk, in a folder that goes with this object."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="presscheck-retrieval-")
        self._store = Store(Path(self._folder.name) / "desk")
        intake = Intake(self._store)
        for articles in source_sets().values():
            for article in articles:
                intake.take(article)
        intake.finish()

    def judge(self, row: RetrievalRow) -> Judged:
        """Search, and tell whether the words stand in what was found."""
        return judged(row, search(self._store, row.query, row.k))


def suite() -> Suite:
    """Return the queries as a suite."""
    return Suite(load_queries(), _Desk().judge)


def load_queries() -> list[RetrievalRow]:
    """Return the rows that come with the package."""
    return [RetrievalRow.model_validate_json(line) for line in golden_lines("retrieval.jsonl")]


def judged(row: RetrievalRow, found: list[Evidence]) -> Judged:
    """Tell whether the words stand in what was found."""
    rank = next((n for n, evidence in enumerate(found, 1) if row.find in evidence.text), None)
    return Judged(
        id=row.id,
        text=row.query,
        expected=(row.find,),
        came_out=tuple(evidence.text for evidence in found),
        wrong=() if rank else (f"{row.find!r} is not among the first {row.k} passages",),
        measures={"reciprocal rank": 1 / rank if rank else 0.0},
    )
