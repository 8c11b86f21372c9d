"""A brief and its parts, each with the evidence that it rests on."""

from __future__ import annotations

from typing import Literal

from presscheck.models.articles import SourceInfo
from presscheck.models.base import SCHEMA_VERSION, Frozen
from presscheck.models.reports import Engine, Evidence


class BriefSentence(Frozen):
    """A sentence of a brief and the evidence it rests on; `citations` number the evidence from 1."""

    text: str
    citations: tuple[Evidence, ...]


class KeyFigure(Frozen):
    """A figure worth knowing: what it measures, its value as written, who says so, and whether the sources agree.

    `citations` lead to every source that tells it, other values too where `agree` is False.
    """

    what: str
    value: str
    citations: tuple[Evidence, ...]
    agree: bool = True


class Quotation(Frozen):
    """Who said what, word for word."""

    speaker: str
    words: str
    citation: Evidence


class Disagreement(Frozen):
    """One thing on which the sources differ: each value with its evidence, oldest first; `latest` is the newest's index.

    Sources that agree with each other stand there each with its own words; copies of one story stand there once.
    """

    what: str
    values: tuple[str, ...]
    citations: tuple[Evidence, ...]
    latest: int | None = None


class TimelineEntry(Frozen):
    """Something that happened, at an ISO 8601 date (possibly only year or month)."""

    date: str
    text: str
    citation: Evidence


class BriefStory(Frozen):
    """One of several stories of a brief: what it says, what is new in it, and how many independent sources tell it.

    Copies of one text and texts of one publisher count once in `independent`; `sources` are article ids.
    """

    headline: str
    summary: BriefSentence
    new: tuple[BriefSentence, ...] = ()
    independent: int = 1
    sources: tuple[str, ...] = ()


class Wording(Frozen):
    """What became of the sentences that a model wrote: each was held against the sources before it was shown.

    `kept` as written; `rewritten` once, then held; `replaced` by the source's own sentence; `dropped`.
    """

    written: int = 0
    kept: int = 0
    rewritten: int = 0
    replaced: int = 0
    dropped: int = 0


class Brief(Frozen):
    """A brief in which every sentence cites its source.

    `stories` is filled where no topic was asked for and the sources tell several; `wording` where a model wrote it.
    """

    schema_version: int = SCHEMA_VERSION
    headline: str
    summary: BriefSentence | None = None
    style: Literal["bullets", "paragraphs", "timeline"] = "bullets"
    sentences: tuple[BriefSentence, ...] = ()
    key_figures: tuple[KeyFigure, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    single_source: tuple[BriefSentence, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    stories: tuple[BriefStory, ...] = ()
    wording: Wording | None = None
    sources: tuple[SourceInfo, ...] = ()
    engine: Engine

    def to_markdown(self) -> str:
        """Return the brief as Markdown."""
        from presscheck.render import markdown

        return markdown.brief(self)

    def to_html(self) -> str:
        """Return the brief as one self-contained HTML page."""
        from presscheck.render import html

        return html.brief(self)
