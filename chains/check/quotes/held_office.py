"""Whether a person holds the office that stands for the name: "the press secretary" for Ana Ortiz."""

from __future__ import annotations

import re
from typing import Literal

from presscheck.models import Article
from presscheck.text.people import fold, surname, title_of
from presscheck.text.titles import FIELDS, MODIFIERS

_LONG_TITLES = {
    "adm": "admiral",
    "gen": "general",
    "col": "colonel",
    "lt": "lieutenant",
    "capt": "captain",
    "sen": "senator",
    "rep": "representative",
    "gov": "governor",
    "dr": "doctor",
    "sgt": "sergeant",
}
_RANKS = frozenset(
    "former acting deputy assistant associate senior junior then the new american british".split()
)
"""Words before an office that do not tell which one it is."""
_KINDS = (MODIFIERS | FIELDS) - _RANKS


def holds(person: str, office: str, article: Article) -> Literal["match", "wrong", "unknown"]:
    """Tell whether a person holds an office, by the title before the name or because the source says so.

    Of two kinds of one office ("the press secretary", "the defense secretary") one can't stand for the other.
    """
    *before, noun = office.split()
    kind = fold(before[-1]) if before and fold(before[-1]) in _KINDS else ""
    called = _called(person, _long(noun), article)
    if not called:
        return "unknown"
    if not kind or kind in called:
        return "match"
    return "wrong" if called <= _KINDS else "unknown"


def _called(person: str, noun: str, article: Article) -> set[str]:
    """Return the words that stand before this noun where it tells of the person, with "" for none."""
    title = list(map(_long, title_of(person).split()))
    called = {title[i - 1] if i else "" for i, word in enumerate(title) if word == noun}
    family = re.escape(surname(person))
    if not family:
        return called
    head = rf"(?:([\w’'-]+)\s+)?\b{re.escape(noun)}\b"
    near = (rf"{head}[^.!?\n]{{0,40}}\b{family}\b", rf"\b{family}\b[^.!?\n]{{0,30}}?{head}")
    texts = (article.title or "", article.text)
    found = (m[1] for text in texts for form in near for m in re.finditer(form, text, re.IGNORECASE))
    return called | {fold(word or "") for word in found}


def _long(title: str) -> str:
    plain = fold(title)
    return _LONG_TITLES.get(plain, plain)
