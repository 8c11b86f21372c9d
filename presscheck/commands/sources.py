"""`presscheck add`, `sources`, `search`, `doctor`: what is stored."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from presscheck.commands.options import (
    DEFAULT_DESK,
    DeskOption,
    Kind,
    KindOption,
    MapOption,
    ModelOption,
    PublisherOption,
    SinceOption,
    WaitOption,
    end_of_day,
    field_map,
    moment,
)
from presscheck.errors import BadRequest

JsonOption = Annotated[bool, typer.Option("--json", help="Print JSON.")]
LanguageOption = Annotated[
    list[str] | None,
    typer.Option("--language", metavar="CODE", help="Only sources in this language, such as en; repeatable."),
]

app = typer.Typer(
    name="sources", help="List, show and remove the stored sources.", invoke_without_command=True
)


def add(
    given: Annotated[
        list[str],
        typer.Argument(metavar="PATH|URL...", help="Files, folders, web addresses; - is standard input."),
    ],
    wait: WaitOption = None,
    fields: MapOption = None,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Ask addresses of this machine and the private network, too."),
    ] = False,
    ignore_robots: Annotated[
        bool, typer.Option("--ignore-robots", help="Fetch what a site's robots.txt asks not to.")
    ] = False,
    json: JsonOption = False,
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """Store sources. What is there already is left alone; a changed file replaces its older version.

    Exit codes: 0 all went in; 1 some did not; 2 none did.
    """
    from presscheck.commands import adding

    code = adding.add(
        given,
        desk,
        wait=wait,
        fields=field_map(fields),
        allow_private=allow_private,
        obey_robots=not ignore_robots,
        as_json=json,
    )
    raise typer.Exit(code)


@app.callback()
def sources(
    context: typer.Context,
    publisher: PublisherOption = None,
    kind: KindOption = None,
    since: SinceOption = None,
    language: LanguageOption = None,
    json: JsonOption = False,
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """List, show and remove the stored sources."""
    if context.invoked_subcommand is None:
        list_(publisher, kind, since, language, json, desk)


@app.command("list")
def list_(
    publisher: PublisherOption = None,
    kind: KindOption = None,
    since: SinceOption = None,
    language: LanguageOption = None,
    json: JsonOption = False,
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """List the stored sources, newest first, near-copies of one story together."""
    from presscheck.commands import listing

    listing.listing(
        desk, _asked(publisher, kind, since), [code.lower() for code in language or ()], as_json=json
    )


def _asked(publisher: list[str] | None, kind: list[Kind] | None, since: str | None) -> dict[str, Any]:
    """Return what the filters of a search are given."""
    return {
        "publisher": tuple(publisher or ()),
        "kind": tuple(Kind(k).value for k in kind or ()),
        "since": moment(since, "--since"),
    }


@app.command()
def show(
    ident: Annotated[
        str,
        typer.Argument(
            metavar="ID",
            help="The source's id, or its beginning, or its file's name; or the sha256 of a text as a report cites it.",
        ),
    ],
    json: JsonOption = False,
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """Show a source: what is known of it, and its text; also a version that has been superseded, by its sha256."""
    from presscheck.commands import storing

    storing.show(ident, desk, as_json=json)


@app.command()
def export(
    idents: Annotated[list[str] | None, typer.Argument(metavar="ID...", help="Only these sources.")] = None,
    publisher: PublisherOption = None,
    kind: KindOption = None,
    since: SinceOption = None,
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """Print sources with their texts as JSON Lines, which `add` reads.

    `presscheck sources export --publisher NAME > some.jsonl`
    """
    from presscheck.commands import storing

    storing.export(idents or (), _asked(publisher, kind, since), desk)


@app.command(no_args_is_help=True)
def remove(
    idents: Annotated[
        list[str] | None, typer.Argument(metavar="ID...", help="The sources' ids or file names.")
    ] = None,
    publisher: PublisherOption = None,
    kind: KindOption = None,
    since: SinceOption = None,
    until: Annotated[
        str | None,
        typer.Option("--until", metavar="DATE", help="Only sources published before or on this day."),
    ] = None,
    compact: Annotated[
        bool,
        typer.Option("--compact", help="Write the desk's files anew, so that none holds what was removed."),
    ] = False,
    wait: WaitOption = None,
    desk: DeskOption = DEFAULT_DESK,
) -> None:
    """Remove sources: those named, and those that the filters let through.

    What was removed stays in the desk's files, out of search, until `presscheck desk compact`.
    """
    from presscheck.commands import storing

    asked = {**_asked(publisher, kind, since), "until": end_of_day(until, "--until")}
    storing.remove(idents or (), asked, desk, wait, compact=compact)


def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="Words to look for.")],
    number: Annotated[int, typer.Option("-k", metavar="N", min=1, help="How many passages.")] = 8,
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

    asked = {"speaker": speaker, **_asked(publisher, kind, since)}
    storing.search(query, number, {key: value for key, value in asked.items() if value}, desk, as_json=json)


def doctor(
    context: typer.Context,
    ask_model: Annotated[
        bool, typer.Option("--ask-model", help="Try the model that PRESSCHECK_MODEL names, too.")
    ] = False,
    repair: Annotated[bool, typer.Option("--repair", help="Mend what is damaged.")] = False,
    graph: Annotated[
        bool, typer.Option("--graph", help="Ask Chroma's own graph of vectors, too, which no search goes by.")
    ] = False,
    json: JsonOption = False,
    wait: WaitOption = None,
    desk: DeskOption = DEFAULT_DESK,
    model: ModelOption = None,
) -> None:
    """Look whether all that was stored is there. With --model, try that model and say in a line what is wrong."""
    from presscheck.commands import storing

    given = context.get_parameter_source("model")
    asked = model if ask_model or (given and given.name == "COMMANDLINE") else None
    if ask_model and not asked:
        raise BadRequest(
            "--ask-model: no model is named.", help="Set PRESSCHECK_MODEL, or give --model NAME."
        )
    raise typer.Exit(storing.doctor(desk, asked, repair=repair, graph=graph, wait=wait, as_json=json))
