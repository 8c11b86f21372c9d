"""The command line: `presscheck add, sources, search, check, accept, brief, chat, doctor`.

Results go to stdout, everything else to stderr. Exit codes: 0 done; 1 something fell under `--fail-on` (for `add`: some
went in, some not); 2 could not run; 3 nothing could be checked. Heavy imports stay inside the commands.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from presscheck import __version__
from presscheck.commands import batch, brief, chat, check, desks, evaluate, serve, sources
from presscheck.commands.frame import Against, Group
from presscheck.commands.options import DEFAULT_DESK

app = typer.Typer(
    name="presscheck",
    cls=Group,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"presscheck {__version__}")
        raise typer.Exit


@app.callback()
def presscheck(
    context: typer.Context,
    desk: Annotated[
        Path, typer.Option(envvar="PRESSCHECK_DESK", metavar="DIR", help="The folder of the stored sources.")
    ] = DEFAULT_DESK,
    model: Annotated[
        str | None,
        typer.Option(envvar="PRESSCHECK_MODEL", metavar="NAME", help="A chat model, such as openai:NAME."),
    ] = None,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Check a news text against its sources, item by item, and write briefs in which every sentence is cited."""
    # Both may stand before or after the command: what stands here is the default there.
    shared = {"desk": str(desk), **({"model": model} if model else {})}
    context.default_map = _defaults(context.command, shared)


def _defaults(command: object, shared: dict[str, str]) -> dict[str, Any]:
    """Return the defaults of a group's commands, and of theirs, as click's `default_map`."""
    commands: dict[str, object] = getattr(command, "commands", {})
    return {name: {**shared, **_defaults(each, shared)} for name, each in commands.items()}


app.command(no_args_is_help=True)(sources.add)
app.add_typer(sources.app)
app.command(no_args_is_help=True)(sources.search)
app.command(cls=Against, no_args_is_help=True)(check.check)
app.command(no_args_is_help=True)(check.accept)
app.command()(brief.brief)
app.command()(chat.chat)
app.command(no_args_is_help=True)(batch.batch)
app.command()(sources.doctor)
app.add_typer(desks.app)
app.command()(serve.serve)
app.command()(serve.mcp)
app.add_typer(evaluate.app)


def main() -> None:
    """Run the command line."""
    app(prog_name="presscheck")
