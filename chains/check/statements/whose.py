"""Whose it is, told by "his" or "her" before the same word: another person than the sources tell it of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presscheck.chains.check.statements.unlike import Unlike
from presscheck.chains.check.words.reading import STOP, Words

_POSSESSIVES = frozenset(["his", "her"])
BEHIND = 2
"""Words behind the pronoun among which the thing is named."""


def anothers(claim: Words, told: Sequence[Words]) -> Unlike | None:
    """Return a "his" where the sources only have "her" before the same word, or the other way round."""
    for place, thing in _owned(claim):
        lemma = claim.lemmas[thing]
        theirs = [(words, j, k) for words in told for j, k in _owned(words) if words.lemmas[k] == lemma]
        if theirs and all(words.forms[j] != claim.forms[place] for words, j, _ in theirs):
            words, first, last = theirs[0]
            return Unlike(f"The source has “{words.span(first, last)}”", words, (place, thing), (first, last))
    return None


def _owned(words: Words) -> Iterator[tuple[int, int]]:
    """Yield the places of a pronoun and of the word behind it."""
    for i, form in enumerate(words.forms):
        if form in _POSSESSIVES:
            near = range(i + 1, min(len(words), i + 1 + BEHIND))
            yield from ((i, k) for k in [next((k for k in near if words.kinds[k] is not STOP), i)] if k > i)
