"""Claims of a text, the evidence for or against them, and the report of a check."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Self

from pydantic import Field

from presscheck.models.articles import SourceInfo
from presscheck.models.base import SCHEMA_VERSION, ArticleKind, ClaimKind, DiffOp, Frozen, Stance
from presscheck.reasons import Reason, Severity, Verdict


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

    `before` and `after` are the characters around it in the same passage, to show it in place; `line` counts from 1, as
    does `column`, which is told where a line is too long to be searched through.
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
    column: int | None = None
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


class Coverage(Frozen):
    """What was looked at: sentences and claims of the text, sources searched, what was not checked and why.

    `left_out` names sources that may not vouch for the text (itself, its copies); `later` those published after
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
