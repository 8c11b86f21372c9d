"""What `brief` does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, cast

from presscheck.commands.asking import Asking, asked_model, tell_spending
from presscheck.commands.options import Format
from presscheck.commands.output import printed, progress, spare, write
from presscheck.errors import BadRequest
from presscheck.models import Brief

if TYPE_CHECKING:
    from presscheck.llm import Model

Style = Literal["bullets", "paragraphs", "timeline"]
Since = datetime | Literal["last-run"] | None


def run(
    topic: str | None,
    *,
    against: Sequence[Path],
    since: Since,
    words: int,
    style: str,
    format: Format,
    out: Path | None,
    desk: Path,
    asking: Asking,
) -> None:
    """Write the brief and print it."""
    spare(out, *against)
    model = asked_model(asking)
    try:
        with progress("Reading the sources …"):
            made = _made(topic, against, since, words, cast("Style", style), desk, model)
    finally:
        tell_spending(model)
    write(rendered(made, format, to_file=bool(out)), out)


def _made(
    topic: str | None,
    against: Sequence[Path],
    since: Since,
    words: int,
    style: Style,
    desk: Path,
    model: Model | None,
) -> Brief:
    if not against:
        from presscheck.desk import Desk

        return Desk(desk, model=model).brief(topic, style=style, words=words, since=since)
    if since == "last-run":
        raise BadRequest("--since last-run needs a desk.", help="Give a date, or leave out --against.")
    from presscheck.chains.brief.run import make_brief
    from presscheck.commands.inputs import sources
    from presscheck.vectorstore.library import MemoryLibrary

    library = MemoryLibrary(sources(against, since=since))
    return make_brief(library, topic, style=style, words=words, model=model)


def rendered(brief: Brief, format: Format, *, to_file: bool) -> str:
    """Return the brief in the format asked for."""
    if format is Format.json:
        return brief.model_dump_json(indent=2) + "\n"
    if format is Format.text:
        from presscheck.render import terminal_brief

        return printed(lambda console: terminal_brief.show(brief, console), to_file=to_file)
    if format is Format.sarif:
        raise BadRequest("a brief can't be written as SARIF.", help="Take text, json, markdown or html.")
    return brief.to_html() if format is Format.html else brief.to_markdown()
