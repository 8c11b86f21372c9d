"""The lines of a text cut into pieces, each with the item it is marked for: what pages show on the left."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from presscheck.models import Claim
from presscheck.reasons import Severity
from presscheck.render.sheet import RANK, URGENT, Item, Sheet
from presscheck.render.spans import Segment, Span, segments


class Numbers:
    """The items of a sheet numbered in the order of the text, the urgent ones first."""

    def __init__(self, sheet: Sheet) -> None:
        urgent = [i for i in sheet.items if i.severity in URGENT]
        rest = [i for i in sheet.items if i.severity not in URGENT]
        self.items = [*urgent, *rest]
        self.number = {item.main.claim.id: at for at, item in enumerate(self.items, 1)}

    def of(self, item: Item) -> int:
        """Return the item's number."""
        return self.number[item.main.claim.id]


class Piece(NamedTuple):
    """Words of a line and the item they are marked for; `last` where no more of its marks follow in the line."""

    words: str
    item: Item | None = None
    last: bool = False


class Line(NamedTuple):
    """A line of the text that holds words, and its number."""

    number: int
    pieces: tuple[Piece, ...]


def marked(item: Item) -> bool:
    """Tell whether an item's words are marked in the text: what needs a person, and what is fine but for statements."""
    kind = item.main.claim.kind
    return item.severity in URGENT or (item.severity is Severity.OK and kind != "statement")


def lines(sheet: Sheet, numbers: Numbers) -> Iterator[Line]:
    """Yield the lines of the text in pieces."""
    text, by_line = sheet.report.text, defaultdict(list)
    starts = [0, *(at + 1 for at, char in enumerate(text) if char == "\n"), len(text) + 1]
    for item in (i for i in numbers.items if marked(i)):
        claim = item.main.claim
        first = sheet.lines.index(claim.start)
        for line in range(first, sheet.lines.index(max(claim.start, claim.end - 1)) + 1):
            by_line[line].append((claim, item))
    for at, (start, end) in enumerate(itertools.pairwise(starts)):
        words = text[start : end - 1]
        if words.strip():
            yield Line(sheet.lines.line(start), tuple(_pieces(numbers, by_line[at], start, words)))


def _pieces(numbers: Numbers, held: list[tuple[Claim, Item]], start: int, words: str) -> Iterator[Piece]:
    items = {numbers.of(item): item for _, item in held}
    spans = [Span(max(0, c.start - start), min(len(words), c.end - start), numbers.of(i)) for c, i in held]
    cut = list(segments(len(words), spans))
    owners = [_owner(segment, items) for segment in cut]
    for at, (segment, owner) in enumerate(zip(cut, owners, strict=True)):
        last = owner is not None and owner not in owners[at + 1 :]
        yield Piece(words[segment.start : segment.end], owner, last)


def _owner(segment: Segment, items: dict[int, Item]) -> Item | None:
    """Return the item a stretch is marked for: the worst, and of those alike the shortest."""

    def key(number: int) -> tuple[int, int]:
        claim = items[number].main.claim
        return RANK[items[number].severity], claim.end - claim.start

    return items[min(segment.keys, key=key)] if segment.keys else None
