"""The page's own files, each as it lies in the package; they hold nothing of the desk's."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import Response

router = APIRouter(include_in_schema=False)

TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
FAMILY = ("presscheck.render", "page.css")
"""The look that the sheet and the brief have too."""


class File(NamedTuple):
    """A file's bytes, type and tag."""

    data: bytes
    type: str
    tag: str


@router.get("/")
async def index(request: Request) -> Response:
    """Return the page."""
    return _sent(request, "index.html")


@router.get("/docs")
async def docs(request: Request) -> Response:
    """Return the page that tells of the routes."""
    return _sent(request, "docs.html")


@router.get("/static/{name}")
async def static(request: Request, name: str) -> Response:
    """Return a style sheet or a module of the page."""
    return _sent(request, name)


def _sent(request: Request, name: str) -> Response:
    file = _files().get(name)
    if file is None:
        raise HTTPException(404, "There is no such file.")
    headers = {"ETag": file.tag, "Cache-Control": "no-cache"}
    if request.headers.get("if-none-match") == file.tag:
        return Response(status_code=304, headers=headers)
    return Response(file.data, media_type=file.type, headers=headers)


@cache
def _files() -> dict[str, File]:
    """Return all files there are: a name from a request is looked up here and is never a path."""
    package, style = FAMILY
    found = {style: (files(package) / style).read_bytes()}
    found |= {f.name: f.read_bytes() for f in files("presscheck.web.page").iterdir() if f.is_file()}
    kinds = (
        (name, data, next((t for s, t in TYPES.items() if name.endswith(s)), None))
        for name, data in found.items()
    )
    return {name: File(data, type_, _tag(data)) for name, data, type_ in kinds if type_}


def _tag(data: bytes) -> str:
    return f'"{hashlib.sha256(data).hexdigest()[:20]}"'
