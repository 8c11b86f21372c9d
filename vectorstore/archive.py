"""A whole desk as one file, to be kept or moved: a zip of `manifest.json`, `articles.jsonl` and `notes.json`.

Every version of an article is a line: the article, the file it was read from, and whether it is the current one.
Vectors are not in it; they are made anew. An archive may come from anybody, so nothing in it is taken on trust.
"""

from __future__ import annotations

import json
import secrets
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, NamedTuple

from presscheck.errors import BadRequest, UnreadableFile
from presscheck.models import AddReport, Article, Failure, text_hash
from presscheck.vectorstore.compaction import pieces
from presscheck.vectorstore.loaders.packed import OF_A_DESK
from presscheck.vectorstore.store import Store
from presscheck.vectorstore.versions import new_version, versions
from presscheck.vectorstore.writer import Writer

FORMAT = 1
MANIFEST, LINES, NOTES = OF_A_DESK
LONGEST = 200_000_000
"""Bytes in a line at most."""
SWELL = 300
"""How many times as large as its archive a file may be: text shrinks to a fourth or so, and a bomb to nothing."""


class Line(NamedTuple):
    """A version of an article in an archive."""

    article: Article
    place: str | None
    current: bool


def export_desk(store: Store, path: Path, *, keep_versions: bool = True) -> int:
    """Write a desk to a file, which appears whole or not at all; return the number of current articles.

    `keep_versions=False` leaves superseded versions out; removed articles never come along. Raises `BadRequest` for a
    folder, and for a file that is no archive: that one is not overwritten.
    """
    _check_place(path)
    part = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        with store.write() as writer, zipfile.ZipFile(part, "x", zipfile.ZIP_DEFLATED) as archive:
            count = len(writer.shelf.shelved())
            manifest = {"presscheck_desk": FORMAT, "articles": count, "embeddings": store.mark.embeddings}
            archive.writestr(MANIFEST, json.dumps(manifest, indent=1))
            archive.writestr(NOTES, json.dumps(dict(writer.shelf.notes())))
            with archive.open(LINES, "w", force_zip64=True) as file:
                for line in _lines(writer, keep_versions):
                    file.write(_packed(line) + b"\n")
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return count


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise BadRequest(f"{path} is a folder.", help="Name a file such as desk.zip.")
    if not path.parent.is_dir():
        raise BadRequest(f"{path.parent}: no such folder.", help="Make it, or name another.")
    if path.exists() and not zipfile.is_zipfile(path):
        raise BadRequest(f"{path} is no archive, and would be overwritten.", help="Name another file.")


def _lines(writer: Writer, keep_versions: bool) -> Iterator[Line]:
    current = {article_id: known.key for article_id, known in writer.shelf.shelved().items()}
    for version in versions(writer.articles):
        newest = current.get(version.article_id) == version.key
        if version.article and (newest or keep_versions and version.article_id in current):
            yield Line(version.article, version.place, newest)


def _packed(line: Line) -> bytes:
    article = line.article.model_dump(mode="json", exclude_defaults=True)
    return json.dumps({**line._asdict(), "article": article}).encode("ascii")


def import_desk(store: Store, path: Path) -> AddReport:
    """Store what an archive holds; what is there already is left alone, another text replaces the one that is there.

    Raises `UnreadableFile` for what is no archive, `BadRequest` for one of a newer format.
    """
    done: dict[str, list[str]] = {"added": [], "replaced": [], "unchanged": []}
    failed: list[Failure] = []
    try:
        with zipfile.ZipFile(path) as archive:
            notes = _looked_over(archive, path)
            for piece in pieces(_read(archive, failed, current=True)):
                _put(store, piece, done)
            for piece in pieces(_read(archive, [], current=False)):
                _keep(store, piece)
    except (zipfile.BadZipFile, KeyError, EOFError) as error:
        raise UnreadableFile(f"{path} is no archive of a desk ({error}).") from error
    except (FileNotFoundError, IsADirectoryError) as error:
        raise UnreadableFile(f"{path}: {error.strerror}.") from error
    if done["added"]:
        _note(store, notes)
    return AddReport(failed=tuple(failed), **{how: tuple(ids) for how, ids in done.items()})


def _looked_over(archive: zipfile.ZipFile, path: Path) -> dict[str, str]:
    """Return the archive's notes. Raises if it is not one that can be read here."""
    for info in archive.infolist():
        if info.file_size > SWELL * info.compress_size + 1_000_000:
            raise UnreadableFile(f"{path} unpacks to far more than a desk does.")
    try:
        version = int(json.loads(archive.read(MANIFEST))["presscheck_desk"])
        notes = json.loads(archive.read(NOTES))
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableFile(f"{path} is no archive of a desk.") from error
    if version > FORMAT:
        raise BadRequest(
            f"{path} has format {version}; this release reads {FORMAT}.", help="Upgrade Presscheck."
        )
    known = notes.items() if isinstance(notes, dict) else ()
    return {str(name): str(value) for name, value in known if str(name).startswith("web ")}


def _read(archive: zipfile.ZipFile, failed: list[Failure], *, current: bool) -> Iterator[Line]:
    """Yield the current versions or the superseded ones; what can't be read goes to `failed`."""
    with archive.open(LINES) as file:
        for number, raw in enumerate(_raw(file), 1):
            try:
                line = _unpacked(json.loads(raw))
            except (ValueError, TypeError, KeyError, AttributeError, BadRequest) as error:
                failed.append(Failure(origin=f"{LINES}:{number}", why=str(error).splitlines()[0][:120]))
                continue
            if line.current == current:
                yield line


def _raw(file: IO[bytes]) -> Iterator[bytes]:
    while raw := file.readline(LONGEST):
        yield raw


def _unpacked(told: Mapping[str, Any]) -> Line:
    article = Article(**told["article"])
    article.text.encode("utf-8")  # half characters are no text: a UnicodeEncodeError is a ValueError
    if text_hash(article.text) != article.sha256:
        raise ValueError("the text does not fit its hash")
    place = told.get("place")
    return Line(article, None if place is None else str(place), told["current"] is True)


def _put(store: Store, piece: Iterable[Line], done: dict[str, list[str]]) -> None:
    with store.write() as writer:
        new: dict[str, Line] = {}
        for line in piece:
            known = writer.shelf.known(line.article.id)
            same = known is not None and known.sha256 == line.article.sha256
            if line.article.id not in new:
                done["unchanged" if same else "replaced" if known else "added"].append(line.article.id)
                if not same:
                    new[line.article.id] = line
        places = {key: line.place for key, line in new.items() if line.place}
        writer.put([line.article for line in new.values()], places)


def _keep(store: Store, piece: Iterable[Line]) -> None:
    """Keep superseded versions of articles that are there, out of search: they are older than any write."""
    with store.write() as writer:
        there = [line for line in piece if writer.shelf.known(line.article.id)]
        kept = writer.hashes(line.article.sha256 for line in there)
        new = {a.sha256: new_version(a, 0, place) for a, place, _ in there if a.sha256 not in kept}
        writer.keep(list(new.values()))


def _note(store: Store, notes: Mapping[str, str]) -> None:
    with store.write() as writer:
        for name, value in notes.items():
            if writer.shelf.meta(name) is None:
                writer.shelf.note(name, value)
