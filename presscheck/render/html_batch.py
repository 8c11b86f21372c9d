"""The pages of a batch: what needs a person first, and the morning's digest of briefs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import islice

from presscheck.chains.batch.ledger import Entry
from presscheck.render.html import page
from presscheck.render.markup import Html, join, tag

SHOWN = 1000
"""Rows of a page at most; `summary.csv` has them all."""


def summary(entries: Iterable[Entry], counts: Mapping[str, int]) -> str:
    """Return the page that sorts the set by what needs a person first."""
    rows = [_row(e) for e in islice(entries, SHOWN)]
    total = counts["done"] + counts["failed"]
    more = tag("p", f"{total - SHOWN} more stand in summary.csv.", class_="quiet") if total > SHOWN else None
    head = tag("tr", *(tag("th", name, scope="col") for name in ("text", "fix", "source", "look", "why")))
    line = f"{counts['done']} done, {counts['failed']} failed · {counts['fix']} to fix, {counts['source']} need a source"
    return _page("Batch", line, tag("table", tag("thead", head), tag("tbody", *rows)), more)


def _row(entry: Entry) -> Html:
    line = entry.line
    severity = line.get("severity", {})
    name = str(line.get("title") or entry.origin)
    target = f"items/{entry.key[:2]}/{entry.key}.report.json"
    title = (
        tag("a", name, href=target)
        if entry.state == "done" and "severity" in line
        else Html(tag("span", name))
    )
    where = tag("span", entry.origin, class_="who") if name != entry.origin else None
    numbers = [
        tag("td", str(severity.get(key) or ""), class_=f"{key} value") for key in ("fix", "source", "look")
    ]
    why = line.get("why") or ", ".join(
        c for c in line.get("codes", ()) if not c.endswith((".match", ".supported"))
    )
    return tag("tr", tag("td", title, where), *numbers, tag("td", str(why), class_="who"))


def digest(entries: Iterable[Entry]) -> str:
    """Return the morning's digest: headline and summary of each item that has a brief."""
    told = list(islice((e for e in entries if e.line.get("headline")), SHOWN))
    parts = [_brief(e) for e in told]
    return _page(
        "Digest", f"{len(told)} briefs", *(parts or [tag("p", "No brief was made.", class_="clean")])
    )


def _brief(entry: Entry) -> Html:
    link = tag("a", str(entry.line["headline"]), href=f"items/{entry.key[:2]}/{entry.key}.brief.json")
    words = entry.line.get("summary")
    return tag(
        "section",
        tag("h3", link),
        tag("p", str(words)) if words else None,
        tag("p", entry.origin, class_="who"),
    )


def _page(title: str, line: str, *parts: Html | None) -> str:
    head = tag(
        "header", tag("p", "Presscheck", class_="brand"), tag("h1", title), tag("p", line), class_="mast"
    )
    main = tag("main", tag("div", *parts, class_="story wide"), class_="desk")
    return page(f"{title} · Presscheck", join([head, main]), kind="brief batch")
