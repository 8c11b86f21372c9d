"""An opposite in a word's place."""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.check.contrasts.contrast import COVER, Contrast, instead
from presscheck.chains.check.contrasts.negation import negates
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words import opposites
from presscheck.chains.check.words.reading import NAME, STOP, Words
from presscheck.reasons import Reason


def antonym(alignment: Alignment) -> Iterator[Contrast]:
    """Yield an opposite that stands in the same gap on the other side."""
    strangers = _strangers(alignment)
    for mine, theirs in alignment.gaps():
        exact = (
            len(mine) == 1 and _one_word(alignment.source, theirs) and alignment.verbatim_around(mine, theirs)
        )
        around = exact and alignment.verbatim_around(mine, theirs, before=2, behind=2)
        if (strangers and not exact) or len(mine) > 6 or len(theirs) > 8:
            continue
        for i in mine:
            for j in theirs:
                if not _opposed(alignment, i, j, exact, around):
                    continue
                if alignment.cover_without(i) < COVER or _turned_back(alignment, i, j):
                    continue
                yield instead(Reason.STATEMENT_ANTONYM, alignment, i, j)
                return


def _one_word(words: Words, gap: range) -> bool:
    """Whether a gap holds one word with content at most: "in favour of"."""
    return len(gap) <= 3 and sum(words.kinds[j] is not STOP for j in gap) <= 1


def _strangers(alignment: Alignment) -> bool:
    """Whether the sentences speak of others: no name is in both, and one stands where the other side has another."""
    if any(alignment.claim.kinds[i] is NAME for i in alignment.there):
        return False
    return any(
        any(alignment.claim.kinds[i] is NAME for i in mine)
        and any(alignment.source.kinds[j] is NAME for j in theirs)
        for mine, theirs in alignment.gaps()
    )


def _opposed(alignment: Alignment, i: int, j: int, exact: bool, around: bool) -> bool:
    """Tell whether two words are opposites; where the words around them are the same, or exclude each other."""
    claim, source = alignment.claim, alignment.source
    if claim.lemmas[i] in source.lemmas and not exact:
        return False
    if not exact and ("to" in claim.forms[i + 1 : i + 2]) != ("to" in source.forms[j + 1 : j + 2]):
        return False  # "accepted the charges", "refused to defend herself"
    words = {(claim.lemmas[i], source.lemmas[j]), (claim.forms[i], source.forms[j])}
    return any(opposites.are_opposite(*pair) or (around and opposites.exclusive(*pair)) for pair in words)


def _turned_back(alignment: Alignment, i: int, j: int) -> bool:
    """Whether a "not" on one side makes up for the opposite."""
    here = any(negates(alignment.claim, k) for k in range(max(0, i - 4), i))
    there = any(negates(alignment.source, k) for k in range(max(0, j - 4), j))
    return here != there
