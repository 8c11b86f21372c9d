"""What the doctor looks at, one thing a function. Nothing is changed here."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from typing import Any, NamedTuple

from presscheck.vectorstore import chroma
from presscheck.vectorstore.compaction import size_of
from presscheck.vectorstore.doctor import Examination, Kind, Problem, problem
from presscheck.vectorstore.entries import entries
from presscheck.vectorstore.lexical import plain_words
from presscheck.vectorstore.salvage import CHROMA_FILE, is_whole, never_filled, salvage
from presscheck.vectorstore.shelf import Shelf
from presscheck.vectorstore.store import ARTICLES, CHROMA, PASSAGES, SHELF, Store
from presscheck.vectorstore.versions import PAGE, Version, exact, from_metadata

ASKED, LEAST = 50, 5
"""Articles that are asked for by words of theirs, and how many words."""


class Recorded(NamedTuple):
    """What Chroma's records say: the newest version of each article without its text, and what is broken."""

    newest: dict[str, Version]
    broken: list[tuple[str, str]]
    """Key and article id."""
    whole: dict[tuple[str, str], str]
    """Keys of the whole versions by article id and hash of the text; of equal ones the last read."""


def look(store: Store, *, graph: bool = False) -> Examination:
    """Return what is found; the write lock is held. `graph` has Chroma's own graph asked as well."""
    home = store.home
    first = not store.mark.server and never_filled(home)
    problems = problem("unfinished", ["first"], "write, the desk's first") if first else broken_files(store)
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
    """Tell which files can't be read as what they are, and if none of both can, how much of them still can."""
    here = [SHELF] if store.mark.server else [SHELF, f"{CHROMA}/{CHROMA_FILE}"]
    broken = [name for name in here if not is_whole(store.home / name)]
    found = [p for name in broken for p in problem("damaged_file", [name], f"file, {_called(store, name)}")]
    if len(broken) < 2:
        return found
    whole = salvage(store.home).newest()
    left = f"articles can still be read in {SHELF} and {CHROMA_FILE} together"
    return [
        *found,
        *(problem("readable", whole, left) or [Problem(kind="readable", count=0, what=f"no {left}")]),
    ]


def _called(store: Store, name: str) -> str:
    return f"{name} (a folder is in its place)" if (store.home / name).is_dir() else name


def _compared(store: Store, shelf: Shelf, graph: bool) -> list[Problem]:
    intent: dict[str, dict[str, int]] = json.loads(shelf.meta("intent") or "{}")
    problems = problem("unfinished", intent, "write") if intent else []
    shelf.note("writer", "")  # whoever has Chroma open looks anew
    try:
        with store.chroma.at(None) as client:
            articles = chroma.collection(client, chroma.named(store.place, ARTICLES), chroma.LIGHT)
            recorded = recorded_in(articles)
            remember_superseded(shelf, articles, recorded)
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
    problems += lost_versions(shelf, recorded)
    problems += rows(shelf, recorded, names)
    problems += words(shelf, recorded)
    return problems + vectors(store, shelf, names, graph=graph)


def recorded_in(articles: Any) -> Recorded:  # noqa: ANN401 (Chroma's own)
    """Read every record that Chroma has."""
    recorded = Recorded({}, [], {})
    for key, metadata in _metadatas(articles):
        try:
            version = from_metadata(key, metadata)
        except Exception:  # whatever is wrong with it, it is broken
            recorded.broken.append((key, str((metadata or {}).get("article", ""))))
            continue
        if not exact(version):
            recorded.broken.append((key, version.article_id))
            continue
        if version.article is not None:
            recorded.whole[version.article_id, version.article.sha256] = key
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


def remember_superseded(shelf: Shelf, articles: Any, recorded: Recorded) -> None:  # noqa: ANN401 (Chroma's own)
    """Copy to the shelf what it does not know of superseded versions: other machines, or an older release, wrote them."""
    known = shelf.past.known() | {(article_id, k.sha256) for article_id, k in shelf.shelved().items()}
    there = {article_id for article_id, version in recorded.newest.items() if version.article is not None}
    keys = [key for pair, key in recorded.whole.items() if pair[0] in there and pair not in known]
    for at in range(0, len(keys), PAGE):
        got = articles.get(ids=keys[at : at + PAGE], include=["metadatas"])
        shelf.past.remember(from_metadata(*each) for each in zip(got["ids"], got["metadatas"], strict=True))


def lost_versions(shelf: Shelf, recorded: Recorded) -> list[Problem]:
    """Tell which superseded versions only the shelf still has."""
    lost = [
        article_id for article_id, sha256 in shelf.past.known() if (article_id, sha256) not in recorded.whole
    ]
    return problem("version_loss", lost, "superseded versions", lost)


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


def words(shelf: Shelf, recorded: Recorded) -> list[Problem]:
    """Compare what is on the shelf with the records, and ask for some passages by their words."""
    return entries(shelf, recorded.newest) or _unsound(shelf)


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
