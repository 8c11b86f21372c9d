"""A name that the sources lack, beside one of theirs that shares most of it: another person, body or place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from presscheck.chains.check.names.context import Aligned
from presscheck.chains.check.names.forms import place_in, same_thing
from presscheck.chains.check.names.offices import same_office
from presscheck.chains.check.names.slots import same_people
from presscheck.chains.check.names.spelling import is_plural, is_variant, name_words, plain
from presscheck.text.mentions import Name, Sentence
from presscheck.text.names_lists import HEADS_WITH_OF, ORGANISATION_NOUNS, PLACE_NOUNS
from presscheck.text.people import given_names, regnal, same_person, surname

COVERAGE = 0.65
"""Share of the draft sentence's other content words that the source sentence must have."""
COVERAGE_NEAR = 0.34
"""The same where only the quarter of the compass differs, or somebody of the surname speaks there."""
_GENERAL = (
    ORGANISATION_NOUNS | PLACE_NOUNS | HEADS_WITH_OF | {"of", "for", "the", "and", "United", "National"}
)
_START = attrgetter("start")
_SIDES = ("northern", "southern", "eastern", "western", "north", "south", "east", "west", "upper", "lower")
_PAIRS = [("north", "south"), ("east", "west"), ("upper", "lower")]
_PAIRS += [(f"{a}ern", f"{b}ern") for a, b in _PAIRS[:2]]
_OPPOSITE = {a: b for pair in _PAIRS for a, b in (pair, pair[::-1])}


class Kin(NamedTuple):
    """The source's name, where it stands, and how far the sentences agree."""

    text: str
    article_id: str
    start: int
    end: int
    coverage: float


def kin(name: Name, sentence: Sentence, draft: Sequence[Name], aligned: Sequence[Aligned]) -> Kin | None:
    """Return the source's name that the draft's is put for; None where none shares enough of it.

    `draft` are all names of the draft: one that it has elsewhere is not what was meant here.
    """
    first, last = (bisect_left(draft, at, key=_START) for at in (sentence.start, sentence.end))
    others = [m for m in draft[first:last] if m.canonical != name.canonical]
    for beside in aligned:
        covered = beside.without(name)
        for other in _candidates(beside):
            if (
                _related(name, other, covered)
                and not any(same_thing(other, m) for m in draft)
                and (other.kind == "person" or same_people(others, beside, other, len(sentence.text)))
            ):
                place = _place(other, beside)
                if place:
                    return Kin(other.text, beside.source.article_id, *place, covered)
    return None


def _candidates(beside: Aligned) -> Iterator[Name]:
    """Yield the names of a source's sentence, and its speaker."""
    yield from beside.source.names
    speaker = beside.source.speaker
    if speaker and given_names(speaker):
        bare = " ".join([*given_names(speaker), surname(speaker)])
        yield Name(text=bare, start=-1, end=-1, kind="person", canonical=bare)


def _place(other: Name, beside: Aligned) -> tuple[int, int] | None:
    source = beside.source
    if other.start >= 0:
        return source.start + other.start, source.start + other.end
    label = place_in(other.text, source.passage.text) or place_in(surname(other.text), source.passage.text)
    return (source.passage.start + label[0], source.passage.start + label[1]) if label else None


def _related(name: Name, other: Name, covered: float) -> bool:
    words, others = set(name_words(name.text)), set(name_words(other.text))
    if words <= others or others <= words or is_variant(name.text, other.text):
        return False
    if name.kind == other.kind == "person":
        return _namesakes(name, other, covered)
    if "person" in (name.kind, other.kind):
        return False
    if covered >= COVERAGE and one_word_apart(name.text, other.text):
        return True
    return covered >= COVERAGE_NEAR and turned(name.text, other.text)


def turned(a: str, b: str) -> bool:
    """Tell whether one points another way: "West Dunmere", "East Dunmere"; "Westmarsh", "Eastmarsh"."""
    x, y = plain(a), plain(b)
    return any(
        x.startswith(one) and y.startswith(two) and len(x) > len(one) + 2 and x[len(one) :] == y[len(two) :]
        for one in _SIDES
        for two in _SIDES
        if one != two and one.endswith("ern") == two.endswith("ern")
    )


def opposite_forms(name: Name) -> Iterator[str]:
    """Yield the name of the place the other way: "South Dunmere" for "North Dunmere"."""
    side, _, rest = name.text.partition(" ")
    opposite = _OPPOSITE.get(side.lower())
    if opposite and rest and name.kind in ("place", "nationality"):
        yield f"{opposite.title()} {rest}"


def _namesakes(name: Name, other: Name, covered: float) -> bool:
    """Whether two full names share the first name or the surname, and can't be one person's."""
    if regnal(name.text) and regnal(other.text):
        return plain(surname(name.text)) == plain(surname(other.text))
    mine, theirs = given_names(name.text), given_names(other.text)
    if not mine or not theirs or same_person(name.text, other.text):
        return False
    if plain(mine[0]) != plain(theirs[0]):
        least = COVERAGE_NEAR if other.start < 0 else COVERAGE
        return covered >= least and plain(surname(name.text)) == plain(surname(other.text))
    return covered >= COVERAGE or (
        _like(surname(name.text), surname(other.text)) and same_office(name.title or "", other.title or "")
    )


def _like(a: str, b: str) -> bool:
    """Whether two surnames begin alike and have most letters in common: "van Houten", "van Houdt"."""
    from rapidfuzz.fuzz import ratio

    return ratio(plain(a), plain(b)) >= 75 and plain(a)[:2] == plain(b)[:2]


def one_word_apart(a: str, b: str) -> bool:
    """Tell whether two names of as many words differ in one, and share one that not every other body has."""
    x, y = ([plain(w) for w in name_words(n)] for n in (a, b))
    if len(x) != len(y) or len(x) < 2:
        return False
    differing = [(v, w) for v, w in zip(x, y, strict=True) if v != w]
    own = {w for w in name_words(a) if w not in _GENERAL and plain(w) in y}
    return len(differing) == 1 and bool(own) and not is_plural(*differing[0])
