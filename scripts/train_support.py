"""Train `chains/check/support.json` on labelled (source, claim) pairs, and say how good it is.

    python scripts/train_support.py FOLDER [--write] [--drop REGEX] [--cache FILE]

`FOLDER` holds `*.jsonl` with `{"source", "claim", "label", "meta"}`. Scores are cross-validated by document (no source
is in training and test at once), with the classes weighed equally within each set and each of its domains or origins.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.model import Model
from presscheck.chains.check.signals import Signals, text_signals
from presscheck.chains.check.sources import Sources
from presscheck.chains.check.support import checkable, signals_of
from presscheck.models import Article
from presscheck.vectorstore.library import MemoryLibrary

WEIGHTS = {
    "summedits": 0.32, "frank cnndm": 1.0, "frank xsum": 0.1, "cliff cnndm": 0.3, "cliff xsum": 0.1, "ragtruth": 0.4,
}  # fmt: skip
"""How much a set, or a part of one, counts beside the others, which count 1: less where it has few rows of a class."""
CLIP = 4.0
Row = dict[str, Any]
Predict = Callable[[Any], Any]


def read(folder: Path) -> list[Row]:
    """Return the rows, each with its set, its part of the set, and its document."""
    rows = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            row["set"], meta = path.stem.rpartition("_")[0], row["meta"]
            row["part"] = meta.get("domain") or meta.get("origin") or ""
            row["document"] = meta.get("article") or row["source"]
            rows.append(row)
    return rows


def all_signals(rows: Sequence[Row]) -> dict[str, Signals]:
    """Return the signals of each row, by its id."""
    by_source: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_source[row["source"]].append(row)
    found = {}
    for source, group in by_source.items():
        library = MemoryLibrary([Article(text=source)])
        shared = None
        for row in group:
            draft = Draft(Article(text=row["claim"]))
            shared = shared or Sources(library, draft)
            found[row["id"]] = text_signals([signals_of(s, shared) for s in checkable(draft)])
    return found


def weigh(rows: Sequence[Row]) -> Any:  # noqa: ANN401
    """Return a weight a row: the classes equal within each part of each set, the parts as in `WEIGHTS`."""
    counts = Counter((r["set"], r["part"], r["label"]) for r in rows)
    raw = [
        WEIGHTS.get(f"{r['set']} {r['part']}", WEIGHTS.get(r["set"], 1.0))
        / counts[r["set"], r["part"], r["label"]]
        for r in rows
    ]
    return np.array(raw) * len(rows) / sum(raw)


def folds(rows: Sequence[Row], seed: int, count: int = 5) -> Any:  # noqa: ANN401
    """Return each row's fold; rows of one document share it, and each part is spread over all."""
    chance = np.random.RandomState(seed)
    fold: dict[str, int] = {}
    documents = defaultdict(set)
    for row in rows:
        documents[row["set"], row["part"]].add(row["document"])
    for key in sorted(documents):
        names = sorted(documents[key])
        chance.shuffle(names)
        for number, name in enumerate(names):
            fold.setdefault(name, number % count)
    return np.array([fold[r["document"]] for r in rows])


class Fitted:
    """The two models fitted on a part of the rows."""

    def __init__(self, x: Any, y: Any, w: Any, seed: int = 0) -> None:  # noqa: ANN401
        self.mean, self.scale = np.average(x, axis=0, weights=w), np.maximum(x.std(axis=0), 0.02)
        self.logistic = LogisticRegression(C=0.005, max_iter=500).fit(self._scaled(x), y, sample_weight=w)
        self.boosted = GradientBoostingClassifier(
            n_estimators=160,
            learning_rate=0.06,
            max_depth=3,
            subsample=0.5,
            max_features=0.2,
            min_samples_leaf=30,
            random_state=seed,
        ).fit(x, y, sample_weight=w)

    def _scaled(self, x: Any) -> Any:  # noqa: ANN401
        return np.clip((x - self.mean) / self.scale, -CLIP, CLIP)

    def logit(self, x: Any) -> Any:  # noqa: ANN401
        """Return the mean of the two models' logits."""
        return (self.logistic.decision_function(self._scaled(x)) + self.boosted.decision_function(x)) / 2


def cross_validate(x: Any, y: Any, w: Any, rows: Sequence[Row], seeds: Sequence[int]) -> list[Any]:  # noqa: ANN401
    """Return the logits of each round, each row's from a model that has not seen its document."""
    rounds = []
    for seed in seeds:
        fold, out = folds(rows, seed), np.zeros(len(rows))
        for number in range(fold.max() + 1):
            test = fold == number
            out[test] = Fitted(x[~test], y[~test], w[~test], seed).logit(x[test])
        rounds.append(out)
    return rounds


def calibrate(logit: Any, y: Any, w: Any) -> tuple[float, float]:  # noqa: ANN401
    """Return slope and shift that turn cross-validated logits into probabilities (Platt)."""
    fitted = LogisticRegression(C=100).fit(logit.reshape(-1, 1), y, sample_weight=w)
    return round(float(fitted.coef_[0, 0]), 4), round(float(fitted.intercept_[0]), 4)


def balanced_accuracy(y: Any, p: Any) -> float:  # noqa: ANN401
    """Return the mean of the shares of both classes that are right, in percent."""
    return float(50 * (p[y == 1].mean() + 1 - p[y == 0].mean()))


def scores(rows: Sequence[Row], y: Any, p: Any) -> Iterator[tuple[str, int, float, float]]:  # noqa: ANN401
    """Yield name, rows, balanced accuracy at 0.5 and AUC for each set and each part."""
    sets = np.array([r["set"] for r in rows])
    parts = np.array([f"{r['set']} {r['part']}".strip() for r in rows])
    for name in sorted(set(sets)):
        inside = sorted(set(parts[sets == name]))
        found: list[tuple[float, float]] = []
        for part in inside:
            at = parts == part
            found.append((balanced_accuracy(y[at], p[at] >= 0.5), 100 * float(roc_auc_score(y[at], p[at]))))
            yield part, int(at.sum()), found[-1][0], found[-1][1]
        if len(inside) > 1:
            yield (
                f"{name}, mean of parts",
                int((sets == name).sum()),
                *(float(v) for v in np.mean(found, axis=0)),
            )


def export(fitted: Fitted, names: list[str], calibration: tuple[float, float]) -> dict[str, Any]:
    """Return the model as it is written: names and numbers only."""
    weights = fitted.logistic.coef_[0]
    logistic = {
        name: [round(float(m), 4), round(float(s), 4), round(float(b), 4)]
        for name, m, s, b in zip(names, fitted.mean, fitted.scale, weights, strict=True)
    }
    rate = fitted.boosted.learning_rate
    return {
        "logistic": logistic,
        "bias": round(float(fitted.logistic.intercept_[0]), 4),
        "trees_first": round(float(fitted.boosted._raw_predict_init(np.zeros((1, len(names))))[0, 0]), 4),
        "trees": [_tree(t[0].tree_, 0, names, rate) for t in fitted.boosted.estimators_],
        "calibration": calibration,
    }


def _tree(tree: Any, node: int, names: list[str], rate: float) -> Any:  # noqa: ANN401
    if tree.children_left[node] < 0:
        return round(float(tree.value[node, 0, 0]) * rate, 4)
    low, high = (
        _tree(tree, child, names, rate) for child in (tree.children_left[node], tree.children_right[node])
    )
    return [names[tree.feature[node]], round(float(tree.threshold[node]), 4), low, high]


def write(model: dict[str, Any], path: Path) -> None:
    """Write the model with one signal or tree a line."""
    lines = json.dumps({k: v for k, v in model.items() if k not in ("logistic", "trees")})[1:-1]
    logistic = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in model["logistic"].items())
    trees = ",\n".join(f"  {json.dumps(t, separators=(',', ':'))}" for t in model["trees"])
    path.write_text(f'{{{lines},\n"logistic": {{\n{logistic}\n}},\n"trees": [\n{trees}\n]}}\n', "utf-8")


def main() -> None:
    """Cross-validate; with `--write`, fit on everything and write the model."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--drop", default="$^", help="signals to leave out, a regular expression")
    parser.add_argument("--cache", type=Path, help="where to keep the signals between runs")
    parser.add_argument("--rounds", type=int, default=3)
    args = parser.parse_args()
    rows = read(args.folder)
    if args.cache and args.cache.exists():
        found = pickle.loads(args.cache.read_bytes())
    else:
        found = all_signals(rows)
        if args.cache:
            args.cache.write_bytes(pickle.dumps(found))
    names = [n for n in found[rows[0]["id"]] if not re.search(args.drop, n)]
    x = np.array([[found[r["id"]].get(n, 0.0) for n in names] for r in rows])
    y, w = np.array([int(r["label"]) for r in rows]), weigh(rows)
    rounds = cross_validate(x, y, w, rows, range(args.rounds))
    calibration = calibrate(np.concatenate(rounds), np.tile(y, len(rounds)), np.tile(w, len(rounds)))
    tables = [list(scores(rows, y, 1 / (1 + np.exp(-(r * calibration[0] + calibration[1]))))) for r in rounds]
    for lines in zip(*tables, strict=True):
        values = np.mean([line[2:] for line in lines], axis=0)
        print(
            f"{lines[0][0]:28s} n={lines[0][1]:5d}  balanced accuracy {values[0]:5.1f}  AUC {values[1]:5.1f}"
        )
    if args.write:
        fitted = Fitted(x, y, w)
        model = export(fitted, names, calibration)
        path = Path("chains/check/support.json")
        write(model, path)
        mine = Model(json.loads(path.read_text("utf-8")))
        theirs = 1 / (1 + np.exp(-(fitted.logit(x[:50]) * calibration[0] + calibration[1])))
        worst = max(abs(mine.probability(found[r["id"]]) - p) for r, p in zip(rows, theirs, strict=False))
        print(
            f"wrote {path} ({path.stat().st_size // 1024} KB); largest difference to the fitted model {worst:.4f}"
        )


if __name__ == "__main__":
    main()
