"""JSON: one article, a list of them, or an object with such a list under `articles`; and JSON Lines, one a line.

Fields are those of `Article`; `body` and `content` are read as text, `date` as published, `headline` as title.
Others are passed over. An article keeps its `id`; without one it is known by its address, else by its text.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure, text_hash
from presscheck.text.turns import looks_like_transcript
from presscheck.vectorstore.loaders.head import KEYS, read_field
from presscheck.vectorstore.loaders.reading import clean, decode, read_bytes, read_text

LISTS = ("articles", "items", "results", "hits", "docs", "data")
"""Where news APIs and JSON Feed keep their list of articles."""

_NAMES = {name: name for name in ("id", "text", *dict.fromkeys(KEYS.values()))} | KEYS
_NAMES |= {"body": "text", "content": "text", "content_text": "text", "bodytext": "text", "article": "text"}
_NAMES |= {"source": "publisher", "outlet": "publisher", "site": "publisher", "publication": "publisher"}
_NAMES |= {
    "publishedat": "published",
    "date_published": "published",
    "pub_date": "published",
    "pubdate": "published",
}
_NAMES |= {"weburl": "url", "web_url": "url", "webtitle": "title", "writer": "author", "creator": "author"}
"""Lower-case names of fields in the usual news APIs and feeds, with ours."""

Numbered = tuple[int, Any]


def load(path: Path) -> Iterator[Article | Failure]:
    """Yield the file's articles, and a `Failure` that names the line or number of each that is broken."""
    lines = path.suffix.lower() in (".jsonl", ".ndjson")
    for number, item in _lines(path) if lines else _items(path):
        place = f"{path}:{number}" if lines else f"{path}#{number}" if number else str(path)
        if isinstance(item, Failure):
            yield Failure(origin=place, why=item.why)
        else:
            yield read_record(item, place, path)


def _lines(path: Path) -> Iterator[Numbered]:
    """Yield each line's number and value; lines are read one by one, so the file may be larger than memory."""
    with path.open("rb") if path.is_file() else _refuse(path) as file:
        empty = True
        for number, line in enumerate(file, 1):
            if line.strip():
                empty = False
                yield number, _parse(line)
    if empty:
        raise UnreadableFile("the file is empty")


def _refuse(path: Path) -> Any:  # noqa: ANN401 (never returns)
    read_bytes(path)
    raise UnreadableFile("can't be read")


def _parse(line: bytes) -> Any:  # noqa: ANN401 (any JSON)
    try:
        return json.loads(decode(line))
    except (ValueError, RecursionError, UnreadableFile) as error:
        return Failure(origin="", why=f"broken JSON ({_short(error)})")


def _items(path: Path) -> Iterator[Numbered]:
    try:
        data = json.loads(read_text(path))
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(f"broken JSON ({_short(error)})") from None
    if isinstance(data, Mapping):
        data = next((data[key] for key in LISTS if isinstance(data.get(key), list)), data)
    if not isinstance(data, list):
        yield 0, data
        return
    if not data:
        raise UnreadableFile("the list holds no article")
    yield from enumerate(data, 1)


def read_record(item: Any, place: str, path: Path) -> Article | Failure:  # noqa: ANN401 (any JSON)
    """Return the article of one record, found at `place` of the file, or what is wrong with it."""
    if not isinstance(item, Mapping):
        return Failure(origin=place, why="not an object with a text")
    try:
        return Article(origin=place, **_fields(item, place, path))
    except ValidationError as error:
        first = error.errors()[0]
        return Failure(origin=place, why=f"{'.'.join(map(str, first['loc']))}: {first['msg']}")
    except ValueError as error:
        return Failure(origin=place, why=str(error))


def _fields(item: Mapping[str, Any], place: str, path: Path) -> dict[str, Any]:
    given = {_NAMES[key.lower()]: value for key, value in _known(item)}
    text = given.get("text")
    if not isinstance(text, str) or not text.strip():
        raise ValueError("no text")
    fields = {name: _value(name, value) for name, value in given.items() if value is not None}
    fields["text"] = clean(text)
    if "kind" not in fields and looks_like_transcript(text):
        fields["kind"] = "transcript"
    if not fields.get("id") and place != str(path):
        # A row's number changes when rows are added above it, so it can't tell which article it is.
        fields["id"] = text_hash(f"{path}\n{fields.get('url') or fields['text']}")[:16]
    return fields


def _known(item: Mapping[str, Any]) -> Iterable[tuple[str, Any]]:
    """Return the fields that are read; of two names for one field the article's own comes last and so counts."""
    pairs = [(key, value) for key, value in item.items() if key.lower() in _NAMES and value is not None]
    return sorted(pairs, key=lambda pair: _NAMES[pair[0].lower()] == pair[0])


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 (any JSON)
    if name == "id":
        return str(value)
    if not isinstance(value, str):
        raise ValueError(f"{name} is not a string")
    return read_field(name, value)


def _short(error: Exception) -> str:
    return "too deeply nested" if isinstance(error, RecursionError) else str(error)
