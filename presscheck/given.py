"""What a caller gives, made sure of before it is used: one clear `BadRequest` in place of a failure deep inside."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time
from pathlib import Path

from presscheck.characters import HALF
from presscheck.errors import BadRequest

FEWEST_WORDS = 20
"""Words of the shortest brief."""


def given_text(value: object, what: str) -> str:
    """Return a text; raises `BadRequest` for anything but a `str`, and for half characters (lone surrogates)."""
    if not isinstance(value, str):
        raise BadRequest(f"{what} must be a str, not {type(value).__name__}.")
    if HALF.search(value):
        raise BadRequest(f"{what} holds half characters (lone surrogates), which are no text.")
    return value


def whole_characters(text: str) -> str:
    """Return a text with a "?" for each half character (lone surrogate)."""
    return text.encode("utf-8", "replace").decode()


def given_path(value: object, what: str) -> Path:
    """Return a path; raises `BadRequest` for anything else: a `str` is always text."""
    if isinstance(value, Path):
        return value
    raise BadRequest(f"{what} must be a Path, not {type(value).__name__}.", help="Write Path(…).")


def given_moment(value: object, what: str) -> datetime | None:
    """Return a moment, a `date` as its midnight; raises `BadRequest` for anything else but None."""
    if value is None or isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime.combine(value, time())
    raise BadRequest(
        f"{what} must be a date, not {type(value).__name__}.",
        help="Read a text with date.fromisoformat.",
    )


def given_number(value: object, what: str) -> int:
    """Return a whole number; raises `BadRequest` for anything else."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise BadRequest(f"{what} must be a whole number, not {value!r}.")


def given_names(value: object, what: str) -> tuple[str, ...]:
    """Return one `str` or several as a tuple, None as none; raises `BadRequest` for anything else."""
    if value is None:
        return ()
    several = (value,) if isinstance(value, str) or not isinstance(value, Iterable) else value
    return tuple(given_text(one, what) for one in several)


def given_choice(value: object, what: str, choices: Iterable[str]) -> None:
    """Raise `BadRequest` for what is none of the choices."""
    known = tuple(choices)
    if value not in known:
        raise BadRequest(f"{what} must be one of {', '.join(known)}, not {value!r}.")
