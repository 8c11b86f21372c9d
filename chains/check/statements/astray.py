"""Names that do not belong where a statement has them: the sources tell it elsewhere, or nearer to another name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from presscheck.chains.check.statements.bearers import (
    Rest,
    company,
    days,
    kind_of,
    names,
    others,
    telling,
    told_of,
)
from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.words.reading import Words

ALIKE = 0.9
"""Sentences that have this share of what the best one has tell the rest as well."""
ENOUGH = 0.7
"""The same of one that has the name itself."""
BACK = 3
"""Sentences before the one that tells it in which the name may stand."""
LEAD = 2
"""Sentences at the head of the sources, whose names the whole text may be about."""
NEARER = 1.3
"""How much better another name must fit."""
KINDS = frozenset("person place organisation nationality".split())
"""The kinds of names that can stand for one another."""
_SHARED = frozenset(["place"])
"""Names of this kind stand for all that is told behind them, beside others: a country and its town."""


class Astray(NamedTuple):
    """The places of a name in the statement, what is told of it, and the sentence that tells this."""

    name: range
    rest: Rest
    sentence: int


def misplaced(claim: Words, ground: Ground) -> range | None:
    """Return the places of a name or day that does not stand where the sources tell the rest, or another one better."""
    stray = next(astray(claim, ground), None)
    if stray is not None:
        return stray.name
    named = told_of(claim, ground, names(claim))
    worse = (name for name, rest in named if _another_fits(claim, ground, name, rest))
    return next(worse, None) or next(_days_astray(claim, ground), None)


def astray(claim: Words, ground: Ground) -> Iterator[Astray]:
    """Yield the names that the sources have, but neither where the rest is told nor shortly before."""
    for name, rest in told_of(claim, ground, names(claim)):
        own = {claim.lemmas[i] for i in name}
        numbers = telling(rest, ground, ALIKE)
        near = any(_stands_by(own, n - BACK, n, ground) for n in (*numbers, LEAD - 1))
        if not near and not any(_stands_by(own, n, n, ground) for n in telling(rest, ground, ENOUGH)):
            yield Astray(name, rest, numbers[0])


def _days_astray(claim: Words, ground: Ground) -> Iterator[range]:
    """Yield the days that the sources have, but not beside the sentence in which the rest is told."""
    for day, rest in told_of(claim, ground, days(claim)):
        own = {claim.lemmas[i] for i in day}
        numbers = telling(rest, ground, ALIKE)
        if not any(_stands_by(own, n - 1, n + 1, ground) for n in numbers):
            yield day


def _stands_by(own: set[str], first: int, last: int, ground: Ground) -> bool:
    """Tell whether a word of the name stands in one of some sentences."""
    return any(not own.isdisjoint(known) for known in ground.sets[max(0, first) : last + 1])


def _another_fits(claim: Words, ground: Ground, name: range, rest: Rest) -> bool:
    """Tell whether another name of its kind fits better wherever the rest is told."""
    kind, numbers = kind_of(claim, name), telling(rest, ground, ALIKE)
    own = {claim.lemmas[i] for i in name}
    return kind in KINDS and all(_fits_better(claim, ground.sentences[n], kind, own, rest) for n in numbers)


def _fits_better(claim: Words, words: Words, kind: str, own: set[str], rest: Rest) -> bool:
    """Tell whether another name stands in a sentence that lacks this one, or nearer to what is told of it."""
    rivals = list(others(claim, words, kind))
    here = [i for i, lemma in enumerate(words.lemmas) if lemma in own]
    if not here:
        return bool(rivals) and kind not in _SHARED
    least = NEARER * company(rest, words, here)
    return any(company(rest, words, places) > least for places in rivals)
