"""The types that Presscheck takes and gives: articles, claims, evidence, findings, reports, briefs, replies.

All are frozen. Offsets count code points of the decoded text and are half-open: `text[start:end]`. Nothing here
holds a cost, a duration or today's date, so equal inputs give equal bytes; those go to a run record.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from presscheck.reasons import Reason, Severity, Verdict

SCHEMA_VERSION = 1

ArticleKind = Literal["transcript", "official", "article", "note"]
Completeness = Literal["yes", "excerpt", "unknown"]
Role = Literal["statement", "question", "answer", "moderator"]
ClaimKind = Literal["figure", "quote", "attribution", "date", "name", "statement"]
Stance = Literal["supports", "contradicts", "nearest"]
DiffOp = Literal["equal", "delete", "insert"]


class Frozen(BaseModel):
    """Base of all types: immutable, unknown fields forbidden."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def text_hash(text: str) -> str:
    """SHA-256 of the text in UTF-8, as 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


class Article(Frozen):
    """A source or a text to be checked. Only `text` is needed; `id`, `sha256` follow when left out.

    `id` comes from the origin or address, else from the text, so that a changed file keeps its id. `published`
    keeps its time zone; a date without a time is midnight without a zone. `story_id` joins near-copies of one story.
    `first_line` is the line of the file on which the text starts (a head of `Key: value` lines is not part of it).
    `times` are those of a recording's captions: where in the text each starts, and when, in seconds from the start.
    """

    id: str = ""
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    url: str | None = None
    origin: str | None = None
    published: datetime | None = None
    added: datetime | None = None
    kind: ArticleKind = "article"
    complete: Completeness = "unknown"
    language: str = "en"
    sha256: str = ""
    story_id: str | None = None
    first_line: int = 1
    times: tuple[tuple[int, float], ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _identify(cls, data: Any) -> Any:  # noqa: ANN401 (pydantic hands over whatever was given)
        if isinstance(data, Mapping) and isinstance(data.get("text"), str):
            named = data.get("origin") or data.get("url") or data["text"]
            return {
                **data,
                "sha256": data.get("sha256") or text_hash(data["text"]),
                "id": data.get("id") or text_hash(str(named))[:16],
            }
        return data

    @property
    def name(self) -> str:
        """What to call it in one line: file name, title, address or id."""
        if self.origin and "://" not in self.origin:
            return self.origin.replace("\\", "/").rsplit("/", 1)[-1]
        return self.title or self.url or self.origin or self.id


class Passage(Frozen):
    """A piece of one article; an article's passages tile it: joined in order they are its text."""

    id: str
    article_id: str
    ordinal: int
    start: int
    end: int
    text: str
    speaker: str | None = None
    role: Role = "statement"


class Claim(Frozen):
    """One checkable thing in the text: `text == draft[start:end]`, inside the sentence `[sentence_start:sentence_end]`.

    `id` is a hash of kind, normalised words, sentence and occurrence, not of offsets: it survives edits elsewhere.
    """

    id: str
    kind: ClaimKind
    text: str
    start: int
    end: int
    sentence_start: int
    sentence_end: int


class Evidence(Frozen):
    """Characters of a stored source: `source.text[start:end] == text`, always.

    `before` and `after` are the characters around it in the same passage, to show it in place; `line` counts from 1.
    `time` is when it was said, in seconds from the start of a recording with captions. A `score` is a similarity, the higher the nearer; None where the place was found exactly.
    """

    article_id: str
    title: str | None = None
    publisher: str | None = None
    published: datetime | None = None
    url: str | None = None
    origin: str | None = None
    kind: ArticleKind = "article"
    sha256: str
    start: int
    end: int
    line: int = 1
    time: float | None = None
    text: str
    before: str = ""
    after: str = ""
    speaker: str | None = None
    stance: Stance = "supports"
    score: float | None = None


class DiffPart(Frozen):
    """A run of words in a word-by-word comparison: `delete` stands only in the source, `insert` only in the text."""

    op: DiffOp
    text: str


class Finding(Frozen):
    """The verdict on one claim, its reason, and the evidence; make one with `Finding.of`.

    `expected` is the source's words or value; `proof` shows the arithmetic of a derived figure; `confidence` is a
    probability, given for statements only; `explanation` is one sentence for a person.
    """

    claim: Claim
    verdict: Verdict
    severity: Severity
    reason: Reason
    confidence: float | None = None
    evidence: tuple[Evidence, ...] = ()
    expected: str | None = None
    diff: tuple[DiffPart, ...] = ()
    proof: str | None = None
    explanation: str = ""

    @classmethod
    def of(
        cls,
        claim: Claim,
        reason: Reason,
        *,
        severity: Severity | None = None,
        evidence: Iterable[Evidence] = (),
        expected: str | None = None,
        diff: Iterable[DiffPart] = (),
        proof: str | None = None,
        confidence: float | None = None,
        explanation: str = "",
    ) -> Self:
        """Return a finding with the verdict and severity that belong to the reason."""
        return cls(
            claim=claim,
            verdict=reason.verdict,
            severity=severity or reason.severity,
            reason=reason,
            confidence=confidence,
            evidence=tuple(evidence),
            expected=expected,
            diff=tuple(diff),
            proof=proof,
            explanation=explanation or reason.description,
        )


class SourceInfo(Frozen):
    """A source as listed in a report: what was searched, or why it was left out."""

    article_id: str
    name: str
    title: str | None = None
    publisher: str | None = None
    published: datetime | None = None
    url: str | None = None
    origin: str | None = None
    kind: ArticleKind = "article"
    complete: Completeness = "unknown"
    language: str = "en"
    sha256: str
    story_id: str | None = None


class Coverage(Frozen):
    """What was looked at: sentences and claims of the text, sources searched, what was not checked and why.

    `left_out` lists sources that may not vouch for the text (itself, its copies); `later` those published after
    its own date; `not_checked` counts findings by reason code.
    """

    sentences: int = 0
    claims: Mapping[str, int] = Field(default_factory=dict)
    not_checked: Mapping[str, int] = Field(default_factory=dict)
    sources_searched: int = 0
    left_out: tuple[str, ...] = ()
    later: tuple[str, ...] = ()


class Engine(Frozen):
    """What made the report: version, model, settings that matter, hashes of the prompts used."""

    version: str
    model: str | None = None
    settings: Mapping[str, str] = Field(default_factory=dict)
    prompts: Mapping[str, str] = Field(default_factory=dict)


class Report(Frozen):
    """The result of a check. Findings stand in the order of the text.

    `support` is the probability that every checkable part holds; None when nothing was checked. `first_line` is the
    line of the file on which the text starts.
    """

    schema_version: int = SCHEMA_VERSION
    title: str | None = None
    text: str
    text_sha256: str
    first_line: int = 1
    findings: tuple[Finding, ...] = ()
    counts: Mapping[str, Mapping[str, int]] = Field(default_factory=dict)
    support: float | None = None
    coverage: Coverage = Coverage()
    sources: tuple[SourceInfo, ...] = ()
    engine: Engine

    def by_severity(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity, in the order of the text."""
        return tuple(f for f in self.findings if f.severity is severity)

    def to_markdown(self) -> str:
        """Return the check sheet as Markdown."""
        from presscheck.render import markdown

        return markdown.report(self)

    def to_html(self) -> str:
        """Return the check sheet as one self-contained HTML page."""
        from presscheck.render import html

        return html.report(self)


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


class Failure(Frozen):
    """Something that could not be added: where it came from and why."""

    origin: str
    why: str


class AddReport(Frozen):
    """What `add` did, by article id (`failed` by origin)."""

    added: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    failed: tuple[Failure, ...] = ()
