"""Fit what tells quotations and their speakers, from articles with annotated attributions.

    python scripts/train_quotes.py POLNEAR.jsonl [--write]

Each row holds a `text`, its `doc`, and `attributions` with the character spans of source, cue and content. Two fits:
`quote_weights.json`, a logistic regression that tells quotations from other marked words, and
`speaker_weights.json`, a conditional logit over the mentions around each quotation. Both are raised by plain
gradient steps with a penalty on the squares of the weights. Printed are shares over five folds of documents;
`--write` writes the weights fitted on everything.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from presscheck.text.quote_frame import Frame
from presscheck.text.quote_groups import groups
from presscheck.text.quote_kinds import features, kind_of
from presscheck.text.quote_marks import find_marked
from presscheck.text.speakers import Choice, rank

FOLDS, STEPS, RAREST = 5, 400, 6
PENALTY = {"speaker": 0.2, "quote": 0.3}
HERE = Path(__file__).parents[1] / "presscheck" / "text"
Weights = dict[str, float]
Span = tuple[int, int]


class Example(NamedTuple):
    """One marked piece: the mentions around it, which of them are its source, and whether it is a quotation."""

    choices: list[Choice]
    right: list[bool]
    names: list[str]
    quotation: bool | None
    direct: bool


def overlap(a: Span, b: Span) -> int:
    """Return the number of characters that two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def attribution_of(row: dict[str, Any], pieces: Sequence[Span]) -> dict[str, Any] | None:
    """Return the attribution whose content holds at least half of a quotation, the smallest one."""
    size = sum(b - a for a, b in pieces)
    held = []
    for a in row["attributions"]:
        content = [(c["start"], c["end"]) for c in a["content"]]
        if sum(overlap(p, c) for p in pieces for c in content) >= 0.5 * size:
            held.append((sum(b - a for a, b in content), len(held), a))
    return min(held)[2] if held else None


def examples(row: dict[str, Any]) -> Iterator[Example]:
    """Yield the marked pieces of an article.

    The annotation takes only “ and " for marks of a quotation: content between others is called `indirect`, so there
    a quotation is told by its attribution; elsewhere marked words in indirect speech count as neither.
    """
    text = row["text"]
    frame = Frame(text, find_marked(text))
    last = None
    for group in groups(frame):
        pieces = [(frame.marked[p].start, frame.marked[p].end) for p in group]
        choices = rank(frame, group, last)
        gold = attribution_of(row, pieces)
        sources = [(s["start"], s["end"]) for s in gold["source"]] if gold else []
        right = [any(overlap((c.mention.start, c.mention.end), s) for s in sources) for c in choices]
        other_marks = text[pieces[0][0] - 1] not in '“"'
        quotation = None if gold and gold["kind"] == "indirect" and not other_marks else gold is not None
        best = next((c for c, r in zip(choices, right, strict=True) if r), choices[0] if choices else None)
        last = best or last
        names = features(frame, group, choices[0] if choices else None)
        yield Example(choices, right, names, quotation, kind_of(frame, group) == "direct")


def places(lists: Iterable[Iterable[str]]) -> dict[str, int]:
    """Give a number to each feature that holds often enough to be weighed."""
    counts = Counter(n for names in lists for n in set(names))
    return {n: i for i, n in enumerate(sorted(n for n, k in counts.items() if k >= RAREST))}


def matrix(lists: Sequence[Sequence[str]], place: dict[str, int]) -> NDArray[np.float64]:
    """Return one row of zeros and ones for each list of features."""
    table = np.zeros((len(lists), len(place)))
    for i, names in enumerate(lists):
        for n in names:
            if n in place:
                table[i, place[n]] = 1.0
    return table


def climb(size: int, gradient: Callable[[NDArray[np.float64]], NDArray[np.float64]]) -> NDArray[np.float64]:
    """Raise weights along a gradient, each with its own step (AdaGrad)."""
    weights, speed = np.zeros(size), np.zeros(size)
    for _ in range(STEPS):
        step = gradient(weights)
        speed += step**2
        weights += 0.5 * step / (np.sqrt(speed) + 1e-8)
    return weights


def fit_speakers(data: Sequence[Example]) -> Weights:
    """Return the weights that make the right mentions likeliest."""
    data = [e for e in data if any(e.right)]
    place = places(c.features for e in data for c in e.choices)
    tables = [(matrix([c.features for c in e.choices], place), np.array(e.right)) for e in data]

    def gradient(weights: NDArray[np.float64]) -> NDArray[np.float64]:
        total = -PENALTY["speaker"] * weights
        for table, right in tables:
            scores = table @ weights
            p = np.exp(scores - scores.max())
            p /= p.sum()
            good = np.where(right, p, 0.0)
            total += table.T @ (good / max(good.sum(), 1e-12) - p)
        return total

    weights = climb(len(place), gradient)
    return {n: round(float(weights[i]), 2) for n, i in place.items()}


def fit_quotes(data: Sequence[Example]) -> Weights:
    """Return the weights of a logistic regression: quotation or not."""
    data = [e for e in data if e.quotation is not None]
    place = places(e.names for e in data)
    table = matrix([e.names for e in data], place)
    target = np.array([e.quotation for e in data], dtype=float)
    weights = climb(
        len(place), lambda w: table.T @ (target - 1 / (1 + np.exp(-table @ w))) - PENALTY["quote"] * w
    )
    return {n: round(float(weights[i]), 2) for n, i in place.items()}


def best(example: Example, weights: Weights) -> int:
    """Return the place of the mention with the highest score."""
    return int(np.argmax([sum(weights.get(n, 0.0) for n in c.features) for c in example.choices]))


def counts(data: Sequence[Example], speaker: Weights, quote: Weights) -> Counter[str]:
    """Count right speakers and right quotations."""
    total: Counter[str] = Counter()
    for e in data:
        found = sum(quote.get(n, 0.0) for n in e.names) > 0
        if e.quotation is not None:
            total.update(hits=e.quotation and found, found=found, quotes=e.quotation)
        if e.quotation and e.choices and e.right:
            kind = "direct" if e.direct else "partial"
            total.update({kind: 1, f"{kind} right": e.right[best(e, speaker)]})
    return total


def main() -> None:
    """Print shares over five folds; write the weights fitted on everything if asked to."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    rows = [json.loads(line) for line in options.data.open(encoding="utf-8")]
    rows.sort(key=lambda row: str(row["doc"]))
    random.Random(7).shuffle(rows)
    data = [list(examples(row)) for row in rows]
    total: Counter[str] = Counter()
    for fold in range(FOLDS):
        rest = [e for i, doc in enumerate(data) if i % FOLDS != fold for e in doc]
        held = [e for i, doc in enumerate(data) if i % FOLDS == fold for e in doc]
        total += counts(held, fit_speakers(rest), fit_quotes(rest))
    print(
        f"quotations: precision {total['hits'] / total['found']:.3f}  recall {total['hits'] / total['quotes']:.3f}"
    )
    for kind in ("direct", "partial"):
        print(f"right speaker, {kind}: {total[kind + ' right'] / total[kind]:.3f} of {total[kind]}")
    if options.write:
        everything = [e for doc in data for e in doc]
        for name, weights in (("speaker", fit_speakers(everything)), ("quote", fit_quotes(everything))):
            path = HERE / f"{name}_weights.json"
            path.write_text(json.dumps(dict(sorted(weights.items())), indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
