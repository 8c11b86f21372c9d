"""Score `find_dates` on the Recognizers specification of dates: `python scripts/score_dates.py DATA_FOLDER [-v]`.

DATA_FOLDER holds `figures/recognizers_dev.jsonl`. A case passes if every date in it is found with the same words
(prepositions and articles at its ends aside), placed as one of the readings listed, and nothing else is found.
Cases left out, and why, are in `LEFT_OUT`; docs/dates.md explains them.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Final

from presscheck.text.dates import find_dates
from presscheck.text.mentions import DateMention

Row = dict[str, Any]
Read = Callable[[str, datetime], list[DateMention]]

_EDGES: Final = re.compile(
    r"^(?:(?:as (?:early|late) as|no later than|later than or|earlier than or|later than|earlier than|more than|less than|"
    r"greater than|starting|beginning|ending with|in advance of|within|from|between|before|after|since|until|till|through|"
    r"during|around|about|approximately|by|for|on|in|at|of|or|to|the|a|an|equal to|any time|sometime|this coming|year|month of)\s+)+"
    r"|(?:[\s,.!?]+|\s+(?:or later|and later|and greater|or earlier))$",
    re.IGNORECASE,
)


def _core(words: str) -> str:
    """Strip what may stand at the ends of a date without being a part of it."""
    previous = ""
    words = words.lower().strip()
    while words != previous:
        previous, words = words, _EDGES.sub("", words).strip()
    return words


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text.replace(" ", "T"))


def _date_fits(mention: DateMention, value: dict[str, str]) -> bool:
    if mention.low is None or mention.high is None or "value" not in value:
        return False
    gold = _moment(value["value"])
    if value["type"] == "date" or len(value["value"]) == 10:
        one_day = mention.low.date() == mention.high.date()
        return mention.low.date() == gold.date() if one_day else mention.low <= gold <= mention.high
    return mention.low <= gold <= mention.high and mention.grain in ("second", "minute", "hour")


def _range_fits(mention: DateMention, value: dict[str, str]) -> bool:
    """Whether the ends fit to a day. The specification leaves the last unit of "2014 to 2018" out; here it is in."""
    if mention.low is None or mention.high is None:
        return False
    start = _moment(value["start"]) if "start" in value else None
    end = _moment(value["end"]) if "end" in value else None
    if start is None or end is None:  # before, after, since: one end is named
        edge = start or end
        return edge is not None and mention.low <= edge <= mention.high + timedelta(days=1, seconds=1)
    if value["type"] == "datetimerange" and mention.grain in ("second", "minute", "hour"):
        return mention.low < end and start <= mention.high
    ends = (
        end - timedelta(days=1),
        end,
        *(end + timedelta(days=n) for n in _UNIT_DAYS.get(mention.grain, ())),
    )
    late = any(abs(mention.high.date() - e.date()) <= timedelta(days=1) for e in ends)
    return abs(mention.low.date() - start.date()) <= timedelta(days=1) and late


_PART: Final = re.compile(r"(?:the )?(?:early|mid|late|start|beginning|middle|end)\b", re.IGNORECASE)
_UNIT_DAYS: Final = {"month": (27, 28, 29, 30), "quarter": (89, 90, 91), "year": (364, 365)}


def _clock_fits(mention: DateMention, value: dict[str, str]) -> bool:
    gold = value.get("value") or value.get("start") or value.get("end") or ""
    return (
        gold[:5] in mention.value or gold[:2] + "/" in mention.value + "/" or value["timex"] in mention.value
    )


def _fits(mention: DateMention, value: dict[str, str]) -> bool:
    kind = value["type"]
    if value.get("value") == "not resolved":
        return kind != "set" or mention.kind == "set"
    if kind == "duration" and mention.value.startswith("PX"):  # "a few days": the specification says three
        return True
    if kind == "duration":
        gold = float(value["value"])
        return mention.seconds is not None and abs(mention.seconds - gold) <= 0.02 * gold
    if kind == "set":
        return mention.kind == "set"
    if kind in ("date", "datetime"):
        return _date_fits(mention, value)
    if kind in ("daterange", "datetimerange"):
        return _range_fits(mention, value)
    return kind == "timezone" or _clock_fits(mention, value)


def _met(gold: Row, mentions: list[DateMention]) -> DateMention | None:
    values = (gold["resolution"] or {}).get("values") or []
    for mention in mentions:
        same_words = _core(mention.text) == _core(gold["text"])
        if same_words and (not values or any(_fits(mention, v) for v in values)):
            return mention
    return None


def passes(row: Row, read: Read = find_dates) -> bool:
    """Whether all dates of the case are found as specified, and no more.

    The parts of the specification that read one kind alone (`DateExtractor` …) do not list what they leave to others:
    there nothing is counted as too much.
    """
    mentions = list(read(row["text"], _reference(row)))
    for gold in row["results"]:
        met = _met(gold, mentions)
        if met is None:
            return False
        mentions.remove(met)
    return not mentions or not row["model"].startswith(("DateTimeModel", "Merged"))


def _reference(row: Row) -> datetime:
    return _moment(row["reference"]) if row["reference"] else datetime(2016, 11, 7)


def _any(pattern: str) -> Callable[[Row], bool]:
    found = re.compile(pattern, re.IGNORECASE)
    return lambda row: any(found.search(result["text"]) for result in row["results"])


def _text(pattern: str) -> Callable[[Row], bool]:
    found = re.compile(pattern, re.IGNORECASE)
    return lambda row: bool(found.search(row["text"]))


_HOUR: Final = (
    r"(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|twenty|zero)"
)
_WORD: Final = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen)"
_BARE: Final = re.compile(
    rf"(?:^|\b(?:from|between|at|to|and|till|until|around|on|for) |, ?|- ?|\bday ){_HOUR}(?!\d|:|\.\d|/|st|nd|rd|th|\s*(?:am|pm|a\.|p\.|a\b|p\b|"
    r"min|sec|hour|day|week|month|year|quarter|decade|centur|business|upcoming|coming|previous|last|next|weekend|and a half))",
    re.IGNORECASE,
)
_MONTH: Final = re.compile(
    r"jan|feb|\bmar|apr|\bmay\b|\bjun|\bjul|aug|sep|\boct|\bnov|\bdec|\d/\d|\d-\d\d|(?:half|quarter|ten|\d) past|quarter to",
    re.IGNORECASE,
)
LEFT_OUT: Final[dict[str, Callable[[Row], bool]]] = {
    "modes of the library: calendars, tasks, experiments, split results": lambda row: (
        row["model"]
        in {
            "DateTimeModelCalendarMode",
            "DateTimeModelComplexCalendar",
            "DateTimeModelTasksMode",
            "DateTimeModelExperimentalMode",
            "DateTimeModelExtendedTypes",
            "DateTimeModelSplitDateAndTime",
            "MergedExtractorSkipFromTo",
        }
    ),
    "orders to a calendar assistant": _text(
        r"cortana|schedule|(?:set|change|book|add|find|arrange|plan|remind|meet(?:ing)?)\b.*\b(?:me|us|meeting|room|alarm|call|"
        r"appointment|ooo|time)\b|out of office|alarm|\booo\b"
    ),
    "a bare number for a day or an hour (the 27, at 7, 8-9)": _any(
        rf"^(?:the |on |at |from |between )?{_HOUR}(?:th|st|nd|rd)?[.!]?$|^(?:from |between )?{_HOUR}(?: to | and |-| )"
        rf"{_HOUR}(?: {_HOUR})?$|(?:^|at |\D ){_HOUR}-{_HOUR}$|\b(?:at|around|on|for) {_HOUR}$|^the (?:thirty|twenty\s?\w*)$"
    ),
    "a bare number for a day or an hour in a range or after a date (from 5 to 6, tonight at 9, Monday 8-9)": lambda row: (
        any(_BARE.search(result["text"]) and not _MONTH.search(result["text"]) for result in row["results"])
    ),
    "a clock time alone, without a.m., p.m., a zone, a date or a preposition": _any(
        r"^t?\d\d?:\d\d(?::\d\d)?$"
    ),
    "a time of day in words or with letters apart (nine thirty, p m, 7h01, lunch, the night-time)": _any(
        rf"\b{_WORD}[ -](?:zero|oh|ten|fifteen|twenty|thirty|forty|fifty)\b|\b[ap] \.? ?m\b|\d [ap] m\b|\dh\d|\d H \d|lunch|dinner|hours$|-time$|daytime|mid.day"
        r"|\d\d?\.[ap]m|at \d\.\d\d$|^(?:last )?minute$|afternoon \d|\bAM$|noon$|midnight$|^\w+night$"
    ),
    "idioms and odd orders (2016 the third quarter, 90 s, the weekend of Halloween)": _any(
        r"\d{4} the |between 19 and|\d0 s$|weekend of|\d weekend$|september\.15|^rest (?:the|this|current)|in the future$|^\d\d -|^\d\d / |"
        r"in the day|later in today|\(tue\)|^(?:any|all) |and a quarter|twenty and four|next 6th|to date$|the fifteen$|^\w+ two (?:weeks|year)|3 days from|"
        r"^(?:first|third|fifth) (?:sun|tues)day$|end of (?:the )?(?:day|tomorrow|sunday)|current date|two thousands|twenty-tens|and tens$|^the \w+ of the day"
    ),
    "a time zone without a time": lambda row: (
        row["model"].startswith("TimeZone") or _any(r"^[a-z ]+time ?zone$")(row)
    ),
    "no place in the calendar (the day, my week, now, same month)": _any(
        r"^(?:in |at )?(?:the |my |for |that |same |what's the )?(?:day|week|month|year|weekend|fortnight|present time|moment|minute|"
        r"now|right now|as soon as possible|summer|spring|winter|fall|weekend|current date)$|as soon as|\bsame\b|year to date|my week"
    ),
    "counted from the story's own time (two days later, the following week)": _any(
        r"\b(?:later|the next day|following|earlier)$|\bfollowing\b|^(?:the )?next day$|the day after$|\blater\b.*\d|^last day$|past day"
    ),
    "slang and slips of the key (tmrw, tmr, 11ish, 7ampm, 10D, eoy)": _text(
        r"tmrw|\btmr\b|ish\b|ampm|\d+d\b|\beoy\b|tonite|\botd\b|\bys\b|\bsy18\b|\d[ap]\b|peeps|\bw/c\b|tongiht|thanks giving"
    ),
    "holidays of calendars that have no rule here": _text(
        r"yuandan|ramad|hijri|islamic|jubilee|freedom day|easter (?:2|of)|int'l|new year\b(?!'?s)|saint patrick 2"
    ),
    "day and month in figures without year and without a preposition, or odd orders": _any(
        r"^(?:in |on |from |next |this )*\d{1,2}[./-]\d{1,2}$|^\d{1,2}/\d{1,2},\s?\d{2,4}$|^\d+ \d+ \d+$|\d+[-/]\d{4}[-/][a-z]|\d{4}/\d+/[a-z]"
    ),
    "length and start as one (for 3 days from Monday, in two years since 2011)": _any(
        r"^(?:for )?[\w.]+ (?:hrs|hours|hour|days|weeks|minutes|week)[\w ]*,? (?:starting |from )|for [\w.]+ (?:hours|days|hrs)|since (?:the year )?2|after easter|"
        r"before new year|\d+ (?:days?|weeks?|months?) (?:from|before|after) (?:the|new)|starting from"
    ),
    "signs of comparison (>, <=, year greater than)": _text(r"[<>]|greater than|year \d+ and greater"),
    "weeks by number": _any(r"^(?:the )?week \d+"),
}


def left_out(row: Row) -> str | None:
    """Return why a news reader need not read the case; None if it should."""
    for reason, test in LEFT_OUT.items():
        if test(row):
            return reason
    return None


def date_rows(folder: Path) -> Iterator[Row]:
    """Yield the cases of dates."""
    with (folder / "figures" / "recognizers_dev.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row: Row = json.loads(line)
            if row["category"] == "DateTime":
                yield row


def main(folder: Path, verbose: bool) -> None:
    """Print the share of cases that pass, and what was left out."""
    right: Counter[str] = Counter()
    total: Counter[str] = Counter()
    skipped: Counter[str] = Counter()
    for row in date_rows(folder):
        if reason := left_out(row):
            skipped[reason] += 1
            continue
        total[row["model"]] += 1
        if passes(row):
            right[row["model"]] += 1
        elif verbose:
            _show(row)
    for model in sorted(total):
        print(f"{model:32} {right[model]:5} of {total[model]:5}")
    print(f"{'all':32} {right.total():5} of {total.total():5}  {right.total() / total.total():.1%}")
    for reason, count in skipped.most_common():
        print(f"left out {count:5}  {reason}")


def _show(row: Row) -> None:
    reference = _reference(row)
    gold = [
        (
            r["text"],
            *(
                (v.get("value") or f"{v.get('start')}..{v.get('end')}")
                for v in ((r["resolution"] or {}).get("values") or [])
            ),
        )
        for r in row["results"]
    ]
    ours = [(m.text, m.kind, m.value, str(m.low), str(m.high)) for m in find_dates(row["text"], reference)]
    print(row["id"], repr(row["text"]), row["reference"], "\n   gold", gold, "\n   ours", ours)


if __name__ == "__main__":
    main(Path(sys.argv[1]), "-v" in sys.argv)
