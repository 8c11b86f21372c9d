"""The desk's cache beside Chroma: articles, passages, words and vectors in one SQLite file, with the generation number.

All of it can be made anew from Chroma. It changes in one transaction a write, so that a reader sees an article whole or
not at all; readers have a snapshot each and never wait for the writer, nor he for them (SQLite's write-ahead log).
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from presscheck.models import Article, Passage, Role, SourceInfo
from presscheck.vectorstore.shelf_file import ShelfFile
from presscheck.vectorstore.shelving import Putting
from presscheck.vectorstore.versions import Version, from_metadata, unpacked

if TYPE_CHECKING:
    from presscheck.vectorstore.embeddings import Vectors

KEPT = 256
"""Articles kept in memory."""


class Shelved(NamedTuple):
    """What the shelf knows of an article's current version."""

    key: str
    rows: int
    sha256: str


class Shelf(ShelfFile):
    """The cache; implements `Library`. Safe to use from several threads; within `snapshot` nothing changes."""

    def heads(self) -> Sequence[SourceInfo]:
        """Return every current article without its text, by id."""
        now = self.generation
        if self._memory.heads[0] != now:
            rows = self.all("SELECT head FROM articles ORDER BY id")
            self._memory.heads = now, tuple(SourceInfo.model_validate_json(head) for (head,) in rows)
        return self._memory.heads[1]

    def article(self, article_id: str) -> Article:
        """Return a current article; KeyError if there is none of that id."""
        found = self.one("SELECT key FROM articles WHERE id = ?", article_id)
        if found is None:
            raise KeyError(article_id)
        versions = self._versions([found[0]])
        return versions[found[0]] if versions else self.article(article_id)

    def passages(self, article_id: str) -> Sequence[Passage]:
        """Return an article's passages in order."""
        found = self.one("SELECT first_row, rows FROM articles WHERE id = ?", article_id)
        return list(self.by_row(range(found[0], found[0] + found[1])).values()) if found else []

    def search(
        self, words: str, k: int = 8, *, only: Collection[str] | None = None
    ) -> list[tuple[Passage, float]]:
        """Return passages that hold any of the words, best first, with BM25 scores above 0."""
        scores = dict(self.index.search(words, k, only=only))
        return [(passage, scores[row]) for row, passage in self.by_row(scores).items()]

    def phrase(self, words: str, k: int = 8, *, only: Collection[str] | None = None) -> list[Passage]:
        """Return passages that hold exactly this run of words."""
        return list(self.by_row(self.index.phrase(words, k, only=only)).values())

    def by_row(self, rows: Iterable[int]) -> dict[int, Passage]:
        """Return the passages of these rows by row, in this order; rows that are gone are left out."""
        rows = list(rows)
        sql = (
            "SELECT row, key, article, ordinal, start, stop, speaker, role FROM passages JOIN articles ON id = article "
            "WHERE row IN (SELECT value FROM json_each(?))"
        )
        found = {row: values for row, *values in self.all(sql, json.dumps(rows))}
        bodies = self._versions({values[0] for values in found.values()})
        there = (row for row in rows if row in found and found[row][0] in bodies)
        return {row: _passage(bodies[found[row][0]], *found[row]) for row in there}

    def rows_named(self, names: Iterable[str]) -> list[int]:
        """Return the rows of passages by their ids in Chroma, in this order; those not current are left out."""
        firsts: dict[str, tuple[int, int] | None] = {}
        rows = []
        for key, _, ordinal in (name.rpartition(".") for name in names):
            if key not in firsts:
                firsts[key] = self.one("SELECT first_row, rows FROM articles WHERE key = ?", key)
            first = firsts[key]
            if first is not None and int(ordinal) < first[1]:
                rows.append(first[0] + int(ordinal))
        return rows

    def names_of(self, rows: Sequence[int]) -> list[str]:
        """Return the ids in Chroma of the passages in these rows."""
        sql = "SELECT key, row - first_row FROM passages JOIN articles ON id = article WHERE row = ?"
        return [f"{key}.{ordinal}" for key, ordinal in (self.one(sql, row) for row in rows)]

    def entry(self, article_id: str) -> tuple[str, str | None, str]:
        """Return what is listed of an article, the file it was read from, and the hash of its text, as they stand here."""
        found = self.one("SELECT head, place, sha256 FROM articles WHERE id = ?", article_id)
        return found[0], found[1], found[2]

    def cut(self, article_id: str) -> list[tuple[int, int, int, str | None, str]]:
        """Return ordinal, start, end, speaker and role of an article's passages, as they stand here."""
        sql = (
            "SELECT ordinal, start, stop, speaker, role FROM articles JOIN passages "
            "ON row >= first_row AND row < first_row + rows WHERE id = ? AND article = id ORDER BY row"
        )
        return self.all(sql, article_id)

    def marked(self, article_id: str) -> set[int]:
        """Return the marks by which an article's near-copies are found."""
        return {mark for (mark,) in self.all("SELECT hash FROM shingles WHERE article = ?", article_id)}

    def indexed(self, article_id: str) -> list[str]:
        """Return the texts that the index of words has of an article's passages, in order."""
        sql = "SELECT text FROM places JOIN words ON words.rowid = places.row WHERE article = ? ORDER BY places.row"
        return [text for (text,) in self.all(sql, article_id)]

    def owners(self) -> set[str]:
        """Return the ids of all articles that words are indexed of."""
        return {article_id for (article_id,) in self.all("SELECT DISTINCT article FROM places")}

    def count(self) -> int:
        """Return the number of passages."""
        return int((self.one("SELECT coalesce(sum(rows), 0) FROM articles") or (0,))[0])

    def shelved(self) -> dict[str, Shelved]:
        """Return what is known of each current version by its article's id."""
        rows = self.all("SELECT id, key, rows, sha256 FROM articles")
        return {article_id: Shelved(key, count, sha) for article_id, key, count, sha in rows}

    def known(self, article_id: str) -> Shelved | None:
        """Return what is known of an article's current version."""
        found = self.one("SELECT key, rows, sha256 FROM articles WHERE id = ?", article_id)
        return None if found is None else Shelved(*found)

    def stored(self, article_id: str) -> tuple[Version, str]:
        """Return an article's current version as it was stored, with its packed body."""
        sql = "SELECT key, generation, body FROM articles WHERE id = ?"
        key, generation, body = self.one(sql, article_id)
        known = {"generation": generation, "article": article_id, "body": body}
        return from_metadata(key, known), body

    def at_place(self, place: str) -> str | None:
        """Return the id of the current article that was read from a place."""
        found = self.one("SELECT id FROM articles WHERE place = ?", place)
        return None if found is None else str(found[0])

    def speakers(self) -> list[str]:
        """Return all speakers' names."""
        return [
            name for (name,) in self.all("SELECT DISTINCT speaker FROM passages WHERE speaker IS NOT NULL")
        ]

    def rows_of(
        self, article_ids: Collection[str] | None, speakers: Collection[str] | None = None
    ) -> list[int]:
        """Return the rows of these articles' passages (None: of all) that one of these people speaks (None: anybody)."""
        if speakers is not None:
            sql = "SELECT row, article FROM passages WHERE speaker IN (SELECT value FROM json_each(?))"
            found = self.all(sql, json.dumps(sorted(speakers)))
            return [row for row, article_id in found if article_ids is None or article_id in article_ids]
        sql = "SELECT first_row, rows FROM articles WHERE id IN (SELECT value FROM json_each(?))"
        spans = self.all(sql, json.dumps(sorted(article_ids or ())))
        return [row for first, count in spans for row in range(first, first + count)]

    def rows(self) -> list[int]:
        """Return the rows of all passages in ascending order."""
        return [row for (row,) in self.all("SELECT row FROM passages ORDER BY row")]

    def vectors(self, rows: Sequence[int] | None = None) -> tuple[list[int], Vectors]:
        """Return those of the rows (None: of all) that are there in ascending order, and their vectors in half precision."""
        import numpy as np

        within = "" if rows is None else "WHERE row IN (SELECT value FROM json_each(?))"
        asked = () if rows is None else (json.dumps(list(rows)),)
        found = self.all(f"SELECT row, vector FROM passages {within} ORDER BY row", *asked)
        vectors = np.frombuffer(b"".join(blob for _, blob in found), np.float16)
        return [row for row, _ in found], vectors.reshape(len(found), -1 if found else 1).astype(np.float32)

    def nearest(self, vector: Vectors, k: int, rows: Sequence[int] | None = None) -> list[int]:
        """Return the rows whose vectors are nearest, nearest first; `rows`: only these."""
        return self._memory.vectors.nearest(self, vector, k, rows)

    def alike(self, asked: Sequence[int]) -> list[Article]:
        """Return the articles that have at least a fourth of these marks, those with most of them first."""
        sql = (
            "SELECT article FROM shingles WHERE hash IN (SELECT value FROM json_each(?)) "
            "GROUP BY article HAVING count(*) * 4 >= ? ORDER BY count(*) DESC, article LIMIT 8"
        )
        found = self.all(sql, json.dumps(list(asked)), len(asked)) if asked else []
        return [self.article(article_id) for (article_id,) in found]

    def _versions(self, keys: Iterable[str]) -> dict[str, Article]:
        """Return articles by the keys of their versions; those that are gone by now are left out."""
        known = self._memory.articles
        found: dict[str, Article] = {}
        for key in keys:
            article = known.get(key)
            if article is None:
                row = self.one("SELECT body FROM articles WHERE key = ?", key)
                if row is None:
                    continue
                article = Article(**unpacked(row[0])["article"])
                if len(known) >= KEPT:
                    known.clear()
                known[key] = article
            found[key] = article
        return found

    # What the writer does

    def change(
        self,
        generation: int,
        *,
        put: Iterable[Putting] = (),
        drop: Iterable[str] = (),
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Take articles out (by id) and put versions with their vectors in, in one transaction."""
        with self._lock:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                for article_id in drop:
                    self._shelving.drop(article_id)
                for putting in put:
                    self._shelving.put(*putting)
                for name, value in {**(notes or {}), "generation": str(generation)}.items():
                    self._db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (name, value))
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")


def _passage(
    article: Article,
    key: str,
    article_id: str,
    ordinal: int,
    start: int,
    stop: int,
    speaker: str | None,
    role: Role,
) -> Passage:
    return Passage(
        id=f"{key}.{ordinal}",
        article_id=article_id,
        ordinal=ordinal,
        start=start,
        end=stop,
        text=article.text[start:stop],
        speaker=speaker,
        role=role,
    )
