"""Count false alarms on true dates, and shifted dates caught, by `python scripts/score_date_alarms.py DATA_FOLDER`.

* True claims of `support/*.jsonl` (label 1) against their own documents: every date finding of severity fix is a false alarm.
* The same claims with one date shifted by day, month or year, where the true one is found: how many are called wrong.
* Documents of `transcripts/documents.jsonl` against other documents and the briefing of the same day: hardly any date finding
  of severity fix can be right there, since each document tells its own story.
"""

from __future__ import annotations

import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from presscheck.chains.check.dates import check as dates
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.run import run
from presscheck.chains.check.sources import Sources
from presscheck.evals.mutation import Mutation
from presscheck.evals.mutations import dates as mutations
from presscheck.models import Article, Finding
from presscheck.vectorstore.library import Library, MemoryLibrary

Row = dict[str, Any]
SETS: Final = ("cliff_val", "frank_val", "ragtruth_dev", "summedits_dev", "wice_dev")
SHIFTS: Final = ("date.value.day", "date.value.month", "date.value.year")


def _rows(path: Path) -> Iterator[Row]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _found(draft: Article, library: Library, *, since: bool = False) -> list[Finding]:
    made = Draft(draft)
    return run(made, Sources(library, made, since=since), (dates.check,))


def _true_claims(path: Path) -> Iterator[tuple[str, Library]]:
    for row in _rows(path):
        if row["label"] == 1:
            source = row["source"] if isinstance(row["source"], str) else " ".join(row["source"])
            yield row["claim"], MemoryLibrary([Article(id="source", text=source)])


def _shifted(claim: str, rng: random.Random) -> Iterator[tuple[Mutation, str, int, int]]:
    """Yield the claim's sentences with one date shifted, and the same with the true date and its place."""
    article = Article(id="draft", text=claim)
    for dated in list(mutations._dated(article))[:2]:
        for kind in SHIFTS:
            edit, _ = mutations.FAULTS[kind]
            if made := mutations._made(article, [dated], kind, edit, rng):
                yield made, dated.sentence, dated.date.start, dated.date.end


def _at(findings: list[Finding], start: int, end: int) -> str:
    return next((f.reason.code for f in findings if f.claim.start < end and start < f.claim.end), "")


def claims(folder: Path) -> None:
    """Print the findings on true claims, and on those with a shifted date."""
    rng = random.Random(1)
    for name in SETS:
        true: Counter[str] = Counter()
        shifted: Counter[str] = Counter()
        for claim, library in _true_claims(folder / "support" / f"{name}.jsonl"):
            true.update(f.reason.code for f in _found(Article(id="draft", text=claim), library))
            for made, sentence, start, end in _shifted(claim, rng):
                before = _at(_found(Article(id="true", text=sentence), library), start, end)
                if before == "date.match":
                    after = _found(Article(id="shifted", text=made.text), library)
                    shifted[_at(after, made.start, made.end)] += 1
        print(f"{name:14} true {dict(true)}   shifted {dict(shifted)}")


def _document(row: Row) -> Article:
    published = row["published"].replace(" ", "T")
    return Article(id=row["id"], text=row["text"], title=row["title"], published=published, kind="official")


def _briefing(row: Row) -> Article:
    text = "\n\n".join(f"{t.get('speaker') or ''}: {t['text']}" for t in row["turns"])
    return Article(id=row["id"], text=text, published=row["date"], kind="transcript")


def documents(folder: Path) -> None:
    """Print the findings on documents held against others of the same day."""
    transcripts = folder / "transcripts"
    known = {row["id"]: _document(row) for row in _rows(transcripts / "documents.jsonl")}
    briefings = {row["id"]: _briefing(row) for row in _rows(transcripts / "whitehouse.jsonl")}
    found: Counter[str] = Counter()
    for day in _rows(transcripts / "same_day.jsonl"):
        mine = [known[i] for i in day["document_ids"] if i in known]
        for document in mine:
            others = [d for d in mine if d.id != document.id] + [briefings[day["briefing_id"]]]
            found.update(f.reason.code for f in _found(document, MemoryLibrary(others), since=True))
    print(f"{'same day':14} {dict(found)}")


if __name__ == "__main__":
    claims(Path(sys.argv[1]))
    documents(Path(sys.argv[1]))
