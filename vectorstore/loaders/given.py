"""What a caller gives as a text or a source, as articles: a `str` is always text, a `Path` always a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from presscheck.errors import BadRequest, UnreadableFile
from presscheck.models import Article, Failure
from presscheck.text.turns import looks_like_transcript
from presscheck.vectorstore.loaders.completing import completed
from presscheck.vectorstore.loaders.fields import FieldMap
from presscheck.vectorstore.loaders.languages import with_language
from presscheck.vectorstore.loaders.registry import load, load_one

Given = str | Path | Article


def as_article(given: Given) -> Article:
    """Return the one article that is given; raises `UnreadableFile` for a file that can't be read."""
    if isinstance(given, Article):
        return with_language(given)
    if isinstance(given, Path):
        return load_one(given)
    if not isinstance(given, str):
        raise BadRequest(f"a text, a path or an article is needed, not {type(given).__name__}.")
    return completed(Article(text=given, kind="transcript" if looks_like_transcript(given) else "article"))


def as_articles(given: Given, fields: FieldMap | None = None) -> Iterator[Article]:
    """Yield the articles that are given, those of a folder too; `fields` says where records have theirs.

    Raises `UnreadableFile` for the first that can't be read: a check against fewer sources than were named would
    call true sentences unfounded.
    """
    if not isinstance(given, Path):
        yield as_article(given)
        return
    for article in load(given, fields):
        if isinstance(article, Failure):
            raise UnreadableFile(f"{article.origin}: {article.why}.")
        yield article
