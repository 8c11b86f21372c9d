"""ZIP and GZ of any of the other types: unpacked to a private folder, one entry at a time; traps are refused.

Refused are entries that lead out of the archive, links, encrypted ones, what unpacks to far more than it should,
and archives in archives.
"""

from __future__ import annotations

import gzip
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import IO

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure
from presscheck.vectorstore.loaders.fields import FieldMap
from presscheck.vectorstore.loaders.registry import LOADERS, loader_for, module_for

MOST_ENTRIES = 100_000
MOST_BYTES = 2_000_000_000
"""Bytes that all entries together may unpack to."""
MOST_RATIO = 200
"""How many times its packed size an entry of more than a megabyte may unpack to; text packs to a tenth at best."""
CHUNK = 1 << 20
PACKED = (".zip", ".gz")
OF_A_DESK = ("manifest.json", "articles.jsonl", "notes.json")
"""What the archive of a desk holds: no articles to add."""

Packed = IO[bytes] | gzip.GzipFile


def load(path: Path, fields: FieldMap | None = None) -> Iterator[Article | Failure]:
    """Yield the articles of all entries."""
    with path.open("rb") as file:
        zipped = file.read(2) == b"PK" or path.suffix.lower() == ".zip"
    yield from _load_zip(path, fields) if zipped else _load_gz(path, fields)


def _load_gz(path: Path, fields: FieldMap | None) -> Iterator[Article | Failure]:
    name = path.name[: -len(path.suffix)] if path.suffix.lower() == ".gz" else path.name
    try:
        with gzip.open(path) as packed:
            most = max(CHUNK, MOST_RATIO * path.stat().st_size)
            yield from _load_entry(packed, name, str(path), most, fields)
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableFile("a broken .gz file") from error


def _load_zip(path: Path, fields: FieldMap | None) -> Iterator[Article | Failure]:
    try:
        with zipfile.ZipFile(path) as archive:
            entries = sorted((e for e in archive.infolist() if not e.is_dir()), key=lambda e: e.filename)
            if {entry.filename for entry in entries} >= set(OF_A_DESK):
                raise UnreadableFile("the archive of a desk; `presscheck desk import` takes it in")
            _refuse_bombs(entries)
            for entry in entries:
                yield from _zip_entry(archive, entry, f"{path}!{entry.filename}", fields)
    except (zipfile.BadZipFile, NotImplementedError, EOFError, zlib.error) as error:
        raise UnreadableFile("a broken .zip file") from error


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    size = sum(entry.file_size for entry in entries)
    if len(entries) > MOST_ENTRIES or size > MOST_BYTES:
        raise UnreadableFile(f"unpacks to {len(entries)} files of {size / 1e6:.0f} MB; refused")


def _zip_entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, origin: str, fields: FieldMap | None
) -> Iterator[Article | Failure]:
    name = PurePosixPath(entry.filename.replace("\\", "/"))
    if name.suffix.lower() not in LOADERS and name.suffix.lower() not in PACKED:
        return
    if any(part.startswith((".", "__MACOSX")) for part in name.parts if part not in ("..", ".")):
        return
    if why := _trap(entry, name):
        yield Failure(origin=origin, why=why)
        return
    with archive.open(entry) as packed:
        yield from _load_entry(packed, name.name, origin, max(CHUNK, entry.file_size), fields)


def _trap(entry: zipfile.ZipInfo, name: PurePosixPath) -> str | None:
    if name.is_absolute() or ".." in name.parts or ":" in name.parts[0]:
        return "leads out of the archive; refused"
    if (entry.external_attr >> 16) & 0o170000 == 0o120000:
        return "a link; refused"
    if entry.flag_bits & 1:
        return "encrypted"
    if entry.file_size > CHUNK and entry.file_size > MOST_RATIO * max(1, entry.compress_size):
        return f"unpacks to {entry.file_size / 1e6:.0f} MB from {entry.compress_size / 1e6:.2f} MB; refused"
    return None


def _load_entry(
    packed: Packed, name: str, origin: str, most: int, fields: FieldMap | None
) -> Iterator[Article | Failure]:
    """Unpack one entry to a private file, at most `most` bytes, and load that."""
    suffix = PurePosixPath(name).suffix.lower()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"entry{suffix}")
        if not _unpack(packed, file, most):
            yield Failure(origin=origin, why=f"unpacks to more than {most / 1e6:.0f} MB; refused")
            return
        if module_for(file) == "packed":
            yield Failure(origin=origin, why="an archive in an archive; refused")
            return
        try:
            for found in loader_for(file, fields)(file):
                yield _renamed(found, str(file), origin)
        except UnreadableFile as error:
            yield Failure(origin=origin, why=str(error))


def _unpack(packed: Packed, file: Path, most: int) -> bool:
    written = 0
    with file.open("wb") as out:
        while chunk := packed.read(CHUNK):
            written += len(chunk)
            if written > most:
                return False
            out.write(chunk)
    return True


def _renamed(found: Article | Failure, file: str, origin: str) -> Article | Failure:
    """Return what was loaded under the archive's name; its id follows the name it is known by."""
    if isinstance(found, Failure):
        return found.model_copy(update={"origin": found.origin.replace(file, origin)})
    given = found.model_dump(exclude_unset=True, exclude={"id"} if (found.origin or "") == file else set())
    return Article.model_validate({**given, "origin": (found.origin or "").replace(file, origin)})
