"""A conversation: replies, streams, and threads that are kept."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from presscheck.chains.chat import Chat, Threads
from presscheck.desk import Desk
from presscheck.errors import BadRequest
from presscheck.models import Article, ChatEvent, CitationSent, Done, Lookup, Message, Reply, SentenceSent

SOURCES = Path(__file__).parents[3] / "examples" / "sources"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    desk = Desk(tmp_path_factory.mktemp("desk"))
    desk.add(SOURCES)
    return desk


def test_a_reply_cites_the_sentence_it_rests_on(desk: Desk) -> None:
    """The answer holds the figure, and its citation is the source's characters."""
    reply = desk.chat().ask("How many soldiers are at work in the valley?")

    assert reply.status == "answered"
    assert "3,200" in reply.text
    assert all(desk.article(e.article_id).text[e.start : e.end] == e.text for e in reply.citations)
    assert "3,200" in reply.citations[0].text


def test_a_question_that_the_sources_do_not_answer_is_refused(desk: Desk) -> None:
    """Nothing is made up about what no source tells."""
    assert desk.chat().ask("How many helicopters are used?").status == "not_in_sources"


def test_the_stream_sends_each_citation_before_the_sentence_that_uses_it(desk: Desk) -> None:
    """Lookup first, then citation and sentence, at last the whole reply, whose text is the sentences joined."""
    events = list(desk.chat().stream("How long is the Marlow bridge?"))

    assert [Lookup, CitationSent, SentenceSent, Done] == [type(e) for e in events]
    done = events[-1]
    assert isinstance(done, Done)
    assert "\n".join(e.text for e in events if isinstance(e, SentenceSent)) == done.reply.text


def test_a_named_thread_is_kept_listed_exported_and_deleted(desk: Desk) -> None:
    """Another process finds the thread in the desk's folder."""
    desk.chat("kept").ask("How long is the Marlow bridge?")
    threads = Desk(desk.path).threads()

    assert [m.role for m in threads.messages("kept")] == ["user", "assistant"]
    assert ("kept", 2) in [(t.name, t.messages) for t in threads.list()]
    assert "212 meters" in threads.export("kept")
    threads.delete("kept")
    assert threads.messages("kept") == []
    with pytest.raises(BadRequest):
        threads.delete("kept")


def test_a_closed_stream_ends_its_work_and_keeps_what_was_sent(desk: Desk) -> None:
    """Who closes the stream after the first sentence finds the question and that sentence in the thread."""
    stream = desk.chat("stopped").stream("How long is the Marlow bridge?")
    for event in stream:
        if isinstance(event, SentenceSent):
            break
    stream.close()

    kept = desk.threads().messages("stopped")
    assert [m.role for m in kept] == ["user", "assistant"]
    assert kept[1].reply is None
    assert "212 meters" in kept[1].text
    desk.threads().delete("stopped")


def test_the_async_stream_gives_the_same_events(desk: Desk) -> None:
    """`astream` and `aask` do what `stream` and `ask` do."""

    async def both() -> tuple[list[object], Reply]:
        question = "How long is the Marlow bridge?"
        events: list[object] = [e async for e in desk.chat().astream(question)]
        return events, await desk.chat().aask(question)

    events, reply = asyncio.run(both())
    assert list(desk.chat().stream("How long is the Marlow bridge?")) == events
    assert Done(reply=reply) == events[-1]


def test_without_a_name_nothing_is_stored(desk: Desk) -> None:
    """A conversation from given messages leaves no trace."""
    before = desk.threads().list()
    desk.chat(history=[Message(role="user", text="How long is the Marlow bridge?")]).ask(
        "And when was it closed?"
    )

    assert before == desk.threads().list()


def test_an_empty_question_is_refused(desk: Desk) -> None:
    """White space asks nothing."""
    with pytest.raises(BadRequest):
        desk.chat().ask("  \n")


def test_a_stream_whose_event_loop_ends_is_closed_by_the_thread_that_runs_it() -> None:
    """The work stops and what was sent is kept, though nothing can be awaited any more."""
    running, go_on, closed = threading.Event(), threading.Event(), threading.Event()

    def answer(*_: object) -> Iterator[ChatEvent]:
        try:
            yield SentenceSent(text="Said.")
            running.set()
            go_on.wait(10)
            yield SentenceSent(text="Never sent.")
        finally:
            closed.set()

    events = Chat(answer, Threads(Path())).astream("What?")
    loop = asyncio.new_event_loop()
    loop.run_until_complete(anext(events))
    pending = loop.create_task(anext(events))
    loop.run_until_complete(asyncio.to_thread(running.wait, 10))
    pending.cancel()
    loop.call_soon(loop.stop)
    loop.run_forever()
    with suppress(RuntimeError):
        events.aclose().send(None)
    go_on.set()

    assert closed.wait(10)
    with suppress(asyncio.CancelledError):
        loop.run_until_complete(pending)
    loop.run_until_complete(loop.shutdown_default_executor())
    loop.close()


def test_people_are_known_by_the_names_that_the_desk_gives_them(tmp_path: Path) -> None:
    """Whose words are asked for may be said by a title that stands only in people.toml."""
    desk = Desk(tmp_path / "desk")
    desk.add(Article(text="COL. DANA WHITLOCK: The bridge will open on Friday.", kind="transcript"))
    asked = "What did the commander of the Ardenne Guard say about the bridge?"
    before = desk.chat().ask(asked)
    (desk.path / "people.toml").write_text(
        '[[person]]\nname = "Dana Whitlock"\ntitles = [{ title = "commander of the Ardenne Guard" }]\n'
    )

    assert before.status == "not_in_sources"
    assert "Friday" in desk.chat().ask(asked).text
