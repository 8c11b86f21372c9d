"""What `add` does with one article after the other: tell what is new, store it in large pieces, keep account."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from presscheck.characters import HALF
from presscheck.models import AddReport, Article, Failure
from presscheck.vectorstore.loaders.languages import with_language
from presscheck.vectorstore.shelf import Shelf
from presscheck.vectorstore.store import Store

How = Literal["added", "unchanged", "replaced"]
AT_ONCE = 4_000_000
"""Characters in one write, some 5,000 passages: as many as Chroma takes at once."""
_PART = re.compile(r"(?:[:#]\d+)$")


class Intake:
    """Takes articles and failures, stores the articles piece by piece; `finish` stores the rest and tells."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._done: dict[How, list[str]] = {"added": [], "unchanged": [], "replaced": []}
        self._failed: list[Failure] = []
        self._given: dict[str, Article] = {}
        self._batch: list[Article] = []
        self._places: dict[str, str] = {}
        self._size = 0

    def take(self, item: Article | Failure, path: Path | None = None) -> None:
        """Take the next article; `path` is the file or folder it was found under."""
        if isinstance(item, Failure):
            self._failed.append(item)
        elif HALF.search(item.text):
            self._fail(item, "holds half characters (lone surrogates), which are no text")
        elif not item.text.strip():
            self._fail(item, "holds no words")
        else:
            self._take(item, path)

    def finish(self) -> AddReport:
        """Store what is left and return what was done."""
        self._flush()
        done = {how: tuple(ids) for how, ids in self._done.items()}
        return AddReport(failed=tuple(self._failed), **done)

    def _take(self, article: Article, path: Path | None) -> None:
        article = with_language(article)
        first = self._given.get(article.id)
        if first is not None:
            if first.sha256 != article.sha256:
                self._fail(article, f"has the id {article.id} of {first.origin or 'another article'}")
            return
        # Only what tells one from another is kept: the text of what is stored need not stay in memory.
        self._given[article.id] = article.model_copy(update={"text": ""})
        if path is not None and article.origin is not None and not _PART.search(article.origin):
            self._places[article.id] = str(Path(article.origin).absolute().resolve())
        self._batch.append(article)
        self._size += len(article.text) + 500
        if self._size >= AT_ONCE:
            self._flush()

    def _fail(self, article: Article, why: str) -> None:
        self._failed.append(Failure(origin=article.origin or article.url or article.id, why=why))

    def _flush(self) -> None:
        if not self._batch:
            return
        batch, self._batch, self._size = self._batch, [], 0
        now = datetime.now(UTC)
        with self._store.write() as writer:
            known = [(found, how) for article in batch for found, how in self._known(article, writer.shelf)]
            new = [a.model_copy(update={"added": now}) for a, how in known if how != "unchanged"]
            writer.put(new, self._places)
        for article, how in known:
            self._done[how].append(article.id)

    def _known(self, article: Article, shelf: Shelf) -> Sequence[tuple[Article, How]]:
        """Return the article with what storing it would do; nothing, and a failure noted, if its id is another's."""
        place = self._places.get(article.id)
        there = shelf.at_place(place) if place else None
        if there is not None and there != article.id:
            # The same file by another path: it keeps the id under which it is stored.
            self._places[there] = self._places.pop(article.id)
            article = article.model_copy(update={"id": there})
        if shelf.known(article.id) is None:
            return [(article, "added")]
        stored = shelf.article(article.id)
        if _of_another_file(article, stored):
            self._fail(article, f"has the id {article.id} of {stored.origin}; give it one of its own")
            return []
        return [(article, "unchanged" if _same(article, stored) else "replaced")]


def _of_another_file(article: Article, stored: Article) -> bool:
    """Say whether an article of a list in one file has the id of one in another: "1" and "2" recur."""
    if not article.origin or not stored.origin or not _PART.search(article.origin):
        return False
    return _PART.sub("", article.origin) != _PART.sub("", stored.origin) and article.sha256 != stored.sha256


def _same(article: Article, stored: Article) -> bool:
    """Say whether nothing has changed; where a file's article stands in its list is of no account."""
    apart = {"added", "story_id", "origin", "first_line"}
    return article.model_dump(exclude=apart) == stored.model_dump(exclude=apart)
