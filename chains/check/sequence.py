"""Before and after exchanged, or the two things around them."""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.check.align import Alignment
from presscheck.chains.check.contrast import Contrast, Span, instead
from presscheck.chains.check.reading import Words
from presscheck.reasons import Reason

LEAST = 0.5
"""The share of each part's words that must be found again before the order of two parts is compared."""


def order(alignment: Alignment) -> Iterator[Contrast]:
    """Yield before and after exchanged, or the two things around them."""
    claim, source = alignment.claim, alignment.source
    for i, j in _links_of_time(claim, source):
        same_link = claim.forms[i] == source.forms[j]
        (main, sub), (their_main, their_sub) = _around(claim, i), _around(source, j)
        straight = _overlap(main, their_main), _overlap(sub, their_sub)
        crossed = _overlap(main, their_sub), _overlap(sub, their_main)
        turned = min(crossed) >= LEAST and max(straight) < LEAST if same_link else min(straight) >= LEAST
        if turned and (same_link or max(crossed) < LEAST):
            yield instead(Reason.STATEMENT_ORDER, alignment, i, j)
            return


def _links_of_time(claim: Words, source: Words) -> Iterator[Span]:
    for i, form in enumerate(claim.forms):
        for j, other in enumerate(source.forms):
            if {form, other} <= {"before", "after"}:
                yield i, j


def _around(words: Words, link: int) -> tuple[set[str], set[str]]:
    """Return the content of what is told and of what it is placed by: "A after B", "After B, A"."""
    clause = words.clauses[link]
    opens = link == 0 or words.clauses[link - 1] != clause
    ahead = [i for i in words.content if i > link]
    if opens and link < 2:
        sub = [i for i in ahead if words.clauses[i] == clause]
        main = [i for i in ahead if words.clauses[i] != clause]
    else:
        sub, main = ahead, [i for i in words.content if i < link]
    return {words.lemmas[i] for i in main}, {words.lemmas[i] for i in sub}


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one) if one else 0.0
