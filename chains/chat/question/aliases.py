"""Other names of countries and organisations, so that "North Korean soldiers" are asked for and DPRK soldiers found."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from presscheck.chains.check.words.reading import STOP, read_words
from presscheck.text.names_lists import countries, organisations


@lru_cache(maxsize=8192)
def words_of(text: str) -> frozenset[str]:
    """Return the lemmas of a text's content words, and those of the other names of what it names."""
    pattern, others = _names()
    named = {m[0] for m in pattern.finditer(text)}
    return _lemmas(text).union(*(others[name] for name in named))


def _lemmas(text: str) -> frozenset[str]:
    words = read_words(text)
    return frozenset(w for w, kind in zip(words.lemmas, words.kinds, strict=True) if kind is not STOP)


@cache
def _names() -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    """Return a pattern of all names that have others, and the words of those others by name."""
    others: dict[str, frozenset[str]] = {}
    for group in _groups():
        words = _lemmas(" ".join(group))
        for name in group:
            others[name] = others.get(name, frozenset()) | words
    longest_first = sorted(map(re.escape, others), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?!\w)"), others


def _groups() -> list[list[str]]:
    named = [[c.name, *c.aliases, *c.demonyms] for c in countries()]
    bodies: dict[str, list[str]] = {}
    for form, name in organisations().items():
        bodies.setdefault(name, [name]).append(form)
    return [list(dict.fromkeys(group)) for group in (*named, *bodies.values())]
