"""Which marked pieces are one quotation: over paragraphs, and around an attribution that interrupts it."""

from __future__ import annotations

import re

from presscheck.text.cues import CUES
from presscheck.text.quote_frame import Frame
from presscheck.text.quote_marks import Marked

_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_ATTRIBUTES = CUES | {"put", "puts", "according", "went", "goes"}


def groups(frame: Frame) -> list[list[int]]:
    """Join the pieces of one quotation: over paragraphs, and around its attribution."""
    groups: list[list[int]] = []
    for i, piece in enumerate(frame.marked):
        if groups and (piece.resumes or _interrupted(frame, frame.marked[groups[-1][-1]], piece)):
            groups[-1].append(i)
        else:
            groups.append([i])
    return groups


def _interrupted(frame: Frame, before: Marked, piece: Marked) -> bool:
    """Only an attribution stands between, and none of its own follows the second piece."""
    between = frame.text[before.outer_end : piece.outer_start]
    ends = frame.text[before.start : before.end].rstrip(" '’")[-1:]
    if "\n" in between or len(between) > 160 or ends not in (",", "?", "!", "—", "."):
        return False
    if not _ATTRIBUTES.intersection(_WORD.findall(between.lower())):
        return False
    if not re.search(r"[.,:;—]\s*$", between) or not between.strip(" .,"):
        return False
    if frame.masked[before.outer_end - 1] == "." or re.search(r"[.!?]\s+[A-Z]", between):
        return False
    after = frame.text[piece.outer_end : piece.outer_end + 40]
    return (
        between.rstrip().endswith((",", "—"))
        or not re.match(r"[ \xa0]*[A-Za-z]", after)
        or not piece_ends_with_comma(frame, piece)
    )


def piece_ends_with_comma(frame: Frame, piece: Marked) -> bool:
    """Tell whether an attribution of its own follows a piece."""
    return frame.text[piece.start : piece.end].rstrip().endswith((",", "?", "!"))
