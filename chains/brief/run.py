"""Make a brief from a library of sources, without a model."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Literal

from presscheck import __version__
from presscheck.chains.brief.asides import key_figures, quotations, single_source, timeline
from presscheck.chains.brief.candidates import Candidate, candidates
from presscheck.chains.brief.choose import choose
from presscheck.chains.brief.wording import sentence, worded
from presscheck.errors import BadRequest, NothingToCheck
from presscheck.models import Brief, Engine, Passage, SourceInfo
from presscheck.text.words import content_words
from presscheck.vectorstore.library import Library

Style = Literal["bullets", "paragraphs", "timeline"]
PASSAGES = 60
"""Passages read for a topic."""
NEWEST = 50
"""Articles read where no topic is named."""


def make_brief(
    library: Library,
    topic: str | None = None,
    *,
    style: Style = "bullets",
    words: int = 150,
    articles: Collection[str] | None = None,
) -> Brief:
    """Write a brief of at most `words` words on a topic, or on these articles (by id), or on the newest ones.

    Raises `BadRequest` for a number of words that no sentence fits, `NothingToCheck` where the sources hold nothing
    on the topic.
    """
    if words < 20:
        raise BadRequest(f"{words} words hold no sentence.", help="Ask for at least 20.")
    pool = candidates(library, _passages(library, topic, articles))
    subject = frozenset(content_words(topic or ""))
    near = [c for c in pool if c.words & subject] if subject else pool
    best = choose(near, subject, words, lambda c: len(worded(c).split()))
    if not best:
        raise NothingToCheck(
            f"The sources hold nothing on {topic!r} that fits."
            if topic
            else "The sources hold nothing to tell."
        )
    return _put_together(library, best, near, style)


def _passages(library: Library, topic: str | None, articles: Collection[str] | None) -> list[Passage]:
    if topic:
        return [p for p, _ in library.search(topic, PASSAGES, only=articles)]
    heads = [h for h in library.heads() if articles is None or h.article_id in articles]
    newest = sorted(heads, key=lambda h: h.published.isoformat() if h.published else "", reverse=True)[
        :NEWEST
    ]
    return [p for h in newest for p in library.passages(h.article_id)]


def _put_together(
    library: Library, best: Sequence[Candidate], pool: Sequence[Candidate], style: Style
) -> Brief:
    ordered = sorted(best, key=_when_and_where)
    body = [c for c in ordered if c is not best[0]]
    sources = {c.article.id for c in best}
    return Brief(
        headline=best[0].article.title or best[0].text,
        summary=sentence(best[0]),
        style=style,
        sentences=tuple(sentence(c) for c in body),
        key_figures=key_figures(ordered),
        quotations=quotations(ordered),
        single_source=single_source(ordered, pool),
        timeline=timeline(ordered),
        sources=_listed(library, sources),
        engine=Engine(version=__version__),
    )


def _when_and_where(candidate: Candidate) -> tuple[str, str, int]:
    return _day(candidate.article.published), candidate.article.id, candidate.start


def _day(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def _listed(library: Library, article_ids: Collection[str]) -> tuple[SourceInfo, ...]:
    return tuple(h for h in library.heads() if h.article_id in article_ids)
