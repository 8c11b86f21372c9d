"""Asks Chroma for the vector of each passage; prints the ids of those that it has lost, or has another's for, as JSON.

Search compares the vectors of all passages (`near`), so one that is there is reached by itself. Chroma's own graph, which
no search goes by, is asked only with `--graph`: nearest neighbours by a graph are never sure to hold all.

Run as `python -m presscheck.vectorstore.probe FOLDER [--graph]` by the doctor, in a process of its own: a broken index can
take its process down.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presscheck.vectorstore import chroma
from presscheck.vectorstore.shelf import Shelf
from presscheck.vectorstore.store import PASSAGES, SHELF, Store

if TYPE_CHECKING:
    from presscheck.vectorstore.embeddings import Vectors

    Named = tuple[list[str], Vectors]

PIECE = 500
FEW, MANY, DEEP = 3, 100, 3000
"""How many are asked for: of all, of those not among the first, and of those that Chroma's graph leads to only by a detour.

What a query for `DEEP` does not bring has no way that leads to it.
"""
EQUAL = 2e-3
"""Cosine distance up to which two vectors are one: the shelf keeps them in half precision."""


def probe(store: Store, *, graph: bool = False) -> dict[str, list[str]]:
    """Return the ids of passages by what is wrong with their vectors: `lost`, `off_graph`; the lock is held."""
    shelf = Shelf(store.home / SHELF, create=False)
    client = chroma.open_client(store.place)
    passages = client.get_collection(chroma.named(store.place, PASSAGES), embedding_function=None)
    found: dict[str, list[str]] = {"lost": [], "off_graph": []}
    for names, vectors in _vectors(shelf):
        lost = _lost(passages, names, vectors)
        found["lost"] += lost
        if graph:
            found["off_graph"] += [name for name in _off_graph(passages, names, vectors) if name not in lost]
    return found


def _vectors(shelf: Shelf) -> Iterator[Named]:
    """Yield the ids of passages with the vectors that search compares, some articles at a time."""
    article_ids = sorted(shelf.shelved())
    for at in range(0, len(article_ids), 100):
        rows, vectors = shelf.vectors(shelf.rows_of(article_ids[at : at + 100]))
        yield shelf.names_of(rows), vectors


def _lost(passages: Any, names: Sequence[str], vectors: Vectors) -> set[str]:  # noqa: ANN401 (Chroma's own)
    theirs = chroma.vectors_by_id(passages, names)
    return {name for name, mine in zip(names, vectors, strict=True) if not _same(theirs.get(name), mine)}


def _same(theirs: Vectors | None, mine: Vectors) -> bool:
    import numpy as np

    if theirs is None:
        return False
    likeness = np.dot(theirs, mine) / (np.linalg.norm(theirs) * np.linalg.norm(mine))
    return bool(likeness > 1 - EQUAL)  # not so where a vector has no length


def _off_graph(passages: Any, names: Sequence[str], vectors: Vectors) -> list[str]:  # noqa: ANN401 (Chroma's own)
    """Return the passages that a query to Chroma with their own vector does not bring."""
    missed = list(range(len(names)))
    for k in (FEW, MANY, DEEP):
        missed = list(_missed(passages, names, vectors, missed, k))
    return [names[at] for at in missed]


def _missed(
    passages: Any,  # noqa: ANN401 (Chroma's own)
    names: Sequence[str],
    vectors: Vectors,
    places: Sequence[int],
    k: int,
) -> Iterator[int]:
    """Yield those of the places that are not among the `k` nearest, unless all of these are as near as can be."""
    for at in range(0, len(places), PIECE):
        piece = list(places[at : at + PIECE])
        found = passages.query(query_embeddings=vectors[piece], n_results=k, include=["distances"])
        for place, ids, distances in zip(piece, found["ids"], found["distances"], strict=True):
            crowded = len(ids) == k and max(distances) < EQUAL
            if names[place] not in ids and not crowded:
                yield place


if __name__ == "__main__":
    sys.stdout.write(json.dumps(probe(Store(Path(sys.argv[1])), graph="--graph" in sys.argv[2:])))
