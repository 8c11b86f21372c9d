"""PDF by pypdf: words broken at line ends are joined, page headers and footers dropped; scans are told."""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure
from presscheck.text.turns import looks_like_transcript
from presscheck.vectorstore.loaders.reading import clean, read_bytes

if TYPE_CHECKING:
    from pypdf import PdfReader

MOST_PAGES = 2000
EDGE_LINES = 2
"""Lines at the top and bottom of a page that may be its header or footer."""
REPEATED = 0.6
"""A line at the edge of this share of the pages (numbers aside) is a header or footer."""

logging.getLogger("pypdf").addHandler(logging.NullHandler())  # else its warnings go to stderr

_BROKEN = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page\s+)?[-–—\s]*\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?[-–—\s]*", re.IGNORECASE)


def load(path: Path) -> Iterator[Article | Failure]:
    """Yield the document's article."""
    yield read_pdf(read_bytes(path), str(path))


def read_pdf(data: bytes, origin: str) -> Article:
    """Return a PDF's article; raises `UnreadableFile` where it is broken, encrypted, or holds pictures only."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableFile("the PDF is encrypted; save it without a password")
        pages = [page.extract_text() or "" for page in reader.pages[:MOST_PAGES]]
        text = join_pages([clean(page).split("\n") for page in pages])
        fields = _fields(reader)
    except (PyPdfError, ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError) as error:
        raise UnreadableFile(f"a broken PDF ({type(error).__name__})") from error
    if not text.strip():
        raise UnreadableFile("the PDF holds pictures of text, not text (a scan); run it through OCR first")
    kind = {"kind": "transcript"} if looks_like_transcript(text) else {}
    return Article(text=text, origin=origin, **fields, **kind)


def join_pages(pages: Sequence[Sequence[str]]) -> str:
    """Return the text of all pages without headers and footers, words broken at line ends joined."""
    furniture = _furniture(pages)
    kept = [[line.rstrip() for line in _body(page, furniture)] for page in pages]
    return _BROKEN.sub("", "\n".join("\n".join(lines) for lines in kept if lines))


def _furniture(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """Return the lines, numbers aside, that stand at the edge of most pages."""
    seen = Counter(key for page in pages for key in {_key(line) for line in _edges(page)} if key)
    return frozenset(key for key, n in seen.items() if n >= 2 and n >= REPEATED * len(pages))


def _edges(page: Sequence[str]) -> list[str]:
    lines = [line for line in page if line.strip()]
    return [*lines[:EDGE_LINES], *lines[-EDGE_LINES:]]


def _key(line: str) -> str:
    return _DIGITS.sub("#", line.strip()).casefold()


def _body(page: Sequence[str], furniture: frozenset[str]) -> list[str]:
    filled = [i for i, line in enumerate(page) if line.strip()]
    edge = {*filled[:EDGE_LINES], *filled[-EDGE_LINES:]}
    last = {*filled[:1], *filled[-1:]}
    return [
        line
        for i, line in enumerate(page)
        if not (i in edge and _key(line) in furniture)
        and not (i in last and len(page) > 1 and _PAGE_NUMBER.fullmatch(line.strip()))
    ]


def _fields(reader: PdfReader) -> dict[str, Any]:
    """Return title and author. When a file was made says nothing of when its text was published: pages are printed later."""
    data = reader.metadata
    given = {"title": data.title, "author": data.author} if data is not None else {}
    return {name: clean(value).strip() for name, value in given.items() if value}
