"""Find the dates, times and durations of a text, and place them by the text's own date where they need it."""

from __future__ import annotations

from datetime import date

from presscheck.given import given_moment, given_text
from presscheck.text.mentions import DateMention


def find_dates(text: str, published: date | None = None) -> list[DateMention]:
    """Return the dates of a text in order; none overlaps another.

    `published` is the text's own date: "Monday", "last week" and "in February" are placed by it. Its time zone is set
    aside: `low` and `high` of the result have none, they are what a clock and a calendar at the place show. Raises
    `BadRequest` for what is no text or moment.
    """
    from presscheck.text.date_reading import read_dates  # the grammars load when first needed

    return read_dates(given_text(text, "the text"), given_moment(published, "published"))
