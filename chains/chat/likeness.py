"""How well a word of a question is met by the words of a source: the same, related by the lexicon, or near by vector."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from presscheck.chains.check import lexicon
from presscheck.chains.check.ground import STEM
from presscheck.chains.check.reading import NAME, NUMBER

if TYPE_CHECKING:
    from presscheck.vectorstore.embeddings import WordLlamaEmbeddings

LIKENESS = {"same": 0.9, "derived": 0.9, "up": 0.6, "opposite": 0.35, "": 0.0}
NEAR = 0.5
"""Cosine of two words' vectors from which they count as near; by the questions of the chat suite."""


def likeness(term: str, kind: str, words: Collection[str]) -> float:
    """Return how well the best of the words meets the term, from 0 to 1."""
    if term in words:
        return 1.0
    if kind == NUMBER:
        return 0.0
    return max((_alike(term, word, kind is NAME) for word in words), default=0.0)


@lru_cache(maxsize=200_000)
def _alike(term: str, word: str, name: bool) -> float:
    if word[0].isdigit():
        return 0.0
    if len(term) >= STEM and term[:STEM] == word[:STEM]:
        return 0.9
    if name and not lexicon.known(term):
        return (
            0.9
            if min(len(term), len(word)) >= 4 and (term.startswith(word) or word.startswith(term))
            else 0.0
        )
    relation = lexicon.relation(term, word) or lexicon.relation(word, term)
    if relation or name:
        return LIKENESS[relation]
    near = _cosine(term, word)
    return near if near >= NEAR else 0.0


def _cosine(a: str, b: str) -> float:
    vectors = _vectors().vectors([a, b])
    return float(vectors[0] @ vectors[1])


@cache
def _vectors() -> WordLlamaEmbeddings:
    from presscheck.vectorstore.embeddings import WordLlamaEmbeddings

    return WordLlamaEmbeddings()
