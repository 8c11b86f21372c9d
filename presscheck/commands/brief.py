"""`presscheck brief`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from presscheck.commands.options import (
    DEFAULT_DESK,
    DeskOption,
    MaxCostOption,
    MaxTokensOption,
    ModelOption,
    OutOption,
    PriceInOption,
    PriceOutOption,
    chosen,
    moment,
    some_path,
)
from presscheck.commands.options import Format as AnyFormat
from presscheck.given import FEWEST_WORDS


class Style(StrEnum):
    """How a brief is laid out."""

    bullets = "bullets"
    paragraphs = "paragraphs"
    timeline = "timeline"


class Format(StrEnum):
    """How a brief is written."""

    text = "text"
    json = "json"
    markdown = "markdown"
    html = "html"


def brief(
    topic: Annotated[
        str | None, typer.Argument(metavar="[TOPIC]", help="What it is about; the newest unless given.")
    ] = None,
    against: Annotated[
        list[Path] | None,
        typer.Option(
            "--against",
            metavar="PATH",
            parser=some_path,
            help="Sources in place of a desk: a file or folder; repeatable.",
        ),
    ] = None,
    since: Annotated[
        str | None,
        typer.Option(metavar="DATE|last-run", help="Only what was added (of files: published) since."),
    ] = None,
    words: Annotated[int, typer.Option(metavar="N", min=FEWEST_WORDS, help="How long it may be.")] = 150,
    style: Annotated[Style, typer.Option(help="How it is laid out.")] = Style.bullets,
    format: Annotated[Format | None, typer.Option(help="How to print it.", show_default="text")] = None,
    out: OutOption = None,
    desk: DeskOption = DEFAULT_DESK,
    model: ModelOption = None,
    max_tokens: MaxTokensOption = None,
    max_cost: MaxCostOption = None,
    price_in: PriceInOption = None,
    price_out: PriceOutOption = None,
) -> None:
    """Write a brief; every sentence cites its source.

    Exit codes: 0 done; 2 could not run; 3 the sources hold nothing on it, or nothing new.
    """
    from presscheck.commands import briefing
    from presscheck.commands.asking import Asking

    briefing.run(
        topic,
        against=tuple(against or ()),
        since="last-run" if since == "last-run" else moment(since, "--since"),
        words=words,
        style=style.value,
        format=chosen(AnyFormat(format.value) if format else None, out),
        out=out,
        desk=desk,
        asking=Asking(model, max_tokens, max_cost, price_in, price_out),
    )
