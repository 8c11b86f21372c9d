"""The pages of a batch: `summary.html`, `summary.csv`, `digest.html` where briefs were made, and what these link to."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from itertools import islice
from pathlib import Path

from presscheck.chains.batch.ledger import Entry, Ledger
from presscheck.models import Brief, Report
from presscheck.render import html, html_batch

COLUMNS = ("origin", "state", "fix", "source", "look", "support", "title", "why", "tries", "tokens", "cost")


def write_pages(out: Path, counts: Mapping[str, int], *, brief: bool) -> None:
    """Write the pages into the batch's folder."""
    ledger = Ledger(out / "ledger.db")
    try:
        _write_sheets(out, ledger.entries(worst_first=True))
        _whole(out / "summary.html", html_batch.summary(ledger.entries(worst_first=True), counts))
        if brief:
            _write_briefs(out, ledger.entries())
            _whole(out / "digest.html", html_batch.digest(ledger.entries()))
        with (out / "summary.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(COLUMNS)
            for entry in ledger.entries(worst_first=True):
                flat = {**entry._asdict(), **entry.line, **entry.line.get("severity", {})}
                rows.writerow([_safe(flat.get(name, "")) for name in COLUMNS])
    finally:
        ledger.close()


def _write_sheets(out: Path, entries: Iterable[Entry]) -> None:
    """Write the check sheets that the summary links to; those that are there stay as they are."""
    for entry in islice(entries, html_batch.SHOWN):
        data, page = _files(out, entry, "report")
        if data.is_file() and not page.exists():
            report = Report.model_validate_json(data.read_bytes())
            _whole(page, html.report(report, name=Path(entry.origin).name))


def _write_briefs(out: Path, entries: Iterable[Entry]) -> None:
    """Write the briefs that the digest links to; those that are there stay as they are."""
    for entry in islice(html_batch.briefed(entries), html_batch.SHOWN):
        data, page = _files(out, entry, "brief")
        if data.is_file() and not page.exists():
            _whole(page, html.brief(Brief.model_validate_json(data.read_bytes())))


def _files(out: Path, entry: Entry, what: str) -> tuple[Path, Path]:
    """Return where an item's result stands as data, and as a page."""
    stem = out / "items" / entry.key[:2] / f"{entry.key}.{what}"
    return stem.with_name(f"{stem.name}.json"), stem.with_name(f"{stem.name}.html")


def _whole(path: Path, text: str) -> None:
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _safe(value: object) -> object:
    """Keep a spreadsheet from taking a text for a formula."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value
