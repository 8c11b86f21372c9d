"""Puts right what the doctor found, and leaves alone what is whole.

Passages that are lost in Chroma are given anew, under new ids. A file that can't be read is made anew: the shelf from
Chroma, Chroma from the shelf. What only a broken file had is gone, and the report says which articles those are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from presscheck.vectorstore import chroma
from presscheck.vectorstore.doctor import Problem, problem
from presscheck.vectorstore.recovery import keep_again, remake_both, remake_shelf
from presscheck.vectorstore.store import SHELF, Store
from presscheck.vectorstore.symptoms import Recorded, expected, look, recorded_in
from presscheck.vectorstore.versions import exact
from presscheck.vectorstore.writer import Writer

MOST = 0.1
"""If more than this share of the articles has lost something, the whole store is made anew."""
LOSSES = ("row_loss", "vector_loss", "off_graph", "record_loss", "damaged_text")


def mend(store: Store, problems: Sequence[Problem]) -> Sequence[Problem]:
    """Mend what was found, the deepest damage first; takes the lock itself. Return what only then came to light."""
    told = list(_mend_files(store, [problem.what for problem in problems if problem.kind == "damaged_file"]))
    with store.write():  # finishes what was cut off, and makes the shelf anew if it is gone
        pass
    seen = _look(store)
    graph = (problem for problem in problems if problem.kind == "off_graph")
    told += _mend_articles(store, [*seen, *graph])
    if any(problem.kind == "stale_index" for problem in _look(store)):
        told += remake_shelf(store)
    return [*told, *(problem for problem in seen if problem not in problems)]


def _look(store: Store) -> Sequence[Problem]:
    with store.locked():
        return look(store).problems


def _mend_files(store: Store, files: Sequence[str]) -> Sequence[Problem]:
    shelf = any(SHELF in what for what in files)
    if shelf and len(files) == 1:
        return remake_shelf(store)
    return _make_anew(store) if files else []


def _make_anew(store: Store) -> Sequence[Problem]:
    """Make Chroma from the shelf; on a server, where others read on, give every article anew, piece after piece."""
    if not store.mark.server:
        return remake_both(store)
    with store.write() as writer:
        _give_anew(writer, sorted(writer.shelf.shelved()))
    return []


def _mend_articles(store: Store, problems: Sequence[Problem]) -> Sequence[Problem]:
    """Give what was lost anew, and delete what belongs to nothing."""
    hurt = sorted({a for p in problems if p.kind in LOSSES for a in p.articles})
    if len(hurt) > 20 and len(hurt) > MOST * len(store.shelf.shelved()):
        return _make_anew(store)
    if not hurt and not any(problem.kind in ("orphans", "version_loss") for problem in problems):
        return []
    with store.write() as writer:
        recorded = recorded_in(writer.articles)
        if recorded.broken:
            chroma.delete(writer.articles, [key for key, _ in recorded.broken])
        _give_anew(writer, hurt)
        told = _keep_lost(writer, recorded)
        should = expected(writer.shelf, recorded_in(writer.articles))
        chroma.delete(writer.passages, [n for n in chroma.all_ids(writer.passages) if n not in should])
    return told


def _keep_lost(writer: Writer, recorded: Recorded) -> list[Problem]:
    """Write the records of superseded versions anew that only the shelf has; tell which it has no whole copy of."""
    past = writer.shelf.past
    lost = past.known() - set(recorded.whole)
    whole = [v for v in past.versions(lost) if v.article is not None and exact(v)]
    keep_again(writer, whole)
    gone = lost - {(v.article_id, v.article.sha256) for v in whole if v.article is not None}
    for pair in gone:
        past.forget(*pair)
    return problem("lost", gone, "superseded versions", (article_id for article_id, _ in gone))


def _give_anew(writer: Writer, article_ids: Iterable[str]) -> None:
    stored = [writer.shelf.stored(a)[0] for a in article_ids if writer.shelf.known(a)]
    whole = [version for version in stored if exact(version)]
    places = {version.article_id: version.place for version in whole if version.place}
    for at in range(0, len(whole), 200):
        writer.put([v.article for v in whole[at : at + 200] if v.article is not None], places)
