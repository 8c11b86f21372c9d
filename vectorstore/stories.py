"""Near-copies of one story, so that one story has one vote: an agency's text printed by several papers.

A text is sketched by the smallest hashes of its runs of words (shingles; Broder 1997, bottom-k sketch). The share
of common hashes among the smallest of both estimates how much two texts overlap (Jaccard).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache
from zlib import crc32

from presscheck.models import Article

SHINGLE = 5
"""Words in a shingle."""
SIZE = 64
"""Hashes in a sketch."""
MARKS = 16
"""Of these so many are looked up to find near-copies."""
ALIKE = 0.65
"""From this overlap on two texts are one story."""
SHORTEST = 12
"""Shingles looked at, below which a text (of some 50 words) is only its own story: a short note repeats others by chance."""

_WORD = re.compile(r"\w+")

Sketch = tuple[int, ...]


@lru_cache(maxsize=1024)
def sketch(text: str) -> Sketch:
    """Return the smallest hashes of the text's shingles in order; () for a text too short to have near-copies.

    Only shingles that begin with one word in four are looked at, the same in every text.
    """
    codes = list(map(_code, _WORD.findall(text.casefold())))
    starts = [at for at, code in enumerate(codes[: 1 - SHINGLE]) if not code & 3]
    hashes = {_mixed(*codes[at : at + SHINGLE]) for at in starts}
    return tuple(sorted(hashes)[:SIZE]) if len(hashes) >= SHORTEST else ()


@lru_cache(maxsize=1 << 17)
def _code(word: str) -> int:
    return crc32(word.encode("utf-8", "replace"))


def _mixed(a: int, b: int, c: int, d: int, e: int) -> int:
    return ((((a * 31 + b) * 31 + c) * 31 + d) * 31 + e) * 2_654_435_761 >> 7 & 0xFFFF_FFFF


def marks(of: Sketch) -> Sketch:
    """Return the hashes by which near-copies are looked up."""
    return of[:MARKS]


def overlap(a: Sketch, b: Sketch) -> float:
    """Estimate the share of shingles that two texts have in common, from 0 to 1."""
    if not a or not b:
        return 0.0
    smallest = sorted({*a, *b})[: min(SIZE, max(len(a), len(b)))]
    return len({*smallest} & {*a} & {*b}) / len(smallest)


def new_story(article: Article) -> str:
    """Return the story id of an article without near-copies: equal texts have equal ones."""
    return article.sha256[:16]


class Stories:
    """Finds the story of one article after the other: a near-copy takes over that of the article it is most like.

    `stored` gives the stored articles that share many of these marks.
    """

    def __init__(self, stored: Callable[[Sketch], Iterable[Article]] = lambda _: ()) -> None:
        self._stored = stored
        self._seen: list[tuple[Sketch, str]] = []
        self._holding: dict[int, list[int]] = {}

    def of(self, article: Article) -> str:
        """Return the article's story id; later articles may take it over."""
        mine = sketch(article.text)
        story = article.story_id or self._nearest(article, mine) or new_story(article)
        for mark in marks(mine):
            self._holding.setdefault(mark, []).append(len(self._seen))
        self._seen.append((mine, story))
        return story

    def _nearest(self, article: Article, mine: Sketch) -> str | None:
        counts = Counter(at for mark in marks(mine) for at in self._holding.get(mark, ()))
        near = [self._seen[at] for at, shared in counts.most_common(8) if shared * 4 >= len(marks(mine))]
        if mine:
            others = (a for a in self._stored(marks(mine)) if a.id != article.id)
            near += [(sketch(other.text), other.story_id or new_story(other)) for other in others]
        alike = [(overlap(mine, theirs), story) for theirs, story in near]
        best = max(alike, key=lambda pair: pair[0], default=(0.0, ""))
        return best[1] if best[0] >= ALIKE else None


def with_stories(articles: Iterable[Article]) -> list[Article]:
    """Return the articles with their `story_id`, near-copies with one."""
    stories = Stories()
    found = [(article, stories.of(article)) for article in articles]
    return [a if a.story_id == story else a.model_copy(update={"story_id": story}) for a, story in found]
