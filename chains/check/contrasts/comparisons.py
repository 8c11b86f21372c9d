"""A comparison turned round: "Leeds was colder than Aberdeen", where Aberdeen was colder than Leeds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from presscheck.chains.check.contrasts.contrast import Contrast, ordered
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NUMBER, Words
from presscheck.reasons import Reason

BEFORE, BEHIND = 10, 5
"""Words before the comparative and behind "than" in which the two are looked for."""
_COMPARATIVES = frozenset("more less better worse fewer further".split())
_TELLING = frozenset("say tell add think believe argue warn".split())


class Comparison(NamedTuple):
    """The places of the comparative, and the words with content on both sides."""

    place: int
    word: str
    ahead: dict[str, int]
    behind: dict[str, int]


def turned_round(alignment: Alignment) -> Iterator[Contrast]:
    """Yield a comparison whose two sides are exchanged."""
    theirs = list(_comparisons(alignment.source))
    for mine in _comparisons(alignment.claim) if theirs else ():
        for other in theirs:
            if mine.word == other.word and _exchanged(mine, other):
                here = ordered(mine.place, *mine.behind.values())
                there = ordered(other.place, *other.behind.values())
                told = f"The source has it the other way round: “{alignment.source.span(*there)}”"
                yield Contrast(Reason.STATEMENT_ROLE, here, there, told)
                return


def _exchanged(mine: Comparison, other: Comparison) -> bool:
    kept = mine.ahead.keys() & other.ahead.keys() or mine.behind.keys() & other.behind.keys()
    crossed = mine.ahead.keys() & other.behind.keys() and mine.behind.keys() & other.ahead.keys()
    return bool(crossed) and not kept


def _comparisons(words: Words) -> Iterator[Comparison]:
    """Yield each "… colder than …" with the words that stand on its two sides."""
    for than in (i for i, form in enumerate(words.forms) if form == "than" and i):
        place = next((i for i in range(than - 1, max(-1, than - 4), -1) if _is_comparative(words, i)), None)
        if place is None or words.kinds[than + 1 : than + 2] == [NUMBER]:
            continue
        first = max(
            (i + 1 for i in range(max(0, place - BEFORE), place) if _opens(words, i)),
            default=max(0, place - BEFORE),
        )
        last = next(
            (i for i in range(than + 1, len(words)) if words.clauses[i] != words.clauses[than]), len(words)
        )
        ahead = _content(words, range(first, place))
        behind = _content(words, range(than + 1, min(last, than + 1 + BEHIND)))
        if ahead and behind:
            yield Comparison(place, words.forms[place], ahead, behind)


def _content(words: Words, places: range) -> dict[str, int]:
    return {words.lemmas[i]: i for i in places if i in words.content}


def _opens(words: Words, place: int) -> bool:
    """Whether what is compared begins behind this word at the earliest: "said", "that"."""
    return words.lemmas[place] in _TELLING or words.forms[place] == "that"


def _is_comparative(words: Words, place: int) -> bool:
    form = words.forms[place]
    stems = (form[:-1], form[:-2], f"{form[:-3]}y", form[:-3])
    compared = form.endswith("er") and any("a" in lexicon.parts(s) for s in stems if len(s) > 1)
    return form in _COMPARATIVES or compared
