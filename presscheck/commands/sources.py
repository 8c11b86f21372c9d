"""`presscheck add`, `sources`, `search`, `doctor`: what is stored."""

from __future__ import annotations

from typing import Annotated

import typer

from presscheck.commands.options import (
    DEFAULT_DESK,
    DeskOption,
    Kind,
    KindOption,
    ModelOption,
    PublisherOption,
    SinceOption,
    moment,
)

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
IdArgument = Annotated[
    str, typer.Argument(metavar="ID", help="The source's id, or its beginning, or its file's name.")
]

app = typer.Typer(
    name="sources", help="List, show and remove the stored sources.", invoke_without_command=True
)


def add(
    given: Annotated[
        list[str], typer.Argument(metavar="PATH|URL...", help="Files, folders and web addresses.")
    ],
    wait: Annotated[
        float | None,
        typer.Option(metavar="SECONDS", help="How long to wait for another writer; 60 unless given."),
    ] = None,
    json: JsonOption = False,
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """Store sources. What is there already is left alone; a changed file replaces its older version.

    Exit codes: 0 all went in; 1 some did not; 2 none did.
    """
    from presscheck.commands import storing

    raise typer.Exit(storing.add(given, desk, wait=wait, as_json=json))


@app.callback()
def sources(
    context: typer.Context, json: JsonOption = False, desk: DeskOption = DEFAULT_DESK,
) -> None:  # fmt: skip
    """List, show and remove the stored sources."""
    if context.invoked_subcommand is None:
        from presscheck.commands import storing

        storing.listing(desk, as_json=json)


@app.command("list")
def list_(
    json: JsonOption = False,
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """List the stored sources."""
    from presscheck.commands import storing

    storing.listing(desk, as_json=json)


@app.command()
def show(
    ident: IdArgument,
    json: JsonOption = False,
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """Show a source: what is known of it, and its text."""
    from presscheck.commands import storing

    storing.show(ident, desk, as_json=json)


@app.command()
def remove(
    idents: Annotated[list[str], typer.Argument(metavar="ID...", help="The sources' ids or file names.")],
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """Remove sources."""
    from presscheck.commands import storing

    storing.remove(idents, desk)


def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Words to look for.")],
    number: Annotated[int, typer.Option("-k", min=1, help="How many passages.")] = 8,
    speaker: Annotated[str | None, typer.Option(metavar="NAME", help="Only what this person said.")] = None,
    since: SinceOption = None,
    publisher: PublisherOption = None,
    kind: KindOption = None,
    json: JsonOption = False,
    desk: DeskOption = DEFAULT_DESK,
    model: ModelOption = None,
) -> None:
    """Search the stored sources."""
    from presscheck.commands import storing

    asked = {
        "speaker": speaker,
        "since": moment(since, "--since"),
        "publisher": tuple(publisher or ()),
        "kind": tuple(Kind(k).value for k in kind or ()),
    }
    storing.search(query, number, {key: value for key, value in asked.items() if value}, desk, as_json=json)


def doctor(
    ask_model: Annotated[bool, typer.Option("--ask-model", help="Ask the model for a word, too.")] = False,
    repair: Annotated[bool, typer.Option("--repair", help="Mend what is damaged.")] = False,
    json: JsonOption = False,
    desk: DeskOption = DEFAULT_DESK,
    model: ModelOption = None,
) -> None:
    """Look whether all that was stored is there."""
    from presscheck.commands import storing

    raise typer.Exit(storing.doctor(desk, model if ask_model else None, repair=repair, as_json=json))
