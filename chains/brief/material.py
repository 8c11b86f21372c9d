"""What a brief is made from: the passages on its topic, or the newest articles, and what is read in them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from presscheck.chains.brief.candidates import Candidate, read, story_of
from presscheck.chains.brief.choose import weights
from presscheck.chains.brief.clusters import Event, events
from presscheck.chains.brief.facts import Fact, Facts
from presscheck.chains.check.sources import timestamp
from presscheck.models import Article, Passage
from presscheck.text.words import content_words
from presscheck.vectorstore.library import Library

PASSAGES = 60
"""Passages read for a topic."""
NEAR = 0.3
"""A passage with less than this share of the best one's score is not on the topic."""
NEWEST = 200
"""Articles read where no topic is named, the newest."""


@dataclass(frozen=True)
class Material:
    """The sentences that somebody states (`told`), those that can stand alone and are on the topic (`pool`)."""

    library: Library
    topic: str | None
    passages: Sequence[Passage]
    told: Sequence[Candidate]
    pool: Sequence[Candidate]
    only: Collection[str] | None = None

    @cached_property
    def subject(self) -> frozenset[str]:
        """The lemmas of the topic's content words."""
        return frozenset(content_words(self.topic or ""))

    @cached_property
    def articles(self) -> dict[str, Article]:
        """The articles by id."""
        return {c.article.id: c.article for c in self.told}

    @cached_property
    def weight(self) -> dict[str, float]:
        """What each word weighs in these sources."""
        return weights(self.told)

    @cached_property
    def events(self) -> list[Event]:
        """The events that the articles tell, the most told first; with a topic all are one."""
        if self.topic or len(self.articles) < 2:
            ordered = sorted(self.articles.values(), key=lambda a: (timestamp(a.published), a.id))
            return [Event(tuple(ordered))]
        return events(self.articles.values())

    @cached_property
    def facts(self) -> tuple[Fact, ...]:
        """What several stories of one event tell together."""
        groups = [{a.id for a in e.articles} for e in self.events]
        several = [ids for ids in groups if len({story_of(self.articles[i]) for i in ids}) > 1]
        return tuple(f for ids in several[:MOST_EVENTS] for f in Facts(self.library, ids).all)

    @property
    def one_source(self) -> bool:
        """Whether all comes from one article."""
        return len(self.articles) == 1


MOST_EVENTS = 8
"""Events whose sources are held against each other."""


def gather(library: Library, topic: str | None, only: Collection[str] | None) -> Material:
    """Read the passages on a topic, or the newest articles; of these articles (by id) only, unless None."""
    passages = _passages(library, topic, only)
    told, alone = read(library, passages)
    subject = frozenset(content_words(topic or ""))
    pool = [c for c in alone if c.words & subject] if subject else alone
    return Material(library, topic, passages, told, pool, only)


def _passages(library: Library, topic: str | None, only: Collection[str] | None) -> list[Passage]:
    if topic:
        found = library.search(topic, PASSAGES, only=only)
        least = NEAR * max((score for _, score in found), default=0.0)
        return [p for p, score in found if score >= least]
    heads = [h for h in library.heads() if only is None or h.article_id in only]
    newest = sorted(heads, key=lambda h: (-timestamp(h.published), h.article_id))[:NEWEST]
    return [p for h in newest for p in library.passages(h.article_id)]
