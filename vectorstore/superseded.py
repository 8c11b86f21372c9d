"""The shelf's copy of superseded versions: with it, a Chroma that can't be read is made anew with all that it kept."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from threading import RLock
from zlib import error as ZlibError

from presscheck.vectorstore.versions import Version, from_metadata, to_metadata

SCHEMA = """
CREATE TABLE IF NOT EXISTS past(
    article TEXT NOT NULL, sha256 TEXT NOT NULL, generation INTEGER NOT NULL, key TEXT NOT NULL,
    body TEXT NOT NULL, PRIMARY KEY(article, sha256));
"""
_OUT_OF_USE = (
    "INSERT OR REPLACE INTO past SELECT id, sha256, generation, key, body FROM articles WHERE id = ?"
)

Known = set[tuple[str, str]]
"""Versions by article id and hash of the text."""


class Superseded:
    """Versions of articles that newer ones have replaced; one for each text that an article had."""

    def __init__(self, db: sqlite3.Connection, lock: RLock) -> None:
        self._db, self._lock = db, lock

    def known(self) -> Known:
        """Return which versions are kept of articles that are still there."""
        sql = "SELECT article, sha256 FROM past WHERE article IN (SELECT id FROM articles)"
        with self._lock:
            return set(self._db.execute(sql))

    def versions(self, wanted: Collection[tuple[str, str]]) -> Iterator[Version]:
        """Yield those of the wanted versions that can be read."""
        for article_id, sha256 in sorted(wanted):
            sql = "SELECT key, generation, body FROM past WHERE article = ? AND sha256 = ?"
            with self._lock:
                found = self._db.execute(sql, (article_id, sha256)).fetchone()
            with suppress(ValueError, KeyError, TypeError, ZlibError):
                if found is not None:
                    told = {"article": article_id, "generation": found[1], "body": found[2]}
                    yield from_metadata(found[0], told)

    def remember(self, found: Iterable[Version]) -> None:
        """Keep versions that are out of search already."""
        rows = [
            (v.article_id, v.article.sha256, v.generation, v.key, to_metadata(v)["body"])
            for v in found
            if v.article is not None
        ]
        with self._lock:
            self._db.executemany("INSERT OR IGNORE INTO past VALUES (?, ?, ?, ?, ?)", rows)

    def retire(self, article_id: str) -> None:
        """Keep an article's current version, which is about to be taken out."""
        self._db.execute(_OUT_OF_USE, (article_id,))

    def forget(self, article_id: str, sha256: str | None = None) -> None:
        """Keep a version no longer (it is the current one again), or none of an article's (it is removed)."""
        sql = "DELETE FROM past WHERE article = ? AND sha256 = coalesce(?, sha256)"
        self._db.execute(sql, (article_id, sha256))
