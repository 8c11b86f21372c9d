"""A desk's files written anew: without what was removed, and with a whole index of vectors.

The new store is made beside the old one; then the desk's mark names it, in one step, and the old one is deleted. A kill
at any moment leaves one of them whole, and the next write sweeps away the other.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

from presscheck.vectorstore import chroma
from presscheck.vectorstore.mark import write_mark
from presscheck.vectorstore.shared import new_epoch, tell, told_by
from presscheck.vectorstore.shelf import Shelf
from presscheck.vectorstore.shelving import Putting
from presscheck.vectorstore.store import ARTICLES, CHROMA, PASSAGES, SHELF, Store
from presscheck.vectorstore.versions import Version, newest, superseded, to_metadata, versions
from presscheck.vectorstore.writer import Writer, record_vectors

T = TypeVar("T")
PIECE = 300
"""Articles handled at once."""


def compact(store: Store, *, keep_versions: bool = True) -> None:
    """Write a desk anew; `keep_versions` keeps superseded versions of articles that are still there."""
    with store.write() as writer:
        found = list(versions(writer.articles))
        live = [version for version in newest(found).values() if version.article is not None]
        past = superseded(found) if keep_versions else []
        generation = writer.shelf.generation + 1
        if writer.shared:
            _tidy(writer, found, {version.key for version in (*live, *past)}, generation)
            return
        rebuild(store, map(writer.putting, live), past, generation, dict(writer.shelf.notes()))
        writer.close(failed=True)


def _tidy(writer: Writer, found: Sequence[Version], keep: Collection[str], generation: int) -> None:
    """Delete records on a server; every machine's shelf is then made anew, this one's by the next request."""
    chroma.delete(writer.articles, [version.key for version in found if version.key not in keep])
    tell(writer.articles, told_by(writer.articles)._replace(generation=generation, epoch=new_epoch()))


def rebuild(
    store: Store,
    live: Iterable[Putting],
    past: Iterable[Version],
    generation: int,
    notes: dict[str, str],
    *,
    aside: Path | None = None,
) -> None:
    """Make the next store of these versions and let the mark name it; the lock is held.

    The one before is deleted, or moved `aside`.
    """
    old, home = store.home, store.folder / f"store-{secrets.token_hex(3)}"
    home.mkdir()
    client = chroma.open_client(home / CHROMA)
    passages = chroma.collection(client, PASSAGES)
    articles = chroma.collection(client, ARTICLES, chroma.LIGHT)
    shelf = Shelf(home / SHELF)
    for piece in pieces(live):
        vectors = _joined([putting.vectors for putting in piece if putting.version.tiles])
        chroma.add(passages, [name for putting in piece for name in putting.version.names], vectors)
        _add_records(articles, [putting.version for putting in piece])
        shelf.change(generation, put=piece)
    for kept in pieces(past):
        _add_records(articles, kept)
        shelf.past.remember(kept)
    shelf.change(generation, notes={**notes, "intent": "", "past": "whole"})
    shelf.finish()
    client.close()  # type: ignore[attr-defined]  # the client has it, its interface does not
    write_mark(store.folder, store.mark._replace(store=home.name))
    chroma.chroma_in(old / CHROMA).close()
    if aside is None:
        shutil.rmtree(old, ignore_errors=True)
    else:
        old.rename(aside)


def _add_records(articles: Any, piece: Sequence[Version]) -> None:  # noqa: ANN401 (Chroma's own)
    metadatas = [to_metadata(version) for version in piece]
    articles.add(ids=[v.key for v in piece], embeddings=record_vectors(piece), metadatas=metadatas)


def _joined(vectors: Sequence[Any]) -> Any:  # noqa: ANN401 (an array)
    import numpy as np

    return np.concatenate([np.asarray(v, np.float32) for v in vectors]) if vectors else []


def pieces(items: Iterable[T]) -> Iterator[list[T]]:
    """Yield the items a piece at a time."""
    rest = iter(items)
    while piece := list(islice(rest, PIECE)):
        yield piece


def size_of(folder: Path) -> int:
    """Return how many bytes the files in a folder take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
