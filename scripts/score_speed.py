"""How long checks take against a desk of 10,000 passages on disk: `python scripts/score_speed.py DATA`.

DATA/transcripts holds official texts and briefings; some texts of 500 to 800 words are held out and checked against the
others, each by some of the checks and once. Times are of the processor, all threads together.
"""

from __future__ import annotations

import json
import random
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from multiprocessing import get_context
from pathlib import Path

from presscheck.chains.check.dates import check as dates
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.figures import check as figures
from presscheck.chains.check.run import CHECKS, Check, run
from presscheck.chains.check.sources import Sources
from presscheck.desk import Desk
from presscheck.models import Article
from presscheck.vectorstore.store import Store

PASSAGES, HELD_OUT, AT_ONCE = 10_000, 37, 100
WORDS = range(500, 801)


def official(data: Path) -> tuple[list[Article], list[Article]]:
    """Return the texts that are held out, and the others."""
    found = [
        Article(id=r["id"], text=r["text"], published=r["published"].replace(" ", "T"), kind="official")
        for r in map(json.loads, (data / "transcripts" / "documents.jsonl").open(encoding="utf-8"))
    ]
    random.Random(4).shuffle(found)
    held = [a for a in found if len(a.text.split()) in WORDS][:HELD_OUT]
    return held, [a for a in found if a not in held]


def fill(folder: str, data: Path) -> None:
    """Add articles until there are enough passages."""
    from score_quotes import briefings  # in a process of its own, whose memory does not count

    desk, store, stored = Desk(folder), Store(Path(folder)), official(data)[1] + briefings(data, 1000, 1)
    random.Random(5).shuffle(stored)
    for at in range(0, len(stored), AT_ONCE):
        desk.add(*stored[at : at + AT_ONCE])
        if store.shelf.count() >= PASSAGES:
            break


def spent(store: Store, article: Article, checks: Sequence[Check]) -> tuple[float, int]:
    """Return the milliseconds that a check takes, and how many findings there are."""
    start = time.process_time()
    with store.reading() as library:
        draft = Draft(article)
        found = run(draft, Sources(library, draft), checks)
    return 1000 * (time.process_time() - start), len(found)


def main() -> None:
    """Print the numbers."""
    data = Path(sys.argv[1])
    held = official(data)[0]
    with tempfile.TemporaryDirectory() as folder:
        filling = get_context("spawn").Process(target=fill, args=(folder, data))
        filling.start()
        filling.join()
        store = Store(Path(folder))
        spent(store, held.pop(), CHECKS)  # the tables of words are loaded
        few = [spent(store, a, (figures.check, dates.check))[0] for a in held[::3]]
        some = [spent(store, a, CHECKS)[0] for a in held[1::3]]
        statements = [spent(store, a, CHECKS[-1:]) for a in held[2::3]]
        count = store.shelf.count()
    print(f"{count} passages; {len(held)} texts of {WORDS.start} to {WORDS.stop - 1} words")
    print(f"figures and dates of a text: {statistics.median(few):.0f} ms ({min(few):.0f} to {max(few):.0f})")
    print(f"all checks of a text: {statistics.median(some):.0f} ms")
    print(f"a statement, alone: {sum(ms for ms, _ in statements) / sum(n for _, n in statements):.1f} ms")
    print(f"memory at most: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000:.0f} MB")


if __name__ == "__main__":
    main()
