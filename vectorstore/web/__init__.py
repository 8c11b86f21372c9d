"""Articles from the web: addresses that may be asked, fetching within limits, robots.txt, and reading what comes."""

from __future__ import annotations

from presscheck.vectorstore.web.fetch import Fetched, Limits, Validators, fetch
from presscheck.vectorstore.web.pages import read_url

__all__ = ["Fetched", "Limits", "Validators", "fetch", "read_url"]
