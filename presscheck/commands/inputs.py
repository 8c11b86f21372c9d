"""The text to be checked and the sources given by hand, read as articles."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime
from pathlib import Path

from presscheck.commands.options import some_path
from presscheck.errors import UnreadableFile
from presscheck.models import Article
from presscheck.models.base import storable
from presscheck.vectorstore.loaders import as_article, as_articles
from presscheck.vectorstore.loaders.fields import FieldMap

STDIN = "-"


def text_to_check(file: str) -> Article:
    """Read the text: `-` is standard input, anything else a file, never a text."""
    if file == STDIN:
        return _from_bytes(stdin_bytes())
    path = some_path(file)
    return _from_bytes(path.read_bytes()) if path.is_fifo() else as_article(path)


def _from_bytes(data: bytes) -> Article:
    from presscheck.vectorstore.loaders.stream import load_one_bytes

    return load_one_bytes(data)


def _from_path(path: Path, fields: FieldMap | None) -> Iterable[Article]:
    """Read a file or folder, or what comes through a pipe (`<(command)`)."""
    return [_from_bytes(path.read_bytes())] if path.is_fifo() else as_articles(path, fields)


def stdin_bytes() -> bytes:
    """Return what comes on standard input; nothing where it is closed."""
    return sys.stdin.buffer.read() if sys.stdin is not None else b""


def named(article: Article, file: str) -> str:
    """Return what to call the text on its sheet."""
    return article.title or "standard input" if file == STDIN else storable(Path(file).name)


def sources(
    paths: Sequence[Path],
    *,
    since: datetime | None = None,
    publishers: Collection[str] = (),
    kinds: Collection[str] = (),
    fields: FieldMap | None = None,
) -> list[Article]:
    """Read the sources and keep those asked for. Raises `UnreadableFile` for the first that can't be read."""
    found = [article for path in paths for article in _from_path(path, fields)]
    if not (since or publishers or kinds):
        return found
    # The filters of a desk, so that both let the same sources through.
    from presscheck.vectorstore.citing import source_info
    from presscheck.vectorstore.search import Filters

    admits = Filters(publishers, kinds, since).admits
    kept = [article for article in found if admits(source_info(article))]
    if not kept:
        raise UnreadableFile("none of the sources fits --since, --publisher and --kind.")
    return kept
