"""Write a brief."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import JSONResponse, Response

from presscheck.models import Brief
from presscheck.vectorstore.search import Filters
from presscheck.web.asked import Chosen, ToBrief
from presscheck.web.brief_page import brief_page
from presscheck.web.routes.check import download
from presscheck.web.served import Here, Served

router = APIRouter(prefix="/api", tags=["brief"])


@router.post("/brief", response_model=Brief)
async def brief(here: Here, asked: ToBrief) -> Response:
    """Write a brief on a topic, or on what is newest; every sentence cites its source."""
    return await here.work(_written, here, asked)


def _written(here: Served, asked: ToBrief) -> Response:
    made = here.desk.brief(
        asked.topic or None,
        style=asked.style,
        words=asked.words,
        since=asked.since,
        only=_only(here, asked.sources),
        counts=False,
    )
    if asked.format == "page":
        return JSONResponse(brief_page(made))
    if asked.format == "html":
        return download(made.to_html(), "text/html", "brief.html")
    if asked.format == "markdown":
        return download(made.to_markdown(), "text/markdown", "brief.md")
    return Response(made.model_dump_json(), media_type="application/json")


def _only(here: Served, chosen: Chosen) -> list[str] | None:
    """Return the ids of the chosen sources; None for all of them."""
    ids = None if chosen.only is None else frozenset(chosen.only)
    filters = Filters(chosen.publisher, chosen.kind, chosen.since, chosen.until, ids=ids)
    if not filters.narrow:
        return None
    return [head.article_id for head in filters.admitted(here.desk.sources())]
