"""What was stored since: after a day, or after the newest source of the last brief."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from presscheck.vectorstore.library import Library


def added_since(library: Library, day: datetime) -> set[str]:
    """Return the ids of the sources that were stored on a day or later."""
    moment = day if day.tzinfo else day.replace(tzinfo=UTC)
    return {key for key, added in _added(library) if added >= moment}


def added_after(library: Library, noted: str | None) -> set[str]:
    """Return the ids of the sources that were stored after what `newest` told then; all where it told nothing."""
    last = datetime.fromisoformat(noted) if noted else datetime.min.replace(tzinfo=UTC)
    return {key for key, added in _added(library) if added > last}


def newest(library: Library) -> str:
    """Return when the newest source was stored."""
    return max((added for _, added in _added(library)), default=datetime.min.replace(tzinfo=UTC)).isoformat()


def _added(library: Library) -> Iterator[tuple[str, datetime]]:
    """Yield each source's id and when it was stored."""
    for head in library.heads():
        added = library.article(head.article_id).added
        if added is not None:
            yield head.article_id, added if added.tzinfo else added.replace(tzinfo=UTC)
