"""Plant faults in the statements of articles, and count what the check catches and what it flags falsely.

    python scripts/score_statements.py ARTICLES.jsonl [--limit N] [--show KIND] [--seed S]

`ARTICLES.jsonl` holds an article's `text` (or `article`, `source`) a line.
"""

from __future__ import annotations

import argparse
import json
import random
from pathlib import Path

from presscheck.evals.mutate import Outcome, run, tally
from presscheck.models import Article
from presscheck.text.sentences import split_sentences


def articles(path: Path, limit: int, seed: int) -> list[Article]:
    """Return a sample of the file's articles that are long enough to work on."""
    texts = []
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        text = row.get("text") or row.get("article") or row.get("source") or ""
        if len(split_sentences(text)) >= 8:
            texts.append(text)
    texts = list(dict.fromkeys(texts))
    return [Article(text=t) for t in random.Random(seed).sample(texts, min(limit, len(texts)))]


def main() -> None:
    """Print a line for each kind of mutation."""
    parser = argparse.ArgumentParser()
    parser.add_argument("path", type=Path)
    parser.add_argument("--limit", type=int, default=60)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--show", help="print what was judged wrongly of this kind")
    args = parser.parse_args()
    outcomes: list[Outcome] = list(
        run(articles(args.path, args.limit, args.seed), ("statements",), seed=args.seed)
    )
    for line in tally(outcomes):
        print(f"{line.kind:36s} {line.right:4d} of {line.total:4d}  {100 * line.share:5.1f} %")
    for control in (False, True):
        mine = [o for o in outcomes if o.mutation.control is control]
        right = sum(o.right for o in mine)
        print(
            f"{'controls' if control else 'faults':36s} {right:4d} of {len(mine):4d}  {100 * right / max(1, len(mine)):5.1f} %"
        )
    for o in outcomes:
        if args.show and o.mutation.kind.startswith(args.show) and not o.right:
            print("\n", o.mutation.kind, o.reasons, "\n  was:", o.mutation.was, "\n ", o.mutation.text)


if __name__ == "__main__":
    main()
