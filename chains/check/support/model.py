"""A small model read from a file: a logistic regression and boosted trees, their logits averaged, then calibrated.

`support.json` is made by `scripts/train_support.py`; every signal's weight can be read in it. The regression's weights
shift with how closely a text follows its sources, how short its sentences are, and how much the sources are talk (its
three *leanings*): in a summary that copies whole sentences, other things tell good from bad than in a single fact, and
what people say to each other is told again in other words.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

Tree = tuple[int, float, "Tree", "Tree"] | float
"""A leaf's value, or (signal's number, threshold, tree where it is at most that, tree where it is more)."""
CLIP = 4.0
"""A signal's standard deviations from its mean count up to this many."""
REFUTED = "refuted"
"""The signal that another check found something wrong."""
SCORE = "words.score"
"""The signal that sums the weights of the words that the evidence lacks."""


def leanings(signals: Mapping[str, float]) -> tuple[float, float, float]:
    """Return how closely a text follows its sources (-1 to 1.5), how short its sentences are, how spoken the sources.

    The last two lie between -1 and 1.
    """
    close = math.log1p(signals.get("run_density.mean", 0.0)) - 1
    short = (18 - signals.get("words.mean", 0.0)) / 10
    talk = math.log1p(100 * signals.get("spoken.mean", 0.0)) - 1
    return max(-1.0, min(1.5, close)), max(-1.0, min(1.0, short)), min(1.0, talk)


class Model:
    """Turns signals into a probability."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        self.words: dict[str, float] = data["words"]
        self.words_bias: float = data["words_bias"]
        self.logistic: dict[str, list[float]] = data["logistic"]
        self.bias: list[float] = data["bias"]
        self.numbers = {name: number for number, name in enumerate(self.logistic)}
        self.trees: Sequence[Tree] = [self._numbered(tree) for tree in data["trees"]]
        self.first: float = data["trees_first"]
        self.slope, self.shift = data["calibration"]

    def probability(self, signals: Mapping[str, float]) -> float:
        """Return the calibrated probability that all holds; a signal that is missing counts as 0.

        Where another check found a figure, quotation, speaker or date wrong, it is halved: below one half.
        """
        known = {**signals, SCORE: self._score(signals)}
        logit = self.slope * (self._linear(known) + self._boosted(known)) / 2 + self.shift
        probability = 1 / (1 + math.exp(-max(-30.0, min(30.0, logit))))
        return round(probability / 2 if signals.get(REFUTED) else probability, 4)

    def _score(self, signals: Mapping[str, float]) -> float:
        return self.words_bias + sum(self.words.get(name, 0.0) for name in signals)

    def _boosted(self, signals: Mapping[str, float]) -> float:
        total, values = self.first, [signals.get(name, 0.0) for name in self.numbers]
        for tree in self.trees:
            while isinstance(tree, tuple):
                number, threshold, low, high = tree
                tree = low if values[number] <= threshold else high
            total += tree
        return total

    def _numbered(self, tree: Any) -> Tree:  # noqa: ANN401
        """Return a tree as it is read, with the numbers of its signals in place of their names."""
        if not isinstance(tree, list):
            return float(tree)
        name, threshold, low, high = tree
        return self.numbers[name], threshold, self._numbered(low), self._numbered(high)

    def _linear(self, signals: Mapping[str, float]) -> float:
        close, short, talk = leanings(signals)
        total = sum(b * lean for b, lean in zip(self.bias, (1.0, close, short, talk), strict=True))
        known = signals.get
        for name, (mean, scale, weight, if_close, if_short, if_talk) in self.logistic.items():
            value = (known(name, 0.0) - mean) / scale
            value = CLIP if value > CLIP else -CLIP if value < -CLIP else value
            total += value * (weight + if_close * close + if_short * short + if_talk * talk)
        return total


@cache
def support_model() -> Model:
    """Return the model that ships with the package."""
    return Model(
        json.loads(files("presscheck.chains.check.support").joinpath("support.json").read_text("utf-8"))
    )
