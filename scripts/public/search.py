"""Search: evidence for claims among the sentences of a page, and the turns of a meeting that answer a question."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple

from presscheck.models import Article
from presscheck.vectorstore.intake import Intake
from presscheck.vectorstore.library import MemoryLibrary
from presscheck.vectorstore.search import Filters, search
from presscheck.vectorstore.store import Store
from public.table import AT_HAND, Counts, Line, Row, percent, ratio, rows

FIRST: Final = 5
Spans = Sequence[Sequence[int]]


class Meeting(NamedTuple):
    """A meeting as a transcript, the character where each turn begins, and its questions."""

    article: Article
    starts: list[int]
    queries: list[Row]

    def turns(self, start: int, end: int) -> range:
        """Return the turns that these characters touch."""
        touched = [n for n, at in enumerate(self.starts) if at < end]
        first = max((n for n in touched if self.starts[n] <= start), default=0)
        return range(first, max(touched, default=0) + 1)


def lines(data: Path) -> Iterator[Line]:
    """Yield the lines of both sets."""
    claims = list(_claims(data / "retrieval" / "wice_dev.jsonl"))
    yield Line(
        "wice (retrieval)", "recall@10 of gold sentences, by words alone", f"{len(claims)} claims", ratio(claims),
        "BM25 89.5, MiniLM 84.4 (measured)", "yes",
    )  # fmt: skip
    yield from _meetings(meetings(data / "briefs" / "qmsum_dev.jsonl"))


def meetings(path: Path) -> list[Meeting]:
    """Return the meetings of a file."""
    return [_meeting(row) for row in rows(path)]


def _meeting(row: Row) -> Meeting:
    turns = [f"{t['speaker']}: {' '.join(t['text'].split())}\n\n" for t in row["transcript"]]
    article = Article(id=row["id"], text="".join(turns), title=row["id"], kind="transcript", complete="yes")
    return Meeting(article, [0, *accumulate(map(len, turns))][:-1], row["queries"])


def _claims(path: Path, k: int = 10) -> Iterator[Counts]:
    """Yield for each claim the largest share of one of its evidence sets that is among the `k` nearest sentences."""
    for row in rows(path):
        library = MemoryLibrary(
            Article(id=f"{n:05}", text=p) for n, p in enumerate(row["passages"]) if p.strip()
        )
        found = {int(passage.article_id) for passage, _ in library.search(row["query"], k)}
        gold = [set(one) for one in row["gold_sets"] if one]
        if gold:
            yield max(len(one & found) / len(one) for one in gold), 1


def _meetings(told: Sequence[Meeting]) -> Iterator[Line]:
    """Yield how often search within a meeting lands in the turns that answer; beside it, by chance."""
    hybrid, plain = [], []
    with tempfile.TemporaryDirectory(prefix="presscheck-meetings-") as folder:
        store = Store(Path(folder) / "desk")
        intake = Intake(store)
        for meeting in told:
            intake.take(meeting.article)
        intake.finish()
        for meeting in told:
            library = MemoryLibrary([meeting.article])
            by_words, by_both = [], []
            for query in _answered(meeting):
                found = library.search(query["query"], FIRST)
                by_words.append(_inside(meeting, query["spans"], [(p.start, p.end) for p, _ in found]))
                ours = search(store, query["query"], FIRST, Filters(ids=[meeting.article.id]))
                by_both.append(_inside(meeting, query["spans"], [(e.start, e.end) for e in ours]))
            plain.append([sum(column) for column in zip(*by_words, strict=True)])
            hybrid.append([sum(column) for column in zip(*by_both, strict=True)])
    units = f"{sum(len(list(_answered(m))) for m in told)} questions, {len(told)} meetings"
    chance = ratio([sum(column) for column in zip(*_chances(m), strict=True)] for m in told)
    for at, what, luck in (
        (0, f"one of the first {FIRST} passages stands in the turns that answer", ""),
        (1, f"share of the first {FIRST} passages that do", f", any passage {percent(chance)}"),
    ):
        score, words = (ratio(c, lambda s, n=at: s[n] / s[2 + n]) for c in (hybrid, plain))  # type: ignore[misc]
        yield Line("qmsum", what, units, score, f"by words alone {percent(words)}{luck} (measured)", AT_HAND)


def _answered(meeting: Meeting) -> Iterator[Row]:
    return (query for query in meeting.queries if query["spans"])


def _inside(meeting: Meeting, spans: Spans, found: Sequence[tuple[int, int]]) -> Counts:
    """Return whether any place found is inside, how many are, one question, and how many places there are."""
    gold = {n for first, last in spans for n in range(first, last + 1)}
    within = [bool(gold.intersection(meeting.turns(start, end))) for start, end in found]
    return any(within), sum(within), 1, len(within)


def _chances(meeting: Meeting) -> Iterator[Counts]:
    """Yield for each question how many of the meeting's passages stand in the turns that answer, and how many there are."""
    passages = [(p.start, p.end) for p in MemoryLibrary([meeting.article]).passages(meeting.article.id)]
    for query in _answered(meeting):
        _, within, _, every = _inside(meeting, query["spans"], passages)
        yield within, every
