"""The labelled (source, claim) pairs that `train_support.py` learns from: those of a folder, and planted ones."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import WORD, Words
from presscheck.text.sentences import split_sentences
from presscheck.text.words import lemma

NEWS, LONGEST = frozenset(["frank", "cliff", "wice"]), 16
"""Sets whose sources give true sentences, and the words with content that these have at most."""
SENTENCES = {"chance": 3, "own": 2}
"""How many sentences each source gives, by what stands in the place of one of their words."""
Row = dict[str, Any]


def read(folder: Path) -> list[Row]:
    """Return the rows, each with its set, its part of the set, and its document."""
    rows = []
    for path in sorted(folder.glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            row["set"], meta = path.stem.rpartition("_")[0], row["meta"]
            row["part"] = meta.get("domain") or meta.get("origin") or ""
            row["document"] = meta.get("article") or row["source"]
            rows.append(row)
    return rows


def planted(rows: Sequence[Row]) -> list[Row]:
    """Return sentences of news sources as they stand, and each with one word replaced by another.

    The other word is any (the part "chance"), or one of the same source (the part "own"). Sets of free claims have few
    sentences that are their source's but for a word: without these a model learns that a word may well be missing, or
    may as well stand somewhere else.
    """
    chance, documents = (
        random.Random(1),
        {r["source"]: r["document"] for r in reversed(rows) if r["set"] in NEWS},
    )
    lines = files("presscheck.text").joinpath("common.txt").read_text("utf-8").splitlines()
    common = " ".join(line for line in lines if not line.startswith("#")).split()
    found: list[Row] = []
    for source, document in documents.items():
        told = [(s.text, Words(s.text)) for s in split_sentences(source)]
        fitting = [(text, words) for text, words in told if 3 <= len(words.content) <= LONGEST]
        own = _by_kind(words for _, words in told)
        for part, count in SENTENCES.items():
            for text, words in chance.sample(fitting, min(count, len(fitting))):
                false = _with_another(text, words, own if part == "own" else None, common, chance)
                for claim, label in ((text, 1), (false, 0)) if false else ():
                    found.append(_planted(source, document, claim, label, part))
    return [{**row, "id": f"planted-{number}"} for number, row in enumerate(found)]


Kind = tuple[str, str]
"""The part of speech that a word mostly is, and its ending: words of one kind can stand for each other."""


def _kind(words: Words, place: int) -> Kind:
    part, form = lexicon.parts(words.lemmas[place])[:1], words.forms[place]
    return part, form[-2:] if part == "v" else form[-1:] * form.endswith("s")


def _by_kind(sentences: Iterable[Words]) -> dict[Kind, set[str]]:
    found: dict[Kind, set[str]] = defaultdict(set)
    for words in sentences:
        for i in (i for i in words.content if words.kinds[i] is WORD):
            found[_kind(words, i)].add(words.forms[i])
    return found


def _with_another(
    text: str, words: Words, own: dict[Kind, set[str]] | None, common: list[str], chance: random.Random
) -> str:
    """Return the text with one word replaced by a common one or, given its source's words, by one of these."""
    plain = [i for i in words.content if words.kinds[i] is WORD]
    chance.shuffle(plain)
    for at in plain:
        others = common if own is None else sorted(own[_kind(words, at)])
        fitting = [
            w for w in others if w not in words.forms and not lexicon.relation(lemma(w), words.lemmas[at])
        ]
        if fitting:
            return text[: words.starts[at]] + chance.choice(fitting) + text[words.ends[at] :]
    return ""


def _planted(source: str, document: str, claim: str, label: int, part: str) -> Row:
    return {
        "source": source,
        "claim": claim,
        "label": label,
        "set": "planted",
        "part": part,
        "document": document,
    }
