"""Evidence: characters of a stored source, with what a reader needs to find and judge them."""

from __future__ import annotations

from bisect import bisect_right
from operator import itemgetter

from presscheck.models import Article, Evidence, SourceInfo, Stance

AROUND = 240
"""Characters shown before and after a piece of evidence."""
LONG_LINE = 200
"""Characters of a line from which a place in it is told by its column, too."""


def cite(
    article: Article,
    start: int,
    end: int,
    *,
    stance: Stance = "supports",
    speaker: str | None = None,
    score: float | None = None,
) -> Evidence:
    """Return `article.text[start:end]` as evidence, with its line and what stands around it."""
    text = article.text
    return Evidence(
        article_id=article.id,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        origin=article.origin,
        kind=article.kind,
        sha256=article.sha256,
        start=start,
        end=end,
        line=article.first_line + text.count("\n", 0, start),
        column=_column(text, start),
        time=_time(article, start),
        text=text[start:end],
        before=text[max(0, start - AROUND) : start],
        after=text[end : end + AROUND],
        speaker=speaker,
        stance=stance,
        score=score,
    )


def _column(text: str, start: int) -> int | None:
    """Return the column of a character, counting from 1; None in a line that is soon looked through."""
    first, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    return start - first + 1 if (end if end >= 0 else len(text)) - first > LONG_LINE else None


def _time(article: Article, start: int) -> float | None:
    """Return when in its recording the words at `start` were said, in seconds."""
    at = bisect_right(article.times, start, key=itemgetter(0))
    return article.times[max(0, at - 1)][1] if article.times else None


def source_info(article: Article) -> SourceInfo:
    """Return what is listed of an article: all but its text."""
    return SourceInfo(
        article_id=article.id,
        name=article.name,
        title=article.title,
        publisher=article.publisher,
        published=article.published,
        url=article.url,
        origin=article.origin,
        kind=article.kind,
        complete=article.complete,
        language=article.language,
        sha256=article.sha256,
        story_id=article.story_id,
    )
