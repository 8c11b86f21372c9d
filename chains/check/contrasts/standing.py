"""A "deputy", "vice", "acting" or "former" that stands before an office on one side only."""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.check.contrasts.contrast import COVER, Contrast, Span
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words.reading import NAME, STOP, Words
from presscheck.reasons import Reason

_BELOW = frozenset("deputy vice acting assistant interim".split())
"""Words that make another office of the one behind them."""
_PAST = frozenset("former ex".split())
_ONCE = _PAST | frozenset(
    """then once previous previously late retired outgoing until served resigned stepped quit left ousted
    sacked fired replaced succeeded predecessor used""".split()
)
"""Words by which an office is told as over, without a "former"."""
_REACH = 6
"""Words behind a "deputy" among which the office is looked for."""
_AROUND = 6
"""Words on each side of an office among which they stand."""
_WAS = frozenset("was were had been".split())
_APART = frozenset("by to with for".split())
"""Words between a "was" and an office of somebody else: "was advised by Secretary …"."""
_OFFICES = frozenset(
    """president minister governor chief chairman chairwoman chair head director mayor commander leader secretary ceo gov sen senator rep representative congressman congresswoman
    chancellor ambassador speaker premier prime prosecutor marshal manager editor principal captain coach""".split()
)


def standing(alignment: Alignment) -> Iterator[Contrast]:
    """Yield an office told without the "deputy" that the source has before it, or with one that it lacks."""
    claim, source = alignment.claim, alignment.source
    if alignment.cover < COVER or _BELOW & set(claim.forms) & set(source.forms):
        return
    for words, other, across, mine in (
        (claim, source, alignment.there, True),
        (source, claim, alignment.here, False),
    ):
        for span in _offices(words):
            if span[0] in across or span[1] not in across:
                continue
            if words.forms[span[0]] in _PAST and _over(words, other, across, across[span[1]]):
                continue
            there = (across[span[1]],) * 2
            told = f"“{words.span(*span)}” here, “{other.span(*there)}” in the source" if mine else None
            told = told or f"“{other.span(*there)}” here, “{words.span(*span)}” in the source"
            yield Contrast(Reason.STATEMENT_ANTONYM, *((span, there) if mine else (there, span)), told)
            return


def _over(words: Words, other: Words, across: dict[int, int], office: int) -> bool:
    """Whether the other side may tell the office as over, or speak of somebody else: no name is the same."""
    around = other.forms[max(0, office - _AROUND) : office + _AROUND]
    before = other.forms[max(0, office - 3) : office]
    told = _ONCE & set(around) or (_WAS & set(before) and not _APART & set(before))
    named = any(words.kinds[i] is NAME or (i == 0 and words.kinds[0] is not STOP) for i in across)
    return bool(told) or not named


def _offices(words: Words) -> Iterator[Span]:
    """Yield the places of a "deputy" and of the office behind it: "former New York City mayor"."""
    for i in (k for k, form in enumerate(words.forms) if form in _BELOW | _PAST):
        near = range(i + 1, min(len(words), i + _REACH))
        behind = [k for k in near if words.kinds[k] is not STOP and words.clauses[k] == words.clauses[i]]
        office = next((k for k in behind if words.lemmas[k] in _OFFICES), None)
        if office is not None:
            yield i, office
