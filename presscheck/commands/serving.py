"""What `serve` and `mcp` do: see that it is safe to listen there, and listen."""

from __future__ import annotations

import errno
import ipaddress
import os
import socket
import webbrowser
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from presscheck.commands.asking import Asking, asked_model
from presscheck.commands.extras import need
from presscheck.commands.frame import say
from presscheck.errors import BadRequest, PresscheckError

if TYPE_CHECKING:
    from starlette.types import ASGIApp

    from presscheck.desk import Desk
    from presscheck.web.guard import Rules

GRACE = 3
"""Seconds that running answers have to end when the server is stopped."""
SHORTEST_TOKEN = 16
TOKEN = "PRESSCHECK_TOKEN"


@dataclass(frozen=True)
class Place:
    """Where to listen, for whom."""

    host: str
    port: int
    token_file: Path | None = None
    names: tuple[str, ...] = ()

    @property
    def loopback(self) -> bool:
        """Whether only this machine reaches it."""
        if self.host == "localhost":
            return True
        try:
            return ipaddress.ip_address(self.host).is_loopback
        except ValueError:
            return False


def web(place: Place, desk: Path, model: str | None, *, open_page: bool) -> None:
    """Serve the web desk until it is stopped."""
    need("web")
    from presscheck.settings import Settings
    from presscheck.web.app import make_app
    from presscheck.web.served import Served

    served = Served(_desk(desk, model), model=model, rules=rules(place), most_bytes=Settings().max_bytes)

    def listening(url: str) -> None:
        say(
            f"presscheck: the desk is open at {url} (API: {url}docs, OpenAI-compatible: {url}v1). Ctrl-C ends it."
        )
        if open_page:
            webbrowser.open(url)

    _listen(make_app(served), place, listening)


def tools(place: Place | None, desk: Path, model: str | None) -> None:
    """Serve the tools: on standard input and output, or over HTTP where a place is given."""
    need("mcp")
    from presscheck.web.mcp_server import http_app, make_server

    server = make_server(_desk(desk, model))
    if place is None:
        server.run("stdio")
        return
    from presscheck.web.guard import Guard

    _listen(
        Guard(http_app(server), rules(place)),
        place,
        lambda url: say(f"presscheck: MCP at {url}mcp. Ctrl-C ends it."),
    )


def _desk(desk: Path, model: str | None) -> Desk:
    from presscheck.desk import Desk

    return Desk(desk, model=asked_model(Asking(model)))


def rules(place: Place) -> Rules:
    """Return whom to let in. Raises `BadRequest` where others could reach it and there is no token."""
    from presscheck.web.guard import Rules

    token = _token(place.token_file)
    if token is None and not place.loopback:
        help_ = f"Set {TOKEN} to a long secret, or name a file that holds one with --token-file."
        raise BadRequest(f"Listening at {place.host} lets others in, so a token is needed.", help=help_)
    if token is not None and (len(token) < SHORTEST_TOKEN or not token.isascii()):
        raise BadRequest(f"The token must have {SHORTEST_TOKEN} characters or more, letters and digits.")
    names = frozenset(name.lower() for name in ("localhost", place.host, *place.names))
    return Rules(names, anywhere=not place.loopback, token=token)


def _token(file: Path | None) -> str | None:
    if file is None:
        return os.environ.get(TOKEN, "").strip() or None
    try:
        return file.read_text("utf-8").strip()
    except OSError as error:
        raise BadRequest(f"The token file {file} can't be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise BadRequest(f"The token file {file} holds no text.") from None


def _listen(app: ASGIApp, place: Place, listening: Callable[[str], None]) -> None:
    """Serve until it is stopped. Requests are not logged: they hold what people look for."""
    import uvicorn

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=GRACE,
        ws="none",
    )
    with bound(place) as sock:
        listening(address(place.host, sock.getsockname()[1]))
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[sock])


def bound(place: Place) -> socket.socket:
    """Return a socket that listens. Raises `PresscheckError` where that can't be done."""
    family = socket.AF_INET6 if ":" in place.host else socket.AF_INET
    try:
        return socket.create_server((place.host, place.port), family=family, backlog=512)
    except OSError as error:
        taken = error.errno in (errno.EADDRINUSE, errno.EACCES)
        help_ = (
            "Take another with --port; 0 takes a free one." if taken else "Name an address of this machine."
        )
        why = str(error.strerror or error).partition(" (while")[0]
        raise PresscheckError(
            f"{place.host}:{place.port} can't be listened at ({why}).", help=help_
        ) from None


def address(host: str, port: int) -> str:
    """Return the address to open."""
    shown = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(host, f"[{host}]" if ":" in host else host)
    return f"http://{shown}:{port}/"
