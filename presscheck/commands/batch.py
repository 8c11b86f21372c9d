"""`presscheck batch`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from presscheck.commands.options import (
    DEFAULT_DESK,
    DeskOption,
    MapOption,
    MaxCostOption,
    MaxTokensOption,
    ModelOption,
    PriceInOption,
    PriceOutOption,
    field_map,
    moment,
)


class Do(StrEnum):
    """What is done with each text."""

    check = "check"
    brief = "brief"
    both = "both"


def batch(
    given: Annotated[Path, typer.Argument(metavar="INPUT", help="A folder, a glob, a .jsonl or .csv file.")],
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the results go; name it again to go on.")],
    do: Annotated[Do, typer.Option(help="What is done with each text.")] = Do.check,
    against: Annotated[
        list[Path] | None,
        typer.Option("--against", metavar="PATH", help="Sources in place of a desk; repeatable."),
    ] = None,
    fail_on: Annotated[
        list[str] | None, typer.Option(metavar="WHAT", help="Exit with 1 on these: fix, source, look.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(min=1, help="Processes; one a core unless given.", show_default=False)
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="Do at most so many texts now.")] = None,
    retry_failed: Annotated[
        bool, typer.Option("--retry-failed", help="Try those again that failed.")
    ] = False,
    words: Annotated[int, typer.Option(min=20, help="How long a brief may be.")] = 150,
    as_of: Annotated[str | None, typer.Option(metavar="DATE", help="The day the texts speak from.")] = None,
    fields: MapOption = None,
    dask: Annotated[
        str | None, typer.Option(metavar="tcp://…", help="A Dask scheduler; `local` starts one here.")
    ] = None,
    desk: DeskOption = DEFAULT_DESK,
    model: ModelOption = None,
    max_tokens: MaxTokensOption = None,
    max_cost: MaxCostOption = None,
    price_in: PriceInOption = None,
    price_out: PriceOutOption = None,
) -> None:
    """Check or brief many texts; a killed run goes on.

    Exit codes: 0 done; 1 something fell under --fail-on, or some texts failed; 2 could not run.
    """
    from presscheck.commands import batching
    from presscheck.commands.asking import Asking

    options = batching.Options(
        given=given,
        out=out,
        do=do.value,
        against=tuple(against or ()),
        fail_on=tuple(fail_on or ()),
        workers=workers,
        limit=limit,
        retry_failed=retry_failed,
        words=words,
        as_of=moment(as_of, "--as-of"),
        fields=tuple(field_map(fields).items()),
        dask=dask,
        desk=desk,
        asking=Asking(model, max_tokens, max_cost, price_in, price_out),
    )
    raise typer.Exit(batching.run(options))
