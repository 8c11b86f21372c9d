"""What type a file is by its first bytes, where its suffix lies or there is none."""

from __future__ import annotations

import io
import json
import re
import zipfile
from typing import IO

LOOKED_AT = 4096
"""Bytes at the start of a file that are looked at."""

_PAGE = re.compile(
    rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE | re.DOTALL
)
_FEED = re.compile(rb"(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.DOTALL)
_CAPTIONS = re.compile(rb"WEBVTT\s|\d{1,6}\s*\n\d\d:\d\d:\d\d,\d{3} --> ")
_FRAGMENT = re.compile(rb"<(?:head|body|article|main|div|section|p|h1)[\s>]", re.IGNORECASE)


def suffix_by_content(start: bytes) -> str | None:
    """Return the suffix of what the first bytes surely are (`.pdf`, `.zip`, `.gz`, `.html`, `.xml`, `.vtt`); else None.

    A Word file begins as any zip does: `.zip` is all that is told of it.
    """
    if start[:1024].lstrip().startswith(b"%PDF-"):
        return ".pdf"
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return ".zip"
    if start.startswith(b"\x1f\x8b\x08"):
        return ".gz"
    text = start.removeprefix(b"\xef\xbb\xbf").lstrip()
    signs = {".html": _PAGE, ".xml": _FEED, ".vtt": _CAPTIONS}
    return next((suffix for suffix, sign in signs.items() if sign.match(text)), None)


def suffix_of(data: bytes) -> str:
    """Return the suffix of data that has no name: what it surely is, JSON, a piece of a page, else text."""
    suffix = suffix_by_content(data[:LOOKED_AT])
    if suffix == ".zip" and is_word(io.BytesIO(data)):
        return ".docx"
    if suffix is not None:
        return suffix
    text = data.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith((b"{", b"[")) and (kind := _json(text)):
        return kind
    return ".html" if _FRAGMENT.match(text) else ".txt"


def is_word(file: IO[bytes]) -> bool:
    """Tell whether a zip is a Word file."""
    try:
        with zipfile.ZipFile(file) as archive:
            return "word/document.xml" in archive.namelist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return False


def _json(text: bytes) -> str | None:
    """Return `.jsonl` where the first line is an object of its own, `.json` for other JSON, None for a text in brackets."""
    first, _, rest = text.partition(b"\n")
    if _parses(first):
        return ".jsonl" if rest.strip() else ".json"
    return ".json" if text.startswith(b"{") or text[1:].lstrip().startswith((b"{", b"]")) else None


def _parses(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), (dict, list))
    except (ValueError, RecursionError):
        return False
