"""The chat assistant's replies, its threads, and the events of a stream."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from presscheck.models.base import Frozen
from presscheck.models.briefs import Brief
from presscheck.models.reports import Evidence, Report


class Reply(Frozen):
    """An answer of the chat assistant; every sentence was verified.

    In `text`, `[1]` stands behind what `citations[0]` bears out. `report` is the check of a text that was asked for, or of
    a model's answer; `brief` a brief that was asked for.
    """

    status: Literal["answered", "partial", "not_in_sources", "conflicting"]
    text: str
    citations: tuple[Evidence, ...] = ()
    report: Report | None = None
    brief: Brief | None = None


class Message(Frozen):
    """A message of a thread; `reply` is what the assistant's `text` came from, None where a stream was stopped."""

    role: Literal["user", "assistant"]
    text: str
    reply: Reply | None = None


class ThreadInfo(Frozen):
    """A stored thread: its name, its first question, how many messages it has, when the last one was stored."""

    name: str
    title: str
    messages: int
    updated: datetime


class Lookup(Frozen):
    """Stream event: what is looked up in the sources, in words of its own."""

    event: Literal["lookup"] = "lookup"
    query: str


class SentenceSent(Frozen):
    """Stream event: one verified sentence (or heading, or list item), its numbers in brackets; nothing is taken back."""

    event: Literal["sentence"] = "sentence"
    text: str


class CitationSent(Frozen):
    """Stream event: what a number in brackets stands for; it comes before the first sentence that uses it."""

    event: Literal["citation"] = "citation"
    number: int
    evidence: Evidence


class ReportSent(Frozen):
    """Stream event: the check of a text that was asked for."""

    event: Literal["report"] = "report"
    report: Report


class Done(Frozen):
    """Stream event, the last one: the whole reply, whose text is the sentences sent, joined."""

    event: Literal["done"] = "done"
    reply: Reply


ChatEvent = Annotated[Lookup | SentenceSent | CitationSent | ReportSent | Done, Field(discriminator="event")]
