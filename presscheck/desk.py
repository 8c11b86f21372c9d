"""The desk: stored sources, and everything that can be done with them."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from presscheck.chains.brief import make_brief
from presscheck.chains.brief.since import added_after, added_since, newest
from presscheck.chains.check import check_article
from presscheck.desk_sources import DeskSources, twin
from presscheck.desk_sources import Source as Source
from presscheck.errors import BadRequest, NothingToCheck
from presscheck.given import given_choice, given_moment, given_path
from presscheck.models import Brief, ChatEvent, Message, Report
from presscheck.text.people_known import People
from presscheck.unscripted import without_script
from presscheck.vectorstore.filtered import FilteredLibrary
from presscheck.vectorstore.library import Library
from presscheck.vectorstore.loaders import as_article
from presscheck.vectorstore.search import Filters
from presscheck.vectorstore.store import filled

if TYPE_CHECKING:
    from langchain_core.embeddings import Embeddings
    from langchain_core.language_models import BaseChatModel

    from presscheck.chains.batch.run import Options as BatchOptions
    from presscheck.chains.batch.run import Progress as BatchProgress
    from presscheck.chains.chat import Chat, Threads
    from presscheck.llm import Model

Style = Literal["bullets", "paragraphs", "timeline"]
LAST_BRIEF = "brief last-run"
"""Under this name the desk notes when the newest source of its last brief without a topic was stored."""


class Desk(DeskSources):
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
        super().__init__(path, wait=wait, embeddings=embeddings, server=server)
        self._model_setting = model
        self._model: Model | None = None

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
        moment, desk = given_moment(as_of, "as_of"), str(self.path.resolve())
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

    acheck = twin(check)
    abrief = twin(brief)

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
