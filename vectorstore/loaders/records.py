"""JSON: one article, a list of them, or an answer of a news API with such a list; and JSON Lines, one a line.

The fields are found by their names (`fields.py`) or by the user's map; others are passed over. An article keeps its
`id`; without one it is known by its address, else by its text.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NoReturn

from presscheck.errors import BadRequest, UnreadableFile
from presscheck.models import Article, Failure, text_hash
from presscheck.text.turns import looks_like_transcript
from presscheck.vectorstore.loaders.fields import FULL, PATHS, TEASERS, FieldMap, articles_in, found
from presscheck.vectorstore.loaders.fragment import text_of
from presscheck.vectorstore.loaders.head import read_field
from presscheck.vectorstore.loaders.languages import code_of
from presscheck.vectorstore.loaders.reading import clean, decode, read_bytes, read_text

Numbered = tuple[int, Any]

_MARKUP = re.compile(
    r"<(?:p|br|div|a|h\d|ul|ol|li|strong|em|b|i|figure|blockquote|span)\b[^<>]*>", re.IGNORECASE
)
_CUT = re.compile(r"\s*(?:…|\.\.\.)?\s*\[\+\d+ chars\]\s*\Z")
"""How NewsAPI ends a text that it cuts off."""
_NOT_SHOWN = re.compile(r"ONLY AVAILABLE IN [A-Z ]+ PLANS?\.?")
"""What newsdata.io gives in place of a text that is not paid for."""


def load(path: Path, fields: FieldMap | None = None) -> Iterator[Article | Failure]:
    """Yield the file's articles, and a `Failure` that names the line or number of each that is broken."""
    lines = path.suffix.lower() in (".jsonl", ".ndjson")
    for number, item in _lines(path) if lines else _items(path):
        place = f"{path}:{number}" if lines else f"{path}#{number}" if number else str(path)
        if isinstance(item, Failure):
            yield Failure(origin=place, why=item.why)
        else:
            yield read_record(item, place, path, fields)


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


def _refuse(path: Path) -> NoReturn:
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
    data = articles_in(data)
    if not isinstance(data, list):
        yield 0, data
        return
    if not data:
        raise UnreadableFile("the list holds no article")
    yield from enumerate(data, 1)


def read_record(
    item: Any,  # noqa: ANN401 (any JSON)
    place: str,
    path: Path,
    fields: FieldMap | None = None,
) -> Article | Failure:
    """Return the article of one record, found at `place` of the file, or what is wrong with it."""
    if not isinstance(item, Mapping):
        return Failure(origin=place, why="not an object with a text")
    try:
        return Article(origin=place, **_fields(item, place, path, fields or {}))
    except (BadRequest, ValueError) as error:
        return Failure(origin=place, why=str(error).rstrip("."))


def _fields(item: Mapping[str, Any], place: str, path: Path, mapped: FieldMap) -> dict[str, Any]:
    text, known = _text(item, mapped)
    for name, paths in PATHS.items():
        value, _ = found(item, [mapped[name]] if name in mapped else paths)
        value = _value(name, value)
        if value is not None:
            known[name] = value
    if "kind" not in known and looks_like_transcript(text):
        known["kind"] = "transcript"
    if not known.get("id") and place != str(path):
        # A row's number changes when rows are added above it, so it can't tell which article it is.
        known["id"] = text_hash(f"{path}\n{known.get('url') or text}")[:16]
    return {**known, "text": text}


def _text(item: Mapping[str, Any], mapped: FieldMap) -> tuple[str, dict[str, Any]]:
    """Return the text, and that it is an excerpt if it is; raises ValueError where there is none."""
    paths = [mapped["text"]] if "text" in mapped else [*FULL, *TEASERS]
    shown = {k: v for k, v in item.items() if not (isinstance(v, str) and _NOT_SHOWN.fullmatch(v.strip()))}
    value, where = found(shown, paths)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"no text (there is no {mapped['text']!r})" if "text" in mapped else "no text")
    text = clean(text_of(value) if _MARKUP.search(value) else value)
    whole = _CUT.sub("", text)
    if not whole.strip():
        raise ValueError("no text")
    excerpt = whole != text or ("text" not in mapped and where in TEASERS)
    return whole, {"complete": "excerpt"} if excerpt else {}


def _value(name: str, value: Any) -> Any:  # noqa: ANN401 (any JSON)
    """Return a field's value as the article has it; None if there is none."""
    if value is None:
        return None
    if name == "id":
        return str(value)
    if name == "author" and isinstance(value, list):
        names = [each.get("name") if isinstance(each, Mapping) else each for each in value]
        value = ", ".join(str(each) for each in names if each)
    if not isinstance(value, str):
        raise ValueError(f"{name} is not a string")
    value = value.strip()
    if name == "language":
        return code_of(value)
    return read_field(name, value) if value else None


def _short(error: Exception) -> str:
    return "too deeply nested" if isinstance(error, RecursionError) else str(error)
