"""From findings to the report: order, counts, coverage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from presscheck.chains.check.draft import Draft
from presscheck.chains.check.sources import Sources
from presscheck.models import Coverage, Engine, Finding, Report, SourceInfo
from presscheck.reasons import Verdict


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings in the order of the text, one for each claim."""
    by_claim = {f.claim.id: f for f in findings}
    return tuple(sorted(by_claim.values(), key=lambda f: (f.claim.start, f.claim.end, f.claim.kind)))


def counts(findings: Sequence[Finding]) -> dict[str, dict[str, int]]:
    """Count by verdict and by severity."""
    return {
        "verdict": dict(sorted(Counter(f.verdict.value for f in findings).items())),
        "severity": dict(sorted(Counter(f.severity.value for f in findings).items())),
    }


def coverage(draft: Draft, sources: Sources, findings: Sequence[Finding]) -> Coverage:
    """Say what was looked at and what was not checked, and why."""
    unchecked = Counter(f.reason.code for f in findings if f.verdict is Verdict.NOT_CHECKABLE)
    return Coverage(
        sentences=len(draft.sentences),
        claims=dict(sorted(Counter(f.claim.kind for f in findings).items())),
        not_checked=dict(sorted(unchecked.items())),
        sources_searched=len(sources.heads),
        left_out=tuple(sources.known[key].name for key in sources.left_out),
        later=tuple(sources.known[key].name for key in sources.later),
    )


def make_report(
    draft: Draft, sources: Sources, findings: Iterable[Finding], *, support: float | None, engine: Engine
) -> Report:
    """Put the report together."""
    ordered = in_order(findings)
    cited = {e.article_id for f in ordered for e in f.evidence}
    return Report(
        title=draft.article.title,
        text=draft.text,
        text_sha256=draft.article.sha256,
        first_line=draft.article.first_line,
        findings=ordered,
        counts=counts(ordered),
        support=support,
        coverage=coverage(draft, sources, ordered),
        sources=listed(sources, cited),
        engine=engine,
    )


LISTED = 100
"""Sources named in a report although no finding cites them, at most; coverage counts all."""


def listed(sources: Sources, cited: set[str]) -> tuple[SourceInfo, ...]:
    """Return the sources to name: those cited, the others up to a number, the best and latest first; then later ones cited."""
    heads = sorted(
        sources.heads, key=lambda h: (*sources.rank(h.article_id), h.name, h.article_id), reverse=True
    )
    first = [h for h in heads if h.article_id in cited]
    rest = [h for h in heads if h.article_id not in cited]
    since = [sources.known[key] for key in sources.later if key in cited]
    return (*first, *rest[: max(0, LISTED - len(first))], *since)
