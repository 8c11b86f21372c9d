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
from presscheck.vectorstore.shelf import Putting, Shelf
from presscheck.vectorstore.store import ARTICLES, CHROMA, PASSAGES, SHELF, Store
from presscheck.vectorstore.versions import Version, newest, to_metadata, versions
from presscheck.vectorstore.writer import Writer, record_vectors

T = TypeVar("T")
PIECE = 300
"""Articles handled at once."""


def compact(store: Store, *, keep_versions: bool = True) -> None:
    """Write a desk anew; `keep_versions` keeps superseded versions of articles that are still there."""
    with store.write() as writer:
        found = list(versions(writer.articles))
        latest = newest(found)
        live = [version for version in latest.values() if version.article is not None]
        there = {version.article_id for version in live}
        kept = {version.key for version in live}
        past = [v for v in found if keep_versions and v.article_id in there and v.key not in kept]
        generation = writer.shelf.generation + 1
        whole = [version for version in past if version.article is not None]
        if writer.shared:
            _tidy(writer, found, {*kept, *(version.key for version in whole)}, generation)
            return
        rebuild(store, map(writer.putting, live), whole, generation, dict(writer.shelf.notes()))
        writer.close(failed=True)


def _tidy(writer: Writer, found: Sequence[Version], keep: Collection[str], generation: int) -> None:
    """Delete records on a server; every machine's shelf is then made anew, this one's by the next request."""
    chroma.delete(writer.articles, [version.key for version in found if version.key not in keep])
    tell(writer.articles, told_by(writer.articles)._replace(generation=generation, epoch=new_epoch()))


def rebuild(
    store: Store, live: Iterable[Putting], past: Iterable[Version], generation: int, notes: dict[str, str]
) -> None:
    """Make the next store of these versions, let the mark name it, and delete the one before; the lock is held."""
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
    shelf.change(generation, notes={**notes, "intent": ""})
    shelf.finish()
    client.close()  # type: ignore[attr-defined]  # the client has it, its interface does not
    write_mark(store.folder, store.mark._replace(store=home.name))
    chroma.chroma_in(old / CHROMA).close()
    shutil.rmtree(old, ignore_errors=True)


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
