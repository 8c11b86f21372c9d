"""The assistant over HTTP: events as they come, threads that stay, work that ends when the client goes."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from presscheck.chains.chat.talk import Chat
from presscheck.desk import Desk
from presscheck.evals.bench.streams import STREAMS, ask_at_once
from presscheck.models import ChatEvent, Done, Lookup, Message, Reply, SentenceSent
from presscheck.web.app import make_app
from presscheck.web.served import Served

Running = Callable[[ASGIApp], AbstractContextManager[str]]
QUESTIONS = (
    "How many Guard soldiers are at work?",
    "What did Whitlock say about the dam?",
    "How much has the state spent?",
    "Who visited Marlow?",
    "When was the levee inspected?",
)
web = httpx.Client(timeout=60)


def events(answer: httpx.Response) -> Iterator[tuple[str, Any]]:
    """Yield the events of a stream."""
    name = ""
    for line in answer.iter_lines():
        if line.startswith("event: "):
            name = line.removeprefix("event: ")
        elif line.startswith("data: "):
            yield name, json.loads(line.removeprefix("data: "))


def test_a_reply_comes_as_events(client: httpx.Client, desk: Desk) -> None:
    """First what is looked up, each citation before the sentence that uses it, the whole reply last."""
    with client.stream("POST", "/api/chat", json={"thread": "flood", "text": QUESTIONS[0]}) as answer:
        assert answer.headers["content-type"].startswith("text/event-stream")
        found = list(events(answer))
    names = [name for name, _ in found]
    reply = Reply.model_validate(found[-1][1]["reply"])

    assert names[0] == "lookup"
    assert names[-1] == "done"
    assert names.index("citation") < names.index("sentence")
    assert "3,200" in reply.text
    for evidence in reply.citations:
        assert desk.article(evidence.article_id).text[evidence.start : evidence.end] == evidence.text


def test_threads_are_kept_listed_saved_and_deleted(client: httpx.Client) -> None:
    """A thread's name may hold anything; it is found again, exported as Markdown, and gone when deleted."""
    name = "a/b ?#%<b>"
    client.post("/api/ask", json={"thread": name, "text": QUESTIONS[0]})

    assert [t["name"] for t in client.get("/api/threads").json()] == [name]
    said = client.get("/api/thread", params={"name": name}).json()
    assert [m["role"] for m in said] == ["user", "assistant"]
    assert said[1]["reply"]["citations"]
    assert "3,200" in client.get("/api/thread/export", params={"name": name}).text
    assert client.delete("/api/thread", params={"name": name}).status_code == 200
    assert client.get("/api/threads").json() == []
    assert client.delete("/api/thread", params={"name": name}).status_code == 400


def test_without_a_name_nothing_is_kept(client: httpx.Client) -> None:
    """A question outside a thread leaves no trace."""
    assert client.post("/api/ask", json={"text": QUESTIONS[0]}).json()["status"] == "answered"
    assert client.get("/api/threads").json() == []


def test_only_the_chosen_sources_answer(client: httpx.Client, desk: Desk) -> None:
    """What is not among the chosen sources is not known."""
    note = next(s.article_id for s in desk.sources() if s.kind == "note")
    reply = client.post(
        "/api/ask", json={"text": "How many Guard soldiers are at work?", "only": [note]}
    ).json()

    assert {c["article_id"] for c in reply["citations"]} <= {note}
    assert "3,200" not in reply["text"]


def test_an_error_in_a_stream_is_its_last_event(tmp_path: Path, running: Running) -> None:
    """Where there is nothing to ask, the stream says so and ends."""
    with (
        running(make_app(Served(Desk(tmp_path / "none")))) as url,
        web.stream("POST", f"{url}/api/chat", json={"text": "How many?"}) as answer,
    ):
        found = list(events(answer))

    assert found[-1][0] == "error"
    assert "Add sources first" in found[-1][1]["error"]["message"]


class Noted(Desk):
    """A desk that notes each reply's first event and its last, in the order in which they come."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.order: list[str] = []

    def _answer(self, *given: Any) -> Iterator[ChatEvent]:
        events = super()._answer(*given)
        first = next(events)
        self.order.append("first")
        yield first
        yield from events
        self.order.append("last")


def test_fifty_streams_at_once(folder: Path, running: Running) -> None:
    """Fifty clients ask at once: all are answered, and most have their first event before any tenth reply is whole.

    How long it takes is measured by `evals/bench/streams`.
    """
    desk = Noted(folder)
    with running(make_app(Served(desk))) as url:
        waited = ask_at_once(url, QUESTIONS, STREAMS)
    half = [n for n, event in enumerate(desk.order) if event == "first"][STREAMS // 2]

    assert len(waited) == STREAMS
    assert desk.order.count("first") == desk.order.count("last") == STREAMS
    assert desk.order[:half].count("last") < STREAMS // 5


class Slow(Desk):
    """A desk whose assistant takes its time, and which notes how far it went and whether it ended."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.sent = 0
        self.ended = threading.Event()

    def chat(
        self, thread: str | None = None, *, history: Sequence[Message] = (), only: object = None
    ) -> Chat:
        """Return a conversation of a hundred slow sentences."""
        return Chat(self._slowly, self.threads(), thread, history)

    def _slowly(self, question: str, _: Sequence[Message], stop: threading.Event) -> Iterator[ChatEvent]:
        try:
            yield Lookup(query=question)
            for self.sent in range(1, 101):
                yield SentenceSent(text=f"Sentence {self.sent}.")
                stop.wait(0.1)
            yield Done(reply=Reply(status="answered", text="All of them."))
        finally:
            self.ended.set()


@pytest.fixture
def slow(folder: Path) -> Slow:
    """Return a slow desk over the example articles."""
    return Slow(folder)


def test_a_client_that_goes_away_ends_its_work(slow: Slow, running: Running) -> None:
    """The work stops within a step, and what was sent until then stands in the thread."""
    with running(make_app(Served(slow))) as url:
        with web.stream("POST", f"{url}/api/chat", json={"thread": "t", "text": "Go on."}) as answer:
            for name, _ in events(answer):
                if name == "sentence":
                    break

        assert slow.ended.wait(20)
        assert slow.sent < 60
        time.sleep(0.3)
        said = web.get(f"{url}/api/thread", params={"name": "t"}).json()

    assert said[-1]["role"] == "assistant"
    assert said[-1]["text"].startswith("Sentence 1.")
    assert said[-1]["reply"] is None


def test_a_client_that_does_not_wait_for_a_whole_answer_ends_its_work(slow: Slow, running: Running) -> None:
    """A request that is given up ends the work, too, in a thread and at the OpenAI-compatible endpoint."""
    said = [{"role": "user", "content": "Go on."}]
    with running(make_app(Served(slow))) as url:
        for path, asked in (("api/ask", {"text": "Go on."}), ("v1/chat/completions", {"messages": said})):
            slow.ended.clear()
            with pytest.raises(httpx.ReadTimeout):
                web.post(f"{url}/{path}", json=asked, timeout=0.5)
            assert slow.ended.wait(20), path
            assert slow.sent < 60


def test_a_client_that_goes_away_from_the_openai_endpoint_ends_its_work(slow: Slow, running: Running) -> None:
    """The same holds for the other stream."""
    asked = {"messages": [{"role": "user", "content": "Go on."}], "stream": True}
    with running(make_app(Served(slow))) as url:
        with web.stream("POST", f"{url}/v1/chat/completions", json=asked) as answer:
            next(line for line in answer.iter_lines() if "Sentence 1" in line)

        assert slow.ended.wait(20)
        assert slow.sent < 60
