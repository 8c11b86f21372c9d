"""The words people read: a label for each reason, names for kinds and severities, counts and dates.

People read "altered", "misattributed", "outdated", never a bare "contradicted". A test sees to it that every reason
has a label.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from presscheck.models import SourceInfo
from presscheck.models.reports import Engine
from presscheck.reasons import Reason, Severity

LABELS: Mapping[Reason, str] = {
    Reason.QUOTE_VERBATIM: "word for word",
    Reason.QUOTE_ADJUSTED: "word for word, lawfully trimmed",
    Reason.QUOTE_SECONDHAND: "second hand",
    Reason.QUOTE_ALTERED: "altered",
    Reason.QUOTE_NEGATION_LOST: "altered: a “not” is lost or added",
    Reason.QUOTE_SPLICED: "spliced",
    Reason.QUOTE_PARAPHRASE: "reworded, not a quotation",
    Reason.QUOTE_CONDITION_CUT: "condition cut off",
    Reason.QUOTE_NOT_IN_TRANSCRIPT: "not in the transcript",
    Reason.QUOTE_NOT_IN_EXCERPT: "not in the excerpts",
    Reason.QUOTE_NOT_FOUND: "quotation not found",
    Reason.SPEAKER_MATCH: "speaker right",
    Reason.SPEAKER_WRONG: "misattributed",
    Reason.SPEAKER_REPORTER: "a reporter’s question",
    Reason.SPEAKER_TOLD_OF: "another’s words?",
    Reason.SPEAKER_UNKNOWN: "speaker not named",
    Reason.FIGURE_MATCH: "figure right",
    Reason.FIGURE_ROUNDED: "figure right, rounded",
    Reason.FIGURE_DERIVED: "figure follows from the sources",
    Reason.FIGURE_VALUE: "wrong figure",
    Reason.FIGURE_SCALE: "wrong scale",
    Reason.FIGURE_UNIT: "wrong unit",
    Reason.FIGURE_CURRENCY: "wrong currency",
    Reason.FIGURE_BOUND: "bound not borne out",
    Reason.FIGURE_DIRECTION: "wrong direction",
    Reason.FIGURE_POINTS: "percent and points mixed up",
    Reason.FIGURE_OUTDATED: "outdated",
    Reason.FIGURE_ARITHMETIC: "does not add up",
    Reason.FIGURE_NOT_FOUND: "figure not found",
    Reason.DATE_MATCH: "date right",
    Reason.DATE_VALUE: "wrong date",
    Reason.DATE_WEEKDAY: "wrong weekday",
    Reason.DATE_NOT_FOUND: "date not in the sources",
    Reason.NAME_MATCH: "name right",
    Reason.NAME_SPELLING: "misspelt name",
    Reason.NAME_TITLE: "wrong title",
    Reason.NAME_OTHER: "another name",
    Reason.NAME_DOUBTFUL: "doubtful title or place",
    Reason.NAME_NOT_FOUND: "name not in the sources",
    Reason.STATEMENT_SUPPORTED: "sourced",
    Reason.STATEMENT_NEGATION: "the opposite is sourced",
    Reason.STATEMENT_MODALITY: "firmer than the source",
    Reason.STATEMENT_ANTONYM: "the opposite is sourced",
    Reason.STATEMENT_ROLE: "roles swapped",
    Reason.STATEMENT_QUANTIFIER: "overstated",
    Reason.STATEMENT_ORDER: "order turned around",
    Reason.STATEMENT_JOINED: "link not sourced",
    Reason.STATEMENT_UNSUPPORTED: "no source bears it out",
    Reason.CLAIM_OPINION: "opinion",
    Reason.CLAIM_PREDICTION: "prediction",
    Reason.CLAIM_QUESTION: "question",
    Reason.SOURCE_DISAGREE: "sources disagree",
    Reason.SOURCE_DENIED: "denied by the source",
    Reason.SOURCE_CLAIMED_BY: "another’s claim told as fact",
    Reason.SOURCE_SELF_ONLY: "no source but the text itself",
    Reason.CHECK_NO_MODEL: "not checked: no model",
    Reason.CHECK_BUDGET: "not checked: the budget ended",
    Reason.CHECK_LANGUAGE: "not checked: language",
    Reason.CHECK_TOO_LONG: "not checked: too long",
}

ASIDES: Mapping[Reason, str] = {
    Reason.QUOTE_VERBATIM: "words right",
    Reason.QUOTE_ADJUSTED: "words right",
    Reason.QUOTE_SECONDHAND: "words second hand",
}
"""How a quotation's finding is told beside the worse one about its speaker."""

HEADINGS: Mapping[Severity, str] = {
    Severity.FIX: "Fix",
    Severity.SOURCE: "Needs a source",
    Severity.LOOK: "Look",
    Severity.OK: "OK",
    Severity.INFO: "Folded",
}

SIGNS: Mapping[Severity, str] = {
    Severity.FIX: "✗",
    Severity.SOURCE: "?",
    Severity.LOOK: "·",
    Severity.OK: "✓",
    Severity.INFO: "–",
}

NOUNS: Mapping[str, tuple[str, str]] = {
    "quote": ("quotation", "quotations"),
    "attribution": ("speaker", "speakers"),
    "figure": ("figure", "figures"),
    "date": ("date", "dates"),
    "name": ("name", "names"),
    "statement": ("statement", "statements"),
    "transcript": ("transcript", "transcripts"),
    "official": ("official text", "official texts"),
    "article": ("article", "articles"),
    "note": ("note", "notes"),
    "source": ("source", "sources"),
    "story": ("story", "stories"),
    "independent": ("independent source", "independent sources"),
    "sentence": ("sentence", "sentences"),
    "brief": ("brief", "briefs"),
    "copy": ("copy of the text", "copies of the text"),
    "fix": ("to fix", "to fix"),
    "source!": ("needs a source", "need a source"),
    "look": ("to look at", "to look at"),
    "ok": ("fine", "fine"),
    "more": ("more", "more"),
}

TALLY: Mapping[Severity, str] = {
    Severity.FIX: "fix",
    Severity.SOURCE: "source!",
    Severity.LOOK: "look",
    Severity.OK: "ok",
}
"""The nouns of what is counted at the head of a sheet, the worst first."""
FOLDED_GROUPS = ((Severity.OK, "fine"), (Severity.INFO, "not judged"))
"""What a page folds, and what it is called there."""


def counted(number: int, noun: str) -> str:
    """Say how many: "1 figure", "3 figures"."""
    return f"{number:,} {NOUNS[noun][number != 1]}"


def made_by(engine: Engine) -> str:
    """Say what made a sheet or a brief."""
    return f"Presscheck {engine.version}, {engine.model or 'embedded engine, no model'}"


def capital(label: str) -> str:
    """Return the label with a capital first letter."""
    return label[:1].upper() + label[1:]


def day(moment: datetime | None) -> str:
    """Write a date as "Oct. 29, 2024" (AP style), with nothing for none; the time of day is left out."""
    return f"{MONTHS[moment.month - 1]} {moment.day}, {moment.year}" if moment else ""


MONTHS = ("Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.")


def source_kinds(sources: Iterable[SourceInfo]) -> str:
    """Say what kinds of sources there are: "1 transcript (excerpts), 2 notes"."""
    groups: dict[tuple[str, bool], int] = {}
    for source in sources:
        key = source.kind, source.complete == "excerpt"
        groups[key] = groups.get(key, 0) + 1
    order = {kind: at for at, kind in enumerate(("transcript", "official", "article", "note"))}
    told = sorted(groups.items(), key=lambda g: (order[g[0][0]], g[0][1]))
    return ", ".join(counted(n, kind) + (" (excerpts)" if cut else "") for (kind, cut), n in told)


def claim_kinds(counts: Mapping[str, int]) -> tuple[str, ...]:
    """Say what the text holds: "6 quotations", "3 figures"; speakers belong to their quotations."""
    return tuple(
        counted(counts[k], k) for k in ("quote", "figure", "date", "name", "statement") if counts.get(k)
    )
