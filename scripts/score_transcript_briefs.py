"""Count what must never happen in a brief of a transcript: a lost attribution, a cut condition, a dangling reference.

    python scripts/score_transcript_briefs.py TRANSCRIPTS.jsonl [--limit 100] [--words 150] [--show]

A row has `turns` (speaker, role, text), `title` and `published`. Nothing of the engine's own rules is used to judge: who
speaks where comes from the row, the limits and pronouns from patterns of this script.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from presscheck.chains.brief import make_brief
from presscheck.errors import NothingToCheck
from presscheck.models import Article, Brief, BriefSentence
from presscheck.vectorstore.library import MemoryLibrary

LIMIT = re.compile(
    r"\s*(?:unless|only if|but only|except|provided|as long as|if not|although|though)\b", re.IGNORECASE
)
FIRST = re.compile(
    r"[“\"'‘]*(?:he|she|it|they|this|that|these|those|such|his|her|its|their|them|him|here|there)\b(?! (?:week|month|year|morning|is said|are (?:many|several|\d)))",
    re.IGNORECASE,
)
PRONOUN = re.compile(r"\b(?:he|she|him|her|his|hers|they|them|their)\b", re.IGNORECASE)
NAME = re.compile(r"\b(?!I\b|I’)[A-Z][\w’'.-]+")


class Turn(NamedTuple):
    """A turn with its characters in the transcript's text."""

    speaker: str
    role: str
    start: int
    end: int


def transcript(row: Mapping[str, Any]) -> tuple[Article, list[Turn]]:
    """Return the transcript as a text with labels, and where each turn stands."""
    text, turns = "", []
    for turn in row["turns"]:
        label = turn["speaker"] if turn["role"] != "question" else "Q"
        text += f"{label}: "
        turns.append(Turn(turn["speaker"], turn["role"], len(text), len(text) + len(turn["text"])))
        text += turn["text"].replace("\n", " ") + "\n\n"
    published = datetime.fromisoformat(row["published"])
    return Article(id=row["id"], title=row["title"], text=text, kind="transcript", published=published), turns


def faults(sentence: BriefSentence, article: Article, turns: list[Turn]) -> Iterator[str]:
    """Yield what is wrong with one sentence of a brief."""
    cited = sentence.citations[0]
    if article.text[cited.start : cited.end] != cited.text:
        yield "span"
    turn = next((t for t in turns if t.start <= cited.start and cited.end <= t.end), None)
    if turn is None or turn.role == "question":
        yield "attribution: not said by an official"
    said = re.fullmatch(r"“(.+)” (.+) said on [A-Z][a-z]+\.? \d+, \d{4}\.", sentence.text, re.DOTALL)
    if not said:
        yield "attribution: not a dated quotation"
    elif turn and not set(said[2].casefold().split()) & set(turn.speaker.casefold().split()):
        yield f"attribution: {said[2]} for {turn.speaker}"
    before, after = article.text[: cited.start].rstrip(), article.text[cited.end :]
    if before[-1:] not in '.!?:”"’)…—' and not re.search(
        r"\b(?:and|but|so|also|meanwhile|however|now|well|look|again|okay|yes|yeah|right|moreover|furthermore|besides|nevertheless|nonetheless|in addition|ok),?$",
        before,
        re.IGNORECASE,
    ):
        yield "cut: begins inside a sentence"
    if cited.text[-1:] not in '.!?”"’)' or LIMIT.match(after):
        yield "cut: a limit follows"
    words = cited.text
    if FIRST.match(words):
        yield "dangling: at the start"
    pronoun = PRONOUN.search(words)
    if (
        pronoun
        and not NAME.search(
            words[: pronoun.start()].split(" ", 1)[-1] if words[:1].isupper() else words[: pronoun.start()]
        )
        and not NAME.match(words)
    ):
        yield "dangling: nobody named before"


def everything(brief: Brief) -> list[BriefSentence]:
    """Return all sentences of a brief."""
    return [*([brief.summary] if brief.summary else []), *brief.sentences]


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("--words", type=int, default=150)
    parser.add_argument("--show", action="store_true")
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.data.read_text("utf-8").splitlines()]
    found: Counter[str] = Counter()
    briefs = sentences = 0
    for row in rows[:: max(1, len(rows) // given.limit)][: given.limit]:
        article, turns = transcript(row)
        try:
            brief = make_brief(MemoryLibrary([article]), words=given.words)
        except NothingToCheck:
            continue
        briefs += 1
        for sentence in everything(brief):
            sentences += 1
            for fault in faults(sentence, article, turns):
                found[fault.partition(":")[0]] += 1
                if given.show:
                    print(fault, "|", sentence.text)
    print(f"{briefs} briefs, {sentences} sentences")
    for name in ("span", "attribution", "cut", "dangling"):
        print(f"{name}: {found[name]}")


if __name__ == "__main__":
    main()
