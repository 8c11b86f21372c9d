"""A report as the page shows it: the check sheet as plain data, put into words and pieces by what makes the HTML sheet.

All strings; the page sets them as text, never as markup.
"""

from __future__ import annotations

from typing import Any

from presscheck.models import Evidence, Finding, Report
from presscheck.reasons import Severity
from presscheck.render.compare import KEPT_ON_PAGE, columns, folded, shown, shown_in
from presscheck.render.marks import Line, Numbers, lines, marked
from presscheck.render.safe import one_line, shorten, visible
from presscheck.render.sheet import URGENT, Item, Sheet
from presscheck.render.summary import clean, coverage_lines, explanations, head_lines
from presscheck.render.where import where
from presscheck.render.words import FOLDED_GROUPS, HEADINGS, SIGNS, TALLY, capital, counted, made_by

ROOM = 420
"""Characters of a source's words."""


def sheet_of(report: Report) -> dict[str, Any]:
    """Return the sheet of a report."""
    sheet = Sheet(report)
    numbers = Numbers(sheet)
    first, *more = head_lines(sheet)
    return {
        "title": one_line(report.title or ""),
        "against": capital(first.partition("\t")[2]),
        "holds": more,
        "tally": [_count(sheet, severity) for severity in TALLY if sheet.of(severity)],
        "lines": [_line(line, numbers) for line in lines(sheet, numbers)],
        "groups": [_group(sheet, numbers, severity) for severity in URGENT if sheet.group(severity)],
        "clean": clean(sheet),
        "folded": [_folded(sheet, numbers, s, w) for s, w in FOLDED_GROUPS if sheet.of(s)],
        "notes": [capital(line) for line in coverage_lines(sheet)],
        "engine": made_by(report.engine),
        "sha256": report.text_sha256,
    }


def _count(sheet: Sheet, severity: Severity) -> dict[str, Any]:
    words = f"{SIGNS[severity]} {counted(len(sheet.of(severity)), TALLY[severity])}"
    return {"severity": severity.value, "words": words}


def _line(line: Line, numbers: Numbers) -> dict[str, Any]:
    pieces = [
        {
            "words": visible(piece.words),
            "n": numbers.of(piece.item) if piece.item else None,
            "severity": piece.item.severity.value if piece.item else None,
            "label": capital(piece.item.label) if piece.item else None,
            "last": piece.last,
        }
        for piece in line.pieces
    ]
    return {"number": line.number, "pieces": pieces}


def _group(sheet: Sheet, numbers: Numbers, severity: Severity) -> dict[str, Any]:
    blocks = [[_item(sheet, numbers, item) for item in block.items] for block in sheet.group(severity)]
    return {"severity": severity.value, "heading": HEADINGS[severity], "blocks": blocks}


def _item(sheet: Sheet, numbers: Numbers, item: Item) -> dict[str, Any]:
    finding = item.main
    label, _, others = item.label.partition(", ")
    compared = folded(columns(finding), kept=KEPT_ON_PAGE)
    fix = finding.severity is Severity.FIX and finding.expected
    return {
        "n": numbers.of(item),
        "id": sheet.short_ids[finding.claim.id],
        "severity": item.severity.value,
        "label": capital(label),
        "others": others,
        "line": sheet.lines.line(finding.claim.start),
        "kind": finding.claim.kind,
        "words": shorten(one_line(finding.claim.text), 300),
        "expected": one_line(finding.expected or "") if fix else "",
        "compared": [cell._asdict() for cell in compared],
        "why": list(explanations(item, bool(compared))),
        "seen": [_seen(sheet, each, finding) for each in shown(finding)],
    }


def _seen(sheet: Sheet, evidence: Evidence, finding: Finding) -> dict[str, Any]:
    own = sheet.own_line(evidence)
    return {
        **shown_in(finding, evidence, ROOM)._asdict(),
        "nearest": evidence.stance == "nearest",
        "where": list(where(evidence, own_line=own)),
        "own": own,
        "place": place_of(evidence),
    }


def place_of(evidence: Evidence) -> dict[str, Any]:
    """Return what the page needs to open a source at a place; offsets count code points."""
    return {
        "article_id": evidence.article_id,
        "sha256": evidence.sha256,
        "start": evidence.start,
        "end": evidence.end,
    }


def _folded(sheet: Sheet, numbers: Numbers, severity: Severity, words: str) -> dict[str, Any]:
    items = [
        {
            "n": numbers.of(item),
            "words": shorten(one_line(item.main.claim.text), 200),
            "label": capital(item.label),
            "marked": marked(item),
            "proof": one_line(item.main.proof or ""),
            "seen": [_seen(sheet, each, item.main) for each in item.main.evidence[:1]],
        }
        for item in sheet.of(severity)
    ]
    return {"severity": severity.value, "heading": f"{len(items)} {words}", "items": items}
