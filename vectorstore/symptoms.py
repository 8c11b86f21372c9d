"""What the doctor looks at, one thing a function. Nothing is changed here."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from presscheck.models import text_hash
from presscheck.vectorstore import chroma
from presscheck.vectorstore.compaction import size_of
from presscheck.vectorstore.doctor import Examination, Kind, Problem, problem
from presscheck.vectorstore.lexical import indexable, plain_words
from presscheck.vectorstore.shelf import Shelf
from presscheck.vectorstore.store import ARTICLES, CHROMA, PASSAGES, SHELF, Store
from presscheck.vectorstore.versions import PAGE, Version, from_metadata

ASKED, LEAST = 50, 5
"""Articles that are asked for by words of theirs, and how many words."""


class Recorded(NamedTuple):
    """What Chroma's records say: the newest version of each article without its text, and what is broken."""

    newest: dict[str, Version]
    broken: list[tuple[str, str]]
    """Key and article id."""


def look(store: Store, *, graph: bool = False) -> Examination:
    """Return what is found; the write lock is held. `graph` has Chroma's own graph asked as well."""
    home = store.home
    problems = broken_files(store)
    found = Examination(
        desk=str(store.folder), megabytes=round(size_of(home) / 1e6, 1), problems=tuple(problems)
    )
    if problems:
        return found
    store.chroma.close()
    shelf = Shelf(home / SHELF)
    try:
        problems += _compared(store, shelf, graph)
        told = {"articles": len(shelf.shelved()), "passages": shelf.count(), "generation": shelf.generation}
        return found.model_copy(update={**told, "problems": tuple(problems)})
    finally:
        shelf.close()


def broken_files(store: Store) -> list[Problem]:
    """Tell which files can't be read as what they are."""
    here = [SHELF] if store.mark.server else [SHELF, f"{CHROMA}/chroma.sqlite3"]
    broken = [name for name in here if not _whole(store.home / name)]
    return [p for name in broken for p in problem("damaged_file", [name], f"file, {name}")]


def _whole(path: Path) -> bool:
    try:
        connection = sqlite3.connect(f"file:{path}?mode=ro", uri=True, timeout=60)
        try:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
        finally:
            connection.close()
    except sqlite3.Error:
        return False


def _compared(store: Store, shelf: Shelf, graph: bool) -> list[Problem]:
    intent: dict[str, dict[str, int]] = json.loads(shelf.meta("intent") or "{}")
    problems = problem("unfinished", intent, "write") if intent else []
    shelf.note("writer", "")  # whoever has Chroma open looks anew
    try:
        with store.chroma.at(None) as client:
            recorded = recorded_in(
                chroma.collection(client, chroma.named(store.place, ARTICLES), chroma.LIGHT)
            )
            names = set(chroma.all_ids(chroma.collection(client, chroma.named(store.place, PASSAGES))))
    except Exception as error:  # whatever Chroma says of files that it can't read
        if store.mark.server:
            raise
        return problem("damaged_file", ["chroma"], f"file of Chroma's ({str(error)[:120]})")
    finally:
        store.chroma.close()
    if intent:  # what was cut off explains the rest: look again when it is finished
        return problems
    problems += records(shelf, recorded)
    problems += rows(shelf, recorded, names)
    problems += words(shelf)
    return problems + vectors(store, shelf, names, graph=graph)


def recorded_in(articles: Any) -> Recorded:  # noqa: ANN401 (Chroma's own)
    """Read every record that Chroma has."""
    recorded = Recorded({}, [])
    for key, metadata in _metadatas(articles):
        try:
            version = from_metadata(key, metadata)
        except Exception:  # whatever is wrong with it, it is broken
            recorded.broken.append((key, str((metadata or {}).get("article", ""))))
            continue
        if not exact(version):
            recorded.broken.append((key, version.article_id))
            continue
        known = recorded.newest.get(version.article_id)
        if known is None or (known.generation, known.key) < (version.generation, version.key):
            light = version.article and version.article.model_copy(update={"text": ""})
            recorded.newest[version.article_id] = version._replace(article=light)
    return recorded


def _metadatas(articles: Any) -> Iterator[tuple[str, Any]]:  # noqa: ANN401 (Chroma's own)
    at = 0
    while (page := articles.get(include=["metadatas"], limit=PAGE, offset=at))["ids"]:
        yield from zip(page["ids"], page["metadatas"], strict=True)
        at += len(page["ids"])


def exact(version: Version) -> bool:
    """Say whether the text fits its hash, and its passages tile it."""
    if version.article is None:
        return True
    ends = [0, *(end for _, end, _, _ in version.tiles)]
    starts = [*(start for start, _, _, _ in version.tiles), len(version.article.text)]
    return ends == starts and text_hash(version.article.text) == version.article.sha256


def records(shelf: Shelf, recorded: Recorded) -> list[Problem]:
    """Compare the articles' records in Chroma with the shelf."""
    known = shelf.shelved()
    bad = {article_id for _, article_id in recorded.broken}
    lost = [a for a in known if a not in recorded.newest and a not in bad]
    live = {a: v.key for a, v in recorded.newest.items() if v.article is not None}
    stale = [a for a, key in live.items() if a not in known or known[a].key != key and a not in bad]
    stale += [a for a, v in recorded.newest.items() if v.article is None and a in known]
    return [
        *problem(
            "damaged_text", (key for key, _ in recorded.broken), "records", (a for _, a in recorded.broken)
        ),
        *problem("record_loss", lost, "articles", lost),
        *problem("stale_index", stale, "articles", stale),
    ]


def expected(shelf: Shelf, recorded: Recorded) -> dict[str, str]:
    """Return the ids of the passages that should be in Chroma, with their articles."""
    should = {f"{k.key}.{n}": article_id for article_id, k in shelf.shelved().items() for n in range(k.rows)}
    for version in recorded.newest.values():
        should.update(dict.fromkeys(version.names, version.article_id))
    return should


def rows(shelf: Shelf, recorded: Recorded, names: set[str]) -> list[Problem]:
    """Compare the passages that should be in Chroma with those that are."""
    should = expected(shelf, recorded)
    lost = [name for name in should if name not in names]
    return [
        *problem("row_loss", lost, "passages", (should[name] for name in lost)),
        *problem("orphans", names - set(should), "vectors"),
    ]


def words(shelf: Shelf) -> list[Problem]:
    """Compare the indexed words with the articles' texts."""
    stale = []
    for article_id, known in shelf.shelved().items():
        if not _as_stored(shelf, article_id, known.rows):
            stale.append(article_id)
    found = problem("stale_index", stale, "articles whose words are not indexed as they stand", stale)
    return found or _unsound(shelf)


def _as_stored(shelf: Shelf, article_id: str, rows: int) -> bool:
    """Whether an article's passages tile its text and are indexed word for word."""
    try:
        passages, text = shelf.passages(article_id), shelf.article(article_id).text
    except (ValueError, KeyError, zlib.error):
        return False
    tiled = "".join(p.text for p in passages) == text and len(passages) == rows
    return tiled and shelf.indexed(article_id) == [indexable(p.text) for p in passages]


def _unsound(shelf: Shelf) -> list[Problem]:
    """Ask for some passages by their words, and for all heads: an index may be broken though its texts are there."""
    try:
        heads = shelf.heads()
        known = {head.article_id for head in heads}
        some = heads[:: max(1, len(heads) // ASKED)]
        lost = [head.article_id for head in some if not _found_by_words(shelf, head.article_id)]
        lost += sorted(shelf.owners() - known)
    except (sqlite3.Error, ValueError) as error:
        return problem("stale_index", ["words"], f"index of words ({str(error)[:80]})")
    return problem("stale_index", lost, "articles that a search for their words does not find", lost)


def _found_by_words(shelf: Shelf, article_id: str) -> bool:
    first = next((p for p in shelf.passages(article_id) if len(plain_words(p.text)) >= LEAST), None)
    return first is None or bool(
        shelf.search(" ".join(plain_words(first.text)[:LEAST]), 1, only=[article_id])
    )


def vectors(store: Store, shelf: Shelf, names: set[str], *, graph: bool = False) -> list[Problem]:
    """Ask Chroma for each passage's vector, in a process of its own: a broken index can take its process down."""
    command = [sys.executable, "-m", "presscheck.vectorstore.probe", str(store.folder)]
    done = subprocess.run(command + ["--graph"] * graph, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        why = (done.stderr.strip().splitlines() or [f"it ended with {done.returncode}"])[-1][:120]
        return problem("damaged_file", ["index"], f"file, Chroma's index of vectors ({why})")
    keys = {known.key: article_id for article_id, known in shelf.shelved().items()}
    found: dict[str, list[str]] = json.loads(done.stdout)
    kinds: dict[Kind, list[str]] = {"vector_loss": found["lost"], "off_graph": found["off_graph"]}
    problems = []
    for kind, missed in kinds.items():
        there = [name for name in missed if name in names]
        problems += problem(kind, there, "passages", (keys[name.rpartition(".")[0]] for name in there))
    return problems
