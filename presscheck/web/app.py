"""The app: the routes, behind the guard."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from anyio import create_task_group
from fastapi import FastAPI
from starlette.types import ASGIApp

from presscheck import __version__
from presscheck.errors import PresscheckError
from presscheck.web import refusals
from presscheck.web.guard import Guard
from presscheck.web.routes import brief, chat, check, completions, doctor, page, search, session, sources
from presscheck.web.served import Served

OPEN = frozenset({"/", "/docs", "/favicon.ico", "/api/session"})
"""Paths that need no token."""
PAGES = frozenset({"/", "/docs"})
"""Pages that hold nothing of the desk's, to which a link may lead from anywhere."""
ABOUT = (
    "The command line's verbs over HTTP. Errors have the shape `{error: {message, type, code}}`. "
    "Where the server was started with a token, send it as `Authorization: Bearer TOKEN`."
)


def make_app(served: Served) -> ASGIApp:
    """Return the app that serves a desk."""

    @asynccontextmanager
    async def warmed(_: FastAPI) -> AsyncIterator[None]:
        async with create_task_group() as tasks:
            tasks.start_soon(served.run, _search_once, served)
            yield

    app = FastAPI(
        lifespan=warmed,
        title="Presscheck",
        version=__version__,
        description=ABOUT,
        docs_url=None,  # FastAPI's own page loads its scripts from elsewhere
        redoc_url=None,
        max_body_size=served.most_bytes,
    )
    app.state.served = served
    refusals.install(app)
    for route in (sources, search, check, brief, chat, doctor, session, completions, page):
        app.include_router(route.router)
    return Guard(app, served.rules, public=OPEN, linked=PAGES, most_bytes=served.most_bytes)


def _search_once(served: Served) -> None:
    """Search for anything, so that the first who asks need not wait for the embeddings to be loaded."""
    with suppress(PresscheckError):
        served.desk.search("news", k=1)
