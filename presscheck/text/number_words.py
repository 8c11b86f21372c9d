"""Numbers in words: "twenty-eight hundred", "a hundred and five", "three million two hundred thousand"."""

from __future__ import annotations

import re
from typing import NamedTuple

from presscheck.text.date_words import ORDINALS as DAY_ORDINALS
from presscheck.text.date_words import SMALL_NUMBERS
from presscheck.text.date_words import TENS as _TENS

UNITS = {"zero": 0, "nought": 0, "naught": 0} | SMALL_NUMBERS
TENS = _TENS | {"fourty": 40}
SCALES = {
    "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "trillion": 1e12,
    "quadrillion": 1e15,
}  # fmt: skip
SHORT_SCALES = {
    "k": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mln": 1e6, "mil": 1e6, "b": 1e9, "bn": 1e9, "bln": 1e9,
    "t": 1e12, "tn": 1e12, "trn": 1e12,
}  # fmt: skip
ORDINALS: dict[str, float] = DAY_ORDINALS | {
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100, "thousandth": 1e3, "millionth": 1e6, "billionth": 1e9, "trillionth": 1e12,
}  # fmt: skip
PARTS = {"half": 2.0, "halve": 2.0, "quarter": 4.0} | {k: float(v) for k, v in ORDINALS.items() if v > 2}
_WORD = re.compile(rf"(?:{'|'.join(sorted([*UNITS, *TENS, *SCALES, 'hundred'], key=len, reverse=True))})\b")
_GAP = re.compile(r"\s{1,2}and\s{1,2}|\s{0,2}-\s{0,2}|\s{1,2}")
_ANY_SIZE = 1e18


class Numeral(NamedTuple):
    """A number in words, where it ends, and whether it has a scale ("thousand", "million")."""

    value: float
    end: int
    scaled: bool


class _Sum:
    """Number words added up as far as they are one number: `take` says whether a word still belongs to it."""

    def __init__(self) -> None:
        self.total, self.group = 0.0, 0.0
        self.last, self.scale = _ANY_SIZE, _ANY_SIZE
        self.scaled = False

    def take(self, word: str) -> bool:
        if word in SCALES:
            return self._scale(SCALES[word])
        if word == "hundred":
            return self._hundred()
        return self._small(UNITS.get(word, TENS.get(word, 0)))

    def _scale(self, size: float) -> bool:
        if (self.group == 0 and self.total > 0) or size >= self.scale:
            return False
        self.total += (self.group or 1) * size
        self.group, self.scale, self.last, self.scaled = 0.0, size, _ANY_SIZE, True
        return True

    def _hundred(self) -> bool:
        if not 0 <= self.group < 100 or self.last == 100:
            return False
        self.group, self.last = (self.group or 1) * 100, 100
        return True

    def _small(self, value: float) -> bool:
        """Take "two" after "forty" or "hundred", never after "five"."""
        if not (self.last >= 100 or (self.last >= 20 and 0 < value < 10)):
            return False
        self.group, self.last = self.group + value, (value if value >= 20 else 1)
        return True


def read_numeral(folded: str, at: int) -> Numeral | None:
    """Return the number in words that begins at `at`, by the grammar of English numerals, or None."""
    match, end, added = _WORD.match(folded, at), at, _Sum()
    while match and added.take(match[0]):
        end = match.end()
        gap = _GAP.match(folded, end)
        if gap is None or ("and" in gap[0] and match[0] not in SCALES and match[0] != "hundred"):
            break
        match = _WORD.match(folded, gap.end())
    return Numeral(added.total + added.group, end, added.scaled) if end > at else None
