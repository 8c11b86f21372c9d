"""A Chroma server in place of the Chroma on disk: its address, its token, what its collections are called."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from presscheck.errors import BadRequest, DeskUnreachable

if TYPE_CHECKING:
    from chromadb.api import ClientAPI

TOKEN = "PRESSCHECK_CHROMA_TOKEN"
NAME = "presscheck"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{1,60}[A-Za-z0-9]")
NAMED_SO = "Take 3 to 62 letters, digits, - and _, a letter or digit first and last."


class Server(NamedTuple):
    """`url` is the address without the name of the desk, `name` what the desk's collections are called after."""

    url: str
    name: str

    def __str__(self) -> str:
        return f"{self.url}#{self.name}"


def server_at(address: str) -> Server:
    """Read an address such as `http://chroma.example:8000#newsroom`; without a name it is "presscheck". Raises `BadRequest`."""
    wanted = "Give one as http://HOST:8000#NAME."
    try:
        parts = urlsplit(address.strip())
        _ = parts.port
    except ValueError as error:
        raise BadRequest(f"{address!r} is no address ({error}).", help=wanted) from error
    name = parts.fragment or NAME
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadRequest(f"{address!r} is no address of a Chroma server.", help=wanted)
    if not _NAME.fullmatch(name):
        raise BadRequest(f"{name!r} can't be a desk's name on a server.", help=NAMED_SO)
    if parts.username or parts.password or parts.query:
        raise BadRequest("An address holds no password.", help=f"Set the token as {TOKEN}.")
    return Server(f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}", name)


def connected(server: Server) -> ClientAPI:
    """Return a client of the server, which is asked once. Raises `DeskUnreachable`."""
    import chromadb
    from chromadb.config import Settings

    parts = urlsplit(server.url)
    secure = parts.scheme == "https"
    try:
        return chromadb.HttpClient(
            host=server.url if parts.path else str(parts.hostname),
            port=parts.port or (443 if secure else 8000),
            ssl=secure,
            headers=_headers(),
            settings=Settings(anonymized_telemetry=False),
        )
    except Exception as error:
        raise unreachable(server, error) from error


def _headers() -> dict[str, str]:
    token = os.environ.get(TOKEN, "")
    return {"Authorization": f"Bearer {token}", "X-Chroma-Token": token} if token else {}


def unreachable(where: object, error: Exception) -> DeskUnreachable:
    """Return the error that says that a server can't be reached or refuses, and why."""
    words = " ".join(str(error).split())[:160]
    if any(code in words for code in ("401", "403", "Unauthorized", "Forbidden")):
        return DeskUnreachable(
            f"The Chroma server ({where}) refuses ({words}).", help=f"Set its token as {TOKEN}."
        )
    return DeskUnreachable(f"The Chroma server ({where}) can't be reached ({words}).")
