"""Days with a name: when they fall in a year. Those that depend on another calendar (Ramadan, Passover) are left out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from presscheck.text import date_calendar as cal
from presscheck.text.date_calendar import Period
from presscheck.text.date_specs import Anchor, Spec, nearest, on_side

_Rule = Callable[[int], Period | None]


def _fixed(month: int, day: int) -> _Rule:
    return lambda year: cal.day(year, month, day)


def _weekday(month: int, weekday: int, nth: int, shift: int = 0) -> _Rule:
    def rule(year: int) -> Period | None:
        found = cal.nth_weekday(year, month, weekday, nth)
        return cal.containing(found.low + timedelta(days=shift), "day") if found else None

    return rule


def _easter(shift: int) -> _Rule:
    return lambda year: cal.containing(cal.easter(year) + timedelta(days=shift), "day")


_RULES: Final[dict[str, _Rule]] = {
    "new years day": _fixed(1, 1),
    "new years eve": _fixed(12, 31),
    "martin luther king jr day": _weekday(1, 0, 3),
    "martin luther king day": _weekday(1, 0, 3),
    "mlk day": _weekday(1, 0, 3),
    "groundhog day": _fixed(2, 2),
    "valentines day": _fixed(2, 14),
    "presidents day": _weekday(2, 0, 3),
    "st patricks day": _fixed(3, 17),
    "saint patricks day": _fixed(3, 17),
    "april fools day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "may day": _fixed(5, 1),
    "international workers day": _fixed(5, 1),
    "mothers day": _weekday(5, 6, 2),
    "memorial day": _weekday(5, 0, -1),
    "juneteenth": _fixed(6, 19),
    "fathers day": _weekday(6, 6, 3),
    "independence day": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _weekday(9, 0, 1),
    "columbus day": _weekday(10, 0, 2),
    "indigenous peoples day": _weekday(10, 0, 2),
    "halloween": _fixed(10, 31),
    "election day": _weekday(11, 0, 1, 1),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "thanksgiving day": _weekday(11, 3, 4),
    "thanksgiving": _weekday(11, 3, 4),
    "black friday": _weekday(11, 3, 4, 1),
    "cyber monday": _weekday(11, 3, 4, 4),
    "christmas eve": _fixed(12, 24),
    "christmas day": _fixed(12, 25),
    "christmas": _fixed(12, 25),
    "boxing day": _fixed(12, 26),
    "ash wednesday": _easter(-46),
    "palm sunday": _easter(-7),
    "good friday": _easter(-2),
    "easter sunday": _easter(0),
    "easter monday": _easter(1),
    "easter": _easter(0),
    "pentecost": _easter(49),
}


def _pattern(name: str) -> str:
    words = [
        word[:-1] + "['’]?s['’]?" if word.endswith("s") and " " in name else word for word in name.split()
    ]
    return r"\.?\s+".join(word.replace("christma['’]?s['’]?", "christmas") for word in words)


HOLIDAY_WORDS: Final = frozenset("christmas easter thanksgiving halloween juneteenth pentecost eve".split())
"""A day with a name has one of these in it, or "day"."""
_FIND: Final = re.compile(r"\b(?:" + "|".join(map(_pattern, _RULES)) + r")\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Holiday(Spec):
    """A day with a name, its year perhaps missing; `sense` -1 for "last Christmas", 1 for "next Easter"."""

    name: str
    year: int | None = None
    sense: int | None = None

    def _relative(self) -> bool:
        return self.year is None

    def _place(self, anchor: Anchor) -> Period | None:
        rule = _RULES[self.name]
        if self.year is not None:
            return rule(self.year)
        if anchor.at is None:
            return None
        years = range(max(1, anchor.at.year - 1), min(9999, anchor.at.year + 2))
        return nearest(on_side([p for y in years if (p := rule(y))], anchor.at, self.sense), anchor)


def find_holidays(text: str) -> list[tuple[str, int, int]]:
    """Return the names of holidays in a text, as in the table, with their spans."""
    lower = text.lower()
    if "day" not in lower and not any(word in lower for word in HOLIDAY_WORDS):
        return []
    return [(_key(m.group()), *m.span()) for m in _FIND.finditer(text)]


def _key(found: str) -> str:
    words = re.sub(r"['’.]", "", found.lower()).split()
    name = " ".join(words)
    return (
        name if name in _RULES else next(k for k in _RULES if k.replace("s ", " ") == name.replace("s ", " "))
    )
