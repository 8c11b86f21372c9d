"""What the source sets aside, told as what is: "sold to a charity rather than to a hotel"."""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.check.contrasts.contrast import Contrast
from presscheck.chains.check.contrasts.negation import MOVED
from presscheck.chains.check.contrasts.turning import negations
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words.reading import STOP, Words
from presscheck.reasons import Reason

_ASIDE = {("rather", "than"), ("instead", "of"), ("opposed", "to")}
_WORDS = frozenset("rather instead than not no".split())
REACH = 6
"""Words of what is set aside, at most."""
SHARED = 2
"""Words with content before it that the statement must have: it tells of the same deed."""


def excluded(alignment: Alignment) -> Iterator[Contrast]:
    """Yield what the source only has behind "rather than", where the statement lacks what stands before it."""
    claim, source = alignment.claim, alignment.source
    if alignment.held < MOVED or _WORDS & set(claim.forms) or negations(source):
        return
    for place in range(1, len(source) - 2):
        if tuple(source.forms[place : place + 2]) not in _ASIDE:
            continue
        reach = range(place + 2, min(len(source), place + 2 + REACH))
        behind = [j for j in _content(source, reach) if source.clauses[j] == source.clauses[place]]
        before = _content(source, range(max(0, place - REACH), place))
        only = [
            j
            for j in behind
            if source.lemmas[j] in claim.vocabulary and source.lemmas.count(source.lemmas[j]) == 1
        ]
        shared = sum(source.lemmas[j] in claim.vocabulary for j in _content(source, range(place)))
        if only and before and shared >= SHARED and source.lemmas[before[-1]] not in claim.vocabulary:
            mine = next(i for i, lemma in enumerate(claim.lemmas) if lemma == source.lemmas[only[0]])
            told = f"The source has “{source.span(place, only[0])}”"
            yield Contrast(Reason.STATEMENT_NEGATION, (mine, mine), (place, only[0]), told)
            return


def _content(words: Words, places: range) -> list[int]:
    return [i for i in places if words.kinds[i] is not STOP]
