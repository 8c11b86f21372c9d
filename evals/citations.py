"""Citation recall and precision as in ALCE (Gao et al. 2023), with the embedded check in place of an NLI model.

A sentence is recalled if all its citations together support it. A citation is precise if it supports the sentence alone,
or if the others no longer do without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from presscheck.chains.check import check_text
from presscheck.models import Article, Evidence, Finding
from presscheck.reasons import Reason, Severity

Cited = tuple[str, Sequence[Evidence]]
"""A sentence and its citations."""
ALARMS = frozenset({Severity.FIX, Severity.SOURCE})
WORD_FOR_WORD = frozenset({Reason.QUOTE_VERBATIM, Reason.QUOTE_ADJUSTED, Reason.QUOTE_SECONDHAND})
_CREDIT = re.compile(r"\s*\([^()]*\)\s*$")
"""The publisher and day with which a brief ends a sentence: no part of what its citation must say."""


def supports(evidence: Sequence[Evidence], sentence: str) -> bool:
    """Tell whether the passages together bear a sentence out: no alarm, and its statement or quotation is found."""
    words = _CREDIT.sub("", sentence)
    findings = check_text(words, [_source(e, number) for number, e in enumerate(evidence)]).findings
    return not any(f.severity in ALARMS for f in findings) and any(_bears_out(f, findings) for f in findings)


def _bears_out(finding: Finding, findings: Sequence[Finding]) -> bool:
    """Tell whether a finding carries the sentence: a supported statement, or words of the speaker they are given to."""
    if finding.reason in WORD_FOR_WORD:
        return all(f.reason is not Reason.SPEAKER_WRONG for f in findings)
    return finding.reason is Reason.STATEMENT_SUPPORTED


def _source(evidence: Evidence, number: int) -> Article:
    """Return a passage as a source of its own, with what is known of the article it stands in."""
    said = f"{evidence.speaker.upper()}: {evidence.text}" if evidence.speaker else evidence.text
    known = evidence.model_dump(include={"title", "publisher", "published", "kind"})
    day = f"{evidence.published:%B %d, %Y}".replace(" 0", " ") if evidence.published else "undated"
    return Article(id=f"{evidence.article_id}-{number}", text=f"{said}\n\n{day}", **known)


def citation_scores(sentences: Iterable[Cited]) -> dict[str, float]:
    """Return the shares `citation recall` (of sentences) and `citation precision` (of citations); {} without sentences."""
    recalled: list[bool] = []
    precise: list[bool] = []
    for sentence, citations in sentences:
        whole = bool(citations) and supports(citations, sentence)
        recalled.append(whole)
        precise += [whole and _needed(citations, n, sentence) for n in range(len(citations))]
    if not recalled:
        return {}
    return {
        "citation recall": sum(recalled) / len(recalled),
        **({"citation precision": sum(precise) / len(precise)} if precise else {}),
    }


def _needed(citations: Sequence[Evidence], number: int, sentence: str) -> bool:
    others = [*citations[:number], *citations[number + 1 :]]
    return not others or supports([citations[number]], sentence) or not supports(others, sentence)
