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
    some_path,
)
from presscheck.given import FEWEST_WORDS


class Do(StrEnum):
    """What is done with each text."""

    check = "check"
    brief = "brief"
    both = "both"


InputArgument = Annotated[
    Path,
    typer.Argument(metavar="INPUT", parser=some_path, help="A folder, a glob, a .jsonl or .csv file."),
]
OutDirOption = Annotated[
    Path, typer.Option("--out", metavar="DIR", help="Where the results go; name it again to go on.")
]
DoOption = Annotated[Do, typer.Option("--do", help="What is done with each text.")]
AgainstOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--against", metavar="PATH", parser=some_path, help="Sources in place of a desk; repeatable."
    ),
]
FailOnOption = Annotated[
    list[str] | None,
    typer.Option("--fail-on", metavar="WHAT", help="Exit with 1 on these: fix, source, look."),
]
WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers", metavar="N", min=1, help="Processes; one a core unless given.", show_default=False
    ),
]
LimitOption = Annotated[
    int | None, typer.Option("--limit", metavar="N", min=1, help="Do at most so many texts now.")
]
RetryOption = Annotated[bool, typer.Option("--retry-failed", help="Try those again that failed.")]
WordsOption = Annotated[
    int, typer.Option("--words", metavar="N", min=FEWEST_WORDS, help="How long a brief may be.")
]
AsOfOption = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="The day the texts speak from.")
]
DaskOption = Annotated[
    str | None, typer.Option("--dask", metavar="tcp://…", help="A Dask scheduler; `local` starts one here.")
]


def batch(
    given: InputArgument,
    out: OutDirOption,
    do: DoOption = Do.check,
    against: AgainstOption = None,
    fail_on: FailOnOption = None,
    workers: WorkersOption = None,
    limit: LimitOption = None,
    retry_failed: RetryOption = False,
    words: WordsOption = 150,
    as_of: AsOfOption = None,
    fields: MapOption = None,
    dask: DaskOption = None,
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
