"""Makes anew what can't be read any more: the shelf from Chroma, both from whatever of both can still be read.

A damaged file is deleted only when everything that it is known to have held stands in the new ones; else it is moved
into a folder `damaged-…` of the desk, and the report names what no whole copy is left of.
"""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence
from pathlib import Path

from presscheck.errors import DeskDamaged
from presscheck.vectorstore.compaction import rebuild
from presscheck.vectorstore.doctor import Problem, problem
from presscheck.vectorstore.lock import writing
from presscheck.vectorstore.salvage import CHROMA_FILE, Salvaged, is_whole, of_shelf, salvage
from presscheck.vectorstore.shelf_file import remove_database
from presscheck.vectorstore.shelving import Putting
from presscheck.vectorstore.store import CHROMA, SHELF, Store
from presscheck.vectorstore.versions import Version, to_metadata
from presscheck.vectorstore.writer import Writer

Pair = tuple[str, str]
"""An article's id and the hash of a text that it has or had."""
BESIDE = ("", "-wal", "-shm")
"""How the names of an SQLite database's files end."""


def remake_shelf(store: Store) -> Sequence[Problem]:
    """Make the shelf from Chroma, with what only the old one still has; if Chroma can't be read either, make both."""
    path = store.home / SHELF
    saved, aside = of_shelf(path), _aside(store)
    with writing(store.folder, store.wait):
        _move(path, aside)
    lost: list[Pair] = []
    try:
        with store.write() as writer:
            if not writer.shared:
                lost = _put_back(writer, saved)
    except DeskDamaged:
        with writing(store.folder, store.wait):
            remove_database(path)
            _move(aside / SHELF, store.home)
            aside.rmdir()
        return remake_both(store)
    return _told(lost, aside)


def _move(database: Path, into: Path) -> None:
    """Move a database with what SQLite keeps beside it, or whatever stands in its place."""
    into.mkdir(exist_ok=True)
    for ending in BESIDE:
        if (file := database.with_name(database.name + ending)).exists():
            file.rename(into / file.name)


def remake_both(store: Store) -> Sequence[Problem]:
    """Make a new store of all that can be read; raises `DeskDamaged`, and changes nothing, if that is nothing."""
    with writing(store.folder, store.wait):
        saved, aside = salvage(store.home), _aside(store)
        live, past = saved.newest(), saved.superseded()
        if not live:
            raise DeskDamaged(
                f"Nothing can be read any more of the desk at {store.folder}; its files are left as they are.",
                help="Add the sources again to another desk, or import an archive there.",
            )
        sure = is_whole(store.home / CHROMA / CHROMA_FILE) or (saved.sure and is_whole(store.home / SHELF))
        generation = 1 + max(version.generation for version in saved.versions)
        made = (_putting(store, version) for version in live)
        rebuild(store, made, past, generation, saved.notes, aside=aside)
    lost = _lost(saved.named, _pairs([*live, *past]), saved.removed())
    recovered = problem("recovered", live, f"articles and {len(past)} superseded versions")
    return [*recovered, *_told(lost, aside, sure=sure)]


def _aside(store: Store) -> Path:
    return store.folder / f"damaged-{secrets.token_hex(3)}"


def _putting(store: Store, version: Version) -> Putting:
    return Putting(version, str(to_metadata(version)["body"]), store.vectors(version.texts))


def _put_back(writer: Writer, saved: Salvaged) -> list[Pair]:
    """Give what Chroma has no record of: articles, superseded versions and notes; return what nobody has whole."""
    from presscheck.vectorstore.symptoms import recorded_in

    recorded = recorded_in(writer.articles)
    mine = [v for v in saved.newest() if v.article_id not in recorded.newest]
    places = {version.article_id: version.place for version in mine if version.place}
    writer.put([version.article for version in mine if version.article is not None], places)
    there = set(writer.shelf.shelved())
    past = [v for v in saved.superseded() if v.article_id in there and not _pairs([v]) & set(recorded.whole)]
    keep_again(writer, past)
    for name, value in saved.notes.items():
        if writer.shelf.meta(name) is None:
            writer.shelf.note(name, value)
    held = writer.shelf.past.known() | {(a, known.sha256) for a, known in writer.shelf.shelved().items()}
    return _lost(saved.named, held, {a for a, version in recorded.newest.items() if version.article is None})


def keep_again(writer: Writer, past: Sequence[Version]) -> None:
    """Write the records of superseded versions anew, under new keys."""
    writer.keep(
        [
            v._replace(key=v.key[:8] + secrets.token_hex(6), generation=0)
            for v in past
            if v.article is not None
        ]
    )


def _pairs(found: Sequence[Version]) -> set[Pair]:
    return {(v.article_id, v.article.sha256) for v in found if v.article is not None}


def _lost(named: set[Pair], held: set[Pair], removed: set[str]) -> list[Pair]:
    """Return what was named and is not held, but for articles that were removed."""
    there = {article_id for article_id, _ in held}
    missing = {pair for pair in named - held if pair[0] not in removed}
    return sorted(pair for pair in missing if pair[1] or pair[0] not in there)


def _told(lost: Sequence[Pair], aside: Path, *, sure: bool = True) -> list[Problem]:
    """Tell what was lost; delete the damaged files if that is surely nothing, and they are no folder of somebody's."""
    strange = any(path.is_dir() for path in (aside / SHELF, aside / CHROMA / CHROMA_FILE))
    if sure and not lost and not strange:
        shutil.rmtree(aside, ignore_errors=True)
        return []
    return [
        *problem("lost", lost, "versions of articles", (article_id for article_id, _ in lost)),
        *problem("kept", [aside], f"folder, {aside.name}"),
    ]
