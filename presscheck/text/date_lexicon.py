"""Which word is which kind of token: the table that the lexer of dates looks words up in."""

from __future__ import annotations

from typing import Any, Final

from presscheck.text.date_words import (
    DAY_PARTS,
    DECADES,
    MONTHS,
    ORDINALS,
    SEASONS,
    SHORT_NAMES,
    SHORT_WEEKDAYS,
    SMALL_NUMBERS,
    TENS,
    UNIT_WORDS,
    WEEKDAYS,
    ZONE_NAMES,
    ZONES,
)

_KINDS: Final = {
    "of": "of", "the": "the", "in within during throughout over": "in", "on": "on", "at": "at", "to": "to",
    "from": "from", "between": "between", "and": "and", "or": "or", "until till til through thru": "until",
    "since": "since", "by": "by", "before": "before", "after": "after", "a an": "a", "ago": "ago",
    "later": "later", "earlier": "later", "now": "now", "around about approximately roughly": "about",
    "few several some": "few", "couple": "couple", "past last previous": "past", "next coming upcoming": "next",
    "following": "following", "this current": "this", "today yesterday tomorrow": "today", "tonight": "tonight",
    "every each": "every", "other": "otherword", "noon midday midnight": "noon", "o": "o", "clock": "clockword",
    "fy fiscal financial school academic calendar": "fiscal", "half": "halfword", "starting": "starting",
    "daily weekly biweekly monthly quarterly yearly annually annual hourly nightly semiannual everyday": "often",
    "business working": "business", "whole full entire all": "whole", "another": "another", "more": "more",
    "min h sec": "shortunit", "time": "time", "standard daylight": "standard",
}  # fmt: skip
_PARTS: Final = {
    "early": ("part", "early"), "mid": ("part", "mid"), "late": ("part", "late"), "start": ("edge", "start"), "beginning": ("edge", "start"),
    "end": ("edge", "end"), "middle": ("edge", "mid"), "rest": ("edge", "rest"), "remainder": ("edge", "rest"),
}  # fmt: skip
MARKS: Final = {
    ",": "comma", "-": "dash", "–": "dash", "—": "longdash", "−": "dash", "~": "dash", "/": "slash",
    "(": "paren", ")": "paren", "'": "apostrophe", "’": "apostrophe",
}  # fmt: skip
DOUBTFUL_MONTHS: Final = frozenset(
    {"may", "march", "mar", "dec", "jan", "sep", "april", "june", "august", "jun"}
)
"""Months whose names are also verbs, names of people, or short for something else."""
SURE_SHORT_DAYS: Final = frozenset({"tue", "tues", "thu", "thur", "thurs", "weds"})
ABBREVIATED: Final = SHORT_NAMES | {"hr", "hrs", "yr", "yrs", "mins"}
SHORT_ZONES: Final = {z: o for z, o in ZONES.items() if len(z) == 2}
"""Read in capitals only."""


def _table() -> dict[str, tuple[str, Any]]:
    table: dict[str, tuple[str, Any]] = {w: (k, w) for words, k in _KINDS.items() for w in words.split()}
    table |= _PARTS
    for kind, values in _VALUES.items():
        table |= {word: (kind, value) for word, value in values.items()}
    return table


_VALUES: Final[dict[str, dict[str, Any]]] = {
    "unit": {w: u for w, u in UNIT_WORDS.items() if w not in ("second", "sec", "min")},
    "digit": {w: n for w, n in SMALL_NUMBERS.items() if n < 10},
    "teen": {w: n for w, n in SMALL_NUMBERS.items() if n > 9},
    "tens": TENS,
    "scale": {"hundred": 100, "thousand": 1000},
    "ord": ORDINALS,
    "decade": DECADES,
    "month": MONTHS,
    "weekday": WEEKDAYS,
    "weekdays": {w + "s": n for w, n in WEEKDAYS.items()},
    "shortday": SHORT_WEEKDAYS,
    "season": SEASONS,
    "daypart": {w: w for w in DAY_PARTS},
    "dayparts": {w + "s": w for w in DAY_PARTS if w != "overnight"},
    "zonename": ZONE_NAMES,
    "zone": {w.lower(): o for w, o in ZONES.items() if len(w) > 2},
}
WORDS: Final = _table()
"""Lower-case word → (kind, value)."""
