"""What the source says only "if" or "unless" something else happens, told as certain."""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.check.contrasts.contrast import Contrast, Span
from presscheck.chains.check.contrasts.modality import hedges
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words.reading import STOP, Words
from presscheck.reasons import Reason

COVER = 0.8
"""The share of the statement's weight that must align: it must be the source's sentence, but for the condition."""
_LIMITS = frozenset(["if", "unless"])
_NO_LIMIT = frozenset(
    "as even what only ask wonder know see sure decide question doubt matter tell say whether like and or".split()
)
"""Words before an "if" that limits nothing: "asked if", "even if"."""
_OPEN = frozenset("if unless would should can until once when whether provided except without".split())
"""Words by which a statement is told as less than certain, beside the hedges."""
_CERTAIN = frozenset(["will", "shall", "'ll", "won't"])


def condition(alignment: Alignment) -> Iterator[Contrast]:
    """Yield what will be, where the source has an "if" clause beside it of which the statement has nothing."""
    claim, source = alignment.claim, alignment.source
    certain = next((i for i, form in enumerate(claim.forms) if form in _CERTAIN), None)
    if certain is None or alignment.cover < COVER or _OPEN & set(claim.forms) or hedges(claim):
        return
    for first, last in _clauses(source):
        told = [j for j in range(first, last + 1) if source.kinds[j] is not STOP]
        beside = [j for j in (first - 1, first - 2, last + 1, last + 2) if j in alignment.here]
        if len(told) > 1 and beside and not any(j in alignment.here for j in told):
            why = f"The source says so only “{source.span(first, last)}”"
            yield Contrast(Reason.STATEMENT_MODALITY, (certain, certain), (first, last), why)
            return


def _clauses(words: Words) -> Iterator[Span]:
    """Yield the clauses that limit another."""
    for i, form in enumerate(words.forms):
        if form in _LIMITS and (i == 0 or words.lemmas[i - 1] not in _NO_LIMIT):
            last = i
            while last + 1 < len(words) and words.clauses[last + 1] == words.clauses[i]:
                last += 1
            yield i, last
