"""Check a text; and a report as the sheet that the page shows."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from presscheck.models import Article, Report
from presscheck.web.asked import ToCheck
from presscheck.web.served import Here, Served
from presscheck.web.sheet import sheet_of

router = APIRouter(prefix="/api", tags=["check"])


@router.post("/check", response_model=Report)
async def check(here: Here, asked: ToCheck) -> Response:
    """Check a text against the stored sources, or those chosen; `format` gives the report, or a page of it."""
    return await here.work(_checked, here, asked)


def _checked(here: Served, asked: ToCheck) -> Response:
    known = asked.model_dump(include={"text", "title", "published"}, exclude_none=True)
    report = here.desk.check(Article.model_validate(known), as_of=asked.as_of, **asked.sources.filters)
    if asked.format == "sheet":
        return JSONResponse(sheet_of(report))
    if asked.format == "html":
        return download(report.to_html(), "text/html", "check.html")
    if asked.format == "markdown":
        return download(report.to_markdown(), "text/markdown", "check.md")
    return Response(report.model_dump_json(), media_type="application/json")


def download(text: str, type_: str, name: str) -> Response:
    """Return a text to be saved, not shown: a page made of it has a policy of its own."""
    data = text.encode("utf-8", "replace")
    return Response(data, media_type=type_, headers={"Content-Disposition": f'attachment; filename="{name}"'})


@router.post("/sheet", include_in_schema=False)
async def sheet(here: Here, report: Report) -> dict[str, Any]:
    """Return a report as the sheet that the page shows."""
    return await here.work(sheet_of, report)
