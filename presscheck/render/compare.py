"""Words side by side: the source's above, the draft's below, equal columns aligned and long equal runs cut."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import NamedTuple

from presscheck.models import DiffPart, Evidence, Finding
from presscheck.reasons import Reason
from presscheck.render.safe import one_line, shorten, shorten_start, width

KEPT, KEPT_ON_PAGE = 6, 14
"""Equal words kept on each side of a difference; more are cut, so that the difference meets the eye."""

ENDS = 4
"""Words kept at either end of a quotation where it matters who says it."""


class Column(NamedTuple):
    """Words of the source over words of the draft; `differs` where they are not the same."""

    said: str
    draft: str
    differs: bool


class InPlace(NamedTuple):
    """A piece of a source with what stands around it, on one line."""

    before: str
    hit: str
    after: str


def columns(finding: Finding) -> list[Column]:
    """Return the comparison of a finding, or nothing where there is nothing to compare word by word."""
    parts = finding.diff or _diff(finding)
    return [_column(differs, list(group)) for differs, group in groupby(parts, key=lambda p: p.op != "equal")]


def _column(differs: bool, parts: Sequence[DiffPart]) -> Column:
    if differs:
        return Column(_words(parts, "delete"), _words(parts, "insert"), True)
    return Column(_words(parts, "equal"), _words(parts, "equal"), False)


def _words(parts: Iterable[DiffPart], op: str) -> str:
    return one_line(" ".join(p.text for p in parts if p.op == op))


def _diff(finding: Finding) -> list[DiffPart]:
    """Compare word by word what the source has with what the draft has, for a quotation that came without."""
    if finding.claim.kind != "quote" or not finding.expected or finding.verdict != "contradicted":
        return []
    said, draft = finding.expected.split(), finding.claim.text.split()
    matcher = SequenceMatcher(None, [_key(w) for w in said], [_key(w) for w in draft], autojunk=False)
    return [
        p for op in matcher.get_opcodes() for p in _parts(op[0], said[op[1] : op[2]], draft[op[3] : op[4]])
    ]


def _parts(op: str, said: list[str], draft: list[str]) -> Iterator[DiffPart]:
    if op == "equal":
        yield DiffPart(op="equal", text=" ".join(said))
        return
    if said:
        yield DiffPart(op="delete", text=" ".join(said))
    if draft:
        yield DiffPart(op="insert", text=" ".join(draft))


def _key(word: str) -> str:
    return "".join(c for c in word.casefold() if c.isalnum()) or word


def shown(finding: Finding) -> tuple[Evidence, ...]:
    """Return the evidence that is shown: all where sources disagree, else the first."""
    return finding.evidence if finding.reason is Reason.SOURCE_DISAGREE else finding.evidence[:1]


def folded(cells: Sequence[Column], kept: int = KEPT) -> list[Column]:
    """Cut long equal runs: those at the ends on their outer side, those between two differences in the middle."""
    last = len(cells) - 1
    return [c if c.differs else _cut(c, kept, head=at > 0, tail=at < last) for at, c in enumerate(cells)]


def _cut(cell: Column, kept: int, *, head: bool, tail: bool) -> Column:
    words = cell.said.split()
    if len(words) <= kept * (head + tail) + 1:
        return cell
    front, back = words[:kept] if head else [], words[-kept:] if tail else []
    text = " ".join([*front, "…", *back])
    return Column(text, text, False)


def rows(cells: Iterable[Column], room: int) -> Iterator[list[Column]]:
    """Lay the columns out in rows of at most `room` columns of the terminal, each cell wide enough for both."""
    row: list[Column] = []
    used = 0
    for piece in (p for cell in cells for p in _pieces(cell, room)):
        needed = cell_width(piece)
        if row and used + 1 + needed > room:
            yield row
            row, used = [], 0
        used += needed + (1 if row else 0)
        row.append(piece)
    if row:
        yield row


def cell_width(cell: Column) -> int:
    """Return the width of a column in the terminal."""
    return max(width(cell.said), width(cell.draft))


def _pieces(cell: Column, room: int) -> Iterator[Column]:
    """Split a column where rows may break: an equal one at every word, a differing one only where it is too wide."""
    if not cell.differs:
        yield from (Column(w, w, False) for piece in cell.said.split() for w in _chunks(piece, room))
    elif cell_width(cell) <= room:
        yield cell
    else:
        halves = zip_longest(_wrapped(cell.said, room), _wrapped(cell.draft, room), fillvalue="")
        yield from (Column(said, draft, True) for said, draft in halves)


def _wrapped(text: str, room: int) -> list[str]:
    lines = [""]
    for word in (piece for w in text.split() for piece in _chunks(w, room)):
        fits = width(lines[-1]) + 1 + width(word) <= room
        lines = [*lines[:-1], f"{lines[-1]} {word}".strip()] if fits else [*lines, word]
    return [line for line in lines if line]


def _chunks(word: str, room: int) -> Iterator[str]:
    size = max(1, room if word.isascii() else room // 2)
    yield from (word[at : at + size] for at in range(0, len(word), size))


def in_place(evidence: Evidence, expected: str | None = None, room: int = 10_000) -> InPlace:
    """Return the evidence in its sentence, in about `room` characters.

    The hit is the source's value where it is known and stands in the evidence, else the evidence itself.
    """
    whole = evidence.before + evidence.text + evidence.after
    found = evidence.text.find(expected) if expected else -1
    start = len(evidence.before) + max(found, 0)
    end = start + (len(expected) if expected and found >= 0 else len(evidence.text))
    first, last = _sentence_around(whole, start, end)
    before, hit, after = _flat(whole[first:start]), one_line(whole[start:end]), _flat(whole[end:last])
    spare = max(room - len(hit), 24)
    tail = shorten(after, max(spare // 3, spare - len(before)))
    return InPlace(shorten_start(before, max(spare // 3, spare - len(tail))).lstrip(), hit, tail.rstrip())


def shown_in(finding: Finding, evidence: Evidence, room: int) -> InPlace:
    """Return the evidence as a finding shows it, in about `room` characters.

    Of a quotation that somebody else is said to have said, what says so: the quotation itself stands in the draft.
    """
    if finding.reason is Reason.SPEAKER_WRONG and evidence.kind != "transcript":
        return _attributed(evidence, finding.expected or "", room * 3 // 2)
    return in_place(evidence, finding.expected, room)


def _attributed(evidence: Evidence, speaker: str, room: int) -> InPlace:
    """Return a quotation, cut in its middle, with its sentence; with those beside it where that does not name the speaker."""
    whole, start = evidence.before + evidence.text + evidence.after, len(evidence.before)
    end = start + len(evidence.text)
    first, last = _sentence_around(whole, start, end)
    around = whole[first:start] + whole[end:last]
    if not any(c.isalpha() for c in around):
        last = _sentence_around(whole, start, min(len(whole), last + 2))[1]
        around += whole[end:last]
    if speaker.split()[-1:] and speaker.split()[-1] not in around:
        first = _sentence_around(whole, max(0, first - 2), end)[0]
    words = one_line(evidence.text).split()
    cut = " ".join([*words[:ENDS], "…", *words[-ENDS:]]) if len(words) > 2 * ENDS + 1 else " ".join(words)
    before, after = _flat(whole[first:start]), _flat(whole[end:last])
    spare = max(room - len(cut), 24)
    tail = shorten(after, max(spare // 2, spare - len(before)))
    return InPlace(shorten_start(before, max(spare // 2, spare - len(tail))).lstrip(), cut, tail.rstrip())


def _sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the sentence (or sentences) that hold these characters begin and end."""
    from presscheck.text.sentences import split_sentences

    held = [s for s in split_sentences(text) if s.start < end and start < s.end]
    return (min(start, held[0].start), max(end, held[-1].end)) if held else (start, end)


def _flat(text: str) -> str:
    """Return the text visible and on one line, a space kept at either end."""
    inner = one_line(text)
    return f"{' ' * text[:1].isspace()}{inner}{' ' * (text[-1:].isspace() and bool(inner))}"
