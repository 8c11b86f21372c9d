"""The examples of docs/quotations.md hold."""

from pathlib import Path

import pytest

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.quotes import check as quotes
from presscheck.chains.check.sources import Sources
from presscheck.models import Article
from presscheck.vectorstore.library import MemoryLibrary

PAGE = Path(__file__).parent.parent / "docs" / "quotations.md"


def examples() -> list[list[str]]:
    """Return the rows of the tables of examples as cells: what was said, the quotation, the verdict, the reason."""
    blocks = [
        b.splitlines() for b in PAGE.read_text("utf-8").split("\n\n") if b.startswith("| what was said")
    ]
    return [[cell.strip() for cell in line.strip("|").split("|")] for block in blocks for line in block[2:]]


@pytest.mark.parametrize("row", examples() if PAGE.exists() else [], ids=lambda row: row[3])
def test_example_holds(row: list[str]) -> None:
    """Each quotation of what was said gets the verdict that the page gives, and its speaker is right."""
    said, quotation, verdict, _ = row
    transcript = Article(text=f"MS. VALE:  {said}\n\nQ  Thank you.\n\nMS. VALE:  Goodbye.", kind="transcript")
    draft = Draft(Article(text=f"“{quotation},” Vale said."))

    found = {
        f.claim.kind: f.reason.code
        for f in quotes.check(draft, Sources(MemoryLibrary([transcript]), draft), ())
    }

    assert found == {"quote": verdict, "attribution": "speaker.match"}
