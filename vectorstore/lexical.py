"""The lexical index: SQLite FTS5 over passages, in a file or in memory.

A query is built from quoted words only, so that no text of an article or a user is ever read as FTS syntax.
"""

from __future__ import annotations

import json
import re
import sqlite3
import threading
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from presscheck.characters import HALF
from presscheck.text.reading import UNSEEN
from presscheck.text.words import STOPWORDS
from presscheck.vectorstore.opening import Stamp, to_read
from presscheck.vectorstore.postings import Newest, Postings, State

_TOKEN = re.compile(r"[^\W_]+")
_CJK = re.compile("([\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0002ffff])")
_ACCENT = re.compile("[\u0300-\u036f]")

FEW_ARTICLES = 16
"""Up to so many article ids a search goes through their rows alone; above, its results are sifted as they come."""
MOST_WORDS = 64
"""Words of a query beyond these are left out."""

POSTINGS = 5000
"""In an index of at least so many rows a search goes by its rarest words, as many as together stand in so many rows,
which bounds its time: on 28,250 passages of the web (WiCE's claims) recall@10 is 0.70 instead of 0.71."""

_SCHEMA = """
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(text, tokenize='porter unicode61 remove_diacritics 2');
CREATE TABLE IF NOT EXISTS places(row INTEGER PRIMARY KEY, article TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS places_article ON places(article);
"""
_RANKED = (
    "SELECT words.rowid, places.article, words.rank FROM words JOIN places ON places.row = words.rowid "
    "WHERE words MATCH ?{within} ORDER BY words.rank, words.rowid"
)
_PHRASE = (
    "SELECT words.rowid, places.article, words.text FROM words JOIN places ON places.row = words.rowid "
    "WHERE words MATCH ? ORDER BY words.rowid"
)

Row = tuple[int, str, str]
"""Row number, article id, text."""


class LexicalIndex:
    """Words and where they stand. Rows are numbered by whoever adds them; safe to use from several threads.

    Statements commit themselves unless the caller has begun a transaction. What is read of the words is shared over
    `newest` by all connections to one file; `state` tells which state this one sees. `stamp` is the file's where it can
    only be read as it stood when it was opened.
    """

    def __init__(
        self,
        path: Path | str = ":memory:",
        *,
        create: bool = True,
        newest: Newest | None = None,
        state: Callable[[], State] | None = None,
    ) -> None:
        self.stamp: Stamp | None = None
        if create:
            self.db = sqlite3.connect(str(path), check_same_thread=False, timeout=60, isolation_level=None)
        else:
            self.db, self.stamp = to_read(Path(path))
        self.lock = threading.RLock()
        self._postings = Postings(self.db, newest, state)
        if create:
            self.db.executescript(_SCHEMA)

    def add(self, rows: Iterable[Row]) -> None:
        """Add passages, an article's in consecutive rows."""
        rows = list(rows)
        with self.lock:
            self._postings.keep_apart()
            self.db.executemany(
                "INSERT INTO places VALUES (?, ?)", [(row, article) for row, article, _ in rows]
            )
            texts = [(row, indexable(text)) for row, _, text in rows]
            self.db.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", texts)

    def remove(self, article_id: str) -> None:
        """Remove an article's passages."""
        with self.lock:
            self._postings.keep_apart()
            rows = self.db.execute("SELECT row FROM places WHERE article = ?", (article_id,)).fetchall()
            self.db.executemany("DELETE FROM words WHERE rowid = ?", rows)
            self.db.execute("DELETE FROM places WHERE article = ?", (article_id,))

    def search(
        self, words: str, k: int = 8, *, only: Collection[str] | None = None
    ) -> list[tuple[int, float]]:
        """Return the rows that hold any of the words, best first by BM25, with scores above 0; ties by row."""
        terms = query_terms(words)
        if not terms or k < 1 or (only is not None and not only):
            return []
        if only is not None and len(only) <= FEW_ARTICLES:
            found = [hit for article in only for hit in self._within(_any_of(terms), article)]
            return sorted(found, key=lambda hit: (-hit[1], hit[0]))[:k]
        if self._large():
            return self._by_postings(terms, k, only)
        return self._everywhere(_any_of(terms), k, only)

    def phrase(self, words: str, k: int = 8, *, only: Collection[str] | None = None) -> list[int]:
        """Return the rows that hold exactly this run of words, whatever the case, accents and punctuation."""
        run = plain_words(words)
        if not run or k < 1 or (only is not None and not only):
            return []
        found: list[int] = []
        for row, text in self._candidates(run, only):
            if holds(plain_words(text), run):
                found.append(row)
                if len(found) == k:
                    break
        return found

    def close(self) -> None:
        """Close the database."""
        with self.lock:
            self.db.close()

    def _large(self) -> bool:
        return (self.db.execute("SELECT max(row) FROM places").fetchone()[0] or 0) >= POSTINGS

    def _rarest(self, terms: list[str]) -> list[str]:
        """Return the rarest of the words, as many as stand in `POSTINGS` rows together."""
        counts = self._postings.counts(terms)
        total = 0
        rare: list[str] = []
        for term in sorted(terms, key=lambda term: counts[term]):
            total += counts[term]
            if rare and total > POSTINGS:
                break
            rare.append(term)
        return rare

    def _by_postings(self, terms: list[str], k: int, only: Collection[str] | None) -> list[tuple[int, float]]:
        """Search a large index: by its rarest words; by all where these have too few rows (of the articles asked for)."""
        with self.lock, self._postings.one_state():
            rare = self._rarest(terms)
            found = self._best(rare, k, only)
            return found if len(found) == k or len(rare) == len(terms) else self._best(terms, k, only)

    def _best(self, terms: list[str], k: int, only: Collection[str] | None) -> list[tuple[int, float]]:
        ranked = self._postings.ranked(terms, 2 * k)
        if only is None:
            return list(islice(ranked, k))
        allowed = frozenset(only)
        found: list[tuple[int, float]] = []
        while len(found) < k and (some := list(islice(ranked, 2 * k))):
            owners = self._owners([row for row, _ in some])
            found += [hit for hit in some if owners.get(hit[0]) in allowed]
        return found[:k]

    def _owners(self, rows: Sequence[int]) -> dict[int, str]:
        sql = "SELECT row, article FROM places WHERE row IN (SELECT value FROM json_each(?))"
        return dict(self.db.execute(sql, (json.dumps(rows),)).fetchall())

    def _within(self, query: str, article: str) -> list[tuple[int, float]]:
        """Search one article: its rows are consecutive, and FTS5 is quick on a range of rows."""
        sql = _RANKED.format(within=" AND words.rowid BETWEEN ? AND ?")
        with self.lock:
            first, last = self.db.execute(
                "SELECT min(row), max(row) FROM places WHERE article = ?", (article,)
            ).fetchone()
            found = self.db.execute(sql, (query, first, last)).fetchall() if first is not None else []
        return [(row, -score) for row, owner, score in found if owner == article]

    def _everywhere(self, query: str, k: int, only: Collection[str] | None) -> list[tuple[int, float]]:
        allowed = None if only is None else frozenset(only)
        found: list[tuple[int, float]] = []
        with self.lock:
            cursor = self.db.execute(_RANKED.format(within=""), (query,))
            for row, article, score in cursor:
                if allowed is None or article in allowed:
                    found.append((row, -score))
                    if len(found) == k:
                        break
            cursor.close()
        return found

    def _candidates(self, run: Sequence[str], only: Collection[str] | None) -> Iterator[tuple[int, str]]:
        allowed = None if only is None else frozenset(only)
        with self.lock:
            found = self.db.execute(_PHRASE, (f'"{" ".join(run)}"',)).fetchall()
        return ((row, text) for row, article, text in found if allowed is None or article in allowed)


def _any_of(terms: Sequence[str]) -> str:
    return " OR ".join(f'"{term}"' for term in terms)


def indexable(text: str) -> str:
    """Return what FTS5 is given: Chinese and Japanese characters apart, as words of their own; no lone surrogates.

    Characters that nobody sees, which split words, are left out.
    """
    if text.isascii():
        return text
    return HALF.sub("\ufffd", _CJK.sub(r" \1 ", UNSEEN.sub("", text)))


def query_terms(words: str) -> list[str]:
    """Return the words to search for, each once and without stop words (unless there are no others)."""
    terms = list(dict.fromkeys(_TOKEN.findall(_folded(words))))
    return ([t for t in terms if t not in STOPWORDS] or terms)[:MOST_WORDS]


def plain_words(text: str) -> list[str]:
    """Return the words in lower case without accents, as a phrase is compared."""
    return _TOKEN.findall(_folded(text))


def _folded(text: str) -> str:
    """Return a text in small letters without accents, other letters as FTS5 has them: "ß" stays what it is."""
    text = indexable(text)
    if not text.isascii():
        parts = _ACCENT.sub("", unicodedata.normalize("NFD", text))
        text = _ACCENT.sub("", unicodedata.normalize("NFC", parts).lower())
    return text.lower()


def holds(words: Sequence[str], run: Sequence[str]) -> bool:
    """Say whether `run` stands in `words` without a gap."""
    n, first = len(run), run[0]
    return any(word == first and words[i : i + n] == run for i, word in enumerate(words))
