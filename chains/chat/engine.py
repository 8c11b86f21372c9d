"""What a message asks for, and who does it."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from presscheck.chains.chat import jobs
from presscheck.chains.chat.answer.answering import answer
from presscheck.chains.chat.answer.telling import Telling, tell
from presscheck.chains.chat.evidence.finder import Finder, Near
from presscheck.chains.chat.question.antecedents import Talk
from presscheck.chains.chat.question.followup import resolve, talk_of
from presscheck.chains.chat.question.intents import THAT, Job, job_of
from presscheck.chains.chat.question.reading import read_question
from presscheck.chains.check.run import check_article
from presscheck.models import Article, ChatEvent, Message, Report
from presscheck.text.people_known import NOBODY, People
from presscheck.vectorstore.library import Library

if TYPE_CHECKING:
    from presscheck.llm import Model

_ASKED_AS = {"who": "Who said {}", "howmany": "How many {}", "when": "When {}"}
_IT = re.compile(r"^(?:it|that|this|them|the (?:topic|subject|matter))$", re.IGNORECASE)


def reply_events(
    message: str,
    before: Sequence[Message],
    library: Library,
    *,
    near: Near | None = None,
    model: Model | None = None,
    stop: threading.Event | None = None,
    today: datetime | None = None,
    people: People = NOBODY,
) -> Iterator[ChatEvent]:
    """Yield the events of the reply to a message after those before; ends early once `stop` is set.

    `near` finds passages by meaning, beside what the library finds by words; `today` is the day that "since yesterday"
    counts from; `people` are those whose other names and titles are known.
    """
    engine = Engine(Finder(library, near, people), model, stop or threading.Event())
    for event in tell(engine.telling(message, before, today or datetime.now())):
        if engine.stop.is_set():
            return
        yield event


class Engine:
    """Finds out what a message asks for, and has it done."""

    def __init__(self, finder: Finder, model: Model | None, stop: threading.Event) -> None:
        self.finder, self.model, self.stop = finder, model, stop

    def telling(self, message: str, before: Sequence[Message], today: datetime) -> Telling:
        """Return who does what the message asks for."""
        job, talk, finder = job_of(message), talk_of(before), self.finder
        if job.kind == "check":
            return jobs.check(job.rest, finder.library, self._check)
        if job.kind == "brief":
            return jobs.brief(_topic(job.rest, talk), finder)
        if job.kind == "compare":
            return jobs.compare(resolve(_topic(job.rest or "it", talk), talk), finder)
        if job.kind == "show":
            return jobs.show(job.rest, talk, finder.library)
        if job.kind == "new":
            return jobs.new(job.rest, finder, today)
        return jobs.help_() if job.kind == "help" else self._asked(job, talk, before)

    def _check(self, article: Article) -> Report:
        return check_article(article, self.finder.library, model=self.model, people=self.finder.people)

    def _asked(self, job: Job, talk: Talk, before: Sequence[Message]) -> Telling:
        if job.kind == "ask" and THAT.match(job.rest) and talk.cited:
            return jobs.who_said_that(talk, self.finder)
        text = _ASKED_AS.get(job.kind, "{}").format(job.rest)
        question = resolve(text, talk) if job.kind == "ask" else read_question(text)
        if self.model is None:
            return answer(question, self.finder)
        from presscheck.chains.chat.written.writing import Writer

        return Writer(self.model, self.finder, self.stop).answer(text, question, before)


def _topic(rest: str, talk: Talk) -> str:
    """Return the topic; "it" is what was spoken of last."""
    if _IT.match(rest) and talk.question is not None:
        return " ".join(t.lemma for t in talk.question.terms)
    return rest
