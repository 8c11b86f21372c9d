"""The embedded engine: what is asked for, and who does it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence

from presscheck.chains.chat.answer import answer
from presscheck.chains.chat.evidence import Finder, Near
from presscheck.chains.chat.followup import resolve, talk_of
from presscheck.chains.chat.telling import tell
from presscheck.models import ChatEvent, Message
from presscheck.vectorstore.library import Library


def reply_events(
    question: str,
    before: Sequence[Message],
    library: Library,
    *,
    near: Near | None = None,
    stop: threading.Event | None = None,
) -> Iterator[ChatEvent]:
    """Yield the events of the reply to a question after these messages; ends early once `stop` is set."""
    finder = Finder(library, near)
    for event in tell(answer(resolve(question, talk_of(before)), finder)):
        if stop is not None and stop.is_set():
            return
        yield event
