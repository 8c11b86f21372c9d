"""Dates: a public specification, and phrases with resolved times. A phrase is judged as a case of the specification is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any, Final

from dateparser.search import search_dates
from score_dates import date_rows, left_out, passes

from presscheck.text.mentions import DateMention
from public.table import AT_HAND, Line, Row, percent, ratio, rows

MONTHS: Final = {"Month": 1, "Quarter": 3, "Year": 12}
DAYS: Final = {"Week": 7, "Day": 1, "NoGrain": 1}
SECONDS: Final = {
    "Second": 1, "Minute": 60, "Hour": 3600, "Day": 86400, "Week": 604800, "Month": 2592000, "Year": 31536000,
}  # fmt: skip


def lines(data: Path) -> Iterator[Line]:
    """Yield the lines of both sets."""
    cases = list(date_rows(data))
    mine, theirs = ([passes(row) for row in cases], [passes(row, dateparser_dates) for row in cases])
    wanted = [left_out(row) is None for row in cases]
    for what, every in (("dates a news reader should read", False), ("all its dates", True)):
        kept = [at for at, want in enumerate(wanted) if every or want]
        beside = f"dateparser {percent(ratio([(theirs[at], 1) for at in kept]))} (measured)"
        yield Line(
            "recognizers", f"{what}: same words, same place in the calendar", f"{len(kept)} cases",
            ratio([(mine[at], 1) for at in kept]), beside, "yes",
        )  # fmt: skip
    phrases = [row for row in rows(data / "figures" / "duckling_dev.jsonl") if is_date(row)]
    named = [bool(row["parsed"].get("holiday")) for row in phrases]
    for what, holiday, placed in (
        ("times and durations: same words", False, False),
        ("same words, placed as an assistant would (ahead)", False, True),
        ("named holidays of all religions: same words", True, False),
        ("same words, placed as an assistant would (ahead)", True, True),
    ):
        kept = [
            as_case(row, placed) for row, is_named in zip(phrases, named, strict=True) if is_named == holiday
        ]
        plain = ratio([(passes(case, dateparser_dates), 1) for case in kept])
        yield Line(
            "duckling", what, f"{len(kept)} phrases", ratio([(passes(case), 1) for case in kept]),
            f"dateparser {percent(plain)} (measured)", AT_HAND,
        )  # fmt: skip


def dateparser_dates(text: str, reference: datetime) -> list[DateMention]:
    """Read dates as the library dateparser does, a day each, or a minute where it finds a time: the baseline."""
    settings: Any = {"RELATIVE_BASE": reference, "RETURN_AS_TIMEZONE_AWARE": False}
    mentions, at = [], 0
    for words, found in search_dates(text, languages=["en"], settings=settings) or []:
        start = max(text.find(words, at), 0)
        at = start + len(words)
        day = found.time() in (time(), reference.time())
        low = datetime.combine(found, time()) if day else found.replace(second=0, microsecond=0)
        high = low + (timedelta(days=1) if day else timedelta(minutes=1)) - timedelta(seconds=1)
        grain: Any = "day" if day else "minute"
        mentions.append(DateMention(text=words, start=start, end=at, low=low, high=high, grain=grain))
    return mentions


def is_date(row: Row) -> bool:
    """Whether the phrase is a time or a duration with a resolved value."""
    return row["dimension"] in ("Time", "Duration") and bool(row["parsed"])


def as_case(row: Row, placed: bool = True) -> Row:
    """Return the phrase in the specification's form: one result, the whole phrase, where wanted with its place."""
    result = {"text": row["text"], "resolution": {"values": [value_of(row)] if placed else []}}
    reference = (row["reference"] or "2013-02-12T04:30:00")[:19]
    return {"text": row["text"], "reference": reference, "model": "DateTimeModel", "results": [result]}


def value_of(row: Row) -> dict[str, str]:
    """Return what the phrase means in the specification's form: a day, a moment, a range, a number of seconds."""
    told = row["parsed"]
    if row["dimension"] == "Duration":
        return {"type": "duration", "value": str(told["value"] * SECONDS[told["grain"]])}
    if "from" in told:
        return _range(told["from"], told["to"], told["grain"])
    moment = datetime.fromisoformat(told["datetime"][:19])
    if told["grain"] in DAYS and told["grain"] != "Week":
        return {"type": "date", "value": moment.date().isoformat()}
    if told["grain"] in ("Second", "Minute", "Hour"):
        return {"type": "datetime", "value": moment.isoformat(" ")}
    months = moment.month - 1 + MONTHS.get(told["grain"], 0)
    end = moment + timedelta(days=DAYS.get(told["grain"], 0))
    if told["grain"] in MONTHS:
        end = moment.replace(year=moment.year + months // 12, month=months % 12 + 1, day=1)
    return _range(moment.isoformat(), end.isoformat(), told["grain"])


def _range(start: str, end: str, grain: str) -> dict[str, str]:
    kind = "datetimerange" if grain in ("Second", "Minute", "Hour") else "daterange"
    return {"type": kind, "start": start[:19].replace("T", " "), "end": end[:19].replace("T", " ")}
