"""A small model read from a file: a logistic regression and boosted trees, their logits averaged, then calibrated.

`support.json` is made by `scripts/train_support.py`; every signal's weight can be read in it.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

Tree = list[Any] | float
"""A leaf's value, or [signal, threshold, tree where it is at most that, tree where it is more]."""


class Model:
    """Turns signals into a probability."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.logistic: dict[str, list[float]] = data["logistic"]
        self.bias: float = data["bias"]
        self.trees: Sequence[Tree] = data["trees"]
        self.first: float = data["trees_first"]
        self.slope, self.shift = data["calibration"]

    def probability(self, signals: Mapping[str, float]) -> float:
        """Return the calibrated probability that all holds; a signal that is missing counts as 0."""
        linear = self.bias
        for name, (mean, scale, weight) in self.logistic.items():
            linear += weight * max(-4.0, min(4.0, (signals.get(name, 0.0) - mean) / scale))
        boosted = self.first + sum(_leaf(tree, signals) for tree in self.trees)
        logit = self.slope * (linear + boosted) / 2 + self.shift
        return round(1 / (1 + math.exp(-max(-30.0, min(30.0, logit)))), 4)


def _leaf(tree: Tree, signals: Mapping[str, float]) -> float:
    while isinstance(tree, list):
        name, threshold, low, high = tree
        tree = low if signals.get(name, 0.0) <= threshold else high
    return tree


@cache
def support_model() -> Model:
    """Return the model that ships with the package."""
    return Model(json.loads(files("presscheck.chains.check").joinpath("support.json").read_text("utf-8")))
