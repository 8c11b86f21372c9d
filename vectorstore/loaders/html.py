"""Saved web pages: trafilatura finds the text, title, author, date, publisher and address; menus and captions go.

Paragraphs stay apart by blank lines, so that a transcript's labels open their lines. Scripts, styles, comments and
hidden elements never become text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from presscheck.errors import UnreadableFile
from presscheck.models import Article, Failure
from presscheck.text.turns import looks_like_transcript
from presscheck.vectorstore.loaders.furniture import take_out_furniture
from presscheck.vectorstore.loaders.head import read_field
from presscheck.vectorstore.loaders.reading import clean, decode_page, read_bytes

_ROW = re.compile(r"\|.*\|")
_RULE = re.compile(r"[|\s:-]+")
"""Rows of a table as trafilatura writes them, and the line below its head."""
MOST_ELEMENTS = 50_000
"""More are no news page (the longest live blogs have half as many), and the time to read them grows with their square."""
SHORT_LINE, LINES_ABOVE = 60, 2
"""How long lines above the title may be, and how many, to be dropped with it."""
SHORT_DATE = 40
"""Characters of a line at the top that may be nothing but the date or a byline."""

_TIME_LINE = re.compile(
    r"(?:(?:posted|published|updated|last updated)\W*)?(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
    r"(?:\d{4}-\d{2}-\d{2}|\d{1,2}\s+[a-z]+\.?\s+\d{4}|[a-z]+\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}/\d{1,2}/\d{2,4})[\sT\d:.,apmAPMzZ+-]*",
    re.IGNORECASE,
)


def load(path: Path) -> Iterator[Article | Failure]:
    """Yield the page's article."""
    yield read_page(decode_page(read_bytes(path)), origin=str(path))


def read_page(page: str, *, origin: str, url: str | None = None) -> Article:
    """Return the article of a page; raises `UnreadableFile` where no text is found on it."""
    from trafilatura import bare_extraction, load_html

    tree = load_html(_without_zero_width(page))
    if tree is None:
        raise UnreadableFile("no text was found on the page")
    if (elements := sum(1 for _ in tree.iter())) > MOST_ELEMENTS:
        raise UnreadableFile(f"too large a page ({elements} elements; at most {MOST_ELEMENTS} are read)")
    take_out_furniture(tree)
    found = bare_extraction(
        tree,
        url=url,
        with_metadata=True,
        include_comments=False,
        deduplicate=False,
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if found is None or isinstance(found, dict) or not (text := _body(found.text, found.title)):
        raise UnreadableFile("no text was found on the page")
    return Article(text=text, origin=origin, **_fields(found, text, url))


def _fields(found: Any, text: str, url: str | None) -> dict[str, Any]:  # noqa: ANN401 (trafilatura's document)
    given = {
        "title": found.title,
        "author": found.author,
        "publisher": found.sitename,
        "url": url or found.url,
        "published": found.date,
        "kind": "transcript" if looks_like_transcript(text) else None,
    }
    return {name: read_field(name, clean(str(value)).strip()) for name, value in given.items() if value}


def _body(text: str | None, title: str | None) -> str:
    """Return the paragraphs apart from each other, without the title and the date that stand above them."""
    paragraphs = [line.strip() for line in clean(text or "").split("\n") if line.strip()]
    del paragraphs[: _above(paragraphs, (title or "").strip().casefold())]
    while paragraphs and len(paragraphs[0]) <= SHORT_DATE and _TIME_LINE.fullmatch(paragraphs[0]):
        paragraphs.pop(0)
    return "\n\n".join(_joined_rows(paragraphs))


def _above(paragraphs: Sequence[str], title: str) -> int:
    """Return how many of the first paragraphs are the title, with a short line or two above it (a section's name)."""
    for at, paragraph in enumerate(paragraphs[: LINES_ABOVE + 1]):
        if title and paragraph.lstrip("# ").casefold() == title:
            return at + 1
        if len(paragraph) > SHORT_LINE:
            break
    return 0


def _joined_rows(paragraphs: Sequence[str]) -> Iterator[str]:
    """Yield the paragraphs, the rows of a table together as lines, their cells apart by tabs."""
    rows: list[str] = []
    for paragraph in paragraphs:
        if _ROW.fullmatch(paragraph):
            if not _RULE.fullmatch(paragraph):
                rows.append("\t".join(cell.strip() for cell in paragraph.strip("| ").split("|")))
            continue
        if rows:
            yield "\n".join(rows)
            rows = []
        yield paragraph
    if rows:
        yield "\n".join(rows)


def _without_zero_width(page: str) -> str:
    """Drop characters that show nothing: a text hidden with them is not what a reader sees."""
    return re.sub(r"[\u200b\u2060\ufeff\u00ad\U000e0000-\U000e007f]", "", page)
