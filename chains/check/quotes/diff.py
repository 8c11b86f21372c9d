"""The difference word by word, for people to read: what was said, and what stands in the draft."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from presscheck.chains.check.quotes.align import Step
from presscheck.chains.check.quotes.compare import Comparison, Placed, is_lawful, sentence_span
from presscheck.chains.check.quotes.words import Word, is_content
from presscheck.models import DiffOp, DiffPart

_SLIGHT = 2
"""Stop words between two changes, up to which they read as one."""

LONGEST = 600
"""Characters of the source's words that are shown; of longer sentences what stands around the quoted stretch."""


def expected_span(found: Comparison) -> tuple[int, int]:
    """Return the span of the sentences that were quoted, in the text of `found.said`; cut to words if very long."""
    low, high = sentence_span(found.said.text, found.start, found.end)
    if high - low <= LONGEST:
        return low, high
    margin = max(80, (LONGEST - (found.end - found.start)) // 2)
    return _word_after(found.said.text, low, found.start - margin), _word_before(
        found.said.text, high, found.end + margin
    )


def _word_after(text: str, low: int, at: int) -> int:
    if at <= low:
        return low
    space = text.find(" ", at)
    return low if space < 0 else space + 1


def _word_before(text: str, high: int, at: int) -> int:
    if at >= high:
        return high
    space = text.rfind(" ", 0, at)
    return high if space < 0 else space


def diff(found: Comparison, draft: str) -> list[DiffPart]:
    """Return equal, deleted (only in the source) and inserted (only in the draft) runs of words, in order."""
    parts: list[DiffPart] = []
    for i, placed in enumerate(found.placed):
        if i and found.placed[i - 1].last < placed.first:
            parts.append(DiffPart(op="equal", text="…"))
        parts += _piece_parts(found, placed, draft, last=i == len(found.placed) - 1)
    return parts


def _piece_parts(found: Comparison, placed: Placed, draft: str, *, last: bool) -> Iterator[DiffPart]:
    steps = _readable(found, placed)
    for i, step in enumerate(steps):
        quoted = placed.piece.words[step.q0 : step.q1]
        s1 = step.s1
        if last and i == len(steps) - 1 and step.kind == "other":
            s1 = max(s1, _sentence_end(found, step))
        said = found.said.words[step.s0 : s1]
        if step.kind == "same":
            yield from _part("equal", said, found.said.text)
        else:
            yield from _part("delete", said, found.said.text)
            yield from _part("insert", quoted, draft)


def _part(op: DiffOp, words: Sequence[Word], text: str) -> Iterator[DiffPart]:
    if words:
        yield DiffPart(op=op, text=text[words[0].start : words[-1].end])


def _sentence_end(found: Comparison, step: Step) -> int:
    """Return one past the last word of the sentence: where a quotation's end is reworded, the rest of it is shown."""
    _, high = expected_span(found)
    return next(
        (i for i, w in enumerate(found.said.words) if w.start >= high and i >= step.s0), len(found.said.words)
    )


def _readable(found: Comparison, placed: Placed) -> list[Step]:
    """Join changes that only a stop word parts: "delete, equal, delete" reads worse than one change."""
    steps = _merged(
        s._replace(kind="same" if is_lawful(placed.piece, s, found.said) else "other") for s in placed.steps
    )
    last = len(steps) - 1
    return _merged(
        s._replace(kind="other") if 0 < i < last and s.kind == "same" and _slight(placed, s) else s
        for i, s in enumerate(steps)
    )


def _merged(steps: Iterable[Step]) -> list[Step]:
    merged: list[Step] = []
    for step in steps:
        if merged and merged[-1].kind == step.kind:
            merged[-1] = merged[-1]._replace(q1=step.q1, s1=step.s1)
        else:
            merged.append(step)
    return merged


def _slight(placed: Placed, step: Step) -> bool:
    return step.q1 - step.q0 <= _SLIGHT and not any(
        is_content(w.key) for w in placed.piece.words[step.q0 : step.q1]
    )


def changed_words(parts: Sequence[DiffPart], most: int = 2) -> str:
    """Say in words what differs: "“take on infantry roles” was “be employed in some type of infantry role”"."""
    told: list[str] = []
    for i, part in enumerate(parts):
        before = parts[i - 1] if i else None
        after = parts[i + 1] if i + 1 < len(parts) else None
        if part.op == "insert":
            told.append(
                f"“{part.text}” was “{before.text}”"
                if before and before.op == "delete"
                else f"“{part.text}” is added"
            )
        elif part.op == "delete" and not (after and after.op == "insert"):
            told.append(f"“{part.text}” is left out")
    return "; ".join(told[:most]) + (f"; {len(told) - most} more" if len(told) > most else "")
