"""Puts right what the doctor found, and leaves alone what is whole.

Passages that are lost in Chroma are given anew, under new ids. A file that can't be read is made anew: the shelf from
Chroma, Chroma from the shelf. What only a broken file had is gone, and the report says which articles those are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress

from presscheck.vectorstore import chroma
from presscheck.vectorstore.compaction import rebuild
from presscheck.vectorstore.doctor import Problem
from presscheck.vectorstore.lock import writing
from presscheck.vectorstore.shelf import Putting, Shelf
from presscheck.vectorstore.store import ARTICLES, SHELF, Store
from presscheck.vectorstore.symptoms import exact, expected, look, recorded_in
from presscheck.vectorstore.versions import Version, from_metadata, newest
from presscheck.vectorstore.writer import Writer, remove_database

MOST = 0.1
"""If more than this share of the articles has lost something, the whole store is made anew."""
LOSSES = ("row_loss", "vector_loss", "off_graph", "record_loss", "damaged_text")


def mend(store: Store, problems: Sequence[Problem]) -> Sequence[Problem]:
    """Mend what was found, the deepest damage first; takes the lock itself. Return what only then came to light."""
    files = [problem.what for problem in problems if problem.kind == "damaged_file"]
    if any(SHELF in what for what in files):
        _forget_shelf(store)
    elif files:
        _make_anew(store)
    with store.write():  # finishes what was cut off, and makes the shelf anew if it is gone
        pass
    seen = _look(store)
    graph = (problem for problem in problems if problem.kind == "off_graph")
    _mend_articles(store, [*seen, *graph])
    if any(problem.kind == "stale_index" for problem in _look(store)):
        _forget_shelf(store)
        with store.write():
            pass
    return [problem for problem in seen if problem not in problems]


def _look(store: Store) -> Sequence[Problem]:
    with store.locked():
        return look(store).problems


def _forget_shelf(store: Store) -> None:
    with writing(store.folder, store.wait):
        remove_database(store.home / SHELF)


def _make_anew(store: Store) -> None:
    """Make Chroma from the shelf, with those superseded versions that can still be read.

    On a server, where others read on, every article is given anew, one piece after the other.
    """
    if store.mark.server:
        with store.write() as writer:
            _give_anew(writer, sorted(writer.shelf.shelved()))
        return
    with writing(store.folder, store.wait):
        shelf = Shelf(store.home / SHELF)
        try:
            known = shelf.shelved()
            past = [
                version
                for version in _superseded(store)
                if version.key not in {k.key for k in known.values()}
            ]
            live = (_from_shelf(store, shelf, article_id) for article_id in known)
            rebuild(store, live, past, shelf.generation + 1, dict(shelf.notes()))
        finally:
            shelf.close()


def _from_shelf(store: Store, shelf: Shelf, article_id: str) -> Putting:
    version, body = shelf.stored(article_id)
    return Putting(version, body, store.vectors(version.texts))


def _superseded(store: Store) -> list[Version]:
    """Return the versions that Chroma can still give, but those of articles that were removed."""
    found = list(_readable(store))
    gone = {article_id for article_id, version in newest(found).items() if version.article is None}
    return [version for version in found if version.article_id not in gone and version.article is not None]


def _readable(store: Store) -> Iterator[Version]:
    with suppress(Exception), store.chroma.at(None) as client:
        articles = client.get_collection(ARTICLES, embedding_function=None)
        for key in chroma.all_ids(articles):
            with suppress(Exception):
                version = from_metadata(key, (articles.get(ids=[key])["metadatas"] or [{}])[0])
                if exact(version):
                    yield version


def _mend_articles(store: Store, problems: Sequence[Problem]) -> None:
    """Give what was lost anew, and delete what belongs to nothing."""
    hurt = sorted({a for p in problems if p.kind in LOSSES for a in p.articles})
    if len(hurt) > 20 and len(hurt) > MOST * len(store.shelf.shelved()):
        _make_anew(store)
        return
    if not hurt and not any(problem.kind == "orphans" for problem in problems):
        return
    with store.write() as writer:
        recorded = recorded_in(writer.articles)
        if recorded.broken:
            chroma.delete(writer.articles, [key for key, _ in recorded.broken])
        _give_anew(writer, hurt)
        should = expected(writer.shelf, recorded_in(writer.articles))
        chroma.delete(writer.passages, [n for n in chroma.all_ids(writer.passages) if n not in should])


def _give_anew(writer: Writer, article_ids: Iterable[str]) -> None:
    stored = [writer.shelf.stored(a)[0] for a in article_ids if writer.shelf.known(a)]
    whole = [version for version in stored if exact(version)]
    places = {version.article_id: version.place for version in whole if version.place}
    for at in range(0, len(whole), 200):
        writer.put([v.article for v in whole[at : at + 200] if v.article is not None], places)
