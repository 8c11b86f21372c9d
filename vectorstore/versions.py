"""A version of an article as Chroma keeps it: one record that alone can make the article and its passages anew."""

from __future__ import annotations

import base64
import json
import secrets
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from presscheck.errors import BadRequest, DeskDamaged
from presscheck.models import Article, text_hash
from presscheck.vectorstore.tiling import Tile, tiles

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection

PAGE = 500
GONE = "gone"
"""The key of a record that an article was removed begins with this, and no other's: theirs begin with a hash."""


class Version(NamedTuple):
    """An article as it was at one generation; `article` None says that it was removed then.

    `key` is never used twice, and so are the ids of its passages in Chroma: `key.ordinal`. Chroma loses vectors of
    ids that come back.
    """

    key: str
    generation: int
    article_id: str
    article: Article | None = None
    tiles: Sequence[Tile] = ()
    place: str | None = None

    @property
    def names(self) -> list[str]:
        """The ids of the passages in Chroma."""
        return passage_names(self.key, len(self.tiles))

    @property
    def texts(self) -> list[str]:
        """The texts of the passages."""
        text = self.article.text if self.article else ""
        return [text[start:end] for start, end, _, _ in self.tiles]


def passage_names(key: str, count: int) -> list[str]:
    """Return the ids in Chroma of a version's passages."""
    return [f"{key}.{ordinal}" for ordinal in range(count)]


def new_version(article: Article, generation: int, place: str | None = None) -> Version:
    """Return an article as a version to be stored."""
    key = article.sha256[:8] + secrets.token_hex(6)
    return Version(key, generation, article.id, article, tiles(article), place)


def removal(article_id: str, generation: int) -> Version:
    """Return the record that an article is gone."""
    return Version(GONE + secrets.token_hex(8), generation, article_id)


def to_metadata(version: Version) -> dict[str, str | int]:
    """Return what Chroma is given: few keys, since each costs a row, and the rest compressed."""
    known: dict[str, str | int] = {"article": version.article_id, "generation": version.generation}
    if version.article is None:
        return known
    body = {
        "article": version.article.model_dump(mode="json", exclude_defaults=True),
        "tiles": version.tiles,
        "place": version.place,
    }
    return {**known, "sha256": version.article.sha256, "body": packed(body)}


def from_metadata(key: str, metadata: Mapping[str, Any]) -> Version:
    """Return the version that a record holds; raises ValueError or KeyError if it is damaged."""
    known = key, int(metadata["generation"]), str(metadata["article"])
    if key.startswith(GONE):
        return Version(*known)
    body = unpacked(metadata["body"])
    try:
        article = Article(**body["article"])
    except BadRequest as error:
        raise ValueError(str(error)) from error
    return Version(*known, article, [Tile(*tile) for tile in body["tiles"]], body["place"])


def packed(data: object) -> str:
    """Return data as compressed JSON in characters that every database takes."""
    return base64.b64encode(zlib.compress(json.dumps(data).encode("ascii"), 1)).decode("ascii")


def unpacked(text: str) -> Any:  # noqa: ANN401 (any JSON)
    """Return what was packed."""
    return json.loads(zlib.decompress(base64.b64decode(text)))


def versions(within: Collection, *, after: int = -1, readable: bool = False) -> Iterator[Version]:
    """Yield all versions later than generation `after`, page by page, in no certain order.

    Raises `DeskDamaged` for a record that can't be read, unless only the `readable` ones are asked for.
    """
    at = 0
    where: Any = {"generation": {"$gt": after}} if after >= 0 else None
    while True:
        page = within.get(where=where, include=["metadatas"], limit=PAGE, offset=at)
        for key, metadata in zip(page["ids"], page["metadatas"] or [], strict=True):
            try:
                yield from_metadata(key, metadata)
            except (ValueError, KeyError, TypeError, zlib.error) as error:
                if not readable:
                    raise DeskDamaged(f"The record {key} of an article can't be read.") from error
        at += len(page["ids"])
        if len(page["ids"]) < PAGE:
            return


def newest(found: Sequence[Version]) -> dict[str, Version]:
    """Return the newest version of each article by its id, removals among them."""
    best: dict[str, Version] = {}
    for version in sorted(found, key=lambda version: (version.generation, version.key)):
        best[version.article_id] = version
    return best


def exact(version: Version) -> bool:
    """Say whether the text fits its hash, and its passages tile it."""
    if version.article is None:
        return True
    ends = [0, *(end for _, end, _, _ in version.tiles)]
    starts = [*(start for start, _, _, _ in version.tiles), len(version.article.text)]
    return ends == starts and text_hash(version.article.text) == version.article.sha256


def superseded(found: Sequence[Version]) -> list[Version]:
    """Return the versions that are not the newest, of articles that are still there."""
    latest = newest(found)
    kept = {version.key for version in latest.values()}
    there = {article_id for article_id, version in latest.items() if version.article is not None}
    return [v for v in found if v.article is not None and v.article_id in there and v.key not in kept]
