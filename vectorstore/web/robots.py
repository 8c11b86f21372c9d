"""robots.txt (RFC 9309): what a site asks not to be fetched is not fetched, unless the user says so."""

from __future__ import annotations

from urllib.robotparser import RobotFileParser

from presscheck.errors import PresscheckError
from presscheck.vectorstore.web.addresses import parted
from presscheck.vectorstore.web.fetch import AGENT, Limits, fetch


class Robots:
    """The rules of each site, asked for once."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._rules: dict[str, RobotFileParser] = {}

    def allow(self, url: str) -> bool:
        """Tell whether the site lets this address be fetched; a site without rules allows everything.

        Raises `BadRequest` for what is no address.
        """
        parts = parted(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._ask(site)
        return self._rules[site].can_fetch(AGENT, url)

    def _ask(self, site: str) -> RobotFileParser:
        rules = RobotFileParser()
        try:
            data = fetch(f"{site}/robots.txt", self._limits).data or b""
        except PresscheckError:
            data = b""
        rules.parse(data.decode("utf-8", "replace").splitlines())
        return rules
