"""An exact-match cache of model answers on disk: same model, prompt and input, no call and no cost."""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from presscheck.errors import InputError


def key_of(parts: Mapping[str, str]) -> str:
    """Return the key of a question: a hash of the model, its settings, the prompt and the input."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode("utf-8", "replace")).hexdigest()


def answers_file() -> Path:
    """Return where answers are kept unless told otherwise (below `$XDG_CACHE_HOME`, else `~/.cache`)."""
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "presscheck" / "answers.db"


class AnswerCache:
    """Answers by key; safe to use from several threads and processes. Raises `InputError` for a file it can't use."""

    def __init__(self, path: Path | None = None) -> None:
        self._lock = threading.Lock()
        try:
            if path is not None:
                path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path or ":memory:", check_same_thread=False, timeout=60)
            with self._lock, self._db:
                self._db.execute(
                    "CREATE TABLE IF NOT EXISTS answers(key TEXT PRIMARY KEY, answer TEXT NOT NULL)"
                )
        except (OSError, sqlite3.Error) as error:
            help_ = "Remove it, or name another with PRESSCHECK_ANSWERS."
            raise InputError(f"The file of answers {path} can't be used ({error}).", help=help_) from error

    def get(self, key: str) -> str | None:
        """Return the answer, if it is known and can be read."""
        row = None
        with self._lock, suppress(sqlite3.Error):
            row = self._db.execute("SELECT answer FROM answers WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def put(self, key: str, answer: str) -> None:
        """Keep an answer; where the disk is full it is not kept, and nothing else is lost."""
        with self._lock, suppress(sqlite3.Error), self._db:
            self._db.execute("INSERT OR REPLACE INTO answers VALUES (?, ?)", (key, answer))
