"""Measure the reading and the check of names: `python scripts/score_names.py DATA [ARTICLES] [EACH]`.

DATA holds `quotes/polnear_dev.jsonl`, `briefs/news_with_references_dev.jsonl`, `transcripts/*.jsonl` and
`support/*.jsonl`. Prints, for the check of names alone: the share of planted faults caught and of controls flagged by
kind; alarms on claims labelled as supported; alarms on official texts held against the briefing and the other texts
of the same days; and the speed of reading.
"""

from __future__ import annotations

import json
import random
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.names import check as names
from presscheck.chains.check.sources import Sources
from presscheck.evals.mutation import ALARMS, Mutation
from presscheck.evals.mutations.names import mutate
from presscheck.models import Article, Finding
from presscheck.text.names import find_names
from presscheck.text.sentences import split_sentences
from presscheck.text.tokens import tokenize
from presscheck.vectorstore.library import MemoryLibrary

SUPPORT = ("cliff_val", "frank_val", "ragtruth_dev", "summedits_dev", "wice_dev")


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a JSON lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def told(briefing: dict[str, Any]) -> str:
    """Return a briefing as text."""
    return "\n\n".join(f"{turn['speaker']}: {turn['text']}" for turn in briefing["turns"])


def articles(data: Path) -> dict[str, list[Article]]:
    """Return the articles by kind of text."""
    documents = rows(data / "transcripts/documents.jsonl")
    briefings = rows(data / "transcripts/whitehouse.jsonl")
    return {
        "news": [Article(text=r["text"]) for r in rows(data / "quotes/polnear_dev.jsonl")],
        "reports": [Article(text=r["article"]) for r in rows(data / "briefs/news_with_references_dev.jsonl")],
        "official": [Article(text=r["text"], kind="official") for r in documents if len(r["text"]) > 1500],
        "briefings": [Article(text=told(r), kind="transcript") for r in briefings],
    }


def check(draft: Article, library: MemoryLibrary) -> list[Finding]:
    """Return what the check of names alone finds."""
    text = Draft(draft)
    return list(names.check(text, Sources(library, text), ()))


def right(mutation: Mutation, findings: Iterable[Finding]) -> bool:
    """Tell whether a fault is caught, or a control left alone."""
    touching = [f for f in findings if f.claim.start < mutation.end and mutation.start < f.claim.end]
    if mutation.control:
        return not any(f.severity in ALARMS for f in touching)
    return any(fnmatchcase(f.reason.code, glob) for f in touching for glob in mutation.expect)


def some(article: Article, rng: random.Random, each: int) -> Iterator[Mutation]:
    """Yield a few mutations of every kind."""
    kinds: dict[str, list[Mutation]] = defaultdict(list)
    for mutation in mutate(article, rng):
        kinds[mutation.kind].append(mutation)
    for made in kinds.values():
        yield from rng.sample(made, min(each, len(made)))


def measure_mutations(data: Path, count: int, each: int) -> None:
    """Print the share that is right by kind of fault and of text."""
    rng = random.Random(0)
    total: Counter[tuple[str, str]] = Counter()
    good: Counter[tuple[str, str]] = Counter()
    texts = articles(data)
    for kind, found in texts.items():
        for article in rng.sample(found, min(count, len(found))):
            library = MemoryLibrary([article])
            for mutation in some(article, rng, each):
                total[mutation.kind, kind] += 1
                good[mutation.kind, kind] += right(mutation, check(Article(text=mutation.text), library))
    for kind in sorted({k for k, _ in total}):
        whole, fine = (sum(c[kind, t] for t in texts) for c in (total, good))
        parts = "  ".join(f"{t} {good[kind, t]}/{total[kind, t]}" for t in texts)
        print(f"{kind:26s} {100 * fine / whole:5.1f} % of {whole:4d}   {parts}")


def measure_supported(data: Path) -> None:
    """Print the alarms on claims that are labelled as supported."""
    for name in SUPPORT:
        claims = [r for r in rows(data / f"support/{name}.jsonl") if r["label"] == 1]
        libraries: dict[str, MemoryLibrary] = {}
        alarms = 0
        for row in claims:
            library = libraries.setdefault(row["source"], MemoryLibrary([Article(text=row["source"])]))
            found = check(Article(text=row["claim"]), library)
            alarms += any(f.severity in ALARMS for f in found)
        print(f"{name:16s} {alarms} of {len(claims)} supported claims with an alarm")


def measure_same_day(data: Path, count: int) -> None:
    """Print the alarms on official texts, against the briefing of the day and the texts of a week."""
    documents = {d["id"]: d for d in rows(data / "transcripts/documents.jsonl")}
    briefings = {b["id"]: b for b in rows(data / "transcripts/whitehouse.jsonl")}
    pairs = rows(data / "transcripts/same_day.jsonl")
    drafts = checked = alarms = 0
    for pair in random.Random(0).sample(pairs, min(count, len(pairs))):
        week = sorted(
            (d for d in documents.values() if d["date"] <= pair["date"]), key=lambda d: str(d["date"])
        )[-20:]
        for wanted in pair["document_ids"][:2]:
            others = [_official(d) for d in week if d["id"] != wanted]
            briefing = Article(text=told(briefings[pair["briefing_id"]]), kind="transcript")
            draft = Article(
                text=documents[wanted]["text"], published=datetime.fromisoformat(f"{pair['date']}T23:59")
            )
            found = check(draft, MemoryLibrary([briefing, *others]))
            drafts, checked = drafts + 1, checked + len(found)
            alarms += sum(f.severity in ALARMS for f in found)
    print(f"{alarms} alarms on {checked} names of {drafts} official texts")


def _official(document: dict[str, Any]) -> Article:
    return Article(id=document["id"], text=document["text"], kind="official")


def measure_speed(data: Path) -> None:
    """Print how many megabytes a second are read."""
    texts = [r["text"] for r in rows(data / "quotes/polnear_dev.jsonl")]
    size = sum(map(len, texts)) / 1e6
    for read in (split_sentences, tokenize, find_names):
        start = time.process_time()
        for text in texts:
            read(text)
        print(f"{read.__name__:16s} {size / (time.process_time() - start):5.2f} MB/s")


def main() -> None:
    """Measure everything."""
    data = Path(sys.argv[1])
    count, each = (int(a) for a in [*sys.argv[2:4], "15", "3"][:2])
    measure_mutations(data, count, each)
    measure_supported(data)
    measure_same_day(data, 2 * count)
    measure_speed(data)


if __name__ == "__main__":
    main()
