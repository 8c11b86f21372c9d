"""Superseded versions of articles: out of search, kept for reports that cite them by their hash."""

from __future__ import annotations

from typing import Any

from presscheck.errors import BadRequest
from presscheck.models import Article
from presscheck.vectorstore.store import Store
from presscheck.vectorstore.versions import from_metadata


def version_of(store: Store, sha256: str) -> Article:
    """Return the newest stored article with this text; raises `BadRequest` if there is none.

    Holds the write lock meanwhile, since only one process may open Chroma.
    """
    with store.write() as writer:
        found = writer.articles.get(where={"sha256": sha256}, include=["metadatas"])
    pairs: Any = zip(found["ids"], found["metadatas"] or [], strict=True)
    known = sorted((from_metadata(key, metadata) for key, metadata in pairs), key=lambda v: v.generation)
    if not known or known[-1].article is None:
        raise BadRequest(f"No version with the hash {sha256[:12]}… is kept.")
    return known[-1].article
