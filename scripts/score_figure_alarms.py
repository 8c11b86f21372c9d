"""Count false alarms on true figures: `python scripts/score_figure_alarms.py DATA_FOLDER [-v]`.

True claims of `support/*.jsonl` (label 1) are held against their own documents: a figure finding of severity fix is a
false alarm; one of severity source may be (the claim may tell what its document does not).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.figures import check as figures
from presscheck.chains.check.quotes import check as quotes
from presscheck.chains.check.run import run
from presscheck.chains.check.sources import Sources
from presscheck.models import Article, Finding
from presscheck.reasons import Severity
from presscheck.vectorstore.library import MemoryLibrary

SETS: Final = ("cliff_val", "frank_val", "ragtruth_dev", "summedits_dev", "wice_dev")


def findings(path: Path) -> Iterator[Finding]:
    """Yield the findings on the figures of the true claims of a file."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["label"] == 1:
            source = row["source"] if isinstance(row["source"], str) else " ".join(row["source"])
            draft = Draft(Article(id="draft", text=row["claim"]))
            sources = Sources(MemoryLibrary([Article(id="source", text=source)]), draft)
            found = run(draft, sources, (quotes.check, figures.check))
            yield from (f for f in found if f.claim.kind == "figure")


def main(folder: Path, *, show: bool) -> None:
    """Print the findings by code and severity, set by set."""
    for name in SETS:
        counts: Counter[str] = Counter()
        for finding in findings(folder / "support" / f"{name}.jsonl"):
            counts[f"{finding.reason.code} {finding.severity.value}"] += 1
            if show and finding.severity in (Severity.FIX, Severity.SOURCE):
                print(f"{finding.reason.code}: {finding.claim.text!r}, the source has {finding.expected!r}")
        print(f"{name:14} {dict(sorted(counts.items()))}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), show="-v" in sys.argv)
