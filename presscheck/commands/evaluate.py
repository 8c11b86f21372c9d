"""`presscheck eval run, mutate, compare, gate`."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from presscheck.commands.extras import need
from presscheck.commands.options import ModelOption, OutOption, some_path

app = typer.Typer(
    name="eval", no_args_is_help=True, rich_markup_mode=None, help="Measure how accurate the checks are."
)


class Format(StrEnum):
    """How a result is written."""

    text = "text"
    json = "json"
    html = "html"


FormatOption = Annotated[
    Format | None, typer.Option("--format", help="How to print it.", show_default="text")
]


def _format(given: Format | None, out: Path | None) -> str:
    by_name = {".json": "json", ".html": "html"}.get(out.suffix.lower(), "text") if out else "text"
    return given.value if given else by_name


@app.command()
def run(
    suites: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SUITE]...", help="All unless named; `support` reads --data."),
    ] = None,
    data: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Labelled claims, JSON lines; for the suite `support`."),
    ] = None,
    predictions: Annotated[
        Path | None, typer.Option(metavar="OUT.jsonl", help="Write id, score and verdict of each row.")
    ] = None,
    format: FormatOption = None,
    out: OutOption = None,
    model: ModelOption = None,
    max_tokens: Annotated[
        int | None, typer.Option(min=0, metavar="N", help="Tokens that the model may use.")
    ] = None,
) -> None:
    """Run the golden suites, or score labelled claims of your own.

    Time, tokens and cost go to FILE's `.run.json`, since they differ from run to run.
    """
    need("evals")
    from presscheck.commands import evaluating
    from presscheck.commands.asking import Asking

    asking = Asking(model, max_tokens)
    if data is not None or suites == ["support"]:
        evaluating.run_labelled(data, predictions, asking, _format(format, out), out)
    else:
        evaluating.run_golden(tuple(suites or ()), asking, _format(format, out), out)


@app.command(no_args_is_help=True)
def mutate(
    paths: Annotated[
        list[Path], typer.Argument(metavar="PATH...", parser=some_path, help="Articles and folders of them.")
    ],
    family: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only figures, dates, quotes, names or statements; repeatable."),
    ] = None,
    per_article: Annotated[
        int, typer.Option(metavar="N", min=1, help="Mutations of each family made of one article, at most.")
    ] = 20,
    seed: Annotated[int, typer.Option(metavar="N", help="Another number plants other faults.")] = 0,
    format: FormatOption = None,
    out: OutOption = None,
) -> None:
    """Plant known faults in your own articles and tell what share is caught, and what is flagged falsely."""
    need("evals")
    from presscheck.commands import evaluating

    evaluating.run_mutations(paths, tuple(family or ()), per_article, seed, _format(format, out), out)


@app.command(no_args_is_help=True)
def compare(
    runs: Annotated[
        list[Path],
        typer.Argument(
            metavar="A.json B.json...", help="Runs, as `eval run --format json --out` wrote them."
        ),
    ],
) -> None:
    """Set runs side by side: versions, models or settings.

    Of two: what got better, what worse, and whether that may be chance. Of any number: a table with time and cost.
    """
    need("evals")
    from presscheck.commands import evaluating

    evaluating.run_comparison(runs)


@app.command()
def gate(
    suites: Annotated[
        list[str] | None, typer.Argument(metavar="[SUITE]...", help="All that have a floor, unless named.")
    ] = None,
    update: Annotated[
        bool, typer.Option("--update", help="Raise the floors to what this run reached.")
    ] = False,
    lower: Annotated[bool, typer.Option("--lower", help="With --update: lower them too.")] = False,
    floors: Annotated[
        Path | None, typer.Option("--floors", metavar="FILE", help="The floors; those shipped unless given.")
    ] = None,
) -> None:
    """Fail (exit code 1) where a suite falls below its floor."""
    need("evals")
    from presscheck.commands import evaluating

    raise typer.Exit(evaluating.run_gate(tuple(suites or ()), update=update, lower=lower, path=floors))
