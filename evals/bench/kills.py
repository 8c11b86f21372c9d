"""Kill a writer at random moments, and look each time whether anything is lost: `python -m presscheck.evals.bench.kills 300`.

The writer keeps a journal of what it is about to do and of what it has reported done. After each kill every article
reported as stored must be there, whole, as it was or as it was about to be. The next `add` may finish what was cut off,
but never goes back to what was before; after it the doctor must find nothing.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, NamedTuple

from presscheck.evals.bench.corpus import news
from presscheck.models import Article, text_hash
from presscheck.vectorstore.compaction import compact
from presscheck.vectorstore.doctor import examine
from presscheck.vectorstore.intake import Intake
from presscheck.vectorstore.search import search
from presscheck.vectorstore.store import Store

IDS = 60
"""Articles that come and go."""
KINDS = ("add",) * 5 + ("replace",) * 4 + ("remove",) * 3 + ("compact",)
PRELOADED = ["presscheck.vectorstore.writer", "wordllama", "chromadb"]

State = dict[str, list[str | None]]
"""The hashes that an article may have now, by id: as it was, then as it was about to be. None: it may be gone."""


class Outcome(NamedTuple):
    """What became of it: kills by what was going on, and all that was found wrong."""

    kills: Counter[str]
    faults: list[str]


# The one who is killed


def work(folder: Path, journal: Path, seed: int) -> None:
    """Change the desk until killed."""
    rng, store = random.Random(seed), Store(folder)
    with journal.open("a", encoding="utf-8", buffering=1) as file:
        while True:
            kind = rng.choice(KINDS)
            texts = _texts(kind, rng, {h.article_id for h in store.heads()} if store.exists else set())
            told = {key: text and text_hash(text) for key, text in texts.items()}
            file.write(json.dumps({"kind": kind, "begun": told}) + "\n")
            _act(store, kind, texts)
            file.write(json.dumps({"kind": kind, "done": told}) + "\n")


def _texts(kind: str, rng: random.Random, there: set[str]) -> dict[str, str | None]:
    """Return the new texts by id; None: to be removed."""
    count = rng.choice((1, 1, 3, 12))
    if kind == "compact":
        return {}
    if kind == "add":
        return {f"k{rng.randrange(IDS)}": _text(rng) for _ in range(count)}
    some = rng.sample(sorted(there - {"kept"}), min(count, max(0, len(there) - 1)))
    return {key: _text(rng) if kind == "replace" else None for key in some}


def _text(rng: random.Random) -> str:
    words = news(rng.randrange(10**9))
    return words[: rng.randint(300, len(words))]


def _act(store: Store, kind: str, texts: Mapping[str, str | None]) -> None:
    if kind == "compact":
        compact(store)
    elif kind == "remove":
        with store.write() as writer:
            writer.remove(list(texts))
    else:
        _add(store, {key: text for key, text in texts.items() if text is not None})


def _add(store: Store, texts: Mapping[str, str]) -> None:
    intake = Intake(store)
    for key, text in texts.items():
        intake.take(Article(id=key, text=text))
    intake.finish()


# The one who looks


def trial(
    folder: Path, kills: int, seed: int = 0, told: Callable[[Outcome], object] = lambda _: None
) -> Outcome:
    """Kill a writer so many times; an outcome without faults is what is hoped for. `told` is called after each."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    rng, outcome, state = random.Random(seed), Outcome(Counter(), []), State()
    desk = folder / "desk"
    _add(Store(desk), {"kept": news(-1)})
    state["kept"] = [text_hash(news(-1))]
    for number in range(kills):
        journal = folder / f"journal-{number}"
        writer = context.Process(target=work, args=(desk, journal, rng.randrange(10**9)))
        writer.start()
        _kill(writer, journal, rng)
        outcome.kills[_followed(journal, state)] += 1
        outcome.faults.extend(f"kill {number}: {fault}" for fault in _faults(desk, state, number, rng))
        told(outcome)
    return outcome


def _kill(writer: BaseProcess, journal: Path, rng: random.Random) -> None:
    """Kill it: one time in five as it opens, else soon or later after its first change began."""
    while rng.random() < 0.8 and writer.is_alive() and not journal.exists():
        time.sleep(0.002)
    time.sleep(rng.choice((0.03, 0.3, 1.5)) * rng.random())
    if writer.pid is not None:
        os.kill(writer.pid, signal.SIGKILL)
    writer.join()


def _followed(journal: Path, state: State) -> str:
    """Bring the state up to what the journal says; return what was going on at its end."""
    going = "opening"
    for line in journal.read_text("utf-8").splitlines() if journal.exists() else ():
        told: dict[str, Any] = json.loads(line)
        going = told["kind"] if "begun" in told else "between"
        for key, sha in told.get("begun", {}).items():
            state[key] = [*state.get(key, [None]), sha]
        for key, sha in told.get("done", {}).items():
            state[key] = [sha]
    return going


def _faults(desk: Path, state: State, number: int, rng: random.Random) -> Iterator[str]:
    store = Store(desk)
    yield from _wrong(store, state)
    queries = [news(rng.randrange(10**9))[:80] for _ in range(3)]
    yield from (fault for query in queries for fault in _half(store, query))
    text = news(-2 - number)
    _add(store, {"next": text})
    state["next"] = [text_hash(text)]
    yield from _wrong(store, state)
    state.update({key: hashes[:1] for key, hashes in state.items()})
    found = examine(desk)
    if not found.healthy:
        yield f"the doctor after the next add: {found}"


def _wrong(store: Store, state: State) -> Iterator[str]:
    """Yield the articles that are not as they were reported; what was before what is seen now may not come back."""
    there = {head.article_id for head in store.heads()}
    for key in {*state, *there}:
        article = store.article(key) if key in there else None
        sha = text_hash(article.text) if article else None
        may_be = state.get(key, [None])
        if sha not in may_be:
            yield f"{key} is {sha}, not one of {may_be}"
        elif article and "".join(p.text for p in store.passages(key)) != article.text:
            yield f"{key} is not whole"
        state[key] = may_be[may_be.index(sha) :] if sha in may_be else [sha]


def _half(store: Store, query: str) -> Iterator[str]:
    """Yield the hits of a query that are no part of a whole article."""
    for hit in search(store, query, 8):
        article = store.article(hit.article_id)
        if text_hash(article.text) != hit.sha256 or article.text[hit.start : hit.end] != hit.text:
            yield f"a query is answered with what is no part of {hit.article_id}"


def _tell(outcome: Outcome) -> None:
    if outcome.kills.total() % 10 == 0:
        sys.stderr.write(f"{outcome.kills.total()} kills, {len(outcome.faults)} faults\n")


def main(kills: int, seed: int = 0) -> int:
    """Run the trial and tell; return 1 if anything was found wrong."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = trial(Path(folder), kills, seed, _tell)
    sys.stdout.write(f"{outcome.kills.total()} kills: {dict(outcome.kills.most_common())}\n")
    sys.stdout.write("\n".join([f"{len(outcome.faults)} faults", *outcome.faults]) + "\n")
    return min(1, len(outcome.faults))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:] or ["300"])))
