"""Writes what is done: the result's file, then the ledger, then the line of `results.jsonl`, in this order.

After a kill at any moment the lines that are missing are written from the ledger, and a half line is cut off.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, NamedTuple

from presscheck.chains.batch.items import Item
from presscheck.chains.batch.ledger import Entry, Ledger, State
from presscheck.chains.batch.work import Outcome


class Open(NamedTuple):
    """An item that is to be done: its number in the input, and how often it was tried before."""

    number: int
    tries: int
    item: Item


class Lines:
    """`results.jsonl`: one line an item, in step with the ledger."""

    def __init__(self, path: Path, ledger: Ledger) -> None:
        self._path = path
        self.rewrite(ledger)

    def rewrite(self, ledger: Ledger) -> None:
        """Write all lines anew from the ledger, in the order of the input."""
        part = self._path.with_suffix(".part")
        with part.open("w", encoding="utf-8") as file:
            for entry in ledger.entries():
                file.write(_text(entry.line))
        part.replace(self._path)

    def append(self, line: dict[str, Any]) -> None:
        """Add a line; it is on its way to the disk when this returns."""
        with self._path.open("a", encoding="utf-8") as file:
            file.write(_text(line))


class Keeper(NamedTuple):
    """Writes results into the folder of a batch."""

    out: Path
    ledger: Ledger
    lines: Lines

    def keep(self, todo: Open, outcome: Outcome) -> None:
        """Write an item's result: its file, the ledger, its line."""
        key = todo.item.key
        for name, text in (("report", outcome.report), ("brief", outcome.brief)):
            if text is not None:
                _write(self.out / "items" / key[:2] / f"{key}.{name}.json", text)
        line = {"key": key, "number": todo.number, **outcome.line}
        state: State = "done" if outcome.ok else "failed"
        entry = Entry(
            key, todo.number, todo.item.origin, state, todo.tries + 1, line, outcome.tokens, outcome.cost
        )
        self.ledger.put(entry)
        self.lines.append(line)


def _write(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _text(line: object) -> str:
    return json.dumps(line, ensure_ascii=False) + "\n"
