"""Run all checks over a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from presscheck import __version__
from presscheck.chains.check.checkable import barrier
from presscheck.chains.check.dates import check as dates
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.figures import check as figures
from presscheck.chains.check.names import check as names
from presscheck.chains.check.quotes import check as quotes
from presscheck.chains.check.reading import ReadLibrary, as_given, as_read
from presscheck.chains.check.report import make_report
from presscheck.chains.check.sources import Sources
from presscheck.chains.check.statements import check as statements
from presscheck.chains.check.support.score import support
from presscheck.given import given_moment
from presscheck.models import Article, Engine, Finding, Report
from presscheck.reasons import Reason, Severity, Verdict
from presscheck.text.people_known import NOBODY, People
from presscheck.vectorstore.library import Library, MemoryLibrary
from presscheck.vectorstore.loaders import as_article, as_articles, several

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

    from presscheck.llm import Model

Check = Callable[[Draft, Sources, Sequence[Finding]], Iterable[Finding]]
"""A check takes the draft, the sources that may vouch for it, and the findings of the checks before it."""

CHECKS: tuple[Check, ...] = (quotes.check, figures.check, dates.check, names.check, statements.check)


def check_text(
    text: str | Path | Article,
    sources: str | Path | Article | Iterable[str | Path | Article],
    *,
    as_of: date | None = None,
    checks: Sequence[Check] = CHECKS,
    model: str | BaseChatModel | Model | None = None,
    people: Path | People = NOBODY,
) -> Report:
    """Check a text against sources given by hand, in memory: no desk; no model and no network unless one is given.

    A `str` is always text, a `Path` always a file (or, among the sources, a folder). `as_of` is the day the text
    speaks from; its own date unless given. `model` is a chat model or its name, as for a `Desk`. `people` is a
    `people.toml`: other names of people, titles with dates.
    Raises `UnreadableFile` for what can't be read, `BadRequest` for what is no text, source, moment or model.
    """
    known = People.load(people) if isinstance(people, Path) else people
    library = MemoryLibrary([article for source in several(sources) for article in as_articles(source)])
    moment = given_moment(as_of, "as_of")
    asked = None if model is None else _asked(model)
    return check_article(as_article(text), library, as_of=moment, checks=checks, model=asked, people=known)


def _asked(model: str | BaseChatModel | Model) -> Model | None:
    from presscheck.settings import as_model  # a tenth of a second to import

    return as_model(model)


def check_article(
    article: Article,
    library: Library,
    *,
    as_of: datetime | None = None,
    checks: Sequence[Check] = CHECKS,
    model: Model | None = None,
    people: People = NOBODY,
) -> Report:
    """Check an article against a library of sources; `people` are those whose other names and titles are known."""
    report = _check(Draft(as_read(article), as_of, people), ReadLibrary(library), checks, model)
    return as_given(report, article, library)


def _check(draft: Draft, library: Library, checks: Sequence[Check], model: Model | None) -> Report:
    sources = Sources(library, draft)
    engine = _engine(draft, model)
    barred = barrier(draft, sources)
    if barred:
        return make_report(draft, sources, barred, support=None, engine=engine)
    findings = run(draft, sources, checks)
    if sources.later:
        findings = seen_since(findings, run(draft, Sources(library, draft, since=True), checks))
    score = support(draft, sources, findings)
    if model is not None:
        from presscheck.chains.model.merge import overall
        from presscheck.chains.model.settle import settle

        settled = settle(sources, findings, model)
        findings, score = settled, overall(score, findings, settled)
    return make_report(draft, sources, findings, support=score, engine=engine)


def _engine(draft: Draft, model: Model | None) -> Engine:
    settings = {"as_of": draft.as_of.isoformat()} if draft.as_of else {}
    if draft.people.persons:
        settings["people"] = draft.people.digest
    if model is None:
        return Engine(version=__version__, settings=settings)
    from presscheck.prompts import load

    settings["temperature"] = str(model.options.temperature)
    used = ("judge", "decompose") if model.options.split else ("judge",)
    settings["claims_at_once"] = str(model.options.claims_at_once)
    settings["trust"] = str(model.trust)
    return Engine(
        version=__version__,
        model=model.name,
        settings=settings,
        prompts={name: load(name).hash for name in used},
    )


def run(draft: Draft, sources: Sources, checks: Sequence[Check]) -> list[Finding]:
    """Run the checks one after the other; each sees what those before it found."""
    findings: list[Finding] = []
    for check in checks:
        findings += list(check(draft, sources, tuple(findings)))
    return [told_once(f, findings) for f in findings]


TOLD_BY = {"statement": ("figure", "quote", "attribution", "date", "name"), "name": ("attribution",)}
"""Checks whose alarm in a sentence already tells what these would tell again; see `told_once`."""


def told_once(finding: Finding, findings: Sequence[Finding]) -> Finding:
    """Take the alarm from a statement or name where a nearer check already calls for a fix in its sentence."""
    nearer = TOLD_BY.get(finding.claim.kind, ())
    if finding.severity is not Severity.FIX or not any(_tells(o, finding, nearer) for o in findings):
        return finding
    quiet = Reason.NAME_NOT_FOUND if finding.claim.kind == "name" else Reason.STATEMENT_UNSUPPORTED
    return Finding.of(finding.claim, quiet, confidence=finding.confidence, evidence=finding.evidence)


def _tells(other: Finding, finding: Finding, nearer: Sequence[str]) -> bool:
    at, here = other.claim, finding.claim
    inside = at.sentence_start < here.sentence_end and here.sentence_start < at.sentence_end
    return at.kind in nearer and other.severity is Severity.FIX and inside


def seen_since(findings: Sequence[Finding], since: Sequence[Finding]) -> list[Finding]:
    """Let later sources vouch for what none before could; they make nothing wrong.

    A quotation that they give to somebody else is not vouched for.
    """
    others = {_where(f) for f in since if f.claim.kind == "attribution" and f.verdict is Verdict.CONTRADICTED}
    vouched = {
        f.claim.id: f
        for f in since
        if f.verdict is Verdict.SUPPORTED and not (f.claim.kind == "quote" and _where(f) in others)
    }
    return list(_with_later(findings, vouched))


def _where(finding: Finding) -> tuple[int, int]:
    return finding.claim.start, finding.claim.end


def _with_later(findings: Sequence[Finding], vouched: dict[str, Finding]) -> Iterator[Finding]:
    for finding in findings:
        later = vouched.get(finding.claim.id)
        if finding.verdict is not Verdict.NOT_FOUND or later is None:
            yield finding
        else:
            yield later.model_copy(update={"explanation": f"{later.explanation} (published since then)"})
