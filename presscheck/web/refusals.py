"""Errors as responses: one shape for all, the one that OpenAI's clients read, with a status that fits."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, Response

from presscheck import errors
from presscheck.errors import PresscheckError

STATUS: Sequence[tuple[type[PresscheckError], int]] = (
    (errors.BadRequest, 400),
    (errors.InputError, 422),
    (errors.NothingToCheck, 422),
    (errors.DeskMissing, 409),
    (errors.DeskLocked, 503),
    (errors.DeskUnwritable, 507),
    (errors.ModelError, 502),
)
FAULT = "This is a fault of Presscheck; the server's log tells more."
ADD_FIRST = "Add sources first."

log = logging.getLogger("presscheck.web")


def refusal(
    status: int, code: str, message: str, help: str = "", kind: str = "invalid_request_error"
) -> Response:
    """Return a response that says what is wrong and what to do."""
    headers = (
        {"WWW-Authenticate": "Bearer"} if status == 401 else {"Retry-After": "2"} if status == 503 else None
    )
    return JSONResponse(body(code, message, help, kind), status, headers)


def body(code: str, message: str, help: str = "", kind: str = "invalid_request_error") -> dict[str, Any]:
    """Return the body of an error."""
    told = f"{message} {help}".strip()
    return {"error": {"message": told, "type": kind, "code": code, "param": None}}


def told(error: Exception) -> tuple[int, dict[str, Any]]:
    """Return the status and body that belong to an error; what is no error of ours says nothing of the inside."""
    if isinstance(error, PresscheckError):
        status = next((status for kind, status in STATUS if isinstance(error, kind)), 500)
        plain = error.args[0] if error.args else ""
        help_ = ADD_FIRST if isinstance(error, errors.DeskMissing) else error.help
        return status, body(
            type(error).__name__, str(plain), help_, "invalid_request_error" if status < 500 else "api_error"
        )
    log.error("a request failed", exc_info=error)
    return 500, body("fault", FAULT, kind="api_error")


def install(app: FastAPI) -> None:
    """Make the app answer errors in this shape."""
    app.add_exception_handler(PresscheckError, _known)
    app.add_exception_handler(Exception, _known)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _invalid)


async def _known(_: Request, error: Exception) -> Response:
    status, content = told(error)
    return JSONResponse(content, status, {"Retry-After": "2"} if status == 503 else None)


async def _http(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    return refusal(error.status_code, "http", str(error.detail))


async def _invalid(_: Request, error: Exception) -> Response:
    """Name the fields that are wrong, never what they held."""
    assert isinstance(error, RequestValidationError)
    if any(each["loc"] == ("body",) or each["type"] == "json_invalid" for each in error.errors()):
        help_ = "Send one, with the header Content-Type: application/json."
        return refusal(422, "invalid", "The body is no JSON object.", help_)
    places = [(".".join(map(str, each["loc"])), each["msg"]) for each in error.errors()[:5]]
    return refusal(422, "invalid", "; ".join(f"{place}: {why}" for place, why in places))
