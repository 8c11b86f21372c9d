"""Holds each figure of a draft against the figures of sources that speak of the same thing.

A figure about another thing is never a contradiction. Figures inside a quotation are checked as words, by the check
of quotations; only where it did not find the quotation are they looked at here, and told if a source has them or
another value. Figures of the draft that contradict
each other are told even where no source speaks of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.figures.arithmetic import Slip, by_sentence, slips
from presscheck.chains.check.figures.claimed import Claimed, all_claimed
from presscheck.chains.check.figures.clauses import counted_alike, own_clause
from presscheck.chains.check.figures.crossed import crossed
from presscheck.chains.check.figures.derive import conclusive, derive
from presscheck.chains.check.figures.exchanged import of_another_sentence
from presscheck.chains.check.figures.findings import finding, not_found
from presscheck.chains.check.figures.gaps import wrong_step
from presscheck.chains.check.figures.headline import headline_slips
from presscheck.chains.check.figures.leads import wrong_lead
from presscheck.chains.check.figures.order import order_slips
from presscheck.chains.check.figures.own_figures import REACH, Told, from_own_figures
from presscheck.chains.check.figures.places import (
    Pool,
    places,
    pool_for,
    second_pool,
    unexplained,
)
from presscheck.chains.check.figures.relation import Relation, is_span
from presscheck.chains.check.figures.spans import length_of_dates
from presscheck.chains.check.figures.steps import before_change
from presscheck.chains.check.figures.sums import wrong_total
from presscheck.chains.check.figures.swap import swapped
from presscheck.chains.check.figures.told_beside import told_beside
from presscheck.chains.check.figures.verdict import Judgement, judge
from presscheck.chains.check.figures.vote_sums import summed_votes
from presscheck.chains.check.sources import Sources
from presscheck.chains.check.statements.told import speaks_of_itself
from presscheck.models import Claim, Finding
from presscheck.reasons import Reason, Verdict
from presscheck.text.mentions import Figure
from presscheck.vectorstore.citing import cite


def check(draft: Draft, sources: Sources, earlier: Sequence[Finding]) -> Iterable[Finding]:
    """Yield a finding for each figure of the draft that can be checked."""
    unfit = {**headline_slips(draft), **order_slips(draft), **slips(draft)}
    own: list[Told] = []
    for sentence, figures in by_sentence(draft):
        if speaks_of_itself(sentence.text):
            continue
        told = all_claimed(figures, sentence)
        pool = pool_for(sources, sentence)
        judged: list[tuple[Figure, Claimed, Judgement | None, Finding | None]] = []
        for figure, claim in zip(figures, told, strict=True):
            quoted = _quotation(draft, figure, earlier)
            if quoted is None or quoted.verdict is Verdict.NOT_FOUND:
                judgement = _judgement(claim, told, sentence.text, sources, pool)
                judged.append((figure, claim, _not_with_itself(claim, judgement), quoted))
        own = [*own, *((f, j.places[0]) for f, _, j, _ in judged if j and j.good)]
        for figure, claim, judgement, quoted in judged:
            beside = [j for _, _, j, _ in judged]
            judgement = judgement or told_beside(claim, pool, beside) or _by_clause(claim, pool, sources)
            judgement = judgement or from_own_figures(claim, own[-REACH:])
            if judgement or not quoted:
                made = draft.claim("figure", figure.start, figure.end)
                settled = _settled(draft, sources, made, judgement, unfit.get(figure.start))
                yield settled or not_found(made, figure, elsewhere=_is_elsewhere(claim, pool, sources))


def _quotation(draft: Draft, figure: Figure, earlier: Sequence[Finding]) -> Finding | None:
    """Return the finding on the quotation that holds the figure, if there is one."""
    if draft.quote_at(figure.start, figure.end) is None:
        return None
    quotes = (f for f in earlier if f.claim.kind == "quote")
    return next((f for f in quotes if f.claim.start < figure.end and figure.start < f.claim.end), None)


def _judgement(
    claim: Claimed, told: Sequence[Claimed], sentence: str, sources: Sources, pool: Pool
) -> Judgement | None:
    """Judge by the sources' own figures, then by arithmetic on them, then by a search for the figure itself."""
    others = [t for t in told if t is not claim]
    found = places(claim, pool)
    if moved := swapped(claim, told, found, sentence):
        return Judgement(moved.relation.reason, (moved,))
    if moved := of_another_sentence(claim, found) or crossed(claim, told, found):
        return Judgement(moved.relation.reason, (moved,))
    if behind := wrong_lead(claim, pool):
        return behind
    judgement = judge(claim.figure, unexplained(claim.figure, found, others, pool), sources)
    if not (judgement and judgement.good) and (votes := summed_votes(claim, pool)):
        return votes
    if judgement and (judgement.places[0].sure or (judgement.good and not is_span(claim.figure))):
        return judgement
    worked_out = before_change(claim, pool) or length_of_dates(claim, pool)
    if worked_out and (worked_out.good or judgement):
        return worked_out
    if judgement and judgement.good:
        return judgement
    follows = derive(claim, pool, [t.figure for t in others])
    firm = judgement and (judgement.sure or judgement.reason is Reason.FIGURE_BOUND)
    if follows and not (firm and not conclusive(claim, follows)):
        return Judgement(follows[0].relation.reason, follows)
    wrong = worked_out or wrong_total(claim, pool) or wrong_step(claim, pool) or judgement
    return wrong if judgement else _elsewhere(claim, sources) or wrong


def _not_with_itself(claim: Claimed, judgement: Judgement | None) -> Judgement | None:
    """Take a fault found with the draft's very sentence for what it is: the source says the same."""
    if judgement is None or judgement.good:
        return judgement
    place = judgement.places[0]
    if place.relation.good:
        return judgement  # another source has something else
    same = next((f for f in place.sentence.figures if f.start == claim.figure.start), None)
    if same is None or place.sentence.text != claim.told.sentence:
        return judgement
    held = place._replace(figure=same, relation=Relation(Reason.FIGURE_MATCH, 1.0))
    return Judgement(Reason.FIGURE_MATCH, (held,))


def _elsewhere(claim: Claimed, sources: Sources) -> Judgement | None:
    """Search once more, for the figure itself: what bears it out may speak of it in other words."""
    second = second_pool(sources, claim)
    if not second.bears_out(claim.figure):
        return None
    found = judge(claim.figure, places(claim, second), sources)
    return found if found and found.good else None


_OF_THE_CLAUSE = 0.3
"""How alike a figure must be that the clause alone finds."""


def _by_clause(claim: Claimed, pool: Pool, sources: Sources) -> Judgement | None:
    """Judge the figure by its own clause, where the whole of a long sentence finds nothing."""
    unit = claim.figure.unit
    if not unit.endswith(" of age") and not any(f.unit == unit for _, f in pool.figures):
        return None
    clause = own_clause(claim)
    found = judge(clause.figure, places(clause, pool), sources) if clause else None
    if found is None or found.places[0].score < _OF_THE_CLAUSE:
        return None
    return found if found.good or counted_alike(claim.figure, found.places[0]) else None


def _settled(
    draft: Draft, sources: Sources, claim: Claim, judgement: Judgement | None, slip: Slip | None
) -> Finding | None:
    """Return the one finding on a figure: what a source says against it, else what the text itself does."""
    if slip and not (judgement and not judgement.good):
        return _slip_finding(draft, claim, slip)
    return finding(claim, judgement, sources) if judgement else None


def _is_elsewhere(claim: Claimed, pool: Pool, sources: Sources) -> bool:
    """Whether the sources have the figure, if not for this."""
    return pool.has(claim.figure) or second_pool(sources, claim).has(claim.figure)


def _slip_finding(draft: Draft, claim: Claim, slip: Slip) -> Finding:
    evidence = [cite(draft.article, f.start, f.end, stance="contradicts") for f in slip.others]
    told = f"The text contradicts itself: {slip.proof}."
    return Finding.of(claim, Reason.FIGURE_ARITHMETIC, evidence=evidence, proof=slip.proof, explanation=told)
