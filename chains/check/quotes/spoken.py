"""What was said, as words, with those marked that a quotation may leave out.

A newsroom may drop "uh" and "um", "you know" between commas, a word said twice, a false start that is taken up again
("we will — we will"), a word cut off or put right at once, and what a stenographer put in brackets. All else that was said
counts.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache

from presscheck.chains.check.quotes.slips import corrected, cut_off
from presscheck.chains.check.quotes.words import FILLERS, Word, base, read_words
from presscheck.chains.check.words.cues import is_negative

LONGEST_REPEAT = 6
"""Words of the longest stretch that counts as said twice by a slip of the tongue."""

_ASIDE = re.compile(r"\[[^\]\n]{1,80}\]|\([^)\n]{1,80}\)")
_PHRASE = re.compile(
    r"(?:^|[,;.?!…—–-])\s+(?:you know|I mean|like)(?=\s?[,—–-])|[—–-]\s+right\?(?=\s+[—–-])", re.IGNORECASE
)
_DASH = re.compile(r"[-‐‑‒–—―]")
_STOP = re.compile(r"[.?!]")


class Spoken:
    """A stretch of a source read for comparison: `words` with offsets into `text`.

    `optional` numbers, word by word, what a quotation may leave out: words of one number go together, 0 stays.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = read_words(text)
        self.optional = optional(text, self.words)

    @cached_property
    def full(self) -> Runs:
        """All words, to be searched for runs."""
        return Runs(self.words, range(len(self.words)))

    @cached_property
    def bases(self) -> list[str]:
        """The base form of each word."""
        return [base(word.key) for word in self.words]

    @cached_property
    def lean(self) -> Runs:
        """The words without the optional ones, to be searched for runs."""
        kept = [i for i, group in enumerate(self.optional) if not group]
        return Runs([self.words[i] for i in kept], kept)


class Runs:
    """Words joined into one string, in which runs of words are found at the speed of `str.find`."""

    def __init__(self, words: list[Word], places: range | list[int]) -> None:
        self.places = places
        self.joined = " " + "".join(f"{w.key} " for w in words)
        self.starts: list[int] = []
        at = 1
        for word in words:
            self.starts.append(at)
            at += len(word.key) + 1

    def find(self, keys: list[str]) -> Iterator[tuple[int, int]]:
        """Yield (first, last) indices into the words of each place where the run stands."""
        wanted = f" {' '.join(keys)} "
        at = self.joined.find(wanted)
        while keys and at >= 0:
            first = bisect_left(self.starts, at + 1)
            yield self.places[first], self.places[first + len(keys) - 1]
            at = self.joined.find(wanted, at + 1)

    def longest_prefix(self, keys: list[str]) -> int:
        """Return how many of the first words stand in a run somewhere."""
        low, high = 0, len(keys)
        while low < high:
            middle = (low + high + 1) // 2
            if f" {' '.join(keys[:middle])} " in self.joined:
                low = middle
            else:
                high = middle - 1
        return low


@lru_cache(maxsize=512)
def spoken(text: str) -> Spoken:
    """Return a stretch of a source, read once."""
    return Spoken(text)


def optional(text: str, words: list[Word]) -> list[int]:
    """Give each filler, aside, repeat and false start, which a quotation may leave out, a number of its own.

    Repeats are looked for with "you know" and the like, then over them: "as a — you know, as a rule".
    """
    groups = [0] * len(words)
    order = _number(words, groups, [m.span() for m in _ASIDE.finditer(text)])
    phrased = [0] * len(words)
    lean = _number(words, phrased, [m.span() for m in _PHRASE.finditer(text)], order)
    runs = [
        run
        for kept in (order, lean)
        for find in (said_twice, _false_starts, cut_off, corrected)
        for run in find(text, words, kept)
    ]
    for n, run in enumerate(runs, len(words) + 1):
        for i in run:
            groups[i] = groups[i] or phrased[i] or n
    return [group or phrase for group, phrase in zip(groups, phrased, strict=True)]


def _number(
    words: Sequence[Word],
    groups: list[int],
    spans: Sequence[tuple[int, int]],
    of: Sequence[int] | None = None,
) -> list[int]:
    """Return the places of the words that are no fillers and in no span; number the others, those of one span alike."""
    kept = []
    for i in range(len(words)) if of is None else of:
        word = words[i]
        inside = next((a for a, b in spans if a <= word.start and word.end <= b), None)
        if inside is not None:
            groups[i] = -1 - inside
        elif word.key in FILLERS:
            groups[i] = i + 1
        else:
            kept.append(i)
    return kept


def said_twice(text: str, words: Sequence[Word], order: Sequence[int]) -> Iterator[Sequence[int]]:
    """Yield runs of words, by their indices, that follow at once a second time in the same sentence."""
    keys = [words[i].key for i in order]
    at = 0
    while at < len(keys):
        for n in range(1, min(LONGEST_REPEAT, (len(keys) - at) // 2) + 1):
            if keys[at] != keys[at + n] or keys[at : at + n] != keys[at + n : at + 2 * n]:
                continue
            if not _STOP.search(text, words[order[at + n - 1]].end, words[order[at + n]].start):
                yield order[at : at + n]
                at += n
                break
        else:
            at += 1


def _false_starts(text: str, words: list[Word], order: list[int]) -> Iterator[list[int]]:
    """Yield words broken off at a dash and taken up again with the same word: "the — the", "we will — we are"."""
    for at in range(1, len(order)):
        before, after = words[order[at - 1]], words[order[at]]
        if after.start - before.end < 2 or not _DASH.search(text, before.end, after.start):
            continue
        for n in range(1, min(LONGEST_REPEAT, at) + 1):
            first = words[order[at - n]]
            if _STOP.search(text, first.end, before.end) or is_negative(first.key):
                break
            if first.key == after.key:
                yield order[at - n : at]
                break
