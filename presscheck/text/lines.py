"""Where line breaks cut a text: paragraphs and headings are kept apart, wrapped lines are joined."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\n\r\u2028\u2029]+")
_BLANK = re.compile(r"[\n\r\u2028\u2029]")
_ENDED = re.compile(r"[.!?…:;。！？][\"'”’»)\]}]*$")
_FIRST = re.compile(r"\S+")

# Wrapped text has lines of about this many characters; longer lines are paragraphs,
# shorter ones lists or verse.
_NARROWEST, _WIDEST = 45, 132


def blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the (start, end) of each stretch that no line break cuts, in order."""
    lines = [m.span() for m in _LINE.finditer(text)]
    width = max((end - start for start, end in lines), default=0)
    low = high = None
    for start, end in lines:
        if not text[start:end].strip():
            continue
        if low is None or high is None:
            low, high = start, end
        elif _goes_on(text, low, high, start, end, width):
            high = end
        else:
            yield low, high
            low, high = start, end
    if low is not None and high is not None:
        yield low, high


def _goes_on(text: str, low: int, high: int, start: int, end: int, width: int) -> bool:
    """Whether the line at `start` goes on with the sentence that the line ending at `high` left open."""
    between = text[high:start].replace("\r\n", "\n")
    if len(_BLANK.findall(between)) > 1:
        return False
    above = text[max(low, high - 200) : high].rstrip()
    first = _FIRST.search(text, start, end)
    if _ENDED.search(above) or not first:
        return False
    if first[0][0].islower():
        return True
    line = high - (max(text.rfind("\n", low, high), text.rfind("\r", low, high), low - 1) + 1)
    # A line was wrapped exactly if the next line's first word would not have fitted on it.
    return _NARROWEST <= width <= _WIDEST and line + 1 + len(first[0]) > width
