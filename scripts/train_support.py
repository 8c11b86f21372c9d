"""Train `chains/check/support/support.json` on labelled (source, claim) pairs, and cross-validate it.

    python scripts/train_support.py FOLDER [--write] [--drop REGEX] [--cache FILE] [--logits FILE]

`FOLDER` holds `*.jsonl` with `{"source", "claim", "label", "meta"}`. All is cross-validated by document (no source is
in training and test at once), with the classes weighed equally within each set and each of its domains or origins.
`--logits` keeps each row's cross-validated logits for `score_support.py`.
"""

from __future__ import annotations

import argparse
import json
import pickle
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from support_rows import Row, planted, read

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.run import CHECKS
from presscheck.chains.check.run import run as run_checks
from presscheck.chains.check.sources import Sources
from presscheck.chains.check.support.lacking import WORDS
from presscheck.chains.check.support.model import CLIP, REFUTED, SCORE, Model, leanings
from presscheck.chains.check.support.score import checkable, signals_of
from presscheck.chains.check.support.signals import Signals, text_signals
from presscheck.models import Article
from presscheck.vectorstore.library import MemoryLibrary

WEIGHTS = {
    "wice": 1.4, "summedits": 0.6, "frank cnndm": 1.2, "frank xsum": 0.1, "cliff cnndm": 0.3, "cliff xsum": 0.1,
    "ragtruth": 0.4, "realsumm": 2.5, "planted chance": 0.15, "planted own": 0.2,
}  # fmt: skip
"""How much a set, or a part of one, counts beside the others, which count 1: less where it has few rows of a class."""
WORD_WEIGHTS = {"summedits": 1.0}
"""The same for the weights of words, the other sets 0.15: only there were words put in the place of others."""
SHRINK = 0.7
"""How much a leaning counts beside the signal that it shifts."""
BAGS, TREES, SHARE = 5, 80, 0.8
"""Forests of boosted trees, the trees of each, and the share of the documents that each is grown on."""


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
            findings = run_checks(draft, shared, CHECKS[:-1])
            found[row["id"]] = text_signals([signals_of(s, shared) for s in checkable(draft)], findings)
    return found


def balance(rows: Sequence[Row]) -> Any:  # noqa: ANN401
    """Return a weight a row: both classes, and all parts of all sets, count alike."""
    counts = Counter((r["set"], r["part"], r["label"]) for r in rows)
    return np.array([1 / counts[r["set"], r["part"], r["label"]] for r in rows])


def weigh(rows: Sequence[Row]) -> Any:  # noqa: ANN401
    """Return a weight a row: the classes equal within each part of each set, the parts as in `WEIGHTS`."""
    parts = [WEIGHTS.get(f"{r['set']} {r['part']}", WEIGHTS.get(r["set"], 1.0)) for r in rows]
    raw = balance(rows) * np.array(parts)
    return raw * len(rows) / raw.sum()


def prior(rows: Sequence[Row]) -> Any:  # noqa: ANN401
    """Return a weight a row for calibration: balanced over what people or models wrote, planted sentences left out."""
    return balance(rows) * np.array([r["set"] != "planted" for r in rows])


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


class WordScore:
    """How much each word that the evidence lacks speaks for or against a text."""

    def __init__(self, data: Data, at: Any) -> None:  # noqa: ANN401
        self.columns = np.flatnonzero(np.asarray(data.words[at].sum(axis=0)).ravel() >= 3)
        words = data.words[at][:, self.columns]
        self.model = LogisticRegression(C=0.1, max_iter=300)
        self.model.fit(words, data.y[at], sample_weight=data.word_w[at])

    def __call__(self, data: Data, at: Any) -> Any:  # noqa: ANN401
        """Return the score of each text."""
        return self.model.decision_function(data.words[at][:, self.columns])


class Fitted:
    """Word scores, regression and trees, fitted on a part of the rows."""

    def __init__(self, data: Data, at: Any, seed: int = 0) -> None:  # noqa: ANN401
        own = self._word_scores(data, at, seed)
        x, y, w = np.column_stack([data.x[at], own]), data.y[at], data.w[at]
        self.mean, self.scale = np.average(x, axis=0, weights=w), np.maximum(x.std(axis=0), 0.02)
        wide = self._wide(x, data.lean[at])
        self.logistic = LogisticRegression(C=0.0007, max_iter=500).fit(wide, y, sample_weight=w)
        self.forests = [self._grow(x, y, w, data.document[at], seed + 100 * n) for n in range(BAGS)]

    def _word_scores(self, data: Data, at: Any, seed: int) -> Any:  # noqa: ANN401
        """Fit the words' weights; return the rows' scores by weights fitted on other documents."""
        rows, fold = np.flatnonzero(at), folds([data.rows[i] for i in np.flatnonzero(at)], seed + 100)
        own = np.zeros(len(rows))
        for number in range(fold.max() + 1):
            inside = fold == number
            own[inside] = WordScore(data, rows[~inside])(data, rows[inside])
        self.words = WordScore(data, rows)
        return own

    def _grow(self, x: Any, y: Any, w: Any, document: Any, seed: int) -> Any:  # noqa: ANN401
        names = np.unique(document)
        chosen = np.random.RandomState(seed).choice(names, int(SHARE * len(names)), replace=False)
        keep = np.isin(document, chosen)
        return GradientBoostingClassifier(
            n_estimators=TREES,
            learning_rate=0.08,
            max_depth=5,
            subsample=0.7,
            max_features=0.1,
            min_samples_leaf=40,
            random_state=seed,
        ).fit(x[keep], y[keep], sample_weight=w[keep])

    def _wide(self, x: Any, lean: Any) -> Any:  # noqa: ANN401
        """Return the signals, scaled, once more for each leaning times that leaning, and the leanings."""
        plain = np.clip((x - self.mean) / self.scale, -CLIP, CLIP)
        shifted = [SHRINK * plain * lean[:, [n]] for n in range(lean.shape[1])]
        return np.column_stack([plain, *shifted, lean])

    def logit(self, data: Data, at: Any) -> Any:  # noqa: ANN401
        """Return the mean of the logits of regression and trees."""
        x = np.column_stack([data.x[at], self.words(data, np.flatnonzero(at))])
        boosted = np.mean([f.decision_function(x) for f in self.forests], axis=0)
        return (self.logistic.decision_function(self._wide(x, data.lean[at])) + boosted) / 2


class Data:
    """The rows as matrices."""

    def __init__(self, rows: Sequence[Row], signals: dict[str, Signals], drop: str) -> None:
        self.rows, self.signals = rows, [signals[r["id"]] for r in rows]
        counts = Counter(n for s in self.signals for n, v in s.items() if v and not n.startswith(WORDS))
        self.names = sorted(n for n, count in counts.items() if count >= 30 and not re.search(drop, n))
        self.word_names = sorted({n for s in self.signals for n in s if n.startswith(WORDS)})
        self.words = self._words()
        self.x = np.array([[s.get(n, 0.0) for n in self.names] for s in self.signals])
        self.lean = np.array([leanings(s) for s in self.signals])
        self.y = np.array([int(r["label"]) for r in rows])
        self.w = weigh(rows)
        self.word_w = self.w * np.array([WORD_WEIGHTS.get(r["set"], 0.15) for r in rows])
        numbers: dict[str, int] = {}
        self.document = np.array([numbers.setdefault(r["document"], len(numbers)) for r in rows])

    def _words(self) -> Any:  # noqa: ANN401
        """Return a row for each text: 1 for each word that its evidence lacks."""
        column = {n: i for i, n in enumerate(self.word_names)}
        cells = [(row, column[n]) for row, s in enumerate(self.signals) for n in s if n in column]
        rows, columns = zip(*cells, strict=True)
        return csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(self.signals), len(column)))


def cross_validate(data: Data, seeds: Sequence[int]) -> list[Any]:
    """Return the logits of each round, each row's from a model that has not seen its document."""
    rounds = []
    for seed in seeds:
        fold, out = folds(data.rows, seed), np.zeros(len(data.rows))
        for number in range(fold.max() + 1):
            test = fold == number
            out[test] = Fitted(data, ~test, seed).logit(data, test)
            print(f"round {seed}, fold {number} done", flush=True)
        rounds.append(out)
    return rounds


def calibrate(logit: Any, y: Any, w: Any) -> tuple[float, float]:  # noqa: ANN401
    """Return slope and shift that turn cross-validated logits into probabilities (Platt)."""
    fitted = LogisticRegression(C=100).fit(logit.reshape(-1, 1), y, sample_weight=w)
    return round(float(fitted.coef_[0, 0]), 4), round(float(fitted.intercept_[0]), 4)


def export(fitted: Fitted, data: Data, calibration: tuple[float, float]) -> dict[str, Any]:
    """Return the model as it is written: names and numbers only."""
    weights, bias = fitted.logistic.coef_[0], float(fitted.logistic.intercept_[0])
    count = len(fitted.mean)
    every = [*data.names, SCORE]
    shifts = SHRINK * weights[count : count * (1 + data.lean.shape[1])].reshape(-1, count)
    columns = zip(every, fitted.mean, fitted.scale, weights[:count], *shifts, strict=True)
    first = [float(f._raw_predict_init(np.zeros((1, count)))[0, 0]) for f in fitted.forests]
    return {
        "bias": [round(float(v), 4) for v in (bias, *weights[count + shifts.size :])],
        "words_bias": round(float(fitted.words.model.intercept_[0]), 4),
        "trees_first": round(float(np.mean(first)), 4),
        "calibration": calibration,
        "words": {
            data.word_names[at]: round(float(weight), 3)
            for at, weight in zip(fitted.words.columns, fitted.words.model.coef_[0], strict=True)
        },
        "logistic": {name: [round(float(v), 4) for v in values] for name, *values in columns},
        "trees": [
            _tree(t[0].tree_, 0, every, f.learning_rate / BAGS) for f in fitted.forests for t in f.estimators_
        ],
    }


def _tree(tree: Any, node: int, names: Sequence[str], rate: float) -> Any:  # noqa: ANN401
    if tree.children_left[node] < 0:
        return round(float(tree.value[node, 0, 0]) * rate, 4)
    low, high = (
        _tree(tree, child, names, rate) for child in (tree.children_left[node], tree.children_right[node])
    )
    return [names[tree.feature[node]], round(float(tree.threshold[node]), 4), low, high]


def write(model: dict[str, Any], path: Path) -> None:
    """Write the model with one signal or tree a line, words in lines of eight."""
    plain = {k: v for k, v in model.items() if k not in ("words", "logistic", "trees")}
    pairs = [f"{json.dumps(k)}: {v}" for k, v in model["words"].items()]
    words = ",\n".join("  " + ", ".join(pairs[n : n + 8]) for n in range(0, len(pairs), 8))
    logistic = ",\n".join(f"  {json.dumps(k)}: {json.dumps(v)}" for k, v in model["logistic"].items())
    trees = ",\n".join(f"  {json.dumps(t, separators=(',', ':'))}" for t in model["trees"])
    path.write_text(
        f'{{{json.dumps(plain)[1:-1]},\n"words": {{\n{words}\n}},\n"logistic": {{\n{logistic}\n}},\n'
        f'"trees": [\n{trees}\n]}}\n',
        "utf-8",
    )


def main() -> None:
    """Cross-validate; with `--write`, fit on everything and write the model."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--drop", default="$^", help="signals to leave out, a regular expression")
    parser.add_argument("--cache", type=Path, help="where to keep the signals between runs")
    parser.add_argument("--logits", type=Path, help="where to keep the cross-validated logits")
    parser.add_argument("--rounds", type=int, default=4)
    args = parser.parse_args()
    rows = read(args.folder)
    rows += planted(rows)
    if args.cache and args.cache.exists():
        found = pickle.loads(args.cache.read_bytes())
    else:
        found = all_signals(rows)
        if args.cache:
            args.cache.write_bytes(pickle.dumps(found))
    data = Data(rows, found, args.drop)
    rounds = cross_validate(data, range(args.rounds))
    calibration = calibrate(
        np.concatenate(rounds), np.tile(data.y, len(rounds)), np.tile(prior(rows), len(rounds))
    )
    if args.logits:
        args.logits.write_text("".join(_kept(data, rounds, calibration)), "utf-8")
    if args.write:
        _fit_all(data, calibration)


def _kept(data: Data, rounds: Sequence[Any], calibration: tuple[float, float]) -> Iterator[str]:
    """Yield a line for each row: its cross-validated probabilities, and the baseline of names and numbers."""
    slope, shift = calibration
    for n, row in enumerate(data.rows):
        half = 2 if data.signals[n].get(REFUTED) else 1
        probabilities = [round(float(1 / (1 + np.exp(-(slope * r[n] + shift)))) / half, 4) for r in rounds]
        names = data.signals[n].get("names_and_numbers_there.min", 0.0)
        kept = {k: row[k] for k in ("id", "set", "part", "document", "label")}
        yield json.dumps({**kept, "names_and_numbers": names, "probabilities": probabilities}) + "\n"


def _fit_all(data: Data, calibration: tuple[float, float]) -> None:
    everything = np.ones(len(data.rows), dtype=bool)
    fitted, path = Fitted(data, everything), Path("chains/check/support/support.json")
    write(export(fitted, data, calibration), path)
    mine = Model(json.loads(path.read_text("utf-8")))
    logit = fitted.logit(data, everything) * calibration[0] + calibration[1]
    worst = max(
        abs(mine.probability(s) - 1 / (1 + np.exp(-v)))
        for s, v in zip(data.signals, logit, strict=True)
        if not s.get(REFUTED)
    )
    print(
        f"wrote {path} ({path.stat().st_size // 1024} KB), {len(data.names)} signals; largest difference {worst:.4f}"
    )


if __name__ == "__main__":
    main()
