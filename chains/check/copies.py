"""Whether a source is the draft itself or a near-copy of it: a text never supports itself.

A near-copy shares most of its five-word shingles with the draft (Broder 1997). Only articles and notes can be copies of
a draft: a transcript or an official text that it repeats is its source.
"""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.models import Article, SourceInfo
from presscheck.text.words import normalise
from presscheck.vectorstore.library import Library

ALIKE = 0.8
"""From this resemblance on, two texts are one story; a copy with a new headline and a cut last paragraph has about 0.85."""
SHINGLE = 5
SHORTEST = 40
"""Words of the shortest text that can be told to be a copy."""
ASKED = 60
"""Words of the draft by which its copies are looked for."""


def copies(draft: Article, heads: Sequence[SourceInfo], library: Library) -> frozenset[str]:
    """Return the ids of the sources that may not vouch for the draft.

    Where nothing but near-copies is given, those that say something else than the draft are kept: whoever checks a
    text against its own older version wants the differences.
    """
    same = frozenset(h.article_id for h in heads if is_same(draft, h))
    others = frozenset(h.article_id for h in heads if h.kind in ("article", "note")) - same
    near = {a.id: a for a in _near(draft, library, others)}
    if len(same) + len(near) < len(heads):
        return same | frozenset(near)
    return same | frozenset(
        key for key, article in near.items() if says_nothing_else(draft.text, article.text)
    )


def is_same(draft: Article, head: SourceInfo) -> bool:
    """Tell whether a source is the draft: same id, address, path, hash or story."""
    return (
        draft.id == head.article_id
        or draft.sha256 == head.sha256
        or (draft.url is not None and draft.url == head.url)
        or (draft.origin is not None and draft.origin == head.origin)
        or (draft.story_id is not None and draft.story_id == head.story_id)
    )


def _near(draft: Article, library: Library, others: frozenset[str]) -> list[Article]:
    words = draft.text.split()
    if len(words) < SHORTEST or not others:
        return []
    middle = len(words) // 2
    asked = [" ".join(words[:ASKED]), " ".join(words[middle : middle + ASKED])]
    found = {p.article_id for query in asked for p, _ in library.search(query, 5)}
    articles = [library.article(article_id) for article_id in sorted(found & others)]
    return [a for a in articles if resemblance(draft.text, a.text) >= ALIKE]


def resemblance(a: str, b: str) -> float:
    """Return the share of five-word shingles that two texts have in common (Jaccard), from 0 to 1."""
    left, right = _shingles(a), _shingles(b)
    return len(left & right) / len(left | right) if left and right else 0.0


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = normalise(text).split()
    return {tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)}


def says_nothing_else(draft: str, copy: str) -> bool:
    """Tell whether one text is the other but for what is left off at an end or typography: no word is replaced."""
    left, right = (" ".join(normalise(t).split()) for t in (draft, copy))
    return left in right or right in left
