"""An address as articles: a page, a PDF, a Word file, a plain text, or a feed with its entries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from presscheck.errors import PresscheckError, UnreadableFile
from presscheck.models import Article, Failure
from presscheck.text.turns import looks_like_transcript
from presscheck.vectorstore.loaders.completing import completed
from presscheck.vectorstore.loaders.docx import read_docx
from presscheck.vectorstore.loaders.feeds import read_feed
from presscheck.vectorstore.loaders.html import read_page
from presscheck.vectorstore.loaders.pdf import read_pdf
from presscheck.vectorstore.loaders.reading import clean, decode, decode_page
from presscheck.vectorstore.web.fetch import Fetched, Limits, Validators, fetch
from presscheck.vectorstore.web.robots import Robots

TEASER = 600
"""Characters up to which a feed entry is taken for a teaser, and its linked page is read instead."""
MOST_LINKS = 100
"""Entries of a feed whose linked pages are read; the teasers of those behind them stay."""


class Read(NamedTuple):
    """What an address gave: its articles and failures, and what to ask with next time; `fresh` is False if unchanged."""

    found: tuple[Article | Failure, ...]
    validators: Validators
    fresh: bool = True


def read_url(
    url: str, limits: Limits | None = None, *, known: Validators | None = None, obey_robots: bool = True
) -> Read:
    """Read an address. Never raises for what it finds there: that comes out as a `Failure`."""
    limits = limits or Limits()
    robots = Robots(limits) if obey_robots else None
    try:
        fetched = _fetch(url, limits, robots, known)
        if fetched.data is None:
            return Read((), fetched.validators, fresh=False)
        found = (
            each if isinstance(each, Failure) else completed(each)
            for each in _articles(fetched, limits, robots)
        )
        return Read(tuple(found), fetched.validators)
    except PresscheckError as error:
        return Read((Failure(origin=url, why=str(error)),), Validators())


def _fetch(url: str, limits: Limits, robots: Robots | None, known: Validators | None = None) -> Fetched:
    if robots is not None and not robots.allow(url):
        raise UnreadableFile(f"{url}: the site's robots.txt asks not to fetch it.")
    return fetch(url, limits, known=known)


def _articles(fetched: Fetched, limits: Limits, robots: Robots | None) -> Iterator[Article | Failure]:
    if _is_feed(fetched):
        for number, entry in enumerate(read_feed(fetched.data or b"", fetched.url)):
            yield _whole(entry, limits, robots) if number < MOST_LINKS else entry
    else:
        yield _document(fetched)


def _is_feed(fetched: Fetched) -> bool:
    start = (fetched.data or b"")[:1000].lower()
    return (
        "xml" in fetched.type
        and fetched.type != "application/xhtml+xml"
        and (b"<rss" in start or b"<feed" in start)
    )


def _whole(entry: Article | Failure, limits: Limits, robots: Robots | None) -> Article | Failure:
    """Return a feed's entry with its whole text: where it is a teaser, that of the page it links to."""
    if isinstance(entry, Failure) or entry.url is None or len(entry.text) > TEASER:
        return entry
    try:
        page = _document(_fetch(entry.url, limits, robots))
    except PresscheckError:
        return entry
    kept = {"id": entry.id, "origin": entry.origin, "publisher": entry.publisher or page.publisher}
    return page.model_copy(update={**kept, "published": entry.published or page.published})


def _document(fetched: Fetched) -> Article:
    data = fetched.data or b""
    if fetched.type == "application/pdf":
        return read_pdf(data, fetched.url).model_copy(update={"url": fetched.url})
    if fetched.type.endswith("wordprocessingml.document"):
        return read_docx(data, fetched.url).model_copy(update={"url": fetched.url})
    if "html" in fetched.type:
        return read_page(decode_page(data, fetched.charset), origin=fetched.url, url=fetched.url)
    text = _text(fetched)
    kind = "transcript" if looks_like_transcript(text) else "article"
    return Article(text=text, origin=fetched.url, url=fetched.url, kind=kind)


def _text(fetched: Fetched) -> str:
    """Return the text by the charset that the server names, else as its bytes look."""
    data = fetched.data or b""
    if fetched.charset:
        try:
            return clean(data.decode(fetched.charset))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)
