"""One item's work, as a worker process does it; what it needs is opened once a process."""

from __future__ import annotations

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from presscheck.chains.brief import make_brief
from presscheck.chains.check import check_article
from presscheck.errors import NothingToCheck, PresscheckError
from presscheck.llm import Model
from presscheck.models import Article, Brief, Report
from presscheck.settings import configured_model
from presscheck.text.people_known import NOBODY, People
from presscheck.vectorstore.library import Library, MemoryLibrary
from presscheck.vectorstore.loaders import as_articles


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
    """What came of an item: the results as JSON text, and its line of `results.jsonl`."""

    ok: bool
    line: dict[str, Any]
    report: str | None = None
    brief: str | None = None


@cache
def library(job: Job) -> Library:
    """Return the sources, opened once a process."""
    if job.against:
        return MemoryLibrary([a for path in job.against for a in as_articles(Path(path), dict(job.fields))])
    from presscheck.vectorstore.store import open_library

    return open_library(job.desk)


@cache
def people(job: Job) -> People:
    """Return whom the desk knows by other names and titles, read once a process."""
    return NOBODY if job.against else People.of_desk(Path(job.desk))


@cache
def model(name: str) -> Model:
    """Return the model, made once a process; its budget is kept there."""
    return configured_model(name)


def work(job: Job, origin: str, article: Article) -> Outcome:
    """Do one item. An error of ours comes out as a failed outcome; so does any other, with its name."""
    try:
        report = _report(job, article) if job.check else None
        brief = _brief(job, article) if job.brief else None
    except PresscheckError as error:
        return Outcome(False, {"origin": origin, "state": "failed", "why": str(error)})
    except Exception as error:  # one bad item never stops the rest
        return Outcome(
            False, {"origin": origin, "state": "failed", "why": f"{type(error).__name__}: {error}"}
        )
    return Outcome(True, _line(origin, article, report, brief), _json(report), _json(brief))


def _report(job: Job, article: Article) -> Report:
    asked = model(job.model) if job.model else None
    return check_article(article, library(job), as_of=job.as_of, model=asked, people=people(job))


def _brief(job: Job, article: Article) -> Brief | None:
    try:
        return make_brief(MemoryLibrary([article]), words=job.words)
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
        line |= {"claims": sum(report.coverage.claims.values())}
    if brief is not None:
        line |= {"headline": brief.headline, "summary": brief.summary.text if brief.summary else None}
    return line
