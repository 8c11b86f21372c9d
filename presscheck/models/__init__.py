"""The types that Presscheck takes and gives: articles, claims, evidence, findings, reports, briefs, replies.

All are frozen. Offsets count code points of the decoded text and are half-open: `text[start:end]`. Nothing here
holds a cost, a duration or today's date, so equal inputs give equal bytes; those go to a run record.
"""

from __future__ import annotations

from presscheck.models.articles import AddReport, Article, Failure, Passage, SourceInfo
from presscheck.models.base import (
    SCHEMA_VERSION,
    ArticleKind,
    ClaimKind,
    Completeness,
    DiffOp,
    Frozen,
    Role,
    Stance,
    text_hash,
)
from presscheck.models.briefs import (
    Brief,
    BriefSentence,
    BriefStory,
    Disagreement,
    KeyFigure,
    Quotation,
    TimelineEntry,
    Wording,
)
from presscheck.models.replies import (
    ChatEvent,
    CitationSent,
    Done,
    Lookup,
    Message,
    Reply,
    ReportSent,
    SentenceSent,
    ThreadInfo,
)
from presscheck.models.reports import Claim, Coverage, DiffPart, Engine, Evidence, Finding, Report

__all__ = [
    "SCHEMA_VERSION",
    "AddReport",
    "Article",
    "ArticleKind",
    "Brief",
    "BriefSentence",
    "BriefStory",
    "ChatEvent",
    "CitationSent",
    "Claim",
    "ClaimKind",
    "Completeness",
    "Coverage",
    "DiffOp",
    "DiffPart",
    "Disagreement",
    "Done",
    "Engine",
    "Evidence",
    "Failure",
    "Finding",
    "Frozen",
    "KeyFigure",
    "Lookup",
    "Message",
    "Passage",
    "Quotation",
    "Reply",
    "Report",
    "ReportSent",
    "Role",
    "SentenceSent",
    "SourceInfo",
    "Stance",
    "ThreadInfo",
    "TimelineEntry",
    "Wording",
    "text_hash",
]
