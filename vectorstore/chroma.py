"""Chroma, on disk or a server, opened once a process, and on disk opened anew when another process has written.

A client that was open before another process wrote does not reach the new vectors, and one that is out of date must
never write: several of them lose each other's vectors. So each write has a name, which the next one is told. On disk
only who holds the write lock may open a client at all: opening one can write, too.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from presscheck.errors import DeskDamaged
from presscheck.vectorstore.server import Server, connected

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

    from presscheck.vectorstore.embeddings import Vectors

BATCH = 5000
"""Rows in one call; Chroma takes at most 5,461."""
MOST_FLOATS = 2_000_000
"""Numbers in one call, some 11 MB on the wire; a Chroma server takes 40."""
PAGE = 2000
"""Rows read in one call; SQLite refuses some 32,000."""
COSINE: Any = {"hnsw": {"space": "cosine", "max_neighbors": 24, "ef_construction": 100, "ef_search": 400}}
"""With Chroma's own settings (16, 100, 100) 30 of 5,000 texts that are much alike are not reached by their own vector; more
neighbours and a denser graph (48, 150) cost a fifth of the speed of adding. A deeper search costs it nothing, and only the
doctor searches here: readers compare all vectors themselves. 5,328 of 5,328 passages are reached."""
LIGHT: Any = {"hnsw": {"space": "l2", "max_neighbors": 4, "ef_construction": 8, "ef_search": 8}}
"""For a collection that is never searched by its vectors."""


Place = Path | Server


class Chroma:
    """One Chroma; use `chroma_in` to get it, so that a process has no two clients for one place."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._lock = threading.RLock()
        self._client: ClientAPI | None = None
        self._seen: str | None = None
        self._process = os.getpid()

    @contextmanager
    def at(self, last: str | None) -> Iterator[ClientAPI]:
        """Give a client, a new one unless it has made the `last` write itself; None asks for a fresh one."""
        with self._lock:
            if self._stale(last):
                self.close()
                self._client, self._seen = open_client(self.place), last
            client = cast("ClientAPI", self._client)
        yield client

    def _stale(self, last: str | None) -> bool:
        if self._client is None or self._process != os.getpid():
            return True
        return not isinstance(self.place, Server) and (last is None or self._seen != last)

    def wrote(self, last: str) -> None:
        """Note the name of a write that this process itself makes: its client knows that."""
        self._seen = last

    def close(self) -> None:
        """Close the client, if it is open."""
        with self._lock:
            # A client made before a fork belongs to the parent: its threads do not live here.
            if self._client is not None and self._process == os.getpid():
                self._client.close()  # type: ignore[attr-defined]  # the client has it, its interface does not
            self._client, self._seen, self._process = None, None, os.getpid()


_OPEN: dict[Place, Chroma] = {}
_OPENING = threading.Lock()


def chroma_in(place: Place) -> Chroma:
    """Return this process's one `Chroma` for a folder or a server."""
    place = place if isinstance(place, Server) else place.resolve()
    with _OPENING:
        return _OPEN.setdefault(place, Chroma(place))


def named(place: Place, kind: str) -> str:
    """Return what a collection is called: on a server, several desks have theirs."""
    return f"{place.name}-{kind}" if isinstance(place, Server) else kind


def open_client(place: Place) -> ClientAPI:
    """Return a new client; nothing is told to anybody."""
    if isinstance(place, Server):
        return connected(place)
    import chromadb
    from chromadb.config import Settings

    try:
        return chromadb.PersistentClient(str(place), settings=Settings(anonymized_telemetry=False))
    except BaseException as error:
        # What Rust panics with is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise DeskDamaged(f"Chroma can't open {place} ({str(error)[:120]}).") from None


def collection(client: ClientAPI, name: str, configuration: Any = COSINE) -> Collection:  # noqa: ANN401 (Chroma's own)
    """Return a collection, made if it is not there; a known one keeps its configuration, whatever is asked."""
    return client.get_or_create_collection(name, configuration=configuration, embedding_function=None)


def add(into: Collection, ids: Sequence[str], vectors: Vectors) -> None:
    """Add vectors in as few calls as Chroma allows, none of more than `MOST_FLOATS`."""
    step = max(1, min(BATCH, MOST_FLOATS // max(1, len(vectors[0])))) if len(ids) else BATCH
    for at in range(0, len(ids), step):
        into.add(ids=list(ids[at : at + step]), embeddings=vectors[at : at + step])


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
        found.update(_vectors_of(within, list(ids[at : at + PAGE])))
    return found


def _vectors_of(within: Collection, ids: list[str]) -> dict[str, Any]:
    """Ask for vectors; where one of them is lost, Chroma gives none at all: then for those of each half."""
    from chromadb.errors import InternalError

    try:
        got = within.get(ids=ids, include=["embeddings"])
    except InternalError:
        if len(ids) == 1:
            return {}
        middle = len(ids) // 2
        return {**_vectors_of(within, ids[:middle]), **_vectors_of(within, ids[middle:])}
    vectors = got["embeddings"]
    return dict(zip(got["ids"], vectors if vectors is not None else [], strict=True))
