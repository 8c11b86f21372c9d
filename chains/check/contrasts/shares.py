"""A larger share than the source's: "some" told as "all"."""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.check.contrasts.contrast import COVER, Contrast, instead
from presscheck.chains.check.contrasts.quantities import differ
from presscheck.chains.check.contrasts.turning import negates
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words.reading import WORD
from presscheck.reasons import Reason


def quantifier(alignment: Alignment) -> Iterator[Contrast]:
    """Yield a larger share than the source's: "some" told as "all"."""
    if alignment.cover < COVER:
        return
    for mine, theirs in alignment.gaps():
        for i in mine:
            for j in theirs:
                if differ(alignment.claim, i, alignment.source, j) and alignment.verbatim_around(
                    mine, theirs
                ):
                    yield instead(Reason.STATEMENT_QUANTIFIER, alignment, i, j)
                    return


def exception(alignment: Alignment) -> Iterator[Contrast]:
    """Yield "all" or "only" where the source says "all but": "all but two opposed it"."""
    claim, source = alignment.claim, alignment.source
    if alignment.cover < COVER or _EXCEPT & set(claim.forms):
        return
    for j in range(1, len(source) - 1):
        if source.forms[j] not in _EXCEPT or source.forms[j - 1] not in _EVERY or source.kinds[j + 1] is WORD:
            continue
        i = next((k for k in range(len(claim) - 1) if _told_whole(alignment, k, j)), None)
        if i is not None and not any(negates(claim, k) for k in range(len(claim))):
            told = f"“{claim.span(i, i)}” stands where the source has “{source.span(j - 1, j)}”"
            yield Contrast(Reason.STATEMENT_QUANTIFIER, (i, i), (j - 1, j), told)
            return


def _told_whole(alignment: Alignment, i: int, j: int) -> bool:
    """Whether a word says "all" of what the source says "all but" of, or "only" of what the source leaves out."""
    claim, source = alignment.claim, alignment.source
    if claim.forms[i] in ("only", "just"):
        return claim.lemmas[i + 1] == source.lemmas[j + 1]
    return claim.forms[i] in _EVERY and any(
        j < alignment.there.get(k, -1) <= j + 6 for k in range(i + 1, min(len(claim), i + 4))
    )


_EVERY = frozenset("all every everyone everybody each".split())
_EXCEPT = frozenset("but except bar excluding".split())
