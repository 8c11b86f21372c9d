"""Score the cross-validated support model per set, beside a baseline, and plot how reliable its scores are.

    python scripts/score_support.py LOGITS [--plot FILE.svg]

`LOGITS` is what `train_support.py --logits` kept: each row's probability by models that have not seen its document.
The baseline says "supported" where all numbers and names of the claim stand in the source; the last column is what the
model adds to it, drawn on the same documents. Intervals (95 %) are drawn by document.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from scipy.stats import rankdata

from presscheck.evals.labelled import Prediction
from presscheck.evals.metrics import Score
from presscheck.evals.plots import reliability

DRAWS = 2000
Row = dict[str, Any]
Metric = Callable[[Any, Any], float]
Drawn = list[list[int]]


def balanced_accuracy(y: Any, p: Any) -> float:  # noqa: ANN401
    """Return the mean of both classes' shares that lie on the right side of 0.5."""
    return float((p[y == 1] >= 0.5).mean() + (p[y == 0] < 0.5).mean()) / 2


def auc(y: Any, p: Any) -> float:  # noqa: ANN401
    """Return the share of pairs of a good and a bad row in which the good one scores higher."""
    good = y == 1
    count = int(good.sum())
    return float(rankdata(p)[good].sum() - count * (count + 1) / 2) / (count * (len(y) - count))


def score(
    metric: Metric, groups: Sequence[Sequence[Row]], columns: Sequence[str], draws: Sequence[Drawn]
) -> Score:
    """Return a metric's mean over groups and columns with its interval over the drawn rows."""
    value, *drawn = _means(metric, groups, columns, draws)
    return _score(value, drawn)


def gain(groups: Sequence[Sequence[Row]], columns: Sequence[str], draws: Sequence[Drawn]) -> Score:
    """Return what the columns add to the baseline's balanced accuracy, with its interval over the same drawn rows."""
    mine = _means(balanced_accuracy, groups, columns, draws)
    baseline = _means(balanced_accuracy, groups, ["baseline"], draws)
    value, *drawn = (a - b for a, b in zip(mine, baseline, strict=True))
    return _score(value, drawn)


def _score(value: float, drawn: Sequence[float]) -> Score:
    low, high = np.percentile(drawn, [2.5, 97.5])
    return Score(value=value, low=float(low), high=float(high))


def _means(
    metric: Metric, groups: Sequence[Sequence[Row]], columns: Sequence[str], draws: Sequence[Drawn]
) -> list[float]:
    """Return a metric's mean over groups and columns: of all rows, then of each draw."""
    arrays = [
        (np.array([float(r["label"]) for r in g]), [np.array([r[c] for r in g]) for c in columns])
        for g in groups
    ]

    def mean(chosen: Sequence[Any]) -> float:
        pairs = zip(arrays, chosen, strict=True)
        return float(np.mean([metric(y[at], s[at]) for (y, scores), at in pairs for s in scores]))

    return [mean(chosen) for chosen in ([slice(None)] * len(groups), *draws)]


def draw(groups: Sequence[Sequence[Row]]) -> list[Drawn]:
    """Return draws of the rows of each group, whole documents at a time; each holds both labels."""
    chance, found = np.random.RandomState(1), []
    while len(found) < DRAWS:
        chosen = [_documents(group, chance) for group in groups]
        if all(len({g[i]["label"] for i in at}) == 2 for g, at in zip(groups, chosen, strict=True)):
            found.append(chosen)
    return found


def _documents(group: Sequence[Row], chance: Any) -> list[int]:  # noqa: ANN401
    places: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(group):
        places[row["document"]].append(number)
    names = sorted(places)
    return [i for n in chance.randint(0, len(names), len(names)) for i in places[names[n]]]


def table(rows: Sequence[Row]) -> Iterator[str]:
    """Yield the lines of a Markdown table: each part of each set, and the mean of a set's parts."""
    yield "| set | rows | documents | balanced accuracy | AUC | names and numbers | gain |"
    yield "|---|---|---|---|---|---|---|"
    parts: dict[str, dict[str, list[Row]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        parts[row["set"]][row["part"]].append(row)
    for name in sorted(parts):
        for part in sorted(parts[name]):
            yield _line(f"{name} {part}".strip(), [parts[name][part]])
        if len(parts[name]) > 1:
            yield _line(f"{name}, mean of {len(parts[name])}", list(parts[name].values()))


def _line(name: str, groups: Sequence[Sequence[Row]]) -> str:
    draws = draw(groups)
    columns = [k for k in groups[0][0] if k.startswith("round ")]
    count = sum(len(g) for g in groups)
    documents = len({r["document"] for g in groups for r in g})
    cells = (
        score(balanced_accuracy, groups, columns, draws),
        score(auc, groups, columns, draws),
        score(balanced_accuracy, groups, ["baseline"], draws),
        gain(groups, columns, draws),
    )
    return f"| {name} | {count} | {documents} | {' | '.join(map(str, cells))} |"


def read(path: Path) -> list[Row]:
    """Return the rows with a column for each round."""
    rows = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        row |= {f"round {n}": p for n, p in enumerate(row["probabilities"], 1)}
        rows.append(row | {"baseline": row["names_and_numbers"]})
    return rows


def balanced(rows: Sequence[Row]) -> list[Prediction]:
    """Return predictions in which each part of each set has as many good as bad rows: the prior of the calibration."""
    chance, groups = np.random.RandomState(0), defaultdict(list)
    for row in (r for r in rows if r["set"] != "planted"):
        groups[row["set"], row["part"], row["label"]].append(row)
    size = min(len(g) for g in groups.values())
    chosen = [g[i] for g in groups.values() for i in chance.choice(len(g), 8 * size)]
    return [
        Prediction(
            id=r["id"], set=r["set"], document=r["document"], label=r["label"], score=r["round 1"], verdict=""
        )
        for r in chosen
    ]


def main() -> None:
    """Print the table; with `--plot`, write the reliability plot."""
    parser = argparse.ArgumentParser()
    parser.add_argument("logits", type=Path)
    parser.add_argument("--plot", type=Path)
    args = parser.parse_args()
    rows = read(args.logits)
    print("\n".join(table(rows)))
    if args.plot:
        args.plot.write_text(reliability(balanced(rows)), "utf-8")


if __name__ == "__main__":
    main()
