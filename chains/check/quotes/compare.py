"""A saying held against a stretch of a source: where its pieces stand, what differs, what an ellipsis hides."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from presscheck.chains.check.quotes.align import Step, align
from presscheck.chains.check.quotes.pieces import BRACKET, Piece, Saying
from presscheck.chains.check.quotes.spoken import LONGEST_REPEAT, Spoken
from presscheck.chains.check.quotes.window import best_window
from presscheck.chains.check.quotes.words import (
    FILLERS,
    content,
    is_content,
    read_words,
    spelled_out,
)
from presscheck.chains.check.words.cues import is_negative
from presscheck.text.sentences import split_sentences

_TRIES = 8
"""Places of a first piece that are followed up, at most."""

PLAIN_BRACKET = 4
"""Words of a bracket, up to which a "not" in it is a part of the sentence."""

SENTENCE_BREAK = re.compile(
    r"(?<![A-Z])(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bDr)(?<!\bGen)(?<!\bSen)(?<!\bGov)(?<!\bRep)[.?!]['\"’”)\]]*\s|\n"
)


@dataclass(frozen=True)
class Placed:
    """A piece of a quotation and the steps that hold it against the source."""

    piece: Piece
    steps: tuple[Step, ...]

    @property
    def first(self) -> int:
        """The first word of the source that it stands at."""
        return self.steps[0].s0

    @property
    def last(self) -> int:
        """One past the last word of the source."""
        return self.steps[-1].s1


@dataclass(frozen=True)
class Comparison:
    """A saying placed in a stretch of a source; word indices are those of `said.words`."""

    saying: Saying
    said: Spoken
    placed: tuple[Placed, ...]

    @cached_property
    def changes(self) -> list[tuple[Piece, Step]]:
        """What differs and may not."""
        return [(p.piece, s) for p in self.placed for s in p.steps if not is_lawful(p.piece, s, self.said)]

    @cached_property
    def in_order(self) -> bool:
        """Whether the pieces stand in the source in the order of the quotation."""
        return all(a.last <= b.first for a, b in zip(self.placed, self.placed[1:], strict=False))

    @property
    def hidden(self) -> list[tuple[int, int]]:
        """The word spans of the source that an ellipsis stands for."""
        pairs = zip(self.placed, self.placed[1:], strict=False)
        return [(a.last, b.first) for a, b in pairs if a.last < b.first]

    @property
    def first(self) -> int:
        """The first word of the source that is quoted."""
        return min(p.first for p in self.placed)

    @property
    def last(self) -> int:
        """One past the last word of the source that is quoted."""
        return max(p.last for p in self.placed)

    @property
    def start(self) -> int:
        """Where the quoted stretch starts in the text of `said`."""
        return self.said.words[self.first].start

    @property
    def end(self) -> int:
        """Where the quoted stretch ends in the text of `said`."""
        return self.said.words[max(self.first, self.last - 1)].end

    @cached_property
    def share(self) -> float:
        """The share of the quotation's content words that stand in the source in the same order."""
        quoted = [b for p in self.placed for b in content([w for w in p.piece.words if w.key != BRACKET])]
        if not quoted:
            words = [(p, s) for p in self.placed for s in p.steps]
            return sum(s.q1 - s.q0 for _, s in words if s.kind == "same") / max(
                1, sum(s.q1 - s.q0 for _, s in words)
            )
        around = self.said.words[max(0, self.first - 4) : self.last + len(quoted) * 2]
        return common_in_order(quoted, content(around)) / len(quoted)

    @cached_property
    def mixed(self) -> tuple[int, float, float]:
        """How many different content words stand in the sentences quoted, in whatever order.

        Then their share of the quotation's, and twice their number by the content words of both.
        """
        quoted = {b for p in self.placed for b in content([w for w in p.piece.words if w.key != BRACKET])}
        low, high = sentence_span(self.said.text, self.start, self.end)
        said = set(content([w for w in self.said.words if low <= w.start < high]))
        common = len(quoted & said)
        return common, common / max(1, len(quoted)), 2 * common / max(1, len(quoted) + len(said))

    @cached_property
    def run(self) -> int:
        """The number of words in the longest verbatim run."""
        return max((s.q1 - s.q0 for p in self.placed for s in p.steps if s.kind == "same"), default=0)

    @cached_property
    def content_run(self) -> int:
        """The number of content words in the verbatim run that has most of them."""
        runs = [p.piece.words[s.q0 : s.q1] for p in self.placed for s in p.steps if s.kind == "same"]
        return max((sum(is_content(w.key) for w in run) for run in runs), default=0)

    @cached_property
    def cover(self) -> float:
        """The share of all quoted words that are aligned with the same word."""
        steps = [s for p in self.placed for s in p.steps if s.kind != "bracket"]
        return sum(s.q1 - s.q0 for s in steps if s.kind == "same") / max(1, sum(s.q1 - s.q0 for s in steps))


def common_in_order(a: Sequence[str], b: Sequence[str]) -> int:
    """Return the length of the longest common subsequence."""
    row = [0] * (len(b) + 1)
    for x in a:
        before = 0
        for j, y in enumerate(b, 1):
            row[j], before = (before + 1 if x == y else max(row[j], row[j - 1])), row[j]
    return row[-1]


def is_lawful(piece: Piece, step: Step, said: Spoken) -> bool:
    """Tell whether a step changes nothing that counts: typography, optional words left out, a bracket of the same sense."""
    if step.kind == "bracket":
        return not turns(piece, step, said)
    if step.kind == "same":
        return True
    quoted = [w.key for w in piece.words[step.q0 : step.q1] if w.key not in FILLERS]
    kept = [said.words[i].key for i in range(step.s0, step.s1) if not said.optional[i]]
    return spelled_out(quoted) == spelled_out(kept) and not torn(step, said)


def turns(piece: Piece, step: Step, said: Spoken) -> bool:
    """Tell whether a bracket puts in a "not" or takes one out; in a longer one it may belong to what is explained."""
    put = [w.key for word in piece.words[step.q0 : step.q1] for w in read_words(word.stem)]
    kept = [said.words[i].key for i in range(step.s0, step.s1) if not said.optional[i]]
    negated = any(map(is_negative, put)) and len(put) <= PLAIN_BRACKET
    return negated != any(map(is_negative, kept))


def torn(step: Step, said: Spoken) -> bool:
    """Tell whether of words that go together, such as a false start, only a part is left out."""
    groups = {said.optional[i] for i in range(step.s0, step.s1)} - {0}
    near = range(max(0, step.s0 - LONGEST_REPEAT), min(len(said.words), step.s1 + LONGEST_REPEAT))
    return any(said.optional[i] in groups for i in near if not step.s0 <= i < step.s1)


def compare(saying: Saying, said: Spoken) -> list[Comparison]:
    """Hold a saying against a stretch of a source: each place where it stands exactly, else the one nearest to it."""
    exact = [Comparison(saying, said, placed) for placed in _exact(saying, said)]
    if exact:
        return exact
    placed = [_exact_piece(piece, said) or _aligned(piece, said) for piece in saying.pieces]
    return [Comparison(saying, said, tuple(p for p in placed if p))] if all(placed) else []


def stands_in(saying: Saying, said: Spoken) -> bool:
    """Tell whether a saying stands there, lawful differences by typography and optional words aside."""
    return next(_exact(saying, said), None) is not None


def _exact(saying: Saying, said: Spoken) -> Iterator[tuple[Placed, ...]]:
    """Yield the pieces in place where all of them stand in order, the tightest first."""
    found = []
    for first in places(saying.pieces[0], said)[:_TRIES]:
        chain = [first]
        for piece in saying.pieces[1:]:
            following = [p for p in places(piece, said) if p.first >= chain[-1].last]
            if not following:
                break
            chain.append(following[0])
        else:
            found.append(tuple(chain))
    yield from sorted(found, key=lambda chain: chain[-1].last - chain[0].first)


def _exact_piece(piece: Piece, said: Spoken) -> Placed | None:
    return next(iter(places(piece, said)), None)


def places(piece: Piece, said: Spoken) -> list[Placed]:
    """Return where a piece stands word for word, optional words aside, in order; brackets only as they are."""
    found = list(said.full.find(piece.written))
    if not found and not any(w.key == BRACKET or w.stem for w in piece.words):
        found = list(said.lean.find(list(piece.keys)))
    return [Placed(piece, (Step("same", 0, len(piece.words), a, b + 1),)) for a, b in found]


def _aligned(piece: Piece, said: Spoken) -> Placed | None:
    """Align a piece with the stretch of the source that has most of its words."""
    best = best_window(piece, said)
    if best is None:
        return None
    found = align(piece.words, said, *best.span)
    return Placed(piece, found.steps)


def sentence_breaks(said: Spoken, first: int, last: int) -> int:
    """Return how many sentences end within the words `[first:last]` or between them and the next."""
    if first >= last or first >= len(said.words):
        return 0
    stop = said.words[last].start if last < len(said.words) else len(said.text)
    return len(SENTENCE_BREAK.findall(said.text, said.words[first].start, stop))


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the span of the whole sentences that hold `text[start:end]`."""
    low = text.rfind("\n", 0, start) + 1
    high = text.find("\n", end)
    high = len(text) if high < 0 else high
    spans = [(low + s.start, low + s.end) for s in split_sentences(text[low:high])]
    touched = [(a, b) for a, b in spans if a < end and start < b]
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)
