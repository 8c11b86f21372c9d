"""The level before a change, worked out: "rose by 4 points to 31 percent" means 27 percent before.

A level and its step stand in one sentence: "rose by 4 points to 31 percent", "31 percent, up 4 points", "14.2 million
passengers, 1.1 million fewer than a year earlier".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from presscheck.chains.check.figures.arithmetic import plain
from presscheck.chains.check.figures.claimed import Claimed, terms
from presscheck.chains.check.figures.course import course, is_distance
from presscheck.chains.check.figures.levels import part_of_change
from presscheck.chains.check.figures.places import Place, Pool, alike
from presscheck.chains.check.figures.relation import Relation, is_span
from presscheck.chains.check.figures.rounding import Value, close, fit
from presscheck.chains.check.figures.told import Told
from presscheck.chains.check.figures.units import POINTS, alike_bare, scale_to
from presscheck.chains.check.figures.verdict import SAME_THING, Judgement
from presscheck.chains.check.sources import SourceSentence
from presscheck.reasons import Reason
from presscheck.text.mentions import Change, Figure

SPEAKS_OF_IT = 0.2
"""How alike a sentence must be for its exact level before a change to be the one told."""
_NO_CHANCE = 100
"""A level as great as this that the draft tells as well is the same one."""
BOTH_ENDS = 0.0
"""The same where the draft tells the level reached as well."""
_THAN = re.compile(r"\b(?:than|since|from|behind|ahead of|short of)\s+([^,.;]{1,40})")
_AHEAD = re.compile(r"\b(?:will|would|to|should|plans?|expects?|due|set)\b")


class Step(NamedTuple):
    """A level of a source, the step that led to it, the level before, and whether that one is exact."""

    level: Figure
    step: Figure
    base: float
    exact: bool
    ahead: bool

    @property
    def proof(self) -> str:
        """The arithmetic."""
        if not self.exact:
            return f"{plain(self.level.low)} after {self.step.text} = {self.base:.4g} before"
        size = abs(self.level.low - self.base)
        sign = "-" if self.level.low > self.base else "+"
        return f"{plain(self.level.low)} {sign} {plain(size)} = {plain(self.base)}"


def steps(sentence: SourceSentence) -> Iterator[Step]:
    """Yield the levels of a sentence that are told with the step that led to them."""
    plain_ones = [f for f in sentence.figures if f.kind == "quantity" and f.low == f.high]
    for step in plain_ones:
        told = Told(sentence.text, step, sentence.figures)
        way = course(told) or _behind(told)
        level = _level_of(told, plain_ones) if way else None
        if way is None or level is None:
            continue
        base = _base(level, step, 1 if way == "up" else -1)
        if base is not None:
            ahead = part_of_change(sentence.text, level.start) == "reached" and _AHEAD.search(told.before)
            yield Step(level, step, base, step.unit != "percent", bool(ahead))


_APART = re.compile(r"(?:\s[a-z]+)?\s(?:(?P<ahead>ahead)|behind(?! bars| schedule| closed)|short)\b")


def _behind(told: Told) -> Change | None:
    """Read "41 points, six behind the Bears" and "8.7 million, 600,000 short of the record"."""
    apart = _APART.match(told.folded, told.figure.end)
    return None if apart is None else "up" if apart["ahead"] else "down"


def _level_of(step: Told, figures: list[Figure]) -> Figure | None:
    """Return the level reached right behind the step, or told right before it."""
    index = next(i for i, f in enumerate(figures) if f is step.figure)
    after = figures[index + 1] if index + 1 < len(figures) else None
    if after and part_of_change(step.sentence, after.start) == "reached":
        return after
    before = figures[index - 1] if index else None
    return before if before and part_of_change(step.sentence, before.start) != "step" else None


def _base(level: Figure, step: Figure, way: int) -> float | None:
    if level.unit == "percent":
        points = POINTS.get(step.unit or "point")
        return round(level.low - way * step.low * points, 9) if points else None
    if step.unit == "percent":
        return level.low / (1 + way * step.low / 100) if step.low < 100 or way > 0 else None
    scale = scale_to(level, step)
    if scale is None or (not scale.converted and step.unit not in ("", level.unit)):
        return None
    return round(level.low - way * scale(step.low), 9)


def before_change(claim: Claimed, pool: Pool) -> Judgement | None:
    """Return the judgement on a figure that tells the level before a change, or None where it does not."""
    if claim.figure.kind != "quantity":
        return None
    judged = list(_judgements(claim, pool))
    return next((j for j in judged if j.good), judged[0] if judged else None)


def _judgements(claim: Claimed, pool: Pool) -> Iterator[Judgement]:
    """Yield what each step of a source says; one less alike only where it bears the figure out exactly."""
    wanted = pool.wanted(claim)
    least = BOTH_ENDS if is_span(claim.figure) else SPEAKS_OF_IT
    for sentence in pool.sentences:
        if len(sentence.figures) < 2:
            continue
        for found in steps(sentence):
            likeness = max(alike(wanted, sentence, f) for f in (found.level, found.step))
            if any(f.low == found.level.low >= _NO_CHANCE for f in claim.told.figures):
                likeness = max(likeness, SPEAKS_OF_IT)
            judged = _judged(claim, sentence, found, likeness) if likeness >= least else None
            if judged and (likeness >= SAME_THING or (judged.good and found.exact)):
                yield judged


def _judged(claim: Claimed, sentence: SourceSentence, found: Step, likeness: float) -> Judgement | None:
    scale = scale_to(claim.figure, found.level)
    least = 0.8
    if not claim.figure.unit and found.exact:
        least = alike_bare(claim.figure)
    if scale is None or scale.converted or scale.alike < least:
        return None
    value = _told_base(claim, sentence, found)
    if value is None:
        return None
    fits = fit(
        Value(value, claim.figure.bound, claim.figure.text), Value(found.base, "=", f"{found.base:.6g}")
    )
    if fits in ("equal", "rounded"):
        place = Place(sentence, found.level, Relation(Reason.FIGURE_DERIVED, 1.0, found.proof), likeness)
        return Judgement(Reason.FIGURE_DERIVED, (place,))
    if not found.exact or claim.figure.bound != "=" or not _says_before(claim):
        return None
    told = found.level.model_copy(update={"text": plain(found.base)})
    place = Place(sentence, told, Relation(Reason.FIGURE_VALUE, 1.0, found.proof), likeness)
    return Judgement(Reason.FIGURE_VALUE, (place,), f"The source's figures make {found.proof}.")


def _told_base(claim: Claimed, sentence: SourceSentence, found: Step) -> float | None:
    """Return the value that the draft tells as the level before; of "from 27 to 31" the end that is not the level."""
    figure = claim.figure
    if is_span(figure):
        ends = [figure.low, figure.high]
        others = [e for e in ends if not close(e, found.level.low)]
        return others[0] if len(others) == 1 else None
    if figure.low != figure.high or close(figure.low, found.level.low):
        return None
    if claim.part == "reached" or course(claim.told):
        return None
    if _says_before(claim) or (found.ahead and not _AHEAD.search(claim.told.before)):
        return figure.low
    if any(is_distance(claim.told._replace(figure=f)) for f in claim.told.figures):
        return None
    than = _THAN.search(sentence.text.lower())
    known = {t.word for t in terms(than[1])} if than else set()
    return figure.low if known & set(claim.all) else None


def _says_before(claim: Claimed) -> bool:
    return is_span(claim.figure) or claim.part == "left" or claim.time == "earlier"
