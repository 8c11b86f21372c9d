"""What `sources` lists: one line a story, its near-copies below it, other languages than English marked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from presscheck.commands.output import printed, write
from presscheck.desk import Desk
from presscheck.models import SourceInfo
from presscheck.render.safe import one_line
from presscheck.render.terminal_lines import WIDEST, put, wrapped
from presscheck.render.where import source_title
from presscheck.render.words import counted, source_kinds
from presscheck.vectorstore.search import Filters


def listing(desk: Path, asked: Mapping[str, Any], languages: Sequence[str], *, as_json: bool) -> None:
    """List the sources that are asked for."""
    admits = Filters(**asked).admits
    heads = [h for h in Desk(desk).sources() if admits(h) and _speaks(h, languages)]
    if as_json:
        write(json.dumps([h.model_dump(mode="json") for h in heads], ensure_ascii=False, indent=2) + "\n")
        return
    write(printed(lambda console: _list(heads, console), to_file=False))


def _speaks(head: SourceInfo, languages: Sequence[str]) -> bool:
    return not languages or any(
        head.language == code or head.language.startswith(f"{code}-") for code in languages
    )


def stories(heads: Iterable[SourceInfo]) -> list[list[SourceInfo]]:
    """Return the sources story by story, newest first; a story's earliest source comes first, its copies after."""
    found: dict[str, list[SourceInfo]] = {}
    for head in heads:
        found.setdefault(head.story_id or head.article_id, []).append(head)
    told = [sorted(story, key=_when) for story in found.values()]
    dated = [story for story in told if story[0].published is not None]
    return [
        *sorted(dated, key=lambda s: _when(s[0]), reverse=True),
        *(s for s in told if s[0].published is None),
    ]


def _when(head: SourceInfo) -> tuple[str, str]:
    """Return what a story's sources are put in order by: those without a day come last."""
    return (head.published.isoformat() if head.published else "~", head.name)


def _list(heads: Sequence[SourceInfo], console: Console) -> None:
    told = stories(heads)
    for first, *copies in told:
        _line(first, console, "")
        for copy in copies:
            _line(copy, console, "copy: ")
    if not heads:
        put(console, [Text("no sources", "bold")])
        return
    copied = f"; {counted(len(told), 'story')}, near-copies below the first" if len(told) < len(heads) else ""
    put(console, [Text(f"{counted(len(heads), 'source')}: {source_kinds(heads)}{copied}", "bold")])
    if foreign := sum(not _english(head) for head in heads):
        put(console, [Text(f"{foreign} not in English: stored, but the checks do not read them", "bold")])


def _line(head: SourceInfo, console: Console, sign: str) -> None:
    date = head.published.date().isoformat() if head.published else ""
    about = " · ".join(p for p in (source_title(head), head.publisher, _file(head)) if p)
    marked = "" if _english(head) else f" [{head.language}]"
    line = Text.assemble(
        (head.article_id[:8], "dim"),
        f"  {date:10}  {head.kind:10}  ",
        (sign, "dim"),
        one_line(about),
        (marked, "bold"),
    )
    put(console, wrapped(line, min(console.width, WIDEST), 0, 34))


def _english(head: SourceInfo) -> bool:
    return head.language.startswith("en")


def _file(head: SourceInfo) -> str | None:
    return head.name if head.name != source_title(head) else None
