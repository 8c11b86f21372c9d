"""A value that one sentence of a source has of another thing, while the next tells what the draft speaks of with its own value.

"Donors have pledged $280 million" against "The agency asks for $280 million. Donors have pledged $112 million."
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from presscheck.chains.check.figures.claimed import Claimed, outside, terms
from presscheck.chains.check.figures.heads import heads, names_beside, names_told
from presscheck.chains.check.figures.levels import HEDGE
from presscheck.chains.check.figures.places import Place
from presscheck.chains.check.figures.plans import is_plan
from presscheck.chains.check.figures.rounding import close
from presscheck.chains.check.figures.times import date_beside
from presscheck.chains.check.figures.told import TOTAL, Told
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure

SPEAKS_OF_IT = 0.15
"""How alike the other sentence must be."""
_ALIKE = 0.9
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LAST_YEAR = re.compile(r"\b(?:last|this) year\b")
_ALL = re.compile(rf"\b(?:{TOTAL})\b")
_ALL_BEFORE = re.compile(rf"{_ALL.pattern}(?: of)?\s+{HEDGE}")


def of_another_sentence(claim: Claimed, found: Sequence[Place]) -> Place | None:
    """Return the place of what the draft speaks of, where its value is another thing's, told in another sentence."""
    good = [p for p in found if p.relation.good]
    if not good or claim.figure.kind != "quantity":
        return None
    rivals = [p for p in found if _is_rival(p)]
    return next((r for r in rivals if all(_mixed_up(claim, g, r) for g in good)), None)


def _is_rival(place: Place) -> bool:
    relation = place.relation
    return relation.reason is Reason.FIGURE_VALUE and relation.alike >= _ALIKE and place.score >= SPEAKS_OF_IT


def _mixed_up(claim: Claimed, good: Place, rival: Place) -> bool:
    if good.sentence.article_id != rival.sentence.article_id or good.sentence.start == rival.sentence.start:
        return False
    own, its = _told(good), _told(rival)
    rules = (_by_year, _by_verb, _by_total, _by_company)
    return any(rule(claim.told, own, its) for rule in rules)


def _told(place: Place) -> Told:
    return Told(place.sentence.text, place.figure, place.sentence.figures)


def _by_year(claim: Told, own: Told, its: Told) -> bool:
    """Whether the draft has the year of the other figure, behind its own or as the only one of its sentence."""
    ours, theirs = date_beside(claim), date_beside(own)
    if _YEAR.match(ours) and _YEAR.match(theirs):
        return ours != theirs and date_beside(its) == ours
    years, others = set(_YEAR.findall(claim.sentence)), set(_YEAR.findall(its.sentence))
    return (
        len(years) == 1
        and years == others
        and _LAST_YEAR.search(own.folded) is not None
        and not years & set(_YEAR.findall(own.sentence))
    )


def _by_verb(claim: Told, own: Told, its: Told) -> bool:
    """Whether the draft has the word before the other figure right before its own, and little of what the value is told with."""
    ours, first, second = heads(claim).before, heads(own).before, heads(its).before
    if not (ours and first and ours == second != first) or is_plan(claim) != is_plan(its):
        return False
    others = (claim._replace(figure=f) for f in claim.figures if f.start != claim.figure.start)
    words = {t.word for t in terms(claim.sentence)} - {w for t in others for w in heads(t)}
    if first in words:
        return False
    theirs, rivals = ({w.word for w in outside(terms(t.sentence), t.figure)} & words for t in (own, its))
    return heads(own).after not in words or len(rivals - theirs) > len(theirs - rivals)


_TOGETHER = re.compile(r"(?:(?!\b(?:and|but|while|which|who)\b)[^.,;:()]){0,50}")
_NO_CHANCE = 100


def _by_company(claim: Told, own: Told, its: Told) -> bool:
    """Whether a great number of the same clause stands in the source with the other figure, and not with the value told."""
    for figure in claim.figures:
        first, second = sorted((figure, claim.figure), key=lambda f: f.start)
        if figure.low < _NO_CHANCE or not _TOGETHER.fullmatch(claim.folded, first.end, second.start):
            continue
        if _stands_with(its, figure) and not _has(own, figure):
            return sum(f.unit == claim.figure.unit for f in its.figures) == 1
    return False


def _stands_with(told: Told, figure: Figure) -> bool:
    """Whether a number stands in the clause of the figure that is told."""
    pairs = (
        sorted((f, told.figure), key=lambda g: g.start) for f in told.figures if close(f.low, figure.low)
    )
    return any(_TOGETHER.fullmatch(told.folded, first.end, second.start) for first, second in pairs)


def _has(told: Told, figure: Figure) -> bool:
    return any(close(f.low, figure.low) for f in told.figures if f.start != told.figure.start)


def _by_total(claim: Told, own: Told, its: Told) -> bool:
    """Whether the draft tells of one, named beside the other figure, what the source tells of all of them together."""
    if not _ALL_BEFORE.search(own.before) or _ALL.search(claim.folded):
        return False
    named = names_beside(claim)
    return bool(named & names_told(its)) and not any(n in own.sentence for n in named)
