"""Which of a source sentence's figures the words of a draft belong to: "killed 2,217 people and injured 4,300".

The head of a figure is the content word next to it on one side, up to a comma, an "and" or the next figure. A draft that
tells one figure with the head of another, and without its own, has mixed them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from presscheck.chains.check.figure_claimed import terms
from presscheck.chains.check.figure_relation import relate
from presscheck.chains.check.figure_told import Told
from presscheck.reasons import Reason
from presscheck.text.date_words import MONTHS, WEEKDAYS
from presscheck.text.mentions import Figure
from presscheck.text.words import STOPWORDS

_BREAK = re.compile(
    r"[,;:()]|\s[-–—]\s|—|\b(?:and|or|while|whereas|but|against|versus|before|after|compared|although|though|when|as|which)\b"
)
_NO_HEADS = frozenset(
    "rise fall grow increase decrease climb drop decline gain jump slip reach total stand come go add raise lower cut lift year month"
    " week day quarter last past previous earlier period annual ago time today people person number percent point total about average".split()
) | set(MONTHS) | set(WEEKDAYS)  # fmt: skip


class Heads(NamedTuple):
    """The content words next to a figure, "" where there is none before the next break."""

    before: str
    after: str

    def __bool__(self) -> bool:
        return bool(self.before or self.after)


def heads(told: Told) -> Heads:
    """Return the words next to a figure on either side."""
    left, right = _bounds(told, _BREAK, _BREAK)
    words = [t for t in terms(told.sentence) if t.word not in _NO_HEADS and not t.word[0].isdigit()]
    before = [t.word for t in words if left <= t.start < told.figure.start]
    after = [t.word for t in words if told.figure.end <= t.start < right]
    return Heads(before[-1] if before else "", after[0] if after else "")


def _bounds(told: Told, before: re.Pattern[str], after: re.Pattern[str]) -> tuple[int, int]:
    """Return where the words of a figure begin and end: at the next figure or, sooner, at what the patterns match."""
    start, end = told.figure.start, told.figure.end
    left = max((f.end for f in told.figures if f.end <= start), default=0)
    right = min((f.start for f in told.figures if f.start >= end), default=len(told.sentence))
    left = max((m.end() for m in before.finditer(told.folded, left, start)), default=left)
    stop = after.search(told.folded, end, right)
    return left, stop.start() if stop else right


_CONTRAST = re.compile(r";|\b(?:while|whereas|against|versus|but|compared)\b")
_NAME = re.compile(r"\b[A-Z][A-Za-z]+\b(?!['’]s?\b)")


def _names(told: Told, before: re.Pattern[str] = _CONTRAST) -> frozenset[str]:
    """Return the capitalised words of the clause that holds a figure, up to a word of contrast or the next figure."""
    left, right = _bounds(told, before, _CONTRAST)
    clause = told.sentence[left : told.figure.start] + " " + told.sentence[told.figure.end : right]
    return _capitalised(clause)


def _capitalised(text: str) -> frozenset[str]:
    return frozenset(m[0] for m in _NAME.finditer(text) if m[0].lower() not in STOPWORDS)


def is_of_another(claim: Told, source: Told) -> bool:
    """Whether the draft tells the figure of one name for another that the sentence sets against it."""
    own, ours = _names(source), _capitalised(claim.sentence)
    if not own or own & ours:
        return False
    for figure in _rivals(claim, source):
        first, second = sorted((figure, source.figure), key=lambda f: f.start)
        theirs = _names(source._replace(figure=figure))
        if ours & theirs and _CONTRAST.search(source.folded, first.end, second.start):
            return True
    return False


def is_mixed_up(claim: Told, source: Told) -> bool:
    """Whether the draft tells the source's figure with the head of another figure of the same sentence."""
    ours, own = heads(claim), heads(source)
    if not ours or not own:
        return False
    words = {t.word for t in terms(claim.sentence)}
    if words & {own.before, own.after} or _names(source, _BREAK) & _capitalised(claim.sentence):
        return False
    return any(_takes(ours, own, heads(source._replace(figure=f))) for f in _rivals(claim, source))


def _takes(ours: Heads, own: Heads, other: Heads) -> bool:
    """Whether the draft's head is another figure's on a side where the source's own figure has one as well."""
    sides = zip(ours, own, other, strict=True)
    return any(mine and mine == theirs and its and its != theirs for mine, its, theirs in sides)


def _rivals(claim: Told, source: Told) -> Iterator[Figure]:
    """Yield the other figures of the source's sentence that measure like the claimed one and differ from it."""
    for figure in source.figures:
        if figure.start != source.figure.start:
            relation = relate(claim.figure, figure)
            if relation and relation.reason is Reason.FIGURE_VALUE and relation.alike >= 0.9:
                yield figure
