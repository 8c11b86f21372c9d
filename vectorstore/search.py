"""Hybrid search: words and vectors, fused by reciprocal ranks (Cormack, Clarke and Büttcher 2009), with filters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple, get_args

from presscheck.errors import BadRequest
from presscheck.given import given_choice, given_moment, given_names, given_number, given_text
from presscheck.models import ArticleKind, Evidence, Passage, SourceInfo
from presscheck.text.people import same_person
from presscheck.vectorstore.citing import cite
from presscheck.vectorstore.shelf import Shelf
from presscheck.vectorstore.spoken import label_end
from presscheck.vectorstore.store import Store, filled

RANK = 60
"""The constant of reciprocal rank fusion, as published."""
DEEPER = 6
"""How many times as many are asked of each side as are wanted."""


class Filters(NamedTuple):
    """What sources and passages to search; None or () lets everything through, but `ids` of () nothing."""

    publisher: Collection[str] = ()
    kind: Collection[str] = ()
    since: datetime | None = None
    until: datetime | None = None
    speaker: str | None = None
    ids: Collection[str] | None = None

    @classmethod
    def given(
        cls,
        publisher: str | Collection[str] | None = None,
        kind: str | Collection[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        speaker: str | None = None,
        only: str | Collection[str] | None = None,
    ) -> Filters:
        """Return the filters that a caller gives, one name or several. Raises `BadRequest` for what makes no sense."""
        kinds = given_names(kind, "kind")
        for each in kinds:
            given_choice(each, "kind", get_args(ArticleKind))
        return cls(
            given_names(publisher, "publisher"),
            kinds,
            given_moment(since, "since"),
            given_moment(until, "until"),
            None if speaker is None else given_text(speaker, "speaker"),
            None if only is None else frozenset(given_names(only, "only")),
        )

    @property
    def narrow(self) -> bool:
        """Whether any source is shut out."""
        return bool(self.publisher or self.kind or self.since or self.until) or self.ids is not None

    def admitted(self, heads: Iterable[SourceInfo]) -> list[SourceInfo]:
        """Return the sources that may be searched. Raises `BadRequest` for the id of one that is not there."""
        heads = list(heads)
        unknown = sorted({*(self.ids or ())} - {head.article_id for head in heads})
        if unknown:
            raise BadRequest(f"There is no source {unknown[0]!r}.", help="Name sources by their ids.")
        return [head for head in heads if self.admits(head)]

    def admits(self, head: SourceInfo) -> bool:
        """Tell whether a source may be searched; one without a date has none that is too early or too late."""
        publishers = {name.casefold() for name in self.publisher}
        return (
            (self.ids is None or head.article_id in self.ids)
            and (not publishers or (head.publisher or "").casefold() in publishers)
            and (not self.kind or head.kind in self.kind)
            and (
                self.since is None or (head.published is not None and _at(head.published) >= _at(self.since))
            )
            and (
                self.until is None or (head.published is not None and _at(head.published) <= _at(self.until))
            )
        )


def _at(moment: datetime) -> float:
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


def search(store: Store, query: str, k: int = 8, filters: Filters | None = None) -> list[Evidence]:
    """Return the passages nearest to the query, best first, as evidence with the fused score. Raises `BadRequest`."""
    filters = filters or Filters()
    query, k = given_text(query, "the query"), given_number(k, "k")
    if not query.strip():
        raise BadRequest("The query is empty.", help="Name a word or more to look for.")
    if k < 1:
        raise BadRequest(f"{k} passages are none.", help="Ask for one or more.")
    with store.reading() as shelf:
        heads = filled(shelf, store.folder)
        only = frozenset(h.article_id for h in filters.admitted(heads)) if filters.narrow else None
        if only is not None and not only:
            return []
        scores = _scores(store, shelf, query, DEEPER * k, only, filters.speaker)
        best = sorted(scores, key=lambda row: (-scores[row], row))[:k]
        return [_evidence(shelf, passage, scores[row]) for row, passage in shelf.by_row(best).items()]


def _scores(
    store: Store, shelf: Shelf, query: str, deep: int, only: frozenset[str] | None, speaker: str | None
) -> dict[int, float]:
    """Return the fused scores of rows found by words and by vectors."""
    rows = _allowed(shelf, only, speaker)
    if rows is not None and not rows:
        return {}
    lexical = [row for row, _ in shelf.index.search(query, deep * (8 if speaker else 1), only=only)]
    if speaker and rows is not None:
        spoken = frozenset(rows)
        lexical = [row for row in lexical if row in spoken]
    return fused([lexical[:deep], store.nearest(shelf, query, deep, rows=rows)])


def _allowed(shelf: Shelf, only: frozenset[str] | None, speaker: str | None) -> list[int] | None:
    """Return the rows that the filters let through; None if there are no filters."""
    if speaker is None:
        return None if only is None else shelf.rows_of(only)
    return shelf.rows_of(only, [name for name in shelf.speakers() if same_person(speaker, name)])


def fused(rankings: Iterable[Sequence[int]]) -> dict[int, float]:
    """Return the sum of reciprocal ranks of each row."""
    scores: dict[int, float] = {}
    for ranking in rankings:
        for rank, row in enumerate(ranking, 1):
            scores[row] = scores.get(row, 0.0) + 1 / (RANK + rank)
    return scores


def _evidence(shelf: Shelf, passage: Passage, score: float) -> Evidence:
    """Return a passage's words as evidence, without the speaker's label and the white space around them."""
    skip = label_end(passage)
    words = passage.text[skip:]
    start = passage.start + skip + len(words) - len(words.lstrip())
    end = passage.end - len(words) + len(words.rstrip())
    return cite(
        shelf.article(passage.article_id),
        start,
        max(start, end),
        stance="nearest",
        speaker=passage.speaker,
        score=round(score, 6),
    )
