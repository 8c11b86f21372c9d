"""Alignment of quoted words with what was said: all of the quotation, any stretch of the source.

Needleman and Wunsch (1970), with free ends in the source. A match of content words weighs more than one of stop words; optional words of the
source ("uh", repeats) are passed over at no cost, and a bracket of the quotation stands for up to `BRACKET_SPAN` words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from presscheck.chains.check.quotes.pieces import BRACKET
from presscheck.chains.check.quotes.spoken import Spoken
from presscheck.chains.check.quotes.words import Word, base, is_content

BRACKET_SPAN = 8
"""Words of the source that a bracket may stand for, at most."""

_CONTENT, _STOP = 6, 3
_REPLACED, _ADDED, _DROPPED = -3, -3, -2
_DIAGONAL, _UP, _LEFT = 0, 1, 2


StepKind = Literal["same", "other", "bracket"]


class Step(NamedTuple):
    """Quoted words `[q0:q1]` held against words `[s0:s1]` of the source."""

    kind: StepKind
    q0: int
    q1: int
    s0: int
    s1: int


class Alignment(NamedTuple):
    """Steps from the first to the last word of the quotation; `score` is comparable for one quotation only."""

    steps: tuple[Step, ...]
    score: int


def align(quoted: Sequence[Word], said: Spoken, first: int, last: int) -> Alignment:
    """Align a quotation with the words `[first:last]` of the source; linear in the product of their lengths."""
    words = said.words[first:last]
    optional = said.optional[first:last]
    score, pointers, end = _fill(quoted, words, optional)
    path = _trace(pointers, len(quoted), end)
    return Alignment(tuple(_steps(quoted, words, path, first)), score)


def _fill(
    quoted: Sequence[Word], words: Sequence[Word], optional: Sequence[int]
) -> tuple[int, list[bytearray], int]:
    width = len(words)
    dropping = [0 if o else _DROPPED for o in optional]
    row = [0] * (width + 1)
    pointers: list[bytearray] = []
    equal = _places(words, by_base=False)
    alike = _places(words, by_base=True)
    for word in quoted:
        if word.key == BRACKET:
            row, pointer = _bracket_row(row, width)
        else:
            row, pointer = _word_row(row, _worth(word, equal, alike, width), dropping)
        pointers.append(pointer)
    best = max(range(width + 1), key=row.__getitem__)
    return row[best], pointers, best


def _places(words: Sequence[Word], *, by_base: bool) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for i, word in enumerate(words):
        found.setdefault(base(word.key) if by_base else word.key, []).append(i)
    return found


def _worth(word: Word, equal: dict[str, list[int]], alike: dict[str, list[int]], width: int) -> list[int]:
    """Return what aligning this word with each word of the source is worth."""
    worth = [_REPLACED] * width
    weight = _CONTENT if is_content(word.key) else _STOP
    for i in alike.get(base(word.key), ()):
        worth[i] = weight // 2
    for key in (word.key, word.stem):
        for i in equal.get(key, ()) if key else ():
            worth[i] = weight
    return worth


def _word_row(above: list[int], worth: list[int], dropping: list[int]) -> tuple[list[int], bytearray]:
    left = above[0] + _ADDED
    row, pointer = [left], bytearray([_UP])
    for j, (gain, drop) in enumerate(zip(worth, dropping, strict=True)):
        best, how = above[j] + gain, _DIAGONAL
        if (up := above[j + 1] + _ADDED) > best:
            best, how = up, _UP
        if left + drop > best:
            best, how = left + drop, _LEFT
        row.append(best)
        pointer.append(how)
        left = best
    return row, pointer


def _bracket_row(above: list[int], width: int) -> tuple[list[int], bytearray]:
    """Let a bracket stand for none to `BRACKET_SPAN` words; the pointer is how many, past the three other moves."""
    row, pointer = [], bytearray()
    for j in range(width + 1):
        spans = range(min(BRACKET_SPAN, j) + 1)
        taken = max(spans, key=lambda n: above[j - n] - _bracket_cost(n))
        row.append(above[j - taken] - _bracket_cost(taken))
        pointer.append(_LEFT + 1 + taken)
    return row, pointer


def _bracket_cost(words: int) -> int:
    """Return what a bracket for so many words costs: most stand for one or two, fewer are put in beside them."""
    return words or 2


def _trace(pointers: list[bytearray], i: int, j: int) -> list[tuple[int, int, int, int]]:
    """Return the path as (q0, q1, s0, s1), in order."""
    path: list[tuple[int, int, int, int]] = []
    while i > 0:
        how = pointers[i - 1][j]
        if how == _DIAGONAL:
            before = (i - 1, j - 1)
        elif how == _UP:
            before = (i - 1, j)
        elif how == _LEFT:
            before = (i, j - 1)
        else:
            before = (i - 1, j - (how - _LEFT - 1))
        path.append((before[0], i, before[1], j))
        i, j = before
    path.reverse()
    return path


def _steps(
    quoted: Sequence[Word], words: Sequence[Word], path: list[tuple[int, int, int, int]], offset: int
) -> Iterator[Step]:
    """Join the path's moves into runs of the same words, stretches that differ, and brackets."""
    run: list[int] = []
    run_kind: StepKind = "other"
    for q0, q1, s0, s1 in path:
        kind = _kind(quoted[q0] if q1 > q0 else None, words[s0] if s1 > s0 else None)
        if run and kind == run_kind:
            run[1], run[3] = q1, s1 + offset
            continue
        if run:
            yield Step(run_kind, *run)
        run, run_kind = [q0, q1, s0 + offset, s1 + offset], kind
    if run:
        yield Step(run_kind, *run)


def _kind(quoted: Word | None, said: Word | None) -> StepKind:
    if quoted and quoted.key == BRACKET:
        return "bracket"
    return "same" if quoted and said and same_word(quoted, said) else "other"


def same_word(quoted: Word, said: Word) -> bool:
    """Tell whether a quoted word is the word that was said; "employ[ed]" is "employ" or "employs"."""
    if quoted.key == said.key:
        return True
    return bool(quoted.stem) and (said.key.startswith(quoted.stem) or base(said.key) == base(quoted.key))
