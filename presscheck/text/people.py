"""Name forms of one person: titles stripped, surnames and initials compared.

same_person("Maj. Gen. Pat Ryder", "MAJ. GEN. RYDER")     True
surname("Secretary of Defense Lloyd J. Austin III")       "Austin"
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from presscheck.text.first_names import EITHER, HE, SHE
from presscheck.text.titles import (
    FRONT_TITLES,
    HONORIFICS_HE,
    HONORIFICS_SHE,
    MODIFIERS,
    OFFICES,
    PARTICLES,
    SHORT_NAMES,
    SUFFIXES,
    TITLES,
)
from presscheck.text.words import unaccented

Gender = Literal["he", "she"]

_POSSESSIVE = re.compile(r"['’]s?$")
_INITIALS = re.compile(r"^(?:(?:[A-Z]\.){2,}|[B-DF-HJ-NP-TV-Z]{2})$")


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Return a word for comparison: no case, accents, stops or apostrophes ("Gelpí" is "gelpi", "U.S." is "us")."""
    return "".join(c for c in unaccented(word) if c.isalnum() or c == "-")


def _name_words(name: str) -> list[str]:
    """Split a name into words, what follows a comma or stands in brackets left out."""
    head = re.split(r"[,(\[]", name.strip(" ,:;"), maxsplit=1)[0]
    words = [w.strip('"“”‘:;*_') for w in head.split()]
    if words:
        words[-1] = _POSSESSIVE.sub("", words[-1])
    return [w for w in words if w]


def _skip_office(words: list[str], at: int) -> int:
    """Return where the name begins after "Secretary" in "Secretary of Health and Human Services Xavier Becerra"."""
    if at + 1 >= len(words) or fold(words[at]) not in {"of", "for", "to"}:
        return at
    rest = " ".join(fold(w) for w in words[at + 1 :])
    for office in OFFICES:
        if rest.startswith(office + " "):
            return at + 1 + len(office.split())
    skipped = 2 if fold(words[at + 1]) == "the" else 1
    return at + 1 + skipped if at + 1 + skipped < len(words) else at


@lru_cache(maxsize=8192)
def _split_title(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Part a name into title words and name words."""
    words = _name_words(name)
    last = len(words) - 1
    while last > 0 and fold(words[last]) in SUFFIXES:
        last -= 1
    cut = max((i + 1 for i in range(last) if fold(words[i]) in TITLES), default=0)
    cut = min(_skip_office(words, cut), last) if cut else 0
    while cut < last and fold(words[cut]) in TITLES | FRONT_TITLES | MODIFIERS:
        cut += 1
    return tuple(words[:cut]), tuple(words[cut:])


def strip_titles(name: str) -> str:
    """Return a name without what stands before it ("Maj. Gen. Pat Ryder" is "Pat Ryder") or after a comma."""
    return " ".join(_split_title(name)[1])


def title_of(name: str) -> str:
    """Return the title in front of a name ("Maj. Gen."), or ""."""
    return " ".join(_split_title(name)[0])


def _surname_start(words: tuple[str, ...]) -> tuple[int, int]:
    end = len(words)
    while end > 1 and fold(words[end - 1]) in SUFFIXES:
        end -= 1
    start = max(end - 1, 0)
    while start > 0 and fold(words[start - 1]) in PARTICLES and (start > 1 or words[start - 1].islower()):
        start -= 1
    return start, end


def surname(name: str) -> str:
    """Return the family name as written, particles included ("von der Leyen"); of a single word that word."""
    words = _split_title(name)[1]
    start, end = _surname_start(words)
    return " ".join(words[start:end])


def given_names(name: str) -> tuple[str, ...]:
    """Return what stands before the surname, titles left out."""
    words = _split_title(name)[1]
    return words[: _surname_start(words)[0]]


def regnal(name: str) -> str:
    """Return the number of a king or a pope ("Anselm II" has "ii"); "" where there is none, or a first name too."""
    parts = _parts(name)
    return parts.suffix if parts.suffix and not parts.given and set(parts.suffix) <= set("ivx") else ""


def gender_of(name: str) -> Gender | None:
    """Return the gender that a title ("Ms. Psaki") or else a common first name tells."""
    title, words = _split_title(name)
    folded = {fold(w) for w in title}
    if folded & HONORIFICS_SHE:
        return "she"
    if folded & HONORIFICS_HE:
        return "he"
    first = fold(words[0]) if words else ""
    if first in EITHER or len(words) == 1:  # a lone word may be the surname: "Clinton", "Ryan"
        return None
    return "she" if first in SHE else "he" if first in HE else None


@dataclass(frozen=True, slots=True)
class _Parts:
    given: tuple[str, ...]
    family: str
    suffix: str
    gender: Gender | None


@lru_cache(maxsize=8192)
def _parts(name: str) -> _Parts:
    words = _split_title(name)[1]
    start, end = _surname_start(words)
    given: list[str] = []
    for word in words[:start]:  # "J.D. Vance" and "JD Vance" have two initials
        given += list(fold(word)) if _INITIALS.match(word) else [fold(word)]
    return _Parts(
        tuple(g for g in given if g),
        " ".join(fold(w) for w in words[start:end]),
        " ".join(fold(w) for w in words[end:]),
        gender_of(name),
    )


def _same_given(a: str, b: str) -> bool:
    if a == b or ((len(a) == 1 or len(b) == 1) and a[:1] == b[:1]):
        return True
    return any(a in group and b in group for group in SHORT_NAMES)


def _given_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Compare first names; "J. Edgar" agrees with "Edgar", "J.D." with "J. D."."""
    if not a or not b or _same_given(a[0], b[0]):
        return True
    return any(len(x) > 1 and x in b[1:] for x in a[:1]) or any(len(x) > 1 and x in a[1:] for x in b[:1])


def _family_agree(a: str, b: str) -> bool:
    return (
        a == b
        or a.replace(" ", "").replace("-", "") == b.replace(" ", "").replace("-", "")
        or (a.rsplit(" ", 1)[-1] == b.rsplit(" ", 1)[-1] and (" " in a) != (" " in b))
    )


def same_person(a: str, b: str) -> bool:
    """Tell whether two name forms can be one person's: no part of one speaks against the other.

    Only names are compared: "the general" and "Pat Ryder" are not the same. A lone first name counts as a form of
    the full name ("Hillary", "Hillary Clinton") unless it carries a title.
    """
    x, y = _parts(a), _parts(b)
    if not x.family or not y.family:
        return False
    if x.gender and y.gender and x.gender != y.gender:
        return False
    if _family_agree(x.family, y.family):
        return _given_agree(x.given, y.given) and not (x.suffix and y.suffix and x.suffix != y.suffix)
    return _lone_first_name(a, x, y) or _lone_first_name(b, y, x)


def _lone_first_name(name: str, short: _Parts, full: _Parts) -> bool:
    return not short.given and bool(full.given) and short.family == full.given[0] and not title_of(name)


def fullest(names: Iterable[str]) -> str:
    """Return the form that tells most: most name words, then with a title, then the longer, then the first."""
    return max(names, key=lambda n: (len(_split_title(n)[1]), bool(title_of(n)), len(n)), default="")
