"""A share of those who do against the share of those who do not: "4 percent were vaccinated", "96 percent unvaccinated"."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.arithmetic import plain
from presscheck.chains.check.figures.claimed import word_set
from presscheck.chains.check.figures.heads import beside
from presscheck.chains.check.figures.relation import Relation
from presscheck.chains.check.figures.rounding import Value, close, comes_to, near_fraction
from presscheck.chains.check.figures.told import Told
from presscheck.chains.check.figures.units import as_percent
from presscheck.chains.check.words.opposites import are_opposite
from presscheck.reasons import Reason

_NOT = re.compile(r"\b(?:not|no|never|without|yet to|failed to|lack(?:s|ed|ing)?)\b|n't\b")
_SAVED = re.compile(r"\b(?:sav|spar)(?:es?|ed|ing)\s(?:[a-z'-]+\s){0,4}$")
_SEXES = frozenset({"man", "woman"})
# Looser than `words.opposites`: "unvaccinated" is held against "vaccine" too.
_PREFIXES = ("un", "non", "in", "dis", "im")


def complement(claim: Told, source: Told) -> Relation | None:
    """Return the relation of a share to the rest of a hundred percent, where the two are told of opposite things."""
    ours, theirs = as_percent(claim.figure), as_percent(source.figure)
    if ours is None or theirs is None or claim.figure.change or source.figure.change or not 0 < theirs < 100:
        return None
    rest = round(100 - theirs, 9)
    if not _fits(claim, ours, rest) or not (
        _opposed(claim, source) or (close(ours, rest) and _denied(claim) != _denied(source))
    ):
        return None
    return Relation(Reason.FIGURE_DERIVED, 0.9, f"100 - {plain(theirs)} = {plain(rest)}")


def _fits(claim: Told, share: float, rest: float) -> bool:
    figure = claim.figure
    if figure.unit == "fraction" and near_fraction(figure, rest):
        return True
    return comes_to(Value(share, figure.bound, figure.text), rest)


def _denied(told: Told) -> bool:
    stop = min((f.start for f in told.figures if f.start >= told.figure.end), default=len(told.folded))
    return _NOT.search(told.folded, told.figure.end, min(stop, told.figure.end + 60)) is not None


def _opposed(claim: Told, source: Told) -> bool:
    ours, theirs = beside(claim), beside(source)
    return any(
        negated(a, b) or negated(b, a) or are_opposite(a, b) for a in ours - theirs for b in theirs - ours
    )


def saved_or_spent(claim: Told, source: Told) -> bool:
    """Whether one of two shares is what is saved, the other what is left: "costs less than half", "saves more than half"."""
    if as_percent(claim.figure) is None or as_percent(source.figure) is None:
        return False
    pairs = ((claim, source), (source, claim))
    return any(
        _is_saved(one) and not _is_saved(other) and other.figure.change != "down" for one, other in pairs
    )


def _is_saved(told: Told) -> bool:
    return _SAVED.search(told.before) is not None


def negated(one: str, other: str) -> bool:
    """Whether a word is another with "un" or the like before it."""
    stem = next((one[len(p) :].lstrip("-") for p in _PREFIXES if one.startswith(p)), "")
    return len(stem) > 4 and (
        stem == other or (stem[:-1] == other[:-1] and len(other) > 4) or stem.startswith(other)
    )


def turned_round(claim: Told, source: Told) -> bool:
    """Whether a share of those who are is told of those who are not: "vaccinated" where the source has "unvaccinated"."""
    if as_percent(claim.figure) is None or _denied(claim) or _denied(source):
        return False
    ours, theirs = beside(claim), beside(source)
    if any(negated(a, b) or negated(b, a) for a in ours - theirs for b in theirs - ours):
        return True
    sexes = ours & _SEXES, theirs & _SEXES
    return (
        all(len(s) == 1 for s in sexes) and sexes[0] != sexes[1] and not sexes[0] & word_set(source.sentence)
    )
