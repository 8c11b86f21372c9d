"""A library of which only some sources are seen."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from presscheck.models import Article, Passage, SourceInfo
from presscheck.vectorstore.library import Library


class FilteredLibrary:
    """The sources of another library that a filter admits."""

    def __init__(self, library: Library, admits: Callable[[SourceInfo], bool]) -> None:
        self._library = library
        self._heads = tuple(head for head in library.heads() if admits(head))
        self._ids = frozenset(head.article_id for head in self._heads)

    def heads(self) -> Sequence[SourceInfo]:
        """Return the admitted sources."""
        return self._heads

    def article(self, article_id: str) -> Article:
        """Return an article."""
        return self._library.article(article_id)

    def passages(self, article_id: str) -> Sequence[Passage]:
        """Return an article's passages."""
        return self._library.passages(article_id)

    def search(
        self, words: str, k: int = 8, *, only: Collection[str] | None = None
    ) -> list[tuple[Passage, float]]:
        """Return passages of admitted sources that hold any of the words."""
        return self._library.search(words, k, only=self._within(only))

    def phrase(self, words: str, k: int = 8, *, only: Collection[str] | None = None) -> list[Passage]:
        """Return passages of admitted sources that hold exactly this run of words."""
        return self._library.phrase(words, k, only=self._within(only))

    def _within(self, only: Collection[str] | None) -> Collection[str]:
        return self._ids if only is None else self._ids & frozenset(only)
