"""Rules for numbers in words, as far as dates use them: "twenty-first", "nineteen seventy-eight", "two thousand"."""

from __future__ import annotations

from typing import Final

from presscheck.text.date_lexer import Token
from presscheck.text.date_rules import Found, Grammar


def _sum(found: Found) -> Token:
    kind = "ord" if "o" in found.labels else "num"
    return found.node(kind, found("t") + (found("o") or found("d") or 0))


def _ordinal(found: Found) -> Token | None:
    return _sum(found) if found("o") < 10 else None


def _century_year(found: Found) -> Token | None:
    """Read "nineteen seventy-eight", "twenty twenty-four", "nineteen hundred ninety three"."""
    century = found("c")
    if not 15 <= century <= 20:
        return None
    return found.node("year", century * 100 + (found("t") or 0) + (found("d") or 0))


def _thousand_year(found: Found) -> Token | None:
    """Read "two thousand", "two thousand and eighteen"."""
    if found("m") not in (1, 2) or found("s") != 1000 or found.after().kind == "scale":
        return None
    return found.node("year", found("m") * 1000 + (found("t") or 0) + (found("d") or 0))


def _hundreds(found: Found) -> Token:
    return found.node("num", found("d") * found("s"))


NUMBERS: Final = Grammar(
    [
        ("m:digit s:scale and? (t:tens dash? d:digit|t:teen/tens|d:digit)", _thousand_year),
        ("m:digit s:scale", _thousand_year),
        ("c:teen/tens scale and? (t:tens dash? d:digit|t:teen/tens)", _century_year),
        ("c:teen/tens (t:tens dash? d:digit|t:teen/tens)", _century_year),
        ("d:digit/teen/tens s:scale", _hundreds),
        ("t:tens dash? o:ord", _ordinal),
        ("t:tens dash? d:digit", _sum),
        ("t:digit/teen/tens", _sum),
    ]
)
