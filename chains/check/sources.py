"""The sources that may vouch for a draft, and their sentences. The rules of evidence are applied here, for all checks.

* A text never supports itself: sources with its id, address, path or hash, and near-copies of it, are left out.
* Sources published after the day the text speaks from are kept apart: they make nothing wrong.
* Rank: transcript, then official text, then article, then note; within a rank the later one.
* Questions and what a moderator says never support anything (`SourceSentence.vouches`).
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, time
from functools import cached_property

from presscheck.chains.check.copies import copies
from presscheck.chains.check.draft import Draft
from presscheck.models import Article, Evidence, Passage, Role, SourceInfo, Stance
from presscheck.text.dates import find_dates
from presscheck.text.figures import find_figures
from presscheck.text.mentions import DateMention, Figure, Name
from presscheck.text.names import find_names
from presscheck.text.words import content_words
from presscheck.vectorstore.citing import cite
from presscheck.vectorstore.library import Library
from presscheck.vectorstore.spoken import sentences

RANK = {"transcript": 3, "official": 2, "article": 1, "note": 0}
CACHED_PASSAGES = 4096
MIDNIGHT = time()


class SentenceReading:
    """One sentence of a passage and what is read in it; shared by all checks of all drafts."""

    def __init__(self, head: SourceInfo, passage: Passage, start: int, end: int, text: str) -> None:
        self.head, self.passage, self.start, self.end, self.text = head, passage, start, end, text

    @cached_property
    def figures(self) -> list[Figure]:
        """The figures; offsets count from the sentence's start."""
        return find_figures(self.text)

    @cached_property
    def dates(self) -> list[DateMention]:
        """The dates, relative ones placed by the source's own date; offsets count from the sentence's start."""
        return find_dates(self.text, self.head.published)

    @cached_property
    def names(self) -> list[Name]:
        """The names; offsets count from the sentence's start."""
        return find_names(self.text)

    @cached_property
    def words(self) -> frozenset[str]:
        """The lemmas of the content words."""
        return frozenset(content_words(self.text))


class SourceSentence:
    """A sentence of a source as found by a search; `score` is that of its passage, the higher the nearer."""

    __slots__ = ("_read", "score")

    def __init__(self, read: SentenceReading, score: float = 0.0) -> None:
        self._read, self.score = read, score

    @property
    def head(self) -> SourceInfo:
        """The source it stands in."""
        return self._read.head

    @property
    def article_id(self) -> str:
        """The id of the source."""
        return self._read.head.article_id

    @property
    def passage(self) -> Passage:
        """The passage it stands in."""
        return self._read.passage

    @property
    def start(self) -> int:
        """Where it starts in the source's text."""
        return self._read.start

    @property
    def end(self) -> int:
        """Where it ends in the source's text."""
        return self._read.end

    @property
    def text(self) -> str:
        """Its characters."""
        return self._read.text

    @property
    def speaker(self) -> str | None:
        """Who speaks, in a transcript."""
        return self._read.passage.speaker

    @property
    def role(self) -> Role:
        """Statement, question, answer or moderator."""
        return self._read.passage.role

    @property
    def vouches(self) -> bool:
        """Whether it may support a claim: a reporter's question may not."""
        return self.role in ("statement", "answer")

    @property
    def figures(self) -> list[Figure]:
        """The figures; offsets count from the sentence's start."""
        return self._read.figures

    @property
    def dates(self) -> list[DateMention]:
        """The dates; offsets count from the sentence's start."""
        return self._read.dates

    @property
    def names(self) -> list[Name]:
        """The names; offsets count from the sentence's start."""
        return self._read.names

    @property
    def words(self) -> frozenset[str]:
        """The lemmas of the content words."""
        return self._read.words

    def __repr__(self) -> str:
        return f"SourceSentence({self.head.name}[{self.start}:{self.end}] {self.text[:60]!r})"


_READ: dict[tuple[str, str], list[SentenceReading]] = {}


def _read_passage(head: SourceInfo, passage: Passage) -> list[SentenceReading]:
    """Split a passage into sentences, once; the readings of the oldest passages are dropped when there are many."""
    key = (passage.id, head.sha256)
    if (known := _READ.get(key)) is not None and known[:1] and known[0].head == head:
        return known
    if len(_READ) >= CACHED_PASSAGES:
        for old in list(_READ)[: CACHED_PASSAGES // 4]:
            _READ.pop(old, None)
    read = [SentenceReading(head, passage, s.start, s.end, s.text) for s in sentences(passage)]
    _READ[key] = read
    return read


class Sources:
    """The sources that may vouch for one draft; with `since=True` those published after it are admitted too."""

    def __init__(self, library: Library, draft: Draft, *, since: bool = False) -> None:
        self.library, self.draft = library, draft
        everything = library.heads()
        self.known = {h.article_id: h for h in everything}
        barred = copies(draft.article, everything, library)
        later = frozenset(h.article_id for h in everything if is_later(h.published, draft.as_of)) - barred
        self.left_out = tuple(sorted(barred))
        self.later = tuple(sorted(later))
        self._barred = barred if since else barred | later
        self._heads = {h.article_id: h for h in everything if h.article_id not in self._barred}
        self.heads = tuple(self._heads.values())
        self._admitted = frozenset(self._heads) if self._barred else None
        self._found: dict[tuple[str, int], list[SourceSentence]] = {}

    def rank(self, article_id: str) -> tuple[int, float]:
        """Return how far a source is to be trusted, bigger is better: by kind, then by time (unknown is oldest)."""
        head = self._heads[article_id]
        return RANK[head.kind], timestamp(head.published)

    def article(self, article_id: str) -> Article:
        """Return an admitted source with its text."""
        return self.library.article(article_id)

    def passages(self, article_id: str) -> Sequence[Passage]:
        """Return all passages of a source, in order."""
        return self.library.passages(article_id)

    def search(self, words: str, k: int = 8) -> list[SourceSentence]:
        """Return the sentences of the `k` passages nearest to the words (BM25), best passage first."""
        if (words, k) not in self._found:
            self._found[words, k] = [
                SourceSentence(r, score)
                for p, score in self.library.search(words, k, only=self._admitted)
                for r in _read_passage(self._heads[p.article_id], p)
            ]
        return list(self._found[words, k])

    def phrase(self, words: str, k: int = 8) -> list[Passage]:
        """Return passages that hold exactly this run of words."""
        return self.library.phrase(words, k, only=self._admitted)

    def sentences(self, passage: Passage) -> list[SourceSentence]:
        """Return the sentences of a passage."""
        return [SourceSentence(r) for r in _read_passage(self._heads[passage.article_id], passage)]

    def evidence(
        self,
        article_id: str,
        start: int,
        end: int,
        *,
        stance: Stance = "supports",
        speaker: str | None = None,
        score: float | None = None,
    ) -> Evidence:
        """Return these characters of a source as evidence, with what stands around them."""
        article = self.library.article(article_id)
        return cite(article, start, end, stance=stance, speaker=speaker, score=score)


def timestamp(moment: datetime | None) -> float:
    """Return seconds since 1970, a moment without a zone taken as UTC; minus infinity where it is unknown."""
    if moment is None:
        return float("-inf")
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def is_later(published: datetime | None, as_of: datetime | None) -> bool:
    """Tell whether a source came out after the day that a text speaks from; days are compared where a time is missing."""
    if published is None or as_of is None:
        return False
    if MIDNIGHT in (published.time(), as_of.time()):
        return published.date() > as_of.date()
    return timestamp(published) > timestamp(as_of)
