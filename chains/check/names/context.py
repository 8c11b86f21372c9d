"""The source sentences that speak of the same thing as a sentence of the draft, and how far they agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.sources import Sources, SourceSentence
from presscheck.text.mentions import Name, Sentence
from presscheck.text.words import content_words

NEAREST = 12
"""How many of the best source sentences are looked at."""


class Aligned(NamedTuple):
    """A source sentence beside one of the draft: `coverage` is the share of the draft's content words it has."""

    source: SourceSentence
    coverage: float
    shared: int
    words: frozenset[str]
    """The content words of the draft's sentence."""
    around: str
    """The source sentence with the one before and after it, in the same passage."""

    def without(self, name: Name) -> float:
        """Return the coverage of the draft's content words other than the name's own."""
        others = self.words - set(content_words(name.text))
        return len(others & self.source.words) / max(1, len(others))

    def without_around(self, name: Name) -> float:
        """Return the same coverage by the source sentence and its neighbours."""
        others = self.words - set(content_words(name.text))
        return len(others & set(content_words(self.around))) / max(1, len(others))


class Context:
    """What the sources have beside each sentence of a draft; each sentence is searched for once."""

    def __init__(self, draft: Draft, sources: Sources) -> None:
        self.draft, self.sources = draft, sources
        self._found: dict[int, list[Aligned]] = {}

    def beside(self, name: Name) -> list[Aligned]:
        """Return the source sentences nearest to the one that has the name, the nearest first."""
        sentence = self.draft.sentence_at(name.start)
        if sentence.start not in self._found:
            self._found[sentence.start] = self._search(sentence)
        return self._found[sentence.start]

    def _search(self, sentence: Sentence) -> list[Aligned]:
        words = frozenset(content_words(sentence.text))
        found = self.sources.search(sentence.text, 8)
        aligned = [_align(words, found, i) for i in range(len(found)) if found[i].vouches]
        return sorted((a for a in aligned if a.shared), key=lambda a: -a.coverage)[:NEAREST]


def _align(words: frozenset[str], found: Sequence[SourceSentence], at: int) -> Aligned:
    source = found[at]
    shared = len(words & source.words)
    near = [s for s in found[max(0, at - 1) : at + 2] if s.passage is source.passage]
    return Aligned(source, shared / max(1, len(words)), shared, words, " ".join(s.text for s in near))
