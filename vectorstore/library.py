"""What a check reads its sources from: a library. The desk's store is one; here is the one in memory.

Nothing here imports chromadb, LangChain or an embedding: a check against a few files needs none of them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Protocol

from presscheck.models import Article, Passage, SourceInfo
from presscheck.vectorstore.citing import source_info
from presscheck.vectorstore.lexical import LexicalIndex
from presscheck.vectorstore.stories import with_stories
from presscheck.vectorstore.tiling import tile


class Library(Protocol):
    """Stored articles, their passages, and how to find them."""

    def heads(self) -> Sequence[SourceInfo]:
        """Return every current article without its text, in a stable order."""
        ...

    def article(self, article_id: str) -> Article:
        """Return a current article; KeyError if there is none of that id."""
        ...

    def passages(self, article_id: str) -> Sequence[Passage]:
        """Return an article's passages in order."""
        ...

    def search(
        self, words: str, k: int = 8, *, only: Collection[str] | None = None
    ) -> list[tuple[Passage, float]]:
        """Return passages that hold any of the words, best first, with BM25 scores above 0; `only`: article ids."""
        ...

    def phrase(self, words: str, k: int = 8, *, only: Collection[str] | None = None) -> list[Passage]:
        """Return passages that hold exactly this run of words."""
        ...


class MemoryLibrary:
    """Articles in memory, by id like a desk's; of two with one id the first is kept. Indexed when first searched."""

    def __init__(self, articles: Iterable[Article]) -> None:
        by_id: dict[str, Article] = {}
        for article in articles:
            by_id.setdefault(article.id, article)
        in_order = [by_id[article_id] for article_id in sorted(by_id)]
        self._articles = {article.id: article for article in with_stories(in_order)}
        self._tiles: dict[str, list[Passage]] = {}
        self._rows: list[Passage] = []
        self._index: LexicalIndex | None = None

    def heads(self) -> Sequence[SourceInfo]:
        """Return every article without its text, by id."""
        return [source_info(article) for article in self._articles.values()]

    def article(self, article_id: str) -> Article:
        """Return an article; KeyError if there is none of that id."""
        return self._articles[article_id]

    def passages(self, article_id: str) -> Sequence[Passage]:
        """Return an article's passages in order."""
        if article_id not in self._tiles:
            self._tiles[article_id] = tile(self._articles[article_id])
        return self._tiles[article_id]

    def search(
        self, words: str, k: int = 8, *, only: Collection[str] | None = None
    ) -> list[tuple[Passage, float]]:
        """Return passages that hold any of the words, best first, with BM25 scores above 0."""
        return [(self._rows[row], score) for row, score in self._lexical().search(words, k, only=only)]

    def phrase(self, words: str, k: int = 8, *, only: Collection[str] | None = None) -> list[Passage]:
        """Return passages that hold exactly this run of words."""
        return [self._rows[row] for row in self._lexical().phrase(words, k, only=only)]

    def _lexical(self) -> LexicalIndex:
        if self._index is None:
            rows = [passage for article_id in self._articles for passage in self.passages(article_id)]
            index = LexicalIndex()
            index.add((row, passage.article_id, passage.text) for row, passage in enumerate(rows))
            self._rows, self._index = rows, index
        return self._index
