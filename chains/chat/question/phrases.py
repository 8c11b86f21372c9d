"""Verbs of two words, read as one: "put out" is extinguished, who "steps down" resigns."""

from __future__ import annotations

import re
from functools import lru_cache

_PARTS = (
    ("put|puts|putting", "out(?! of)", "extinguish"),
    ("step|steps|stepped|stand|stands|stood", "down", "resign"),
    ("breaks?|broke|broken", "out(?! of)", "begin"),
    ("calls?|called", "off", "cancel"),
    ("lay|lays|laid", "off", "dismiss"),
    ("switch|switches|switched|turn|turns|turned", "off", "deactivate"),
    ("switch|switches|switched|turn|turns|turned", "on", "activate"),
    ("shut|shuts", "down", "close"),
    ("sets?", "up", "establish"),
    ("blow|blows|blew|blown", "up", "explode"),
    ("turn|turns|turned", "down", "reject"),
    ("walk|walks|walked", "out(?! of)", "strike"),
    ("knock|knocks|knocked|tear|tears|tore|torn", "down", "demolish"),
    ("hands?|handed", "over", "deliver"),
    ("take|takes|took|taken", "over", "succeed"),
    ("give|gives|gave|given", "up", "abandon"),
    ("bring|brings|brought", "down", "topple"),
    ("carry|carries|carried", "out", "perform"),
    ("hold|holds|held", "up", "delay"),
    ("strikes?|struck", "down", "void"),
    ("in", "charge", "responsible"),
)
_PATTERNS = tuple(
    (re.compile(rf"\b(?:{verb}) (?:(?!to\b)\w+ )??{particle}\b", re.IGNORECASE), meaning)
    for verb, particle, meaning in _PARTS
)


@lru_cache(maxsize=8192)
def meant(text: str) -> frozenset[str]:
    """Return the verbs that a text's verbs of two words stand for."""
    return frozenset(meaning for pattern, meaning in _PATTERNS if pattern.search(text))


def verbs_in(text: str) -> dict[str, str]:
    """Return the verb of each verb of two words in a text, with what it stands for."""
    found = ((pattern.search(text), meaning) for pattern, meaning in _PATTERNS)
    return {_verb(m[0].lower()): meaning for m, meaning in found if m}


def _verb(phrase: str) -> str:
    first, *_, last = phrase.split()
    return last if first == "in" else first
