"""The shelf as a file: opened, seen as of one moment, closed; and what is noted in it under a name."""

from __future__ import annotations

import secrets
import sqlite3
from pathlib import Path
from typing import Any

from presscheck.errors import DeskDamaged
from presscheck.models import Article, SourceInfo
from presscheck.vectorstore.lexical import LexicalIndex
from presscheck.vectorstore.near import Vectors
from presscheck.vectorstore.opening import stamp_of
from presscheck.vectorstore.postings import Newest, State
from presscheck.vectorstore.shelving import OWN_NOTES, SCHEMA, Shelving
from presscheck.vectorstore.superseded import Superseded


class Memory:
    """What snapshots of one store share: what was read of a generation need not be read again."""

    def __init__(self) -> None:
        self.heads: tuple[int, tuple[SourceInfo, ...]] = (-1, ())
        self.articles: dict[str, Article] = {}
        self.vectors = Vectors()
        self.words = Newest()


class ShelfFile:
    """One SQLite file. Safe to use from several threads."""

    def __init__(self, path: Path, *, create: bool = True, memory: Memory | None = None) -> None:
        self.path = path
        self._memory = memory or Memory()
        self.index = LexicalIndex(path, create=create, newest=self._memory.words, state=self._state)
        self._db, self._lock = self.index.db, self.index.lock
        self.past = Superseded(self._db, self._lock)
        self._shelving = Shelving(self._db, self.index, self.past)
        if create:
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.executescript(SCHEMA)
            self._db.execute("INSERT OR IGNORE INTO meta VALUES ('name', ?)", (secrets.token_hex(8),))
        self._db.execute("PRAGMA synchronous=NORMAL")
        self._inode = path.stat().st_ino

    @property
    def replaced(self) -> bool:
        """Whether the file was replaced by another since, or written where it can only be read as it stood."""
        try:
            if self.index.stamp is not None:
                return self.index.stamp != stamp_of(self.path)
            return self.path.stat().st_ino != self._inode
        except OSError:
            return True

    def snapshot(self) -> None:
        """See from now on, until closed, what is stored now."""
        self._db.execute("BEGIN")
        self._db.execute("SELECT value FROM meta WHERE name = 'generation'").fetchone()

    def note_if_possible(self, name: str, value: str) -> None:
        """`note`, but for a file that this process may only read."""
        try:
            self.note(name, value)
        except sqlite3.OperationalError as error:
            if "readonly" not in str(error):
                raise

    def close(self) -> None:
        """Close the file."""
        self.index.close()

    def finish(self) -> None:
        """Close the file with nothing left beside it, so that it can be moved."""
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.execute("PRAGMA journal_mode=DELETE")
        self.close()

    @property
    def generation(self) -> int:
        """The number of the newest write that is known here."""
        return int(self.meta("generation") or 0)

    @property
    def name(self) -> str:
        """What tells this file from any other."""
        return self.meta("name") or ""

    def _state(self) -> State:
        return self.name, self.generation

    def meta(self, name: str) -> str | None:
        """Return what is noted under a name."""
        found = self.one("SELECT value FROM meta WHERE name = ?", name)
        return None if found is None else str(found[0])

    def notes(self) -> list[tuple[str, str]]:
        """Return what others have noted here, by name."""
        found = self.all("SELECT name, value FROM meta ORDER BY name")
        return [(name, value) for name, value in found if name not in OWN_NOTES]

    def note(self, name: str, value: str) -> None:
        """Note something without a new generation."""
        with self._lock:
            self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))

    def one(self, sql: str, *values: Any) -> Any:  # noqa: ANN401 (what SQLite takes and gives)
        """Return the first row of a query; None if there is none."""
        with self._lock:
            return self._db.execute(sql, values).fetchone()

    def all(self, sql: str, *values: Any) -> list[Any]:  # noqa: ANN401 (what SQLite takes and gives)
        """Return all rows of a query."""
        with self._lock:
            return self._db.execute(sql, values).fetchall()


def refuse_folder(path: Path) -> None:
    """Raise `DeskDamaged` where a folder stands in the shelf's place."""
    if path.is_dir():
        raise DeskDamaged(f"{path} is a folder, not the desk's file of that name.")


def remove_database(path: Path) -> None:
    """Delete an SQLite file and what it keeps beside."""
    for ending in ("", "-wal", "-shm"):
        path.with_name(path.name + ending).unlink(missing_ok=True)
