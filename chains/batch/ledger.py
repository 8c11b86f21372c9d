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
    fix INTEGER NOT NULL, source INTEGER NOT NULL, look INTEGER NOT NULL, line TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS settings(name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


class Entry(NamedTuple):
    """One item's entry: its number in the input, its state, how often it was tried, and its line of results."""

    key: str
    number: int
    origin: str
    state: State
    tries: int
    line: Mapping[str, Any]


class Ledger:
    """The items of one batch; each entry is on disk when `put` returns."""

    def __init__(self, path: Path) -> None:
        self._db = sqlite3.connect(path, timeout=60)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.executescript(_SCHEMA)

    def state(self, key: str) -> tuple[State | None, int]:
        """Return an item's state and how often it was tried; (None, 0) if it is new."""
        row = self._db.execute("SELECT state, tries FROM items WHERE key = ?", (key,)).fetchone()
        return (None, 0) if row is None else (row[0], int(row[1]))

    def put(self, entry: Entry) -> None:
        """Write an entry; an item's earlier one is replaced."""
        counts = entry.line.get("severity", {})
        numbers = [int(counts.get(name, 0)) for name in ("fix", "source", "look")]
        values = (
            entry.key,
            entry.number,
            entry.origin,
            entry.state,
            entry.tries,
            *numbers,
            json.dumps(entry.line),
        )
        with self._db:
            self._db.execute("INSERT OR REPLACE INTO items VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", values)

    def entries(self, *, worst_first: bool = False) -> Iterator[Entry]:
        """Yield all entries: in the order of the input, or those that need a person first."""
        order = "state = 'done', fix DESC, source DESC, look DESC, number" if worst_first else "number, key"
        rows = self._db.execute(f"SELECT key, number, origin, state, tries, line FROM items ORDER BY {order}")
        for key, number, origin, state, tries, line in rows:
            yield Entry(key, number, origin, state, tries, json.loads(line))

    def counts(self) -> dict[str, int]:
        """Return how many items are done and failed, and the sum of each severity."""
        sums = "COALESCE(SUM(fix), 0), COALESCE(SUM(source), 0), COALESCE(SUM(look), 0)"
        done, failed, fix, source, look = self._db.execute(
            f"SELECT COALESCE(SUM(state = 'done'), 0), COALESCE(SUM(state = 'failed'), 0), {sums} FROM items"
        ).fetchone()
        return {"done": done, "failed": failed, "fix": fix, "source": source, "look": look}

    def setting(self, name: str, value: str) -> str:
        """Keep a setting of the batch; returns the one it was begun with."""
        with self._db:
            self._db.execute("INSERT OR IGNORE INTO settings VALUES (?, ?)", (name, value))
        return str(self._db.execute("SELECT value FROM settings WHERE name = ?", (name,)).fetchone()[0])

    def close(self) -> None:
        """Close the file."""
        self._db.close()
