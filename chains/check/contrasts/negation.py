"""A "not" that stands on one side only: in the statement or in the sentence it aligns with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from presscheck.chains.check.contrasts.contrast import COVER, Contrast, ordered
from presscheck.chains.check.contrasts.turning import (
    NEAR,
    negations,
    negative_beside,
    turned_word,
    words_that_negate,
)
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words import opposites
from presscheck.chains.check.words.cues import (
    ALLEGED,
    UNDONE,
    is_negative,
)
from presscheck.chains.check.words.reading import STOP, Words
from presscheck.reasons import Reason
from presscheck.text.common_words import AUXILIARIES

NEARLY_ALL = 0.8
"""The same where the statement says "failed to": the source may tell of the failure in other words."""
MOVED = 0.85
"""The share that must stand somewhere in the source's sentence, where too little of it stands in the same order."""
WHOLE = 0.99
"""The share from which all of a statement is aligned."""
REACH = 8
"""Words before what somebody is said to have done, among which "accused of" is looked for."""


class Side(NamedTuple):
    """The words of one side, those of the other, which stand for which, and whether it is the statement's."""

    words: Words
    other: Words
    across: dict[int, int]
    mine: bool


def negation(alignment: Alignment) -> Iterator[Contrast]:
    """Yield a "not" that stands on one side only, before a word that both sides have."""
    if not enough(alignment):
        return
    claim, source = alignment.claim, alignment.source
    there, here = both_ways(alignment)
    if same_without_not(claim.forms, source.forms) or same_without_not(source.forms, claim.forms):
        return
    for side in Side(claim, source, there, True), Side(source, claim, here, False):
        turning = negations(side.words)
        for place in sorted({*turning, *words_that_negate(side.words)}):
            turned = _alone(alignment, side, place)
            if turned is None and place in turning:
                turned = _turned(alignment, side, place)
            if turned is not None and not (side.mine and _alleged(alignment, there[turned])):
                yield _turning(side, place, turned)
                return


def _alleged(alignment: Alignment, place: int) -> bool:
    """Whether only the source tells of it as what somebody is accused of: that it is not so may be said as well."""
    source = alignment.source
    before = (i for i in range(max(0, place - REACH), place) if source.clauses[i] == source.clauses[place])
    return any(source.lemmas[i] in ALLEGED and i not in alignment.here for i in before)


def enough(alignment: Alignment) -> bool:
    """Tell whether enough is aligned, or nearly all of it stands somewhere in the source's sentence."""
    return alignment.cover >= COVER or alignment.held >= MOVED


def both_ways(alignment: Alignment) -> tuple[dict[int, int], dict[int, int]]:
    """Return which words stand for which, from the statement and from the source; those moved too, if it needs them.

    It does where all of the statement stands there in another order, and one side alone denies: "is not required" and
    "do require".
    """
    both_deny = words_that_negate(alignment.claim) and words_that_negate(alignment.source)
    if alignment.cover >= COVER and (alignment.held < WHOLE or both_deny):
        return alignment.there, alignment.here
    moved = alignment.elsewhere
    return alignment.there | moved, alignment.here | {j: i for i, j in moved.items()}


_WITHOUT_NOT = (
    (frozenset(["until"]), (frozenset(["only", "before"]),)),
    (frozenset(["only"]), (frozenset(["but", "except"]), frozenset("all every each everyone".split()))),
    (frozenset(["no"]), (frozenset(["out"]),)),
    (frozenset(["before"]), (frozenset(["first"]),)),
)
"""What, beside a "not", other words tell as well: "not until June" and "only in June", "only she did not" and "all but her"."""


def same_without_not(denying: list[str], other: list[str]) -> bool:
    """Tell whether the one side denies what the other tells in words that have no "not"."""
    denies = any(map(is_negative, denying)) and not any(map(is_negative, other))
    return denies and any(
        word & set(denying) and all(words & set(other) for words in needed) for word, needed in _WITHOUT_NOT
    )


def _turning(side: Side, place: int, turned: int) -> Contrast:
    """Return the contrast of a "not" that the other side lacks beside the same word."""
    here, far = ordered(place, turned), ordered(side.across[turned])
    text = side.words.span(*here)
    if side.mine:
        return Contrast(Reason.STATEMENT_NEGATION, here, far, f"“{text}” is added")
    return Contrast(Reason.STATEMENT_NEGATION, far, here, f"The source has “{text}”")


def _turned(alignment: Alignment, side: Side, place: int) -> int | None:
    """Return the word that a "not" turns here but not on the other side, where what stands around it is the same."""
    words, other, across = side.words, side.other, side.across
    turned = turned_word(words, place, across)
    if turned is None or (side.mine and _too_little(alignment, place)):
        return None
    there = across[turned]
    whole = not side.mine and alignment.held >= WHOLE
    if negative_beside(other, there) or opposite_beside(words, place, other, there, across):
        return None
    return turned if whole or same_stretch(words, turned, there, across) else None


def _too_little(alignment: Alignment, place: int) -> bool:
    """Tell whether too little is aligned for a "failed to" of the statement to count."""
    if alignment.claim.lemmas[place] not in UNDONE or alignment.cover >= NEARLY_ALL:
        return False
    behind = [alignment.there.get(i) for i in (place + 2, place + 3)]
    same = behind[0] is not None and behind[1] == behind[0] + 1
    return not same or alignment.cover_without(place) < NEARLY_ALL


def _alone(alignment: Alignment, side: Side, place: int) -> int | None:
    """Return the word beside a "not" that, with its auxiliary verb, is all that differs: the words around are the same."""
    gaps = next((g for g in alignment.gaps() if place in g[not side.mine]), None)
    if gaps is None:
        return None
    here, far = gaps if side.mine else gaps[::-1]
    left = {side.words.forms[i] for i in here if i != place} | {side.other.forms[j] for j in far}
    if not left <= (_AUXILIARY | _ARTICLES if side.words.forms[place] == "no" else _AUXILIARY) or not (
        alignment.verbatim_around(*gaps, behind=2) or _told_so(alignment, *gaps)
    ):
        return None
    turned = here.stop if here.stop in side.across else here.start - 1
    return None if _made_up_for(side, turned) else _with_content(side, turned)


def _told_so(alignment: Alignment, mine: range, theirs: range) -> bool:
    """Whether the statement begins at the gap, and the source has it behind "said": "said no homes were lost"."""
    said = alignment.source.lemmas[theirs.start - 1 : theirs.start]
    behind = [alignment.there.get(mine.stop + k) == theirs.stop + k for k in (0, 1)]
    return mine.start == 0 and said in (["say"], ["that"], ["add"]) and all(behind)


def _with_content(side: Side, turned: int) -> int:
    """Return the word with content that an aligned stop word leads to: "danger" for the "in" of "not in danger"."""
    behind = range(turned, min(turned + 3, len(side.words)))
    return next((i for i in behind if i in side.across and side.words.kinds[i] is not STOP), turned)


def _made_up_for(side: Side, turned: int) -> bool:
    """Whether the other side has another negative word there: "has yet to approve", "has not yet approved"."""
    there, known = side.across[turned], set(negations(side.words))
    back = {j: i for i, j in side.across.items()}
    return any(abs(j - there) <= NEAR and back.get(j) not in known for j in negations(side.other))


_ARTICLES = frozenset("a an the any some several many".split())
"""What stands where the other side has "no"."""
_AUXILIARY = frozenset(f"{AUXILIARIES}|should|must|to|ever|still|already|now|yet|longer".split("|"))


def same_stretch(words: Words, place: int, there: int, across: dict[int, int], least: float = 2.0) -> bool:
    """Whether the words around both places are the same too: two more of content, at least; a stop word counts half."""
    near = [i for i in range(max(0, place - 5), min(len(words), place + 6)) if i != place and i in across]
    held = [i for i in near if abs(across[i] - there) <= 7]
    return sum(1.0 if words.kinds[i] is not STOP else 0.5 for i in held) >= least


def opposite_beside(words: Words, place: int, other: Words, there: int, across: dict[int, int]) -> bool:
    """Whether the other side has the opposite of a word here: "did not stay" and "left" say the same."""
    mine = {words.lemmas[i] for i in range(place, min(len(words), place + 6)) if i not in across}
    taken = set(across.values())
    theirs = {other.lemmas[j] for j in range(max(0, there - 4), min(len(other), there + 5)) if j not in taken}
    return any(opposites.are_opposite(a, b) for a in mine for b in theirs)
