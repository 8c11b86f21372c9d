"""What `accept` does."""

from __future__ import annotations

from pathlib import Path

from presscheck.baseline import accept, read_report, recall, rows_of
from presscheck.commands.frame import say
from presscheck.commands.state import last_check
from presscheck.errors import BadRequest
from presscheck.render.safe import shorten


def run(claim_id: str, note: str, report: Path | None, accepted: Path) -> None:
    """Accept a finding of a report, or of the last check in this folder."""
    if not note.strip():
        raise BadRequest("--note is empty.", help="Say why it is accepted.")
    known = rows_of(read_report(report)) if report else recall(last_check())
    if not known:
        raise BadRequest(
            "there is nothing to accept.", help="Run a check here first, or name its report: --report FILE."
        )
    made = accept(claim_id.strip("[] "), note.strip(), known, accepted)
    say(f"accepted {made.reason} “{shorten(made.text, 60)}” in {accepted}")
