"""The sentences of the sources that may stand in a brief by themselves."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from presscheck.chains.brief.standing import joining, limited, stands_alone
from presscheck.models import Article, Passage
from presscheck.text.mentions import Sentence
from presscheck.text.quotes import find_quotes
from presscheck.text.words import content_words
from presscheck.vectorstore.library import Library
from presscheck.vectorstore.spoken import sentences

SENTENCE = 130
"""Characters of a sentence, on the mean."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A sentence of a source; `position` is about its place among the article's sentences, from 0.

    `start` to `end` are its characters in the source: without an "And" or "But" that ties it to the one before it.
    """

    article: Article
    passage: Passage
    start: int
    end: int
    source_text: str
    position: int

    @cached_property
    def text(self) -> str:
        """Its words, with a capital at the start."""
        return self.source_text[:1].upper() + self.source_text[1:]

    @cached_property
    def words(self) -> frozenset[str]:
        """The lemmas of the content words."""
        return frozenset(content_words(self.text))

    @property
    def spoken(self) -> bool:
        """Whether it stands in a transcript, and so may appear only as a quotation."""
        return self.article.kind == "transcript"


def story_of(article: Article) -> str:
    """Return the story that the article is a copy of; copies of one story have one vote."""
    return article.story_id or article.id


def read(library: Library, passages: Sequence[Passage]) -> tuple[list[Candidate], list[Candidate]]:
    """Return all sentences that somebody states in these passages, and those among them that can stand alone."""
    told: list[Candidate] = []
    alone: list[Candidate] = []
    for passage in passages:
        if passage.role in ("statement", "answer"):
            article = library.article(passage.article_id)
            for candidate, stands in _of_passage(article, passage):
                told.append(candidate)
                if stands:
                    alone.append(candidate)
    return told, alone


def _of_passage(article: Article, passage: Passage) -> Iterator[tuple[Candidate, bool]]:
    found = sentences(passage)
    spoken = article.kind == "transcript"
    for sentence, following in pairwise([*found, None]):
        if sentence is not None:
            skip = _opening(sentence.text, article.title or "")
            text = sentence.text[skip:]
            candidate = Candidate(
                article, passage, sentence.start + skip, sentence.end, text, sentence.start // SENTENCE
            )
            stands = _stands(candidate, following, spoken) and not _inside(candidate)
            yield candidate, stands


@lru_cache(maxsize=256)
def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((q.start, q.end) for q in find_quotes(text) if q.kind == "direct")


def _inside(candidate: Candidate) -> bool:
    """Tell whether a sentence of an article stands within a longer quotation, so that its speaker is told elsewhere."""
    if candidate.spoken or re.search(r"[“”\"]", candidate.text):
        return False
    return any(a <= candidate.start and candidate.end <= b for a, b in _quoted(candidate.article.text))


def _opening(text: str, title: str) -> int:
    """Return how many characters at the start are no part of what a sentence says: what joins it, a title run into it."""
    skip = joining(text)
    if len(title) > len("A title") and text[skip:].startswith(f"{title} "):
        skip += len(title) + 1
    return skip


def _stands(candidate: Candidate, following: Sentence | None, spoken: bool) -> bool:
    return (
        stands_alone(candidate.text, spoken=spoken)
        and not (spoken and not candidate.passage.speaker)
        and not (following is not None and limited(following.text))
    )
