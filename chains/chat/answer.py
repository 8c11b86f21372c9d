"""Answers to questions, put together from the sources' own sentences; a refusal where they don't say."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.chains.chat.evidence import Finder, Fit, fits
from presscheck.chains.chat.kinds import holds
from presscheck.chains.chat.question import Question
from presscheck.chains.chat.telling import Line, Outcome, Telling
from presscheck.chains.chat.verify import verified
from presscheck.chains.chat.wording import line_of
from presscheck.chains.check.sources import RANK, timestamp
from presscheck.models import Lookup

ENOUGH = 0.62
"""Share of a question's weight that an answer meets at least."""
ALIKE = 0.12
"""Answers this close to the best one are ranked by the kind of source and by time."""
NEAREST = 0.3
"""Share of the weight from which a sentence is shown as the nearest that the sources say."""
NOT_SAID = "The sources don’t say."


def answer(question: Question, finder: Finder) -> Telling:
    """Tell what the sources say to a question."""
    yield Lookup(query=question.text)
    ranked = fits(question, finder.units(question))
    good = [f for f in ranked if answers(question, f)]
    for best in _by_rank(good):
        line = line_of(best.unit, finder.sources)
        if verified(line, finder.sources):
            yield line
            return Outcome("answered")
    return (yield from refuse(ranked, finder))


def answers(question: Question, fit: Fit) -> bool:
    """Tell whether a sentence answers a question."""
    hard = [t for t in fit.missing if t.hard or t.lemma == question.counted]
    return fit.cover >= ENOUGH and not hard and len(fit.missing) <= 1 and holds(question, fit.unit)


def _by_rank(good: Sequence[Fit]) -> list[Fit]:
    """Return the answers in the order to be tried: of those about as good as the best, the best source first."""
    if not good:
        return []
    close = [f for f in good if f.score >= good[0].score - ALIKE]
    heads = {f: f.unit.sentence.head for f in close}
    close.sort(key=lambda f: (RANK[heads[f].kind], timestamp(heads[f].published), f.score), reverse=True)
    return close + [f for f in good if f not in heads]


def refuse(ranked: Sequence[Fit], finder: Finder) -> Telling:
    """Say that the sources don't say, and the nearest that they do say."""
    near = next((f for f in ranked[:3] if f.cover >= NEAREST), None)
    line = line_of(near.unit, finder.sources) if near else None
    if line is None or not verified(line, finder.sources):
        yield Line(NOT_SAID)
        return Outcome("not_in_sources")
    yield Line(f"{NOT_SAID} The nearest that they do say:")
    yield line
    return Outcome("not_in_sources")
