"""The types of what is read in a text. All are frozen, with `text == whole[start:end]` in code points, half-open."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from presscheck.models import Frozen

Bound = Literal["=", "~", "<", "<=", ">", ">="]
Change = Literal["up", "down"]
FigureKind = Literal["quantity", "ordinal", "ratio", "score"]
DateKind = Literal["date", "time", "range", "duration", "set"]
QuoteKind = Literal["direct", "partial"]
NameKind = Literal["person", "organisation", "place", "nationality", "other"]


class Mention(Frozen):
    """A stretch of a text."""

    text: str
    start: int
    end: int


class Sentence(Mention):
    """A sentence, without the white space around it."""


class Figure(Mention):
    """A figure as read: `low` and `high` are equal unless it is a range, in the unit's own scale (5 % is 5).

    `unit` is canonical: `percent`, `percentage point`, an ISO 4217 code, a unit of measure, or the counted noun in
    the singular; "" where nothing is named. `about` holds the lower-case content words that say what is measured.
    """

    low: float
    high: float
    unit: str = ""
    bound: Bound = "="
    change: Change | None = None
    kind: FigureKind = "quantity"
    about: tuple[str, ...] = ()


class DateMention(Mention):
    """A date, time or span of time: all days or moments from `low` up to and including `high`.

    Both are None where it can't be placed (a relative date in a text without a date of its own). `grain` is the
    finest unit named. `weekday` (0 is Monday) is what the text says, whether or not it fits the date. `relative`
    says that it was placed by the text's own date. For a `duration` the bounds are None and `seconds` is set.
    """

    low: datetime | None = None
    high: datetime | None = None
    grain: Literal[
        "second", "minute", "hour", "day", "week", "month", "quarter", "season", "year", "decade"
    ] = "day"
    kind: DateKind = "date"
    weekday: int | None = None
    relative: bool = False
    seconds: float | None = None
    value: str = ""
    """ISO 8601 as far as it is known: `2024-10-29`, `2024-10`, `XXXX-10-29`, `2024-W44`, `P2D`, `T15:30`."""


class Quote(Mention):
    """A quotation: `text` and the span are what stands between the marks (the marks left out), joined parts included.

    Of an interrupted quotation the span runs from the first part's start to the last part's end and `parts` holds
    the (start, end) of each part; otherwise `parts` has one. `speaker` is the person it is resolved to (the fullest
    name form in the text, else the mention), the speaker's span is the mention next to it ("he", "the general").
    """

    parts: tuple[tuple[int, int], ...] = ()
    speaker: str | None = None
    speaker_start: int | None = None
    speaker_end: int | None = None
    cue: str | None = None
    kind: QuoteKind = "direct"

    @property
    def words(self) -> str:
        """What is quoted, interrupted parts joined with a space."""
        return " ".join(self.text[a - self.start : b - self.start] for a, b in self.parts) or self.text


class Name(Mention):
    """A name: `canonical` is the fullest form in the text without title; `title` what stands before or after it."""

    kind: NameKind = "other"
    canonical: str = ""
    title: str | None = None
