"""Threads kept on disk: one SQLite file in the desk's folder, safe to use from several threads and processes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from presscheck.errors import BadRequest, DeskUnwritable
from presscheck.given import given_text, whole_characters
from presscheck.models import Message, Reply, ThreadInfo
from presscheck.vectorstore.opening import to_read

FILE = "threads.db"
LONGEST_NAME = 200
_SCHEMA = """
PRAGMA journal_mode=WAL;
PRAGMA synchronous=NORMAL;
CREATE TABLE IF NOT EXISTS messages(
    id INTEGER PRIMARY KEY AUTOINCREMENT, thread TEXT NOT NULL, role TEXT NOT NULL, text TEXT NOT NULL, reply TEXT, at TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS messages_thread ON messages(thread, id);
"""
_LISTED = """
SELECT thread, (SELECT text FROM messages f WHERE f.thread = m.thread ORDER BY id LIMIT 1), COUNT(*), MAX(at)
FROM messages m GROUP BY thread ORDER BY MAX(id) DESC
"""


class Threads:
    """The stored threads of a desk; the file is made by the first message."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def list(self) -> Sequence[ThreadInfo]:
        """Return what is known of each thread, the one used last first."""
        with self._open() as db:
            rows = db.execute(_LISTED).fetchall() if db else []
        return [
            ThreadInfo(name=name, title=title[:120], messages=n, updated=datetime.fromisoformat(at))
            for name, title, n, at in rows
        ]

    def messages(self, name: str) -> Sequence[Message]:
        """Return a thread's messages in order; none for a thread that is not there."""
        sql = "SELECT role, text, reply FROM messages WHERE thread = ? ORDER BY id"
        with self._open() as db:
            rows = db.execute(sql, (given_text(name, "a thread's name"),)).fetchall() if db else []
        return [
            Message(role=role, text=text, reply=Reply.model_validate_json(reply) if reply else None)
            for role, text, reply in rows
        ]

    def export(self, name: str) -> str:
        """Return a thread as Markdown, with what each number in brackets stands for. Raises `BadRequest` if it is not there."""
        from presscheck.chains.chat.exporting import to_markdown

        return to_markdown(name, self._known(name))

    def delete(self, name: str) -> None:
        """Delete a thread. Raises `BadRequest` if it is not there."""
        self._known(name)
        with self._open() as db:
            if db:
                db.execute("DELETE FROM messages WHERE thread = ?", (name,))

    def add(self, name: str, *messages: Message) -> None:
        """Store messages at the end of a thread. Raises `BadRequest` for a name that is empty or too long."""
        if not given_text(name, "a thread's name").strip() or len(name) > LONGEST_NAME:
            raise BadRequest(f"A thread's name has 1 to {LONGEST_NAME} characters.")
        now = datetime.now(UTC).isoformat(timespec="seconds")
        rows = [
            (name, m.role, whole_characters(m.text), m.reply and m.reply.model_dump_json(), now)
            for m in messages
        ]
        with self._open(create=True) as db:
            if db:
                db.executemany(
                    "INSERT INTO messages(thread, role, text, reply, at) VALUES (?, ?, ?, ?, ?)", rows
                )

    def _known(self, name: str) -> Sequence[Message]:
        found = self.messages(name)
        if not found:
            raise BadRequest(f"There is no thread {name!r}.")
        return found

    @contextmanager
    def _open(self, *, create: bool = False) -> Iterator[sqlite3.Connection | None]:
        """Give the database within a transaction; None where no thread was ever stored."""
        if not create and not self._path.is_file():
            yield None
            return
        try:
            with closing(self._connected(create=create)) as db, db:
                yield db
        except sqlite3.OperationalError as error:
            raise DeskUnwritable(f"{self._path} can't be used ({error}).") from error

    def _connected(self, *, create: bool) -> sqlite3.Connection:
        if not create:
            return to_read(self._path)[0]
        db = sqlite3.connect(self._path, timeout=60)
        db.executescript(_SCHEMA)
        return db
