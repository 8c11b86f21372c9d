"""Other stories that give another amount of the same thing, and whether amounts differ at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import product

from presscheck.chains.chat.answer.choose import ENOUGH, OWN, answers
from presscheck.chains.chat.evidence.fitting import Fit
from presscheck.chains.chat.evidence.meeting import MET
from presscheck.chains.chat.evidence.units import Unit
from presscheck.chains.chat.kinds.amounts import asked_figures
from presscheck.chains.chat.question.likeness import likeness
from presscheck.chains.chat.question.reading import Question
from presscheck.chains.check.sources import timestamp
from presscheck.models import Evidence
from presscheck.text.mentions import Figure

ALIKE_OTHER = 0.9
"""How far the answer of another story may be behind, to be shown beside the best one where its amount differs."""


def others(question: Question, chosen: Fit, fits: Sequence[Fit], shown: Evidence) -> list[Fit]:
    """Return the answers of other stories that give another amount than what is shown, one a story, the latest first."""
    mine = _figures_in(question, chosen.unit, shown)
    same = (f for f in fits if _story(f) == _story(chosen) and answers(question, f))
    mine += [figure for f in same for figure in asked_figures(question, f.unit)]
    found: dict[str, Fit] = {}
    for other in (f for f in fits if answers(question, f) or _tells_the_same(question, f)):
        head = other.unit.sentence.head
        story = head.story_id or head.article_id
        theirs = asked_figures(question, other.unit)
        near = other.score >= chosen.score - ALIKE_OTHER and not _only_in_lead(other)
        if _story(chosen) != story and near and differ(mine, theirs):
            found.setdefault(story, other)
    return sorted(found.values(), key=lambda f: timestamp(f.unit.sentence.head.published), reverse=True)


def _only_in_lead(fit: Fit) -> bool:
    """Tell whether a word of the question stands nowhere near a sentence but where its article begins."""
    near = fit.unit.zones["before"] | fit.unit.zones["title"]
    return any(likeness(t.lemma, t.kind, near) < MET for t in fit.around)


def _figures_in(question: Question, unit: Unit, shown: Evidence) -> list[Figure]:
    """Return the amounts asked for in all sentences that are shown together."""
    told = (s for s in (*unit.before, unit.sentence, *unit.following) if shown.start <= s.start < shown.end)
    return [f for s in told for f in asked_figures(question, replace(unit, sentence=s))]


def _tells_the_same(question: Question, fit: Fit) -> bool:
    """Tell whether a sentence speaks of the same amount in another verb: "leaked", "entered"."""
    told = bool(question.counted) and question.counted not in ("person", "money") and fit.own >= OWN
    return told and fit.cover >= ENOUGH / 2 and all(t.predicate for t in fit.missing)


def _story(fit: Fit) -> str:
    head = fit.unit.sentence.head
    return head.story_id or head.article_id


def differ(mine: Sequence[Figure], theirs: Sequence[Figure]) -> bool:
    """Tell whether the amounts are of one unit, and none of one side can be one of the other's."""
    pairs = list(product(_with_units(mine), _with_units(theirs)))
    alike = [(a, b) for a, b in pairs if (a.unit or b.unit) == (b.unit or a.unit)]
    return bool(alike) and not any(_agree(a, b) for a, b in alike)


def _with_units(figures: Sequence[Figure]) -> Sequence[Figure]:
    """Return the figures that name what they count, all where none does: not the parts of "1,150 homes, 640 of them"."""
    return [f for f in figures if f.unit] or figures


def _agree(a: Figure, b: Figure) -> bool:
    return _reaches(a, b) or _reaches(b, a)


def _reaches(a: Figure, b: Figure) -> bool:
    """Tell whether the second amount is within what the first one says, 2 % allowed for "about"."""
    room = 0.02 * max(abs(a.high), 1e-9) if a.bound == "~" or b.bound == "~" else 0.0
    if a.bound in (">", ">="):
        return b.high >= a.low
    if a.bound in ("<", "<="):
        return b.low <= a.high
    return a.low - room <= b.high and b.low <= a.high + room
