"""`presscheck chat`."""

from __future__ import annotations

from typing import Annotated

import typer

from presscheck.commands.options import DEFAULT_DESK, DeskOption, ModelOption


def chat(
    thread: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Go on with a stored thread, or begin one; kept in the desk."),
    ] = None,
    once: Annotated[
        str | None, typer.Option(metavar="QUESTION", help="Ask this, print the reply and end.")
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print replies as JSON, one a line.")] = False,
    desk: DeskOption = DEFAULT_DESK,
    model: ModelOption = None,
) -> None:
    """Ask the stored sources; every answer cites them.

    Questions come from the terminal, or a line each from standard input. Type / for what else can be done.
    """
    from presscheck.commands import chatting

    chatting.run(thread=thread, once=once, as_json=json, desk=desk, model=model)
