"""The desk's store: Chroma is the store of record, the shelf (SQLite) its cache.

What is stored where, and why. The collection `passages` holds bare vectors under ids that are never used twice: metadata
there costs a fourth of the speed of adding, documents three quarters. The collection `articles` holds one record a
version, compressed, with its tiling: these two alone can make everything anew. Filters, words and texts are read from
the shelf, which answers them in milliseconds; Chroma's own `where` takes 130 to 700 ms at 50,000 passages.

Readers see the shelf, one snapshot a request, and open Chroma anew when the shelf's generation has moved on.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presscheck.errors import BadRequest, DeskMissing, DeskUnwritable
from presscheck.models import Article, Passage, SourceInfo
from presscheck.vectorstore.chroma import Chroma, chroma_in
from presscheck.vectorstore.faults import told_plainly
from presscheck.vectorstore.loaders.folder import DESK_MARK
from presscheck.vectorstore.lock import writing
from presscheck.vectorstore.mark import Mark, read_mark, write_mark
from presscheck.vectorstore.shelf import Memory, Shelf

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

    from presscheck.vectorstore.writer import Writer

SHELF, CHROMA = "shelf.db", "chroma"
PASSAGES, ARTICLES = "passages", "articles"
EXACT = 6000
"""Up to so many passages a filtered search compares every vector; above, Chroma's nearest are sifted."""
DEEPEST = 2000
"""The most rows that Chroma is asked for."""


class Store:
    """A desk's articles on disk. Opening reads nothing; `write` gives a writer. Implements `Library`."""

    def __init__(
        self, folder: Path, *, embeddings: Embeddings | str | None = None, wait: float = 60.0
    ) -> None:
        self.folder, self.wait = folder, wait
        self._named = embeddings if isinstance(embeddings, str) else None
        self._embeddings = None if isinstance(embeddings, str) else embeddings
        self._checked = False
        self._shelf: Shelf | None = None
        self._memory = Memory()

    # Reading

    @property
    def exists(self) -> bool:
        """Whether there is a desk in the folder."""
        return (self.folder / DESK_MARK).is_file()

    @property
    def mark(self) -> Mark:
        """The desk's mark. Raises `DeskMissing` where there is no desk, `DeskTooNew` for a newer one."""
        return read_mark(self.folder)

    @property
    def home(self) -> Path:
        """The folder that holds Chroma and the shelf now."""
        return self.folder / self.mark.store

    @property
    def chroma(self) -> Chroma:
        """Chroma, one a process for each place."""
        return chroma_in(self.home / CHROMA)

    @property
    def shelf(self) -> Shelf:
        """The cache as it is now; what is asked of it one after the other may be of different generations."""
        path = self.home / SHELF
        if self._shelf is None or self._shelf.path != path or self._shelf.replaced:
            self._shelf = self._open_shelf(path)
        return self._shelf

    @contextmanager
    def reading(self) -> Iterator[Shelf]:
        """Give a snapshot of the cache: whatever is written meanwhile, it answers as of now."""
        shelf = self._open_shelf(self.home / SHELF)
        try:
            with told_plainly(self.folder):
                shelf.snapshot()
                yield shelf
        finally:
            shelf.close()

    def _open_shelf(self, path: Path) -> Shelf:
        if not path.is_file():
            if not (path.parent / CHROMA).is_dir():
                raise DeskMissing(f"The desk at {self.folder} is empty.")
            with self.write():  # the cache is missing: the writer makes it anew from Chroma
                pass
        with told_plainly(self.folder):
            return Shelf(path, create=False, memory=self._memory)

    def heads(self) -> Sequence[SourceInfo]:
        """Return every current article without its text. Raises `DeskMissing` for an empty desk."""
        return filled(self.shelf, self.folder)

    def article(self, article_id: str) -> Article:
        """Return a current article; KeyError if there is none of that id."""
        return self.shelf.article(article_id)

    def passages(self, article_id: str) -> Sequence[Passage]:
        """Return an article's passages in order."""
        return self.shelf.passages(article_id)

    def search(
        self, words: str, k: int = 8, *, only: Collection[str] | None = None
    ) -> list[tuple[Passage, float]]:
        """Return passages that hold any of the words, best first, with BM25 scores above 0."""
        return self.shelf.search(words, k, only=only)

    def phrase(self, words: str, k: int = 8, *, only: Collection[str] | None = None) -> list[Passage]:
        """Return passages that hold exactly this run of words."""
        return self.shelf.phrase(words, k, only=only)

    def nearest(self, shelf: Shelf, words: str, k: int, *, rows: Sequence[int] | None = None) -> list[int]:
        """Return the rows of the passages whose vectors are nearest to the words', nearest first; `rows`: only these."""
        vector = self.vectors([words])
        if rows is not None and len(rows) <= EXACT:
            return _nearest_of(shelf, vector[0], rows, k)
        deep = k + 16 if rows is None else 50 + 2 * k * shelf.count() // len(rows)
        found = shelf.rows_named(self._ask(shelf.generation, vector, min(max(deep, k), DEEPEST)))
        allowed = None if rows is None else frozenset(rows)
        return [row for row in found if allowed is None or row in allowed][:k]

    def _ask(self, generation: int, vector: Any, k: int) -> list[str]:  # noqa: ANN401 (an array)
        with told_plainly(self.folder), self.chroma.at(generation) as client:
            passages = client.get_collection(PASSAGES, embedding_function=None)
            return list(passages.query(query_embeddings=vector, n_results=k, include=[])["ids"][0])

    def vectors(self, texts: Sequence[str]) -> Any:  # noqa: ANN401 (an array)
        """Return the texts' vectors, one a row."""
        from presscheck.vectorstore.embeddings import vectors_of

        return vectors_of(self.embeddings, texts)

    @property
    def embeddings(self) -> Embeddings:
        """What makes vectors of texts: as given, else as set, else WordLlama. Raises `BadRequest` if the desk has another."""
        from presscheck.settings import configured_embeddings
        from presscheck.vectorstore.embeddings import WordLlamaEmbeddings, embeddings_name

        if self._embeddings is None:
            self._embeddings = configured_embeddings(self._named) or WordLlamaEmbeddings()
        if not self._checked and self.exists:
            mine, theirs = embeddings_name(self._embeddings), self.mark.embeddings
            if theirs and mine != theirs:
                help_ = "Open it with the same embeddings, or make a new desk."
                raise BadRequest(f"The desk was made with the embeddings {theirs}, not {mine}.", help=help_)
            self._checked = True
        return self._embeddings

    # Writing

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """Hold the lock and give a writer; a write that was cut off before is finished first."""
        from presscheck.vectorstore.writer import Writer

        self._create()
        with writing(self.folder, self.wait), told_plainly(self.folder):
            self._first_mark()
            writer = Writer(self)
            try:
                writer.begin()
                yield writer
            except BaseException:
                writer.close(failed=True)
                raise
            writer.close()

    def _create(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise DeskUnwritable(f"{self.folder} can't be written ({error.strerror or error}).") from error
        if self.exists:
            read_mark(self.folder)

    def _first_mark(self) -> None:
        if not self.exists:
            from presscheck.vectorstore.embeddings import embeddings_name

            write_mark(self.folder, Mark(f"store-{secrets.token_hex(3)}", embeddings_name(self.embeddings)))


def filled(shelf: Shelf, folder: Path) -> Sequence[SourceInfo]:
    """Return what is on a shelf. Raises `DeskMissing` if there is nothing."""
    heads = shelf.heads()
    if not heads:
        raise DeskMissing(f"The desk at {folder} is empty.")
    return heads


def _nearest_of(shelf: Shelf, vector: Any, rows: Sequence[int], k: int) -> list[int]:  # noqa: ANN401 (an array)
    """Compare every vector of these rows."""
    import numpy as np

    found, vectors = shelf.vectors(rows)
    lengths = np.linalg.norm(vectors, axis=1) + 1e-12
    order = np.argsort(-(vectors @ vector) / lengths, kind="stable")
    return [found[at] for at in order[:k]]


def open_library(folder: str) -> Store:
    """Return a desk's library for reading."""
    return Store(Path(folder))
