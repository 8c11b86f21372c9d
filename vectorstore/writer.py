"""Changes to a store, each all or nothing, whatever moment the process is killed at.

A write goes: what is about to be added is noted (the intent); the vectors go into Chroma; the articles' records go in,
one call, which is what makes them stored; the shelf changes in one transaction, which is what readers see, and notes
which vectors are out of use; these are deleted. `begin` finishes or undoes what was cut off between any two of these.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from presscheck.models import Article
from presscheck.vectorstore import chroma
from presscheck.vectorstore.open_store import OpenStore
from presscheck.vectorstore.shelving import Putting
from presscheck.vectorstore.stories import Stories
from presscheck.vectorstore.versions import (
    Version,
    new_version,
    newest,
    passage_names,
    removal,
    superseded,
    to_metadata,
    versions,
)

if TYPE_CHECKING:
    from presscheck.vectorstore.embeddings import Vectors

Counts = dict[str, int]
"""How many passages, by version key."""


class Writer(OpenStore):
    """Changes a store while its lock is held."""

    # Storing

    def put(self, articles: Sequence[Article], places: dict[str, str] | None = None) -> None:
        """Store articles, each whole or not at all; one with a known id replaces its older version, which is kept.

        `places` tells by article id from which file an article was read.
        """
        if not articles:
            return
        generation, told = self.shelf.generation + 1, self._with_stories(articles)
        found = [new_version(article, generation, (places or {}).get(article.id)) for article in told]
        self._intend(add={version.key: len(version.tiles) for version in found})
        vectors = self._add_vectors(found)
        metadatas = [to_metadata(version) for version in found]
        self._add_records(found, metadatas)
        bodies = [str(metadata["body"]) for metadata in metadatas]
        self._shelve(generation, [Putting(*each) for each in zip(found, bodies, vectors, strict=True)])

    def keep(self, past: Sequence[Version]) -> None:
        """Keep versions that are out of search; they must be of generation 0, so that none is ever the newest."""
        if past:
            self._add_records(past, [to_metadata(version) for version in past])
            self.shelf.past.remember(past)

    def hashes(self, asked: Iterable[str]) -> set[str]:
        """Return which of these hashes of texts a version has that is kept, current or superseded."""
        hashes = list(dict.fromkeys(asked))
        where: Any = {"sha256": {"$in": hashes}}
        found = self.articles.get(where=where, include=["metadatas"])["metadatas"] if hashes else []
        return {str(metadata["sha256"]) for metadata in found or []}

    def _with_stories(self, articles: Sequence[Article]) -> list[Article]:
        stories = Stories(self.shelf.alike)
        return [article.model_copy(update={"story_id": stories.of(article)}) for article in articles]

    def remove(self, article_ids: Collection[str]) -> None:
        """Remove articles. Their records stay until the next compaction, out of search."""
        gone = [a for a in dict.fromkeys(article_ids) if self.shelf.known(a)]
        if gone:
            generation = self.shelf.generation + 1
            records = [removal(article_id, generation) for article_id in gone]
            self.shelf.note("intent", json.dumps({"remove": dict.fromkeys(gone, 0)}))
            self._add_records(records, [to_metadata(record) for record in records])
            self._shelve(generation, [], drop=gone)

    def _add_vectors(self, found: Sequence[Version]) -> list[Any]:
        """Add the vectors of all passages; return them version by version."""
        names = [name for version in found for name in version.names]
        vectors = self.store.vectors([text for version in found for text in version.texts])
        chroma.add(self.passages, names, vectors)
        ends = [0]
        for version in found:
            ends.append(ends[-1] + len(version.tiles))
        return [vectors[a:b] for a, b in pairwise(ends)]

    def _add_records(self, found: Sequence[Version], metadatas: Sequence[dict[str, str | int]]) -> None:
        if self.lease:
            self.lease.check()
        vectors = record_vectors(found)
        for at in range(0, len(found), chroma.BATCH):
            end = at + chroma.BATCH
            keys = [version.key for version in found[at:end]]
            self.articles.add(ids=keys, embeddings=vectors[at:end], metadatas=list(metadatas[at:end]))

    def _shelve(self, generation: int, put: Sequence[Putting], drop: Iterable[str] = ()) -> None:
        """Let readers see the change, then delete the vectors that are out of use."""
        drop = list(drop)
        ids = [*(p.version.article_id for p in put), *drop]
        old = {known.key: known.rows for known in map(self.shelf.known, ids) if known}
        notes = {"intent": json.dumps({"drop": old}) if old else ""}
        self.shelf.change(generation, put=put, drop=drop, notes=notes)
        self.tell(generation)
        if old:
            self._delete_vectors(old)
            self.shelf.note("intent", "")

    def _delete_vectors(self, counts: Counts) -> None:
        names = [name for key, count in counts.items() for name in passage_names(key, count)]
        chroma.delete(self.passages, names)

    def _intend(self, add: Counts) -> None:
        self.shelf.note("intent", json.dumps({"add": add}))

    # Finishing what was cut off

    def begin(self) -> None:
        """Finish or undo a write that was cut off: what Chroma has a record of is stored, nothing else is."""
        self._sweep()
        intent = self.intent()
        # Asked even where nothing was cut off: a generation that Chroma has a record of must never be given twice.
        late = list(versions(self.articles, after=self.shelf.generation))
        if late:
            self._catch_up(late, intent.get("drop", {}))
        kept = {version.key for version in late}
        self._delete_vectors({k: n for k, n in intent.get("add", {}).items() if k not in kept})
        self._delete_vectors(self.intent().get("drop", {}))
        if intent or late:
            self.shelf.note("intent", "")
        if self.shelf.meta("past") is None:  # the shelf of an older release, or made anew, knows of none
            self.shelf.past.remember(superseded(list(versions(self.articles, readable=True))))
            self.shelf.note("past", "whole")
        self.tell(self.shelf.generation)

    def intent(self) -> dict[str, Counts]:
        """Return what a write that was cut off had begun to add or delete; {} if there was none."""
        found: dict[str, Counts] = json.loads(self.shelf.meta("intent") or "{}")
        return found

    def _catch_up(self, late: Sequence[Version], drop: Counts) -> None:
        """Bring the shelf up to what Chroma has; note which vectors are out of use then."""
        old = {
            known.key: known.rows
            for key, version in newest(late).items()
            if (known := self.shelf.known(key)) is not None and known.key != version.key
        }
        self.shelve_late(late, {"intent": json.dumps({**self.intent(), "drop": {**drop, **old}})})

    def _sweep(self) -> None:
        """Delete what compactions that were cut off, or the last one, left behind."""
        for folder in self.store.folder.glob("store-*"):
            if folder != self.home and folder.is_dir():
                with suppress(OSError):
                    shutil.rmtree(folder)


def record_vectors(found: Sequence[Version]) -> Vectors:
    """Return a vector for each record: Chroma wants one, and equal ones would make its graph slow."""
    import numpy as np

    return np.array([[1.0, int(version.key[-4:], 16)] for version in found], np.float32)
