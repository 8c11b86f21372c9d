"""Golden rows: their one format, how they are loaded, and whether a row holds.

A check row has a text, its sources, the findings that must come out (`expect`) and those that must not (`absent`);
unless it is `loud`, no further finding of severity fix or source may come out. A reading row names what to `read`
(figures, dates, quotes, names, sentences) and lists the mentions: all of them in order, unless it is `partial`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from fnmatch import fnmatchcase
from importlib.resources import files
from typing import Any, Literal

from pydantic import Field, ValidationError

from presscheck.chains.check import check_text
from presscheck.errors import UnreadableFile
from presscheck.models import Article, Finding, Frozen
from presscheck.reasons import Severity
from presscheck.text.dates import find_dates
from presscheck.text.figures import find_figures
from presscheck.text.mentions import Mention
from presscheck.text.names import find_names
from presscheck.text.quotes import find_quotes
from presscheck.text.sentences import split_sentences
from presscheck.text.words import normalise

ALARMS = frozenset({Severity.FIX, Severity.SOURCE})
EDGES = " \t\n\"'.,;:!?()[]…"


class ExpectedFinding(Frozen):
    """A finding that must (or must not) come out; keys left out fit anything, `reason` may be a glob."""

    kind: str | None = None
    text: str | None = None
    reason: str | None = None
    verdict: str | None = None
    severity: str | None = None
    expected: str | None = None
    speaker: str | None = None
    source: int | None = None


class GoldenSource(Frozen):
    """A source of a check row."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: datetime | None = None
    kind: Literal["transcript", "official", "article", "note"] = "article"
    complete: Literal["yes", "excerpt", "unknown"] = "unknown"


class CheckRow(Frozen):
    """A text held against sources."""

    id: str
    suite: str
    text: str
    sources: tuple[str | GoldenSource, ...] = ()
    published: datetime | None = None
    as_of: datetime | None = None
    expect: tuple[ExpectedFinding, ...] = ()
    absent: tuple[ExpectedFinding, ...] = ()
    loud: bool = False
    note: str = ""


class ReadingRow(Frozen):
    """A text and what is read in it."""

    id: str
    suite: str
    read: Literal["figures", "dates", "quotes", "names", "sentences"]
    text: str
    published: datetime | None = None
    expect: tuple[Mapping[str, Any], ...] = ()
    absent: tuple[Mapping[str, Any], ...] = Field(default=())
    partial: bool = False
    note: str = ""


Row = CheckRow | ReadingRow


def load_rows(suite: str | None = None) -> list[Row]:
    """Return the rows shipped with the package, of one suite or all; ids are unique. Raises `UnreadableFile`."""
    rows = [row for row in _all_rows() if suite in (None, row.suite)]
    seen: set[str] = set()
    for row in rows:
        if row.id in seen:
            raise UnreadableFile(f"Golden row {row.id} stands twice.")
        seen.add(row.id)
    return rows


def _all_rows() -> Iterator[Row]:
    folder = files("presscheck.evals.golden")
    for path in sorted((p for p in folder.iterdir() if _is_rows(p.name)), key=lambda p: p.name):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip():
                yield _parse(line, f"{path.name}:{number}")


def _is_rows(name: str) -> bool:
    """Whether a file holds rows; the threads of the chat suite have a format of their own (`evals.chat`)."""
    return name.endswith(".jsonl") and not name.startswith("chat-")


def _parse(line: str, where: str) -> Row:
    try:
        data = json.loads(line)
        return ReadingRow(**data) if "read" in data else CheckRow(**data)
    except (ValueError, TypeError, ValidationError) as error:
        raise UnreadableFile(f"{where} is not a golden row: {error}") from error


def failures(row: Row) -> list[str]:
    """Return what is wrong with what came out for a row, a line each; none if the row holds."""
    return reading_failures(row) if isinstance(row, ReadingRow) else check_failures(row)


# Check rows


def check_failures(row: CheckRow) -> list[str]:
    """Check the row's text and compare the findings with what is expected."""
    draft = Article(text=row.text, published=row.published)
    sources = [_source(s, i) for i, s in enumerate(row.sources)]
    findings = check_text(draft, sources, as_of=row.as_of).findings
    ids = [s.id for s in sources]
    met = [(item, [f for f in findings if meets(f, item, ids)]) for item in row.expect]
    return [
        *(f"missing: {_told(item)}" for item, hits in met if not hits),
        *(f"must not be: {_shown(f)}" for item in row.absent for f in findings if meets(f, item, ids)),
        *([] if row.loud else _unasked(findings, [f for _, hits in met for f in hits])),
    ]


def _source(source: str | GoldenSource, index: int) -> Article:
    fields = {"text": source} if isinstance(source, str) else source.model_dump()
    return Article(id=f"source-{index}", origin=f"source-{index}.txt", **fields)


def _unasked(findings: Sequence[Finding], asked: Sequence[Finding]) -> list[str]:
    return [
        f"alarm nobody asked for: {_shown(f)}" for f in findings if f.severity in ALARMS and f not in asked
    ]


def meets(finding: Finding, item: ExpectedFinding, source_ids: Sequence[str]) -> bool:
    """Tell whether a finding fits every key that the item gives."""
    first = finding.evidence[0] if finding.evidence else None
    return (
        item.kind in (None, finding.claim.kind)
        and (item.text is None or overlaps(item.text, finding.claim.text))
        and (item.reason is None or fnmatchcase(finding.reason.code, item.reason))
        and item.verdict in (None, finding.verdict.value)
        and item.severity in (None, finding.severity.value)
        and (item.expected is None or overlaps(item.expected, finding.expected or ""))
        and (item.speaker is None or (first is not None and overlaps(item.speaker, first.speaker or "")))
        and (item.source is None or any(e.article_id == source_ids[item.source] for e in finding.evidence))
    )


def overlaps(a: str, b: str) -> bool:
    """Tell whether one text contains the other, quotation marks, case and end punctuation aside."""
    left, right = (normalise(t).strip(EDGES) for t in (a, b))
    return bool(left) and bool(right) and (left in right or right in left)


def _told(item: ExpectedFinding) -> str:
    return ", ".join(f"{k}={v!r}" for k, v in item.model_dump(exclude_none=True).items())


def _shown(finding: Finding) -> str:
    return f"{finding.reason.code} on {finding.claim.text!r}"


# Reading rows

READERS: dict[str, Callable[[str, datetime | None], Sequence[Mention]]] = {
    "figures": lambda text, _: find_figures(text),
    "dates": find_dates,
    "quotes": lambda text, _: find_quotes(text),
    "names": lambda text, _: find_names(text),
    "sentences": lambda text, _: split_sentences(text),
}


def reading_failures(row: ReadingRow) -> list[str]:
    """Read the row's text and compare the mentions with what is expected."""
    mentions = READERS[row.read](row.text, row.published)
    told = [f"{m.text!r}" for m in mentions]
    wrong = [
        *(f"missing: {dict(e)} among {told}" for e in row.expect if not any(_fits(m, e) for m in mentions)),
        *(f"must not be read: {m.text!r}" for m in mentions for e in row.absent if _fits(m, e)),
        *(f"span of {m.text!r} does not hold" for m in mentions if row.text[m.start : m.end] != m.text),
    ]
    if not row.partial and len(mentions) != len(row.expect):
        wrong.append(f"{len(mentions)} read, {len(row.expect)} expected: {told}")
    return wrong


def _fits(mention: Mention, expected: Mapping[str, Any]) -> bool:
    found = mention.model_dump(mode="json")
    return all(_alike(found.get(key), value) for key, value in expected.items())


def _alike(found: object, value: object) -> bool:
    if isinstance(found, (int, float)) and isinstance(value, (int, float)) and not isinstance(value, bool):
        return abs(found - value) <= 1e-6 * max(1.0, abs(value))
    return found == value
