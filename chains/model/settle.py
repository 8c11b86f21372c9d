"""Let a model judge the statements that plain code could not settle, and merge what comes with what is known.

What plain code found wrong stays wrong: a model's other opinion is shown beside it. A verdict whose words do not stand in
the evidence does not count. Without an answer the finding is not checkable, never a pass.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.sources import Sources
from presscheck.chains.model.excerpts import excerpts
from presscheck.chains.model.judge import Answer, Outcome, Question, judge
from presscheck.errors import BudgetSpent, ClaimTooLong, ModelError
from presscheck.llm import Model
from presscheck.models import Evidence, Finding, Stance
from presscheck.reasons import Reason, Severity

SURE = 0.8
"""A statement supported with this confidence is settled."""
LOGIT = {"supported": 1.2, "contradicted": -1.2, "not_found": -0.5}
"""What a verified verdict adds to the log-odds of support; small, since small models are often wrong."""


def settle(draft: Draft, sources: Sources, findings: Sequence[Finding], model: Model) -> list[Finding]:
    """Return the findings, those that were open judged by the model."""
    open_ones = [f for f in findings if is_open(f)]
    outcomes = judge(model, [Question(f.claim.text, excerpts(sources, f.claim.text)) for f in open_ones])
    judged = {
        f.claim.id: merge(f, o, findings, sources, model.name)
        for f, o in zip(open_ones, outcomes, strict=True)
    }
    return [judged.get(f.claim.id, f) for f in findings]


def is_open(finding: Finding) -> bool:
    """Tell whether plain code left a statement open: not supported, or not surely."""
    if finding.reason is Reason.STATEMENT_SUPPORTED:
        return finding.confidence is not None and finding.confidence < SURE
    return finding.reason is Reason.STATEMENT_UNSUPPORTED


def merge(
    finding: Finding, outcome: Outcome, findings: Sequence[Finding], sources: Sources, name: str
) -> Finding:
    """Return the finding with what the model made of it."""
    if isinstance(outcome, ModelError):
        return Finding.of(
            finding.claim, _why_not(outcome), confidence=finding.confidence, explanation=str(outcome)
        )
    if outcome is None:
        note = f"{name} gave no verdict whose words stand in the sources."
        return _noted(finding, note)
    if outcome.verdict == "supported":
        return _supported(finding, outcome, findings, sources, name)
    if outcome.verdict == "contradicted":
        return _doubted(finding, outcome, sources, name)
    return _noted(finding, f"{name} does not find it either.", outcome)


def _why_not(error: ModelError) -> Reason:
    told = {BudgetSpent: Reason.CHECK_BUDGET, ClaimTooLong: Reason.CHECK_TOO_LONG}
    return told.get(type(error), Reason.CHECK_NO_MODEL)


def _supported(
    finding: Finding, answer: Answer, findings: Sequence[Finding], sources: Sources, name: str
) -> Finding:
    wrong = [
        f for f in findings if f.severity in (Severity.FIX, Severity.SOURCE) and _same_sentence(f, finding)
    ]
    if wrong:
        return _noted(finding, f"{name} finds it in the sources, but {wrong[0].reason.code} stands.")
    return Finding.of(
        finding.claim,
        Reason.STATEMENT_SUPPORTED,
        evidence=_evidence(answer, sources, "supports"),
        confidence=_moved(finding.confidence, answer),
        explanation=f"{name}: {answer.reason or 'the source says it.'}",
    )


def _doubted(finding: Finding, answer: Answer, sources: Sources, name: str) -> Finding:
    """Return the finding for a person to look at: a contradiction that only a model sees is no alarm."""
    return Finding.of(
        finding.claim,
        Reason.STATEMENT_UNSUPPORTED,
        severity=Severity.LOOK,
        evidence=_evidence(answer, sources, "contradicts"),
        confidence=_moved(finding.confidence, answer),
        explanation=f"{name} reads the source otherwise: {answer.reason}",
    )


def _noted(finding: Finding, note: str, answer: Answer | None = None) -> Finding:
    moved = finding.confidence if answer is None else _moved(finding.confidence, answer)
    return finding.model_copy(
        update={"explanation": f"{finding.explanation} {note}".strip(), "confidence": moved}
    )


def _same_sentence(a: Finding, b: Finding) -> bool:
    return a.claim.sentence_start < b.claim.sentence_end and b.claim.sentence_start < a.claim.sentence_end


def _evidence(answer: Answer, sources: Sources, stance: Stance) -> list[Evidence]:
    passage = answer.passage
    if passage is None:
        return []
    place = sources.evidence(
        passage.article_id, answer.start, answer.end, stance=stance, speaker=passage.speaker
    )
    return [place]


def _moved(confidence: float | None, answer: Answer) -> float | None:
    """Return the confidence moved by a verified verdict."""
    if confidence is None:
        return None
    return moved(confidence, answer.verdict)


def moved(confidence: float, verdict: str) -> float:
    """Return a probability moved by a verified verdict, in log-odds."""
    return probability(log_odds(confidence) + LOGIT[verdict])


def overall(support: float | None, before: Sequence[Finding], after: Sequence[Finding]) -> float | None:
    """Return the support of the whole text, moved as its statements were moved on average."""
    pairs = [
        (log_odds(a.confidence), log_odds(b.confidence))
        for a, b in zip(before, after, strict=True)
        if a.confidence is not None and b.confidence is not None
    ]
    if support is None or not pairs:
        return support
    return probability(log_odds(support) + sum(b - a for a, b in pairs) / len(pairs))


def log_odds(p: float) -> float:
    """Return the log-odds of a probability, kept finite."""
    inside = min(0.999, max(0.001, p))
    return math.log(inside / (1 - inside))


def probability(logit: float) -> float:
    """Return the probability of log-odds."""
    return round(1 / (1 + math.exp(-logit)), 4)
