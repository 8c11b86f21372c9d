"""One item's work, as a worker process does it; what it needs is opened once a process."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from presscheck.chains.batch.spend import ItemAccount, for_item
from presscheck.chains.brief import make_brief
from presscheck.chains.check import check_article
from presscheck.errors import BudgetSpent, NothingToCheck, PresscheckError, UnreadableFile
from presscheck.llm import Model
from presscheck.models import Article, Brief, Report
from presscheck.reasons import Severity
from presscheck.settings import configured_model
from presscheck.text.people_known import NOBODY, People
from presscheck.vectorstore.library import Library, MemoryLibrary
from presscheck.vectorstore.loaders import as_articles
from presscheck.vectorstore.loaders.completing import completed


class Job(NamedTuple):
    """What is done with each item, and against what; small, since it goes to every worker."""

    check: bool
    brief: bool
    against: tuple[str, ...] = ()
    desk: str = "desk"
    as_of: datetime | None = None
    words: int = 150
    model: str | None = None
    fields: tuple[tuple[str, str], ...] = ()


class Outcome(NamedTuple):
    """What came of an item: the results as JSON text, its line of `results.jsonl`, what it cost.

    `unpaid` says that the budget ended before the item was done: it is left for a later run.
    """

    ok: bool
    line: dict[str, Any]
    report: str | None = None
    brief: str | None = None
    tokens: int = 0
    cost: float = 0.0
    unpaid: bool = False


@cache
def library(job: Job) -> Library:
    """Return the sources, opened once a process."""
    if job.against:
        return MemoryLibrary([a for path in job.against for a in as_articles(Path(path), dict(job.fields))])
    from presscheck.vectorstore.store import open_library

    return open_library(job.desk)


def ready(job: Job) -> None:
    """See that there are sources, before every text fails for want of them. Raises `UnreadableFile`, `DeskMissing`."""
    if not job.check:
        return
    for path in job.against:
        if not Path(path).exists():
            raise UnreadableFile(f"{path}: no such file or folder.")
    if not job.against:
        from presscheck.vectorstore.store import open_library

        open_library(job.desk).heads()


@cache
def people(job: Job) -> People:
    """Return whom the desk knows by other names and titles, read once a process."""
    return NOBODY if job.against else People.of_desk(Path(job.desk))


@cache
def own_model(name: str) -> Model:
    """Return the model of a worker on another machine, made once a process."""
    return configured_model(name)


def work(job: Job, origin: str, article: Article, model: Model | None = None) -> Outcome:
    """Do one item. An error of ours comes out as a failed outcome; so does any other, with its name."""
    asked = model or (own_model(job.model) if job.model else None)
    mine, account = for_item(asked) if asked else (None, None)
    try:
        article = completed(article)
        report = _report(job, article, mine) if job.check else None
        brief = _brief(job, article, mine) if job.brief else None
    except BudgetSpent:
        return Outcome(False, {}, unpaid=True)
    except PresscheckError as error:
        return _priced(_failed(origin, str(error)), account)
    except Exception as error:  # one bad item never stops the rest
        return _priced(_failed(origin, f"{type(error).__name__}: {error}"), account)
    line = _line(origin, article, report, brief)
    return _priced(Outcome(True, line, _json(report), _json(brief)), account)


def _failed(origin: str, why: str) -> Outcome:
    return Outcome(False, {"origin": origin, "state": "failed", "why": why})


def _priced(outcome: Outcome, account: ItemAccount | None) -> Outcome:
    """Return the outcome with what it cost; without a result where the budget ended."""
    if account is None:
        return outcome
    if account.refused:
        return Outcome(False, {}, unpaid=True)
    return outcome._replace(tokens=account.spent.tokens, cost=account.spent.cost or 0.0)


def _report(job: Job, article: Article, model: Model | None) -> Report:
    return check_article(article, library(job), as_of=job.as_of, model=model, people=people(job))


def _brief(job: Job, article: Article, model: Model | None) -> Brief | None:
    try:
        return make_brief(MemoryLibrary([article]), words=job.words, model=model)
    except NothingToCheck:
        return None


def _json(result: Report | Brief | None) -> str | None:
    return None if result is None else result.model_dump_json()


def _line(origin: str, article: Article, report: Report | None, brief: Brief | None) -> dict[str, Any]:
    line: dict[str, Any] = {
        "origin": origin,
        "state": "done",
        "title": article.title,
        "sha256": article.sha256,
    }
    if report is not None:
        counts = report.counts
        line |= {"severity": dict(counts.get("severity", {})), "verdict": dict(counts.get("verdict", {}))}
        line |= {"support": report.support, "codes": sorted({f.reason.code for f in report.findings})}
        line |= {"urgent": _urgent(report)}
        line |= {"claims": sum(report.coverage.claims.values())}
    if brief is not None:
        line |= _told(brief)
    return line


def _urgent(report: Report) -> list[str]:
    """Return the codes of what a person must see, the worst first."""
    order = {Severity.FIX: 0, Severity.SOURCE: 1, Severity.LOOK: 2}
    found = sorted((order[f.severity], f.reason.code) for f in report.findings if f.severity in order)
    return list(dict.fromkeys(code for _, code in found))


def _told(brief: Brief) -> dict[str, Any]:
    """Return what a brief adds to the line, as much as the digest shows."""
    return {
        "headline": brief.headline,
        "summary": brief.summary.text if brief.summary else None,
        "sentences": [s.text for s in brief.sentences],
        "figures": [[f.value, f.what] for f in brief.key_figures[:4]],
    }
