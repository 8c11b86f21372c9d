"""Files that were sent: read as any file, known by their content and never by a path of the sender's choosing."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path, PureWindowsPath

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure, text_hash
from presscheck.vectorstore.loaders.kinds import suffix_of
from presscheck.vectorstore.loaders.registry import LOADERS, load

LONGEST_NAME = 120
_HIDDEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


def read_upload(data: bytes, name: str) -> Iterator[Article | Failure]:
    """Yield the articles of a file's bytes. `name` is only shown, and its suffix tells the type."""
    shown = safe_name(name)
    if not data.strip():
        yield Failure(origin=shown, why="the file is empty")
        return
    with tempfile.TemporaryDirectory(prefix="presscheck-") as folder:
        file = Path(folder, f"upload{_suffix(shown, data)}")
        file.write_bytes(data)
        for found in load(file):
            yield _renamed(found, str(file), shown)


def read_one(data: bytes, name: str) -> Article:
    """Return the one article in a file; raises `UnreadableFile` if there is none, or several."""
    found = list(read_upload(data, name))
    if len(found) != 1:
        raise UnreadableFile(f"{safe_name(name)} holds {len(found)} articles, not one.")
    if isinstance(found[0], Failure):
        raise UnreadableFile(f"{found[0].origin}: {found[0].why}.")
    return found[0]


def safe_name(name: str) -> str:
    """Return the last part of a file's name, without what is not to be seen."""
    last = PureWindowsPath(_HIDDEN.sub("", name)).name.strip()
    return last[-LONGEST_NAME:] or "file"


def _suffix(name: str, data: bytes) -> str:
    suffix = Path(name).suffix.lower()
    return suffix if suffix in LOADERS else suffix_of(data)


def _renamed(found: Article | Failure, file: str, shown: str) -> Article | Failure:
    """Put the name in the place of the file's path.

    An article is known by its address or its text: two files of one name need not be the same, and neither may
    replace the other.
    """
    if isinstance(found, Failure):
        return found.model_copy(update={"origin": found.origin.replace(file, shown)})
    origin = (found.origin or shown).replace(file, shown)
    return found.model_copy(update={"origin": origin, "id": text_hash(found.url or found.text)[:16]})
