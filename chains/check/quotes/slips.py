"""Slips of the tongue that are put right at once: "circums- — circumstances", "Mr. Voss — Minister Voss —", "smugglers — pardon me"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from presscheck.chains.check.quotes.words import Word
from presscheck.chains.check.words.cues import is_negative

LONGEST = 3
"""Words that are put right by others, at most."""

_CUT = re.compile(r"[-‐‑]\s*[-‐‑‒–—―]|[–—―]")
_CLOSING = re.compile(r"\s*[–—―]")
_DASH = re.compile(r"\s*[-‐‑‒–—―]+\s*")
_SORRY = re.compile(
    r"[\s,.;–—-]*(?:pardon|excuse|forgive) me\b|[\s,.;–—-]*(?:I'm |I’m )?sorry\b(?=\s*[.,–—-])", re.IGNORECASE
)
Runs = Iterator[Sequence[int]]
"""Runs of words, by their indices, that a quotation may leave out."""


def cut_off(text: str, words: Sequence[Word], order: Sequence[int]) -> Runs:
    """Yield words that break off at a hyphen: "circums- — circumstances"; before a mere dash the whole word must follow."""
    for at, after in pairwise(order):
        between = text[words[at].end : words[after].start]
        mark = _CUT.match(between)
        begun = words[after].key.startswith(words[at].key) and words[after].key != words[at].key
        if mark and (mark.end() > 1 or begun) and not is_negative(words[at].key):
            yield [at]


def corrected(text: str, words: Sequence[Word], order: Sequence[int]) -> Runs:
    """Yield words that others replace right behind a dash: with the same noun up to the next dash, or with a "pardon me"."""
    for at in range(1, len(order)):
        if not _DASH.fullmatch(text, words[order[at - 1]].end, words[order[at]].start):
            continue
        for n in range(1, min(LONGEST, at, len(order) - at) + 1):
            old, new = order[at - n : at], order[at : at + n]
            if any(is_negative(words[i].key) for i in (*old, *new)) or "." in _between(text, words, old, new):
                break
            behind = words[new[-1]].end
            if sorry := _SORRY.match(text, behind):
                yield [*old, *(i for i in order[at + n : at + n + LONGEST] if words[i].end <= sorry.end())]
                break
            same_head = n > 1 and words[old[-1]].key == words[new[-1]].key
            if same_head and _CLOSING.match(text, behind):
                yield old
                break


def _between(text: str, words: Sequence[Word], old: Sequence[int], new: Sequence[int]) -> str:
    """Return what stands between the words put right but for the stops of titles such as "Mr."."""
    run = [*old, *new]
    gaps = (text[words[a].end : words[b].start] for a, b in pairwise(run) if len(words[a].key) > 3)
    return " ".join(gaps)
