"""The desk: stored sources, and everything that can be done with them."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Collection, Coroutine, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial, wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Concatenate, Literal, ParamSpec, TypeVar

from presscheck.chains.brief import make_brief
from presscheck.chains.brief.since import added_after, added_since, newest
from presscheck.chains.check import check_article
from presscheck.errors import BadRequest, NothingToCheck
from presscheck.given import given_choice, given_moment, given_path
from presscheck.models import (
    AddReport,
    Article,
    Brief,
    ChatEvent,
    Evidence,
    Failure,
    Message,
    Report,
    SourceInfo,
)
from presscheck.text.people_known import People
from presscheck.unscripted import without_script
from presscheck.vectorstore.filtered import FilteredLibrary
from presscheck.vectorstore.intake import Intake
from presscheck.vectorstore.library import Library
from presscheck.vectorstore.loaders import as_article
from presscheck.vectorstore.reader import Reader
from presscheck.vectorstore.search import Filters, search
from presscheck.vectorstore.store import Store, filled

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings
    from langchain_core.language_models import BaseChatModel

    from presscheck.chains.batch.run import Options as BatchOptions
    from presscheck.chains.batch.run import Progress as BatchProgress
    from presscheck.chains.chat import Chat, Threads
    from presscheck.llm import Model
    from presscheck.vectorstore.retriever import DeskRetriever

P = ParamSpec("P")
R = TypeVar("R")
Source = str | Path | Article
Style = Literal["bullets", "paragraphs", "timeline"]
LAST_BRIEF = "brief last-run"
"""Under this name the desk notes when the newest source of its last brief without a topic was stored."""


def _twin(
    method: Callable[Concatenate[Desk, P], R],
) -> Callable[Concatenate[Desk, P], Coroutine[Any, Any, R]]:
    """Return a method's async twin: the same in a thread, without blocking the event loop."""

    @wraps(method)
    async def twin(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> R:
        return await asyncio.to_thread(getattr(desk, method.__name__), *args, **kwargs)

    return twin


class Desk:
    """A folder of stored sources. Opening it reads nothing; the first `add` creates it.

    `model` is a chat model's name such as `openai:NAME`, a LangChain chat model, or a `presscheck.llm.Model`; None for the
    embedded engine. `wait` is how many seconds to wait for another writer. `server` is the address of a Chroma server
    that is to hold the desk, such as `http://chroma.example:8000#newsroom`; its token is read from the environment
    (`PRESSCHECK_CHROMA_TOKEN`). The folder remembers it.
    """

    def __init__(
        self,
        path: str | Path = "desk",
        model: str | BaseChatModel | Model | None = None,
        *,
        wait: float = 60.0,
        embeddings: Embeddings | str | None = None,
        server: str | None = None,
    ) -> None:
        if not isinstance(path, (str, Path)):
            raise BadRequest(f"a desk is a folder, not {type(path).__name__}.")
        self.path = Path(path)
        self._store = Store(self.path, embeddings=embeddings, wait=wait, server=server)
        self._model_setting = model
        self._model: Model | None = None

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

    # Using

    def check(
        self,
        text: Source,
        as_of: date | None = None,
        *,
        publisher: str | Collection[str] | None = None,
        kind: str | Collection[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        only: Collection[str] | None = None,
    ) -> Report:
        """Check a text against the stored sources, or against those that the filters let through; `only`: their ids.

        The desk's `people.toml`, if there is one, tells other names of people and the titles they held. Raises
        `BadRequest` where the filters let none through (`only` of none is a choice), `UnreadableFile`, `DeskMissing`.
        """
        filters = Filters.given(publisher, kind, since, until, only=only)
        article, moment = as_article(text), given_moment(as_of, "as_of")
        with self._library(filters) as library:
            if filters.ids != frozenset() and not library.heads():
                raise BadRequest("None of the stored sources is let through.", help="Choose others, or all.")
            people = People.of_desk(self.path)
            return check_article(article, library, as_of=moment, model=self._asked_model(), people=people)

    def brief(
        self,
        topic: str | None = None,
        *,
        style: Style = "bullets",
        words: int = 150,
        since: date | Literal["last-run"] | None = None,
        only: Collection[str] | None = None,
        counts: bool = True,
    ) -> Brief:
        """Write a brief on a topic, or on what is newest; `since` leaves out what was added before; `only`: their ids.

        `since="last-run"` takes what was added since the last brief without a topic was written from this desk. One
        that is only looked at leaves that mark where it is: `counts=False`.
        """
        day = None if since == "last-run" else given_moment(since, "since")
        with self._library(Filters.given(only=only)) as library:
            articles = None if day is None else added_since(library, day)
            if since == "last-run":
                articles = added_after(library, self._store.shelf.meta(LAST_BRIEF))
            if articles is not None and not articles:
                raise NothingToCheck("Nothing was added since.", help="Leave out --since, or add sources.")
            made = make_brief(
                library, topic, style=style, words=words, articles=articles, model=self._asked_model()
            )
            if topic is None and only is None and counts:
                self._store.shelf.note_if_possible(LAST_BRIEF, newest(library))
            return made

    def batch(
        self,
        given: Path,
        out: Path,
        *,
        do: Literal["check", "brief", "both"] = "check",
        words: int = 150,
        as_of: date | None = None,
        options: BatchOptions | None = None,
        told: Callable[[BatchProgress], None] | None = None,
    ) -> dict[str, int]:
        """Check or brief many texts against this desk (a folder, a glob, a .jsonl or .csv file), each once.

        Results go to `out`, as `presscheck batch` writes them; run it again to go on. Returns the counts over the whole
        set. The model must have been given by its name.
        """
        from presscheck.chains.batch.run import run_batch
        from presscheck.chains.batch.work import Job
        from presscheck.render.batch_files import write_pages

        given_path(given, "the texts")
        given_path(out, "out")
        given_choice(do, "do", ("check", "brief", "both"))
        name = self._model_setting
        if name is not None and not isinstance(name, str):
            raise BadRequest(
                "A batch needs the model's name.", help='Open the desk with model="openai:NAME".'
            )
        desk = str(self.path) if "://" in str(self.path) else str(self.path.resolve())
        moment = given_moment(as_of, "as_of")
        job = Job(do != "brief", do != "check", desk=desk, as_of=moment, words=words, model=name)
        with without_script():
            counts = run_batch(given, out, job, options, told)
        write_pages(out, counts, brief=job.brief)
        return counts

    def chat(
        self,
        thread: str | None = None,
        *,
        history: Sequence[Message] = (),
        only: Collection[str] | None = None,
    ) -> Chat:
        """Return a conversation about the stored sources: `.ask(question)` gives a `Reply`, `.stream(question)` its events.

        The desk's `people.toml`, if there is one, tells other names of people and the titles they hold.

        A thread with a name is stored in the desk and goes on where it ended. Without a name nothing is stored;
        `history` is then what was said before. `only` keeps it to the sources with these ids.
        """
        from presscheck.chains.chat import Chat

        if not all(isinstance(message, Message) for message in history):
            raise BadRequest("history must be messages.", help="Import Message from presscheck.models.")
        return Chat(partial(self._answer, only), self.threads(), thread, history)

    def threads(self) -> Threads:
        """Return the stored threads: `.list()`, `.messages(name)`, `.export(name)`, `.delete(name)`."""
        from presscheck.chains.chat import Threads

        return Threads(self.path)

    def _answer(
        self, only: Collection[str] | None, question: str, before: Sequence[Message], stop: threading.Event
    ) -> Iterator[ChatEvent]:
        from presscheck.chains.chat import reply_events

        with self._library(Filters.given(only=only)) as library:
            near = partial(self.search, only=only)
            model, people = self._asked_model(), People.of_desk(self.path)
            yield from reply_events(
                question, before, library, near=near, stop=stop, model=model, people=people
            )

    acheck = _twin(check)
    abrief = _twin(brief)
    asearch = _twin(search)

    @contextmanager
    def _library(self, filters: Filters) -> Iterator[Library]:
        """Give what is stored now, whatever is written meanwhile."""
        with self._store.reading() as shelf:
            filters.admitted(filled(shelf, self.path))
            yield FilteredLibrary(shelf, filters.admits) if filters.narrow else shelf

    def _asked_model(self) -> Model | None:
        if self._model_setting is not None and self._model is None:
            from presscheck.settings import as_model

            self._model = as_model(self._model_setting)
        return self._model
