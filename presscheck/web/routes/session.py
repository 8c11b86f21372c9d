"""The token, given once by the page: a cookie that scripts can't read stands for it from then on."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, Response
from pydantic import Field

from presscheck.web.asked import Asked
from presscheck.web.guard import COOKIE
from presscheck.web.refusals import refusal
from presscheck.web.served import Here

router = APIRouter(prefix="/api", tags=["session"])

DAYS = 30


class Token(Asked):
    """The token that the server was started with."""

    token: Annotated[str, Field(max_length=1000)]


@router.post("/session")
async def session(here: Here, request: Request, given: Token) -> Response:
    """Take the token and remember the browser for 30 days."""
    if not here.rules.admits(given.token):
        return refusal(401, "token", "That is not the token.")
    answer = JSONResponse({"ok": True})
    answer.set_cookie(
        COOKIE,
        here.rules.pass_,
        max_age=DAYS * 86_400,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )
    return answer


@router.delete("/session")
async def leave() -> Response:
    """Forget the browser."""
    answer = JSONResponse({"ok": True})
    answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
    return answer
