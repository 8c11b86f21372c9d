"""The desk's store: Chroma is the store of record, the shelf (SQLite) its cache.

What is stored where, and why. The collection `passages` holds bare vectors under ids that are never used twice: metadata
there costs a fourth of the speed of adding, documents three quarters. The collection `articles` holds one record a
version, compressed, with its tiling: these two alone can make everything anew. Filters, words and texts are read from
the shelf, which answers them in milliseconds; Chroma's own `where` takes 130 to 700 ms at 50,000 passages.

Readers see the shelf only, one snapshot a request, and compare vectors in memory (see `near`): a Chroma on disk is not made
to be opened by several processes.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from presscheck.errors import BadRequest, DeskError, DeskMissing, DeskUnwritable
from presscheck.models import Article, Passage, SourceInfo
from presscheck.vectorstore.chroma import Chroma, Place, chroma_in, named
from presscheck.vectorstore.faults import told_plainly
from presscheck.vectorstore.lock import writing
from presscheck.vectorstore.mark import Mark, has_desk, read_mark, write_mark
from presscheck.vectorstore.server import server_at
from presscheck.vectorstore.shelf import Shelf
from presscheck.vectorstore.shelf_file import Memory, refuse_folder

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

    from presscheck.vectorstore.embeddings import Vectors
    from presscheck.vectorstore.lease import Lease
    from presscheck.vectorstore.writer import Writer

SHELF, CHROMA = "shelf.db", "chroma"
PASSAGES, ARTICLES = "passages", "articles"
_LOADING = threading.RLock()
"""Held while large modules are first imported: two threads at once can get one that is half there."""


class Store:
    """A desk's articles on disk. Opening reads nothing; `write` gives a writer. Implements `Library`."""

    def __init__(
        self,
        folder: Path,
        *,
        embeddings: Embeddings | str | None = None,
        wait: float = 60.0,
        server: str | None = None,
    ) -> None:
        self.folder, self.wait = folder, wait
        self._server = str(server_at(server)) if server else ""
        self._named = embeddings if isinstance(embeddings, str) else None
        self._embeddings = None if isinstance(embeddings, str) else embeddings
        self._checked = False
        self._shelf: Shelf | None = None
        self._memory = Memory()

    def copied_to(self, folder: Path) -> Store:
        """Mark another folder as this desk, and return the store there; its files are still to be copied."""
        write_mark(folder, self.mark)
        return Store(folder, embeddings=self._embeddings or self._named, wait=self.wait)

    # Reading

    @property
    def exists(self) -> bool:
        """Whether there is a desk in the folder."""
        return has_desk(self.folder)

    @property
    def mark(self) -> Mark:
        """The desk's mark. Raises `DeskMissing` where there is no desk, `DeskTooNew` for a newer one."""
        return read_mark(self.folder)

    @property
    def home(self) -> Path:
        """The folder that holds Chroma and the shelf now."""
        return self.folder / self.mark.store

    @property
    def place(self) -> Place:
        """Where Chroma is: a folder, or a server. Raises `BadRequest` if the desk is on another server than asked for."""
        there = self.mark.server
        if self._server and self._server != there:
            raise BadRequest(f"The desk at {self.folder} is kept {f'on {there}' if there else 'on disk'}.")
        return server_at(there) if there else self.home / CHROMA

    @property
    def chroma(self) -> Chroma:
        """Chroma, one a process for each place."""
        return chroma_in(self.place)

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
        self._follow()
        shelf = self._opened()
        try:
            with told_plainly(self.folder):
                yield shelf
        finally:
            shelf.close()

    def _opened(self) -> Shelf:
        """Open a snapshot; anew if a compaction has put another store in the place of the one that was opened."""
        while True:
            home = self.home
            try:
                shelf = self._open_shelf(home / SHELF)
                with told_plainly(self.folder):
                    shelf.snapshot()
                return shelf
            except DeskError:
                if home == self.home:
                    raise

    def _open_shelf(self, path: Path) -> Shelf:
        refuse_folder(path)
        if not path.is_file():
            if not self.mark.server and not (path.parent / CHROMA).is_dir():
                raise DeskMissing(f"The desk at {self.folder} is empty.")
            with self.write():  # the cache is missing: the writer makes it anew from Chroma
                pass
        with told_plainly(self.folder):
            return Shelf(path, create=False, memory=self._memory)

    def _follow(self) -> None:
        """Bring the cache up to what other machines have written on the server, if there is one."""
        if self.mark.server and (self.home / SHELF).is_file():
            from presscheck.vectorstore.open_store import follow

            with told_plainly(self.folder):
                follow(self)

    def heads(self) -> Sequence[SourceInfo]:
        """Return every current article without its text. Raises `DeskMissing` for an empty desk."""
        self._follow()
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
        with told_plainly(self.folder):
            return shelf.nearest(self.vectors([words])[0], k, rows)

    def vectors(self, texts: Sequence[str]) -> Vectors:
        """Return the texts' vectors, one a row."""
        with _LOADING:
            from presscheck.vectorstore.embeddings import vectors_of

            embeddings = self.embeddings
        return vectors_of(embeddings, texts)

    @property
    def embeddings(self) -> Embeddings:
        """What makes vectors of texts: as given, else as set, else WordLlama. Raises `BadRequest` if the desk has another."""
        with _LOADING:
            return self._checked_embeddings()

    def _checked_embeddings(self) -> Embeddings:
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
        with _LOADING:
            import presscheck.vectorstore.embeddings  # noqa: F401 (and numpy with it, before Chroma asks for it)
            from presscheck.vectorstore.writer import Writer
        self._create()
        with writing(self.folder, self.wait), told_plainly(self.folder):
            self._first_mark()
            with self.lease() as lease:
                writer = Writer(self, lease)
                try:
                    writer.begin()
                    yield writer
                except BaseException:
                    writer.close(failed=True)
                    raise
                writer.close()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Hold the lock without a writer."""
        with writing(self.folder, self.wait), told_plainly(self.folder), self.lease():
            yield

    @contextmanager
    def lease(self) -> Iterator[Lease | None]:
        """Hold the server's lock as well; None without a server."""
        place = self.place
        if isinstance(place, Path):
            yield None
            return
        from presscheck.vectorstore.lease import leased

        with self.chroma.at(None) as client, leased(client, named(place, "writer"), self.wait) as lease:
            yield lease

    def _create(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except (FileExistsError, NotADirectoryError) as error:
            raise DeskUnwritable(
                f"{self.folder} can't be written: it is a file, not a folder.",
                help="Name a folder with --desk.",
            ) from error
        except OSError as error:
            raise DeskUnwritable(f"{self.folder} can't be written ({error.strerror or error}).") from error
        if self.exists:
            read_mark(self.folder)

    def _first_mark(self) -> None:
        known = self.mark if self.exists else Mark(f"store-{secrets.token_hex(3)}", "", self._server)
        if not known.embeddings:
            from presscheck.vectorstore.embeddings import embeddings_name

            write_mark(self.folder, known._replace(embeddings=embeddings_name(self.embeddings)))


def filled(shelf: Shelf, folder: Path) -> Sequence[SourceInfo]:
    """Return what is on a shelf. Raises `DeskMissing` if there is nothing."""
    heads = shelf.heads()
    if not heads:
        raise DeskMissing(f"The desk at {folder} is empty.")
    return heads


def open_library(folder: str) -> Store:
    """Return a desk's library for reading."""
    return Store(Path(folder))
