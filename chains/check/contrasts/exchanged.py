"""Two things that stand in each other's place, all else being the same: "more in winter than in summer"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from presscheck.chains.check.contrasts.contrast import Contrast
from presscheck.chains.check.contrasts.roles import MUTUAL
from presscheck.chains.check.statements.align import Alignment, Gap
from presscheck.chains.check.words.reading import STOP, Words
from presscheck.reasons import Reason

SAME = 0.95
"""The share of a statement's weight whose words the source must have, in whatever order."""
GAPS = 6
"""Gaps among which two are looked for."""
_TOLD = frozenset("with say tell add".split())
_EVEN = frozenset("and or nor the a an with both as well together between while".split()) | MUTUAL
"""Words on both sides of which two things may change places; with "with" any may: "drew 2-2 with"."""


def exchanged(alignment: Alignment) -> Iterator[Contrast]:
    """Yield two things that have changed places around words that both sides have."""
    claim, source = alignment.claim, alignment.source
    known = sum(claim.weights[i] for i in claim.content if claim.lemmas[i] in source.vocabulary)
    one_passive = ("by" in claim.forms) != ("by" in source.forms)
    if known < SAME * sum(claim.weights) or one_passive:
        return
    gaps = alignment.gaps()[:GAPS]
    for one, other in combinations(gaps, 2):
        if _in_each_others_place(alignment, one, other) or _moved(alignment, one, other):
            mine = _bounds(one[0], other[0])
            theirs = _bounds(one[1], other[1])
            told = f"The source has it the other way round: “{source.span(*theirs)}”"
            yield Contrast(Reason.STATEMENT_ROLE, mine, theirs, told)
            return


def _in_each_others_place(alignment: Alignment, one: Gap, other: Gap) -> bool:
    """Whether each gap here holds what the other one holds there, with words between that make a difference."""
    claim, source = alignment.claim, alignment.source
    (mine, theirs), (mine2, theirs2) = one, other
    first, second = _content(claim, mine), _content(claim, mine2)
    voice = _lemmas(claim, mine, mine2) ^ _lemmas(source, theirs, theirs2)
    if not first or not second or voice & {"by", "be"}:
        return False
    between = claim.lemmas[mine.stop : mine2.start]
    told = _TOLD & _lemmas(claim, mine, mine2)
    same = first == _content(source, theirs2) and second == _content(source, theirs)
    return same and not told and not _even(between)


def _moved(alignment: Alignment, one: Gap, other: Gap) -> bool:
    """Whether "X than" stands before what "than X" stands behind in the source, or the other way round."""
    claim, source = alignment.claim, alignment.source
    (mine, theirs), (mine2, theirs2) = one, other
    if mine and theirs2 and not theirs and not mine2:
        return _turned_round(_list(claim, mine), _list(source, theirs2), claim, mine)
    if theirs and mine2 and not mine and not theirs2:
        return _turned_round(_list(source, theirs), _list(claim, mine2), source, theirs)
    return False


def _turned_round(ahead: list[str], behind: list[str], words: Words, places: range) -> bool:
    """Whether the one is "X link" and the other "link X"."""
    for cut in range(1, len(ahead)):
        link = ahead[cut:]
        if ahead[:cut] == behind[-cut:] and link == behind[:-cut] and not _even(link):
            return any(words.kinds[i] is not STOP for i in places[:cut])
    return False


def _even(link: list[str]) -> bool:
    return bool(_TOLD & set(link)) or set(link) <= _EVEN


def _list(words: Words, places: range) -> list[str]:
    return [words.lemmas[i] for i in places]


def _lemmas(words: Words, *gaps: range) -> set[str]:
    return {words.lemmas[i] for gap in gaps for i in gap}


def _content(words: Words, places: range) -> set[str]:
    return {words.lemmas[i] for i in places if words.kinds[i] is not STOP}


def _bounds(one: range, other: range) -> tuple[int, int]:
    """Return the first and last place of two gaps, what lies between them included."""
    return one.start, max(one.start, other.stop - 1)
