"""What the machines that share a Chroma server tell each other: the newest write that is whole, and the last tidying.

It stands in the metadata of the collection of articles. Each machine has a desk of its own, whose shelf follows.
"""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection


class Told(NamedTuple):
    """`epoch` changes when records were deleted: then a shelf is made anew; `embeddings` made the vectors."""

    generation: int = 0
    epoch: str = ""
    embeddings: str = ""


def told_by(articles: Collection) -> Told:
    """Return what is told, as the collection was when it was asked for."""
    known: dict[str, Any] = dict(articles.metadata or {})
    return Told(
        int(known.get("generation", 0)), str(known.get("epoch", "")), str(known.get("embeddings", ""))
    )


def tell(articles: Collection, told: Told) -> None:
    """Tell all machines."""
    if told != told_by(articles):
        articles.modify(metadata=told._asdict())


def new_epoch() -> str:
    """Return a name for the time from now on."""
    return secrets.token_hex(6)
