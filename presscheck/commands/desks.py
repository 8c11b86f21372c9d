"""`presscheck desk`: a whole desk moved, tidied, or kept on a Chroma server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from presscheck.commands.options import DEFAULT_DESK, DeskOption, WaitOption

FileArgument = Annotated[Path, typer.Argument(metavar="FILE", help="The archive, such as desk.zip.")]
WithoutOption = Annotated[
    bool,
    typer.Option(
        "--without-versions",
        help="Drop the superseded versions of articles, to which older reports may point.",
    ),
]

app = typer.Typer(
    name="desk",
    help="Export, import or compact a desk, or keep it on a server.",
    no_args_is_help=True,
)


@app.command(no_args_is_help=True)
def export(
    file: FileArgument,
    without_versions: WithoutOption = False,
    wait: WaitOption = None,
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """Write the desk to one file: every article with what is known of it."""
    from presscheck.commands import moving

    moving.export(file, desk, wait, keep_versions=not without_versions)


@app.command("import", no_args_is_help=True)
def import_(file: FileArgument, wait: WaitOption = None, desk: DeskOption = DEFAULT_DESK) -> None:
    """Store what an archive holds, in a new desk or one that has articles already.

    Exit codes: 0 all went in; 1 some did not; 2 none did.
    """
    from presscheck.commands import moving

    raise typer.Exit(moving.import_(file, desk, wait))


@app.command()
def compact(
    without_versions: WithoutOption = False, wait: WaitOption = None, desk: DeskOption = DEFAULT_DESK
) -> None:
    """Write the desk's files anew: what was removed is gone from all of them."""
    from presscheck.commands import moving

    moving.compact(desk, wait, keep_versions=not without_versions)


@app.command(no_args_is_help=True)
def connect(
    url: Annotated[str, typer.Argument(metavar="URL", help="The server and the desk's name on it.")],
    wait: WaitOption = None,
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """Keep the desk on a Chroma server: `presscheck desk connect http://chroma.example:8000#newsroom`.

    Its token is read from PRESSCHECK_CHROMA_TOKEN. Every machine connects a folder of its own, once.
    """
    from presscheck.commands import moving

    moving.connect(url, desk, wait)
