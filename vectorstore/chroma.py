"""Chroma, opened once a process for each place, and opened anew when another process has written.

A client that was open before another process wrote does not reach the new vectors, and one that is out of date must
never write: several of them lose each other's vectors. So each use names the generation that it needs.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from presscheck.errors import DeskDamaged

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

BATCH = 5000
"""Rows in one call; Chroma takes at most 5,461."""
PAGE = 2000
"""Rows read in one call; SQLite refuses some 32,000."""
COSINE: Any = {"hnsw": {"space": "cosine"}}
LIGHT: Any = {"hnsw": {"space": "l2", "max_neighbors": 4, "ef_construction": 8, "ef_search": 8}}
"""For a collection that is never searched by its vectors."""


class Chroma:
    """One Chroma on disk; use `chroma_in` to get it, so that a process has no two clients for one place."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._lock = threading.RLock()
        self._client: ClientAPI | None = None
        self._seen: int | None = None
        self._process = os.getpid()

    @contextmanager
    def at(self, generation: int | None) -> Iterator[ClientAPI]:
        """Give a client that knows all that was written up to `generation`; None asks for a fresh one."""
        with self._lock:
            if self._stale(generation):
                self.close()
                self._client, self._seen = open_client(self.folder), generation
            yield cast("ClientAPI", self._client)

    def _stale(self, generation: int | None) -> bool:
        if self._client is None or self._seen is None or self._process != os.getpid():
            return True
        return generation is None or self._seen < generation

    def wrote(self, generation: int) -> None:
        """Note that this process itself wrote up to `generation`: its client knows that."""
        self._seen = generation

    def close(self) -> None:
        """Close the client, if it is open."""
        with self._lock:
            # A client made before a fork belongs to the parent: its threads do not live here.
            if self._client is not None and self._process == os.getpid():
                self._client.close()  # type: ignore[attr-defined]  # the client has it, its interface does not
            self._client, self._seen, self._process = None, None, os.getpid()


_OPEN: dict[Path, Chroma] = {}
_OPENING = threading.Lock()


def chroma_in(folder: Path) -> Chroma:
    """Return this process's one `Chroma` for a folder."""
    with _OPENING:
        return _OPEN.setdefault(folder.resolve(), Chroma(folder.resolve()))


def open_client(folder: Path) -> ClientAPI:
    """Return a new client; nothing is told to anybody."""
    import chromadb
    from chromadb.config import Settings

    try:
        return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))
    except BaseException as error:
        # What Rust panics with is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise DeskDamaged(f"Chroma can't open {folder} ({str(error)[:120]}).") from None


def collection(client: ClientAPI, name: str, configuration: Any = COSINE) -> Collection:  # noqa: ANN401 (Chroma's own)
    """Return a collection, made if it is not there; a known one keeps its configuration, whatever is asked."""
    return client.get_or_create_collection(name, configuration=configuration, embedding_function=None)


def add(into: Collection, ids: Sequence[str], vectors: Any) -> None:  # noqa: ANN401 (an array)
    """Add vectors in as few calls as Chroma allows."""
    for at in range(0, len(ids), BATCH):
        into.add(ids=list(ids[at : at + BATCH]), embeddings=vectors[at : at + BATCH])


def delete(out_of: Collection, ids: Sequence[str]) -> None:
    """Delete rows; ids that are not there do no harm."""
    for at in range(0, len(ids), BATCH):
        out_of.delete(ids=list(ids[at : at + BATCH]))


def all_ids(within: Collection) -> Iterator[str]:
    """Yield every id, page by page."""
    at = 0
    while page := within.get(include=[], limit=PAGE, offset=at)["ids"]:
        yield from page
        at += len(page)


def vectors_by_id(within: Collection, ids: Sequence[str]) -> dict[str, Any]:
    """Return the stored vectors of those ids that have one."""
    found: dict[str, Any] = {}
    for at in range(0, len(ids), PAGE):
        got = within.get(ids=list(ids[at : at + PAGE]), include=["embeddings"])
        vectors = got["embeddings"]
        found.update(zip(got["ids"], vectors if vectors is not None else [], strict=True))
    return found
