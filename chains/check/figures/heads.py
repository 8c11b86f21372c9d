"""Which of a source sentence's figures the words of a draft belong to: "killed 2,217 people and injured 4,300".

The head of a figure is the content word next to it on one side, up to a comma, an "and" or the next figure. A draft that
tells one figure with the head of another, and without its own, has mixed them up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from presscheck.chains.check.figures.claimed import terms
from presscheck.chains.check.figures.qualified import otherwise_qualified
from presscheck.chains.check.figures.relation import Relation, relate
from presscheck.chains.check.figures.told import Told, same_pair
from presscheck.chains.check.figures.units import GREAT, alike_bare, is_measure, scale_to
from presscheck.reasons import Reason
from presscheck.text.date_words import MONTHS, WEEKDAYS
from presscheck.text.mentions import Figure
from presscheck.text.words import STOPWORDS

_LINKS = "and|or|while|whereas|but|against|versus|before|after|when|as|which"
_CLAUSE = re.compile(rf"[;:()]|\s[-–—]\s|—|\b(?:{_LINKS})\b")
_BREAK = re.compile(rf",|{_CLAUSE.pattern}|\b(?:compared|although|though)\b")
_CHANGES = frozenset("rise fall grow increase decrease climb drop decline gain jump slip".split())
_NO_HEADS = frozenset(
    "reach total stand come go add raise lower cut lift year month"
    " week day quarter last past previous earlier period annual ago time today people person number percent point about instead rather".split()
) | set(MONTHS) | set(WEEKDAYS)  # fmt: skip


_ALSO = {"lose": "kill"}
"""What an army lost were killed."""
_CALENDAR = frozenset({*MONTHS, *WEEKDAYS})
_NO_NAMES = STOPWORDS | _CALENDAR | {"gdp"}


_COUNTS = 12
"""A greater number without a unit counts like its neighbours."""


class Heads(NamedTuple):
    """The content words next to a figure, "" where there is none before the next break."""

    before: str
    after: str


def heads(told: Told) -> Heads:
    """Return the words next to a figure on either side."""
    left, right = _bounds(told, _BREAK, _BREAK)
    counts = not told.figure.unit and told.figure.high < GREAT
    idle = _NO_HEADS if counts else _NO_HEADS | _CHANGES
    words = [t for t in terms(told.sentence) if t.word not in idle and not t.word[0].isdigit()]
    before = [_ALSO.get(t.word, t.word) for t in words if left <= t.start < told.figure.start]
    after = [t.word for t in words if told.figure.end <= t.start < right]
    return Heads(before[-1] if before else "", after[0] if after else "")


def _bounds(told: Told, before: re.Pattern[str], after: re.Pattern[str]) -> tuple[int, int]:
    """Return where the words of a figure begin and end: at the next figure or, sooner, at what the patterns match."""
    start, end = told.figure.start, told.figure.end
    left = max((f.end for f in told.figures if f.end <= start and not _is_step(f, told.figure)), default=0)
    right = min((f.start for f in told.figures if f.start >= end), default=len(told.sentence))
    breaks = (m for m in before.finditer(told.folded, left, start) if not _opens(told, m))
    left = max((m.end() for m in breaks), default=left)
    stop = after.search(told.folded, end, right)
    return left, stop.start() if stop else right


def _opens(told: Told, match: re.Match[str]) -> bool:
    """Whether a bracket opens right before the figure: what it belongs to stands before, "Halden (54 percent)"."""
    return match[0] == "(" and not told.folded[match.end() : told.figure.start].strip()


def _is_step(other: Figure, figure: Figure) -> bool:
    """Whether another figure is only the step to this level: "costs rose 12 percent to $6.2 billion"."""
    return other.change is not None and other.unit != figure.unit


_CONTRAST = re.compile(r";|\b(?:while|whereas|against|versus|but|compared|ahead of|behind|followed by)\b")
_NAME = re.compile(r"\b[A-Z][A-Za-z]+\b(?!['’]s?\b)")
_OWNER = re.compile(r"\b[A-Z][A-Za-z]+['’]s\b")


Names = tuple[frozenset[str], frozenset[str]]


def _names(told: Told, before: re.Pattern[str], after: re.Pattern[str]) -> Names:
    """Return the capitalised words before and after a figure, up to what the patterns match or the next figure."""
    left, right = _bounds(told, before, after)
    return (
        _capitalised(told.sentence[left : told.figure.start]),
        _capitalised(told.sentence[told.figure.end : right]),
    )


def names_beside(told: Told) -> frozenset[str]:
    """Return the capitalised words on either side of a figure, up to a break or the next one."""
    left, right = _bounds(told, _BREAK, _BREAK)
    before, after = told.sentence[left : told.figure.start], told.sentence[told.figure.end : right]
    return next(
        (names for text in (before, after) if (names := _capitalised(text) | _owners(text))), frozenset()
    )


def names_around(told: Told) -> frozenset[str]:
    """Return the capitalised words on both sides of a figure, up to a break or the next one."""
    left, right = _bounds(told, _BREAK, _BREAK)
    return _capitalised(told.sentence[left:right]) | _owners(told.sentence[left:right])


def names_told(told: Told) -> frozenset[str]:
    """Return all capitalised words of the sentence of a figure, owners included."""
    return _capitalised(told.sentence) | _owners(told.sentence)


def _owners(text: str) -> frozenset[str]:
    return frozenset(m[0][:-2] for m in _OWNER.finditer(text))


def _capitalised(text: str) -> frozenset[str]:
    return frozenset(m[0] for m in _NAME.finditer(text) if m[0].lower() not in _NO_NAMES)


_YEARS = re.compile(r"(?:19|20)\d\d$")


def _dates(told: Told) -> set[str]:
    """Return the years, months and weekdays beside a figure, up to a break."""
    left, right = _bounds(told, _BREAK, _BREAK)
    words = {t.word for t in terms(told.sentence) if left <= t.start < right}
    return {w for w in words if _YEARS.match(w) or w in _CALENDAR}


def of_another(claim: Told, source: Told) -> Figure | None:
    """Return the figure of the source's sentence that stands where the draft tells this one, if the two are mixed up.

    Either the draft's names are those of the other figure, set against this one or listed beside it, or the word next to the
    draft's figure is.
    """
    rivals = list(_rivals(claim, source))
    if not rivals or same_pair(claim, source):
        return None
    if counted := _counted_otherwise(claim, source, rivals):
        return counted
    local = names_beside(claim) if claim.likes() else frozenset()
    ours = local or _capitalised(claim.sentence)
    wide, listed = _names(source, _CONTRAST, _CONTRAST), _names(source, _BREAK, _CLAUSE)
    named = local or names_told(claim)
    theirs = names_beside(source) if local else listed[0] | listed[1]
    if dated := _dated_otherwise(claim, source, rivals):
        return dated
    dated_alike = _dates(source) & {t.word for t in terms(claim.sentence)}
    if theirs & named or (dated_alike and not (local and theirs)):
        return None
    named_otherwise = (f for f in rivals if _of(ours, source._replace(figure=f), source, wide))
    return (
        next(named_otherwise, None)
        or _mixed_up(claim, source, rivals)
        or otherwise_qualified(claim, source, rivals)
    )


def _counted_otherwise(claim: Told, source: Told, rivals: list[Figure]) -> Figure | None:
    """Return the figure that counts what the draft's does, where the source's counts something else: births, not deaths."""
    ours, theirs = claim.figure.unit, source.figure.unit
    if not (claim.figure.kind == source.figure.kind == "quantity") or not ours or not theirs:
        return None
    if is_measure(ours) or is_measure(theirs) or "person" in (ours, theirs):
        return None
    scale = scale_to(claim.figure, source.figure)
    return None if scale is None or scale.alike > 0.4 else next((f for f in rivals if f.unit == ours), None)


def _dated_otherwise(claim: Told, source: Told, rivals: list[Figure]) -> Figure | None:
    """Return the figure whose month, year or weekday the draft has, where the source's own has another."""
    ours, theirs = _dates(claim), _dates(source)
    if not ours or not theirs or theirs & {t.word for t in terms(claim.sentence)}:
        return None
    return next((f for f in rivals if _dates(source._replace(figure=f)) & ours), None)


def _of(ours: frozenset[str], other: Told, source: Told, wide: Names) -> bool:
    """Whether the draft's names are those of the other figure: across a word of contrast, or on the side where both have one."""
    first, second = sorted((other.figure, source.figure), key=lambda f: f.start)
    if not any(wide):
        return False
    if not (wide[0] | wide[1]) & ours and _CONTRAST.search(source.folded, first.end, second.start):
        theirs = _names(other, _CONTRAST, _CONTRAST)
        return bool(ours & (theirs[0] | theirs[1]))
    listed = zip(_names(source, _BREAK, _BREAK), _names(other, _BREAK, _BREAK), strict=True)
    return any(own and ours & theirs for own, theirs in listed)


def _mixed_up(claim: Told, source: Told, rivals: list[Figure]) -> Figure | None:
    """Return the other figure whose head the draft has, without this one's own."""
    ours, own = heads(claim), heads(source)
    others = [claim._replace(figure=f) for f in claim.figures if f.start != claim.figure.start]
    elsewhere = {w for t in others for w in (*heads(t), *beside(t))} - beside(claim) - set(ours)
    inside = {t.word for o in others for t in terms(o.figure.text)} - set(ours)
    words = {t.word for t in terms(claim.sentence)} - elsewhere - inside
    rivaling = [(f, heads(source._replace(figure=f))) for f in rivals]
    told = beside(source)
    if any(own) and not words & set(own):
        return next((f for f, its in rivaling if _takes(beside(claim) - told, own, its)), None)
    if not own.before or own.before in words or ours.before in told:
        return None
    return next((f for f, its in rivaling if its.before == ours.before != ""), None)


def beside(told: Told) -> set[str]:
    """Return all words with content on either side of a figure, up to a break."""
    left, right = _bounds(told, _BREAK, _BREAK)
    return {_ALSO.get(t.word, t.word) for t in terms(told.sentence) if left <= t.start < right}


def _takes(ours: set[str], own: Heads, other: Heads) -> bool:
    """Whether the draft has another figure's head from a side where the source's own figure has one as well."""
    return any(
        its and theirs and its != theirs and theirs in ours for its, theirs in zip(own, other, strict=True)
    )


def _rivals(claim: Told, source: Told) -> Iterator[Figure]:
    """Yield the other figures of the source's sentence that measure like the claimed one and differ from it."""
    for figure in source.figures:
        if figure.start != source.figure.start:
            relation = relate(claim.figure, figure)
            if (
                relation
                and relation.reason is Reason.FIGURE_VALUE
                and _measures_like(relation, claim.figure, figure, source.figure)
            ):
                yield figure


def _measures_like(relation: Relation, claim: Figure, figure: Figure, good: Figure) -> bool:
    """Whether a figure measures like the claimed one, one that leaves out its noun or its currency included."""
    least = 0.8 if figure.kind == "score" else 0.9
    great = min(claim.low, figure.low) > _COUNTS
    if great and claim.unit and not figure.unit:
        least = alike_bare(figure)
    if great and figure.unit == good.unit:
        least = 0.6
    return relation.alike >= least
