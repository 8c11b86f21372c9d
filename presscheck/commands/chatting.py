"""What `chat` does: a conversation in the terminal, a line each from a pipe, or one question."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from presscheck.commands.frame import say
from presscheck.commands.output import write
from presscheck.errors import PresscheckError
from presscheck.models import Done, Evidence, Lookup, Reply, SentenceSent
from presscheck.render.safe import one_line, visible

if TYPE_CHECKING:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.completion import Completer

    from presscheck.chains.chat import Chat
    from presscheck.desk import Desk

HERE = {
    "/open": "open a citation in its article",
    "/threads": "the stored threads",
    "/quit": "end",
}
"""Commands of the terminal, beside those of the assistant."""
AROUND = 1200
"""Characters of an article shown before and after an opened citation."""


def run(*, thread: str | None, once: str | None, as_json: bool, desk: Path, model: str | None) -> None:
    """Answer one question, those of a pipe, or those typed."""
    from presscheck.commands.asking import Asking, asked_model, tell_spending
    from presscheck.desk import Desk

    asked = asked_model(Asking(model))
    opened = Desk(desk, model=asked)
    opened.sources()  # a missing desk is told before the first question
    talk = Talk(opened, opened.chat(thread), as_json=as_json)
    if once is not None:
        talk.answer(once)
    elif sys.stdin is not None and sys.stdin.isatty():
        _converse(talk)
    else:
        for line in sys.stdin or ():
            if line.strip() and not talk.take(line.strip()):
                break
    tell_spending(asked)


class Talk:
    """A conversation and how its replies are printed."""

    def __init__(self, desk: Desk, chat: Chat, *, as_json: bool = False) -> None:
        self._desk, self._chat, self._as_json = desk, chat, as_json
        replies = [m.reply for m in chat.messages if m.reply is not None and m.reply.citations]
        self.last: Reply | None = replies[-1] if replies else None

    def take(self, line: str) -> bool:
        """Do what a line asks for; returns False once the conversation is over."""
        word, _, rest = line.partition(" ")
        if word in ("/quit", "/exit", "/q"):
            return False
        if word == "/threads":
            write("".join(f"{one_line(t.name)}: {one_line(t.title)}\n" for t in self._desk.threads().list()))
        elif word == "/open":
            write(self._opened(rest))
        else:
            self.answer(line)
        return True

    def answer(self, question: str) -> None:
        """Print the reply as it comes; Ctrl-C stops it."""
        stream = self._chat.stream(question)
        try:
            for event in stream:
                if isinstance(event, Lookup) and sys.stderr.isatty():
                    say(f"… {event.query}")
                elif isinstance(event, SentenceSent) and not self._as_json:
                    write(f"{visible(event.text)}\n")
                elif isinstance(event, Done):
                    self._close(event.reply)
        finally:
            stream.close()

    def _close(self, reply: Reply) -> None:
        self.last = reply
        if self._as_json:
            write(f"{reply.model_dump_json()}\n")
        elif reply.citations:
            write("\n" + "".join(f"[{n}] {_where(e)}\n" for n, e in enumerate(reply.citations, 1)))

    def _opened(self, asked: str) -> str:
        """Return a cited passage in its article, the cited words between marks."""
        number = asked.strip(" []")
        cited = self.last.citations if self.last else ()
        if not number.isdecimal() or not 1 <= int(number) <= len(cited):
            return f"There is no citation {one_line(asked) or 'without a number'}: /open 1\n"
        evidence = cited[int(number) - 1]
        text = self._desk.version(evidence.sha256).text
        before = text[max(0, evidence.start - AROUND) : evidence.start]
        after = text[evidence.end : evidence.end + AROUND]
        return visible(f"{_where(evidence)}\n\n{before}>>>{evidence.text}<<<{after}\n")


def _where(evidence: Evidence) -> str:
    day = evidence.published.date().isoformat() if evidence.published else ""
    named = (
        evidence.title,
        evidence.publisher,
        day,
        evidence.origin or evidence.url,
        f"line {evidence.line}",
    )
    return one_line(", ".join(part for part in named if part))


def _converse(talk: Talk) -> None:
    """Take lines from the terminal until it is closed."""
    for line in _typed(_session()):
        try:
            if not talk.take(line):
                return
        except KeyboardInterrupt:
            say("Stopped.")
        except PresscheckError as error:
            say(f"presscheck: {error}")


def _typed(session: PromptSession[str]) -> Iterator[str]:
    while True:
        try:
            line = session.prompt("> ").strip()
        except KeyboardInterrupt:
            continue
        except EOFError:
            return
        if line:
            yield line


def _session() -> PromptSession[str]:
    from prompt_toolkit import PromptSession
    from prompt_toolkit.history import FileHistory

    return PromptSession(
        history=FileHistory(str(_history_file())), completer=completer(), complete_while_typing=True
    )


def completer() -> Completer:
    """Return what completes slash commands, each with what it does; other words are left alone."""
    from prompt_toolkit.completion import WordCompleter

    from presscheck.chains.chat.question.intents import COMMANDS

    known = {**COMMANDS, **HERE}
    return WordCompleter(list(known), meta_dict=dict(known), sentence=True)


def _history_file() -> Path:
    from presscheck.commands.state import last_check

    path = last_check().parent.parent / "chat-history"
    path.parent.mkdir(parents=True, exist_ok=True)
    return path
