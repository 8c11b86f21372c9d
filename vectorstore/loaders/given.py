"""What a caller gives as a text or a source, as articles: a `str` is always text, a `Path` always a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from presscheck.errors import BadRequest, UnreadableFile
from presscheck.given import given_text
from presscheck.models import Article, Failure
from presscheck.text.turns import looks_like_transcript
from presscheck.vectorstore.loaders.completing import completed
from presscheck.vectorstore.loaders.fields import FieldMap
from presscheck.vectorstore.loaders.languages import with_language
from presscheck.vectorstore.loaders.registry import load, load_one

Given = str | Path | Article
SHOWN = 10
"""Files that can't be read named in a line."""


def as_article(given: Given) -> Article:
    """Return the one article that is given. Raises `UnreadableFile` for a file that can't be read, else `BadRequest`."""
    if isinstance(given, Path):
        return load_one(given)
    if isinstance(given, Article):
        given_text(given.text, "the article's text")
        return with_language(given)
    if not isinstance(given, str):
        raise BadRequest(f"a text, a path or an article is needed, not {type(given).__name__}.")
    given_text(given, "the text")
    return completed(Article(text=given, kind="transcript" if looks_like_transcript(given) else "article"))


def several(given: Given | Iterable[Given]) -> Iterator[Given]:
    """Yield each of what is given; a text alone is one text, not its characters. Raises `BadRequest`."""
    if isinstance(given, (str, Path, Article)):
        yield given
    elif isinstance(given, Iterable):
        yield from given
    else:
        raise BadRequest(f"sources must be texts, paths or articles, not {type(given).__name__}.")


def as_articles(given: Given, fields: FieldMap | None = None) -> Iterator[Article]:
    """Yield the articles that are given, those of a folder too; `fields` says where records have theirs.

    Raises `UnreadableFile` if any can't be read: a check against fewer sources than were named would call true
    sentences unfounded.
    """
    if not isinstance(given, Path):
        yield as_article(given)
        return
    broken: list[str] = []
    for article in load(given, fields):
        if isinstance(article, Failure):
            broken.append(f"{article.origin}: {article.why}")
        else:
            yield article
    if broken:
        help_ = "Mend them, or take them out of the folder." if given.is_dir() else ""
        raise UnreadableFile(f"{_listed(broken)}.", help=help_)


def _listed(broken: Sequence[str]) -> str:
    """Name what can't be read, the first of many."""
    more = f"; and {len(broken) - SHOWN} more" if len(broken) > SHOWN else ""
    return "; ".join(broken[:SHOWN]) + more
