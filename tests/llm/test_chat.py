"""Chat with a model: whatever it writes, only what the sources bear out is sent."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from presscheck.chains.chat import reply_events
from presscheck.llm import Model, ModelOptions
from presscheck.models import ChatEvent, Done, Lookup, Message, Reply, SentenceSent
from presscheck.vectorstore.library import MemoryLibrary
from presscheck.vectorstore.loaders import as_articles

Steps = dict[str, Any]
TRUE = "About 3,200 Guard soldiers are at work in the Corran Valley."
FALSE = "About 5,000 Guard soldiers are at work in the Corran Valley."
ASKED = "How many Guard soldiers are at work in the Corran Valley?"
NONE = "NOT IN SOURCES"


@pytest.fixture(scope="module")
def library() -> MemoryLibrary:
    return MemoryLibrary(as_articles(Path(__file__).parents[2] / "examples" / "sources"))


def events(library: MemoryLibrary, question: str, before: Sequence[Message] = ()) -> list[ChatEvent]:
    """Return the events of a reply of the scripted model."""
    model = Model("openai:scripted", options=ModelOptions(retries=0))
    return list(reply_events(question, before, library, model=model))


def reply_of(told: Sequence[ChatEvent]) -> Reply:
    """Return the reply at the end."""
    done = told[-1]
    assert isinstance(done, Done)
    return done.reply


def text(steps: Steps, said: str) -> Any:
    """Return a step that answers with this text, tools or not."""
    return steps["sends"](steps["message"](said))


def test_a_model_with_tools_looks_further_and_its_false_sentence_is_left_out(
    script: Any, steps: Steps, library: MemoryLibrary
) -> None:
    """The tool's call is told as a lookup; the true sentence is sent with its source; the reply is partial."""
    script.steps = [
        steps["calls_tool"]("search", query="Guard soldiers"),
        text(steps, f"{TRUE} [1] {FALSE} [1]"),
    ]
    told = events(library, ASKED)

    assert [e.query for e in told if isinstance(e, Lookup)] == [ASKED, "Guard soldiers"]
    assert [f"{TRUE} [1]"] == [e.text for e in told if isinstance(e, SentenceSent)]
    reply = reply_of(told)
    assert reply.status == "partial"
    assert "3,200" in reply.citations[0].text
    assert "3,200" in script.asked[1]["messages"][-1]["content"]  # what the tool gave


def test_a_server_without_tools_is_asked_in_a_chain(
    script: Any, steps: Steps, library: MemoryLibrary
) -> None:
    """The answer then comes as a stream; a sentence is sent once it is whole."""
    script.steps = [
        steps["fails"](400),
        steps["streams"]("About 3,200 Guard soldiers are at ", "work in the Corran Valley."),
    ]
    reply = reply_of(events(library, ASKED))

    assert ("answered", f"{TRUE} [1]") == (reply.status, reply.text)


def test_a_model_that_writes_nothing_true_leaves_the_answer_to_the_sources(
    script: Any, steps: Steps, library: MemoryLibrary
) -> None:
    """No unverified sentence is sent: the embedded engine answers."""
    script.steps = [text(steps, FALSE)]
    reply = reply_of(events(library, ASKED))

    assert "5,000" not in reply.text
    assert "3,200" in reply.text


def test_a_tools_call_that_is_written_out_is_no_sentence(
    script: Any, steps: Steps, library: MemoryLibrary
) -> None:
    """Words of the sources between quotation marks are not sent as an answer when they were a search."""
    script.steps = [text(steps, '"query": "the Corran dam"')]

    assert '"query"' not in reply_of(events(library, "What does the Corran dam hold?")).text


def test_true_but_beside_the_point_is_no_answer(script: Any, steps: Steps, library: MemoryLibrary) -> None:
    """A sentence of the sources does not answer what they don't say."""
    script.steps = [text(steps, "The Corran dam holds 86 million cubic meters of water.")]

    assert reply_of(events(library, "How many helicopters did the Guard send?")).status == "not_in_sources"


def test_a_model_that_finds_nothing_is_believed_only_if_the_engine_finds_nothing(
    script: Any, steps: Steps, library: MemoryLibrary
) -> None:
    """NOT IN SOURCES is a refusal where the embedded engine refuses too."""
    script.steps = [text(steps, NONE)]

    assert reply_of(events(library, "How many helicopters did the Guard send?")).status == "not_in_sources"
    assert reply_of(events(library, ASKED)).status == "answered"


def test_a_follow_up_question_is_rewritten_but_nothing_is_added(
    script: Any, steps: Steps, library: MemoryLibrary
) -> None:
    """A rewriting that brings in a name from nowhere is not used."""
    before = [
        Message(role="user", text="How long is the Marlow bridge?"),
        Message(role="assistant", text="212 meters."),
    ]
    script.steps = [text(steps, "When was the Marlow bridge closed?"), text(steps, NONE)]
    assert Lookup(query="When was the Marlow bridge closed?") in events(
        library, "When was it closed?", before
    )

    script.steps = [text(steps, "When was the Springfield bridge closed?"), text(steps, NONE)]
    assert not any(
        "Springfield" in e.query
        for e in events(library, "When was it closed?", before)
        if isinstance(e, Lookup)
    )


def test_without_its_server_the_engine_answers_and_says_so(
    script: Any, steps: Steps, library: MemoryLibrary
) -> None:
    """One line tells why; then the sources speak."""
    script.steps = [steps["fails"](401)]
    reply = reply_of(events(library, ASKED))

    assert reply.text.startswith("The model can’t be asked (")
    assert "3,200" in reply.text


def test_a_reply_that_is_stopped_asks_the_model_no_more(
    script: Any, steps: Steps, library: MemoryLibrary
) -> None:
    """Who closes the stream at the first lookup costs no call."""
    model = Model("openai:scripted", options=ModelOptions(retries=0))
    stream = reply_events(ASKED, (), library, model=model)
    next(stream)
    stream.close()  # type: ignore[attr-defined]

    assert script.asked == []
