"""The sources of a reply as lines below it; and read back, so that a client that keeps only texts can ask on.

Of what a footnote says only its words count, and only where they stand in a stored source: a client can forge a line, but
not what the sources hold.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from presscheck.desk import Desk
from presscheck.models import Evidence, Message, Reply
from presscheck.render.safe import one_line, shorten
from presscheck.render.where import where
from presscheck.vectorstore.citing import cite

MOST = 300
"""Characters of a source's words in a footnote."""
LOOKED_AT = 4
"""Passages in which a footnote's words are looked for."""
MOST_NOTES = 12
"""Footnotes of an earlier answer that are read back."""
_FIRST = "\n\n[1] "
_OPEN, _CLOSE = ": “", "”"


def footnotes(citations: Sequence[Evidence]) -> str:
    """Return what is to stand below a reply; nothing where it cites nothing."""
    lines = [f"[{number}] {_note(evidence)}" for number, evidence in enumerate(citations, 1)]
    return "\n\n" + "\n".join(lines) if lines else ""


def _note(evidence: Evidence) -> str:
    return f"{' · '.join(where(evidence))}: “{shorten(one_line(evidence.text), MOST)}”"


def recalled(desk: Desk, text: str) -> Message:
    """Return an earlier answer without its footnotes, and with its citations if all of them are found again."""
    body, words = _parted(text)
    if not words or len(words) > MOST_NOTES:
        return Message(role="assistant", text=body)
    found = [_found(desk, each) for each in words]
    cited = tuple(evidence for evidence in found if evidence is not None)
    reply = Reply(status="answered", text=body, citations=cited) if len(cited) == len(words) else None
    return Message(role="assistant", text=body, reply=reply)


def _parted(text: str) -> tuple[str, list[str]]:
    """Return a text without its footnotes, and the words that each of them quotes."""
    body, first, below = text.rpartition(_FIRST)
    lines = f"[1] {below}".splitlines() if first else []
    if not lines or not all(
        line.startswith("[") and _OPEN in line and line.endswith(_CLOSE) for line in lines
    ):
        return text, []
    return body, [line.partition(_OPEN)[2].removesuffix(_CLOSE) for line in lines]


def _found(desk: Desk, words: str) -> Evidence | None:
    """Return where a source has these words, white space aside."""
    parts = words.removesuffix("…").split()
    if not parts or len(words) > MOST:
        return None
    exact = re.compile(r"\s+".join(re.escape(part) for part in parts))
    for near in desk.search(words, LOOKED_AT):
        match = exact.search(near.text)
        if match:
            start, end = near.start + match.start(), near.start + match.end()
            return cite(desk.article(near.article_id), start, end, speaker=near.speaker)
    return None
