"""Two kinds that a draft counts together ("200 staff and players"), and whether a source's figure counts one of them."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.told import Told
from presscheck.text.words import lemma

_AND = re.compile(r"\s(?:and|plus)\s(?:[a-z]+\s)?([a-z]{3,})\b")
_OF = re.compile(r"\sof (?:the |its |their )?([a-z]+)")


def two_kinds(claim: Told) -> frozenset[str]:
    """Return the two kinds that a figure counts together, none where it counts one."""
    second = _AND.match(claim.after)
    return (
        frozenset({lemma(claim.figure.unit), lemma(second[1])})
        if second and claim.figure.unit
        else frozenset()
    )


def kind_of(source: Told, kinds: frozenset[str]) -> str:
    """Return which of two kinds a source's figure counts, "80 members of staff" included; "" for neither."""
    named = _OF.match(source.after)
    counted = (lemma(named[1]) if named else "", lemma(source.figure.unit))
    return next((kind for kind in counted if kind in kinds), "")
