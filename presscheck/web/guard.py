"""Who may ask: requests of the desk's own page, and programs that know the token where there is one.

Four things are looked at before a request reaches a route: the Host header (a page elsewhere can point its own name at
this machine: DNS rebinding), the Origin and Sec-Fetch-Site headers (other sites' pages may not ask at all, so nothing can
be forged across sites), the token, and the size of the body. Every response carries a policy that lets the page load
and run its own files only.
"""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from presscheck.web.refusals import refusal

COOKIE = "presscheck"
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
        "require-trusted-types-for 'script'; trusted-types 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


@dataclass(frozen=True)
class Rules:
    """Whom to let in: the names this server goes by, and the token (None: whoever reaches it).

    `anywhere` is set where it listens beyond this machine; it then goes by any bare IP address too, which no other
    site's name can be pointed at.
    """

    names: frozenset[str] = frozenset({"localhost"})
    anywhere: bool = False
    token: str | None = None

    def knows(self, host: str) -> bool:
        """Tell whether a Host header names this server."""
        name = _name(host)
        if name in self.names:
            return True
        try:
            address = ipaddress.ip_address(name)
        except ValueError:
            return False
        return self.anywhere or address.is_loopback

    def admits(self, token: str) -> bool:
        """Tell whether this is the token."""
        return self.token is None or hmac.compare_digest(token.encode(), self.token.encode())

    @property
    def pass_(self) -> str:
        """What a browser shows in place of the token once it was given; the token can't be told from it."""
        return hmac.new((self.token or "").encode(), b"presscheck page", hashlib.sha256).hexdigest()


class Guard:
    """Turns away what may not ask, and puts the page's policy on every response.

    `public` are paths that need no token, `linked` pages without any content to which other sites may have links;
    `most_bytes` is the largest body that is taken.
    """

    def __init__(
        self,
        app: ASGIApp,
        rules: Rules,
        *,
        public: frozenset[str] = frozenset(),
        linked: frozenset[str] = frozenset(),
        most_bytes: int | None = None,
    ) -> None:
        self.app, self.rules, self.public, self.linked = app, rules, public, linked
        self.most_bytes = most_bytes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or hand it on."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            return  # there are no web sockets here
        turned_away = self._refused(scope["path"], Headers(scope=scope))
        await (turned_away or self.app)(scope, receive, _with_headers(send))

    def _refused(self, path: str, headers: Headers) -> Response | None:
        host = headers.get("host", "")
        if not self.rules.knows(host):
            return refusal(
                421, "host", "This server does not go by that name.", "Start it with --allow-host NAME."
            )
        if path not in self.linked and not _same_origin(headers, host):
            return refusal(403, "origin", "Pages of other sites may not ask here.")
        if not self._open(path) and not self._known(headers):
            return refusal(
                401, "token", "The token is missing or wrong.", "Send it as Authorization: Bearer TOKEN."
            )
        told = headers.get("content-length", "")
        if self.most_bytes is not None and told.isdecimal() and int(told) > self.most_bytes:
            return refusal(413, "size", f"The body has {told} bytes; {self.most_bytes} are taken at most.")
        return None

    def _open(self, path: str) -> bool:
        """Tell whether a path needs no token: the page's own files hold nothing of the desk's."""
        return self.rules.token is None or path in self.public or path.startswith("/static/")

    def _known(self, headers: Headers) -> bool:
        scheme, _, token = headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer":
            return self.rules.admits(token.strip())
        return hmac.compare_digest(_cookie(headers.get("cookie", "")), self.rules.pass_)


def _same_origin(headers: Headers, host: str) -> bool:
    """Tell whether a request is the page's own or no page's at all (programs send neither header)."""
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc.lower() == host.lower()


def _name(host: str) -> str:
    """Return the name in a Host header, without the port and an IPv6 address's brackets."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _cookie(header: str) -> str:
    try:
        found = SimpleCookie(header).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found and found.value.isascii() else ""


def _with_headers(send: Send) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sent
