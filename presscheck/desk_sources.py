"""A desk's sources: put in, taken out, listed and searched."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Coroutine, Mapping, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from presscheck.errors import BadRequest
from presscheck.given import given_path
from presscheck.models import AddReport, Article, Evidence, Failure, SourceInfo
from presscheck.vectorstore.intake import Intake
from presscheck.vectorstore.reader import Reader
from presscheck.vectorstore.search import Filters, search
from presscheck.vectorstore.store import Store

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings

    from presscheck.vectorstore.retriever import DeskRetriever

D = TypeVar("D", bound="DeskSources")
P = ParamSpec("P")
R = TypeVar("R")
Source = str | Path | Article


def twin(
    method: Callable[Concatenate[D, P], R],
) -> Callable[Concatenate[D, P], Coroutine[Any, Any, R]]:
    """Return a method's async twin: the same in a thread, without blocking the event loop."""

    @wraps(method)
    async def awaited(desk: D, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return await asyncio.to_thread(getattr(desk, method.__name__), *args, **kwargs)

    return awaited


class DeskSources:
    """A folder of stored sources. Opening it reads nothing; the first `add` creates it."""

    def __init__(
        self,
        path: str | Path = "desk",
        *,
        wait: float = 60.0,
        embeddings: Embeddings | str | None = None,
        server: str | None = None,
    ) -> None:
        if not isinstance(path, (str, Path)):
            raise BadRequest(f"a desk is a folder, not {type(path).__name__}.")
        self.path = Path(path)
        self._store = Store(self.path, embeddings=embeddings, wait=wait, server=server)

    # Storing

    def add(
        self,
        *sources: Source,
        allow_private: bool = False,
        obey_robots: bool = True,
        fields: Mapping[str, str] | None = None,
        told: Callable[[Article | Failure], None] = lambda _: None,
    ) -> AddReport:
        """Store sources: files and folders (`Path`), web addresses (`str`), articles.

        What is there already is left alone, a changed article of the same origin replaces its older version. What
        can't be read comes out in `failed`; the rest goes in. `fields` says where the records of JSON and tables have
        an article's fields, such as `{"text": "fields.body"}`; `told` is called with each article or failure that is
        read. Raises `DeskLocked`, `DeskUnwritable`.
        """
        intake = Intake(self._store)
        reader = Reader(self._store, fields, allow_private=allow_private, obey_robots=obey_robots)
        for source in sources:
            for item in reader.read(source):
                told(item)
                intake.take(item, source if isinstance(source, Path) else None)
        report = intake.finish()
        reader.keep()
        return report

    def remove(
        self,
        *article_ids: str,
        publisher: str | Collection[str] | None = None,
        kind: str | Collection[str] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[str, ...]:
        """Remove sources: those with these ids, and those that the filters let through; return their ids.

        Raises `BadRequest` for an id that is not there, and removes none. The words stay in the desk's files, out of
        search, until `compact`.
        """
        heads = self.sources()
        known = {head.article_id for head in heads}
        for article_id in article_ids:
            if article_id not in known:
                raise BadRequest(f"There is no source {article_id!r}.")
        filters = Filters.given(publisher, kind, since, until)
        asked = [h.article_id for h in heads if filters.narrow and filters.admits(h)]
        gone = tuple(dict.fromkeys((*article_ids, *asked)))
        if gone:
            with self._store.write() as writer:
                writer.remove(gone)
        return gone

    def compact(self, *, keep_versions: bool = True) -> None:
        """Write the desk's files anew, so that what was removed is gone from all of them.

        `keep_versions=False` drops the superseded versions of articles too, to which older reports may point.
        """
        from presscheck.vectorstore.compaction import compact

        compact(self._store, keep_versions=keep_versions)

    def connect(self) -> int:
        """Take up a desk that a Chroma server holds, without adding to it; return the number of its articles."""
        with self._store.write() as writer:
            return len(writer.shelf.shelved())

    def export_to(self, path: Path, *, keep_versions: bool = True) -> int:
        """Write the whole desk to one file; return the number of articles. Raises `DeskMissing`, `DeskLocked`."""
        from presscheck.vectorstore.archive import export_desk

        given_path(path, "the archive")
        self.sources()
        return export_desk(self._store, path, keep_versions=keep_versions)

    def import_from(self, path: Path) -> AddReport:
        """Store what `export_to` wrote. Raises `UnreadableFile`, `BadRequest`, `DeskLocked`."""
        from presscheck.vectorstore.archive import import_desk

        return import_desk(self._store, given_path(path, "the archive"))

    # Looking

    def sources(self) -> Sequence[SourceInfo]:
        """Return what is known of each stored source. Raises `DeskMissing` where there is none."""
        return self._store.heads()

    @property
    def generation(self) -> int:
        """The number of the newest write, whoever wrote it; 0 where there is no desk."""
        return self._store.shelf.generation if self._store.exists else 0

    def article(self, article_id: str) -> Article:
        """Return a stored source with its text; raises `BadRequest` for an id that is not there."""
        try:
            return self._store.article(article_id)
        except KeyError:
            raise BadRequest(f"There is no source {article_id!r}.") from None

    def version(self, sha256: str) -> Article:
        """Return an article as it was when a report cited it, by the hash of its text; raises `BadRequest` if it is gone."""
        from presscheck.vectorstore.past import version_of

        return version_of(self._store, sha256)

    def search(
        self,
        query: str,
        k: int = 8,
        *,
        publisher: str | Collection[str] | None = None,
        kind: str | Collection[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        speaker: str | None = None,
        only: Collection[str] | None = None,
    ) -> list[Evidence]:
        """Return the passages nearest to the query, by words and by meaning, best first; `only`: ids of sources."""
        filters = Filters.given(publisher, kind, since, until, speaker, only)
        return search(self._store, query, k, filters)

    def retriever(self, k: int = 8, **filters: Any) -> DeskRetriever:  # noqa: ANN401 (those of search)
        """Return the search as a LangChain retriever."""
        from presscheck.vectorstore.retriever import DeskRetriever

        return DeskRetriever(search=self.search, k=k, filters=filters)

    asearch = twin(search)
