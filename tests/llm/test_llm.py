"""The real openai client and langchain-openai against a server on loopback that fails in every way."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from typer.testing import CliRunner, Result

from presscheck.answers import AnswerCache
from presscheck.cli import app
from presscheck.errors import AnswerUnusable, BadRequest, BudgetSpent, ModelError, ModelUnknown
from presscheck.llm import Model, ModelOptions, known_openai_models
from presscheck.replies import parse
from presscheck.spending import Account, Price, count_tokens

Steps = dict[str, Any]


class Colour(BaseModel):
    """A shape to ask for."""

    name: str
    red: int


QUICK = ModelOptions(seconds=1.5, retries=2)
ANSWER = {"name": "crimson", "red": 220}


def model(**given: Any) -> Model:
    """Return a model at the scripted server."""
    return Model("openai:scripted", options=QUICK, **given)


def test_a_structured_answer_is_read(script: Any, steps: Steps) -> None:
    """The answer comes in the shape that was asked for, and what it cost is kept."""
    script.steps = [steps["says"](ANSWER)]
    account = Account(price=Price(1.0, 10.0))

    assert model(account=account).ask("Which red?", Colour) == Colour(name="crimson", red=220)
    assert (account.spent.calls, account.spent.tokens_in, account.spent.tokens_out) == (1, 100, 20)
    assert account.spent.cost == pytest.approx((100 * 1.0 + 20 * 10.0) / 1e6)


def test_a_server_that_takes_no_schema_is_asked_in_other_ways(script: Any, steps: Steps) -> None:
    """After json_schema come function calling and plain text; the way that works is kept."""
    script.steps = [steps["only_text"](ANSWER)]
    asked = model()

    assert asked.ask("Which red?", Colour).name == "crimson"
    assert asked.ask("Which red now?", Colour).name == "crimson"
    assert len(script.asked) == 4
    assert "response_format" not in script.asked[-1]


def test_broken_json_is_repaired_once(script: Any, steps: Steps) -> None:
    """The second try shows the model what it said."""
    script.steps = [steps["says"]('{"name": "crimson", "re'), steps["says"](ANSWER)]

    assert model().ask("Which red?", Colour).red == 220
    assert len(script.asked) == 2


def test_an_answer_that_stays_broken_is_an_error(script: Any, steps: Steps) -> None:
    """There is one repair, not an endless loop."""
    script.steps = [steps["says"]("I think it is red.")]

    with pytest.raises(AnswerUnusable, match="shape"):
        model().ask("Which red?", Colour)
    assert len(script.asked) == 2


def test_too_many_requests_are_tried_again_when_the_server_says(script: Any, steps: Steps) -> None:
    """Retry-After is honoured."""
    script.steps = [steps["fails"](429, Retry_After="1"), steps["says"](ANSWER)]
    start = time.monotonic()

    assert model().ask("Which red?", Colour).red == 220
    assert time.monotonic() - start >= 1.0


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_server_errors_are_tried_again(script: Any, steps: Steps, status: int) -> None:
    """One failure does not end a check."""
    script.steps = [steps["fails"](status), steps["says"](ANSWER)]

    assert model().ask("Which red?", Colour).red == 220


def test_a_cut_answer_is_tried_again(script: Any, steps: Steps) -> None:
    """A connection that breaks off does not end a check."""
    script.steps = [steps["cuts_off"], steps["says"](ANSWER)]

    assert model().ask("Which red?", Colour).red == 220


@pytest.mark.parametrize(
    ("status", "told"),
    [(401, "key"), (403, "allow"), (404, "serve"), (429, "too often"), (500, "answers 500")],
)
def test_a_lasting_failure_is_one_clear_line(script: Any, steps: Steps, status: int, told: str) -> None:
    """What is wrong is said, and the key is not."""
    script.steps = [steps["fails"](status, Retry_After="0")]

    with pytest.raises(ModelError, match=told) as error:
        model().ask("Which red?", Colour)
    assert "\n" not in str(error.value)
    assert "sk-secret" not in str(error.value)


def test_a_silent_server_is_given_up(script: Any, steps: Steps) -> None:
    """The time limit holds."""
    script.steps = [steps["hangs"](4.0)]

    with pytest.raises(ModelError, match="in time"):
        Model("openai:scripted", options=ModelOptions(seconds=0.3, retries=0)).ask("Which red?", Colour)


def test_a_server_that_is_down_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody listens."""
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    options = ModelOptions(base_url="http://127.0.0.1:9/v1", retries=0, seconds=1.0)

    with pytest.raises(ModelError, match="reached"):
        Model("openai:scripted", options=options).ask("Which red?", Colour)


def test_a_missing_key_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line that says what to set."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)

    with pytest.raises(ModelError, match="OPENAI_API_KEY"):
        Model("openai:scripted")


@pytest.mark.parametrize("name", ["openai", "nobody:model", "openai:"])
def test_an_unknown_model_is_told(name: str) -> None:
    """A name without provider, or of a provider that does not exist."""
    with pytest.raises(ModelUnknown):
        Model(name)


def test_a_call_over_the_budget_is_never_sent(script: Any, steps: Steps) -> None:
    """Tokens are counted before sending; what was done before is kept."""
    script.steps = [steps["says"](ANSWER)]
    asked = model(account=Account(max_tokens=2300))

    assert asked.ask("Which red?", Colour).red == 220
    with pytest.raises(BudgetSpent):
        asked.ask("Which red now? " * 40, Colour)
    assert len(script.asked) == 1


def test_a_cost_budget_of_zero_sends_nothing(script: Any, steps: Steps) -> None:
    """Nor does a budget in dollars without a price."""
    for account in (Account(max_cost=0.0, price=Price(1, 1)), Account(max_cost=5.0)):
        with pytest.raises(BudgetSpent):
            model(account=account).ask("Which red?", Colour)
    assert script.asked == []


@pytest.mark.parametrize(
    "given",
    [
        {"max_cost": float("nan")},
        {"max_cost": float("inf")},
        {"max_cost": -1.0},
        {"max_tokens": -1},
        {"price": Price(-1, 1)},
        {"price": Price(float("nan"), 1)},
    ],
)
def test_a_budget_that_is_no_number_limits_nothing_and_is_refused(given: dict[str, Any]) -> None:
    """A budget that can never be reached would be none."""
    with pytest.raises(BadRequest):
        Account(**given)


def test_the_cache_makes_the_second_time_free(script: Any, steps: Steps, tmp_path: Path) -> None:
    """Same model, prompt and shape: no call, no cost, the same answer, in another process too."""
    script.steps = [steps["says"](ANSWER)]
    first = model(cache=AnswerCache(tmp_path / "answers.db")).ask("Which red?", Colour)
    account = Account()
    second = model(cache=AnswerCache(tmp_path / "answers.db"), account=account).ask("Which red?", Colour)

    assert first == second
    assert len(script.asked) == 1
    assert account.spent.calls == 0


def test_two_servers_with_models_of_one_name_do_not_share_answers(
    script: Any, steps: Steps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server is part of the question, however it was named."""
    script.steps = [steps["says"](ANSWER)]
    cache = AnswerCache(tmp_path / "answers.db")
    model(cache=cache).ask("Which red?", Colour)
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")

    with pytest.raises(ModelError, match="reached"):
        model(cache=cache).ask("Which red?", Colour)


def test_an_answer_is_read_out_of_chatter() -> None:
    """A fence or words around the object do not matter."""
    assert parse('Sure!\n```json\n{"name": "a", "red": 1}\n```', Colour)[0] == Colour(name="a", red=1)
    assert parse("no object", Colour) == (None, "no JSON object")


def test_tokens_are_counted_offline() -> None:
    """Never fewer than the words of plain English; special tokens are text."""
    assert count_tokens("one two three") >= 3
    assert count_tokens("<|endoftext|>") > 1


def test_openais_models_are_read_from_its_package() -> None:
    """Not from memory."""
    assert len(known_openai_models()) > 10


@pytest.fixture
def check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """Return what runs `presscheck check` against a file, with a cache of its own."""
    for name in ("CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    (tmp_path / "source.txt").write_text("The mood among the crews is grim but everybody turns up.\n")
    (tmp_path / "draft.txt").write_text("Spirits in the teams are low in the lower town.\n")
    files = (str(tmp_path / "draft.txt"), "--against", str(tmp_path / "source.txt"))
    return lambda *options: CliRunner().invoke(app, ["check", *files, *options])


def test_the_command_line_asks_the_model_and_tells_what_it_spent(
    script: Any, steps: Steps, check: Callable[..., Result]
) -> None:
    """The second run costs nothing and gives the same report byte for byte."""
    script.steps = [steps["says"]({"judgements": [{"claim": 1, "verdict": "not_found"}]})]
    options = ("--model", "openai:scripted", "--format", "json")

    first, second = check(*options), check(*options)

    assert first.exit_code == 0, first.stderr
    assert "1 calls, 100 tokens in" in first.stderr
    assert "0 calls, 0 tokens in" in second.stderr
    assert first.stdout == second.stdout


def test_a_missing_key_ends_the_command_with_one_line(
    monkeypatch: pytest.MonkeyPatch, check: Callable[..., Result]
) -> None:
    """Exit code 2, one line, no traceback."""
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    done = check("--model", "openai:scripted")

    assert (done.exit_code, done.stdout) == (2, "")
    assert "OPENAI_API_KEY" in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_budget_of_zero_gives_a_complete_report(
    script: Any, steps: Steps, check: Callable[..., Result]
) -> None:
    """What the budget left unchecked is told; nothing was sent."""
    done = check("--model", "openai:scripted", "--max-tokens", "0", "--format", "json")

    assert "check.budget" in done.stdout
    assert script.asked == []
