"""The chat suite: question threads over sources written for it, answered by the embedded engine or by a model.

A thread's last question is scored. It is `right` if the reply holds the fact and a citation holds it too, `wrong` if it
answers otherwise, `refused` if it says that the sources don't say. Threads without facts can't be answered from their
sources. `before` and `after` tell whether a thread was written before or after the rules were finished; `latest` are
those written last, before the engine was first asked them (rules were mended by them since).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Literal

from presscheck.chains.chat.engine import reply_events
from presscheck.evals.judged import Judged, Suite
from presscheck.evals.rows import GoldenSource, golden_files, golden_lines
from presscheck.models import Article, Done, Frozen, Message, Reply
from presscheck.text.words import normalise
from presscheck.vectorstore.library import Library, MemoryLibrary

Score = Literal["right", "wrong", "refused"]


class ChatRow(Frozen):
    """A thread over a set of sources: `facts` must all stand in the last reply; of "a|b" one is enough."""

    id: str
    written: Literal["before", "after", "latest"]
    set: str
    questions: tuple[str, ...]
    facts: tuple[str, ...] | None = None


class ChatScore(Frozen):
    """How a thread came out."""

    row: ChatRow
    score: Score
    verifies: bool
    reply: Reply

    @property
    def holds(self) -> bool:
        """Whether it came out as it must."""
        return self.verifies and self.score == ("refused" if self.row.facts is None else "right")


def load_threads(written: str | None = None) -> list[ChatRow]:
    """Return the threads that come with the package."""
    rows = [
        ChatRow.model_validate_json(line)
        for path in golden_files("chat-", but=("chat-sources",))
        for line in golden_lines(path.name)
    ]
    return [row for row in rows if written in (None, row.written)]


def last_reply(questions: Sequence[str], library: Library) -> Reply:
    """Ask one question after the other and return the last reply."""
    said: list[Message] = []
    for question in questions:
        reply = next(e.reply for e in reply_events(question, said, library) if isinstance(e, Done))
        said += [Message(role="user", text=question), Message(role="assistant", text=reply.text, reply=reply)]
    return reply


def score(row: ChatRow, reply: Reply, library: Library) -> ChatScore:
    """Score a reply."""
    cited = " ".join(f"{e.speaker or ''} {e.text}" for e in reply.citations)
    refused = reply.status == "not_in_sources"
    held = all(_has(reply.text, fact) and _has(cited, fact) for fact in row.facts or ())
    verifies = all(library.article(e.article_id).text[e.start : e.end] == e.text for e in reply.citations)
    how: Score = "refused" if refused else "right" if held and row.facts else "wrong"
    return ChatScore(row=row, score=how, verifies=verifies, reply=reply)


def _has(text: str, fact: str) -> bool:
    return any(_plain(one) in _plain(text) for one in fact.split("|"))


def _plain(text: str) -> str:
    return " ".join(normalise(text).split())


@cache
def library_of(name: str) -> MemoryLibrary:
    """Return the sources of a set in memory."""
    return MemoryLibrary(source_sets()[name])


@cache
def source_sets() -> dict[str, list[Article]]:
    """Return the articles of each set."""
    rows = [json.loads(line) for path in golden_files("chat-sources") for line in golden_lines(path.name)]
    return {
        row["set"]: [Article(**GoldenSource(**source).model_dump()) for source in row["sources"]]
        for row in rows
    }


def suite() -> Suite:
    """Return the threads as a suite."""
    return Suite(load_threads(), _judge)


def _judge(row: ChatRow) -> Judged:
    library = library_of(row.set)
    scored = score(row, last_reply(row.questions, library), library)
    said = tuple(f"{e.speaker or e.title}: {e.text}" for e in scored.reply.citations)
    wanted = "a refusal" if row.facts is None else " and ".join(row.facts)
    return Judged(
        id=row.id,
        text="\n".join(row.questions),
        sources=tuple(library.article(head.article_id).text for head in library.heads()),
        expected=(wanted,),
        came_out=(f"{scored.reply.status}: {scored.reply.text}", *said),
        wrong=() if scored.holds else (f"{scored.score} where {wanted} was expected",),
        measures=_measures(scored),
    )


def _measures(scored: ChatScore) -> dict[str, float]:
    """Return which of a suite's shares a thread counts for, and how."""
    can, refused = scored.row.facts is not None, scored.score == "refused"
    return {
        **({"right fact": float(scored.score == "right")} if can else {}),
        **({"wrong fact": float(scored.score == "wrong")} if can else {"refusal recall": float(refused)}),
        **({"refusal precision": float(not can)} if refused else {}),
        "citations verify": float(scored.verifies),
    }
