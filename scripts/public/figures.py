"""Figures: news sentences tagged by hand, a public specification of numbers, phrases with resolved values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from score_figures import close, hits, number_cases

from presscheck import find_figures
from presscheck.text.mentions import Figure
from presscheck.text.units import convert
from public.table import AT_HAND, Line, Row, percent, ratio, rows

Read = Callable[[str], Sequence[Figure]]
DIGITS: Final = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")
PHRASE: Final = re.compile(r"\((\w+)(?: (\w+))? \(?(-?[\d.e]+)(?:, ?(-?[\d.e]+))?\)?")
"""A resolved value: `(simple Gram 2 Nothing)`, `(between Dollar (10, 20))`, `(NumeralValue 5)`."""
BOUNDS: Final = {"under": ("<", "<="), "above": (">", ">=")}
UNITS: Final = {
    "Unnamed": ("",), "Dollar": ("USD",), "Pound": ("GBP", "pound"), "Cent": ("cent",), "Dinar": ("dinar", "KWD"),
    "Riyal": ("SAR", "QAR", "riyal"), "Rial": ("IRR", "OMR", "rial"),
}  # fmt: skip
"""The specification's names of units and ours, where they differ by more than case."""
NO_NEWS: Final = frozenset({"Time", "Duration", "Email"})


def lines(data: Path) -> Iterator[Line]:
    """Yield the lines of the three sets."""
    yield from _newsquant(data / "figures" / "newsquant_dev.jsonl")
    yield from _specification(data / "figures" / "recognizers_dev.jsonl")
    yield from _phrases(data / "figures" / "duckling_dev.jsonl")


def digits(text: str) -> list[Figure]:
    """Read only what is written in digits: the baseline."""
    found = DIGITS.finditer(text)
    return [
        Figure(text=m[0], start=m.start(), end=m.end(), low=value, high=value)
        for m in found
        for value in [float(m[0].replace(",", ""))]
    ]


def _newsquant(path: Path) -> Iterator[Line]:
    counts = [hits(row) for row in rows(path)]
    published = ("CQE 91.2, quantulum3 73.1", "CQE 84.2, quantulum3 47.3", "CQE 88.0")
    for place, what in enumerate(("value", "value and unit", "value and bound or change")):
        score = ratio(counts, lambda c, p=place: 2 * c[p] / (c[3] + c[4]))  # type: ignore[misc]
        beside = f"{published[place]} (published, whole set)"
        yield Line("newsquant", f"F1, {what}", f"{len(counts)} sentences", score, beside, "yes")


def _specification(path: Path) -> Iterator[Line]:
    ours, plain = (list(number_cases(path, read)) for read in (find_figures, digits))
    for what, every in (("numbers a news reader should read", False), ("all its numbers", True)):
        mine, theirs = ([(c.right, 1) for c in cases if every or not c.left_out] for cases in (ours, plain))
        beside = f"digits alone {percent(ratio(theirs))} (measured)"
        yield Line("recognizers", f"{what}, read", f"{len(mine)} phrases", ratio(mine), beside, "yes")


def _phrases(path: Path) -> Iterator[Line]:
    cases = [row for row in rows(path) if row["dimension"] not in NO_NEWS]
    for what, unit in (("value", False), ("value and unit", True)):
        kept = [row for row in cases if not unit or row["dimension"] not in ("Numeral", "Ordinal")]
        mine, theirs = ([(_fits(row, read, unit), 1) for row in kept] for read in (find_figures, digits))
        beside = f"digits alone {percent(ratio(theirs))} (measured)"
        yield Line(
            "duckling",
            f"numbers, amounts, measures: {what}",
            f"{len(kept)} phrases",
            ratio(mine),
            beside,
            AT_HAND,
        )


def _fits(row: Row, read: Read, unit: bool) -> bool:
    """Whether one figure of the phrase has the value, with bound or both ends, in its unit or converted to it."""
    match = PHRASE.match(row["expected"])
    assert match, row["expected"]
    kind, name, low, high = match.groups()
    wanted = (float(low), float(high or low))
    return any(
        any(
            close(a, wanted[0]) and close(b, wanted[1])
            for a, b, same in _readings(f, name)
            if same or not unit
        )
        and (kind not in BOUNDS or f.bound in BOUNDS[kind])
        for f in read(row["text"])
    )


def _readings(figure: Figure, name: str | None) -> Iterator[tuple[float, float, bool]]:
    """Yield both ends as they stand, and converted to the named unit, and whether the unit is that one."""
    share = figure.low / figure.high if figure.kind == "ratio" and figure.high else None
    yield figure.low, figure.high, _same(figure.unit, name)
    if share is not None:
        yield share, share, _same(figure.unit, name)
    if name and (low := convert(figure.low, figure.unit, name.lower())) is not None:
        yield low, convert(figure.high, figure.unit, name.lower()) or low, True


def _same(ours: str, name: str | None) -> bool:
    return name is not None and (ours in UNITS.get(name, ()) or ours.casefold() == name.casefold())
