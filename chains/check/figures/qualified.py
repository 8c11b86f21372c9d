"""Which of two values of one noun a draft means, by the words before that noun: "the standard rate", "the fuel duty rate"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from presscheck.chains.check.figures.claimed import terms, word_set
from presscheck.chains.check.figures.told import Told
from presscheck.text.mentions import Figure

_NEXT = re.compile(r"[\w.’'-]+[ -]")
_REACH = 80
"""Characters before a figure in which the noun that it belongs to is looked for."""


def otherwise_qualified(claim: Told, source: Told, rivals: Iterable[Figure]) -> Figure | None:
    """Return the figure whose noun has the draft's words before it, where those before the source's own are missing there."""
    ours, own = _qualified(claim), _qualified(source)
    return next((f for f in rivals if _means(claim, ours, own, _qualified(source._replace(figure=f)))), None)


def _means(
    claim: Told, ours: dict[str, set[str]], own: dict[str, set[str]], its: dict[str, set[str]]
) -> bool:
    return any(
        (own[noun] - its[noun])
        and ours[noun] & (its[noun] - own[noun])
        and not (own[noun] - its[noun]) & word_set(claim.sentence)
        for noun in ours.keys() & own.keys() & its.keys()
    )


def _qualified(told: Told) -> dict[str, set[str]]:
    """Return the words before a figure, back to the figure before it, each with those that stand right before it."""
    end = told.figure.start
    left = max((f.end for f in told.figures if f.end <= end), default=0)
    found: dict[str, set[str]] = {}
    run: list[str] = []
    at = left
    for word, start in terms(told.sentence):
        if max(left, end - _REACH) <= start < end:
            run = run if run and _NEXT.fullmatch(told.folded, at, start) else []
            found[word] = set(run)
            run, at = [*run, word], start
    return found
