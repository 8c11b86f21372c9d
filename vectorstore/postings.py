"""Ranks the rows of a large lexical index: where a word stands is read once and kept, the scores are added up by numpy.

The scores are those of SQLite FTS5's own `rank` (BM25, k1 = 1.2, b = 0.75), which reads every word's rows anew for each
query. Who only looks into a few files never comes here, nor loads numpy.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from math import log
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np

    Numbers = np.ndarray[Any, np.dtype[np.int64]]

K1, B = 1.2, 0.75
LEAST_WEIGHT = 1e-6
"""What FTS5 takes a word for that stands in more than half of the rows."""
MOST_KEPT = 2_000_000
"""Places of words kept in memory, 16 bytes each; beyond them all are forgotten."""

_VIEWS = (
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.counted USING fts5vocab(main, words, row)",
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.stands USING fts5vocab(main, words, instance)",
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.query USING fts5(text, tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.stems USING fts5vocab(temp, query, instance)",
)


class Posting(NamedTuple):
    """In which rows a word stands, and what it adds to the score of each."""

    rows: Numbers
    scores: Any


class Lengths(NamedTuple):
    """How many words each row has, by row number (0 where there is no such row), how many rows there are, the average."""

    words: Numbers
    rows: int
    average: float


State = tuple[str, int]
"""Which file an index is in, and the number of its newest write."""


class Known:
    """What was read of an index in one state: stems, in how many rows a word stands, in which, and how long each row is."""

    def __init__(self) -> None:
        self.stems: dict[str, str] = {}
        self.rows_of: dict[str, int] = {}
        self.postings: dict[str, Posting] = {}
        self.lengths: Lengths | None = None
        self.kept = 0


class Newest:
    """Holds what is known of the newest state that was asked for, for all who read it; safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._state: State = ("", -1)
        self._known = Known()

    def of(self, state: State) -> Known:
        """Return what is known of a state; of an older one than the newest, nothing."""
        with self._lock:
            if state != self._state:
                name, number = self._state
                if state[0] == name and state[1] < number:
                    return Known()
                self._state, self._known = state, Known()
            return self._known


class Postings:
    """Ranks an index's rows; its owner holds the lock, and tells by `forget` when it has changed the index itself.

    `newest` is shared by those who read the same file; `state` then tells which state this connection sees.
    """

    def __init__(
        self, db: sqlite3.Connection, newest: Newest | None = None, state: Callable[[], State] | None = None
    ) -> None:
        self._db, self._newest, self._state = db, newest, state
        self._version = -1
        self.forget()

    def forget(self) -> None:
        """Forget what was read of the index."""
        self._known, self._viewed = Known(), False

    def keep_apart(self) -> None:
        """Share nothing from now on: this connection changes the index."""
        self._newest = None
        self.forget()

    @contextmanager
    def one_state(self) -> Iterator[None]:
        """Read one state of the index, whatever another process writes meanwhile; forget older ones.

        Within a transaction of a caller who shares nothing, nothing is kept, since it may yet be undone.
        """
        began = not self._db.in_transaction
        if began:
            self._db.execute("BEGIN")
        try:
            self._look()
            yield
        finally:
            if began:
                self._db.execute("COMMIT")
            elif self._newest is None:
                self.forget()

    def _look(self) -> None:
        if self._newest is not None and self._state is not None:
            self._known = self._newest.of(self._state())
            return
        version = self._db.execute("PRAGMA data_version").fetchone()[0]
        if version != self._version:
            self.forget()
            self._version = version

    def counts(self, terms: Sequence[str]) -> dict[str, int]:
        """Return in how many rows each word stands."""
        self._learn_stems(terms)
        rows_of, stems = self._known.rows_of, self._known.stems
        for term in terms:
            if term not in rows_of:
                self._view()
                sql = "SELECT doc FROM temp.counted WHERE term = ?"
                rows_of[term] = (self._db.execute(sql, (stems[term],)).fetchone() or (0,))[0]
        return {term: rows_of[term] for term in terms}

    def ranked(self, terms: Sequence[str], first: int) -> Iterator[tuple[int, float]]:
        """Yield the rows that hold any of the words with their scores, the best first, ties by row.

        The `first` come quickly; only who goes on has all the others put in order.
        """
        import numpy as np

        self._learn_stems(terms)
        postings = [self._posting(self._known.stems[term]) for term in terms]
        rows, added = (np.concatenate(column) for column in zip(*postings, strict=True))
        scores = np.bincount(rows, added)
        held = np.flatnonzero(scores)
        if len(held) > first:
            least = np.partition(scores[held], -first)[-first]
            top = scores[held] >= least
            yield from _in_order(held[top], scores)
            held = held[~top]
        yield from _in_order(held, scores)

    def _view(self) -> None:
        if not self._viewed:
            for statement in _VIEWS:
                self._db.execute(statement)
            self._viewed = True

    def _learn_stems(self, terms: Sequence[str]) -> None:
        """Learn the stems of words as FTS5 makes them; without one, a word stands for itself."""
        terms = [term for term in terms if term not in self._known.stems]
        if not terms:
            return
        self._view()
        self._db.executemany("INSERT INTO temp.query(rowid, text) VALUES (?, ?)", list(enumerate(terms)))
        found = {doc: stem for stem, doc in self._db.execute("SELECT term, doc FROM temp.stems")}
        self._db.execute("DELETE FROM temp.query")
        self._known.stems.update((term, found.get(at, term)) for at, term in enumerate(terms))

    def _posting(self, stem: str) -> Posting:
        import numpy as np

        known = self._known
        if (posting := known.postings.get(stem)) is None:
            self._view()
            sql = "SELECT json_group_array(doc) FROM temp.stands WHERE term = ?"
            places = np.array(json.loads(self._db.execute(sql, (stem,)).fetchone()[0]), np.int64)
            rows, counts = np.unique(places, return_counts=True)
            posting = Posting(rows, self._scores(rows, counts))
            if known.kept > MOST_KEPT:
                known.postings, known.kept = {}, 0
            known.postings[stem] = posting
            known.kept += len(posting.rows)
        return posting

    def _scores(self, rows: Numbers, counts: Numbers) -> Any:  # noqa: ANN401 (an array)
        lengths = self._all_lengths()
        norm = K1 * (1 - B + B * lengths.words[rows] / lengths.average)
        return _rarity(lengths.rows, len(rows)) * counts * (K1 + 1) / (counts + norm)

    def _all_lengths(self) -> Lengths:
        import numpy as np

        if (lengths := self._known.lengths) is None:
            found = self._db.execute("SELECT id, sz FROM words_docsize").fetchall()
            rows = np.array([row for row, _ in found], np.int64)
            words = np.zeros(rows.max(initial=0) + 1, np.int64)
            words[rows] = [_varint(size) for _, size in found]
            lengths = Lengths(words, len(found), float(words.sum() / max(1, len(found))))
            self._known.lengths = lengths
        return lengths


def _in_order(rows: Numbers, scores: Any) -> Iterator[tuple[int, float]]:  # noqa: ANN401 (an array)
    import numpy as np

    best = rows[np.lexsort((rows, -scores[rows]))]
    return zip(best.tolist(), scores[best].tolist(), strict=True)


def _rarity(rows: int, holding: int) -> float:
    """Return what a word counts by how rare it is (its inverse document frequency)."""
    weight = log((rows - holding + 0.5) / (holding + 0.5))
    return weight if weight > 0 else LEAST_WEIGHT


def _varint(blob: bytes) -> int:
    """Return an SQLite varint of fewer than nine bytes: seven bits a byte, the highest first."""
    value = 0
    for byte in blob:
        value = value << 7 | byte & 127
    return value
