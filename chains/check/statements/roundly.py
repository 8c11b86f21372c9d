"""Words by which a statement tells plainly or roughly what the sources tell in figures: an age, "thousands"; "happened"."""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.words.reading import NUMBER, Words

OLDEST = 110
"""Years of age, at most."""
_AGE = frozenset("year old age aged".split())
_EVENT = frozenset("happen occur".split())
_ROUND = {"dozen": (24, 1e3), "hundred": (2e2, 1e4), "thousand": (2e3, 1e6), "million": (2e6, 1e9)}
"""The amounts that "dozens" and so on may stand for, from and below."""
_TENS = {"tens": 5, "hundreds": 50}
"""How much more "tens of thousands" are at the least than "thousands"."""
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9}


def roundly(claim: Words, ground: Ground) -> set[int]:
    """Return words that the sources lack and need not have, for what they say is there: "58 years old" for ", 58,"."""
    words = {*_ages(claim, ground), *_amounts(claim, ground), *_events(claim)}
    return {i for i in words if claim.lemmas[i] not in ground.vocabulary}


def _events(claim: Words) -> Iterator[int]:
    """Yield verbs that only say that something was."""
    return (i for i in claim.content if claim.lemmas[i] in _EVENT)


def _ages(claim: Words, ground: Ground) -> Iterator[int]:
    """Yield the words beside an age that the sources give between two commas."""
    for i in claim.content:
        number = claim.lemmas[i]
        if number.isdecimal() and int(number) <= OLDEST:
            beside = [j for j in (i - 2, i - 1, i + 1, i + 2) if 0 <= j < len(claim)]
            words = [j for j in beside if claim.lemmas[j] in _AGE]
            if words and any(_alone(ground, place) for place in ground.places.get(number, ())):
                yield from words


def _alone(ground: Ground, place: int) -> bool:
    """Tell whether a word stands between two marks."""
    number = ground.owner[place]
    clauses = ground.sentences[number].clauses
    at = place - ground.owner.index(number)
    return 0 < at < len(clauses) - 1 and clauses[at - 1] != clauses[at] != clauses[at + 1]


def _amounts(claim: Words, ground: Ground) -> Iterator[int]:
    """Yield round amounts in the plural ("tens of thousands") that an amount of the sources bears out."""
    for i in claim.content:
        if claim.lemmas[i] in _ROUND and claim.forms[i].endswith("s"):
            low, high = _ROUND[claim.lemmas[i]]
            tens = i > 1 and claim.forms[i - 1] == "of" and claim.forms[i - 2] in _TENS
            least = low * _TENS[claim.forms[i - 2]] if tens else low
            if any(least <= value < high for value in _values(ground)):
                yield from (i - 2, i) if tens else (i,)


def _values(ground: Ground) -> Iterator[float]:
    """Yield the amounts that the sources have in figures."""
    for place, (lemma, kind) in enumerate(zip(ground.lemmas, ground.kinds, strict=True)):
        if kind is NUMBER and lemma.replace(".", "", 1).isdecimal():
            behind = ground.lemmas[place + 1] if place + 1 < len(ground) else ""
            yield float(lemma) * _TIMES.get(behind, 1)
