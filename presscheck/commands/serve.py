"""`presscheck serve` and `presscheck mcp`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from presscheck.commands.options import DEFAULT_DESK, DeskOption, ModelOption

HostOption = Annotated[
    str,
    typer.Option("--host", metavar="ADDRESS", help="Where to listen; beyond this machine a token is needed."),
]
TokenFileOption = Annotated[
    Path | None,
    typer.Option(
        "--token-file",
        metavar="FILE",
        help="Holds the token that whoever asks must know, 16 characters or more; or PRESSCHECK_TOKEN.",
    ),
]
NamesOption = Annotated[
    list[str] | None,
    typer.Option("--allow-host", metavar="NAME", help="Another name this server goes by; repeatable."),
]


def serve(
    host: HostOption = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="0 takes a free one.")] = 8765,
    token_file: TokenFileOption = None,
    allow_host: NamesOption = None,
    open_page: Annotated[bool, typer.Option("--open", help="Open the page in the browser.")] = False,
    desk: DeskOption = DEFAULT_DESK,
    model: ModelOption = None,
) -> None:
    """Serve the web desk. It is the page, the HTTP API (/docs) and an OpenAI-compatible endpoint (/v1)."""
    from presscheck.commands import serving

    place = serving.Place(host, port, token_file, tuple(allow_host or ()))
    serving.web(place, desk, model, open_page=open_page)


def mcp(
    http: Annotated[
        bool, typer.Option("--http", help="Listen for HTTP at /mcp instead of standard input.")
    ] = False,
    host: HostOption = "127.0.0.1",
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="0 takes a free one.")] = 8766,
    token_file: TokenFileOption = None,
    allow_host: NamesOption = None,
    desk: DeskOption = DEFAULT_DESK,
    model: ModelOption = None,
) -> None:
    """Serve the desk as tools over MCP. Search, check, brief and ask go to other assistants (Model Context Protocol)."""
    from presscheck.commands import serving

    place = serving.Place(host, port, token_file, tuple(allow_host or ())) if http else None
    serving.tools(place, desk, model)
