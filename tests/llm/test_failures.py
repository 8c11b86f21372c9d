"""Every way in which a server fails: what can pass is tried again, what stays is one clear line, and nothing is a pass."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from pydantic import BaseModel

from presscheck import Article, Reason, Verdict, check_text
from presscheck.chains.model.settle import is_open
from presscheck.errors import AnswerUnusable, ModelError
from presscheck.llm import Model, ModelOptions
from presscheck.spending import Account

Steps = dict[str, Any]


class Colour(BaseModel):
    """A shape to ask for."""

    name: str
    red: int


ANSWER = {"name": "crimson", "red": 220}
QUICK = ModelOptions(seconds=1.0, retries=1)


def model(**given: Any) -> Model:
    """Return a model at the scripted server."""
    return Model("openai:scripted", options=QUICK, **given)


Failure = tuple[Callable[[Steps], Any], str]
FAILURES: dict[str, Failure] = {
    "key refused": (lambda s: s["fails"](401), "refuses the key"),
    "not allowed": (lambda s: s["fails"](403), "does not allow"),
    "no such model": (lambda s: s["fails"](404), "does not serve"),
    "bad request": (lambda s: s["fails"](400), "answers 400"),
    "too many requests": (lambda s: s["fails"](429, Retry_After="0"), "too often"),
    "server error": (lambda s: s["fails"](500), "answers 500"),
    "bad gateway": (lambda s: s["fails"](502), "answers 502"),
    "overloaded": (lambda s: s["fails"](503), "answers 503"),
    "gateway time-out": (lambda s: s["fails"](504), "answers 504"),
    "silence": (lambda s: s["hangs"](2.0), "in time"),
    "cut off": (lambda s: s["cuts_off"], "reached|broke off"),
    "connection reset": (lambda s: s["resets"], "reached|broke off"),
    "web page": (lambda s: s["sends_page"], "can't be read"),
    "no choices": (lambda s: s["sends"]({**s["message"]("x"), "choices": []}), "can't be read"),
    "null choices": (lambda s: s["sends"]({**s["message"]("x"), "choices": None}), "can't be read"),
    "a list": (lambda s: s["sends"]([1, 2]), "can't be read"),
    "an error with 200": (lambda s: s["sends"]({"error": {"message": "out of memory"}}), "can't be read"),
    "empty answer": (lambda s: s["says"](""), "no JSON object"),
    "no content": (lambda s: s["sends"](s["message"](None)), "no JSON object"),
    "refusal": (lambda s: s["sends"](s["message"](None, refusal="I can't help.")), "refuses to answer"),
    "filtered": (lambda s: s["sends"](s["message"]("", ended="content_filter")), "content filter"),
    "too long": (lambda s: s["sends"](s["message"]('{"name": "crim', ended="length")), "longest answer"),
    "broken JSON": (lambda s: s["says"]('{"name": "crimson", "re'), "shape"),
    "wrong type": (lambda s: s["says"]({"name": "crimson", "red": "very"}), "red"),
    "missing field": (lambda s: s["says"]({"name": "crimson"}), "red"),
    "chatter": (lambda s: s["says"]("It is red."), "no JSON object"),
}
"""What the server does again and again, and what is told of it."""


@pytest.mark.parametrize("name", FAILURES)
def test_a_lasting_failure_is_one_clear_line(script: Any, steps: Steps, name: str) -> None:
    """It says what is wrong, without a key or a traceback, and what was set aside for the call is free again."""
    step, told = FAILURES[name]
    script.steps = [step(steps)]
    asked = model(account=Account(max_tokens=5_000))

    with pytest.raises(ModelError, match=told) as error:
        asked.ask("Which red?", Colour)
    assert "\n" not in str(error.value)
    assert "sk-secret" not in str(error.value)
    asked.account.settle(asked.account.reserve(0, 5_000 - asked.account.spent.tokens), 0, 0)


@pytest.mark.parametrize("name", ["refusal", "filtered", "too long"])
def test_what_asking_again_would_not_help_is_asked_once(script: Any, steps: Steps, name: str) -> None:
    """A refusal, a filtered and an endless answer cost one call, not a repair."""
    script.steps = [FAILURES[name][0](steps)]

    with pytest.raises(AnswerUnusable):
        model().ask("Which red?", Colour)
    assert len(script.asked) == 1


PASSING = (
    *("too many requests", "server error", "bad gateway", "overloaded", "gateway time-out", "silence"),
    *("cut off", "connection reset", "broken JSON", "wrong type", "missing field", "empty answer", "chatter"),
)


@pytest.mark.parametrize("name", PASSING)
def test_a_failure_that_passes_is_not_seen(script: Any, steps: Steps, name: str) -> None:
    """One failure, then the answer."""
    script.steps = [FAILURES[name][0](steps), steps["says"](ANSWER)]

    assert model().ask("Which red?", Colour).red == 220


def test_a_list_around_the_answer_does_not_matter(script: Any, steps: Steps) -> None:
    """The object is read out of it."""
    script.steps = [steps["says"]([ANSWER])]

    assert model().ask("Which red?", Colour).red == 220


def test_the_server_says_when_to_come_back(script: Any, steps: Steps) -> None:
    """Retry-After is honoured: not sooner, and not much later."""
    script.steps = [steps["fails"](429, Retry_After="1"), steps["says"](ANSWER)]
    start = time.monotonic()

    model().ask("Which red?", Colour)
    assert time.monotonic() - start >= 1.0


@pytest.mark.parametrize("name", FAILURES)
def test_no_failure_passes_a_statement(script: Any, steps: Steps, name: str) -> None:
    """Whatever the server does, the report is complete, says what was not checked, and passes nothing by it."""
    source = Article(text="The mood among the crews is grim but everybody turns up.", kind="transcript")
    draft = "Spirits in the teams are low in the lower town."
    script.steps = [FAILURES[name][0](steps)]
    alone = check_text(draft, [source])

    report = check_text(
        draft, [source], model=Model("openai:scripted", options=ModelOptions(seconds=1.0, retries=0))
    )

    open_ids = {f.claim.id for f in alone.findings if is_open(f)}
    assert open_ids
    for finding in report.findings:
        if finding.claim.id in open_ids:
            assert (finding.reason, finding.verdict) == (Reason.CHECK_NO_MODEL, Verdict.NOT_CHECKABLE)
    assert report.coverage.not_checked["check.no_model"] == len(open_ids)
