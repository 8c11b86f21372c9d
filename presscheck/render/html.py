"""One self-contained HTML page for a report or a brief: no external request, no script needed, nothing unescaped.

The page's policy (CSP) allows its own style and script by their hashes and nothing else.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from string import Template

from presscheck import __version__
from presscheck.models import Brief, Report
from presscheck.render.markup import Html, text
from presscheck.render.sheet import Sheet


def report(report: Report, *, name: str | None = None, aside: Mapping[str, str] = {}) -> str:
    """Return the check sheet as one page."""
    from presscheck.render.html_sheet import body

    sheet = Sheet(report, name=name, aside=aside)
    return page(f"{sheet.report.title or sheet.name} · Presscheck", body(sheet), kind="report")


def brief(brief: Brief) -> str:
    """Return the brief as one page."""
    from presscheck.render.html_brief import body

    return page(f"{brief.headline} · Presscheck", body(brief), kind="brief")


def page(title: str, body: Html, *, kind: str) -> str:
    """Put a page together from its title and body."""
    style, script = _part("page.css"), _part("page.js")
    shell = Template(_part("page.html"))
    return shell.substitute(
        policy=policy(style, script),
        version=__version__,
        title=text(title),
        style=style,
        kind=kind,
        body=body,
        script=script,
    )


def policy(style: str, script: str) -> str:
    """Return the content security policy: this style, this script, nothing from elsewhere."""
    allowed = f"style-src '{_hash(style)}'; script-src '{_hash(script)}'; img-src data:"
    return f"default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'"


def _hash(source: str) -> str:
    return f"sha256-{b64encode(hashlib.sha256(source.encode()).digest()).decode()}"


@cache
def _part(name: str) -> str:
    return (files("presscheck.render") / name).read_text("utf-8").strip()
