"""An opposite in a word's place."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from presscheck.chains.check.contrasts.contrast import COVER, Contrast, instead
from presscheck.chains.check.contrasts.deeds import both_ways
from presscheck.chains.check.contrasts.turning import negates
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words import opposites
from presscheck.chains.check.words.cues import CHARGED, CONJUNCTIONS, CONVICTED
from presscheck.chains.check.words.phrases import phrases
from presscheck.chains.check.words.reading import NAME, STOP, Words
from presscheck.reasons import Reason
from presscheck.text.common_words import DETERMINERS

LONGEST = 8
"""Words of a source in whose midst an opposite is looked for; where the statement ends, those that come first."""


def antonym(alignment: Alignment) -> Iterator[Contrast]:
    """Yield an opposite that stands in the same gap on the other side."""
    strangers = _strangers(alignment)
    for mine, rest in alignment.gaps():
        theirs = rest[:LONGEST] if mine.stop == len(alignment.claim) else rest
        single = _one_verb(alignment.claim, mine) and _one_word(alignment.source, theirs)
        exact = single and alignment.verbatim_around(mine, theirs)
        around = exact and (
            alignment.verbatim_around(mine, theirs, before=2, behind=2)
            or _ends_alike(alignment, mine, theirs)
        )
        if (strangers and not exact) or len(mine) > 6 or len(theirs) > LONGEST:
            continue
        for i in mine:
            for j in theirs:
                if not _opposed(alignment, i, j, exact, around):
                    continue
                if alignment.cover_without(i) < COVER or _turned_back(alignment, i, j):
                    continue
                if both_ways(alignment, j):
                    continue
                ends = _reading(alignment.claim, i).last, _reading(alignment.source, j).last
                yield instead(Reason.STATEMENT_ANTONYM, alignment, i, j, ends)
                return


def convicted(alignment: Alignment) -> Iterator[Contrast]:
    """Yield "convicted of" where the source has "charged with" or "accused of"."""
    claim, source = alignment.claim, alignment.source
    if (CHARGED & set(claim.lemmas)) or (CONVICTED & set(source.lemmas)):
        return
    for mine, theirs in alignment.gaps():
        found = [i for i in mine if claim.lemmas[i] in CONVICTED and alignment.cover_without(i) >= COVER]
        charged = [j for j in theirs if source.lemmas[j] in CHARGED]
        if found and charged and not _turned_back(alignment, found[0], charged[0]):
            yield instead(Reason.STATEMENT_ANTONYM, alignment, found[0], charged[0])
            return


def _ends_alike(alignment: Alignment, mine: range, theirs: range) -> bool:
    """Whether both go on with one word more, and the source then with an "and" or the like: "lobbied against it and …"."""
    claim, source = alignment.claim, alignment.source
    ends = mine.stop == len(claim) - 1 and theirs.stop + 1 < len(source)
    before = mine.start > 1 and alignment.there.get(mine.start - 2) == theirs.start - 2
    return ends and before and source.forms[theirs.stop + 1] in CONJUNCTIONS


def _one_verb(words: Words, gap: range) -> bool:
    """Whether a gap holds one word, or those of one verb: "called off"."""
    return len(gap) == 1 or (bool(gap) and phrases(words).get(gap[0], ("", -1))[1] == gap[-1])


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
    mine, theirs = _reading(claim, i), _reading(source, j)
    if mine.meaning in source.lemmas and not exact:
        return False
    if not exact and _does(claim, mine.last) != _does(source, theirs.last):
        return False  # "accepted the charges", "refused to defend herself"
    if mine.verb != theirs.verb and (_named(claim, i) or _named(source, j)):
        return False  # "turned his back"
    words = {(mine.meaning, theirs.meaning), (mine.form, theirs.form)}
    same_before = exact and i > 0 < j and claim.lemmas[i - 1] == source.lemmas[j - 1]
    around = around or (same_before and {claim.forms[i], source.forms[j]} == _SIDES)
    return any(opposites.are_opposite(*pair) or (around and opposites.exclusive(*pair)) for pair in words)


_SIDES = {"for", "against"}


_GOING_ON = frozenset("stop start begin continue resume end keep".split())


class Reading(NamedTuple):
    """What a word means with those that belong to it, its form, the place of the last, and whether there are several."""

    meaning: str
    form: str
    last: int
    verb: bool


def _reading(words: Words, place: int) -> Reading:
    meaning, last = phrases(words).get(place, (words.lemmas[place], place))
    form = words.forms[place] if last == place else meaning
    return Reading(meaning, form, last, verb=last != place)


def _named(words: Words, place: int) -> bool:
    """Whether a word stands behind an article or the like: a noun."""
    return place > 0 and words.forms[place - 1] in DETERMINERS


def _does(words: Words, place: int) -> bool:
    """Whether a verb follows: "agreed to hold", "banned from opening", "stopped working", not "agreed to a rise"."""
    link, verb = (*words.forms[place + 1 : place + 3], "", "")[:2]
    if words.lemmas[place] in _GOING_ON and link.endswith("ing"):
        return True
    return (link == "to" and verb not in DETERMINERS) or (link == "from" and verb.endswith("ing"))


def _turned_back(alignment: Alignment, i: int, j: int) -> bool:
    """Whether a "not" on one side makes up for the opposite."""
    here = any(negates(alignment.claim, k) for k in range(max(0, i - 4), i))
    there = any(negates(alignment.source, k) for k in range(max(0, j - 4), j))
    return here != there
