"""The pages of a batch: what needs a person first, and the morning's digest of briefs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from presscheck.chains.batch.ledger import Entry
from presscheck.reasons import Reason
from presscheck.render.html import page
from presscheck.render.markup import Html, join, tag
from presscheck.render.sheet import URGENT
from presscheck.render.words import LABELS, TALLY, counted

BY_CODE = {reason.code: reason for reason in Reason}
SHOWN = 1000
"""Rows of a page at most; `summary.csv` has them all."""


def summary(entries: Iterable[Entry], counts: Mapping[str, int]) -> str:
    """Return the page that sorts the set by what needs a person first."""
    rows = [_row(e) for e in islice(entries, SHOWN)]
    total = counts["done"] + counts["failed"]
    more = tag("p", f"{total - SHOWN} more stand in summary.csv.", class_="quiet") if total > SHOWN else None
    head = tag("tr", *(tag("th", name, scope="col") for name in ("text", "fix", "source", "look", "why")))
    urgent = ", ".join(counted(counts[severity.value], TALLY[severity]) for severity in URGENT)
    line = f"{counts['done']} done, {counts['failed']} failed · {urgent}"
    return _page("Batch", line, tag("table", tag("thead", head), tag("tbody", *rows), class_="set"), more)


def _row(entry: Entry) -> Html:
    line = entry.line
    severity = line.get("severity", {})
    name = str(line.get("title") or entry.origin)
    target = f"items/{entry.key[:2]}/{entry.key}.report.html"
    title = (
        tag("a", name, href=target)
        if entry.state == "done" and "severity" in line
        else Html(tag("span", name))
    )
    where = tag("span", entry.origin, class_="who") if name != entry.origin else None
    numbers = [
        tag("td", str(severity.get(key) or ""), class_=f"{key} value") for key in ("fix", "source", "look")
    ]
    why = line.get("why") or ", ".join(_label(code) for code in line.get("urgent", ()))
    return tag("tr", tag("td", title, where), *numbers, tag("td", str(why), class_="why"))


def _label(code: str) -> str:
    reason = BY_CODE.get(code)
    return LABELS[reason] if reason else code


def briefed(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Yield the entries that have a brief."""
    return (entry for entry in entries if entry.line.get("headline"))


def digest(entries: Iterable[Entry]) -> str:
    """Return the morning's digest: of each item that has a brief its headline, sentences and key figures."""
    told = list(islice(briefed(entries), SHOWN))
    parts = [_brief(e) for e in told]
    return _page(
        "Digest", counted(len(told), "brief"), *(parts or [tag("p", "No brief was made.", class_="clean")])
    )


def _brief(entry: Entry) -> Html:
    line = entry.line
    link = tag("a", str(line["headline"]), href=f"items/{entry.key[:2]}/{entry.key}.brief.html")
    words = line.get("summary")
    more = [tag("li", str(text), dir="auto") for text in line.get("sentences", ())]
    figures = [
        tag("tr", tag("td", str(value), class_="value"), tag("td", str(what), dir="auto"))
        for value, what in line.get("figures", ())
    ]
    return tag(
        "section",
        tag("h2", link, dir="auto"),
        tag("p", str(words), dir="auto") if words else None,
        tag("ul", *more, class_="bullets") if more else None,
        tag("table", tag("tbody", *figures)) if figures else None,
        tag("p", entry.origin, class_="who"),
        class_="told",
    )


def _page(title: str, line: str, *parts: Html | None) -> str:
    head = tag(
        "header", tag("p", "Presscheck", class_="brand"), tag("h1", title), tag("p", line), class_="mast"
    )
    main = tag("main", tag("div", *parts, class_="story wide"), class_="desk")
    return page(f"{title} · Presscheck", join([head, main]), kind="brief batch")
