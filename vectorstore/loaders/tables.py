"""CSV and TSV: one article a row, columns named as the fields are (`body`, `headline` and the like are known)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure
from presscheck.vectorstore.loaders.fields import FieldMap
from presscheck.vectorstore.loaders.reading import read_text
from presscheck.vectorstore.loaders.records import read_record

LONGEST_CELL = 10_000_000


def load(path: Path, fields: FieldMap | None = None) -> Iterator[Article | Failure]:
    """Yield the rows' articles, and a `Failure` that names the line of each that is broken."""
    csv.field_size_limit(LONGEST_CELL)
    text = read_text(path)
    delimiter = "\t" if path.suffix.lower() == ".tsv" else _delimiter(text)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter)
    empty = True
    try:
        for row in rows:
            empty = False
            record = {
                key.strip(): value
                for key, value in row.items()
                if key and isinstance(value, str) and value.strip()
            }
            yield read_record(record, f"{path}:{rows.line_num}", path, fields)
    except csv.Error as error:
        raise UnreadableFile(f"line {rows.line_num}: {error}") from error
    if empty:
        raise UnreadableFile("the table has no rows")


def _delimiter(text: str) -> str:
    """Return the separator that the head of the table has most of."""
    head = text.partition("\n")[0]
    return max(",;\t|", key=head.count)
