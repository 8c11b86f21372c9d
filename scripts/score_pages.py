"""Score the reading of web pages: what share of an article's words survives, and how much furniture comes along.

    python scripts/score_pages.py DATA [--limit 60] [--style NAME] [--show 5]

DATA is the folder that holds `transcripts/documents.jsonl` and `transcripts/whitehouse.jsonl`. Each text is written out as
HTML in several page styles (`page_styles.py`) with furniture around it, every word of which is marked; the page is loaded,
and the words of the article and of the furniture are counted in what comes out.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from page_styles import STYLES, Furniture, Paragraph, Text, words

from presscheck.errors import UnreadableFile
from presscheck.text.turns import find_turns
from presscheck.vectorstore.loaders.html import read_page

GOAL_KEPT, GOAL_FURNITURE = 0.995, 0.005


def documents(data: Path) -> Iterator[Text]:
    """Yield the statements."""
    for line in (data / "transcripts" / "documents.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        parts = [plain(p) for p in re.split(r"\n\s*\n", row["text"]) if plain(p)]
        yield Text(row["title"], row["published"], [(None, p) for p in parts])


def plain(markdown: str) -> str:
    """Return a paragraph without the marks that the data have in place of bold type and links."""
    return re.sub(r"\s+", " ", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", markdown).replace("*", "")).strip(
        " #>-"
    )


def briefings(data: Path) -> Iterator[Text]:
    """Yield the transcripts."""
    for line in (data / "transcripts" / "whitehouse.jsonl").open(encoding="utf-8"):
        row = json.loads(line)
        turns: Any = row["turns"] if isinstance(row["turns"], list) else json.loads(row["turns"])
        found: list[Paragraph] = []
        for turn in turns:
            first, *more = [plain(p) for p in turn["text"].split("\n") if plain(p)] or [""]
            found += [(turn["speaker"], first), *((None, p) for p in more)]
        yield Text(row["title"], row["published"], [p for p in found if p[1]])


class Score(NamedTuple):
    """Words of a page: the article's that survived, all of the article, furniture loaded, all that was loaded; and turns."""

    kept: int
    wanted: int
    furniture: int
    loaded: int
    turns: int = 0
    wanted_turns: int = 0


def score(text: Text, page: str) -> Score:
    """Load a page and count."""
    wanted = text.words
    try:
        loaded = read_page(page, origin="page.html").text
    except UnreadableFile:
        return Score(0, wanted.total(), 0, 0)
    found = words(loaded)
    furniture = sum(n for word, n in found.items() if word.endswith("zq"))
    # The page's own labels: QUESTION for Q.
    found["Q"] += found["QUESTION"]
    turns, wanted_turns = speakers(loaded, text.title), speakers(text.plain, text.title)
    counts = (found & wanted).total(), wanted.total(), furniture, found.total()
    return Score(*counts, (turns & wanted_turns).total(), wanted_turns.total())


def speakers(text: str, title: str) -> Counter[tuple[str | None, str]]:
    """Count the turns by speaker and role."""
    return Counter((turn.speaker, turn.role) for turn in find_turns(text, title))


def main() -> None:
    """Print a line for each style and kind of text."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, default=60)
    parser.add_argument("--style", choices=STYLES)
    parser.add_argument("--show", type=int, default=0)
    options = parser.parse_args()
    sets = {"statements": documents(options.data), "transcripts": briefings(options.data)}
    for kind, source in sets.items():
        texts = [text for text in source if text.words.total() >= 60]
        chosen = random.Random(0).sample(texts, min(options.limit, len(texts)))
        for name in [options.style] if options.style else STYLES:
            scored = [(score(t, STYLES[name](t, Furniture(n))), t) for n, t in enumerate(chosen)]
            kept = sum(s.kept for s, _ in scored) / sum(s.wanted for s, _ in scored)
            furniture = sum(s.furniture for s, _ in scored) / max(1, sum(s.loaded for s, _ in scored))
            holds = kept >= GOAL_KEPT and furniture <= GOAL_FURNITURE
            told = f"kept {kept:8.3%}   furniture {furniture:8.3%}"
            if wanted_turns := sum(s.wanted_turns for s, _ in scored):
                told += f"   turns {sum(s.turns for s, _ in scored) / wanted_turns:8.3%}"
            print(
                f"{kind:12} {name:10} {len(scored):4} pages   {told}   {'holds' if holds else 'FALLS SHORT'}"
            )
            for s, text in sorted(
                scored,
                key=lambda pair: pair[0].kept / pair[0].wanted - pair[0].furniture / max(1, pair[0].loaded),
            )[: options.show]:
                print(f"      {s}  {text.title[:80]}")


if __name__ == "__main__":
    main()
