"""Find the dates, times and durations of a text, and place them by the text's own date where they need it."""

from __future__ import annotations

from datetime import datetime

from presscheck.text.mentions import DateMention


def find_dates(text: str, published: datetime | None = None) -> list[DateMention]:
    """Return the dates of a text in order; none overlaps another.

    `published` is the text's own date: "Monday", "last week" and "in February" are placed by it. Its time zone is set
    aside: `low` and `high` of the result have none, they are what a clock and a calendar at the place show.
    """
    from presscheck.text.date_reading import read_dates  # the grammars load when first needed

    return read_dates(text, published)
