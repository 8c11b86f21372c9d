"""A larger share than the source's: "some" told as "all"."""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.check.align import Alignment
from presscheck.chains.check.contrast import COVER, Contrast, instead
from presscheck.chains.check.quantities import differ
from presscheck.reasons import Reason


def quantifier(alignment: Alignment) -> Iterator[Contrast]:
    """Yield a larger share than the source's: "some" told as "all"."""
    if alignment.cover < COVER:
        return
    for mine, theirs in alignment.gaps():
        for i in mine:
            for j in theirs:
                if differ(alignment.claim, i, alignment.source, j) and _same_behind(alignment, i, j):
                    yield instead(Reason.STATEMENT_QUANTIFIER, alignment, i, j)
                    return


def _same_behind(alignment: Alignment, i: int, j: int) -> bool:
    """Whether the same word stands within three words behind both places."""
    return any(j < alignment.there.get(a, -1) <= j + 4 for a in range(i + 1, i + 4))
