"""A brief of many stories: each with its summary and what is new in it, the ones of most independent sources first."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.chains.brief.candidates import Candidate, read
from presscheck.chains.brief.choose import choose, weights
from presscheck.chains.brief.clusters import ALIKE, Event, alike, new_in
from presscheck.chains.brief.material import Material
from presscheck.chains.brief.wording import sentence, worded
from presscheck.models import Article, BriefSentence, BriefStory
from presscheck.text.words import content_words

MOST_STORIES = 25
SUMMARY = 60
"""Words of a story's one sentence at most."""
NEW = 2
"""Sentences that say what is new in a story."""
REPEATED = 0.5
"""Share of the words of a sentence that another one has, from which it is not told beside it."""
BACKGROUND = 6
"""Older passages looked through for what is known of a story already."""


def stories(material: Material) -> list[tuple[Event, BriefStory]]:
    """Return the stories with their events; none where there is one event only."""
    if len(material.events) < 2:
        return []
    made = ((event, _story(material, event)) for event in material.events[:MOST_STORIES])
    return [(event, story) for event, story in made if story is not None]


def _story(material: Material, event: Event) -> BriefStory | None:
    ids = {a.id for a in event.articles}
    pool = [c for c in material.pool if c.article.id in ids]
    told = [c for c in material.told if c.article.id in ids]
    best = choose(pool, frozenset(), SUMMARY, length, weights(told))
    if not best:
        return None
    return BriefStory(
        headline=event.latest.title or best[0].text,
        summary=sentence(best[0]),
        new=tuple(sentence(c) for c in _new(material, event, best[0])),
        independent=event.independent,
        sources=tuple(a.id for a in event.articles),
    )


def _new(material: Material, event: Event, summary: Candidate) -> list[Candidate]:
    """Return what an event's newest article tells that neither the others nor older stored ones do."""
    older = _older(material, event)
    latest = [c for c in material.pool if c.article.id == event.latest.id and c is not summary]
    if older:
        mine = {a.id for a in event.articles}
        latest = [c for c in material.pool if c.article.id in mine and c is not summary]
    elif len(event.articles) < 2:
        return []
    known = older or [
        c for c in material.told if c.article in event.articles and c.article.id != event.latest.id
    ]
    fresh = new_in(latest, [*known, summary])
    return choose(fresh, frozenset(), SUMMARY, length, material.weight)[:NEW]


def _older(material: Material, event: Event) -> list[Candidate]:
    """Return the sentences that articles outside of the brief (stored before) tell of the event."""
    if material.only is None:
        return []
    first = event.articles[0]
    words = f"{first.title or ''} {first.text[:400]}"
    found = [p for p, _ in material.library.search(words, BACKGROUND) if p.article_id not in material.only]
    articles: dict[str, Article] = {p.article_id: material.library.article(p.article_id) for p in found}
    near = [key for key, a in articles.items() if alike(first, a, material.articles.values()) >= ALIKE]
    told, _ = read(material.library, [p for key in near for p in material.library.passages(key)])
    return told


def length(candidate: Candidate) -> int:
    """Return how many words a sentence takes with its credit."""
    return len(worded(candidate).split())


def filled(told: Sequence[BriefStory], best: Sequence[Candidate], words: int) -> list[BriefSentence]:
    """Return the stories' summaries, each followed by what else of the best sentences tells of it, as far as it fits."""
    left = words - sum(len(story.summary.text.split()) for story in told)
    more: dict[str, list[Candidate]] = {}
    known = [frozenset(content_words(story.summary.text)) for story in told]
    for c in best:
        story = next((s for s in told if c.article.id in s.sources), None)
        if story and length(c) <= left and not any(_repeats(c.words, other) for other in known):
            left -= length(c)
            known.append(c.words)
            more.setdefault(story.sources[0], []).append(c)
    made: list[BriefSentence] = []
    for story in told:
        made += [story.summary, *(sentence(c) for c in more.get(story.sources[0], ()))]
    return made


def listed(told: Sequence[BriefStory], words: int) -> list[BriefStory]:
    """Return the stories as they stand below a brief; without what is new in each where a summary alone would fill it."""
    return list(told) if words > SUMMARY else [story.model_copy(update={"new": ()}) for story in told]


def _repeats(words: frozenset[str], other: frozenset[str]) -> bool:
    return len(words & other) >= REPEATED * min(len(words), len(other))


def leading(told: Sequence[tuple[Event, BriefStory]], words: int) -> list[BriefStory]:
    """Return the stories whose summaries fit into the number of words, in order of rank."""
    taken, left = [], words
    for _, story in told:
        cost = len(story.summary.text.split())
        if cost <= left:
            taken.append(story)
            left -= cost
    return taken
