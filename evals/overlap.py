"""How much of a reference a text has: ROUGE (Lin 2004) and the share of its figures and names. From 0 to 1, F1 for ROUGE."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from presscheck.text.figures import find_figures
from presscheck.text.names import find_names

_WORD = re.compile(r"\w+")


def words(text: str) -> list[str]:
    """Return the words in lower case."""
    return _WORD.findall(text.lower())


def rouge_n(made: Sequence[str], wanted: Sequence[str], n: int) -> float:
    """Return ROUGE-N of two lists of words."""
    a, b = (Counter(zip(*(x[i:] for i in range(n)), strict=False)) for x in (made, wanted))
    return _f1((a & b).total(), a.total(), b.total())


def rouge_l(made: Sequence[str], wanted: Sequence[str]) -> float:
    """Return ROUGE-L of two lists of words, taken whole."""
    return _f1(int(LCSseq.similarity(made, wanted)), len(made), len(wanted))


def _f1(hits: int, made: int, wanted: int) -> float:
    return 2 * hits / (made + wanted) if made + wanted else 0.0


def figures_covered(made: str, reference: str) -> float | None:
    """Return the share of the reference's figures that the text has; None where it has none."""
    wanted = {(f.low, f.high) for f in find_figures(reference)}
    return len(wanted & {(f.low, f.high) for f in find_figures(made)}) / len(wanted) if wanted else None


def names_covered(made: str, reference: str) -> float | None:
    """Return the share of the reference's names that the text has, by their last word; None where it has none."""
    wanted = {n.canonical.split()[-1].casefold() for n in find_names(reference) if n.canonical.split()}
    have = set(words(made))
    return sum(any(w in have for w in words(n)) for n in wanted) / len(wanted) if wanted else None


def overlap(made: str, reference: str) -> dict[str, float]:
    """Return ROUGE-1, -2, -L and the coverage of figures and names, those that are defined."""
    a, b = words(made), words(reference)
    found = {
        "ROUGE-1": rouge_n(a, b, 1),
        "ROUGE-2": rouge_n(a, b, 2),
        "ROUGE-L": rouge_l(a, b),
        "figures covered": figures_covered(made, reference),
        "names covered": names_covered(made, reference),
    }
    return {name: value for name, value in found.items() if value is not None}
