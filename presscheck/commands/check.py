"""`presscheck check` and `presscheck accept`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from presscheck.commands.options import (
    ACCEPTED_FILE,
    DEFAULT_DESK,
    DeskOption,
    Format,
    Kind,
    KindOption,
    MapOption,
    MaxCostOption,
    MaxTokensOption,
    ModelOption,
    OutOption,
    PriceInOption,
    PriceOutOption,
    PublisherOption,
    SinceOption,
    chosen,
    field_map,
    moment,
    some_path,
)

FileArgument = Annotated[str, typer.Argument(metavar="FILE", help="The text to check; - is standard input.")]
AgainstOption = Annotated[
    list[Path] | None,
    typer.Option(
        "--against",
        metavar="PATH...",
        parser=some_path,
        help="Sources: files and folders, in place of a desk.",
    ),
]
FormatOption = Annotated[Format | None, typer.Option(help="How to print the result.", show_default="text")]
FailOnOption = Annotated[
    list[str] | None,
    typer.Option(metavar="WHAT", help="Exit with 1 on these: verdicts, severities, code globs (quote.*)."),
]
BaselineOption = Annotated[
    Path | None,
    typer.Option(metavar="OLD.json", help="Tell and count only what is new since this report."),
]
AcceptedOption = Annotated[
    Path, typer.Option(metavar="FILE", help="The findings that were accepted, if there is such a file.")
]
AsOfOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="The day the text speaks from; its own date unless given."),
]


def check(
    file: FileArgument,
    against: AgainstOption = None,
    format: FormatOption = None,
    out: OutOption = None,
    fail_on: FailOnOption = None,
    baseline: BaselineOption = None,
    accepted: AcceptedOption = Path(ACCEPTED_FILE),
    as_of: AsOfOption = None,
    since: SinceOption = None,
    publisher: PublisherOption = None,
    kind: KindOption = None,
    fields: MapOption = None,
    everything: Annotated[bool, typer.Option("--all", help="Show what is folded too.")] = False,
    desk: DeskOption = DEFAULT_DESK,
    model: ModelOption = None,
    max_tokens: MaxTokensOption = None,
    max_cost: MaxCostOption = None,
    price_in: PriceInOption = None,
    price_out: PriceOutOption = None,
) -> None:
    """Check a text against its sources, item by item.

    Figures, quotations and their speakers, dates, names and statements.

    Exit codes: 0 done; 1 something fell under --fail-on; 2 could not run; 3 nothing could be checked.
    """
    from presscheck.commands import checking
    from presscheck.commands.asking import Asking

    options = checking.Options(
        file=file,
        against=tuple(against or ()),
        format=chosen(format, out, sarif=True),
        out=out,
        fail_on=tuple(fail_on or ()),
        baseline=baseline,
        accepted=accepted,
        as_of=moment(as_of, "--as-of"),
        since=moment(since, "--since"),
        publishers=tuple(publisher or ()),
        kinds=tuple(Kind(k).value for k in kind or ()),
        fields=field_map(fields),
        everything=everything,
        desk=desk,
        asking=Asking(model, max_tokens, max_cost, price_in, price_out),
    )
    raise typer.Exit(checking.run(options))


def accept(
    claim_id: Annotated[
        str, typer.Argument(metavar="CLAIM_ID", help="The id in brackets on the check sheet.")
    ],
    note: Annotated[str, typer.Option(metavar="TEXT", help="Why it is accepted.")],
    report: Annotated[
        Path | None,
        typer.Option(
            metavar="REPORT.json", help="The report it stands in; the last check here unless given."
        ),
    ] = None,
    accepted: Annotated[Path, typer.Option(metavar="FILE", help="Where it is written.")] = Path(
        ACCEPTED_FILE
    ),
) -> None:
    """Accept a finding until its words or evidence change."""
    from presscheck.commands.accepting import run

    run(claim_id, note, report, accepted)
