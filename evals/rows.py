"""Golden rows: their one format, and how they are loaded; `evals.judging` tells whether a row holds.

A check row has a text, its sources, the findings that must come out (`expect`) and those that must not (`absent`);
unless it is `loud`, no further finding of severity fix or source may come out. A reading row names what to `read`
(figures, dates, quotes, names, sentences) and lists the mentions: all of them in order, unless it is `partial`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, ValidationError

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Frozen
from presscheck.vectorstore.loaders.reading import read_text

ModelCase = Literal["unreachable", "no budget"]
OWN_FORMATS = ("chat-", "retrieval", "briefs")
"""Files of suites whose rows are other than these: `evals.chat`, `evals.retrieval`, `evals.briefs`."""


class ExpectedFinding(Frozen):
    """A finding that must (or must not) come out; keys left out fit anything, `reason` may be a glob."""

    kind: str | None = None
    text: str | None = None
    reason: str | None = None
    verdict: str | None = None
    severity: str | None = None
    expected: str | None = None
    speaker: str | None = None
    source: int | None = None


class GoldenSource(Frozen):
    """A source of a check row."""

    text: str
    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    published: datetime | None = None
    kind: Literal["transcript", "official", "article", "note"] = "article"
    complete: Literal["yes", "excerpt", "unknown"] = "unknown"


class CheckRow(Frozen):
    """A text, perhaps repeated, held against sources; with a `model` that can't be reached or may cost nothing."""

    id: str
    suite: str
    text: str
    sources: tuple[str | GoldenSource, ...] = ()
    published: datetime | None = None
    as_of: datetime | None = None
    expect: tuple[ExpectedFinding, ...] = ()
    absent: tuple[ExpectedFinding, ...] = ()
    loud: bool = False
    repeat: int = 1
    model: ModelCase | None = None
    note: str = ""

    @property
    def draft(self) -> Article:
        """The text to be checked."""
        return Article(text=self.text * self.repeat, published=self.published)

    @property
    def articles(self) -> list[Article]:
        """The sources, named by their place in the row."""
        return [_source(source, index) for index, source in enumerate(self.sources)]


def _source(source: str | GoldenSource, index: int) -> Article:
    fields = {"text": source} if isinstance(source, str) else source.model_dump()
    return Article(id=f"source-{index}", origin=f"source-{index}.txt", **fields)


class ReadingRow(Frozen):
    """A text and what is read in it."""

    id: str
    suite: str
    read: Literal["figures", "dates", "quotes", "names", "sentences"]
    text: str
    published: datetime | None = None
    expect: tuple[Mapping[str, Any], ...] = ()
    absent: tuple[Mapping[str, Any], ...] = Field(default=())
    partial: bool = False
    note: str = ""


Row = CheckRow | ReadingRow


def load_rows(suite: str | None = None) -> list[Row]:
    """Return the rows shipped with the package, of one suite or all; ids are unique. Raises `UnreadableFile`."""
    texts = [(p.name, p.read_text(encoding="utf-8")) for p in golden_files(but=OWN_FORMATS)]
    return [row for row in _parsed(texts) if suite in (None, row.suite)]


def rows_in(path: Path) -> list[Row]:
    """Return the rows of a file of your own. Raises `UnreadableFile` naming the line."""
    return _parsed([(str(path), read_text(path))])


def golden_files(start: str = "", but: tuple[str, ...] = ()) -> list[Traversable]:
    """Return the shipped files whose names begin so, sorted by name."""
    found = [p for p in files("presscheck.evals.golden").iterdir() if p.name.endswith(".jsonl")]
    kept = [p for p in found if p.name.startswith(start) and not (but and p.name.startswith(but))]
    return sorted(kept, key=lambda p: p.name)


def golden_lines(name: str) -> list[str]:
    """Return the lines of a shipped file."""
    text = files("presscheck.evals.golden").joinpath(name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line.strip()]


def _parsed(texts: Iterable[tuple[str, str]]) -> list[Row]:
    rows: dict[str, Row] = {}
    for name, text in texts:
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                row = _parse(line, f"{name}:{number}")
                if row.id in rows:
                    raise UnreadableFile(f"Golden row {row.id} stands twice.")
                rows[row.id] = row
    return list(rows.values())


def _parse(line: str, where: str) -> Row:
    try:
        data = json.loads(line)
        return ReadingRow(**data) if "read" in data else CheckRow(**data)
    except (ValueError, TypeError, ValidationError) as error:
        raise UnreadableFile(f"{where} is not a golden row: {error}") from error
