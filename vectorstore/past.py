"""Superseded versions of articles: out of search, kept for reports that cite them by their hash."""

from __future__ import annotations

from typing import Any

from presscheck.errors import BadRequest
from presscheck.models import Article
from presscheck.vectorstore.faults import told_plainly
from presscheck.vectorstore.store import ARTICLES, Store
from presscheck.vectorstore.versions import from_metadata


def version_of(store: Store, sha256: str) -> Article:
    """Return the newest stored article with this text; raises `BadRequest` if there is none."""
    where: Any = {"sha256": sha256}
    with told_plainly(store.folder), store.chroma.at(store.shelf.generation) as client:
        articles = client.get_collection(ARTICLES, embedding_function=None)
        found = articles.get(where=where, include=["metadatas"])
    pairs = zip(found["ids"], found["metadatas"] or [], strict=True)
    known = sorted((from_metadata(key, metadata) for key, metadata in pairs), key=lambda v: v.generation)
    if not known or known[-1].article is None:
        raise BadRequest(f"No version with the hash {sha256[:12]}… is kept.")
    return known[-1].article
