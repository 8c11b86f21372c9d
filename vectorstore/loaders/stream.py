"""What comes without a name, such as standard input: its type is told by its content, then it is read as a file."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure
from presscheck.vectorstore.loaders.fields import FieldMap
from presscheck.vectorstore.loaders.kinds import suffix_of
from presscheck.vectorstore.loaders.reading import most_bytes
from presscheck.vectorstore.loaders.registry import load

NAME = "standard input"


def load_bytes(data: bytes, fields: FieldMap | None = None) -> Iterator[Article | Failure]:
    """Yield the articles of a file's bytes: text with an optional head, HTML, PDF, Word, JSON, captions or an archive.

    They have no origin, so that each is known by its address or its text. Never raises for what it finds there.
    """
    if not data.strip():
        yield Failure(origin=NAME, why="nothing came")
        return
    if len(data) > (most := most_bytes()):
        yield Failure(origin=NAME, why=f"too large (at most {most / 1e6:.0f} MB are read)")
        return
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"input{suffix_of(data)}")
        file.write_bytes(data)
        for found in load(file, fields):
            yield _nameless(found, str(file))


def load_one_bytes(data: bytes) -> Article:
    """Return the one article in a file's bytes; raises `UnreadableFile` if there is none, or several."""
    found = list(load_bytes(data))
    if len(found) != 1:
        raise UnreadableFile(f"{NAME} holds {len(found)} articles, not one.")
    if isinstance(found[0], Failure):
        raise UnreadableFile(f"{NAME}: {found[0].why}.")
    return found[0]


def _nameless(found: Article | Failure, file: str) -> Article | Failure:
    if isinstance(found, Failure):
        return found.model_copy(update={"origin": found.origin.replace(file, NAME)})
    given = found.model_dump(exclude_unset=True, exclude={"origin", "id"})
    return Article.model_validate(given)
