"""Titles that stand in small letters before a person's name, or after it between commas."""

from __future__ import annotations

import re

from presscheck.text.names_front import TITLES, key
from presscheck.text.names_parts import Part
from presscheck.text.titles import FIELDS, FRONT_TITLES, MODIFIERS

_BACK = 90
_BEFORE = re.compile(r"(?:[^\s,;:()\"“”]+\s+){0,8}[^\s,;:()\"“”]+(?=,?\s+$)")
_AFTER = re.compile(
    r",\s+(?:who\s+(?:is|was|serves as)\s+|then\s+|now\s+)?(?:(?:the|a|an|its|his|her|their)\s+)?"
    r"(?P<title>(?:[\w.’'&-]+\s+){0,7}?(?P<head>[\w-]+)(?:\s+(?:of|for|from|to|at|in)\s+[^,.;:()\"“”—\n]{2,70}?)?)"
    r"(?=[,;:)]|\.(?:\s|$)|\s+(?:who|said|told)\b|$)"
)
_QUALIFIER = re.compile(r"\b(?:former|retired|acting|deputy|assistant|(?:ex|then)-[A-Z][\w.]*) +$")
_CLAUSE = frozenset({"and", "but", "with", "that", "when", "while", "told", "said", "met", "as", "to", "in",
                     "was", "were", "is", "are", "has", "had", "will", "by"})  # fmt: skip
_HEADS = (
    TITLES | FRONT_TITLES | {"boss", "skipper", "owner", "coroner", "headteacher", "headmaster", "lecturer"}
)


def title_of(part: Part, text: str) -> str | None:
    """Return the title around a person: what the run began with, else before, else after."""
    before = _before(part, text)
    if part.title:
        before = before or _qualifier(part, text)
        return (
            f"{before} {part.title}"
            if before and part.title[0].isupper() and before[0].islower()
            else part.title
        )
    return before or _after(part, text)


def _qualifier(part: Part, text: str) -> str | None:
    """Read "former" in "former President Ann Holt", "then-Halden" in "then-Halden Mayor Ann Holt"."""
    start = part.start - len(part.title or "") - 1
    match = _QUALIFIER.search(text, max(0, start - _BACK), start)
    return match[0].strip() if match else None


def _before(part: Part, text: str) -> str | None:
    """Read "State Department spokesman" in "State Department spokesman Matthew Miller"."""
    start = part.start - (len(part.title) + 1 if part.title else 0)
    low = max(0, start - _BACK)
    match = _BEFORE.search(text, low, start)
    if match is None or "\n" in text[match.end() : start]:
        return None
    words = match[0].rpartition("\n")[2].split()
    if match.start() == low and low:
        words = words[1:]
    if not words or words[-1].islower() is False or not _is_head(words[-1]):
        return None
    first = len(words) - 1
    while first and _goes_with_title(words[first - 1]):
        first -= 1
    return " ".join(words[first:])


def _is_head(word: str) -> bool:
    return key(word) in _HEADS or key(word.rsplit("-", 1)[-1]) in _HEADS


def _goes_with_title(word: str) -> bool:
    if word.endswith(("'s", "’s")):
        return False
    if key(word) in TITLES | MODIFIERS | FRONT_TITLES | FIELDS:
        return True
    ends_sentence = word.endswith(".") and word.count(".") == 1
    return word[:1].isupper() and not ends_sentence


def _after(part: Part, text: str) -> str | None:
    """Read "the Pentagon press secretary" in "Pat Ryder, the Pentagon press secretary,"."""
    match = _AFTER.match(text, part.end, min(len(text), part.end + 160))
    if match is None or not _is_head(match["head"]) or len(match["title"].split()) > 12:
        return None
    if any(w in _CLAUSE for w in text[match.start("title") : match.start("head")].split()):
        return None
    return match["title"]
