"""Ways to write a figure wrongly, or otherwise but rightly: each takes a figure's text and returns another, or None."""

from __future__ import annotations

import random
import re

from presscheck.text.currencies import is_currency
from presscheck.text.mentions import Figure
from presscheck.text.number_words import TENS, UNITS
from presscheck.text.units import convert

DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALE = re.compile(r"\b(thousand|million|billion|trillion)\b", re.I)
_OTHER_SCALE = {"thousand": "million", "million": "billion", "billion": "million", "trillion": "billion"}
_OTHER_UNIT = {
    "mile": "kilometres", "kilometre": "miles", "kilometer": "miles", "hour": "days", "minute": "hours", "day": "weeks",
    "week": "months", "month": "years", "year": "months", "acre": "square miles", "foot": "metres", "metre": "feet",
    "meter": "feet", "pound": "tons", "ton": "pounds", "tonne": "pounds", "gallon": "barrels", "barrel": "gallons",
    "megawatt": "gigawatts", "gigawatt": "megawatts",
}  # fmt: skip
_OTHER_BOUND = {
    "more than": "fewer than", "over": "under", "at least": "at most", "nearly": "more than", "almost": "more than",
    "up to": "more than", "fewer than": "more than", "less than": "more than", "under": "over", "about": "more than",
    "approximately": "more than", "around": "more than", "roughly": "more than", "as many as": "more than",
}  # fmt: skip
OTHER_WAY = {
    "rose": "fell", "fell": "rose", "risen": "fallen", "fallen": "risen", "increased": "decreased", "up": "down",
    "decreased": "increased", "increase": "decrease", "decrease": "increase", "grew": "shrank", "rise": "fall",
    "growth": "decline", "gained": "lost", "down": "up", "reduction": "increase", "reduced": "increased", "cut": "increase",
    "decline": "rise", "declined": "rose", "dropped": "rose", "drop": "rise", "higher": "lower", "lower": "higher",
    "jumped": "fell", "climbed": "fell", "reduce": "increase", "grown": "shrunk", "rising": "falling", "falling": "rising",
}  # fmt: skip
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}
_WORDS = {v: k for k, v in [*UNITS.items(), *TENS.items()] if k not in ("nought", "naught", "fourty")}


def write(value: float, like: str) -> str:
    """Write a number in the manner of another: its commas, its decimals."""
    decimals = len(like.partition(".")[2])
    text = f"{value:,.{decimals}f}"
    return text if "," in like or value >= 10_000 else text.replace(",", "")


def other_value(figure: Figure, rng: random.Random) -> str | None:
    """Write another value, off by a fifth at least."""
    match = DIGITS.search(figure.text)
    if match is None:
        return None
    value = float(match[0].replace(",", ""))
    written = write(value * rng.choice([0.4, 0.55, 0.7, 1.6, 1.8, 2.3]), match[0])
    off = abs(float(written.replace(",", "")) - value)
    return _put(figure, match, written) if value and off >= 0.25 * value and off >= 2 else None


def swapped_digits(figure: Figure, rng: random.Random) -> str | None:
    """Swap two neighbouring digits that differ."""
    match = DIGITS.search(figure.text)
    places = (
        [
            i
            for i, (a, b) in enumerate(zip(match[0], match[0][1:], strict=False))
            if (a + b).isdigit() and a != b
        ]
        if match
        else []
    )
    if match is None or not places:
        return None
    at = rng.choice(places)
    text = match[0][:at] + match[0][at + 1] + match[0][at] + match[0][at + 2 :]
    before, after = (float(t.replace(",", "")) for t in (match[0], text))
    slack = 0.006 if figure.bound == "=" else 0.06
    return (
        _put(figure, match, text)
        if text[0] != "0" and abs(before - after) > slack * max(before, after)
        else None
    )


def other_scale(figure: Figure, rng: random.Random) -> str | None:
    """Write million for billion and the like."""
    match = _SCALE.search(figure.text)
    return _put(figure, match, _OTHER_SCALE[match[0].lower()]) if match else None


def other_unit(figure: Figure, rng: random.Random) -> str | None:
    """Write another unit of measure."""
    match = re.search(r"[\s-]([a-z]+)$", figure.text)
    singular = {"feet": "foot"}.get(match[1], match[1].rstrip("s")) if match else ""
    other = _OTHER_UNIT.get(singular)
    if (
        match is None
        or other is None
        or figure.unit.partition(" ")[0] not in (singular, singular.replace("er", "re"))
    ):
        return None
    return figure.text[: match.start(1)] + (other.rstrip("s") if match[0][0] == "-" else other)


def other_currency(figure: Figure, rng: random.Random) -> str | None:
    """Write the amount in another currency."""
    if "$" in figure.text:
        return figure.text.replace("US$", "$").replace("$", rng.choice("€£"))
    if "€" in figure.text or "£" in figure.text:
        return figure.text.replace("€", "$").replace("£", "$")
    return figure.text.replace("dollars", "euros") if "dollars" in figure.text else None


def other_bound(figure: Figure, rng: random.Random) -> str | None:
    """Turn the hedge around, or add one that the source does not bear out."""
    for words, other in _OTHER_BOUND.items():
        if match := re.match(rf"{words}\b", figure.text, re.I):
            return _like(match[0], other) + figure.text[match.end() :]
    return f"more than {figure.text}" if figure.bound == "=" and figure.text[0] in "$€£0123456789" else None


def other_points(figure: Figure, rng: random.Random) -> str | None:
    """Write percent for percentage points, or the other way round."""
    if figure.unit == "percentage point":
        return re.sub(r"percentage[ -]points?", "percent", figure.text)
    text = re.sub(r"\s?(?:percent|per cent|%)$", " percentage points", figure.text)
    return text if figure.unit == "percent" and text != figure.text else None


def verbatim(figure: Figure, rng: random.Random) -> str | None:
    """Leave it as it is."""
    return figure.text


def other_spelling(figure: Figure, rng: random.Random) -> str | None:
    """Spell it otherwise: "%" for "percent", "bn" for "billion", words for digits or digits for words."""
    for pattern, other in (
        (r"\s(?:percent|per cent)$", "%"),
        (r"%$", " percent"),
        (r"(?<=\d) billion", "bn"),
    ):
        text, count = re.subn(pattern, other, figure.text)
        if count:
            return text
    if any(c in figure.text for c in "½¼¾/"):
        return None
    match = DIGITS.search(figure.text)
    if (
        match
        and match[0].isdigit()
        and int(match[0]) in _WORDS
        and figure.text[: match.start()][-1:] in ("", " ")
    ):
        return _put(figure, match, _WORDS[int(match[0])])
    return (
        re.sub(r"^\$([\d,.]+ \w+)$", r"\1 dollars", figure.text)
        if re.match(r"^\$[\d,.]+ \w+$", figure.text)
        else None
    )


def same_value_other_scale(figure: Figure, rng: random.Random) -> str | None:
    """Write the same value in another scale: "$1.5 billion" as "$1,500 million", "1,500,000" as "1.5 million"."""
    match = re.search(r"([\d,.]*\d) (thousand|million|billion|trillion)\b", figure.text)
    if match:
        value = float(match[1].replace(",", "")) * _SCALES[match[2]]
        return (
            _put(figure, match, f"{value:,.0f}")
            if match[2] in ("thousand", "million")
            else _put(figure, match, f"{value / 1e6:,.0f} million")
        )
    bare = DIGITS.search(figure.text)
    value = float(bare[0].replace(",", "")) if bare else 0
    return (
        _put(figure, bare, f"{value / 1e6:g} million") if bare and value >= 1e6 and value % 1e4 == 0 else None
    )


def rounded(figure: Figure, rng: random.Random) -> str | None:
    """Round to two digits and say so: "about", or "nearly" and "more than" where they fit."""
    match = DIGITS.search(figure.text)
    value = float(match[0].replace(",", "")) if match else 0.0
    if (
        match is None
        or value < 10
        or figure.bound != "="
        or len(match[0].replace(",", "").replace(".", "").strip("0")) < 3
    ):
        return None
    near = float(f"{value:.2g}")
    hedges = ["about", "around", "approximately"] + (
        ["nearly", "almost"] if near > value else ["more than", "over"]
    )
    return f"{rng.choice(hedges)} {_put(figure, match, f'{near:,.10g}')}"


def converted(figure: Figure, rng: random.Random) -> str | None:
    """Give the measure in another unit, rounded to two digits."""
    other = {
        "mile": "kilometre",
        "kilometre": "mile",
        "acre": "hectare",
        "foot": "metre",
        "pound": "kilogram",
    }.get(figure.unit)
    match = DIGITS.search(figure.text)
    value = convert(figure.low, figure.unit, other) if other else None
    if value is None or match is None or figure.low != figure.high or is_currency(figure.unit):
        return None
    near = f"{value:,.0f}" if value >= 100 else f"{value:.1f}"
    return figure.text[: match.start()] + f"{near} {other}s"


def _put(figure: Figure, match: re.Match[str], text: str) -> str:
    return figure.text[: match.start()] + text + figure.text[match.end() :]


def _like(old: str, new: str) -> str:
    return new.capitalize() if old[0].isupper() else new
