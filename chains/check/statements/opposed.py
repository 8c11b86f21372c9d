"""An opposite of a word that stands nowhere, near the same words in whatever order: "praised", "condemned"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presscheck.chains.check.contrasts.deeds import told_too
from presscheck.chains.check.contrasts.roles import is_verb
from presscheck.chains.check.contrasts.turning import NEAR, firm, negates
from presscheck.chains.check.statements.unlike import Unlike, around
from presscheck.chains.check.words import lexicon, opposites
from presscheck.chains.check.words.phrases import phrases
from presscheck.chains.check.words.reading import STOP, WORD, Words
from presscheck.text.cues import BE

_TWO_SIDED = frozenset("sell buy purchase acquire lend borrow send receive win lose".split())
"""What one does where another does the opposite: who it is tells."""
_IS = frozenset("is are was were been be remain remains remained".split())
REACH = 6
"""Words around both among which the same ones are looked for."""
OBJECT = 4
"""Words behind a verb among which both must have one in common for an alarm."""
SHARED = 2
"""Words with content that both must have around them."""
SHOWN = 2
"""Sentences in which an opposite is looked for."""


class Meant(NamedTuple):
    """The first and last place of a verb or another word, and what it means."""

    first: int
    last: int
    meaning: str


def opposite_there(claim: Words, told: Sequence[Words]) -> Unlike | None:
    """Return a word whose opposite stands where the sources tell the rest."""
    known = frozenset().union(*(words.vocabulary for words in told))
    for mine in _meanings(claim):
        if mine.meaning in known or claim.lemmas[mine.first] in known:
            continue
        for words in told[:SHOWN]:
            theirs = next((other for other in _meanings(words) if _opposed(claim, mine, words, other)), None)
            if theirs is not None:
                here, there = (mine.first, mine.last), (theirs.first, theirs.last)
                shown = f"“{claim.span(*here)}” stands where the source has “{words.span(*there)}”"
                return Unlike(shown, words, here, there)
    return None


def deed_opposed(claim: Words, told: Sequence[Words]) -> Unlike | None:
    """Return the same of two verbs in the sentence that tells most of it."""
    found = opposite_there(claim, told[:1])
    verb = claim.lemmas[found.mine[0]] if found else ""
    if found is None or verb in _TWO_SIDED or told_too(verb, found.words):
        return None
    verbs = is_verb(claim, found.mine[0]) and is_verb(found.words, found.theirs[0])
    same = _behind(claim, found.mine[1]) & _behind(found.words, found.theirs[1])
    return found if verbs and same else None


def _behind(words: Words, place: int) -> set[str]:
    """Return the words with content right behind a verb."""
    near = range(place + 1, min(len(words), place + 1 + OBJECT))
    return {words.lemmas[k] for k in near if words.kinds[k] is not STOP}


def _meanings(words: Words) -> Iterator[Meant]:
    read = phrases(words)
    for i, kind in enumerate(words.kinds):
        if (kind is WORD or i in read) and not _attribute(words, i):
            meaning, last = read.get(i, (words.lemmas[i], i))
            yield Meant(i, last, meaning)


def _attribute(words: Words, place: int) -> bool:
    """Whether a verb in "ing" stands before its noun: "the managing director"."""
    before, behind = words.forms[place - 1 : place], words.kinds[place + 1 : place + 2]
    return words.forms[place].endswith("ing") and behind == [WORD] and BE.isdisjoint(before)


def _opposed(claim: Words, mine: Meant, words: Words, theirs: Meant) -> bool:
    if words.lemmas[theirs.first] in claim.vocabulary or not opposites.are_opposite(
        mine.meaning, theirs.meaning
    ):
        return False
    several = mine.last > mine.first or theirs.last > theirs.first
    if several and not (_verb(claim, mine) and _verb(words, theirs)):
        return False
    if _turned(claim, mine.first) != _turned(words, theirs.first):
        return False
    shared = around(claim, mine.first, REACH) & around(words, theirs.first, REACH)
    return len(shared) >= SHARED or _said_of_same(claim, mine.first, words, theirs.first)


def _said_of_same(claim: Words, i: int, words: Words, j: int) -> bool:
    """Whether both tell how the same thing is: "the talks were tense", "a tense meeting"."""
    of_same = _thing(claim, i, 1) or _thing(claim, i, -1)
    return bool(of_same) and of_same in (_thing(words, j, 1), _thing(words, j, -1))


def _thing(words: Words, place: int, step: int) -> str:
    """Return the noun right behind an adjective, or before the "is" before it; "" where there is none."""
    if "a" not in lexicon.parts(words.lemmas[place]):
        return ""
    if step > 0:
        behind = (
            words.kinds[place + 1 : place + 2] == [WORD] and words.clauses[place + 1] == words.clauses[place]
        )
        return words.lemmas[place + 1] if behind else ""
    be = next((k for k in range(place - 1, max(-1, place - 3), -1) if words.forms[k] in _IS), 0)
    return words.lemmas[be - 1] if be and words.kinds[be - 1] is WORD else ""


def _verb(words: Words, meant: Meant) -> bool:
    return meant.last > meant.first or is_verb(words, meant.first)


def _turned(words: Words, place: int) -> bool:
    return any(negates(words, k) or firm(words, k) for k in range(max(0, place - NEAR), place))
