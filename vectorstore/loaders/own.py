"""What Presscheck itself wrote: a sheet saved beside the sources repeats the draft, and would vouch for its faults."""

from __future__ import annotations

import re
from pathlib import Path

_LOOKED_AT = 4096
_PAGE = re.compile(rb'<meta name="generator" content="Presscheck ')
_JSON = re.compile(rb'\s*\{\s*"schema_version":\s*\d+,\s*"(?:title|headline|accepted)":')
_OF_A_RESULT = (b'"text_sha256":', b'"engine":', b'"accepted":')
_KIND = rb"\d+ (?:quotation|speaker|figure|date|name|statement)s?"
_SHEET = re.compile(
    rb"(?:checked\s+against |no\s+source\s+was\s+searched)[^\n]*\n(?: {3}[^\n]*\n)*"
    + _KIND
    + rb"(?: \xc2\xb7|\s*\n)"
)
"""The first lines of a sheet as text or Markdown: what was checked against what, then what the text holds."""


def written_here(path: Path) -> bool:
    """Tell whether a file is a sheet, a brief's page or data, or a list of accepted findings that Presscheck wrote."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            start = file.read(_LOOKED_AT)
        if _JSON.match(start):
            return any(mark in path.read_bytes() for mark in _OF_A_RESULT)
    except OSError:
        return False
    return _PAGE.search(start) is not None or _SHEET.search(start.replace(b"\r\n", b"\n")) is not None
