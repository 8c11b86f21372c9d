"""Settings of models come from the environment; what makes no sense is one clear line; nothing is sent unless asked for."""

import json
from pathlib import Path
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from typer.testing import CliRunner, Result

from presscheck import Article, Desk, Reason
from presscheck.cli import app
from presscheck.errors import BadRequest, ModelError
from presscheck.llm import Model, ModelOptions, nearest_openai_models
from presscheck.models import Report
from presscheck.settings import configured_embeddings, configured_model, settings
from presscheck.spans import Spans

Steps = dict[str, Any]
NOT_FOUND = {"judgements": [{"claim": 1, "verdict": "not_found", "reason": "not said"}]}


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run in an empty folder with files of its own."""
    monkeypatch.chdir(tmp_path)
    for name in ("CACHE", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))
    (tmp_path / "source.txt").write_text("The mood among the crews is grim but everybody turns up.\n")
    (tmp_path / "draft.txt").write_text("Spirits in the teams are low in the lower town.\n")


def run(*words: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(app, list(words))


def check(*words: str) -> Result:
    """Check the draft against its source."""
    return run("check", "draft.txt", "--against", "source.txt", *words)


class Seen(BaseCallbackHandler):
    """Keeps what it is told."""

    calls = 0

    def on_chat_model_start(self, *_: Any, **__: Any) -> None:
        """Count a call."""
        Seen.calls += 1


# Settings


def test_everything_can_be_set_by_the_environment(
    script: Any, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Server, key, time limit, temperature, prices, calls at once."""
    script.steps = [steps["says"]("red")]
    monkeypatch.delenv("OPENAI_BASE_URL")
    monkeypatch.delenv("OPENAI_API_KEY")
    given = {
        "BASE_URL": script.url,
        "API_KEY": "sk-own",
        "SECONDS": "3",
        "TEMPERATURE": "0.5",
        "CONCURRENCY": "2",
        "PRICES": '{"openai:scripted": [1.0, 10.0]}',
    }
    for name, value in given.items():
        monkeypatch.setenv(f"PRESSCHECK_{name}", value)
    model = configured_model("openai:scripted")

    assert model.say("Which?") == "red"
    assert script.asked[0]["key"] == "Bearer sk-own"
    assert script.asked[0]["temperature"] == 0.5
    assert model.account.spent.cost == pytest.approx((100 * 1.0 + 20 * 10.0) / 1e6)
    assert (model.options.seconds, model.workers) == (3.0, 2)
    assert "sk-own" not in f"{settings()!r} {model.options!r}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECONDS", "soon"),
        ("TEMPERATURE", "9"),
        ("CONCURRENCY", "0"),
        ("PRICES", "cheap"),
        ("TRACE", "nowhere"),
    ],
)
def test_a_setting_that_makes_no_sense_is_told(
    script: Any, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    """One line on stderr, exit code 2, nothing sent."""
    monkeypatch.setenv(f"PRESSCHECK_{name}", value)
    result = check("--model", "openai:scripted")

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert value in result.stderr or name.lower() in result.stderr.lower()
    assert script.asked == []


def test_the_answers_file_can_be_chosen_and_a_broken_one_is_told(
    script: Any, steps: Steps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It says which file, and what to do."""
    monkeypatch.setenv("PRESSCHECK_ANSWERS", str(tmp_path / "kept.db"))
    script.steps = [steps["says"]("red")]
    configured_model("openai:scripted").say("Which?")
    assert configured_model("openai:scripted").say("Which?") == "red"
    assert len(script.asked) == 1

    (tmp_path / "kept.db").write_text("no database, but long enough to be looked at as one" * 20)
    result = check("--model", "openai:scripted")
    assert result.exit_code == 2
    assert "kept.db" in result.stderr


def test_a_price_table_lets_a_cost_be_limited(
    script: Any, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a price, or with a table that can't be read, a limit in dollars sends nothing and says why."""
    script.steps = [steps["says"](NOT_FOUND)]
    told = check("--model", "openai:scripted", "--max-cost", "1", "--format", "json")
    assert (told.exit_code, told.stdout) == (2, "")
    assert "the price of openai:scripted is not known" in told.stderr

    monkeypatch.setenv("PRESSCHECK_PRICES", "one dollar")
    told = check("--model", "openai:scripted", "--max-cost", "1")
    assert "PRESSCHECK_PRICES can't be read. It takes JSON." in told.stderr
    assert script.asked == []

    monkeypatch.setenv("PRESSCHECK_PRICES", '{"openai:scripted": [1.0, 10.0]}')
    result = check("--model", "openai:scripted", "--max-cost", "1")
    assert result.exit_code == 0
    assert len(script.asked) == 1
    assert "$0.0003" in result.stderr


# A desk with embeddings of a setting


def test_a_desk_takes_embeddings_from_a_setting(
    script: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They make the vectors, and the desk keeps their name: with others it is not searched."""
    monkeypatch.setenv("PRESSCHECK_EMBEDDINGS", "openai:scripted")
    desk = Desk(tmp_path / "desk")
    desk.add(Article(text="The mood among the crews is grim but everybody turns up."))

    assert desk.search("crews")
    assert {request["path"] for request in script.asked} == {"/v1/embeddings"}
    monkeypatch.delenv("PRESSCHECK_EMBEDDINGS")
    with pytest.raises(BadRequest, match="scripted"):
        Desk(tmp_path / "desk").search("crews")
    assert Desk(tmp_path / "desk", embeddings="openai:scripted").search("crews")
    assert configured_embeddings() is None


def test_embeddings_whose_server_is_down_are_one_clear_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing is stored by halves."""
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    desk = Desk(tmp_path / "desk", embeddings="openai:scripted")

    with pytest.raises(ModelError, match="reached"):
        desk.add(Article(text="The mood among the crews is grim."))


# doctor --model


def test_the_doctor_tries_a_model_without_a_desk(script: Any, steps: Steps) -> None:
    """One line says that it answers and how; exit code 0."""
    script.steps = [steps["only_text"]({"ready": True})]
    result = run("doctor", "--model", "openai:scripted")

    assert result.exit_code == 0
    assert "openai:scripted answers (structure by text; tools can be offered)" in result.stdout


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("openai:gpt-4o-minni", "Known names: gpt-4o-mini"),
        ("openai:", "names no model"),
        ("nobody:x", "nobody"),
        ("anthropic:x", "not installed"),
    ],
)
def test_the_doctor_says_in_one_line_what_is_wrong(script: Any, steps: Steps, name: str, told: str) -> None:
    """A misspelt name comes with those that the openai package knows."""
    script.steps = [steps["fails"](404)]
    result = run("doctor", "--model", name)

    assert result.exit_code == 1
    assert told in result.stdout
    assert len([line for line in result.stdout.splitlines() if "model" in line]) == 1


def test_the_doctor_leaves_the_models_of_the_environment_alone(
    script: Any, steps: Steps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only a model that is named on the line, or asked for, is called."""
    monkeypatch.setenv("PRESSCHECK_MODEL", "openai:scripted")
    script.steps = [steps["says"]({"ready": True})]
    Desk(tmp_path / "desk").add(Article(text="The mood among the crews is grim."))

    assert run("doctor").exit_code == 0
    assert script.asked == []
    assert "answers" in run("doctor", "--ask-model").stdout
    assert len(script.asked) == 1


def test_near_names_are_read_from_the_openai_package() -> None:
    """Not from memory."""
    assert "gpt-4o-mini" in nearest_openai_models("openai:gpt-4o-minni")
    assert nearest_openai_models("openai:qqqqqqqq") == []


# The command line without a model


def test_a_server_that_is_down_gives_a_complete_report(monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what was not checked, and that the server can't be reached."""
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1")
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    monkeypatch.setenv("PRESSCHECK_RETRIES", "0")
    result = check("--model", "openai:scripted", "--format", "json")
    report = Report.model_validate_json(result.stdout)

    assert [f.reason for f in report.findings] == [Reason.CHECK_NO_MODEL]
    assert "can't be reached" in report.findings[0].explanation
    assert "Traceback" not in result.stderr


# Tracing


def test_nothing_is_traced_unless_switched_on(
    script: Any, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where LangSmith's own variables are set for other programs, no request leaves but the model's."""
    for name in ("LANGSMITH_TRACING", "LANGCHAIN_TRACING_V2"):
        monkeypatch.setenv(name, "true")
    monkeypatch.setenv("LANGSMITH_ENDPOINT", script.url.removesuffix("/v1"))
    monkeypatch.setenv("LANGSMITH_API_KEY", "ls-key")
    script.steps = [steps["says"]("red")]
    Model("openai:scripted").say("Which?")
    wait_for_langsmith()

    assert [request["path"] for request in script.asked] == ["/v1/chat/completions"]
    assert script.others == 0


def test_langsmith_is_told_when_switched_on(
    script: Any, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same set-up with `trace`: now it is told."""
    monkeypatch.setenv("LANGSMITH_ENDPOINT", script.url.removesuffix("/v1"))
    monkeypatch.setenv("LANGSMITH_API_KEY", "ls-key")
    script.steps = [steps["says"]("red")]
    Model("openai:scripted", options=ModelOptions(trace="langsmith")).say("Which?")
    wait_for_langsmith()

    assert script.others >= 1


def wait_for_langsmith() -> None:
    """Wait until what LangSmith's client has to send is sent."""
    from langchain_core.tracers.langchain import wait_for_all_tracers

    wait_for_all_tracers()


def test_a_handler_of_ones_own_is_called(script: Any, steps: Steps) -> None:
    """By its name, or given as an object."""
    script.steps = [steps["says"]("red")]
    Seen.calls = 0
    Model("openai:scripted", options=ModelOptions(trace=f"{__name__}:Seen")).say("Which?")
    Model("openai:scripted", callbacks=[Seen()]).say("Which else?")

    assert Seen.calls == 2


def test_spans_hold_model_and_tokens_but_no_words(
    script: Any, steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A failure ends its span too."""
    kept = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(kept))
    monkeypatch.setattr("opentelemetry.trace.get_tracer", provider.get_tracer)
    script.steps = [steps["says"]("crimson"), steps["fails"](401)]
    model = Model("openai:scripted", callbacks=[Spans()])
    model.say("Which secret colour?")
    with pytest.raises(ModelError):
        model.say("And now?")

    good, bad = kept.get_finished_spans()
    assert good.attributes is not None
    assert (good.name, good.attributes["gen_ai.usage.output_tokens"]) == ("chat", 20)
    assert good.attributes["gen_ai.request.model"] == "scripted"
    assert "secret" not in json.dumps(dict(good.attributes)) + json.dumps(dict(bad.attributes or {}))
    assert not bad.status.is_ok
