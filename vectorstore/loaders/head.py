"""The optional head of a text file: `Key: value` lines before the first blank line.

    Title: Harbour bridge to close for repairs
    Date: 2024-10-29
    Publisher: The Harbour Post
    Kind: article

Known keys are Title, Date, Publisher, Author, URL, Kind, Complete and Language; others are passed over. Markdown's
`---` fences around the head are allowed.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple, get_args

from presscheck.errors import UnreadableFile
from presscheck.models import ArticleKind, Completeness
from presscheck.vectorstore.loaders.languages import code_of
from presscheck.vectorstore.loaders.moments import read_moment
from presscheck.vectorstore.loaders.reading import plain_line

KEYS = {
    "title": "title",
    "headline": "title",
    "date": "published",
    "published": "published",
    "publisher": "publisher",
    "author": "author",
    "byline": "author",
    "url": "url",
    "link": "url",
    "kind": "kind",
    "complete": "complete",
    "language": "language",
}
ONE_LINE = ("title", "publisher", "author")
_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{0,30}):[ \t]*(.*?)[ \t]*$")
_MOST_LINES = 40


class Headed(NamedTuple):
    """What a file says of itself, its body, and the line of the file on which the body starts."""

    fields: dict[str, Any]
    body: str
    first_line: int


def split_head(text: str) -> Headed:
    """Cut off the head, if there is one; raises `UnreadableFile` for a value that makes no sense."""
    lines = text.split("\n", _MOST_LINES + 1)
    start = 1 if lines[0].strip() == "---" else 0
    pairs: list[tuple[int, str, str]] = []
    for number, line in enumerate(lines[start : start + _MOST_LINES], start):
        match = _LINE.match(line)
        if not match:
            break
        pairs.append((number + 1, match[1].strip().lower(), match[2]))
    end = start + len(pairs)
    if not _is_head(pairs, lines[end] if end < len(lines) else "", fenced=bool(start)):
        return Headed({}, text, 1)
    return _cut(
        text, lines, end + (1 if start else 0), dict(_field(*pair) for pair in pairs if pair[1] in KEYS)
    )


def _is_head(pairs: list[tuple[int, str, str]], after: str, *, fenced: bool) -> bool:
    """Say whether these lines are a head: the first key is known and the line after them ends it."""
    known = any(key in KEYS for _, key, _ in pairs) if fenced else bool(pairs) and pairs[0][1] in KEYS
    return known and after.strip() == ("---" if fenced else "")


def _cut(text: str, lines: list[str], end: int, fields: dict[str, Any]) -> Headed:
    offset = sum(len(line) + 1 for line in lines[:end])
    rest = text[offset:]
    body = rest.lstrip("\n")
    return Headed(fields, body, end + len(rest) - len(body) + 1)


def _field(line: int, key: str, value: str) -> tuple[str, Any]:
    name = KEYS[key]
    try:
        return name, read_field(name, value.strip("\"'") if name != "title" else value)
    except ValueError as error:
        raise UnreadableFile(f"line {line}: {error}") from None


def read_field(name: str, value: str) -> Any:  # noqa: ANN401 (each field has its own type)
    """Return the value of an article's field as written by hand; raises ValueError if it makes no sense."""
    if not value.strip():
        return {"kind": "article", "complete": "unknown", "language": "en"}.get(name)
    if name == "published":
        return read_moment(value)
    if name == "kind":
        return _one_of(name, value, get_args(ArticleKind))
    if name == "complete":
        plain = {"true": "yes", "full": "yes", "no": "excerpt", "false": "excerpt", "excerpts": "excerpt"}
        return _one_of(name, plain.get(value.lower(), value), get_args(Completeness))
    if name == "language":
        code = code_of(value)
        if code is None:
            raise ValueError(f"{value!r} is no language; write it as en")
        return code
    return plain_line(value) if name in ONE_LINE else value


def _one_of(name: str, value: str, known: tuple[str, ...]) -> str:
    if value.lower() not in known:
        raise ValueError(f"{name} can be {', '.join(known)}, not {value!r}")
    return value.lower()
