"""Which loader reads which file: by its content where that is plain, else by its suffix.

To add a type: write a module with `load(path)` and name it in `LOADERS`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import cast

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure
from presscheck.vectorstore.loaders.completing import completed
from presscheck.vectorstore.loaders.fields import FieldMap
from presscheck.vectorstore.loaders.kinds import LOOKED_AT, is_word, suffix_by_content
from presscheck.vectorstore.loaders.own import written_here

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

MAPPED = ("records", "tables", "packed")
"""Loaders that take a map of fields, too."""

OTHERS = "plain"
"""Reads a file that was named by hand and has a suffix no loader knows; a folder's are passed over."""


def load(path: Path, fields: FieldMap | None = None) -> Iterator[Article | Failure]:
    """Yield the articles of a file, or of the files in a folder; never raises for what it finds there.

    `fields` says at which paths the records of JSON and tables have an article's fields.
    """
    for found in as_told(path, fields):
        yield found if isinstance(found, Failure) else completed(found)


def as_told(path: Path, fields: FieldMap | None = None) -> Iterator[Article | Failure]:
    """Yield what `load` does with nothing but what each article says of itself, where `completed` is left to others."""
    from presscheck.vectorstore.loaders.folder import articles_files

    if not path.is_dir():
        yield from _load_file(path, fields)
        return
    found = False
    for file in articles_files(path, LOADERS):
        found = True
        yield from _load_file(file, fields)
    if not found:
        yield Failure(origin=str(path), why=f"the folder holds no articles ({', '.join(sorted(LOADERS))})")


def load_one(path: Path) -> Article:
    """Return the one article in a file; raises `UnreadableFile` if it can't be read or holds none or several."""
    if path.is_dir():
        raise UnreadableFile(f"{path} is a folder.", help="Name one file in it.")
    found = list(load(path))
    if len(found) != 1:
        raise UnreadableFile(f"{path} holds {len(found)} articles.", help="Name a file that holds one.")
    if isinstance(found[0], Failure):
        raise UnreadableFile(f"{found[0].origin}: {found[0].why}.")
    return found[0]


def _load_file(path: Path, fields: FieldMap | None = None) -> Iterator[Article | Failure]:
    try:
        if written_here(path):
            raise UnreadableFile("Presscheck wrote it: a result, not a source")
        yield from loader_for(path, fields)(path)
    except UnreadableFile as error:
        yield Failure(origin=str(path), why=str(error))
    except OSError as error:
        yield Failure(origin=str(path), why=f"can't be read ({error.strerror or error})")


def loader_for(path: Path, fields: FieldMap | None = None) -> Loader:
    """Return the loader for a file, which takes the fields from the map, if there is one."""
    module = module_for(path)
    load = importlib.import_module(f"presscheck.vectorstore.loaders.{module}").load
    return cast("Loader", partial(load, fields=fields) if fields and module in MAPPED else load)


def module_for(path: Path) -> str:
    """Return the name of the loader's module: by the file's first bytes where these are plain, else by its suffix."""
    told = _by_content(path)
    return LOADERS[told] if told else LOADERS.get(path.suffix.lower(), OTHERS)


def _by_content(path: Path) -> str | None:
    if not path.is_file():  # a pipe would be waited for
        return None
    try:
        with path.open("rb") as file:
            start = file.read(LOOKED_AT)
            if start.startswith(b"PK") and path.suffix.lower() != ".zip":
                file.seek(0)
                return ".docx" if path.suffix.lower() == ".docx" or is_word(file) else ".zip"
            return suffix_by_content(start)
    except OSError:
        return None
