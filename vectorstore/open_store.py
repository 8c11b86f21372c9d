"""A store that is open to be changed while its lock is held: Chroma, and the shelf, which is made from it and follows it."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

from presscheck.errors import BadRequest
from presscheck.vectorstore import chroma
from presscheck.vectorstore.lock import writing
from presscheck.vectorstore.shared import Told, tell, told_by
from presscheck.vectorstore.shelf import Shelf
from presscheck.vectorstore.shelf_file import refuse_folder, remove_database
from presscheck.vectorstore.shelving import Putting
from presscheck.vectorstore.store import ARTICLES, PASSAGES, SHELF
from presscheck.vectorstore.versions import Version, newest, superseded, to_metadata, versions

if TYPE_CHECKING:
    from presscheck.vectorstore.lease import Lease
    from presscheck.vectorstore.store import Store


class OpenStore:
    """Chroma and the shelf of a store, opened under its lock."""

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

    def shelve_late(self, late: Sequence[Version], notes: dict[str, str]) -> None:
        """Put on the shelf what Chroma has and the shelf lacks, in one change."""
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
            self.shelve_late(late, {})
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

    def tell(self, generation: int) -> None:
        """Let the other machines see what is written, if there is a server."""
        if self.shared:
            embeddings, epoch = self.store.mark.embeddings, self.shelf.meta("epoch") or ""
            tell(self.articles, Told(generation, epoch, embeddings))


def follow(store: Store) -> None:
    """Bring the shelf up to what other machines have written on the server."""
    place = store.place
    with chroma.chroma_in(place).at(None) as client:
        told = told_by(chroma.collection(client, chroma.named(place, ARTICLES), chroma.LIGHT))
    shelf = store.shelf
    if told.epoch == (shelf.meta("epoch") or "") and told.generation <= shelf.generation:
        return
    with writing(store.folder, store.wait):
        opened = OpenStore(store)
        try:
            opened.follow()
        finally:
            opened.close()


def _last_write(path: Path) -> str | None:
    """Return the name of the last write that a shelf knows; None if there is no shelf."""
    return _noted(path, "writer") if path.is_file() else None


def _noted(path: Path, name: str) -> str | None:
    shelf = Shelf(path)
    try:
        return shelf.meta(name)
    finally:
        shelf.close()
