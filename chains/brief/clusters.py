"""Which articles tell the same event, and what each event's newest articles add.

Articles are joined one after the other, in order of time, with the story whose members they are most like: by the cosine
of the weighted words of their titles and first sentences, which fades with the days between them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from presscheck.chains.brief.candidates import Candidate, story_of
from presscheck.chains.brief.choose import overlap, rarity
from presscheck.chains.check.sources import timestamp
from presscheck.models import Article
from presscheck.text.words import content_words

HEAD = 100
"""Words of an article's start by which it is joined."""
ALIKE = 0.15
"""From this likeness on two articles tell one event; on 43 pairs of two outlets each, see docs/briefs.md."""
FADING = 60
"""Days after which two articles count as half as alike: what comes back later is another event of a running subject."""
TITLE = 2
"""How often a title's words count."""
TOLD = 0.5
"""From this share of shared weight on a sentence tells nothing new."""


class Event(NamedTuple):
    """Articles that tell one event, oldest first, and how many of them are independent of each other."""

    articles: tuple[Article, ...]

    @property
    def independent(self) -> int:
        """The number of independent sources: copies count once, and so does a publisher."""
        stories: dict[str, Article] = {}
        for article in self.articles:
            stories.setdefault(story_of(article), article)
        return len({a.publisher or key for key, a in stories.items()})

    @property
    def latest(self) -> Article:
        """The newest article."""
        return self.articles[-1]


def events(articles: Iterable[Article]) -> list[Event]:
    """Return the events that these articles tell: those of most independent sources first, then the newest."""
    ordered = sorted(articles, key=lambda a: (timestamp(a.published), a.id))
    vectors = weighted(ordered)
    groups: list[list[int]] = []
    home: dict[str, list[int]] = {}
    for at, article in enumerate(ordered):
        group = home.get(story_of(article)) or _nearest(at, groups, ordered, vectors)
        if group is None:
            group = []
            groups.append(group)
        group.append(at)
        home[story_of(article)] = group
    made = [Event(tuple(ordered[i] for i in group)) for group in groups]
    return sorted(made, key=lambda e: (-e.independent, -timestamp(e.latest.published), e.latest.id))


def alike(a: Article, b: Article, others: Iterable[Article] = ()) -> float:
    """Return how much two articles are about one event, from 0 to 1; `others` tell how rare words are."""
    first, second, *_ = weighted([a, b, *others])
    return likeness(a, b, cosine(first, second))


def likeness(a: Article, b: Article, cosine: float) -> float:
    """Return the cosine of two articles' words, less of it the more days are between them; all of it without a date."""
    if a.published is None or b.published is None:
        return cosine
    days = abs(timestamp(a.published) - timestamp(b.published)) / 86400
    return float(cosine * 0.5 ** (days / FADING))


def _words(article: Article) -> Counter[str]:
    head = " ".join(article.text.split(None, HEAD)[:HEAD])
    return Counter(content_words(head) + TITLE * content_words(article.title or ""))


def weighted(articles: Sequence[Article]) -> list[dict[str, float]]:
    """Return the weights of each article's words, of length 1."""
    words = [_words(article) for article in articles]
    seen = Counter(w for counts in words for w in counts)
    size = len(words) + 1
    made = []
    for counts in words:
        raw = {w: (1 + math.log(n)) * math.log(1 + size / seen[w]) for w, n in counts.items()}
        length = math.sqrt(sum(v * v for v in raw.values())) or 1.0
        made.append({w: v / length for w, v in raw.items()})
    return made


def cosine(a: Mapping[str, float], b: Mapping[str, float]) -> float:
    """Return the cosine of two articles' weights."""
    small, large = (a, b) if len(a) < len(b) else (b, a)
    return sum(v * large.get(w, 0.0) for w, v in small.items())


def _nearest(
    at: int,
    groups: Sequence[list[int]],
    articles: Sequence[Article],
    vectors: Sequence[Mapping[str, float]],
) -> list[int] | None:
    """Return the group whose members are on the mean nearest, None if none is near enough."""
    best, most = None, ALIKE
    for group in groups:
        told = (likeness(articles[at], articles[i], cosine(vectors[at], vectors[i])) for i in group)
        mean = sum(told) / len(group)
        if mean >= most:
            best, most = group, mean
    return best


def new_in(fresh: Iterable[Candidate], known: Sequence[Candidate]) -> list[Candidate]:
    """Return the sentences that no known sentence tells."""
    weight = rarity(known)
    return [c for c in fresh if not any(overlap(c.words, k.words, weight) >= TOLD for k in known)]
