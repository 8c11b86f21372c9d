"""A conversation: what was said before, and the next reply, as a whole or as a stream of events."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable, Generator, Iterator, Sequence

from presscheck.chains.chat.threads import Threads
from presscheck.errors import BadRequest
from presscheck.given import whole_characters
from presscheck.models import ChatEvent, Done, Message, Reply, SentenceSent

Answer = Callable[[str, Sequence[Message], threading.Event], Iterator[ChatEvent]]
"""Yields the events of the reply to a question after these messages; ends early when the event is set."""
LONGEST = 50_000
"""Characters of a question, a text to check included."""


class Chat:
    """A thread. With a name it is kept in the desk; without, `history` is what was said before, and nothing is stored."""

    def __init__(
        self, answer: Answer, threads: Threads, name: str | None = None, history: Sequence[Message] = ()
    ) -> None:
        self._answer, self._threads, self.name = answer, threads, name
        self._history = list(history)

    @property
    def messages(self) -> list[Message]:
        """What was said so far."""
        return list(self._history if self.name is None else self._threads.messages(self.name))

    def ask(self, question: str) -> Reply:
        """Return the reply to a question; every sentence of it was checked against the sources."""
        return next(event.reply for event in self.stream(question) if isinstance(event, Done))

    def stream(self, question: str) -> Generator[ChatEvent, None, None]:
        """Yield the events of the reply as they come; closing the iterator stops the work.

        The question is stored when the work begins, the reply when it is done; of a stream that is closed before, what
        was sent is stored.
        """
        return self._stream(_asked(question), threading.Event())

    async def aask(self, question: str) -> Reply:
        """`ask`, without blocking the event loop."""
        events = [event async for event in self.astream(question)]
        return next(event.reply for event in events if isinstance(event, Done))

    async def astream(self, question: str) -> AsyncGenerator[ChatEvent, None]:
        """`stream`, without blocking the event loop; a cancelled task or a closed iterator stops the work."""
        stop = threading.Event()
        steps = _Steps(self._stream(_asked(question), stop), stop)
        step: asyncio.Future[ChatEvent | None] | None = None
        try:
            while True:
                step = asyncio.ensure_future(asyncio.to_thread(steps.next))
                event = await asyncio.shield(step)
                if event is None:
                    return
                yield event
        finally:
            stop.set()
            try:
                if step is not None and not step.done():
                    await asyncio.wait([step])
                await asyncio.to_thread(steps.end)
            finally:
                steps.end()  # the loop itself may be at its end: then nothing can be awaited

    def _stream(self, question: str, stop: threading.Event) -> Generator[ChatEvent, None, None]:
        before = self.messages
        self._keep(Message(role="user", text=question))
        sent: list[str] = []
        reply = None
        try:
            for event in self._answer(question, before, stop):
                if isinstance(event, SentenceSent):
                    sent.append(event.text)
                if isinstance(event, Done):
                    reply = event.reply
                    self._keep(Message(role="assistant", text=reply.text, reply=reply))
                yield event
        finally:
            stop.set()
            if reply is None and sent:
                self._keep(Message(role="assistant", text="\n".join(sent)))

    def _keep(self, message: Message) -> None:
        if self.name is None:
            self._history.append(message)
        else:
            self._threads.add(self.name, message)


class _Steps:
    """Takes the events of a stream one by one in threads; whoever comes last closes it.

    A generator can't be closed while a thread runs it: then that thread closes it as soon as it comes back.
    """

    def __init__(self, events: Generator[ChatEvent, None, None], stop: threading.Event) -> None:
        self._events, self._stop, self._running = events, stop, threading.Lock()

    def next(self) -> ChatEvent | None:
        """Return the next event; None when there is none, or the stream was ended."""
        with self._running:
            event = None if self._stop.is_set() else next(self._events, None)
        if self._stop.is_set():
            self.end()
        return event

    def end(self) -> None:
        """End the stream, at once or when the thread that runs it comes back; never waits for it."""
        self._stop.set()
        if self._running.acquire(blocking=False):
            try:
                self._events.close()
            finally:
                self._running.release()


def _asked(question: str) -> str:
    if not isinstance(question, str):
        raise BadRequest(f"the question must be a str, not {type(question).__name__}.")
    question = whole_characters(question).strip()
    if not question:
        raise BadRequest("The question is empty.")
    if len(question) > LONGEST:
        raise BadRequest(
            f"The question has {len(question)} characters.",
            help=f"At most {LONGEST} are taken; check a file instead.",
        )
    return question
