"""Cut an article into passages that tile it: joined in order they are its text, to the character.

A passage ends at the end of a sentence or paragraph or where the speaker changes, and never holds two speakers.
White space between two sentences belongs to the first of them, a speaker's label to the words that follow it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from presscheck.models import Article, Passage, Role
from presscheck.text.sentences import split_sentences
from presscheck.text.turns import find_turns, looks_like_transcript

BUDGET = 256
"""The most tokens in a passage, as `estimate_tokens` counts them."""

_PARAGRAPH = re.compile(r"\n(?:[ \t]*\n|(?<=[.!?…\"”’)]\n))\s*")
_CLAUSE = re.compile(r"[,;:—–)\]”’。、，！？]\s*|\s+")
_LABEL_LINE = re.compile(r"^[ \t]*[A-Z][\w.,'’ ()-]{0,60}?(?::|[ \t]{2,})", re.MULTILINE)
"""What any speaker's label looks like, and much else: where there is none, nobody need look for turns."""

Span = tuple[int, int]


class Tile(NamedTuple):
    """The place of a passage in its article, and who speaks there."""

    start: int
    end: int
    speaker: str | None
    role: Role


def tile(article: Article, budget: int = BUDGET) -> list[Passage]:
    """Return the passages in order; joined they are the text, to the character, whatever the text."""
    return [
        Passage(
            id=f"{article.id}.{article.sha256[:8]}.{ordinal}",
            article_id=article.id,
            ordinal=ordinal,
            start=start,
            end=end,
            text=article.text[start:end],
            speaker=speaker,
            role=role,
        )
        for ordinal, (start, end, speaker, role) in enumerate(tiles(article, budget))
    ]


def tiles(article: Article, budget: int = BUDGET) -> list[Tile]:
    """Return the places of the passages in order, without gap or overlap."""
    return [
        Tile(a, b, speaker, role)
        for start, end, speaker, role in _blocks(article)
        for a, b in _pack(article.text, start, end, budget)
    ]


def estimate_tokens(text: str) -> float:
    """Return about how many tokens a model's encoding makes of `text`, rather too many than too few.

    A token is about four bytes of English and three quarters of a word; other scripts have more bytes a character.
    """
    size = len(text) if text.isascii() else len(text.encode("utf-8", "replace"))
    return max(size / 4, (text.count(" ") + text.count("\n") + 1) * 1.3)


def _blocks(article: Article) -> Iterator[Tile]:
    """Yield stretches of one speaker each, gapless; an article that is no transcript is one block."""
    text = article.text
    turns = find_turns(text, article.title or "") if _has_turns(article) else []
    first = turns[0].start if turns else len(text)
    if first > 0:
        yield Tile(0, first, None, "statement")
    for turn in turns:
        yield Tile(turn.start, turn.end, turn.speaker, turn.role)


def _has_turns(article: Article) -> bool:
    if article.kind == "transcript":
        return True
    return bool(_LABEL_LINE.search(article.text)) and looks_like_transcript(article.text)


def _pack(text: str, start: int, end: int, budget: int) -> Iterator[Span]:
    """Yield runs of paragraphs, or of sentences of a long paragraph, as many as fit the budget."""
    opened, size = start, 0.0
    for a, _, cost in _units(text, start, end, budget):
        if size and size + cost > budget:
            yield opened, a
            opened, size = a, 0.0
        size += cost
    if opened < end:
        yield opened, end


def _units(text: str, start: int, end: int, budget: int) -> Iterator[tuple[int, int, float]]:
    """Yield the paragraphs of a block, gapless, those over the budget sentence by sentence; each with its cost."""
    cuts = [start, *(m.end() for m in _PARAGRAPH.finditer(text, start, end) if m.end() < end), end]
    for a, b in pairwise(cuts):
        cost = estimate_tokens(text[a:b])
        if cost <= budget:
            yield a, b, cost
        else:
            yield from _sentences(text, a, b, budget)


def _sentences(text: str, start: int, end: int, budget: int) -> Iterator[tuple[int, int, float]]:
    starts = [start + sentence.start for sentence in split_sentences(text[start:end])]
    for a, b in pairwise([start, *starts[1:], end]):
        for c, d in _shorten(text, a, b, budget):
            yield c, d, estimate_tokens(text[c:d])


def _shorten(text: str, start: int, end: int, budget: int) -> Iterator[Span]:
    """Cut a sentence that is over the budget: after a clause or word if there is one, else anywhere."""
    if (end - start + 1) * 1.3 <= budget:  # whatever it holds, it fits
        yield start, end
        return
    while start < end and estimate_tokens(text[start : min(end, start + budget * 4 + 1)]) > budget:
        cut = _fitting(text, start, end, budget)
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _fitting(text: str, start: int, end: int, budget: int) -> int:
    """Return the best place to cut so that what stands before it fits the budget."""
    limit = min(end, start + budget * 4)
    while limit - start > 1 and estimate_tokens(text[start:limit]) > budget:
        limit = start + max(1, (limit - start) * 3 // 4)
    ends = [m.end() for m in _CLAUSE.finditer(text, start + (limit - start) // 2, limit)]
    return ends[-1] if ends else limit
