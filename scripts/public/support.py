"""Support of labelled claims, cross-validated by document: what `train_support.py --logits` kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from score_support import auc, balanced_accuracy, draw, read, score

from public.table import Line, Row

PUBLISHED: Final = {
    ("wice", ""): "Bespoke-MiniCheck-7B 83.0, HHEM-2.1 75.9, MiniCheck-Flan-T5 72.2 (published)",
    ("summedits", "news"): "GPT-4 83.3, QAFactEval 74.4, SummaC-Conv 61.9 (published)",
}
TUNED: Final = "cross-validated"


def lines(logits: Path) -> Iterator[Line]:
    """Yield balanced accuracy and AUC for each part of each set, and the mean of a set's parts."""
    rows = sorted(read(logits), key=_part)
    for name, of_set in groupby(rows, key=lambda row: row["set"]):
        parts = [list(group) for _, group in groupby(of_set, key=_part)]
        for part in parts:
            yield from _lines(f"{name} {part[0]['part']}".strip(), [part])
        if len(parts) > 1:
            yield from _lines(f"{name}, mean of {len(parts)}", parts)


def _part(row: Row) -> tuple[str, str]:
    return row["set"], row["part"]


def _lines(name: str, groups: Sequence[Sequence[Row]]) -> Iterator[Line]:
    draws = draw(groups)
    columns = [key for key in groups[0][0] if key.startswith("round ")]
    documents = len({row["document"] for group in groups for row in group})
    units = f"{sum(map(len, groups))} claims, {documents} documents"
    plain = score(balanced_accuracy, groups, ["baseline"], draws)
    beside = f"names and numbers stand in the source {100 * (plain.value or 0):.1f} (measured)"
    if len(groups) == 1 and (known := PUBLISHED.get(_part(groups[0][0]))):
        beside = f"{known}; {beside}"
    yield Line(
        f"support/{name}",
        "balanced accuracy",
        units,
        score(balanced_accuracy, groups, columns, draws),
        beside,
        TUNED,
    )
    yield Line(f"support/{name}", "AUC", units, score(auc, groups, columns, draws), "–", TUNED)
