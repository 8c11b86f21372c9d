"""Score the check of quotations on misquotations made from White House press briefings.

    python scripts/score_quotes.py DATA [--articles 40] [--passes 2] [--seed 0] [--show KIND] [--speed]

DATA is the folder that holds `transcripts/whitehouse.jsonl`, one briefing a line: title, published, header, turns
(speaker, text). Each briefing is stored as a complete transcript; each misquotation is one sentence of a draft.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.quotes import check as quotes
from presscheck.chains.check.report import make_report
from presscheck.chains.check.run import Check, run
from presscheck.chains.check.sources import Sources
from presscheck.evals.mutate import Outcome, mutations, outcome, tally
from presscheck.models import Article, Engine, Report
from presscheck.vectorstore.library import MemoryLibrary


def briefing(row: dict[str, Any]) -> Article:
    """Return a briefing as a transcript with `LABEL:  text` paragraphs."""
    turns = [
        f"Q  {t['text']}" if t["speaker"] == "Q" else f"{t['speaker']}:  {t['text']}" for t in row["turns"]
    ]
    return Article(
        text="\n\n".join([row.get("header") or "", *turns]).strip(),
        title=row["title"],
        origin=f"{row['id']}.txt",
        published=row["published"],
        kind="transcript",
        complete="yes",
    )


def briefings(data: Path, count: int, offset: int) -> list[Article]:
    """Return so many briefings spread over the file, without the shortest."""
    lines = (data / "transcripts" / "whitehouse.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    fitting = [r for r in rows if r["n_words"] > 1500]
    return [briefing(r) for r in fitting[offset :: max(1, len(fitting) // count)][:count]]


def outcomes(articles: list[Article], seed: int, most: int | None) -> Iterator[Outcome]:
    """Check every mutation against the briefing that it was made from."""
    for article in articles:
        library = MemoryLibrary([article])
        for _, made in mutations([article], ["quotes"], seed=seed, per_article=most):
            store = MemoryLibrary([article, *made.distractors]) if made.distractors else library
            yield outcome(made, checked(Article(id="draft", text=made.text), store))


def checked(article: Article, library: MemoryLibrary, checks: Sequence[Check] = (quotes.check,)) -> Report:
    """Return the report of the check of quotations alone, or of these checks."""
    draft = Draft(article)
    sources = Sources(library, draft)
    findings = run(draft, sources, checks)
    return make_report(draft, sources, findings, support=None, engine=Engine(version=""))


def print_table(results: list[Outcome], show: str | None) -> None:
    """Print the share that came out right of each kind, and what went wrong of one."""
    reasons: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for result in results:
        for reason in result.reasons:
            reasons[result.mutation.kind][reason] += 1
    for row in tally(results):
        told = ", ".join(f"{r} {n}" for r, n in sorted(reasons[row.kind].items(), key=lambda x: -x[1]))
        print(f"{row.kind:34} {100 * row.share:6.1f} % of {row.total:5}   {told}")
    for result in results:
        if show and (show == "all" or result.mutation.kind.startswith(show)) and not result.right:
            print(
                f"\n{result.mutation.kind}: {', '.join(result.reasons)}\n  {result.mutation.text}\n  was: {result.mutation.was}"
            )


def print_speed(articles: list[Article], per_article: int = 20) -> None:
    """Print milliseconds for one quotation, against one briefing and against all of them."""
    rng = random.Random(0)
    drafts = [m for _, m in mutations(articles, ["quotes"], per_article=per_article)]
    rng.shuffle(drafts)
    longest = max(articles, key=lambda a: len(a.text))
    own = [m for m in drafts if m.source_id == longest.id]
    _time(
        f"one briefing of {len(longest.text.split())} words", MemoryLibrary([longest]), [m.text for m in own]
    )
    everything = MemoryLibrary(articles)
    passages = sum(len(everything.passages(a.id)) for a in articles)
    _time(f"{len(articles)} briefings, {passages} passages", everything, [m.text for m in drafts[:200]])


def _time(what: str, library: MemoryLibrary, texts: list[str]) -> None:
    spent = []
    for text in texts:
        draft = Draft(Article(id="draft", text=text))
        draft.quotes  # noqa: B018 (reading is not what is timed)
        sources = Sources(library, draft)
        begun = time.perf_counter()
        list(quotes.check(draft, sources, ()))
        spent.append(1000 * (time.perf_counter() - begun))
    high = sorted(spent)[int(0.95 * len(spent))] if spent else 0
    print(
        f"{what}: median {statistics.median(spent):.1f} ms, 95 % under {high:.1f} ms ({len(spent)} quotations)"
    )


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("data", type=Path)
    parser.add_argument("--articles", type=int, default=40)
    parser.add_argument("--offset", type=int, default=0)
    parser.add_argument("--per-article", type=int, default=None)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--show")
    parser.add_argument("--speed", action="store_true")
    args = parser.parse_args()
    articles = briefings(args.data, args.articles, args.offset)
    if args.speed:
        print_speed(articles)
    else:
        print_table(list(outcomes(articles, args.seed, args.per_article)), args.show)


if __name__ == "__main__":
    main()
