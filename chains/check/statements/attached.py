"""Names that hang on other words: "the massacre in Pirell", where the sources have "the massacre in Onvale"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from presscheck.chains.check.contrasts.contrast import ordered
from presscheck.chains.check.statements.unlike import Unlike
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, STOP, WORD, Words

_LINKS = frozenset("in at from to near outside".split())
SHOWN = 2
"""Sentences in which names are looked for that have changed places."""
BEHIND = 3
"""Words behind a verb among which the name begins."""
Hung = tuple[str, str, int, int]
"""The lemma of a word, the preposition behind it, and the places of the name's first and last word."""


def hung_on_another(claim: Words, told: Sequence[Words]) -> Unlike | None:
    """Return a name behind a word that has another one behind it in the sources."""
    for word, link, first, last in _hung(claim):
        own = set(claim.lemmas[first : last + 1])
        theirs = [(words, hung) for words in told for hung in _hung(words) if hung[:2] == (word, link)]
        if theirs and all(own.isdisjoint(words.lemmas[h[2] : h[3] + 2]) for words, h in theirs):
            words, other = theirs[0]
            there = (other[2] - 2, other[3])
            return Unlike(f"The source has “{words.span(*there)}”", words, (first, last), there)
    return None


def names_exchanged(claim: Words, told: Sequence[Words]) -> Unlike | None:
    """Return two names that have changed places behind two verbs: "left Pirell and came to Onvale"."""
    mine = _behind_verbs(claim)
    for words in told[:SHOWN]:
        theirs = {verb: (names, place) for verb, names, place in _behind_verbs(words)}
        for (one, here, i), (other, there, k) in combinations(mine, 2):
            (first, j), (second, m) = theirs.get(one, (set(), 0)), theirs.get(other, (set(), 0))
            if here & second and there & first and not here & first:
                places = ordered(j, m, _end(words, j), _end(words, m))
                shown = f"The source has it the other way round: “{words.span(*places)}”"
                return Unlike(shown, words, ordered(i, k), places)
    return None


def _hung(words: Words) -> Iterator[Hung]:
    for i in range(1, len(words) - 1):
        if words.forms[i] in _LINKS and words.kinds[i - 1] is not STOP and words.kinds[i + 1] is NAME:
            yield words.lemmas[i - 1], words.forms[i], i + 1, _end(words, i + 1)


def _behind_verbs(words: Words) -> list[tuple[str, set[str], int]]:
    """Return each verb with the name behind it, and where that begins."""
    found = []
    for i, kind in enumerate(words.kinds):
        if kind is not WORD or "v" not in lexicon.parts(words.lemmas[i]):
            continue
        near = (k for k in range(i + 1, min(len(words), i + 1 + BEHIND)) if words.kinds[k] is not STOP)
        first = next(near, None)
        if first is not None and words.kinds[first] is NAME and words.clauses[first] == words.clauses[i]:
            names = set(words.lemmas[first : _end(words, first) + 1])
            found.append((words.lemmas[i], names, first))
    return found


def _end(words: Words, first: int) -> int:
    """Return the place where a name ends."""
    last = first
    while (
        last + 1 < len(words)
        and words.kinds[last + 1] is NAME
        and words.clauses[last + 1] == words.clauses[first]
    ):
        last += 1
    return last
