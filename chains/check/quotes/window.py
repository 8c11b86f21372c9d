"""Where in a long turn a quotation may stand: the stretch with which it is worth aligning it."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from presscheck.chains.check.quotes.pieces import BRACKET, Piece, Saying
from presscheck.chains.check.quotes.spoken import Spoken
from presscheck.chains.check.quotes.words import base, is_content

SPAN, MARGIN = 1.5, 8
"""A quotation is looked for in stretches of so many times its words, and so many words more on each side."""

RUN = 3
"""Words of a run that anchors a quotation to the same run in the source."""


class Window(NamedTuple):
    """Words `[first:last]` of a source; `content` and `words` count the quotation's different words among them."""

    content: int
    words: int
    first: int
    last: int
    span: tuple[int, int]


def best_window(piece: Piece, said: Spoken) -> Window | None:
    """Return the stretch of the source that has most of the piece's words, None if it has none."""
    length = int(len(piece.words) * SPAN) + MARGIN
    starts = {*_dense(piece, said, length), *_anchored(piece, said)}
    return max((_window(piece, said, at, length) for at in sorted(starts)), default=None)


def promise(saying: Saying, said: Spoken) -> float:
    """Return the share of a saying's content words that stand close together: at most so many can be aligned."""
    found = wanted = 0
    for piece in saying.pieces:
        wanted += len(_wanted(piece))
        window = best_window(piece, said)
        found += window.content if window else 0
    return found / max(1, wanted)


def _window(piece: Piece, said: Spoken, at: int, length: int) -> Window:
    first, last = max(0, at), min(len(said.words), at + length)
    bases = set(said.bases[first:last])
    margin = len(piece.words) // 2 + MARGIN
    words = len(bases.intersection(base(w.key) for w in piece.words))
    span = max(0, first - margin), min(len(said.words), last + margin)
    return Window(len(bases & _wanted(piece)), words, first, last, span)


def _wanted(piece: Piece) -> set[str]:
    """Return the base forms of the content words; of all words where there is hardly one."""
    words = [w.key for w in piece.words if w.key != BRACKET]
    wanted = {base(key) for key in words if is_content(key)}
    return wanted if len(wanted) > 1 else set(map(base, words))


def _dense(piece: Piece, said: Spoken, length: int) -> Iterator[int]:
    """Yield the word at which the stretch with most different content words begins."""
    wanted = _wanted(piece)
    hits = [(i, b) for i, b in enumerate(said.bases) if b in wanted]
    places, best, at = [i for i, _ in hits], 0, -1
    for k, start in enumerate(places):
        stop = bisect_left(places, start + length)
        if stop - k > best:
            many = len({b for _, b in hits[k:stop]})
            if many > best:
                best, at = many, start
    if best:
        yield at


def _anchored(piece: Piece, said: Spoken) -> Iterator[int]:
    """Yield where the quotation would begin by most of its short runs."""
    keys = [w.key for w in piece.words]
    votes: Counter[int] = Counter()
    for i in range(len(keys) - RUN + 1):
        votes.update(first - i for first, _ in said.full.find(keys[i : i + RUN]))
    yield from (at for at, _ in votes.most_common(2))
