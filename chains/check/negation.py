"""A "not" that stands on one side only: in the statement or in the sentence it aligns with."""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.check import opposites
from presscheck.chains.check.align import Alignment
from presscheck.chains.check.contrast import COVER, Contrast, ordered
from presscheck.chains.check.cues import CONJUNCTIONS, FIRM, NOT_NEGATIVE, OUT, UNDONE, is_negative
from presscheck.chains.check.reading import STOP, Words
from presscheck.reasons import Reason

NEARLY_ALL = 0.8
"""The same where the statement says "failed to": the source may tell of the failure in other words."""
NEAR = 5
"""Words between a "not" or a hedge and what it turns."""


def negation(alignment: Alignment) -> Iterator[Contrast]:
    """Yield a "not" that stands on one side only, before a word that both sides have."""
    if alignment.cover < COVER:
        return
    for words, other, across, mine in (
        (alignment.claim, alignment.source, alignment.there, True),
        (alignment.source, alignment.claim, alignment.here, False),
    ):
        for place in negations(words):
            turned = turned_word(words, place, across)
            if turned is None or (mine and words.lemmas[place] in UNDONE and alignment.cover < NEARLY_ALL):
                continue
            there = across[turned]
            if _negative_beside(other, there) or not same_stretch(words, turned, other, there, across):
                continue
            if opposite_beside(words, place, other, there, across):
                continue
            here, far = (place, turned), (there, there)
            first, second = (here, far) if mine else (far, here)
            text = words.span(place, turned) if turned >= place else words.forms[place]
            told = f"“{text}” is added" if mine else f"The source has “{text}”"
            yield Contrast(Reason.STATEMENT_NEGATION, ordered(*first), ordered(*second), told)
            return


def negations(words: Words) -> list[int]:
    """Return the places of the words that negate, "failed to" among them, set phrases left out (not only, no doubt)."""
    found = []
    for i, form in enumerate(words.forms):
        follows = words.forms[i + 1] if i + 1 < len(words) else ""
        contrasted = i > 0 and words.forms[i - 1] in ("and", "but")
        negative = is_negative(form) and (form, follows) not in NOT_NEGATIVE and not contrasted
        if negative or _undone(words, i, follows):
            found.append(i)
    return found


def _undone(words: Words, place: int, follows: str) -> bool:
    """Whether a word says that what follows was not done: "failed to", not "never failed to"."""
    before = words.forms[max(0, place - 3) : place]
    return follows == "to" and words.lemmas[place] in UNDONE and not any(map(is_negative, before))


def turned_word(words: Words, place: int, across: dict[int, int]) -> int | None:
    """Return the word that a "not" or a hedge turns: the next content word of its clause, if the other side has it.

    Adverbs may stand between; where a conjunction does, it turns something else.
    """
    for i in range(place + 1, min(len(words), place + 1 + NEAR)):
        if words.clauses[i] != words.clauses[place] or words.forms[i] in CONJUNCTIONS:
            return None
        if words.kinds[i] is not STOP:
            if i in across:
                return i
            if not words.forms[i].endswith("ly"):
                return None
    return None


def _negative_beside(words: Words, place: int) -> bool:
    """Whether a word here is turned too: by a "not" before it, or by one on what follows ("found no trace")."""
    before = range(max(0, place - NEAR - 2), place)
    behind = range(place + 1, min(len(words), place + 4))
    return any(is_negative(words.forms[i]) or _firm(words, i) for i in before) or any(
        is_negative(words.forms[i]) for i in behind
    )


def _firm(words: Words, place: int) -> bool:
    """Whether a word denies what follows: refused to, pulled out of."""
    out = words.forms[place] == "out" and place > 0 and words.lemmas[place - 1] in OUT
    return words.lemmas[place] in FIRM or out


def same_stretch(words: Words, place: int, other: Words, there: int, across: dict[int, int]) -> bool:
    """Whether the words around both places are the same too: at least two more, one of them of content or close by."""
    near = [i for i in range(max(0, place - 5), min(len(words), place + 6)) if i != place and i in across]
    held = [i for i in near if abs(across[i] - there) <= 7]
    return sum(1.0 if words.kinds[i] is not STOP else 0.5 for i in held) >= 2.0


def opposite_beside(words: Words, place: int, other: Words, there: int, across: dict[int, int]) -> bool:
    """Whether the other side has the opposite of a word here: "did not stay" and "left" say the same."""
    mine = {words.lemmas[i] for i in range(place, min(len(words), place + 6)) if i not in across}
    taken = set(across.values())
    theirs = {other.lemmas[j] for j in range(max(0, there - 4), min(len(other), there + 5)) if j not in taken}
    return any(opposites.are_opposite(a, b) for a in mine for b in theirs)
