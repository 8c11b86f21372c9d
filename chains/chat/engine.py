"""The embedded engine: what is asked for, and who does it."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from presscheck.chains.chat import jobs
from presscheck.chains.chat.answer import answer
from presscheck.chains.chat.evidence import Finder, Near
from presscheck.chains.chat.followup import Talk, resolve, talk_of
from presscheck.chains.chat.intents import THAT, Job, job_of
from presscheck.chains.chat.question import read_question
from presscheck.chains.chat.telling import Telling, tell
from presscheck.chains.check.run import check_article
from presscheck.models import Article, ChatEvent, Message, Report
from presscheck.vectorstore.library import Library


def reply_events(
    message: str,
    before: Sequence[Message],
    library: Library,
    *,
    near: Near | None = None,
    stop: threading.Event | None = None,
    check: Callable[[Article], Report] | None = None,
    today: datetime | None = None,
) -> Iterator[ChatEvent]:
    """Yield the events of the reply to a message after those before; ends early once `stop` is set.

    `near` finds passages by meaning, `check` checks a text (both in place of what the library alone can do); `today` is
    the day that "since yesterday" counts from.
    """
    finder = Finder(library, near)
    telling = telling_of(
        job_of(message),
        talk_of(before),
        finder,
        check or (lambda a: check_article(a, library)),
        today or datetime.now(),
    )
    for event in tell(telling):
        if stop is not None and stop.is_set():
            return
        yield event


def telling_of(
    job: Job, talk: Talk, finder: Finder, check: Callable[[Article], Report], today: datetime
) -> Telling:
    """Return who does the job."""
    if job.kind == "check":
        return jobs.check(job.rest, finder.library, check)
    if job.kind == "brief":
        return jobs.brief(_topic(job.rest, talk), finder)
    if job.kind == "compare":
        return jobs.compare(resolve(_topic(job.rest, talk) or "that", talk), finder)
    if job.kind == "show":
        return jobs.show(job.rest, talk, finder.library)
    if job.kind == "new":
        return jobs.new(job.rest, finder, today)
    if job.kind == "help":
        return jobs.help_()
    return _asked(job, talk, finder)


_ASKED_AS = {"who": "Who said {}", "howmany": "How many {}", "when": "When {}"}


def _asked(job: Job, talk: Talk, finder: Finder) -> Telling:
    if job.kind == "ask" and THAT.match(job.rest) and talk.cited:
        return jobs.who_said_that(talk, finder)
    if job.kind == "ask":
        return answer(resolve(job.rest, talk), finder)
    return answer(read_question(_ASKED_AS[job.kind].format(job.rest)), finder)


_IT = re.compile(r"^(?:it|that|this|them|the (?:topic|subject|matter))$", re.IGNORECASE)


def _topic(rest: str, talk: Talk) -> str:
    """Return the topic; "it", or none, is what was spoken of last."""
    if _IT.match(rest) and talk.question is not None:
        return " ".join(t.lemma for t in talk.question.terms)
    return rest
