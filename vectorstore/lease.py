"""One writer at a time on a Chroma server: whoever makes a certain collection holds the lock, and shows that he lives.

To make a collection that is there already fails, which is all that a lock needs. Its metadata name the holder and hold
a count that grows every few seconds; where it has not grown for `DEAD` seconds, the holder is gone, and the next one
renames that very collection (by its id, so that two who do so do no harm) and makes his own.
"""

from __future__ import annotations

import secrets
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from presscheck.errors import DeskLocked
from presscheck.vectorstore.lock import described, me

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

BEAT, DEAD = 3.0, 20.0
PAUSE = 0.1


class Lease:
    """The lock while it is held."""

    def __init__(self, client: ClientAPI, name: str, collection: Collection) -> None:
        self._client, self._name, self._mine = client, name, collection
        self._over = threading.Event()
        self._beating = threading.Thread(target=self._beat, daemon=True)
        self._beating.start()

    def check(self) -> None:
        """Raise `DeskLocked` if somebody else took the lock, since this process slept too long."""
        if _seen(self._client, self._name)[0] != str(self._mine.id):
            raise DeskLocked("Another process took the lock of the Chroma server meanwhile.")

    def release(self) -> None:
        """Let go of the lock, if it is still ours."""
        self._over.set()
        self._beating.join()
        if _seen(self._client, self._name)[0] == str(self._mine.id):
            self._client.delete_collection(self._name)

    def _beat(self) -> None:
        count = 0
        while not self._over.wait(BEAT):
            count += 1
            with suppress(Exception):  # a beat that fails is not the last
                self._mine.modify(metadata={**me(), "beat": count})


@contextmanager
def leased(client: ClientAPI, name: str, wait: float) -> Iterator[Lease]:
    """Hold the lock, waiting up to `wait` seconds. Raises `DeskLocked` naming the holder."""
    lease = _taken(client, name, wait)
    try:
        yield lease
    finally:
        with suppress(Exception):  # a lock that can't be let go of dies by itself
            lease.release()


def _taken(client: ClientAPI, name: str, wait: float) -> Lease:
    start = since = time.monotonic()
    seen: tuple[str, object] = ("", None)
    while True:
        if made := _made(client, name):
            return Lease(client, name, made)
        now, told = time.monotonic(), _seen(client, name)
        if told != seen:
            seen, since = told, now
        elif now - since > DEAD:
            _bury(client, name, seen[0])
        if now - start > wait:
            raise DeskLocked(f"The desk is being written by {described(_told(client, name))}.")
        time.sleep(PAUSE)


def _made(client: ClientAPI, name: str) -> Collection | None:
    """Make the collection; None if it is there already."""
    from chromadb.errors import ChromaError

    try:
        return client.create_collection(name, metadata={**me(), "beat": 0}, embedding_function=None)
    except ChromaError as error:
        if "already exists" not in str(error):
            raise
        return None


def _found(client: ClientAPI, name: str) -> Collection | None:
    from chromadb.errors import NotFoundError

    try:
        return client.get_collection(name, embedding_function=None)
    except NotFoundError:
        return None


def _told(client: ClientAPI, name: str) -> dict[str, Any]:
    found = _found(client, name)
    return dict(found.metadata or {}) if found else {}


def _seen(client: ClientAPI, name: str) -> tuple[str, object]:
    """Return which collection is the lock now, and its count."""
    found = _found(client, name)
    return (str(found.id), (found.metadata or {}).get("beat")) if found else ("", None)


def _bury(client: ClientAPI, name: str, ident: str) -> None:
    from chromadb.errors import ChromaError

    dead = _found(client, name)
    if dead is not None and str(dead.id) == ident:
        grave = f"{name}-{secrets.token_hex(4)}"
        with suppress(ChromaError):  # another one buries it just now
            dead.modify(name=grave)
            client.delete_collection(grave)
