"""What became of each item, in SQLite: a run that was killed goes on where it was, and nothing is done twice."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Literal, NamedTuple

State = Literal["done", "failed"]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS items(
    key TEXT PRIMARY KEY, number INTEGER NOT NULL, origin TEXT NOT NULL, state TEXT NOT NULL, tries INTEGER NOT NULL,
    fix INTEGER NOT NULL, source INTEGER NOT NULL, look INTEGER NOT NULL, line TEXT NOT NULL,
    tokens INTEGER NOT NULL DEFAULT 0, cost REAL NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS settings(name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""
_COLUMNS = "key, number, origin, state, tries, line, tokens, cost"


class Entry(NamedTuple):
    """One item's entry: its number in the input, its state, how often it was tried, its line of results, what it cost.

    Tokens and cost (US dollars) are those of all tries.
    """

    key: str
    number: int
    origin: str
    state: State
    tries: int
    line: Mapping[str, Any]
    tokens: int = 0
    cost: float = 0.0


class Ledger:
    """The items of one batch; each entry is on disk when `put` returns."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, timeout=60)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._db.executescript(_SCHEMA)

    def state(self, key: str) -> tuple[State | None, int]:
        """Return an item's state and how often it was tried; (None, 0) if it is new."""
        row = self._db.execute("SELECT state, tries FROM items WHERE key = ?", (key,)).fetchone()
        return (None, 0) if row is None else (row[0], int(row[1]))

    def put(self, entry: Entry) -> None:
        """Write an entry; an item's earlier one is replaced, its cost added up."""
        counts = entry.line.get("severity", {})
        severities = [int(counts.get(name, 0)) for name in ("fix", "source", "look")]
        before = self._db.execute("SELECT tokens, cost FROM items WHERE key = ?", (entry.key,)).fetchone()
        tokens, cost = before or (0, 0.0)
        values = (
            *(entry.key, entry.number, entry.origin, entry.state, entry.tries),
            *severities,
            *(json.dumps(entry.line), entry.tokens + tokens, entry.cost + cost),
        )
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def entries(self, *, worst_first: bool = False) -> Iterator[Entry]:
        """Yield all entries: in the order of the input, or those that need a person first."""
        order = "state = 'done', fix DESC, source DESC, look DESC, number" if worst_first else "number, key"
        for *head, line, tokens, cost in self._db.execute(f"SELECT {_COLUMNS} FROM items ORDER BY {order}"):
            key, number, origin, state, tries = head
            yield Entry(key, number, origin, state, tries, json.loads(line), tokens, cost)

    def counts(self) -> dict[str, int]:
        """Return how many items are done and failed, and the sum of each severity."""
        names = ("done", "failed", "fix", "source", "look")
        sums = ["SUM(state = 'done')", "SUM(state = 'failed')", *(f"SUM({name})" for name in names[2:])]
        asked = ", ".join(f"COALESCE({s}, 0)" for s in sums)
        return dict(zip(names, self._db.execute(f"SELECT {asked} FROM items").fetchone(), strict=True))

    def spent(self) -> tuple[int, float]:
        """Return the tokens and the cost in US dollars of all items so far."""
        tokens, cost = self._db.execute(
            "SELECT COALESCE(SUM(tokens), 0), COALESCE(SUM(cost), 0.0) FROM items"
        ).fetchone()
        return int(tokens), float(cost)

    def setting(self, name: str, value: str) -> str:
        """Keep a setting of the batch; returns the one it was begun with."""
        with self._db:
            self._db.execute("INSERT OR IGNORE INTO settings VALUES (?, ?)", (name, value))
        return str(self._db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()[0])

    def close(self) -> None:
        """Close the file."""
        self._db.close()
