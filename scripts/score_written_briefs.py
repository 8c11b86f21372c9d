"""Have a real model write briefs on six topics, and count what became of its sentences.

    python scripts/score_written_briefs.py openai:NAME --base-url http://127.0.0.1:8091/v1 [--topics 6] [--cache FILE]

No sentence may be shown without a citation that holds its characters, nor with a figure that no cited source has: both are
counted here anew, without the engine's check.
"""

from __future__ import annotations

import argparse
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from presscheck.answers import AnswerCache
from presscheck.chains.brief import make_brief
from presscheck.errors import ModelError
from presscheck.evals.events import EVENTS
from presscheck.evals.groups import planted_groups
from presscheck.llm import Model, ModelOptions
from presscheck.models import Article, Brief, BriefSentence
from presscheck.vectorstore.library import MemoryLibrary

DIGITS = re.compile(r"\d[\d,.]*\d|\d")


def unsound(sentence: BriefSentence, articles: dict[str, Article]) -> Iterator[str]:
    """Yield why a shown sentence should not have been shown."""
    if not sentence.citations:
        yield "no citation"
    for e in sentence.citations:
        if articles[e.article_id].text[e.start : e.end] != e.text:
            yield "span"
    cited = " ".join(articles[e.article_id].text for e in sentence.citations)
    dates = " ".join(str(articles[e.article_id].published) for e in sentence.citations)
    words = re.sub(r"\([^()]*\d{4}\)$", "", sentence.text)
    for number in DIGITS.findall(words):
        if number not in cited and number not in dates:
            yield f"figure {number}"


def shown(brief: Brief) -> list[BriefSentence]:
    """Return all sentences of a brief."""
    return [*([brief.summary] if brief.summary else []), *brief.sentences]


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("model")
    parser.add_argument("--base-url")
    parser.add_argument("--topics", type=int, default=6)
    parser.add_argument("--words", type=int, default=60)
    parser.add_argument("--cache", type=Path)
    given = parser.parse_args()
    options = ModelOptions(
        base_url=given.base_url, api_key="none", seconds=3000, concurrency=1, longest_answer=700, retries=1
    )
    model = Model(given.model, options=options, cache=AnswerCache(given.cache) if given.cache else None)
    total: Counter[str] = Counter()
    wrong = 0
    for event, group in zip(EVENTS, planted_groups(given.topics, seed=11), strict=False):
        begun = time.monotonic()
        articles = {a.id: a for a in group.articles}
        try:
            brief = make_brief(MemoryLibrary(group.articles), event.title, words=given.words, model=model)
        except ModelError as error:
            print(f"{event.title}: {error}", flush=True)
            total["no brief"] += 1
            continue
        counts = brief.wording.model_dump() if brief.wording else {}
        total.update(counts)
        found = [w for s in shown(brief) for w in unsound(s, articles)]
        wrong += len(found)
        print(
            f"{event.title}: {counts}, {len(shown(brief))} shown, {time.monotonic() - begun:.0f} s {found}",
            flush=True,
        )
        for sentence in shown(brief):
            print(f"    {sentence.text}", flush=True)
    print(f"all: {dict(total)}; unsound sentences shown: {wrong}")


if __name__ == "__main__":
    main()
