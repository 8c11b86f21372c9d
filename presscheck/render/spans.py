"""Stretches that may overlap, cut into segments that don't; and source passages stitched from pieces of evidence."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from presscheck.models import Evidence


class Span(NamedTuple):
    """A stretch of a text and what it belongs to."""

    start: int
    end: int
    key: int


class Segment(NamedTuple):
    """A stretch in which the same spans hold throughout; `keys` in the order the spans were given."""

    start: int
    end: int
    keys: tuple[int, ...]


def segments(length: int, spans: Iterable[Span]) -> Iterator[Segment]:
    """Cut `length` characters at every border of a span; empty segments are left out."""
    held = [s for s in spans if 0 <= s.start < s.end <= length]
    borders = sorted({0, length, *(s.start for s in held), *(s.end for s in held)})
    order = {s.key: at for at, s in enumerate(held)}
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for span in held:
        opening.setdefault(span.start, []).append(span.key)
        closing.setdefault(span.end, []).append(span.key)
    live: set[int] = set()
    for start, end in itertools.pairwise(borders):
        live = (live - set(closing.get(start, ()))) | set(opening.get(start, ()))
        yield Segment(start, end, tuple(sorted(live, key=order.__getitem__)))


@dataclass(frozen=True)
class Stitched:
    """A stretch of one source, put together from evidence that lies close: `text` begins at character `start`."""

    start: int
    text: str
    evidence: tuple[Evidence, ...]

    @property
    def end(self) -> int:
        """The character after the last."""
        return self.start + len(self.text)


def stitched(evidence: Sequence[Evidence]) -> list[Stitched]:
    """Join evidence of one source whose surroundings touch, in the order of the source."""
    joined: list[Stitched] = []
    for piece in sorted(evidence, key=lambda e: (e.start - len(e.before), e.start, e.end)):
        start, whole = piece.start - len(piece.before), piece.before + piece.text + piece.after
        if joined and start <= joined[-1].end:
            last = joined[-1]
            more = whole[last.end - start :] if last.end > start else whole
            joined[-1] = Stitched(last.start, last.text + more, (*last.evidence, piece))
        else:
            joined.append(Stitched(start, whole, (piece,)))
    return joined
