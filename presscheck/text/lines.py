"""Where line breaks cut a text: paragraphs, headings and labels are kept apart, wrapped lines are joined.

A text is wrapped where most of its lines end as near its width as the next word allows. Elsewhere a line goes on
with the next if that begins with a small letter or closes its quotation, or if it ends with a word that more must
follow ("of", "Col.") or a comma.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from presscheck.text.abbreviations import BEFORE_NAMES
from presscheck.text.common_words import DETERMINERS, PREPOSITIONS
from presscheck.text.labels import LABEL, MIXED_LABEL

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BLANK = re.compile(r"\r\n|[\n\r\u2028\u2029]")
_ENDED = re.compile(r"[.!?…:;。！？][\"'”’»)\]}]*$")
_FIRST = re.compile(r"\S+")
_GOES_ON = re.compile(rf"(?:,[\"'”’»)]*|(?<![\w-])(?:{'|'.join(sorted(DETERMINERS | PREPOSITIONS))}|and))$")
_SHORTENED = re.compile(r"(?<![\w.])([A-Za-z](?:[A-Za-z]|\.(?=[A-Za-z])){0,7})\.$")
_ITEM = re.compile(r"[ \t]*(?:[-*•‣◦▪·|#>]|\(?\d{1,3}[.)](?=\s)|[—–](?=\s))")
_ALWAYS_APART = re.compile(r"[ \t]*[-*•‣◦▪|#>](?=\s|[>#|-]|$)")
_MARK = re.compile(r"[“„«”»\"]|(?<!\w)[‘'](?=\w)|(?<=[,.?!])[’'](?!\w)")
_OPENING, _CLOSING = "“„«‘", "”»’"

_SPACES = str.maketrans("\n\r\u2028\u2029", "    ")

# Wrapped text has lines of about this many characters; longer lines are paragraphs,
# shorter ones lists or verse, unless many are as full.
_NARROW, _NARROWEST, _WIDEST = 45, 30, 132
_MANY = 4
_LOOKED_AHEAD = 2000

Line = tuple[int, int]


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each stretch that no line break cuts, in order."""
    paragraphs = list(_paragraphs(text))
    width = _width(text, paragraphs)
    for lines in paragraphs:
        yield from _joined(text, lines, width or (_width(text, [lines]) if len(lines) > 2 else 0))


def joined(text: str) -> str:
    """Return the text with a space for each line break that cuts nothing; the length never changes."""
    if not _BLANK.search(text):
        return text
    pieces: list[str] = []
    at = 0
    for start, end in blocks(text):
        pieces += (text[at:start], text[start:end].translate(_SPACES))
        at = end
    return "".join((*pieces, text[at:]))


def _paragraphs(text: str) -> Iterator[list[Line]]:
    """Yield the lines of each stretch without a blank line, white space at their ends cut off."""
    lines: list[Line] = []
    for match in _LINE.finditer(text):
        start, end = match.start(), match.start() + len(match[0].rstrip())
        if start == end:
            continue
        if lines and len(_BLANK.findall(text, lines[-1][1], start)) > 1:
            yield lines
            lines = []
        lines.append((start, end))
    if lines:
        yield lines


def _width(text: str, paragraphs: Sequence[Sequence[Line]]) -> int:
    """Return the width at which these lines were wrapped; 0 if they were not."""
    width = max((end - start for lines in paragraphs for start, end in lines), default=0)
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    breaks = [two for lines in paragraphs for two in pairwise(lines) if not _is_apart(text, *two)]
    if width < _NARROW and len(breaks) < _MANY:
        return 0
    full = sum(_is_full(text, above, below, width) for above, below in breaks)
    return width if 3 * full >= 2 * len(breaks) else 0


def _is_full(text: str, above: Line, below: Line, width: int) -> bool:
    """Whether the first word of the line below would not have fitted on the line above."""
    first = _FIRST.search(text, *below)
    return first is not None and above[1] - above[0] + 1 + len(first[0]) > width


def _is_apart(text: str, above: Line, below: Line) -> bool:
    """Whether the line below begins something of its own: an item, a speaker's label, an indented paragraph."""
    if _ALWAYS_APART.match(text, *below) or LABEL.match(text, *below):
        return True
    if _ended(text, above):
        return bool(
            _ITEM.match(text, *below)
            or MIXED_LABEL.match(text, *below)
            or _indent(text, below) > _indent(text, above)
        )
    return bool(_ITEM.match(text, *above) and _ITEM.match(text, *below))


def _indent(text: str, line: Line) -> int:
    first = _FIRST.search(text, *line)
    return first.start() - line[0] if first else 0


def _ended(text: str, line: Line) -> bool:
    return _ENDED.search(text, max(line[0], line[1] - 20), line[1]) is not None


def _joined(text: str, lines: Sequence[Line], width: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a paragraph that go on over its line breaks."""
    low, last = lines[0][0], lines[-1][1]
    quoted = _quotation(text, lines[0], "")
    for above, below in pairwise(lines):
        goes_on = not _is_apart(text, above, below) and (
            (width > 0 and _is_full(text, above, below, width))
            or _is_left_open(text, above, below)
            or (quoted != "" and _is_closed_below(text, below[0], last, quoted))
        )
        if not goes_on:
            yield low, above[1]
            low, quoted = below[0], ""
        quoted = _quotation(text, below, quoted)
    yield low, last


def _is_left_open(text: str, above: Line, below: Line) -> bool:
    """Whether the line above breaks off within a sentence: before a small letter, or after "of" or "Col."."""
    first = _FIRST.search(text, *below)
    near = max(above[0], above[1] - 20)
    if not _ended(text, above):
        small = first is not None and first[0][0].islower()
        return small or _GOES_ON.search(text, near, above[1]) is not None
    short = _SHORTENED.search(text, near, above[1])
    return short is not None and short[1].lower() in BEFORE_NAMES


def _quotation(text: str, line: Line, quoted: str) -> str:
    """Return the mark of the quotation that is open at a line's end, "" if there is none; `quoted` is open before it."""
    for mark in _MARK.finditer(text, *line):
        char = mark[0]
        if quoted in ("‘", "'") or (quoted and char in "‘’'"):
            quoted = "" if quoted in ("‘", "'") and char in "’'" else quoted
        elif char in _CLOSING or (char == '"' and quoted):
            quoted = ""
        else:
            quoted = char
    return quoted


def _is_closed_below(text: str, start: int, end: int, quoted: str) -> bool:
    """Whether the next mark closes the quotation: one that opens would begin another, in a paragraph of its own."""
    for mark in _MARK.finditer(text, start, min(end, start + _LOOKED_AHEAD)):
        if quoted in "‘'" or mark[0] not in "‘’'":
            at_front = not text[start : mark.start()].strip()
            after_space = text[mark.start() - 1].isspace()
            return mark[0] not in _OPENING and not at_front and not after_space
    return False
