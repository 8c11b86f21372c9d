"""Measures the reader of figures on hand-tagged news sentences and on a public specification of numbers.

    python scripts/score_figures.py newsquant FILE.jsonl      value, value + unit, value + bound or change
    python scripts/score_figures.py recognizers FILE.jsonl    the English cases a news reader should read

Matching, NewsQuant: a figure of kind "quantity" meets a tagged quantity of the same sentence, each used once, in
order, where both ends are equal (relative 1e-6; a percentage also as a fraction). The unit is the same when the
tagged `normalized_unit`, after `UNIT_MAP`, equals ours, or when the head nouns (the last word before "of" or "per",
in the singular) are equal: a tag names the whole phrase ("shipping container"), a figure its head ("container").
A tag without a unit meets a figure without one, or a counted noun where the tagger saw none for the bare number.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from presscheck import find_figures
from presscheck.text.mentions import Figure
from presscheck.text.words import lemma

UNIT_MAP = {
    "dollar": "USD", "united states dollar": "USD", "euro": "EUR", "pound sterling": "GBP", "chinese yuan": "CNY",
    "japanese yen": "JPY", "hong kong dollar": "HKD", "malaysian ringgit": "MYR", "shekel": "ILS", "rupee": "INR",
    "indian rupee": "INR", "swiss franc": "CHF", "australian dollar": "AUD", "canadian dollar": "CAD",
    "singapore dollar": "SGD", "new zealand dollar": "NZD", "korean won": "KRW", "won": "KRW", "yen": "JPY",
    "yuan": "CNY", "ringgit": "MYR", "percentage": "percent", "percentage points": "percentage point",
    "metric ton": "tonne", "parts-per-billion": "part per billion", "parts-per-million": "part per million",
    "pound-mass": "pound", "degree celsius": "celsius", "degree fahrenheit": "fahrenheit", "cubic centimetre": "cc",
    "people": "people", "%": "percent", "gigawatt hour": "gigawatt hour", "milliampere-hour": "milliampere hour",
    "wins above replacement": "war", "win above replacement": "war",
}  # fmt: skip
Row = dict[str, Any]
DOLLARS = frozenset(["USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD"])


def rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a file of JSON lines."""
    for line in path.read_text("utf-8").splitlines():
        yield json.loads(line)


def number(value: object) -> float | None:
    """Return the number, or None."""
    try:
        return float(str(value).replace(",", ""))
    except ValueError:
        return None


def ends(value: object) -> tuple[float, float] | None:
    """Return both ends of a tagged value ("10-15", "7")."""
    match = re.fullmatch(r"\s*(-?[\d.,]+)\s*(?:-|to)\s*([\d.,]+)\s*", str(value))
    low, high = (number(match[1]), number(match[2])) if match else (number(value), number(value))
    return (low, high) if low is not None and high is not None else None


def close(one: float, other: float) -> bool:
    """Whether two values are equal but for rounding of floats."""
    return abs(one - other) <= 1e-6 * max(1, abs(one), abs(other))


def same_value(figure: Figure, gold: tuple[float, float]) -> bool:
    """Whether both ends are equal; a percentage may be tagged as a fraction."""
    scales = (1, 0.01, 100) if figure.unit in ("percent", "percentage point") else (1,)
    return any(close(figure.low * s, gold[0]) for s in scales) and any(
        close(figure.high * s, gold[1]) for s in scales
    )


def head(unit: str) -> str:
    """Return the head noun of a unit phrase, in the singular."""
    words = re.split(r"\s+(?:of|per|in|from)\s+", unit)[0].split()
    return lemma(words[-1]) if words else ""


def same_unit(figure: Figure, tagged: str) -> bool:
    """Whether the figure's unit is the tagged one, by `UNIT_MAP` and the rule in this module's docstring."""
    tagged = tagged.lower().strip()
    if tagged in ("", "-"):
        return figure.unit in ("", "fraction") or figure.unit.islower()
    if tagged.startswith("%") and figure.unit == "fraction":
        return True
    ours, _, our_per = figure.unit.partition(" per ")
    theirs, _, their_per = tagged.partition(" per ")
    if figure.unit in (tagged, UNIT_MAP.get(tagged)):
        return True
    if (our_per or their_per) and our_per != their_per:
        return False
    mapped = UNIT_MAP.get(theirs, theirs)
    return (
        ours == mapped
        or (mapped == "USD" and ours in DOLLARS)
        or (not ours.isupper() and head(theirs) == head(ours))
    )


BOUNDS = {"=": "=", "~": "~", "<": "<", "<=": "<", ">": ">", ">=": ">"}


def hits(row: Row, show: bool = False) -> tuple[int, int, int, int, int]:
    """Return a sentence's hits by value, value and unit, value and change, the figures found and those tagged."""
    gold = [(g, q) for q in row["quantities"] if (g := ends(q["value"]))]
    figures = [f for f in find_figures(row["text"]) if f.kind == "quantity"]
    value = with_unit = with_change = 0
    used: set[int] = set()
    for figure in figures:
        hit = next((i for i, (g, _) in enumerate(gold) if i not in used and same_value(figure, g)), None)
        if hit is None:
            continue
        used.add(hit)
        quantity = gold[hit][1]
        value += 1
        with_unit += (unit := same_unit(figure, quantity["normalized_unit"]))
        with_change += (figure.change or BOUNDS[figure.bound]) == quantity["change"]
        if show and not unit:
            print(f"unit: {figure.text!r} {figure.unit!r}, tagged {quantity['normalized_unit']!r}")
    return value, with_unit, with_change, len(figures), len(gold)


def newsquant(path: Path, show: bool) -> None:
    """Print the three F1 scores."""
    *met, ours, tagged = map(sum, zip(*(hits(row, show) for row in rows(path)), strict=True))
    for count, label in zip(met, ("value", "value + unit", "value + bound or change"), strict=True):
        print(f"NewsQuant {label}: F1 {200 * count / (ours + tagged):.1f}")


# The public specification of numbers

MODELS = (
    "NumberModel",
    "NumberRangeModel",
    "PercentModel",
    "CurrencyModel",
    "DimensionModel",
    "AgeModel",
    "TemperatureModel",
)
LEFT_OUT = {
    "powers and notation of science, not written in news": r"\^|\d e-?\d|\de-?\d",
    "fractions of large or compound parts, not written in news": r"hundred.*fifths?\b|firsts\b|trillionths"
    r"|(?:million|billion) and (?:\w+ )?(?:\w+s\b|one half|a half million)"
    r"|hundredths|a thirtieth|three and one fourth| over (?:20|twenty|one)",
    "codes, addresses and dates, which are no figures": r"192\.168|SCP-|5/17/2018|nought-four|version two",
    "decimals with a comma, scales set apart, dozens cut short": r"1,3\.|\d k\b|dozs|two dozens|USD million",
    "hundreds begun in digits and ended in words": r"hundred and (?:21|one)",
    "cents after a bare amount, of speech": r"dollars? (?:and )?(?:forty|one|15|50)|dollar and one",
    "bounds that no editor writes": r"or equal (?:than|to)|or (?:more|greater|less) than|higher than the tenth|equal to or",
}


class NumberCase(NamedTuple):
    """A case of the specification, why a news reader need not read it (None if it should), what was read, whether right."""

    row: Row
    left_out: str | None
    figures: Sequence[Figure]
    right: bool


def number_cases(path: Path, read: Callable[[str], Sequence[Figure]] = find_figures) -> Iterator[NumberCase]:
    """Yield the English cases of numbers, each as it is read."""
    for row in rows(path):
        results = [r for r in row["results"] if wanted(r)]
        if row["model"].startswith(MODELS) and results:
            reason = next(
                (why for why, found in LEFT_OUT.items() if re.search(found, row["text"], re.I)), None
            )
            figures = read(row["text"])
            right = all(any(fits(f, r, row["model"]) for f in figures) for r in results)
            yield NumberCase(row, reason, figures, right)


def recognizers(path: Path, show: bool) -> None:
    """Print the share of the English cases that are read, those left out counted by reason."""
    cases = list(number_cases(path))
    kept = [case for case in cases if not case.left_out]
    for case in kept:
        if show and not case.right:
            told = [f.text for f in case.figures]
            print(f"{case.row['model']}: {case.row['text'][:90]!r} read as {told}")
    right = sum(case.right for case in kept)
    print(f"Recognizers: {right} of {len(kept)} read, {100 * right / len(kept):.1f} %")
    for why, count in Counter(case.left_out for case in cases if case.left_out).items():
        print(f"  left out: {count} with {why}")


def wanted(result: Row) -> bool:
    """Whether the result has a value at all ("%" alone has none)."""
    return (result["resolution"] or {}).get("value") not in (None, "null")


def fits(figure: Figure, result: Row, model: str) -> bool:
    """Whether the figure overlaps the result and has its value: of a range both ends, or one end and its bound."""
    if not (figure.start < result["end"] and result["start"] < figure.end):
        return False
    value = result["resolution"]["value"]
    if model.startswith("NumberRange"):
        return _fits_range(figure, value.strip("[]()").split(","))
    told = float(value.rstrip("%"))
    share = figure.low / figure.high if figure.kind == "ratio" and figure.high else figure.low
    return any(close(v, told) for v in (figure.low, figure.high, share, 100 * share))


def _fits_range(figure: Figure, edges: list[str]) -> bool:
    low, high = (float(e) if e else None for e in edges)
    under, over = figure.bound in ("<", "<="), figure.bound in (">", ">=")
    if low is not None and high is not None:
        both = close(figure.low, low) and close(figure.high, high)
        return both or (close(figure.low, low) and over) or (close(figure.high, high) and under)
    return (close(figure.low, low) and over) if low is not None else (close(figure.high, high or 0) and under)


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("suite", choices=["newsquant", "recognizers"])
    parser.add_argument("file", type=Path)
    parser.add_argument("--show", action="store_true", help="print the cases that fail")
    options = parser.parse_args()
    (newsquant if options.suite == "newsquant" else recognizers)(options.file, options.show)


if __name__ == "__main__":
    main()
