"""Dates as people and feeds write them in metadata."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime

_FORMS = (
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%Y%m%d",
    "%B %d, %Y",
    "%b %d, %Y",
    "%b. %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%A, %B %d, %Y",
    "%d.%m.%Y",
)


def read_moment(value: str) -> datetime:
    """Return the moment written in `value`, its time zone kept; raises ValueError if it is no date.

    Read are ISO 8601, RFC 2822 (feeds) and "October 29, 2024" or "29 October 2024". Of 3/4/2024 nobody can tell which
    is the month, so it is refused.
    """
    value = value.strip()
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        pass
    for form in _FORMS:
        try:
            return datetime.strptime(value, form)
        except ValueError:
            continue
    try:
        return parsedate_to_datetime(value)
    except (ValueError, TypeError):
        raise ValueError(f"{value!r} is no date; write it as 2024-10-29") from None
