"""Which loader reads which file. To add a type: write a module with `load(path)` and name it in `LOADERS`."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import cast

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure

Loader = Callable[[Path], Iterator[Article | Failure]]
"""Yields the articles of one file, with a `Failure` for each part that is broken; raises `UnreadableFile`."""

LOADERS = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "plain",
    ".markdown": "plain",
    ".json": "records",
    ".jsonl": "records",
    ".ndjson": "records",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".srt": "captions",
    ".vtt": "captions",
    ".csv": "tables",
    ".tsv": "tables",
    ".rss": "feeds",
    ".atom": "feeds",
    ".xml": "feeds",
    ".zip": "packed",
    ".gz": "packed",
}
"""Suffix in lower case → module in this package, imported when first needed."""

OTHERS = "plain"
"""Reads a file that was named by hand and has a suffix no loader knows; a folder's are passed over."""


def load(path: Path) -> Iterator[Article | Failure]:
    """Yield the articles of a file, or of the files in a folder; never raises for what it finds there."""
    from presscheck.vectorstore.loaders.folder import articles_files

    if not path.is_dir():
        yield from _load_file(path)
        return
    found = False
    for file in articles_files(path, LOADERS):
        found = True
        yield from _load_file(file)
    if not found:
        yield Failure(origin=str(path), why=f"the folder holds no articles ({', '.join(sorted(LOADERS))})")


def load_one(path: Path) -> Article:
    """Return the one article in a file; raises `UnreadableFile` if it can't be read or holds none or several."""
    if path.is_dir():
        raise UnreadableFile(f"{path} is a folder.", help="Name one file in it.")
    found = list(_load_file(path))
    if len(found) != 1:
        raise UnreadableFile(f"{path} holds {len(found)} articles.", help="Name a file that holds one.")
    if isinstance(found[0], Failure):
        raise UnreadableFile(f"{found[0].origin}: {found[0].why}.")
    return found[0]


def _load_file(path: Path) -> Iterator[Article | Failure]:
    try:
        yield from loader_for(path)(path)
    except UnreadableFile as error:
        yield Failure(origin=str(path), why=str(error))
    except OSError as error:
        yield Failure(origin=str(path), why=f"can't be read ({error.strerror or error})")


def loader_for(path: Path) -> Loader:
    """Return the loader for a file's suffix."""
    module = LOADERS.get(path.suffix.lower(), OTHERS)
    return cast("Loader", importlib.import_module(f"presscheck.vectorstore.loaders.{module}").load)
