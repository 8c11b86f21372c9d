"""How an article goes onto the shelf and comes off it, within the transaction of whoever calls."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from presscheck.vectorstore.citing import source_info
from presscheck.vectorstore.lexical import LexicalIndex
from presscheck.vectorstore.stories import marks, sketch
from presscheck.vectorstore.superseded import SCHEMA as _PAST
from presscheck.vectorstore.superseded import Superseded
from presscheck.vectorstore.versions import Version

SCHEMA = f"""
CREATE TABLE IF NOT EXISTS meta(name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS articles(
    id TEXT PRIMARY KEY, key TEXT NOT NULL UNIQUE, generation INTEGER NOT NULL, first_row INTEGER NOT NULL,
    rows INTEGER NOT NULL, sha256 TEXT NOT NULL, place TEXT, head TEXT NOT NULL, body TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS articles_place ON articles(place) WHERE place IS NOT NULL;
CREATE TABLE IF NOT EXISTS passages(
    row INTEGER PRIMARY KEY AUTOINCREMENT, article TEXT NOT NULL, ordinal INTEGER NOT NULL, start INTEGER NOT NULL,
    stop INTEGER NOT NULL, speaker TEXT, role TEXT NOT NULL, vector BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS passages_speaker ON passages(speaker) WHERE speaker IS NOT NULL;
CREATE TABLE IF NOT EXISTS shingles(hash INTEGER, article TEXT, PRIMARY KEY(hash, article)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS shingles_article ON shingles(article);
{_PAST}"""
OWN_NOTES = ("name", "generation", "intent", "writer", "epoch", "past")
"""What the shelf itself notes in `meta`; `past` says that it knows all superseded versions."""
_NEXT_ROW = "SELECT coalesce(max(seq), 0) + 1 FROM sqlite_sequence WHERE name = 'passages'"
"""Rows are never used twice: who holds a row's vector knows that it is still that one."""


class Putting(NamedTuple):
    """A version to be put on the shelf: with its body as packed for Chroma, and its passages' vectors."""

    version: Version
    body: str
    vectors: Any


class Shelving:
    """Puts articles on the shelf and takes them off it."""

    def __init__(self, db: sqlite3.Connection, index: LexicalIndex, past: Superseded) -> None:
        self._db, self._index, self._past = db, index, past

    def put(self, version: Version, body: str, vectors: Any) -> None:  # noqa: ANN401 (an array)
        """Put a version in the place of the one that is there."""
        article = version.article
        if article is None:
            raise ValueError("a removal is dropped, not put")
        self._past.retire(article.id)
        self._past.forget(article.id, article.sha256)
        self._take_out(article.id)
        first = self._db.execute(_NEXT_ROW).fetchone()[0]
        head = source_info(article).model_dump_json()
        values = (article.id, version.key, version.generation, first, len(version.tiles), article.sha256)
        self._db.execute(
            "INSERT INTO articles VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (*values, version.place, head, body)
        )
        self._db.executemany(
            "INSERT INTO passages VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (first + ordinal, article.id, ordinal, *tile, vector.tobytes())
                for ordinal, (tile, vector) in enumerate(zip(version.tiles, _half(vectors), strict=True))
            ],
        )
        self._index.add((first + ordinal, article.id, text) for ordinal, text in enumerate(version.texts))
        found = [(mark, article.id) for mark in marks(sketch(article.text))]
        self._db.executemany("INSERT OR IGNORE INTO shingles VALUES (?, ?)", found)

    def drop(self, article_id: str) -> None:
        """Take an article off the shelf, with all versions that it had."""
        self._take_out(article_id)
        self._past.forget(article_id)

    def _take_out(self, article_id: str) -> None:
        found = self._db.execute(
            "SELECT first_row, rows FROM articles WHERE id = ?", (article_id,)
        ).fetchone()
        if found is None:
            return
        self._index.remove(article_id)
        self._db.execute("DELETE FROM passages WHERE row >= ? AND row < ?", (found[0], found[0] + found[1]))
        self._db.execute("DELETE FROM shingles WHERE article = ?", (article_id,))
        self._db.execute("DELETE FROM articles WHERE id = ?", (article_id,))


def _half(vectors: Any) -> Any:  # noqa: ANN401 (an array)
    import numpy as np

    return np.asarray(vectors, np.float16)
