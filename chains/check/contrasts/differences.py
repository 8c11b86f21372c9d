"""What differs between a statement and the sentence it aligns with: a "not", an opposite, a hedge, an amount, an order.

Each test names the words on both sides; without two aligned places there is no contrast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from presscheck.chains.check.contrasts.antonyms import antonym, convicted
from presscheck.chains.check.contrasts.comparisons import turned_round
from presscheck.chains.check.contrasts.conditions import condition
from presscheck.chains.check.contrasts.contrast import Contrast
from presscheck.chains.check.contrasts.deeds import to_another, undone
from presscheck.chains.check.contrasts.exchanged import exchanged
from presscheck.chains.check.contrasts.excluded import excluded
from presscheck.chains.check.contrasts.modality import modality
from presscheck.chains.check.contrasts.negation import negation
from presscheck.chains.check.contrasts.sequence import order
from presscheck.chains.check.contrasts.shares import exception, quantifier
from presscheck.chains.check.contrasts.standing import standing
from presscheck.chains.check.contrasts.subjects import subjects
from presscheck.chains.check.contrasts.superlatives import superlative
from presscheck.chains.check.statements.align import Alignment

TESTS: tuple[Callable[[Alignment], Iterator[Contrast]], ...] = (
    order,
    negation,
    excluded,
    antonym,
    convicted,
    undone,
    quantifier,
    superlative,
    exception,
    standing,
    modality,
    condition,
    exchanged,
    turned_round,
    subjects,
    to_another,
)


def contrasts(alignment: Alignment) -> Iterator[Contrast]:
    """Yield what differs, the gravest first."""
    for test in TESTS:
        yield from test(alignment)
