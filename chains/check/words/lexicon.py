"""Which words mean the same, the opposite, or nearly the same: a table made from WordNet and a thesaurus.

`lexicon.tsv` is made by `scripts/make_lexicon.py`. A word's line is only taken apart when it is asked for.
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal

Relation = Literal["same", "derived", "opposite", "up", ""]

UNKNOWN_RARITY = 12.0
"""Of a word that the table lacks: mostly a name."""
_COLUMNS: tuple[Relation, ...] = ("same", "derived", "opposite", "up")
# When a pair stands in several columns, the last of these counts.
_ORDER: tuple[Relation, ...] = ("up", "derived", "same", "opposite")


@cache
def _lines() -> dict[str, str]:
    text = files("presscheck.chains.check.words").joinpath("lexicon.tsv").read_text("ascii")
    return dict(line.split("\t", 1) for line in text.splitlines()[1:])


def known(word: str) -> bool:
    """Tell whether the table has this lemma."""
    return word in _lines()


@lru_cache(maxsize=16384)
def parts(word: str) -> str:
    """Return the parts of speech that the lemma can be, the commonest first: n, v, a (adjective), r (adverb)."""
    return _lines().get(word, "").partition("\t")[0]


@lru_cache(maxsize=16384)
def rarity(word: str) -> float:
    """Return how rare the lemma is: the negative logarithm of its share of WordNet's definitions."""
    line = _lines().get(word)
    return float(line.split("\t", 2)[1]) if line else UNKNOWN_RARITY


@lru_cache(maxsize=8192)
def related(word: str) -> dict[str, Relation]:
    """Return the lemmas that have to do with this one, and how: `related("rise")["fall"] == "opposite"`."""
    cells = _lines().get(word, "").split("\t")[2:]
    columns = dict(zip(_COLUMNS, cells, strict=False))
    return {other: kind for kind in _ORDER for other in columns.get(kind, "").split()}


@lru_cache(maxsize=16384)
def more_general(word: str) -> frozenset[str]:
    """Return the lemmas that are more general than this one: weapon for gun."""
    return frozenset(other for other, kind in related(word).items() if kind == "up")


def relation(word: str, other: str) -> Relation:
    """Return how the second lemma relates to the first: "up" says that it is more general."""
    return related(word).get(other, "")


@lru_cache(maxsize=16384)
def alike(word: str) -> frozenset[str]:
    """Return the lemmas that mean the same or are derived from the same word."""
    return frozenset(other for other, kind in related(word).items() if kind in ("same", "derived"))


Kinship = Literal["opposite", "same", "up", "near", "sibling", "other"]


@lru_cache(maxsize=65536)
def kinship(word: str, other: str) -> Kinship:
    """Return how two lemmas are akin: `near` have a synonym in common, `sibling` something more general (film, song)."""
    kind = relation(word, other)
    if kind in ("same", "derived"):
        return "same"
    if kind == "opposite":
        return "opposite"
    if kind == "up" or word in more_general(other):
        return "up"
    if alike(word) & alike(other):
        return "near"
    return "sibling" if more_general(word) & more_general(other) else "other"
