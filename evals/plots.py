"""Plots as SVG by matplotlib: reliability, precision and recall, misses and false alarms by kind."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import numpy as np

from presscheck.evals.labelled import Prediction
from presscheck.evals.mutate import Tally

INK, SOFT, CAUGHT, MISSED = "#444444", "#999999", "#2a7d4f", "#c23b22"


def reliability(predictions: Sequence[Prediction], bins: int = 10) -> str:
    """Plot the share that is truly supported against the score that was given; a perfect score lies on the diagonal."""
    labels, scores = _columns(predictions)
    which = np.minimum((scores * bins).astype(int), bins - 1)
    filled = sorted(set(which.tolist()))
    told = [float(scores[which == b].mean()) for b in filled]
    true = [float(labels[which == b].mean()) for b in filled]
    figure, axes = _square("score", "share supported")
    axes.plot([0, 1], [0, 1], color=SOFT, linewidth=1, linestyle="--")
    sizes = [20 + 200 * float((which == b).mean()) for b in filled]
    axes.plot(told, true, color=CAUGHT, linewidth=1.5)
    axes.scatter(told, true, s=sizes, color=CAUGHT)
    return _svg(figure)


def precision_recall(predictions: Sequence[Prediction]) -> str:
    """Plot precision against recall over all thresholds."""
    from sklearn.metrics import precision_recall_curve

    labels, scores = _columns(predictions)
    precision, recall, _ = precision_recall_curve(labels, scores)
    figure, axes = _square("recall", "precision")
    axes.step(recall, precision, where="post", color=CAUGHT, linewidth=1.5)
    return _svg(figure)


def by_kind(tallies: Sequence[Tally]) -> str:
    """Plot for each kind of mutation the share that was right: faults caught, controls left alone."""
    from matplotlib.figure import Figure

    rows = list(reversed(tallies))
    figure = Figure(figsize=(7.5, 0.6 + 0.27 * len(rows)), layout="constrained")
    axes = figure.subplots()
    shares = [100 * t.share for t in rows]
    axes.barh([t.kind for t in rows], shares, color=[CAUGHT if t.control else INK for t in rows], height=0.7)
    axes.barh([t.kind for t in rows], [100 - s for s in shares], left=shares, color=MISSED, height=0.7)
    axes.set_xlim(0, 100)
    axes.set_xlabel("% right (red: faults missed, controls flagged)")
    axes.tick_params(labelsize=8)
    return _svg(figure)


def _columns(predictions: Sequence[Prediction]) -> tuple[Any, Any]:
    labels = np.asarray([p.label for p in predictions], dtype=float)
    return labels, np.asarray([p.filled for p in predictions])


def _square(x: str, y: str) -> tuple[Any, Any]:
    from matplotlib.figure import Figure

    figure = Figure(figsize=(4.2, 4), layout="constrained")
    axes = figure.subplots()
    axes.set(xlim=(0, 1.02), ylim=(0, 1.02), xlabel=x, ylabel=y)
    return figure, axes


def _svg(figure: Any) -> str:  # noqa: ANN401 (matplotlib's figure)
    """Return the figure as SVG, without the day it was made and with fixed ids, so that equal plots are equal bytes."""
    import matplotlib as mpl

    with mpl.rc_context({"svg.hashsalt": "presscheck", "svg.fonttype": "none"}):
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, transparent=False)
    return out.getvalue()
