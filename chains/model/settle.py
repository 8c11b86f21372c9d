"""Let a model judge the statements that plain code could not settle.

A tangled sentence that is not borne out as a whole is split, and its parts are judged, so that the report can say which
part is missing. How a verdict is merged with what is known is said in `merge`.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from presscheck.chains.check.sources import Sources
from presscheck.chains.model.decompose import Part, decompose, is_tangled
from presscheck.chains.model.excerpts import excerpts
from presscheck.chains.model.fence import addresses_a_model
from presscheck.chains.model.judge import Answer, Outcome, Question, judge
from presscheck.chains.model.merge import merge
from presscheck.errors import ModelError
from presscheck.llm import Model
from presscheck.models import Finding
from presscheck.reasons import Reason

SURE = 0.8
"""A statement supported with this confidence is settled."""


def settle(sources: Sources, findings: Sequence[Finding], model: Model) -> list[Finding]:
    """Return the findings, those that were open judged by the model."""
    open_ones = [f for f in findings if is_open(f) and not addresses_a_model(f.claim.text)]
    outcomes = judge(model, [question(f.claim.text, sources) for f in open_ones])
    merged = [
        merge(f, o, findings, sources, model.name, model.trust)
        for f, o in zip(open_ones, outcomes, strict=True)
    ]
    missing = [f for f, o in zip(merged, outcomes, strict=True) if _may_be_split(f, o)]
    if model.options.split and missing:
        with ThreadPoolExecutor(model.workers) as pool:
            split = dict(pool.map(lambda f: (f.claim.id, _in_parts(f, sources, model)), missing))
        merged = [split.get(f.claim.id, f) for f in merged]
    judged = {f.claim.id: f for f in merged}
    return [judged.get(f.claim.id, f) for f in findings]


def question(claim: str, sources: Sources) -> Question:
    """Return a claim with the sentences of the sources nearest to it."""
    return Question(claim, excerpts(sources, claim))


def is_open(finding: Finding) -> bool:
    """Tell whether plain code left a statement open: not supported, or not surely."""
    if finding.reason is Reason.STATEMENT_SUPPORTED:
        return finding.confidence is not None and finding.confidence < SURE
    return finding.reason is Reason.STATEMENT_UNSUPPORTED


def _may_be_split(finding: Finding, outcome: Outcome) -> bool:
    missing = isinstance(outcome, Answer) and outcome.verdict != "supported"
    return missing and is_tangled(finding.claim.text)


def _in_parts(finding: Finding, sources: Sources, model: Model) -> Finding:
    """Return the finding with a note on its parts; the verdict stays as it is."""
    sentence = finding.claim.text
    try:
        parts = decompose(model, sentence)
    except ModelError:
        return finding
    if len(parts) < 2:
        return finding
    outcomes = judge(model, [question(part.text, sources) for part in parts])
    note = _told(sentence, parts, outcomes)
    return finding.model_copy(update={"explanation": f"{finding.explanation} {note}".strip()})


def _told(sentence: str, parts: Sequence[Part], outcomes: Sequence[Outcome]) -> str:
    """Say which parts were found, in the sentence's own words."""
    found = [isinstance(o, Answer) and o.verdict == "supported" for o in outcomes]
    missing = [f"“{sentence[p.start : p.end]}”" for p, there in zip(parts, found, strict=True) if not there]
    if not missing:
        return f"Each of its {len(parts)} parts by itself was found."
    return f"{sum(found)} of its {len(parts)} parts were found; not: {'; '.join(missing)}."
