"""Which words of a sentence tell what one of its dates dates: those beside it, up to the next date or clause.

A date that the sources have for something else bears nothing out: "the prize in 2014" where they have "the prize in 2011 and,
in 2014, the medal".
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache
from typing import Final, NamedTuple

from presscheck.chains.check.dates.align import Line, read_line
from presscheck.chains.check.dates.place import Place
from presscheck.text.mentions import DateMention
from presscheck.text.words import normalise

_BREAK: Final = re.compile(
    r"[;:()]|[,.]\s|\s[-–—]\s|\b(?:and|but|while|whereas|before|after|when|where|which|who|that|then)\b"
)
_RARE: Final = re.compile(r"(?=(?:\D*[1-9]){2})\d[\d,.]*\d\d$|\d+[.,]\d+$")
_ENOUGH: Final = 2.0
"""So many of the draft's words must stand with the other date, a name counting 2."""
_SHARE: Final = 0.34
"""And this share of them."""


class Own(NamedTuple):
    """A date of the draft, and the weighed words that tell what it dates."""

    date: DateMention
    words: dict[str, float]


def own(text: str, date: DateMention, dates: Sequence[DateMention]) -> Own:
    """Take a date of a sentence of the draft; offsets count from the sentence's start."""
    return Own(date, own_words(text, _spans(dates), (date.start, date.end)))


def told_of_another(claim: Own, support: Place, places: Sequence[Place]) -> bool:
    """Whether what a source dates so is something else, and has another date for what the draft dates.

    Either none of the draft's words stand with that date, or no name of these does, while one stands with the other date.
    """
    if support.date is None:
        return False
    common = claim.words.keys() & _words_of(support, alone=True).keys()
    if any(claim.words[w] > 1 for w in common):
        return False
    least = max(_ENOUGH, _SHARE * sum(claim.words.values()))
    rivals = (_common(claim, p) for p in _rivals(claim, places))
    return any(
        sum(claim.words[w] for w in words) >= least
        and (not common or any(claim.words[w] > 1 for w in words - common))
        for words in rivals
    )


def told_with_number(claim: Own, places: Sequence[Place], support: Place | None = None) -> Place | None:
    """Return the place with another date beside a number that is told by no chance, and that the draft tells beside its own.

    `support` is what has the draft's date: it must not have that number.
    """
    rare = {w for w in claim.words if _RARE.match(w)}
    if support:
        rare -= read_line(support.sentence.text, support.sentence.dates).content
    return next((p for p in _rivals(claim, places) if rare & _words_of(p).keys()), None) if rare else None


def _rivals(claim: Own, places: Sequence[Place]) -> list[Place]:
    apart = (p for p in places if p.date and p.relation == "apart" and not p.taken)
    return [p for p in apart if p.date and p.date.grain == claim.date.grain]


def _common(claim: Own, place: Place) -> Set[str]:
    return claim.words.keys() & _words_of(place).keys()


def _words_of(place: Place, *, alone: bool = False) -> dict[str, float]:
    """Return the words of a source's date, or all of its sentence where it is `alone` there."""
    sentence, date = place.sentence, place.date
    if date is None:
        return {}
    if alone and len(sentence.dates) == 1:
        return _weights(read_line(sentence.text, sentence.dates))
    return own_words(sentence.text, _spans(sentence.dates), (date.start, date.end))


def _spans(dates: Sequence[DateMention]) -> tuple[tuple[int, int], ...]:
    return tuple((d.start, d.end) for d in dates if d.kind != "duration")


@lru_cache(maxsize=4096)
def own_words(text: str, spans: tuple[tuple[int, int], ...], span: tuple[int, int]) -> dict[str, float]:
    """Return the content words beside a date, up to the next date or break; those behind the next break where there are none."""
    folded, (start, end) = normalise(text), span
    left = max((b for a, b in spans if b <= start), default=0)
    right = min((a for a, _ in spans if a >= end), default=len(text))
    stops = [m.span() for m in _BREAK.finditer(folded, left, right)]
    before = [b for _, b in stops if b <= start]
    after = [a for a, _ in stops if a >= end]
    near = _content(text, before[-1] if before else left, after[0] if after else right, span)
    if near or not after:
        return near
    return _content(text, end, after[1] if len(after) > 1 else right, span)


def _content(text: str, start: int, end: int, span: tuple[int, int]) -> dict[str, float]:
    gone = (
        text[start : span[0]] + " " + text[span[1] : end]
        if start < span[0]
        else text[max(start, span[1]) : end]
    )
    return _weights(read_line(gone, ()))


def _weights(line: Line) -> dict[str, float]:
    return {word: weight for word, weight in zip(line.words, line.weights, strict=True) if weight}
