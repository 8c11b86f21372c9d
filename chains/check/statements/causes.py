"""Another cause than the sources have, or one that they don't have at all: "because …", "due to …"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presscheck.chains.check.statements.unlike import Unlike, alike
from presscheck.chains.check.words.reading import STOP, Words

_LINKS = ("because", "due to", "owing to", "thanks to", "as a result of")
_TELLING = frozenset(
    """because due since owing thanks cause caused causing causes result resulting resulted reason reasons blame blamed
    prompting prompted lead leading led leads responsible amid after following why so as over force forced from for by
    with when therefore""".split()
)
"""Words by which a source may tell a cause as well."""
SAME = 0.3
"""The share of a cause's words that the source's cause has, at least, where both mean the same."""
HELD = 0.9
"""The share of a cause's weight that must stand where the rest is told."""
REST = 2
"""Words of the rest that a sentence must have to tell a cause of it."""
Cause = tuple[int, int, list[int]]
"""The places of the link's first and last word, and of the words with content behind it."""


def cause_nowhere(claim: Words, told: Sequence[Words], near: set[str]) -> str | None:
    """Say which cause no source tells of it; `near` are the words in and around the sentences that tell the rest."""
    for first, last, places in _causes(claim):
        cause = {claim.lemmas[i] for i in places}
        if not _stands(claim, places, near):
            return f"“{claim.span(first, places[-1])}” stands in no source"
        tellers = [words for words in told if words.vocabulary & cause]
        if not any(_TELLING & set(words.forms) for words in tellers):
            return f"No source says “{claim.span(first, last)}” of it"
    return None


def another_cause(claim: Words, told: Sequence[Words]) -> Unlike | None:
    """Return the cause that the sources tell of the rest, where they never tell the statement's."""
    for first, _, places in _causes(claim):
        cause = {claim.lemmas[i] for i in places}
        theirs = list(_causes_of(claim.vocabulary - cause, told))
        told_too = any(len(set(c.lemmas) & cause) >= SAME * len(cause) for c in theirs)
        if theirs and not told_too:
            words, (start, end) = theirs[0].words, theirs[0].places
            shown = f"The source has “{words.span(start, end)}”, not “{claim.span(first, places[-1])}”"
            return Unlike(shown, words, (first, places[-1]), (start, end))
    return None


class Told(NamedTuple):
    """A cause in a sentence, its lemmas and places."""

    words: Words
    lemmas: list[str]
    places: tuple[int, int]


def _causes_of(rest: frozenset[str], told: Sequence[Words]) -> Iterator[Told]:
    for words in told:
        for first, _, places in _causes(words):
            lemmas = [words.lemmas[i] for i in places]
            if len((words.vocabulary - set(lemmas)) & rest) >= REST:
                yield Told(words, lemmas, (first, places[-1]))


def _stands(claim: Words, places: Sequence[int], near: set[str]) -> bool:
    held = [i for i in places if not near.isdisjoint(alike(claim.lemmas[i]))]
    return sum(claim.weights[i] for i in held) >= HELD * sum(claim.weights[i] for i in places)


def _causes(words: Words) -> Iterator[Cause]:
    for link in (tuple(text.split()) for text in _LINKS):
        for i in range(len(words)):
            if tuple(words.forms[i : i + len(link)]) == link:
                last = i + len(link) - 1
                behind = (k for k in range(last + 1, len(words)) if words.clauses[k] == words.clauses[last])
                places = [k for k in behind if words.kinds[k] is not STOP]
                if places:
                    yield i, last, places
