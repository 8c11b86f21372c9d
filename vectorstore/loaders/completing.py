"""What a source does not say of itself and yet shows: its day by dateline or address, its publisher by host, its language.

Never the day of loading: a text that shows no day has none.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from presscheck.models import Article
from presscheck.text.common_words import MONTH
from presscheck.text.date_words import MONTH_NAMES
from presscheck.vectorstore.loaders.languages import with_language

_MONTHS = [name[:3] for name in MONTH_NAMES]
_DAY = rf"(?i:(?P<month>{MONTH})\.?\s+(?P<day>\d{{1,2}})|(?P<day2>\d{{1,2}})\s+(?P<month2>{MONTH}))\b(?:,?\s+(?P<year>\d{{4}})\b)?"
_DASH = r"\s*(?:—|–|--|-(?=\s))\s*"
_PLACE = r"[A-Z][A-Z.'’ -]{2,40}[A-Z.](?:,\s+[A-Z][\w.'’ ]{1,30}?)?(?:\s+and\s+[A-Z][A-Z.'’ -]{2,40})?"
_AGENCY = r"\(\s*[A-Z][\w .&/'’-]{1,40}\)"
_DATELINES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\s*{_PLACE},?\s+{_DAY}\s*(?:{_AGENCY})?{_DASH}",
        rf"\s*{_PLACE}\s*\(\s*[A-Z][\w .&/'’-]{{1,40}}?,?\s+{_DAY}\){_DASH}",
        rf"\s*{_PLACE}\s*(?:{_AGENCY})?{_DASH}{_DAY}(?=\s*(?:$|[—–\n]|--))",
    )
)
"""“WASHINGTON, March 3, 2025 (Reuters) —”, “KYIV (AP, Oct. 3, 2024) —”, “KYIV, Ukraine (AP) — Oct. 3, 2024”."""
_LOOKED_AT = 400
_FIRST_LINES = 3

_ADDRESS_DAY = re.compile(
    r"/((?:19|20)\d\d)([/-]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"
    rf"|/((?:19|20)\d\d)/({'|'.join(_MONTHS)})/(0?[1-9]|[12]\d|3[01])(?!\d)"
)
_ADDRESS_YEAR = re.compile(r"/((?:19|20)\d\d)(?=[/-])")


def completed(article: Article) -> Article:
    """Return the article with its day, publisher and language where it was told none and they can be seen."""
    seen: dict[str, Any] = {}
    address = _address(article)
    if article.published is None and (day := _day(article.text, address)) is not None:
        seen["published"] = day
    if article.publisher is None and address:
        seen["publisher"] = _host(address)
    return with_language(article.model_copy(update=seen) if seen else article)


def _address(article: Article) -> str:
    given = article.url or article.origin or ""
    return given if given.startswith(("http://", "https://")) else ""


def _host(address: str) -> str | None:
    """Return the host's name without `www.`; a bare number is no publisher."""
    host = (urlsplit(address).hostname or "").removeprefix("www.")
    return host if any(c.isalpha() for c in host) and ":" not in host else None


def _day(text: str, address: str) -> datetime | None:
    """Return the day in the dateline, or in the address; the year of a dateline without one is the address's."""
    dateline = _dateline(text)
    if dateline is None:
        return address_day(address)
    month, day, year = dateline
    if year is None:
        found = _ADDRESS_YEAR.search(address)
        year = int(found[1]) if found else None
    return address_day(address) if year is None else _made(year, month, day)


def _dateline(text: str) -> tuple[int, int, int | None] | None:
    """Return month, day and year of the dateline at the start of one of the first lines."""
    lines = [line for line in text[:_LOOKED_AT].split("\n") if line.strip()]
    for line in lines[:_FIRST_LINES]:
        for pattern in _DATELINES:
            if found := pattern.match(line):
                month = (found["month"] or found["month2"])[:3].lower()
                year = found["year"]
                return (
                    _MONTHS.index(month) + 1,
                    int(found["day"] or found["day2"]),
                    int(year) if year else None,
                )
    return None


def address_day(address: str) -> datetime | None:
    """Return the day in a web address (`/2024/10/29/`, `/2024-10-29-`, `/2024/oct/29/`), None if there is none."""
    found = _ADDRESS_DAY.search(address)
    if found is None:
        return None
    if found[1]:
        return _made(int(found[1]), int(found[3]), int(found[4]))
    return _made(int(found[5]), _MONTHS.index(found[6]) + 1, int(found[7]))


def _made(year: int, month: int, day: int) -> datetime | None:
    try:
        return datetime(year, month, day)
    except ValueError:
        return None
