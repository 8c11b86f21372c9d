"""Whether a golden row holds. Rows of your own run in pytest with one import, `failures, rows_in` (see docs/evaluation.md)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from fnmatch import fnmatchcase
from typing import TYPE_CHECKING, Any

from presscheck.chains.check import check_text
from presscheck.evals.judged import Judged
from presscheck.evals.rows import CheckRow, ExpectedFinding, ModelCase, ReadingRow, Row, load_rows, rows_in
from presscheck.models import Finding
from presscheck.reasons import Severity
from presscheck.text.dates import find_dates
from presscheck.text.figures import find_figures
from presscheck.text.mentions import Mention
from presscheck.text.names import find_names
from presscheck.text.quotes import find_quotes
from presscheck.text.sentences import split_sentences
from presscheck.text.words import normalise

if TYPE_CHECKING:
    from presscheck.llm import Model

__all__ = ["failures", "judge", "load_rows", "rows_in"]

ALARMS = frozenset({Severity.FIX, Severity.SOURCE})
EDGES = " \t\n\"'.,;:!?()[]…"


def failures(row: Row) -> list[str]:
    """Return what is wrong with what came out for a row, a line each; none if the row holds."""
    return list(judge(row).wrong)


def judge(row: Row, model: Model | None = None) -> Judged:
    """Run a row and say what came out and what is wrong with it; a check may ask a model."""
    return _judge_reading(row) if isinstance(row, ReadingRow) else _judge_check(row, model)


# Check rows


def _judge_check(row: CheckRow, model: Model | None) -> Judged:
    articles = row.articles
    asked = _model(row.model) if row.model else model
    findings = check_text(row.draft, articles, as_of=row.as_of, model=asked).findings
    return Judged(
        id=row.id,
        text=row.text,
        sources=tuple(article.text for article in articles),
        expected=(
            *(_told(item) for item in row.expect),
            *(f"not {_told(item)}" for item in row.absent),
            *(() if row.loud else ("no further alarm",)),
        ),
        came_out=tuple(f"{_shown(f)}: {f.explanation}" for f in findings),
        wrong=tuple(check_failures(row, findings, [article.id for article in articles])),
    )


def check_failures(row: CheckRow, findings: Sequence[Finding], ids: Sequence[str]) -> list[str]:
    """Compare the findings with what is expected; `ids` are those of the sources."""
    met = [(item, [f for f in findings if meets(f, item, ids)]) for item in row.expect]
    return [
        *(f"missing: {_told(item)}" for item, hits in met if not hits),
        *(f"must not be: {_shown(f)}" for item in row.absent for f in findings if meets(f, item, ids)),
        *([] if row.loud else _unasked(findings, [f for _, hits in met for f in hits])),
    ]


def _model(case: ModelCase) -> Model:
    """Return a model that is not there, or that may cost nothing: either way no call is answered."""
    from presscheck.llm import Model, ModelOptions
    from presscheck.spending import Account

    nowhere = ModelOptions(base_url="http://127.0.0.1:9/v1", api_key="none", retries=0, seconds=2)
    return Model(
        "openai:none", options=nowhere, account=Account(max_tokens=0 if case == "no budget" else None)
    )


def _unasked(findings: Sequence[Finding], asked: Sequence[Finding]) -> list[str]:
    return [
        f"alarm nobody asked for: {_shown(f)}" for f in findings if f.severity in ALARMS and f not in asked
    ]


def meets(finding: Finding, item: ExpectedFinding, source_ids: Sequence[str]) -> bool:
    """Tell whether a finding fits every key that the item gives."""
    first = finding.evidence[0] if finding.evidence else None
    return (
        item.kind in (None, finding.claim.kind)
        and (item.text is None or overlaps(item.text, finding.claim.text))
        and (item.reason is None or fnmatchcase(finding.reason.code, item.reason))
        and item.verdict in (None, finding.verdict.value)
        and item.severity in (None, finding.severity.value)
        and (item.expected is None or overlaps(item.expected, finding.expected or ""))
        and (item.speaker is None or (first is not None and overlaps(item.speaker, first.speaker or "")))
        and (item.source is None or any(e.article_id == source_ids[item.source] for e in finding.evidence))
    )


def overlaps(a: str, b: str) -> bool:
    """Tell whether one text contains the other, quotation marks, case and end punctuation aside."""
    left, right = (normalise(t).strip(EDGES) for t in (a, b))
    return bool(left) and bool(right) and (left in right or right in left)


def _told(item: ExpectedFinding) -> str:
    return ", ".join(f"{k}={v!r}" for k, v in item.model_dump(exclude_none=True).items())


def _shown(finding: Finding) -> str:
    return f"{finding.reason.code} on {finding.claim.text!r}"


# Reading rows

READERS: dict[str, Callable[[str, datetime | None], Sequence[Mention]]] = {
    "figures": lambda text, _: find_figures(text),
    "dates": find_dates,
    "quotes": lambda text, _: find_quotes(text),
    "names": lambda text, _: find_names(text),
    "sentences": lambda text, _: split_sentences(text),
}


def _judge_reading(row: ReadingRow) -> Judged:
    mentions = READERS[row.read](row.text, row.published)
    return Judged(
        id=row.id,
        text=row.text,
        expected=(*(str(dict(e)) for e in row.expect), *(f"not {dict(e)}" for e in row.absent)),
        came_out=tuple(str(m.model_dump(mode="json", exclude_defaults=True)) for m in mentions),
        wrong=tuple(reading_failures(row, mentions)),
    )


def reading_failures(row: ReadingRow, mentions: Sequence[Mention]) -> list[str]:
    """Compare what was read in the row's text with what is expected."""
    told = [f"{m.text!r}" for m in mentions]
    wrong = [
        *(f"missing: {dict(e)} among {told}" for e in row.expect if not any(_fits(m, e) for m in mentions)),
        *(f"must not be read: {m.text!r}" for m in mentions for e in row.absent if _fits(m, e)),
        *(f"span of {m.text!r} does not hold" for m in mentions if row.text[m.start : m.end] != m.text),
    ]
    if not row.partial and len(mentions) != len(row.expect):
        wrong.append(f"{len(mentions)} read, {len(row.expect)} expected: {told}")
    return wrong


def _fits(mention: Mention, expected: Mapping[str, Any]) -> bool:
    found = mention.model_dump(mode="json")
    return all(_alike(found.get(key), value) for key, value in expected.items())


def _alike(found: object, value: object) -> bool:
    if isinstance(found, (int, float)) and isinstance(value, (int, float)) and not isinstance(value, bool):
        return abs(found - value) <= 1e-6 * max(1.0, abs(value))
    return found == value
