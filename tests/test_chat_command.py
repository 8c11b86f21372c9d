"""`presscheck chat`: one question, questions from a pipe, JSON, threads, and the terminal's own commands."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from typer.testing import CliRunner

from presscheck.chains.chat.question.intents import COMMANDS
from presscheck.cli import app
from presscheck.commands.chatting import completer
from presscheck.desk import Desk

SOURCES = Path(__file__).parents[1] / "examples" / "sources"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("desk")
    Desk(path).add(SOURCES)
    return path


def run(folder: Path, *args: str, typed: str = "") -> str:
    result = CliRunner().invoke(app, ["chat", "--desk", str(folder), *args], input=typed)
    assert result.exit_code == 0, result.output
    return result.stdout


def test_one_question_is_answered_with_its_source(folder: Path) -> None:
    """`--once` prints the answer and what its number stands for."""
    printed = run(folder, "--once", "How long is the Marlow bridge?")

    assert "212 meters" in printed
    assert "[1] Desk notes on the Corran Valley" in printed


def test_json_is_the_reply(folder: Path) -> None:
    """`--json` prints the reply, one object a line."""
    reply = json.loads(run(folder, "--once", "How long is the Marlow bridge?", "--json"))

    assert reply["status"] == "answered"
    assert "212 meters" in reply["citations"][0]["text"]


def test_a_thread_goes_on_in_the_next_call(folder: Path) -> None:
    """A follow-up question in another process is understood from the stored thread."""
    run(folder, "--thread", "t", "--once", "How many inhabitants does Marlow have?")

    assert "3,900" in run(folder, "--thread", "t", "--once", "What about Upper Corran?")


@pytest.mark.parametrize("asked", ["²", "0", "-1", "one", "", "99999999999999999999"])
def test_what_is_no_citation_is_told_as_such(folder: Path, asked: str) -> None:
    """The conversation goes on."""
    printed = run(folder, typed=f"How long is the Marlow bridge?\n/open {asked}\n/threads\n")

    assert "There is no citation" in printed


def test_a_citation_is_opened_in_its_article(folder: Path) -> None:
    """Lines from a pipe: a question, `/open 1`, and `/quit`, behind which nothing is read."""
    printed = run(
        folder, typed="How long is the Marlow bridge?\n/open 1\n/open 9\n/quit\nHow many people died?\n"
    )

    assert ">>>The Marlow bridge is 212 meters long and was closed on March 8.<<<" in printed
    assert "There is no citation 9" in printed
    assert "Two people" not in printed


def test_a_missing_desk_is_told_in_one_line(tmp_path: Path) -> None:
    """No traceback, exit code 2."""
    result = CliRunner().invoke(app, ["chat", "--desk", str(tmp_path / "no"), "--once", "x"])

    assert result.exit_code == 2
    assert "no desk" in result.stderr


def test_slash_commands_are_completed(tmp_path: Path) -> None:
    """What is typed behind a slash is completed; plain words are left alone."""

    def completed(text: str) -> set[str]:
        return {c.text for c in completer().get_completions(Document(text), CompleteEvent())}

    assert {"/compare"} == completed("/com")
    assert set(COMMANDS) < completed("/")
    assert set() == completed("com")
