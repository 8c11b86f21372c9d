"""What differs between a statement and the sentence it aligns with: a "not", an opposite, a hedge, an amount, an order.

Each test names the words on both sides; without two aligned places there is no contrast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from presscheck.chains.check.align import Alignment
from presscheck.chains.check.antonyms import antonym
from presscheck.chains.check.contrast import Contrast
from presscheck.chains.check.exchanged import exchanged
from presscheck.chains.check.modality import modality
from presscheck.chains.check.negation import negation
from presscheck.chains.check.sequence import order
from presscheck.chains.check.shares import exception, quantifier
from presscheck.chains.check.standing import standing

TESTS: tuple[Callable[[Alignment], Iterator[Contrast]], ...] = (
    order,
    negation,
    antonym,
    quantifier,
    exception,
    standing,
    modality,
    exchanged,
)


def contrasts(alignment: Alignment) -> Iterator[Contrast]:
    """Yield what differs, the gravest first."""
    for test in TESTS:
        yield from test(alignment)
