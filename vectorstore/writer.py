"""Changes to a store, each all or nothing, whatever moment the process is killed at.

A write goes: what is about to be added is noted (the intent); the vectors go into Chroma; the articles' records go in,
one call, which is what makes them stored; the shelf changes in one transaction, which is what readers see, and notes
which vectors are out of use; these are deleted. `begin` finishes or undoes what was cut off between any two of these.
"""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Collection, Iterable, Sequence
from contextlib import ExitStack, suppress
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presscheck.errors import BadRequest
from presscheck.models import Article
from presscheck.vectorstore import chroma
from presscheck.vectorstore.lock import writing
from presscheck.vectorstore.shared import Told, tell, told_by
from presscheck.vectorstore.shelf import Shelf
from presscheck.vectorstore.shelf_file import refuse_folder, remove_database
from presscheck.vectorstore.shelving import Putting
from presscheck.vectorstore.store import ARTICLES, PASSAGES, SHELF
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
    from presscheck.vectorstore.lease import Lease
    from presscheck.vectorstore.store import Store

Counts = dict[str, int]
"""How many passages, by version key."""


class Writer:
    """Changes a store while its lock is held."""

    def __init__(self, store: Store, lease: Lease | None = None) -> None:
        self.store, self.home, self.lease = store, store.home, lease
        self._open = ExitStack()
        self.home.mkdir(exist_ok=True)
        path, place = self.home / SHELF, store.place
        refuse_folder(path)
        self.shared = not isinstance(place, Path)
        self.chroma = chroma.chroma_in(place)
        # A client that is out of date must not write: it would write over what others added.
        self.client = self._open.enter_context(self.chroma.at(_last_write(path)))
        self.passages = chroma.collection(self.client, chroma.named(place, PASSAGES))
        self.articles = chroma.collection(self.client, chroma.named(place, ARTICLES), chroma.LIGHT)
        if self.shared:
            self._agree(path)
        if not path.is_file():
            self._make_shelf(path)
        self.shelf = Shelf(path)
        self._open.callback(self.shelf.close)
        this = secrets.token_hex(8)
        self.shelf.note("writer", this)
        self.chroma.wrote(this)

    def _agree(self, path: Path) -> None:
        """See to it that the embeddings are those of the server's desk, and that no shelf of an older epoch is used."""
        told = told_by(self.articles)
        if told.embeddings and told.embeddings != self.store.mark.embeddings:
            raise BadRequest(
                f"The server's desk was made with the embeddings {told.embeddings}, not {self.store.mark.embeddings}."
            )
        if path.is_file() and told.epoch and _noted(path, "epoch") != told.epoch:
            remove_database(path)

    def close(self, *, failed: bool = False) -> None:
        """Let go of what was opened; after a failure, of Chroma too, since nobody knows in what state it is."""
        self._open.close()
        if failed:
            self.chroma.close()

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

    def tell(self, generation: int) -> None:
        """Let the other machines see what is written, if there is a server."""
        if self.shared:
            embeddings, epoch = self.store.mark.embeddings, self.shelf.meta("epoch") or ""
            tell(self.articles, Told(generation, epoch, embeddings))

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
        """Put on the shelf what Chroma has and the shelf lacks; note which vectors are out of use then."""
        old = {
            known.key: known.rows
            for key, version in newest(late).items()
            if (known := self.shelf.known(key)) is not None and known.key != version.key
        }
        self._shelve_late(late, {"intent": json.dumps({**self.intent(), "drop": {**drop, **old}})})

    def _shelve_late(self, late: Sequence[Version], notes: dict[str, str]) -> None:
        latest, generation = newest(late), max(version.generation for version in late)
        put = (self.putting(version) for version in latest.values() if version.article is not None)
        gone = [key for key, version in latest.items() if version.article is None]
        self.shelf.change(generation, put=put, drop=gone, notes=notes)
        self.shelf.past.remember(superseded(late))

    def follow(self) -> None:
        """Bring the shelf up to the last write that is whole; what others have cut off or not done is theirs."""
        generation = told_by(self.articles).generation
        late = [v for v in versions(self.articles, after=self.shelf.generation) if v.generation <= generation]
        if late:
            self._shelve_late(late, {})
        elif self.shelf.generation < generation:
            self.shelf.change(generation)

    def _make_shelf(self, path: Path) -> None:
        """Make the shelf from Chroma in a new file, so that no reader sees it half done."""
        part = path.with_suffix(".part")
        remove_database(part)
        shelf, told = Shelf(part), told_by(self.articles)
        generation = told.generation
        for version in newest(list(versions(self.articles, readable=True))).values():
            generation = max(generation, version.generation)
            if version.article is not None:
                shelf.change(generation, put=[self.putting(version)])
        shelf.change(generation, notes={"epoch": told.epoch} if told.epoch else {})
        shelf.finish()
        remove_database(path)
        part.replace(path)

    def putting(self, version: Version) -> Putting:
        """Return a version with its vectors from Chroma; those that are lost there are made anew."""
        found = chroma.vectors_by_id(self.passages, version.names)
        lost = [at for at, name in enumerate(version.names) if name not in found]
        if lost:
            texts = version.texts
            made = self.store.vectors([texts[at] for at in lost])
            found.update({version.names[at]: vector for at, vector in zip(lost, made, strict=True)})
        body = str(to_metadata(version)["body"])
        return Putting(version, body, [found[name] for name in version.names])

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


def follow(store: Store) -> None:
    """Bring the shelf up to what other machines have written on the server."""
    place = store.place
    with chroma.chroma_in(place).at(None) as client:
        told = told_by(chroma.collection(client, chroma.named(place, ARTICLES), chroma.LIGHT))
    shelf = store.shelf
    if told.epoch == (shelf.meta("epoch") or "") and told.generation <= shelf.generation:
        return
    with writing(store.folder, store.wait):
        writer = Writer(store)
        try:
            writer.follow()
        finally:
            writer.close()


def _last_write(path: Path) -> str | None:
    """Return the name of the last write that a shelf knows; None if there is no shelf."""
    return _noted(path, "writer") if path.is_file() else None


def _noted(path: Path, name: str) -> str | None:
    shelf = Shelf(path)
    try:
        return shelf.meta(name)
    finally:
        shelf.close()
