"""RSS and Atom by feedparser: each entry with its text is an article, known by the entry's id."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure, text_hash
from presscheck.text.turns import looks_like_transcript
from presscheck.vectorstore.loaders.fragment import text_of
from presscheck.vectorstore.loaders.head import read_field
from presscheck.vectorstore.loaders.reading import clean, read_bytes


def load(path: Path) -> Iterator[Article | Failure]:
    """Yield the feed's entries."""
    yield from read_feed(read_bytes(path), str(path))


def read_feed(data: bytes, origin: str) -> Iterator[Article | Failure]:
    """Yield an article for each entry, and a `Failure` for each without text; raises `UnreadableFile` for no feed."""
    import feedparser

    if b"<!ENTITY" in data[:100_000]:
        raise UnreadableFile("the feed defines entities of its own; refused")
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=True)
    if not feed.entries:
        raise UnreadableFile("no feed with entries (RSS or Atom)")
    for number, entry in enumerate(feed.entries, 1):
        yield _entry(entry, feed.feed.get("title"), f"{origin}#{number}", origin)


def _entry(entry: Any, publisher: str | None, place: str, origin: str) -> Article | Failure:  # noqa: ANN401 (feedparser's)
    text = max((text_of(part) for part in _parts(entry)), key=len, default="")
    if not text:
        return Failure(origin=place, why="the entry has no text")
    known_by = entry.get("id") or entry.get("link") or text
    given = {
        "title": entry.get("title"),
        "author": entry.get("author"),
        "publisher": publisher,
        "url": entry.get("link"),
        "published": entry.get("published") or entry.get("updated"),
        "kind": "transcript" if looks_like_transcript(text) else None,
    }
    try:
        fields = {name: read_field(name, text_of(str(value))) for name, value in given.items() if value}
    except ValueError as error:
        return Failure(origin=place, why=str(error))
    return Article(id=text_hash(f"{origin}\n{known_by}")[:16], text=text, origin=place, **fields)


def _parts(entry: Any) -> Iterator[str]:  # noqa: ANN401 (feedparser's)
    yield from (clean(content.get("value", "")) for content in entry.get("content", []))
    yield clean(entry.get("summary", ""))
