"""Compares what the shelf has of each article (its entry, its passages, its words, its marks) with Chroma's record."""

from __future__ import annotations

import zlib
from collections import defaultdict
from collections.abc import Mapping

from presscheck.models import SourceInfo
from presscheck.vectorstore.citing import source_info
from presscheck.vectorstore.doctor import Problem, problem
from presscheck.vectorstore.lexical import indexable
from presscheck.vectorstore.shelf import Shelf
from presscheck.vectorstore.stories import MARKS, marks, sketch
from presscheck.vectorstore.versions import Version, exact

SKETCHED = 50
"""Articles whose marks are made anew to be compared; of the others only those that have fewer marks than a long text."""

ENTRY = "articles whose title, date or place is not as Chroma has it"
PASSAGES = "articles whose passages or speakers are not as Chroma has them"
WORDS = "articles whose words are not indexed as they stand"
STORY = "articles whose near-copies would not be found"


def entries(shelf: Shelf, recorded: Mapping[str, Version]) -> list[Problem]:
    """Return what is wrong on the shelf alone; `recorded` is each article's newest version without its text."""
    stale: dict[str, list[str]] = defaultdict(list)
    known = shelf.shelved()
    every = max(1, len(known) // SKETCHED)
    for at, article_id in enumerate(known):
        if wrong := _wrong(shelf, article_id, recorded.get(article_id), sketched=at % every == 0):
            stale[wrong].append(article_id)
    return [p for what, ids in stale.items() for p in problem("stale_index", ids, what, ids)]


def _wrong(shelf: Shelf, article_id: str, theirs: Version | None, *, sketched: bool) -> str | None:
    """Return what of an article does not stand on the shelf as it should; the first thing that is wrong."""
    try:
        mine, _ = shelf.stored(article_id)
        if not exact(mine):
            return WORDS
        if not _entry_as_recorded(shelf, mine, theirs):
            return ENTRY
    except (ValueError, KeyError, TypeError, zlib.error):
        return WORDS
    if shelf.cut(article_id) != [(ordinal, *tile) for ordinal, tile in enumerate(mine.tiles)]:
        return PASSAGES
    if theirs is not None and theirs.key == mine.key and list(theirs.tiles) != list(mine.tiles):
        return PASSAGES
    if shelf.indexed(article_id) != [indexable(text) for text in mine.texts]:
        return WORDS
    return None if _marked(shelf, mine, sketched=sketched) else STORY


def _entry_as_recorded(shelf: Shelf, mine: Version, theirs: Version | None) -> bool:
    """Whether an article's entry is that of its own record here, and this that of Chroma's."""
    article = mine.article
    if article is None:
        return False
    head, place, sha256 = shelf.entry(mine.article_id)
    info = source_info(article)
    listed = head == info.model_dump_json() or SourceInfo.model_validate_json(head) == info
    if not listed or (place, sha256) != (mine.place, article.sha256):
        return False
    if theirs is None or theirs.key != mine.key:
        return True  # the records themselves are compared elsewhere
    return theirs.place == mine.place and theirs.article == article.model_copy(update={"text": ""})


def _marked(shelf: Shelf, mine: Version, *, sketched: bool) -> bool:
    """Whether the marks are there by which near-copies are found; making them anew takes time."""
    found = shelf.marked(mine.article_id)
    if mine.article is None or (len(found) == MARKS and not sketched):
        return True
    return found == set(marks(sketch(mine.article.text)))
