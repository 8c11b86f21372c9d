"""What differs between a statement and the sentence it aligns with: a "not", an opposite, a hedge, an amount, an order.

Each test names the words on both sides; without two aligned places there is no contrast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from presscheck.chains.check import opposites
from presscheck.chains.check.align import Alignment
from presscheck.chains.check.cues import (
    ASKED,
    CONJUNCTIONS,
    FIRM,
    HEDGES,
    INTENTIONS,
    NOT_NEGATIVE,
    OUT,
    UNDONE,
    is_hedge,
    is_negative,
)
from presscheck.chains.check.quantities import differ
from presscheck.chains.check.reading import NAME, STOP, Words
from presscheck.reasons import Reason

Span = tuple[int, int]
"""First and last word."""

COVER = 0.6
"""The share of a statement's weight that must align before what differs counts as a contradiction."""
NEARLY_ALL = 0.8
"""The same where the statement says "failed to": the source may tell of the failure in other words."""
LEAST = 0.5
"""The share of each part's words that must be found again before the order of two parts is compared."""
NEAR = 5
"""Words between a "not" or a hedge and what it turns."""


class Contrast(NamedTuple):
    """What differs: the words here, the words there (places in the two sentences), and how to say it."""

    reason: Reason
    mine: Span
    theirs: Span
    told: str


def contrasts(alignment: Alignment) -> Iterator[Contrast]:
    """Yield what differs, the gravest first."""
    for test in TESTS:
        yield from test(alignment)


def negation(alignment: Alignment) -> Iterator[Contrast]:
    """Yield a "not" that stands on one side only, before a word that both sides have."""
    if alignment.cover < COVER:
        return
    for words, other, across, mine in (
        (alignment.claim, alignment.source, alignment.there, True),
        (alignment.source, alignment.claim, alignment.here, False),
    ):
        for place in negations(words):
            turned = _turned(words, place, across)
            if turned is None or (mine and words.lemmas[place] in UNDONE and alignment.cover < NEARLY_ALL):
                continue
            there = across[turned]
            if _negative_beside(other, there) or not _same_stretch(words, turned, other, there, across):
                continue
            if opposite_beside(words, place, other, there, across):
                continue
            here, far = (place, turned), (there, there)
            first, second = (here, far) if mine else (far, here)
            text = words.span(place, turned) if turned >= place else words.forms[place]
            told = f"“{text}” is added" if mine else f"The source has “{text}”"
            yield Contrast(Reason.STATEMENT_NEGATION, _ordered(first), _ordered(second), told)
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


def _turned(words: Words, place: int, across: dict[int, int]) -> int | None:
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


def _same_stretch(words: Words, place: int, other: Words, there: int, across: dict[int, int]) -> bool:
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


def antonym(alignment: Alignment) -> Iterator[Contrast]:
    """Yield an opposite that stands in the same gap on the other side."""
    if _strangers(alignment):
        return
    for mine, theirs in alignment.gaps():
        if len(mine) > 6 or len(theirs) > 8:
            continue
        for i in mine:
            for j in theirs:
                if not _opposed(alignment, i, j):
                    continue
                if alignment.cover_without(i) < COVER or _turned_back(alignment, i, j):
                    continue
                yield _instead(Reason.STATEMENT_ANTONYM, alignment, i, j)
                return


def _strangers(alignment: Alignment) -> bool:
    """Whether the sentences speak of others: no name is in both, and one stands where the other side has another."""
    if any(alignment.claim.kinds[i] is NAME for i in alignment.there):
        return False
    return any(
        any(alignment.claim.kinds[i] is NAME for i in mine)
        and any(alignment.source.kinds[j] is NAME for j in theirs)
        for mine, theirs in alignment.gaps()
    )


def _opposed(alignment: Alignment, i: int, j: int) -> bool:
    claim, source = alignment.claim, alignment.source
    if claim.lemmas[i] in source.lemmas:
        return False
    return opposites.are_opposite(claim.lemmas[i], source.lemmas[j]) or opposites.are_opposite(
        claim.forms[i], source.forms[j]
    )


def _turned_back(alignment: Alignment, i: int, j: int) -> bool:
    """Whether a "not" on one side makes up for the opposite."""
    here = any(is_negative(f) for f in alignment.claim.forms[max(0, i - 4) : i])
    there = any(is_negative(f) for f in alignment.source.forms[max(0, j - 4) : j])
    return here != there


def _instead(reason: Reason, alignment: Alignment, i: int, j: int) -> Contrast:
    mine, theirs = alignment.claim.span(i, i), alignment.source.span(j, j)
    return Contrast(reason, (i, i), (j, j), f"“{mine}” stands where the source has “{theirs}”")


def quantifier(alignment: Alignment) -> Iterator[Contrast]:
    """Yield a larger share than the source's: "some" told as "all"."""
    if alignment.cover < COVER:
        return
    for mine, theirs in alignment.gaps():
        for i in mine:
            for j in theirs:
                if differ(alignment.claim, i, alignment.source, j) and _same_behind(alignment, i, j):
                    yield _instead(Reason.STATEMENT_QUANTIFIER, alignment, i, j)
                    return


def _same_behind(alignment: Alignment, i: int, j: int) -> bool:
    """Whether the same word stands within three words behind both places."""
    return any(j < alignment.there.get(a, -1) <= j + 4 for a in range(i + 1, i + 4))


def modality(alignment: Alignment) -> Iterator[Contrast]:
    """Yield what may be, is planned or alleged in the source, told as fact."""
    claim, source = alignment.claim, alignment.source
    if alignment.cover < COVER or source.text.rstrip().endswith("?"):
        return
    for j in hedges(source):
        turned = _turned(source, j, alignment.here)
        if j in alignment.here or turned is None:
            continue
        i = alignment.here[turned]
        if source.forms[j] == "to" and claim.forms[i] == source.forms[turned]:
            continue
        if not _hedged(alignment, i) and _same_stretch(source, turned, claim, i, alignment.here):
            told = f"The source has “{source.span(j, turned)}”, told here as a fact"
            yield Contrast(Reason.STATEMENT_MODALITY, (i, i), (j, turned), told)
            return


def hedges(words: Words) -> Iterator[int]:
    """Yield the places of the words that tell what follows as possible, planned or alleged."""
    for i, form in enumerate(words.forms):
        follows = words.forms[i + 1] if i + 1 < len(words) else ""
        month = form == "may" and words.kinds[i] is NAME
        hedge = form in HEDGES and not month and not follows[:1].isdigit()
        if hedge or (words.lemmas[i] in INTENTIONS and follows == "to") or _asked_for(words, i):
            yield i


def _asked_for(words: Words, place: int) -> bool:
    """Whether "to" tells what somebody is only asked to do: "urged the government to approve"."""
    before = range(max(0, place - 7), place - 1)
    return words.forms[place] == "to" and any(
        words.lemmas[i] in ASKED and words.clauses[i] == words.clauses[place] for i in before
    )


def _hedged(alignment: Alignment, place: int) -> bool:
    """Whether the statement has a hedge of its own before this word."""
    claim = alignment.claim
    return any(
        is_hedge(claim.forms[i]) or is_hedge(claim.lemmas[i])
        for i in range(max(0, place - 6), min(len(claim), place + 3))
        if i not in alignment.there
    )


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
            yield _instead(Reason.STATEMENT_ORDER, alignment, i, j)
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


def _ordered(span: Span) -> Span:
    return (min(span), max(span))


TESTS: tuple[Callable[[Alignment], Iterator[Contrast]], ...] = (
    order,
    negation,
    antonym,
    quantifier,
    modality,
)
