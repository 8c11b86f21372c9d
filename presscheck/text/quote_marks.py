"""Where quotation marks open and close: pairs of marks, whatever their style, paragraph by paragraph.

A mark that finds no partner spoils nothing beyond its paragraph. Marks within a quotation (nested ones) belong to
it and are not given. What the marked words are (a quotation, a title, irony) is told in `presscheck.text.quote_kinds`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presscheck.text.cues import BASES, SPEECH

_MARK = re.compile(r"[\"“”„‟«»＂]|``|(?<!')''(?!')|\\'\\'|[‘’'‚‹›`]")
_BLOCK = re.compile(r"[ \t]*>[ \t]?(?=[^\s>])")
_PARAGRAPH = re.compile(r"[^\n\r\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…]+['’)\]]*(?=\s)")
_TAG = re.compile(r"<[a-zA-Z/!][^<>\n]{0,2000}>")

_OPENING = frozenset(("“", "„", "‟", "«", "``"))
_CLOSING = frozenset(("”", "»", "''", r"\'\'"))
_SINGLES = frozenset("‘’'‚‹›`")
_ELISION = re.compile(r"['’‘](?:\d\ds?|em|til|tis|twas|cause|n|round|bout|nuff)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset(" \t\xa0\u2009\u200a\u202f([{—–-/>*_:;,=|\u200b\ufeff…")
_AFTER_CLOSING = frozenset(" \t\xa0\u2009\u202f)]}—–-.,;:!?…/<*_|\u200b'’\"”")
_SAID = "|".join(sorted(SPEECH - BASES))
_ATTRIBUTED = re.compile(
    rf"(?:(?:he|she|they)[ \xa0])(?:{_SAID})\b|(?:{_SAID})[ \xa0](?:[A-Z]|(?:he|she|they|the|an?)\b)"
    rf"|[A-Z][\w.’'-]*(?:[ \xa0][A-Z][\w.’'-]*){{0,3}}[ \xa0](?:{_SAID})[.,]"
)
_ENDED = re.compile(r"[,.?!][ \xa0]$")
_SPACE = " \t\xa0\u2009\u202f"


class Marked(NamedTuple):
    """Words between marks: `text[start:end]`; with the marks it is `text[outer_start:outer_end]`.

    `closed` says that a closing mark stands at `end`; `single` that the marks are single ones; `resumes` that it
    goes on with the quotation of the paragraph before, which was left open; `block` that "> " sets it off.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    single: bool = False
    resumes: bool = False
    block: bool = False

    @property
    def closed(self) -> bool:
        """Whether a closing mark follows, or the end of a block."""
        return self.block or self.outer_end > self.end


class _Mark(NamedTuple):
    at: int
    end: int
    opens: bool
    closes: bool
    char: str


def find_marked(text: str) -> list[Marked]:
    """Return what stands between quotation marks, outermost pairs only, in order."""
    found: list[Marked] = []
    open_before = False
    for paragraph in _PARAGRAPH.finditer(text):
        end = paragraph.start() + len(paragraph[0].rstrip())
        if end == paragraph.start():
            continue
        block = _block(text, paragraph.start(), end, found)
        if block:
            found.append(block)
            continue
        here = _in_paragraph(text, paragraph.start(), end)
        if open_before and here and not text[paragraph.start() : here[0].outer_start].strip():
            here[0] = here[0]._replace(resumes=True)
        found += here
        open_before = bool(here) and not here[-1].closed and here[-1].end == end
    return _settled(text, found)


def _block(text: str, start: int, end: int, found: Sequence[Marked]) -> Marked | None:
    """Return a paragraph set off by "> " after a colon, or after another of the same block."""
    opening = _BLOCK.match(text, start, end)
    if opening is None or any(m[0] not in _SINGLES for m in _MARK.finditer(text, start, end)):
        return None
    resumes = bool(found) and found[-1].block and not text[found[-1].end : start].strip(" \t\n\r>")
    if not resumes and not text[:start].rstrip().endswith(":"):
        return None
    return Marked(opening.end(), end, start, end, resumes=resumes, block=True)


def _in_paragraph(text: str, start: int, end: int) -> list[Marked]:
    """Return the pairs of a paragraph; single marks count only where there are no double ones that pair."""
    tags = [m.span() for m in _TAG.finditer(text, start, end)]
    marks = [m for m in _MARK.finditer(text, start, end) if not _within(tags, m.start())]
    doubles = [m for m in marks if m[0] not in _SINGLES]
    pairs = _pairs(text, [_mark(text, m, start, end) for m in doubles], end)
    return pairs or list(_single_pairs(text, [m for m in marks if m[0] in _SINGLES], start, end))


def _within(spans: Sequence[tuple[int, int]], at: int) -> bool:
    last = bisect_right(spans, (at,)) - 1
    return last >= 0 and at < spans[last][1]


def _mark(text: str, match: re.Match[str], start: int, end: int) -> _Mark:
    """Tell from what stands around a double mark whether it can open and whether it can close."""
    char = match[0]
    before = text[match.start() - 1] if match.start() > start else " "
    after = text[match.end()] if match.end() < end else " "
    opens = before in _BEFORE_OPENING and after not in _SPACE
    closes = after in _AFTER_CLOSING and before not in _SPACE
    if (
        char in ('"', "“")
        and _ATTRIBUTED.match(text, match.end(), end)
        and _ENDED.search(text, start, match.start())
    ):
        # a space on the wrong side: "We stay, "said Holt; else it opens: Holt said, "As I said, we stay"
        return _Mark(match.start(), match.end(), True, True, char)
    if char in _OPENING:  # a mark typed the wrong way round closes all the same
        opens, closes = not (closes and not opens), closes and not opens
    elif char in _CLOSING:
        opens, closes = opens and not closes, not (opens and not closes)
    elif opens == closes:
        opens = closes = True
    return _Mark(match.start(), match.end(), opens, closes, char)


def _pairs(text: str, marks: Sequence[_Mark], end: int) -> list[Marked]:
    """Pair the double marks of a paragraph; an opening mark in an open quotation nests if enough marks close."""
    found: list[Marked] = []
    opened: _Mark | None = None
    depth = 0
    closers = sum(not m.opens for m in marks)
    for mark in marks:
        closers -= not mark.opens
        if opened is None:
            if mark.opens and not _is_inches(text, mark):
                opened, depth = mark, 1
        elif mark.closes:
            depth -= 1
            if depth == 0:
                found.append(Marked(opened.end, mark.at, opened.at, mark.end))
                opened = None
        elif closers > depth and mark.char in _OPENING:
            depth += 1
        else:
            stop = _first_sentence(text, opened.end, mark.at)
            found.append(Marked(opened.end, stop, opened.at, stop))
            opened, depth = mark, 1
    if opened is not None:
        found.append(Marked(opened.end, max(end, opened.end), opened.at, max(end, opened.end)))
    return found


def _is_inches(text: str, mark: _Mark) -> bool:
    """Tell inches and seconds from an opening mark: a figure stands right before it."""
    return mark.char == '"' and mark.at > 0 and text[mark.at - 1].isdigit()


def _first_sentence(text: str, start: int, end: int) -> int:
    """Return where a quotation that is never closed ends: with its first sentence."""
    match = _SENTENCE_END.search(text, start, end)
    return match.end() if match else start + len(text[start:end].rstrip())


def _single_pairs(text: str, marks: Sequence[re.Match[str]], start: int, end: int) -> Iterator[Marked]:
    """Pair single marks; apostrophes are told by the letters around them."""
    opened: int | None = None
    last_sure = max((m.start() for m in marks if _surely_closes(text, m.start(), start)), default=-1)
    for mark in marks:
        at = mark.start()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if opened is None:
            opens = mark[0] not in "’›" and before in _BEFORE_OPENING and (after.isalnum() or after in "[…($")
            opened = at if opens and not _ELISION.match(text, at) else None
        elif mark[0] in "’'›" and before not in _SPACE and not after.isalnum():
            if before == "s" and after in _SPACE and at < last_sure:
                continue  # "the senators' vote": a possessive, if another mark can close
            yield Marked(opened + 1, at, opened, at + 1, single=True)
            opened = None


def _surely_closes(text: str, at: int, start: int) -> bool:
    return at > start and text[at - 1] in ",.?!" and not text[at + 1 : at + 2].isalnum()


def _settled(text: str, found: Sequence[Marked]) -> list[Marked]:
    """Settle what was left open: it counts to its paragraph's end only if the next paragraph takes it up."""
    settled = []
    for i, marked in enumerate(found):
        resumed = i + 1 < len(found) and found[i + 1].resumes
        if not (marked.closed or resumed or marked.resumes):
            stop = _first_sentence(text, marked.start, marked.end)
            marked = marked._replace(end=stop, outer_end=stop)
        if marked.end > marked.start:
            settled.append(marked)
    return settled
