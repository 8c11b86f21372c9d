"""Fetch one address within limits of size, time and redirects; each hop is checked anew."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urljoin

import urllib3
from urllib3.exceptions import HTTPError

from presscheck import __version__
from presscheck.errors import UnreadableFile
from presscheck.vectorstore.web.addresses import Resolve, Target, resolve, target

AGENT = f"Presscheck/{__version__}"
REDIRECTS = frozenset({301, 302, 303, 307, 308})
READABLE = (
    "text/",
    "application/xhtml+xml",
    "application/xml",
    "application/rss+xml",
    "application/atom+xml",
    "application/feed+json",
    "application/json",
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
)
CHUNK = 1 << 16


@dataclass(frozen=True)
class Limits:
    """What a fetch may cost: bytes (unpacked), seconds in all, seconds of silence, redirects; and where it may go."""

    size: int = 20_000_000
    seconds: float = 30.0
    silence: float = 10.0
    redirects: int = 5
    allow_private: bool = False
    resolver: Resolve = field(default=resolve, compare=False)


class Validators(NamedTuple):
    """What a server said of the version we have, so that it need not be sent again."""

    etag: str | None = None
    modified: str | None = None

    def headers(self) -> dict[str, str]:
        """Return the headers of a conditional request."""
        pairs = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in pairs.items() if value}


class Fetched(NamedTuple):
    """What came: the final address, its type in lower case without parameters, the bytes; None where nothing is new."""

    url: str
    type: str
    charset: str | None
    data: bytes | None
    validators: Validators


def fetch(url: str, limits: Limits | None = None, *, known: Validators | None = None) -> Fetched:
    """Fetch an address. Raises `BadRequest` for one that may not be asked, `UnreadableFile` for one that fails."""
    limits = limits or Limits()
    deadline = time.monotonic() + limits.seconds
    for _ in range(limits.redirects + 1):
        where = target(url, allow_private=limits.allow_private, resolver=limits.resolver)
        response = _ask(where, url, known or Validators(), limits, deadline)
        try:
            if response.status not in REDIRECTS:
                return _received(url, response, limits, deadline)
            url = urljoin(url, response.headers.get("Location", ""))
        finally:
            response.close()
    raise UnreadableFile(f"{url} redirects more than {limits.redirects} times.")


def _ask(
    where: Target, url: str, known: Validators, limits: Limits, deadline: float
) -> urllib3.BaseHTTPResponse:
    """Send the request to the checked address under the host's own name."""
    silence = max(0.1, min(limits.silence, deadline - time.monotonic()))
    timeout = urllib3.Timeout(connect=silence, read=silence)
    pool: urllib3.HTTPConnectionPool
    if where.scheme == "https":
        pool = urllib3.HTTPSConnectionPool(
            where.address, where.port, timeout=timeout, server_hostname=where.host, assert_hostname=where.host
        )
    else:
        pool = urllib3.HTTPConnectionPool(where.address, where.port, timeout=timeout)
    headers = {
        "Host": _host_header(where),
        "User-Agent": AGENT,
        "Accept-Encoding": "gzip, deflate",
        **known.headers(),
    }
    try:
        return pool.urlopen(
            "GET",
            where.path,
            headers=headers,
            redirect=False,
            retries=False,
            preload_content=False,
            decode_content=True,
        )
    except (HTTPError, UnicodeError, ValueError) as error:
        raise UnreadableFile(f"{url} does not answer ({_short(error)}).") from error


def _host_header(where: Target) -> str:
    name = f"[{where.host}]" if ":" in where.host else where.host
    usual = {"http": 80, "https": 443}[where.scheme]
    return name if where.port == usual else f"{name}:{where.port}"


def _received(url: str, response: urllib3.BaseHTTPResponse, limits: Limits, deadline: float) -> Fetched:
    headers: Mapping[str, str] = response.headers
    kind, _, parameters = headers.get("Content-Type", "text/html").partition(";")
    validators = Validators(headers.get("ETag"), headers.get("Last-Modified"))
    charset = parameters.partition("charset=")[2].strip(" \"'") or None
    made = Fetched(url, kind.strip().lower(), charset, None, validators)
    if response.status == 304:
        return made
    if response.status != 200:
        raise UnreadableFile(f"{url} answers {response.status}.")
    if not made.type.startswith(READABLE):
        raise UnreadableFile(f"{url} is {made.type}, which is not read.")
    return made._replace(data=b"".join(_body(url, response, limits, deadline)))


def _body(url: str, response: urllib3.BaseHTTPResponse, limits: Limits, deadline: float) -> Iterator[bytes]:
    size = 0
    try:
        while chunk := response.read1(CHUNK, decode_content=True):
            size += len(chunk)
            if size > limits.size:
                raise UnreadableFile(f"{url} is larger than {limits.size / 1e6:.0f} MB.")
            if time.monotonic() > deadline:
                raise UnreadableFile(f"{url} takes longer than {limits.seconds:.0f} s.")
            yield chunk
    except (HTTPError, OSError) as error:
        raise UnreadableFile(f"{url} breaks off ({_short(error)}).") from error


def _short(error: Exception) -> str:
    return type(error).__name__.removesuffix("Error")
