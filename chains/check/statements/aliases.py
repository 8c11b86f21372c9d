"""Words of a statement that the sources have otherwise: letters for a name, no given name, one side of a slash."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, STOP, Words
from presscheck.text.first_names import FIRST_NAMES
from presscheck.text.names_lists import countries

SHORTEST, LONGEST = 2, 6
"""Letters of an abbreviation."""


def abbreviated(claim: Words, ground: Ground) -> set[int]:
    """Return the words of names that the sources lack, but have as letters or spelt out: "QPR", "Queens Park Rangers"."""
    return {*_letters(claim, ground), *_spelt_out(claim, ground)}


def absent_alternatives(claim: Words, ground: Ground) -> set[int]:
    """Return the words of "he / the minister" that the sources lack, where they have the other side of the slash."""
    found = set()
    for right in claim.slashes:
        if not 0 < right < len(claim):
            continue
        sides = [_side(claim, right - 1, -1), _side(claim, right, 1)]
        there = [any(claim.lemmas[i] in ground.vocabulary for i in side) for side in sides]
        if any(there):
            found |= {i for side in sides for i in side if claim.lemmas[i] not in ground.vocabulary}
    return found


def _side(claim: Words, place: int, step: int) -> list[int]:
    """Return the first content word from a place on, and the names that follow it."""
    found: list[int] = []
    while 0 <= place < len(claim) and len(found) < 3:
        if claim.kinds[place] is STOP:
            break
        if found and claim.kinds[place] is not NAME:
            break
        found.append(place)
        place += step
    return found


def given_names(claim: Words, ground: Ground) -> set[int]:
    """Return given names that the sources leave off: "Charlie" of "Charlie Austin" for "Austin"."""
    return {i for i in range(len(claim) - 1) if _absent(claim, i, ground) and _left_off(claim, i, ground)}


def _left_off(claim: Words, place: int, ground: Ground) -> bool:
    """Tell whether the word is a given name whose family name stands in the sources, behind no other given name."""
    family, lemma = place + 1, claim.lemmas[place]
    joined = claim.kinds[family] is NAME and claim.starts[family] == claim.ends[place] + 1
    if not joined or (lemma not in FIRST_NAMES and lexicon.known(lemma)):
        return False
    places = ground.places.get(claim.lemmas[family], ())
    return bool(places) and not any(_behind_a_name(ground, p) for p in places)


def peoples(claim: Words, ground: Ground) -> set[int]:
    """Return the names of peoples whose land the sources name, and of lands whose people: "Chinese" for "China"."""
    return {
        i
        for i in claim.content
        if _absent(claim, i, ground)
        and any(other in ground.places for other in _land_and_people().get(claim.forms[i], ()))
    }


@cache
def _land_and_people() -> dict[str, frozenset[str]]:
    """Return the words that name a land or its people, each with all words for this land and people."""
    found: dict[str, frozenset[str]] = {}
    for land in countries():
        names = {n.lower() for n in (land.name, *land.aliases, *land.demonyms) if " " not in n}
        for name in names:
            found[name] = found.get(name, frozenset()) | names
    return found


def _behind_a_name(ground: Ground, place: int) -> bool:
    before = place - 1
    if before < 0 or ground.owner[before] != ground.owner[place]:
        return False
    lemma = ground.lemmas[before]
    return lemma in FIRST_NAMES or (ground.kinds[before] is NAME and not lexicon.known(lemma))


def _absent(claim: Words, place: int, ground: Ground) -> bool:
    return claim.kinds[place] is NAME and claim.lemmas[place] not in ground.vocabulary


def _spelt_out(claim: Words, ground: Ground) -> Iterator[int]:
    """Yield the words of a name that the sources abbreviate."""
    for run in _capitals(claim):
        letters = "".join(claim.forms[i][0] for i in run)
        fits = SHORTEST <= len(letters) <= LONGEST and letters in ground.vocabulary
        if fits and any(_absent(claim, i, ground) for i in run):
            yield from run


def _capitals(claim: Words) -> Iterator[range]:
    """Yield the longest runs of words with content and a capital that follow each other."""
    first = 0
    for i in range(len(claim) + 1):
        within = i < len(claim) and claim.kinds[i] is not STOP and claim.text[claim.starts[i]].isupper()
        if within and (i == first or claim.starts[i] <= claim.ends[i - 1] + 2):
            continue
        if i > first:
            yield range(first, i)
        first = i if within else i + 1


def _letters(claim: Words, ground: Ground) -> Iterator[int]:
    """Yield the letters that stand for a name which the sources spell out."""
    for i in claim.content:
        written = claim.span(i, i).replace(".", "")
        letters = SHORTEST <= len(written) <= LONGEST and written.isalpha() and written.isupper()
        if letters and _absent(claim, i, ground) and _has_name(ground, written.lower()):
            yield i


def _has_name(ground: Ground, letters: str) -> bool:
    """Tell whether the words of a name in the sources begin with these letters."""
    starts = (found.start() for found in re.finditer(f"(?={letters})", ground.initials))
    return any(_is_name(ground, range(p, p + len(letters))) for p in starts)


def _is_name(ground: Ground, run: range) -> bool:
    """Tell whether words can be a name: of one sentence, all names, or none a stop word where all is in small letters."""
    sentence = ground.owner[run[0]]
    small = ground.sentences[sentence].text.islower()
    kinds = [ground.kinds[p] for p in run]
    return ground.owner[run[-1]] == sentence and all(k is NAME or (small and k is not STOP) for k in kinds)
