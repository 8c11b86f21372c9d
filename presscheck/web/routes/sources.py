"""What is stored: list, read, add (a file's bytes, a text, an address), remove."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from pydantic import BaseModel

from presscheck import __version__
from presscheck.errors import BadRequest, DeskMissing
from presscheck.models import AddReport, Article, ArticleKind, Failure, SourceInfo
from presscheck.vectorstore.search import Filters
from presscheck.web.asked import NewAddress, NewText
from presscheck.web.served import Here, Served
from presscheck.web.uploads import read_one, read_upload

router = APIRouter(prefix="/api", tags=["sources"])

FileName = Annotated[str, Query(max_length=500, description="The file's name; its suffix tells the type.")]


class State(BaseModel):
    """What the page asks now and then: `generation` moves on with every write, by this process or another."""

    version: str
    desk: str
    generation: int
    sources: int
    model: str | None


@router.get("/state")
async def state(here: Here) -> State:
    """Tell what is served, and how often its sources have changed."""
    return await here.run(_state, here)


def _state(here: Served) -> State:
    desk = here.desk
    return State(
        version=__version__,
        desk=desk.path.resolve().name,
        generation=desk.generation,
        sources=len(_heads(here)),
        model=here.model,
    )


@router.get("/sources")
async def sources(
    here: Here,
    publisher: Annotated[list[str] | None, Query()] = None,
    kind: Annotated[list[ArticleKind] | None, Query()] = None,
    since: datetime | None = None,
    until: datetime | None = None,
) -> list[SourceInfo]:
    """List the stored sources, the newest first."""
    admits = Filters(tuple(publisher or ()), tuple(kind or ()), since, until).admits
    heads = await here.run(_heads, here)
    return sorted((h for h in heads if admits(h)), key=_newest, reverse=True)


def _heads(here: Served) -> Sequence[SourceInfo]:
    """Return what is stored; an empty desk, or none as yet, holds nothing."""
    try:
        return here.desk.sources()
    except DeskMissing:
        return ()


def _newest(head: SourceInfo) -> tuple[str, str]:
    return (head.published.isoformat() if head.published else "", head.name)


@router.get("/sources/{article_id:path}")
async def source(here: Here, article_id: str, sha256: str | None = None) -> Article:
    """Return a source with its text; with `sha256` as it was when something cited it."""
    return await here.run(_source, here, article_id, sha256)


def _source(here: Served, article_id: str, sha256: str | None) -> Article:
    try:
        article = here.desk.article(article_id)
    except BadRequest:
        if sha256 is None:
            raise
        return here.desk.version(sha256)
    return article if sha256 in (None, article.sha256) else here.desk.version(str(sha256))


@router.delete("/sources/{article_id:path}")
async def remove(here: Here, article_id: str) -> dict[str, Any]:
    """Remove a source; the file it came from is left alone."""
    return {"removed": await here.write(here.desk.remove, article_id)}


@router.post("/sources/text")
async def add_text(here: Here, given: NewText) -> AddReport:
    """Store a text that was pasted."""
    return await here.write(here.desk.add, Article.model_validate(given.model_dump(exclude_none=True)))


@router.post("/sources/address")
async def add_address(here: Here, given: NewAddress) -> AddReport:
    """Fetch and store an address; this machine and private networks are not asked."""
    return await here.write(here.desk.add, given.url)


@router.post("/sources/file", openapi_extra={"requestBody": {"content": {"application/octet-stream": {}}}})
async def add_file(here: Here, request: Request, name: FileName) -> AddReport:
    """Store a file: its bytes are the body."""
    data = await request.body()
    return await here.write(_add_file, here, data, name)


@router.post("/read", openapi_extra={"requestBody": {"content": {"application/octet-stream": {}}}})
async def read(here: Here, request: Request, name: FileName) -> Article:
    """Read a file and give its text back, without storing it: a draft to check."""
    data = await request.body()
    return await here.work(read_one, data, name)


def _add_file(here: Served, data: bytes, name: str) -> AddReport:
    found = list(read_upload(data, name))
    articles = [item for item in found if isinstance(item, Article)]
    failed = tuple(item for item in found if isinstance(item, Failure))
    done = here.desk.add(*articles) if articles else AddReport()
    return done.model_copy(update={"failed": (*done.failed, *failed)})
