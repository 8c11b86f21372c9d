"""Dates shifted by day, month or year, given a wrong weekday or a wrong relative word; controls that are right.

A draft is one sentence of the article with one date changed. A fault must lie wholly outside what stood there.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from presscheck.evals.mutation import Mutation, with_other_words
from presscheck.evals.mutations import date_edits as edits
from presscheck.models import Article
from presscheck.text.date_words import WEEKDAY_NAMES
from presscheck.text.dates import find_dates
from presscheck.text.mentions import DateMention
from presscheck.text.quotes import find_quotes
from presscheck.text.sentences import split_sentences
from presscheck.text.words import content_words

FAULTS: Final[dict[str, tuple[edits.Edit, tuple[str, ...]]]] = {
    "date.value.day": (edits.other_day, ("date.value", "date.weekday")),
    "date.value.month": (edits.other_month, ("date.value", "date.weekday")),
    "date.value.year": (edits.other_year, ("date.value", "date.weekday")),
    "date.value.weekday": (edits.other_bare_weekday, ("date.value",)),
    "date.value.relative": (edits.other_relative, ("date.value",)),
    "date.weekday": (edits.other_weekday, ("date.weekday",)),
}
CONTROLS: Final[dict[str, edits.Edit]] = {
    "control.date.verbatim": edits.verbatim,
    "control.date.spelling": edits.spelt_otherwise,
    "control.date.coarser": edits.coarser,
    "control.date.weekday": edits.with_weekday,
}
PASSES: Final = 3
"""How often each kind is tried on an article."""


class Dated(NamedTuple):
    """A sentence of an article and one of its dates, offsets from the sentence's start."""

    sentence: str
    date: DateMention


def mutate(article: Article, rng: random.Random) -> Iterator[Mutation]:
    """Yield faults and controls, kinds by turns."""
    dated = list(_dated(article))
    if not dated:
        return
    for _ in range(PASSES):
        for kind, (edit, expect) in FAULTS.items():
            if made := _made(article, dated, kind, edit, rng):
                yield made.model_copy(update={"expect": expect})
        for kind, edit in CONTROLS.items():
            if made := _made(article, dated, kind, edit, rng):
                yield made
        if made := _relative_control(article, dated, rng):
            yield made


def _dated(article: Article) -> Iterator[Dated]:
    """Yield each date outside quotations in a sentence that has words enough to tell what is dated."""
    for sentence in split_sentences(article.text):
        if len(sentence.text) > 600 or "\n" in sentence.text.strip():
            continue
        dates = [
            d for d in find_dates(sentence.text, article.published) if d.kind in ("date", "range") and d.low
        ]
        if not dates or len(set(content_words(sentence.text))) < 6 + 2 * len(dates):
            continue
        quotes = find_quotes(sentence.text)
        for date in dates:
            if not any(a <= date.start and date.end <= b for q in quotes for a, b in q.parts):
                yield Dated(sentence.text, date)


def _made(
    article: Article, dated: list[Dated], kind: str, edit: edits.Edit, rng: random.Random
) -> Mutation | None:
    control = kind.startswith("control")
    for chosen in rng.sample(dated, min(12, len(dated))):
        new = edit(chosen.date, rng)
        if not new or (new == chosen.date.text and "verbatim" not in kind):
            continue
        made = _put(article, chosen, kind, new)
        if _holds(article, made, chosen, kind, control=control):
            return made
    return None


def _put(article: Article, chosen: Dated, kind: str, new: str) -> Mutation:
    sentence, date = chosen
    before = sentence[: date.start]
    if kind.endswith("coarser"):
        before = re.sub(r"\b([Oo])n $", lambda m: "In " if m[1] == "O" else "in ", before)
    start, end = len(before), len(before) + date.end - date.start
    return with_other_words(article, before + sentence[date.start :], start, end, new, kind)


def _holds(article: Article, made: Mutation, chosen: Dated, kind: str, *, control: bool) -> bool:
    """Whether the new date is read where it was put, and is wrong as a fault must be or right as a control must be."""
    found = next(
        (d for d in find_dates(made.text, article.published) if d.start < made.end and made.start < d.end),
        None,
    )
    if found is None or not found.low or not found.high or not chosen.date.low or not chosen.date.high:
        return False
    if kind == "date.weekday":
        return found.low.weekday() != found.weekday and found.low == chosen.date.low
    apart = found.high < chosen.date.low or found.low > chosen.date.high
    inside = found.low <= chosen.date.low and chosen.date.high <= found.high
    return inside if control else apart


def _relative_control(article: Article, dated: list[Dated], rng: random.Random) -> Mutation | None:
    """Tell a day of the week before the article's own date by its weekday, or as yesterday."""
    for chosen in rng.sample(dated, len(dated)):
        low = chosen.date.low
        new = _relative_form(low, article.published) if low and chosen.date.grain == "day" else None
        if not new or chosen.date.relative and chosen.date.weekday is not None or chosen.date.kind != "date":
            continue
        made = _put(article, chosen, "control.date.relative", new)
        found = [d for d in find_dates(made.text, article.published) if d.start == made.start]
        if found and found[0].low == low:
            return made
    return None


def _relative_form(day: datetime, published: datetime | None) -> str | None:
    if published is None:
        return None
    gap = published.replace(tzinfo=None) - day
    return WEEKDAY_NAMES[day.weekday()].title() if timedelta(0) <= gap < timedelta(days=7) else None
