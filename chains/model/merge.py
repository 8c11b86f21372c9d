"""How a model's verdict and plain code's are merged: plain code is never turned around, both are shown where they differ.

* What plain code found wrong in a sentence stays wrong, and keeps the sentence from being passed.
* What plain code found carried stays carried; a model that reads the source otherwise brings it before a person.
* What plain code left open passes only where the model shows its words in a source and plain code is not far from passing it.
* Without an answer the finding is not checkable, never a pass.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from presscheck.chains.check.sources import Sources
from presscheck.chains.check.statements.check import CARRIED
from presscheck.chains.model.judge import Answer, Outcome
from presscheck.errors import BudgetSpent, ModelError, TooLong
from presscheck.models import Evidence, Finding, Stance
from presscheck.reasons import Reason, Severity, Verdict

LOGIT = {"supported": 0.3, "contradicted": -0.6, "not_found": -0.6}
"""What a verified verdict adds to the log-odds of support, times the trust in the model.

Chosen by `scripts/simulate_models.py` on 600 rows of WiCE, SummEdits and FRANK, so that a model that is no better than a
coin does little harm (balanced accuracy 76.3 alone, 73.0 with a coin; 62.9 if it moved four times as much) and a good one
helps (84.6 with one that passes 95 % of what is true and 25 % of what is not).
"""


def merge(
    finding: Finding,
    outcome: Outcome,
    findings: Sequence[Finding],
    sources: Sources,
    name: str,
    trust: float = 1.0,
) -> Finding:
    """Return an open finding with what the model `name` made of it; `trust` is how much its verdict moves."""
    if isinstance(outcome, ModelError):
        return Finding.of(
            finding.claim, _why_not(outcome), confidence=finding.confidence, explanation=str(outcome)
        )
    if outcome is None:
        return _noted(finding, f"{name} gave no verdict whose words stand in the sources.")
    held = finding.model_copy(update={"confidence": _moved(finding.confidence, outcome, trust)})
    if outcome.verdict == "supported":
        return _supported(held, outcome, findings, sources, name)
    if outcome.verdict == "contradicted":
        return _doubted(held, outcome, sources, name)
    return _noted(held, f"{name} does not find it either." if _open(held) else f"{name} does not find it.")


def _why_not(error: ModelError) -> Reason:
    told = {BudgetSpent: Reason.CHECK_BUDGET, TooLong: Reason.CHECK_TOO_LONG}
    return told.get(type(error), Reason.CHECK_NO_MODEL)


def _supported(
    finding: Finding, answer: Answer, findings: Sequence[Finding], sources: Sources, name: str
) -> Finding:
    wrong = [f for f in findings if _is_wrong(f) and _same_sentence(f, finding)]
    if wrong:
        return _noted(finding, f"{name} finds it in the sources, but {wrong[0].reason.code} stands.")
    if finding.confidence is not None and finding.confidence < CARRIED:
        found = _noted(finding, f"{name} finds it here; too few of its words agree to pass it.")
        return found.model_copy(update={"evidence": _evidence(answer, sources, "nearest")})
    return Finding.of(
        finding.claim,
        Reason.STATEMENT_SUPPORTED,
        evidence=_evidence(answer, sources, "supports"),
        confidence=finding.confidence,
        explanation=f"{name} finds it in the source.",
    )


def _doubted(finding: Finding, answer: Answer, sources: Sources, name: str) -> Finding:
    """Return the finding for a person to look at: a contradiction that only a model sees is no alarm."""
    told = f"{name} reads the source otherwise{': ' if answer.reason else ''}{answer.reason}."
    shown = _evidence(answer, sources, "contradicts")
    kept = finding.evidence if finding.verdict is Verdict.SUPPORTED else ()
    return finding.model_copy(
        update={
            "severity": Severity.LOOK,
            "evidence": (*kept, *shown),
            "explanation": f"{finding.explanation} {told}".strip(),
        }
    )


def _noted(finding: Finding, note: str) -> Finding:
    return finding.model_copy(update={"explanation": f"{finding.explanation} {note}".strip()})


def _open(finding: Finding) -> bool:
    return finding.reason is Reason.STATEMENT_UNSUPPORTED


def _is_wrong(finding: Finding) -> bool:
    alarming = finding.severity in (Severity.FIX, Severity.SOURCE)
    return alarming or finding.verdict in (Verdict.CONTRADICTED, Verdict.CONFLICTING)


def _same_sentence(a: Finding, b: Finding) -> bool:
    return a.claim.sentence_start < b.claim.sentence_end and b.claim.sentence_start < a.claim.sentence_end


def _evidence(answer: Answer, sources: Sources, stance: Stance) -> tuple[Evidence, ...]:
    passage = answer.passage
    if passage is None:
        return ()
    place = sources.evidence(
        passage.article_id, answer.start, answer.end, stance=stance, speaker=passage.speaker
    )
    return (place,)


def _moved(confidence: float | None, answer: Answer, trust: float) -> float | None:
    return None if confidence is None else moved(confidence, answer.verdict, trust)


def moved(confidence: float, verdict: str, trust: float = 1.0) -> float:
    """Return a probability moved by a verified verdict, in log-odds."""
    return probability(log_odds(confidence) + trust * LOGIT[verdict])


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
