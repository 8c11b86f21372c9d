"""Labelled claims from a local file: `{"id","source","claim","label"}` a line, or LLM-AggreFact's columns.

The label is 1 only where every part of the claim is supported. Nothing of the file is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from presscheck.chains.check import check_text
from presscheck.errors import UnreadableFile
from presscheck.evals.metrics import SUPPORT_METRICS, Score, with_interval
from presscheck.models import Frozen, text_hash

COLUMNS = {"doc": "source", "dataset": "set"}
"""LLM-AggreFact's names for ours (Tang et al. 2024)."""


class LabelledClaim(Frozen):
    """A claim with its source and label; `set` names the data set or domain it belongs to."""

    id: str
    source: str
    claim: str
    label: int
    set: str = "all"


class Prediction(Frozen):
    """What the check made of a claim: `support` from 0 to 1, None where nothing could be checked."""

    id: str
    set: str
    document: str
    label: int
    support: float | None
    verdict: str


def load(path: Path) -> Iterator[LabelledClaim]:
    """Read the rows one by one. Raises `UnreadableFile` naming the line."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _row(line, number, path)
    except (OSError, UnicodeDecodeError) as error:
        raise UnreadableFile(f"{path} can't be read: {error}") from error


def _row(line: str, number: int, path: Path) -> LabelledClaim:
    try:
        data: Mapping[str, Any] = {COLUMNS.get(key, key): value for key, value in json.loads(line).items()}
        known = {key: data[key] for key in LabelledClaim.model_fields if key in data}
        return LabelledClaim(**{"id": f"row-{number}", **known})
    except (ValueError, TypeError, AttributeError) as error:
        help_ = 'Each line is {"id", "source", "claim", "label"} or {"doc", "claim", "label", "dataset"}.'
        raise UnreadableFile(f"{path}:{number} is not a labelled claim.", help=help_) from error


def predict(rows: Iterable[LabelledClaim]) -> Iterator[Prediction]:
    """Check each claim against its source."""
    for row in rows:
        support = check_text(row.claim, [row.source]).support
        yield Prediction(
            id=row.id,
            set=row.set,
            document=text_hash(row.source)[:16],
            label=row.label,
            support=support,
            verdict="not_checkable"
            if support is None
            else "supported"
            if support >= 0.5
            else "not_supported",
        )


def scores(predictions: Iterable[Prediction]) -> dict[str, dict[str, Score]]:
    """Return each set's metrics with intervals by document; nothing checked counts as 0.5."""
    by_set: dict[str, list[Prediction]] = {}
    for prediction in predictions:
        by_set.setdefault(prediction.set, []).append(prediction)
    return {name: _metrics(rows) for name, rows in sorted(by_set.items())}


def _metrics(rows: list[Prediction]) -> dict[str, Score]:
    labels = [float(r.label) for r in rows]
    values = [0.5 if r.support is None else r.support for r in rows]
    documents = [r.document for r in rows]
    return {
        name: with_interval(metric, labels, values, documents) for name, metric in SUPPORT_METRICS.items()
    }
