"""Labelled claims from a local file: `{"id","source","claim","label"}` a line, or LLM-AggreFact's columns.

The label is 1 only where every part of the claim is supported. Nothing of the file is kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presscheck.chains.check import check_text
from presscheck.errors import UnreadableFile
from presscheck.evals.judged import Judged
from presscheck.evals.metrics import SUPPORT_METRICS, Score, with_interval
from presscheck.models import Engine, Frozen, Report, text_hash

if TYPE_CHECKING:
    from presscheck.llm import Model

THRESHOLD = 0.5
"""A claim with this score or more counts as supported."""
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
    """What the check made of a claim: a `score` from 0 to 1, None where nothing could be checked."""

    id: str
    set: str
    document: str
    label: int
    score: float | None
    verdict: str

    @property
    def filled(self) -> float:
        """The score; 0.5 where nothing could be checked."""
        return 0.5 if self.score is None else self.score

    @property
    def right(self) -> bool:
        """Whether the score lies on the label's side of 0.5."""
        return (self.filled >= THRESHOLD) == bool(self.label)


class LabelledResult(Frozen):
    """One run over labelled claims: each set's metrics with intervals, and what was made of each claim."""

    schema_version: int = 1
    engine: Engine
    sets: dict[str, dict[str, Score]]
    predictions: tuple[Prediction, ...]


def load(path: Path) -> Iterator[LabelledClaim]:
    """Read the rows one by one. Raises `UnreadableFile` naming the line."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield _row(line, number, path)
    except OSError as error:
        raise UnreadableFile(f"{path}: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(f"{path}: no text in UTF-8.") from error


def _row(line: str, number: int, path: Path) -> LabelledClaim:
    try:
        data: Mapping[str, Any] = {COLUMNS.get(key, key): value for key, value in json.loads(line).items()}
        known = {key: data[key] for key in LabelledClaim.model_fields if key in data}
        return LabelledClaim(**{"id": f"row-{number}", **known})
    except (ValueError, TypeError, AttributeError) as error:
        help_ = 'Each line is {"id", "source", "claim", "label"} or {"doc", "claim", "label", "dataset"}.'
        raise UnreadableFile(f"{path}:{number} is not a labelled claim.", help=help_) from error


def predict(rows: Iterable[LabelledClaim], model: Model | None = None) -> Iterator[tuple[Prediction, Judged]]:
    """Check each claim against its source; yield what came of it, short for a file and whole for a reader."""
    for row in rows:
        report = check_text(row.claim, [row.source], model=model)
        prediction = Prediction(
            id=row.id,
            set=row.set,
            document=text_hash(row.source)[:16],
            label=row.label,
            score=report.support,
            verdict=_verdict(report.support),
        )
        yield prediction, _judged(row, prediction, report)


def _verdict(support: float | None) -> str:
    if support is None:
        return "not_checkable"
    return "supported" if support >= THRESHOLD else "not_supported"


def _judged(row: LabelledClaim, prediction: Prediction, report: Report) -> Judged:
    expected = "supported" if row.label else "not_supported"
    return Judged(
        id=f"{row.set} {row.id}",
        text=row.claim,
        sources=(row.source,),
        expected=(expected,),
        came_out=tuple(f"{f.reason.code} on {f.claim.text!r}: {f.explanation}" for f in report.findings),
        wrong=() if prediction.right else (f"{prediction.verdict} ({prediction.filled:.3f})",),
    )


def scores(predictions: Iterable[Prediction]) -> dict[str, dict[str, Score]]:
    """Return each set's metrics with intervals by document; nothing checked counts as 0.5."""
    by_set: dict[str, list[Prediction]] = {}
    for prediction in predictions:
        by_set.setdefault(prediction.set, []).append(prediction)
    return {name: _metrics(rows) for name, rows in sorted(by_set.items())}


def _metrics(rows: list[Prediction]) -> dict[str, Score]:
    labels = [float(r.label) for r in rows]
    values = [r.filled for r in rows]
    documents = [r.document for r in rows]
    return {
        name: with_interval(metric, labels, values, documents) for name, metric in SUPPORT_METRICS.items()
    }
