"""The files over a whole batch: `summary.html`, `summary.csv`, and `digest.html` where briefs were made."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from presscheck.chains.batch.ledger import Ledger
from presscheck.render import html_batch

COLUMNS = ("origin", "state", "fix", "source", "look", "support", "title", "why", "tries", "tokens", "cost")


def write_pages(out: Path, counts: Mapping[str, int], *, brief: bool) -> None:
    """Write the pages into the batch's folder."""
    ledger = Ledger(out / "ledger.db")
    try:
        _whole(out / "summary.html", html_batch.summary(ledger.entries(worst_first=True), counts))
        if brief:
            _whole(out / "digest.html", html_batch.digest(ledger.entries()))
        with (out / "summary.csv").open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow(COLUMNS)
            for entry in ledger.entries(worst_first=True):
                flat = {**entry._asdict(), **entry.line, **entry.line.get("severity", {})}
                rows.writerow([_safe(flat.get(name, "")) for name in COLUMNS])
    finally:
        ledger.close()


def _whole(path: Path, text: str) -> None:
    part = path.with_suffix(".part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _safe(value: object) -> object:
    """Keep a spreadsheet from taking a text for a formula."""
    if isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r")):
        return f"'{value}"
    return value
