"""Asks Chroma for each passage by its own vector; prints the ids of those that it does not reach, as JSON.

Run as `python -m presscheck.vectorstore.probe FOLDER` by the doctor.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from presscheck.vectorstore import chroma
from presscheck.vectorstore.shelf import Shelf
from presscheck.vectorstore.store import PASSAGES, SHELF, Store

PIECE = 500
FEW, MANY, DEEP = 3, 100, 3000
"""How many are asked for: of all, of those not among the first, and of those that Chroma's graph leads to only by a detour.

What a query for `DEEP` does not bring has no way that leads to it.
"""
EQUAL = 2e-3
"""Cosine distance up to which two vectors are one: the shelf keeps them in half precision."""


def missed(store: Store) -> list[str]:
    """Return the ids of the passages that a query with their own vector does not reach; the lock is held."""
    shelf = Shelf(store.home / SHELF, create=False)
    client = chroma.open_client(store.place)
    passages = client.get_collection(chroma.named(store.place, PASSAGES), embedding_function=None)
    found: list[str] = []
    for article_ids in _pieces(sorted(shelf.shelved())):
        rows = shelf.rows_of(article_ids)
        there, vectors = shelf.vectors(rows)
        names = shelf.names_of(there)
        suspects = _unreached(passages, names, vectors, FEW)
        for deep in (MANY, DEEP):
            suspects = _unreached_among(passages, names, vectors, suspects, deep)
        found += [names[at] for at in suspects]
    return found


def _pieces(items: Sequence[str]) -> list[Sequence[str]]:
    return [items[at : at + 100] for at in range(0, len(items), 100)]


def _unreached(passages: Any, names: Sequence[str], vectors: Any, k: int) -> list[int]:  # noqa: ANN401 (Chroma's own)
    """Return the places of the passages that are not among the `k` nearest to their own vector."""
    unreached: list[int] = []
    for at in range(0, len(names), PIECE):
        found = passages.query(query_embeddings=vectors[at : at + PIECE], n_results=k, include=["distances"])
        for place, ids in enumerate(found["ids"], at):
            if names[place] not in ids:
                unreached.append(place)
    return unreached


def _unreached_among(
    passages: Any,  # noqa: ANN401 (Chroma's own)
    names: Sequence[str],
    vectors: Any,  # noqa: ANN401 (an array)
    places: Sequence[int],
    k: int,
) -> list[int]:
    """Look deeper: a passage may stand behind others of the same words, which are as near."""
    still: list[int] = []
    for place in places:
        found = passages.query(
            query_embeddings=vectors[place : place + 1], n_results=k, include=["distances"]
        )
        distances = dict(zip(found["ids"][0], found["distances"][0], strict=True))
        own = distances.get(names[place])
        crowded = len(distances) == k and max(distances.values()) < EQUAL
        if own is None and crowded and _has_vector(passages, names[place], vectors[place]):
            continue
        if own is None or own > EQUAL:
            still.append(place)
    return still


def _has_vector(passages: Any, name: str, vector: Any) -> bool:  # noqa: ANN401 (Chroma's own)
    import numpy as np

    found = chroma.vectors_by_id(passages, [name]).get(name)
    return found is not None and bool(1 - np.dot(found, vector) / np.linalg.norm(vector) < EQUAL)


if __name__ == "__main__":
    sys.stdout.write(json.dumps(missed(Store(Path(sys.argv[1])))))
