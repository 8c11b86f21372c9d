"""Values of two stories that measure the same thing although little else in their sentences is the same.

A check calls a figure wrong only if the words around it leave no doubt. Two outlets on one event use few words in common,
but there is more to go by: neither has the other's value, and each is the other's nearest of all comparable ones.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from presscheck.chains.check.dates.compare import relation
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.figures.relation import relate
from presscheck.models import Article
from presscheck.reasons import Reason
from presscheck.text.mentions import DateMention, Figure, Mention, Name
from presscheck.text.people import fold
from presscheck.text.person_roles import OFFICES, office
from presscheck.text.words import content_words

NEAR = 0.15
"""From this likeness of their sentences on two values speak of one thing; see docs/briefs.md for what it was tuned on."""
OFFICE_WORDS = OFFICES | frozenset(
    "chief executive leader commissioner officer deputy vice head chair finance foreign".split()
)
"""What tells one office from another; two that share one of them may be the same office told differently."""
UNIT = 0.75
"""How alike the units must be."""
SMALL = 12
"""Counts up to this are too common to be rivals."""
TOLD = frozenset([Reason.FIGURE_VALUE, Reason.FIGURE_SCALE, Reason.FIGURE_DIRECTION])


class Value(NamedTuple):
    """A figure or date of an article, and the weighted words of its sentence without it."""

    mention: Figure | DateMention
    words: frozenset[str]


class Office(NamedTuple):
    """A name with the title in front of it, and the words of the title that name an office."""

    mention: Mention
    words: frozenset[str]


class Values:
    """The figures and dates of one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self._draft = Draft(article)

    @cached_property
    def figures(self) -> list[Value]:
        """The figures that measure something."""
        found = (f for f in self._draft.figures if f.kind == "quantity" and any(c.isdigit() for c in f.text))
        return [self._value(f) for f in found if f.high > SMALL or not float(f.high).is_integer()]

    @cached_property
    def dates(self) -> list[Value]:
        """The days and months that can be placed, told by number or weekday."""
        return [self._value(d) for d in self._draft.dates if d.low and _named_day(d)]

    @cached_property
    def offices(self) -> dict[str, list[Office]]:
        """The offices that people are named with, by person."""
        found: dict[str, list[Office]] = {}
        for name in self._draft.names:
            words = _office_words(name.title or "") if name.kind == "person" else frozenset()
            if words:
                found.setdefault(name.canonical, []).append(Office(self._titled(name), words))
        return found

    def figure_at(self, start: int, end: int) -> Figure | None:
        """Return the figure at these characters of the article, if there is one."""
        return next((f for f in self._draft.figures if f.start < end and start < f.end), None)

    def _titled(self, name: Name) -> Mention:
        """Return the name with the title in front of it."""
        text, title = self.article.text, name.title or ""
        at = text.rfind(title, max(0, name.start - len(title) - 6), name.start)
        start = at if at >= 0 else name.start
        return Mention(text=text[start : name.end], start=start, end=name.end)

    def _value(self, mention: Figure | DateMention) -> Value:
        sentence = self._draft.sentence_at(mention.start)
        at = mention.start - sentence.start
        rest = sentence.text[: max(0, at)] + " " + sentence.text[at + len(mention.text) :]
        return Value(mention, frozenset(content_words(rest)))


class Rivals(NamedTuple):
    """Two values of one thing."""

    kind: str
    first: Mention
    second: Mention


def rarities(articles: Sequence[Values]) -> dict[str, float]:
    """Return how much each word tells among the sentences with values."""
    held = [v.words for a in articles for v in (*a.figures, *a.dates)]
    seen = Counter(w for words in held for w in words)
    return {w: math.log(1 + len(held) / n) for w, n in seen.items()}


def rivals(a: Values, b: Values, weight: Mapping[str, float]) -> Iterator[Rivals]:
    """Yield the values of two articles of different stories that can't both be right."""
    yield from _kind("figure", a.figures, b.figures, _figures_clash, weight)
    yield from _kind("date", a.dates, b.dates, _dates_clash, weight)
    for person, offices in a.offices.items():
        theirs = b.offices.get(person, [])
        if theirs and not any(x.words <= y.words or y.words <= x.words for x in offices for y in theirs):
            yield Rivals("name", offices[0].mention, theirs[0].mention)


def _kind(
    kind: str,
    first: Sequence[Value],
    second: Sequence[Value],
    clash: Callable[[Value, Value], bool | None],
    weight: Mapping[str, float],
) -> Iterator[Rivals]:
    """Yield pairs that clash where each is the other's nearest, and neither stands in the other article too.

    `clash` is True for values that differ, False for values that agree, None for ones of another kind.
    """
    lonely_a = [x for x in first if not any(clash(x, y) is False for y in second)]
    lonely_b = [y for y in second if not any(clash(x, y) is False for x in first)]
    pairs = [
        (likeness(x.words, y.words, weight), i, j)
        for i, x in enumerate(lonely_a)
        for j, y in enumerate(lonely_b)
        if clash(x, y)
    ]
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    for alike, i, j in sorted(pairs, key=lambda p: (-p[0], p[1], p[2])):
        if alike >= NEAR and i not in taken_a and j not in taken_b:
            yield Rivals(kind, lonely_a[i].mention, lonely_b[j].mention)
        taken_a.add(i)
        taken_b.add(j)


def likeness(a: frozenset[str], b: frozenset[str], weight: Mapping[str, float]) -> float:
    """Return the weight that two sentences share, as part of both (Dice), from 0 to 1."""
    both = sum(weight.get(w, 1.0) for w in a) + sum(weight.get(w, 1.0) for w in b)
    return 2 * sum(weight.get(w, 1.0) for w in a & b) / both if both else 0.0


def _named_day(date: DateMention) -> bool:
    """Whether a date is a day or month told by number, or a weekday: not "today" or a holiday."""
    told = any(c.isdigit() for c in date.text) or date.weekday is not None
    return told and date.kind in ("date", "time") and date.grain in ("day", "month", "hour")


def _office_words(title: str) -> frozenset[str]:
    return frozenset(office(fold(w)) for w in title.split()) & OFFICE_WORDS


def _figures_clash(a: Value, b: Value) -> bool | None:
    if not isinstance(a.mention, Figure) or not isinstance(b.mention, Figure):
        return None
    found = relate(a.mention, b.mention)
    back = relate(b.mention, a.mention)
    if (found and found.good) or (back and back.good):
        return False
    return True if found and found.reason in TOLD and found.alike >= UNIT else None


def _dates_clash(a: Value, b: Value) -> bool | None:
    if not isinstance(a.mention, DateMention) or not isinstance(b.mention, DateMention):
        return None
    stands = relation(a.mention, b.mention)
    if stands == "apart":
        return True if (a.mention.weekday is None) == (b.mention.weekday is None) else None
    return None if stands == "unknown" else False
