"""The items of a batch, read one by one: files of a folder or glob, rows of a JSON Lines or CSV file."""

from __future__ import annotations

import glob
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure, text_hash
from presscheck.vectorstore.loaders.fields import FieldMap
from presscheck.vectorstore.loaders.folder import articles_files
from presscheck.vectorstore.loaders.registry import LOADERS, as_told


class Item(NamedTuple):
    """One text of a batch: where it comes from, a key that stays the same while it does, and what was read.

    The article is as it was told; its worker sees its day and its language.
    """

    key: str
    origin: str
    article: Article | None
    why: str = ""


def items(given: Path, fields: FieldMap | None = None) -> Iterator[Item]:
    """Yield the items of a folder, a file of many articles, or a glob, in a stable order.

    Raises `UnreadableFile` where nothing is there. What can't be read comes out as an item that says why.
    """
    found = False
    for path in _files(given):
        for read in as_told(path, fields):
            found = True
            yield _item(read)
    if not found:
        raise UnreadableFile(f"{given} holds no texts.")


def roughly(given: Path) -> int | None:
    """Return about how many items there are, counted in an instant; None where only reading them would tell."""
    files = list(_files(given))
    if len(files) != 1:
        return len(files)
    if files[0].suffix.lower() not in (".jsonl", ".ndjson"):
        return None
    with files[0].open("rb") as file:
        return sum(1 for _ in file)


def _files(given: Path) -> Iterator[Path]:
    if given.is_dir():
        yield from articles_files(given, LOADERS)
    elif given.exists():
        yield given
    elif any(sign in str(given) for sign in "*?["):
        # Path.glob takes no pattern with an anchor ("/a/*.txt"), glob.glob does.
        found = sorted(glob.glob(str(given), recursive=True))  # noqa: PTH207
        yield from (Path(name) for name in found if Path(name).is_file())
    else:
        raise UnreadableFile(f"{given}: no such file or folder.")


def _item(read: Article | Failure) -> Item:
    if isinstance(read, Failure):
        return Item(_key(read.origin, ""), read.origin, None, read.why)
    origin = read.origin or read.id
    return Item(_key(origin, read.sha256), origin, read)


def _key(origin: str, content: str) -> str:
    """Return the item's key: a changed text is another item, an unchanged one is not done twice."""
    return text_hash(f"{origin}\n{content}")[:24]
