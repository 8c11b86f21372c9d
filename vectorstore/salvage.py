"""Reads what can still be read of a store whose files are damaged, row by row, past the pages that can't be.

Chroma is not opened for that: opening can write, and may take the process down. Its records stand in `embedding_metadata`,
the latest of them in the queue of what was written (`embeddings_queue`) as well.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, suppress
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from presscheck.vectorstore.shelving import OWN_NOTES
from presscheck.vectorstore.store import CHROMA, SHELF
from presscheck.vectorstore.versions import Version, exact, from_metadata, newest, superseded

CHROMA_FILE = "chroma.sqlite3"
GIVE_UP = 10_000
"""Rows in a row that can't be read or are not there, where nobody knows how many there are."""


class Salvaged(NamedTuple):
    """What damaged files still tell."""

    versions: list[Version]
    """Those that are whole, removals among them; none twice."""
    past: list[Version]
    """Those of them that the shelf knew as superseded."""
    named: set[tuple[str, str]]
    """Article ids and hashes of texts ('' if only the article is known) that some row still names, whole or not."""
    notes: dict[str, str]
    """What others had noted on the shelf."""
    sure: bool = False
    """Whether the shelf knew of all superseded versions."""

    def newest(self) -> list[Version]:
        """Return the newest version of each article that is still there."""
        return [version for version in newest(self.versions).values() if version.article is not None]

    def superseded(self) -> list[Version]:
        """Return the older ones of these articles, one for each text."""
        now = {(v.article_id, v.article.sha256) for v in self.newest() if v.article is not None}
        there = {article_id for article_id, _ in now}
        past = [*superseded(self.versions), *(v for v in self.past if v.article_id in there)]
        texts = {(v.article_id, v.article.sha256): v for v in past if v.article is not None}
        return [version for pair, version in texts.items() if pair not in now]

    def removed(self) -> set[str]:
        """Return the ids of articles that were removed."""
        return {
            article_id for article_id, version in newest(self.versions).items() if version.article is None
        }


def salvage(home: Path) -> Salvaged:
    """Read a store's files on disk as far as they can be read."""
    shelf, records = of_shelf(home / SHELF), _of_chroma(home / CHROMA / CHROMA_FILE)
    versions = _once([*records.versions, *shelf.versions])
    return shelf._replace(versions=versions, named=shelf.named | records.named)


def of_shelf(path: Path) -> Salvaged:
    """Read a shelf's articles, current and superseded, and its notes."""
    found = Salvaged([], [], set(), {})
    with _opened(path) as database:
        for table, name, into in (("articles", "id", found.versions), ("past", "article", found.past)):
            found.named.update(_rows(database, table, f"{name}, sha256"))
            for key, generation, article_id, body in _rows(database, table, f"key, generation, {name}, body"):
                _take(into, key, {"generation": generation, "article": article_id, "body": body})
        found.named.update(_rows(database, "places", "article, ''"))
        notes: dict[str, str] = {}
        with suppress(sqlite3.Error):
            notes.update(database.execute("SELECT name, value FROM meta"))
    found.notes.update((name, value) for name, value in notes.items() if name not in OWN_NOTES)
    return found._replace(sure="past" in notes)


def _of_chroma(path: Path) -> Salvaged:
    found = Salvaged([], [], set(), {})
    with _opened(path) as database:
        for key, metadata in [*_records(database), *_queued(database)]:
            if "article" in metadata:
                found.named.add((str(metadata["article"]), str(metadata.get("sha256", ""))))
            _take(found.versions, key, metadata)
    return found


def _take(into: list[Version], key: str, metadata: dict[str, Any]) -> None:
    """Take a record's version if it is whole."""
    with suppress(Exception):  # whatever is wrong with it, it is broken
        version = from_metadata(key, metadata)
        if exact(version):
            into.append(version)


def _records(database: sqlite3.Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the records that Chroma's own table of metadata has."""
    known: dict[int, dict[str, Any]] = defaultdict(dict)
    for number, name, words, whole in _rows(
        database, "embedding_metadata", "id, key, string_value, int_value"
    ):
        known[number][name] = whole if words is None else words
    keys: dict[int, str] = dict(_rows(database, "embeddings", "id, embedding_id"))
    for number, metadata in known.items():
        yield keys.get(number) or f"{metadata.get('sha256', '')[:8]}{number:012x}", metadata


def _queued(database: sqlite3.Connection) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the records in the queue of what was written to Chroma."""
    for key, told in _rows(database, "embeddings_queue", "id, metadata"):
        with suppress(ValueError, TypeError):
            metadata = json.loads(told)
            if "article" in metadata:
                yield key, metadata


def _once(found: list[Version]) -> list[Version]:
    """Return each version once: a record may stand in several places."""
    by_content = {(v.article_id, v.generation, v.article and v.article.sha256): v for v in reversed(found)}
    return list(by_content.values())


def _opened(path: Path) -> closing[sqlite3.Connection]:
    """Open a database to read; an empty one where it can't even be opened."""
    try:
        return closing(read_only(path))
    except sqlite3.Error:
        return closing(sqlite3.connect(":memory:"))


def read_only(path: Path) -> sqlite3.Connection:
    """Open a database so that nothing of it is changed."""
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=60)


def is_whole(path: Path) -> bool:
    """Whether a file is a database all of whose pages can be read."""
    try:
        connection = read_only(path)
        try:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
        finally:
            connection.close()
    except sqlite3.Error:
        return False


def never_filled(home: Path) -> bool:
    """Whether a store's very first write was cut off: there is no shelf yet, and Chroma holds nothing.

    A Chroma that was cut off while it made its tables has left a journal, with which it undoes that.
    """
    if (home / SHELF).exists() or any(path.is_dir() for path in (home / CHROMA).glob("*")):
        return False
    file = home / CHROMA / CHROMA_FILE
    begun = not file.exists() or file.with_name(f"{CHROMA_FILE}-journal").exists() or is_whole(file)
    return begun and not _of_chroma(file).named


def _rows(database: sqlite3.Connection, table: str, columns: str) -> Iterator[tuple[Any, ...]]:
    """Yield the rows that can be read: those of a damaged page are missing, and none besides."""
    asked, missed, last = f"SELECT {columns} FROM {table} WHERE rowid = ?", 0, _last(database, table)
    for number in count(1):
        if number > last or (missed > GIVE_UP and last == float("inf")):
            return
        try:
            row = database.execute(asked, (number,)).fetchone()
        except sqlite3.Error:
            row = None
        missed = 0 if row else missed + 1
        if row:
            yield row


def _last(database: sqlite3.Connection, table: str) -> float:
    """Return the number of a table's last row; 0 if there is no such table, infinity if nobody knows."""
    try:
        return int(database.execute(f"SELECT max(rowid) FROM {table}").fetchone()[0] or 0)
    except sqlite3.OperationalError:
        return 0
    except sqlite3.Error:
        return float("inf")
