"""Metrics with their intervals. scikit-learn and scipy do the statistics; this module only says what is counted.

Intervals are 95 % bootstrap intervals, drawn by document: rows that share a document stay together, since they are not
independent (Efron and Tibshirani 1993, ch. 8).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn import metrics as sk

from presscheck.models import Frozen

Floats = NDArray[np.float64]
Metric = Callable[[Floats, Floats], float]
DRAWS = 400


class Score(Frozen):
    """A metric's value from 0 to 1 and its 95 % interval; all None where it is not defined (say, only one class)."""

    value: float | None
    low: float | None = None
    high: float | None = None

    def __str__(self) -> str:
        if self.value is None:
            return "–"
        return f"{100 * self.value:.1f} [{100 * (self.low or 0):.1f}, {100 * (self.high or 0):.1f}]"


def balanced_accuracy(labels: Floats, scores: Floats) -> float:
    """Return the mean of the two classes' recalls at the threshold 0.5."""
    return float(sk.balanced_accuracy_score(labels, scores >= 0.5))


def auc(labels: Floats, scores: Floats) -> float:
    """Return the area under the ROC curve."""
    return float(sk.roc_auc_score(labels, scores))


def precision(labels: Floats, scores: Floats) -> float:
    """Return the precision at 0.5."""
    return float(sk.precision_score(labels, scores >= 0.5, zero_division=0.0))


def recall(labels: Floats, scores: Floats) -> float:
    """Return the recall at 0.5."""
    return float(sk.recall_score(labels, scores >= 0.5, zero_division=0.0))


def f1(labels: Floats, scores: Floats) -> float:
    """Return F1 at 0.5."""
    return float(sk.f1_score(labels, scores >= 0.5, zero_division=0.0))


def calibration_error(labels: Floats, scores: Floats, bins: int = 10) -> float:
    """Return the expected calibration error over bins of equal width (Naeini et al. 2015)."""
    which = np.minimum((scores * bins).astype(int), bins - 1)
    gaps = [
        abs(labels[which == b].mean() - scores[which == b].mean()) * (which == b).mean()
        for b in set(which.tolist())
    ]
    return float(sum(gaps))


def mean(labels: Floats, _: Floats) -> float:
    """Return the mean of the first column: a share, where it holds zeros and ones."""
    return float(labels.mean())


SUPPORT_METRICS: dict[str, Metric] = {
    "balanced accuracy": balanced_accuracy,
    "AUC": auc,
    "precision": precision,
    "recall": recall,
    "F1": f1,
    "calibration error": calibration_error,
}


def with_interval(
    metric: Metric,
    labels: Sequence[float],
    scores: Sequence[float],
    documents: Sequence[str],
    *,
    seed: int = 0,
) -> Score:
    """Return the metric and its interval; draws in which it is not defined are left out."""
    y, s = np.asarray(labels, dtype=float), np.asarray(scores, dtype=float)
    value = _defined(metric, y, s)
    if value is None:
        return Score(value=None)
    rng = np.random.default_rng(seed)
    names, inverse = np.unique(np.asarray(documents), return_inverse=True)
    rows_of = [np.flatnonzero(inverse == i) for i in range(len(names))]
    drawn = (
        np.concatenate([rows_of[i] for i in rng.integers(0, len(names), len(names))]) for _ in range(DRAWS)
    )
    values = [v for rows in drawn if (v := _defined(metric, y[rows], s[rows])) is not None]
    low, high = np.percentile(values, [2.5, 97.5])
    return Score(value=round(value, 6), low=round(float(low), 6), high=round(float(high), 6))


def _defined(metric: Metric, labels: Floats, scores: Floats) -> float | None:
    two_classes = metric in (balanced_accuracy, auc)
    if not len(labels) or (two_classes and len(set(labels.tolist())) < 2):
        return None
    return metric(labels, scores)
