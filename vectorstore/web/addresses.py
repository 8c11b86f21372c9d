"""Which addresses may be asked: http and https on the public internet.

A host is resolved once; every address it has must be public, and the connection goes to the address that was checked,
so that a name which later leads elsewhere (DNS rebinding) changes nothing.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable, Sequence
from typing import NamedTuple
from urllib.parse import SplitResult, urlsplit

from presscheck.errors import BadRequest

Resolve = Callable[[str, int], Sequence[str]]
"""Host and port to numeric addresses."""

_TRANSLATED = ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
_TRANSLATING = tuple(ipaddress.IPv6Network(net) for net in _TRANSLATED)
"""Networks of IPv6 in which an IPv4 address is wrapped (NAT64, 6to4, Teredo): what they lead to can't be told."""


class Target(NamedTuple):
    """Where to connect: the checked numeric address, and the names to ask it for."""

    scheme: str
    host: str
    port: int
    path: str
    address: str


def resolve(host: str, port: int) -> list[str]:
    """Return the numeric addresses of a host, as the system knows them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def parted(url: str) -> SplitResult:
    """Return the parts of a URL; raises `BadRequest` where it has none, or a port that is no number."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise BadRequest(f"{url} is no address ({error}).") from error
    return parts


def target(url: str, *, allow_private: bool = False, resolver: Resolve = resolve) -> Target:
    """Return where a URL leads; raises `BadRequest` for what may not be asked."""
    parts = parted(url)
    port = parts.port or (443 if parts.scheme == "https" else 80)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise BadRequest(f"{url} is no http or https address.")
    if parts.username or parts.password:
        raise BadRequest(f"{parts.hostname}: an address with a user name or password is not asked.")
    address = _checked(parts.hostname, port, allow_private, resolver)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, parts.hostname, port, path, address)


def _checked(host: str, port: int, allow_private: bool, resolver: Resolve) -> str:
    try:
        addresses = resolver(host, port)
    except (OSError, UnicodeError) as error:
        raise BadRequest(f"{host} can't be found ({error}).") from error
    if not addresses:
        raise BadRequest(f"{host} can't be found.")
    if not allow_private and any(not is_public(address) for address in addresses):
        raise BadRequest(
            f"{host} leads to a private address.", help="Allow it with --allow-private if it is yours."
        )
    return addresses[0]


def is_public(address: str) -> bool:
    """Tell whether a numeric address is on the public internet: not loopback, private, link-local, metadata, multicast."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in network for network in _TRANSLATING) or ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved and not ip.is_unspecified
