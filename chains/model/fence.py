"""Texts from articles set apart from the instructions of a prompt: fenced, limited, without hidden characters."""

from __future__ import annotations

import re

LONGEST = 2400
"""Characters of one claim or piece of evidence in a prompt. A longer claim is not asked about, and that is told; evidence is
made of sentences of passages, which are shorter."""

_HIDDEN = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u00ad\U000e0000-\U000e007f]")
_FENCES = re.compile(r"<{2,}|>{2,}|`{3,}")


def fits(text: str) -> bool:
    """Tell whether a text is short enough for a prompt."""
    return len(text) <= LONGEST


def fenced(label: str, text: str) -> str:
    """Return the text under its label between fences that nothing inside can close."""
    return f"{label}\n<<<\n{tame(text)}\n>>>"


def tame(text: str) -> str:
    """Return the text without hidden characters and fences."""
    return _FENCES.sub(lambda m: m[0][0], _HIDDEN.sub("", text)).strip()
