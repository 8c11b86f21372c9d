"""A thread as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presscheck.models import Evidence, Message


def to_markdown(name: str, messages: Sequence[Message]) -> str:
    """Return the thread: questions as headings, answers with their sources below."""
    return "\n".join([f"# {_plain(name)}", "", *(line for m in messages for line in _lines(m))])


def _lines(message: Message) -> Iterator[str]:
    if message.role == "user":
        yield from (f"## {_plain(message.text)}", "")
        return
    yield from (_plain(line) for line in message.text.splitlines())
    yield ""
    for number, evidence in enumerate(message.reply.citations if message.reply else (), 1):
        yield f"[{number}] {_source(evidence)}: “{_plain(evidence.text)}”  "
    yield ""


def _source(evidence: Evidence) -> str:
    day = evidence.published.date().isoformat() if evidence.published else ""
    named = (evidence.publisher, evidence.title, day, evidence.url or evidence.origin)
    return (
        _plain(", ".join(part for part in named if part) or evidence.article_id) + f", line {evidence.line}"
    )


def _plain(text: str) -> str:
    """Keep text of articles from being read as HTML or as several lines."""
    return " ".join(text.split()).replace("<", "&lt;")
