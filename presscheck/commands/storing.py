"""What `sources show`, `export` and `remove`, `search` and `doctor` do."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from presscheck.commands.frame import say
from presscheck.commands.output import printed, progress, write
from presscheck.desk import Desk
from presscheck.errors import BadRequest
from presscheck.models import Article, Evidence, SourceInfo
from presscheck.models.base import storable
from presscheck.render.compare import in_place
from presscheck.render.safe import one_line, shorten, visible
from presscheck.render.terminal_lines import WIDEST, put, wrapped
from presscheck.render.where import where
from presscheck.render.words import capital
from presscheck.vectorstore.search import Filters

_HASH = re.compile("[0-9a-f]{64}")
DERIVED = {"sha256", "story_id", "added", "first_line", "times"}
"""Fields that storing an article gives it, or that only its own file bears out."""


def find(desk: Desk, ident: str) -> SourceInfo:
    """Return the one source meant by an id, the beginning of one, or a file's name. Raises `BadRequest`."""
    if not ident.strip():
        raise BadRequest("the id or name is empty.", help="`presscheck sources` lists them.")
    heads, ident = desk.sources(), storable(ident)
    exact = [h for h in heads if ident in (h.article_id, h.name, h.origin, h.url)]
    matches = exact or [h for h in heads if h.article_id.startswith(ident)]
    if len(matches) != 1:
        why = "no source" if not matches else f"{len(matches)} sources"
        raise BadRequest(f"{why} with the id or name {ident!r}.", help="`presscheck sources` lists them.")
    return matches[0]


def show(ident: str, desk: Path, *, as_json: bool) -> None:
    """Show a source."""
    opened = Desk(desk)
    article = (
        opened.version(ident) if _HASH.fullmatch(ident) else opened.article(find(opened, ident).article_id)
    )
    write(article.model_dump_json(indent=2) + "\n" if as_json else _shown(article))


def _shown(article: Article) -> str:
    known = {
        key: value
        for key, value in article.model_dump(mode="json", exclude={"text", "times"}).items()
        if value is not None
    }
    head = "".join(
        f"{capital(key.replace('_', ' '))}: {one_line(str(value))}\n" for key, value in known.items()
    )
    return f"{head}\n{visible(article.text).rstrip()}\n"


def export(idents: Sequence[str], asked: Mapping[str, Any], desk: Path) -> None:
    """Print the sources that are named, or all that the filters let through, one JSON object a line."""
    opened = Desk(desk)
    named = [find(opened, ident) for ident in idents] or opened.sources()
    admits = Filters(**asked).admits
    for head in named:
        if admits(head):
            known = opened.article(head.article_id).model_dump(
                mode="json", exclude=DERIVED, exclude_defaults=True
            )
            write(json.dumps(known, ensure_ascii=False) + "\n")


def remove(
    idents: Sequence[str], asked: Mapping[str, Any], desk: Path, wait: float | None, *, compact: bool
) -> None:
    """Remove sources; none is removed if one of those named is not there."""
    opened = Desk(desk, wait=60.0 if wait is None else wait)
    names = {head.article_id: head.name for head in opened.sources()}
    gone = opened.remove(*(find(opened, ident).article_id for ident in idents), **asked)
    for article_id in gone:
        say(f"removed {article_id[:8]} {names[article_id]}")
    if not gone:
        say("presscheck: no source is removed")
    if compact:
        opened.compact()


def search(query: str, number: int, asked: Mapping[str, Any], desk: Path, *, as_json: bool) -> None:
    """Search, and print the passages with their places."""
    with progress("Searching …"):
        found = Desk(desk).search(query, k=number, **asked)
    if as_json:
        write(json.dumps([e.model_dump(mode="json") for e in found], ensure_ascii=False, indent=2) + "\n")
        return
    write(printed(lambda console: _hits(found, console), to_file=False))


def _hits(found: Sequence[Evidence], console: Console) -> None:
    room = min(console.width, WIDEST)
    for number, evidence in enumerate(found, 1):
        words = shorten(in_place(evidence).hit, 4 * room)
        put(console, wrapped(Text.assemble((f"{number:2}  ", "bold"), words), room, 0, 4))
        put(console, wrapped(Text(" · ".join(where(evidence)), "dim"), room, 4, 6))
    if not found:
        say("presscheck: nothing found")


def doctor(
    desk: Path, model: str | None, *, repair: bool, graph: bool, wait: float | None, as_json: bool
) -> int:
    """Look the desk over; return 0 if all is well."""
    from presscheck.vectorstore.doctor import examine

    with progress("Looking …"):
        found = examine(desk, model=model, repair=repair, graph=graph, wait=60.0 if wait is None else wait)
    write(found.model_dump_json(indent=2) + "\n" if as_json else f"{found}\n")
    return 0 if found.healthy else 1
