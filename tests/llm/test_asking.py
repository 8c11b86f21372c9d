"""Text, streams and turns with tools: through the same budget, cache and failures as structured answers."""

import asyncio
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from langchain_core.language_models import FakeListChatModel
from langchain_core.messages import AIMessage, HumanMessage, ToolMessage
from pydantic import BaseModel, Field

from presscheck.answers import AnswerCache
from presscheck.errors import BudgetSpent, ModelError, ModelUnknown
from presscheck.llm import Model, ModelOptions, embeddings
from presscheck.spending import Account

Steps = dict[str, Any]
QUICK = ModelOptions(seconds=1.0, retries=1)


class look_up(BaseModel):
    """Look something up in the stored sources."""

    query: str = Field(description="What to look up")


class Colour(BaseModel):
    """A shape to ask for."""

    red: int


def model(**given: Any) -> Model:
    """Return a model at the scripted server."""
    return Model("openai:scripted", options=QUICK, **given)


def test_text_is_counted_and_kept(script: Any, steps: Steps) -> None:
    """The second time the same words cost nothing."""
    script.steps = [steps["says"]("It is red.")]
    asked = model()

    assert [asked.say("Which?"), asked.say("Which?")] == ["It is red."] * 2
    assert (asked.account.spent.calls, len(script.asked)) == (1, 1)


def test_the_longest_answer_is_told_to_the_server(script: Any, steps: Steps) -> None:
    """What is reserved for an answer is also all that it may have."""
    script.steps = [steps["says"]("It is red.")]
    Model("openai:scripted", options=ModelOptions(longest_answer=77)).say("Which?")

    assert 77 in (script.asked[0].get("max_tokens"), script.asked[0].get("max_completion_tokens"))


def test_a_stream_comes_in_pieces_and_is_kept(script: Any, steps: Steps) -> None:
    """Its cost is kept as the server counts it; from the cache it comes whole, and `say` shares it."""
    script.steps = [steps["streams"]("It ", "is ", "red.")]
    asked = model()

    assert list(asked.stream("Which?")) == ["It ", "is ", "red."]
    assert (asked.account.spent.tokens_in, asked.account.spent.tokens_out) == (100, 20)
    assert list(asked.stream("Which?")) == [asked.say("Which?")] == ["It is red."]
    assert len(script.asked) == 1


def test_a_stream_that_breaks_off_is_told_and_not_kept(script: Any, steps: Steps) -> None:
    """What came before the break is no answer; the next time it is asked for again."""
    script.steps = [steps["streams"]("It ", whole=False), steps["streams"]("It ", "is.")]
    asked = model()
    seen: list[str] = []

    with pytest.raises(ModelError, match=r"broke off|reached"):
        seen.extend(asked.stream("Which?"))
    assert "".join(asked.stream("Which?")) == "It is."


@pytest.mark.parametrize("first", ["resets", "cuts_off"])
def test_a_stream_that_breaks_before_its_first_piece_is_asked_for_again(
    script: Any, steps: Steps, first: str
) -> None:
    """Nobody has seen anything yet."""
    script.steps = [steps[first], steps["streams"]("red")]

    assert list(model().stream("Which?")) == ["red"]


@pytest.mark.parametrize(("status", "told"), [(401, "key"), (500, "answers 500"), (429, "too often")])
def test_a_stream_that_is_refused_is_one_clear_line(
    script: Any, steps: Steps, status: int, told: str
) -> None:
    """As with any other call."""
    script.steps = [steps["fails"](status, Retry_After="0")]

    with pytest.raises(ModelError, match=told):
        list(model().stream("Which?"))


def test_a_reader_that_leaves_a_stream_frees_what_was_set_aside(script: Any, steps: Steps) -> None:
    """The call is paid as far as it went, and its slot is free."""
    script.steps = [steps["streams"]("It ", "is ", "red.")]
    asked = Model("openai:scripted", options=ModelOptions(concurrency=1), account=Account(max_tokens=4500))

    for n in range(3):
        pieces = asked.stream(f"Which? {n}")
        assert next(pieces) == "It "
        pieces.close()
    assert asked.account.spent.calls == 3


def test_a_turn_may_call_tools_and_is_kept(script: Any, steps: Steps) -> None:
    """Tools are offered, the call comes back as LangChain has it, and the same turn costs nothing again."""
    said_at_last = steps["sends"](steps["message"]("About 10,000."))
    script.steps = [steps["calls_tool"]("look_up", query="troops"), said_at_last]
    asked = model()
    said = [HumanMessage("How many troops?")]

    for _ in range(2):
        turn = asked.turn(said, [look_up])
        assert [(c["name"], c["args"]) for c in turn.tool_calls] == [("look_up", {"query": "troops"})]
    after = asked.turn([*said, turn, ToolMessage("10,000", tool_call_id="t1")], [look_up])

    assert isinstance(after, AIMessage)
    assert after.text == "About 10,000."
    assert len(script.asked) == 2
    assert asked.account.spent.calls == 2
    assert script.asked[0]["tools"][0]["function"]["name"] == "look_up"


def test_whether_tools_can_be_offered_is_told(script: Any) -> None:
    """By the model's package."""
    assert model().takes_tools
    assert not Model(FakeListChatModel(responses=["x"])).takes_tools


@pytest.mark.parametrize("way", ["say", "stream", "turn", "ask"])
def test_nothing_over_the_budget_is_sent(script: Any, steps: Steps, way: str) -> None:
    """Whichever way the model is asked."""
    asked = model(account=Account(max_tokens=500))
    ways: dict[str, Callable[[], object]] = {
        "say": lambda: asked.say("Which?"),
        "stream": lambda: list(asked.stream("Which?")),
        "turn": lambda: asked.turn([HumanMessage("Which?")], [look_up]),
        "ask": lambda: asked.ask("Which?", Colour),
    }
    with pytest.raises(BudgetSpent):
        ways[way]()
    assert script.asked == []


def test_calls_at_once_never_pass_the_budget_together(script: Any, steps: Steps) -> None:
    """What is under way counts."""
    script.steps = [steps["says"]("red")]
    asked = model(account=Account(max_tokens=2 * 2100))
    outcomes: list[str] = []

    def ask(n: int) -> None:
        try:
            outcomes.append(asked.say(f"Which? {n}"))
        except BudgetSpent:
            outcomes.append("budget")

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(60)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(script.asked) == outcomes.count("red")
    assert asked.account.spent.tokens <= 2 * 2100
    assert "budget" in outcomes


def test_the_async_twins_do_the_same(script: Any, steps: Steps) -> None:
    """Without blocking the event loop: several at once take as long as one."""
    script.steps = [steps["streams"]("a", "b"), steps["says"]({"red": 1}), steps["says"]("text")]
    asked = model()

    async def all_of_them() -> tuple[list[str], Colour, str, str]:
        pieces = [piece async for piece in asked.astream("Which?")]
        shaped = await asked.aask("Which?", Colour)
        return pieces, shaped, await asked.asay("Say"), (await asked.aturn([HumanMessage("Turn")])).text

    assert asyncio.run(all_of_them()) == (["a", "b"], Colour(red=1), "text", "text")


def test_models_given_as_objects_do_not_share_answers(tmp_path: Path) -> None:
    """Two models of one class keep their answers apart."""
    cache = AnswerCache(tmp_path / "answers.db")
    first, second = (Model(FakeListChatModel(responses=[word]), cache=cache) for word in ("red", "blue"))

    assert (first.say("Which?"), second.say("Which?")) == ("red", "blue")


def test_embeddings_come_from_a_setting(script: Any) -> None:
    """Texts are sent as texts, not as one vendor's token numbers."""
    made = embeddings("openai:scripted")

    assert made.embed_documents(["ab", "abcd"]) == [[2.0, 1.0], [4.0, 1.0]]
    assert script.asked[-1]["input"] == ["ab", "abcd"]


@pytest.mark.parametrize("setting", ["nobody:x", "huggingface:x", "openai"])
def test_unknown_embeddings_are_told(script: Any, setting: str) -> None:
    """In one line of ours."""
    with pytest.raises(ModelUnknown):
        embeddings(setting)


def test_embeddings_without_a_key_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what to set."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(ModelError, match="OPENAI_API_KEY"):
        embeddings("openai:scripted")


def picky(steps: Steps) -> Any:
    """Return a step that refuses a temperature, as models do that think first."""
    said = steps["sends"](
        {"error": {"message": "Unsupported value: 'temperature' does not support 0.0", "code": "x"}}, 400
    )
    return lambda handler, body: (said if "temperature" in body else steps["says"]({"red": 1}))(handler, body)


@pytest.mark.parametrize("way", ["ask", "say"])
def test_a_model_that_takes_no_temperature_is_asked_without(script: Any, steps: Steps, way: str) -> None:
    """From the second call on at once."""
    script.steps = [picky(steps)]
    asked = model()
    ways: dict[str, Callable[[str], object]] = {"ask": lambda p: asked.ask(p, Colour), "say": asked.say}
    for prompt in ("Which?", "Which else?"):
        assert ways[way](prompt)

    assert ["temperature" in request for request in script.asked] == [True, False, False]


def test_a_known_model_that_takes_no_temperature_is_never_given_one(script: Any, steps: Steps) -> None:
    """As LangChain's own profiles say."""
    script.steps = [steps["says"]("red")]
    Model("openai:o3").say("Which?")

    assert "temperature" not in script.asked[0]


def test_a_broken_answer_on_disk_is_asked_for_again(script: Any, steps: Steps, tmp_path: Path) -> None:
    """What does not fit the shape any more is no answer."""
    script.steps = [steps["says"]({"red": 7})]
    first = model(cache=AnswerCache(tmp_path / "answers.db"))
    first.ask("Which?", Colour)
    with sqlite3.connect(tmp_path / "answers.db") as db:
        db.execute("UPDATE answers SET answer = '{broken'")

    assert model(cache=AnswerCache(tmp_path / "answers.db")).ask("Which?", Colour).red == 7
    assert len(script.asked) == 2
