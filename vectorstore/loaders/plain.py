"""Plain text and Markdown, with an optional head of `Key: value` lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure
from presscheck.text.turns import looks_like_transcript
from presscheck.vectorstore.loaders.head import split_head
from presscheck.vectorstore.loaders.reading import read_text

_HEADING = re.compile(r"\A\s*#{1,2}[ \t]+([^\n]+?)[ \t#]*(?:\n|\Z)")


def load(path: Path) -> Iterator[Article | Failure]:
    """Yield the file's article."""
    fields, body, first_line = split_head(read_text(path))
    if not body.strip():
        raise UnreadableFile("there is a head but no text below it")
    if (
        "title" not in fields
        and path.suffix.lower() in (".md", ".markdown")
        and (heading := _HEADING.match(body))
    ):
        fields["title"] = heading[1]
    if "kind" not in fields and looks_like_transcript(body):
        fields["kind"] = "transcript"
    yield Article(text=body, origin=str(path), first_line=first_line, **fields)
