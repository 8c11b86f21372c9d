"""Briefs: of news and meetings beside their references, of briefings by what must never happen."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from score_briefs import SYSTEMS, lead_fit
from score_transcript_briefs import everything, faults, transcript

from presscheck.chains.brief import make_brief
from presscheck.errors import NothingToCheck
from presscheck.evals.overlap import overlap
from presscheck.vectorstore.library import MemoryLibrary
from public.search import Meeting, meetings
from public.table import AT_HAND, Counts, Line, Row, percent, ratio, rows

ROUGE: Final = ("ROUGE-1", "ROUGE-2", "ROUGE-L")
OTHERS: Final = {
    "lead at length": "LEAD at this length",
    "lexrank": "LexRank",
    "lead-3": "LEAD-3, twice the words",
}
FINE_TUNED: Final = (38.5, 13.9, 33.6)
"""A fine-tuned network's on the whole test set of QMSum, by its own ROUGE, as its model card tells (Salesforce/socratic-pretraining-qmsum)."""


def lines(data: Path) -> Iterator[Line]:
    """Yield the lines of the three sets."""
    folder = data / "briefs"
    yield from _news(list(rows(folder / "news_with_references_dev.jsonl")))
    yield from _questions(meetings(folder / "qmsum_dev.jsonl"))
    yield from _briefings(list(rows(data / "transcripts" / "whitehouse.jsonl")))


def _news(articles: Sequence[Row]) -> Iterator[Line]:
    made = {
        name: [
            _rouge(SYSTEMS[name]([r["article"]], len(r["reference"].split())), r["reference"])
            for r in articles
        ]
        for name in ("brief", *OTHERS)
    }
    for place, name in enumerate(ROUGE):
        score, *others = (ratio((c[place], 1) for c in made[key]) for key in ("brief", *OTHERS))
        beside = ", ".join(f"{told} {percent(s)}" for told, s in zip(OTHERS.values(), others, strict=True))
        yield Line(
            "news_with_references", f"brief of as many words as the reference, {name}",
            f"{len(articles)} articles", score, f"{beside} (measured)", "yes",
        )  # fmt: skip


def _rouge(made: str, reference: str) -> Counts:
    found = overlap(made, reference)
    return [found[name] for name in ROUGE]


def _questions(told: Sequence[Meeting]) -> Iterator[Line]:
    def scores(summarise: Callable[[Meeting, Row, int], str]) -> list[Counts]:
        """Return each meeting's sums of ROUGE, and how many questions it has."""
        return [
            [
                *np.sum(
                    [_rouge(summarise(m, q, len(q["answer"].split())), q["answer"]) for q in m.queries], 0
                ),
                len(m.queries),
            ]
            for m in told
        ]

    ours = scores(lambda m, q, room: _answer(m, q["query"] if q["spans"] else None, room))
    lead = scores(lambda m, _, room: lead_fit([m.article.text], room))
    count = sum(len(m.queries) for m in told)
    for place, name in enumerate(ROUGE):
        score, first = (ratio(c, lambda s, n=place: s[n] / s[3]) for c in (ours, lead))  # type: ignore[misc]
        yield Line(
            "qmsum", f"brief on the question, as many words as the answer, {name}",
            f"{count} questions, {len(told)} meetings", score,
            f"LEAD {percent(first)} (measured); a fine-tuned network {FINE_TUNED[place]} (published: whole test set, its own ROUGE)", AT_HAND,
        )  # fmt: skip


def _answer(meeting: Meeting, topic: str | None, room: int) -> str:
    try:
        made = make_brief(MemoryLibrary([meeting.article]), topic, words=max(20, room))
    except NothingToCheck:
        return ""
    return " ".join(s.text for s in everything(made))


def _briefings(briefings: Sequence[Row]) -> Iterator[Line]:
    counts = []
    for row in briefings:
        article, turns = transcript(row)
        try:
            made = everything(make_brief(MemoryLibrary([article])))
        except NothingToCheck:
            continue
        counts.append((sum(not list(faults(s, article, turns)) for s in made), len(made)))
    yield Line(
        "transcripts/whitehouse", "sentences of briefs without a lost attribution, a cut condition, a dangling reference, a wrong span",
        f"{sum(n for _, n in counts)} sentences, {len(counts)} briefs", ratio(counts), "–", "yes",
    )  # fmt: skip
