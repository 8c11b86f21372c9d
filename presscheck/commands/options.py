"""Options that several commands share, each described once."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from presscheck.errors import BadRequest


def some_path(text: str) -> Path:
    """Return a path; raises `BadRequest` for an empty one, which would be the folder that one is in."""
    if not text:
        raise BadRequest("a path is empty.", help="Name a file or folder; this one is a dot.")
    return Path(text)


DeskOption = Annotated[
    Path,
    typer.Option(
        "--desk",
        metavar="DIR",
        parser=some_path,
        help="The folder of the stored sources; or PRESSCHECK_DESK.",
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option("--model", metavar="NAME", help="A chat model, such as openai:NAME; or PRESSCHECK_MODEL."),
]
MaxTokensOption = Annotated[
    int | None, typer.Option(metavar="N", min=0, help="Tokens that the model may take in all.")
]
MaxCostOption = Annotated[
    float | None,
    typer.Option(min=0, metavar="DOLLARS", help="What the model may cost in all; needs its price."),
]
PriceInOption = Annotated[
    float | None, typer.Option(metavar="DOLLARS", min=0, help="The model's price for a million tokens in.")
]
PriceOutOption = Annotated[
    float | None, typer.Option(metavar="DOLLARS", min=0, help="The model's price for a million tokens out.")
]
OutOption = Annotated[
    Path | None,
    typer.Option("--out", metavar="FILE", help="Write to this file; its suffix gives the format."),
]
SinceOption = Annotated[
    str | None, typer.Option("--since", metavar="DATE", help="Only sources published on or after this day.")
]
PublisherOption = Annotated[
    list[str] | None,
    typer.Option("--publisher", metavar="NAME", help="Only this publisher's sources; repeatable."),
]


class Kind(StrEnum):
    """The kinds of sources."""

    transcript = "transcript"
    official = "official"
    article = "article"
    note = "note"


KindOption = Annotated[
    list[Kind] | None,
    typer.Option("--kind", metavar="KIND", help="Only transcript, official, article or note; repeatable."),
]
MapOption = Annotated[
    str | None,
    typer.Option(
        "--map",
        metavar="FIELD=NAME,…",
        help="Where JSON and tables have an article's fields: text=fields.body,title=headline.",
    ),
]
WaitOption = Annotated[
    float | None,
    typer.Option(
        "--wait", metavar="SECONDS", min=0, help="How long to wait for another writer; 60 unless given."
    ),
]
DEFAULT_DESK = Path("desk")
ACCEPTED_FILE = "presscheck-accepted.json"


class Format(StrEnum):
    """How a result is written."""

    text = "text"
    json = "json"
    markdown = "markdown"
    html = "html"
    sarif = "sarif"


_SUFFIXES = {
    ".json": "json",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".sarif": "sarif",
}
_TEXT = ("", ".txt", ".text", ".log")


def chosen(given: Format | None, out: Path | None, *, sarif: bool = False) -> Format:
    """Return the format: as given, else by the suffix of the file, else text. Raises `BadRequest` for one unknown here.

    `sarif` says whether this command writes SARIF, too.
    """
    if out is None:
        return given or Format.text
    suffix = out.suffix.lower()
    if given:
        fitting(out, given)
        return given
    if suffix not in _SUFFIXES and suffix not in _TEXT:
        told = ".html, .md, .json, .sarif or .txt" if sarif else ".html, .md, .json or .txt"
        raise BadRequest(f"{out}: no {suffix} is written here.", help=f"Take {told}.")
    return Format(_SUFFIXES.get(suffix, "text"))


def fitting(out: Path | None, given: str) -> None:
    """Raise `BadRequest` for a file whose suffix says another format; SARIF is JSON too."""
    told = _SUFFIXES.get(out.suffix.lower()) if out else None
    if told not in (None, given) and (told, given) != ("json", "sarif"):
        raise BadRequest(
            f"--format {given} does not fit {out}.", help="Leave out --format, or take its suffix."
        )


def field_map(text: str | None) -> dict[str, str]:
    """Read `--map`; raises `BadRequest`."""
    if not text:
        return {}
    from presscheck.vectorstore.loaders.fields import read_map

    return read_map(text)


def moment(text: str | None, option: str) -> datetime | None:
    """Read a date such as 2024-10-29, or a date with a time; raises `BadRequest`."""
    try:
        return datetime.fromisoformat(text) if text else None
    except ValueError:
        raise BadRequest(f"{option} takes a date such as 2024-10-29, not {text!r}.") from None


def end_of_day(text: str | None, option: str) -> datetime | None:
    """Read a date as its last moment, and a date with a time as it is; raises `BadRequest`."""
    found = moment(text, option)
    return found.replace(hour=23, minute=59, second=59) if found and text and len(text) <= 10 else found
