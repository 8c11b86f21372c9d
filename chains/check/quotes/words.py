"""Words as quotations are compared by: one key for whatever house style may write in two ways.

Case, curly or straight marks, dashes, hyphens ("long-term", "long term"), spelled-out numbers below a hundred, the percent sign,
dots in abbreviations, titles cut short ("Gov."), accents, ways to put a foreign name into Latin letters ("Kiev", "Kyiv")
and British or American spelling make no difference; contractions do
("don't" is not "do not"). Offsets count from the start of the text that was read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from presscheck.chains.check.names.spelling import VARIANTS
from presscheck.chains.check.words.cues import is_negative
from presscheck.text.date_words import SMALL_NUMBERS, TENS
from presscheck.text.house_spelling import american
from presscheck.text.words import STOPWORDS, lemma, normalise, unaccented

_L = r"[^\W\d_]"
_TENS, _ONES = "|".join(TENS), "|".join(w for w, n in SMALL_NUMBERS.items() if n < 10)
# Dotted abbreviations, numbers ("twenty-five", too), words with bracketed letters ("[t]he", "employ[ed]"), words
# (contractions of tokenized corpora, "do n't", too), signs.
_WORD = re.compile(
    rf"{_L}(?:\.{_L})+(?![^\W_])\.?|\d+(?:[.,:]\d+)*|\b(?:{_TENS})[- ](?:{_ONES})\b"
    rf"|\[{_L}{{1,4}}\]{_L}+(?:'{_L}+)*|{_L}{{1,30}}\[{_L}{{1,4}}\]|{_L}+(?: n't\b| '(?:s|m|re|ve|ll|d)\b|'{_L}+)*|[%&$€£]"
)

_NUMBERS = {w: str(n) for w, n in {"zero": 0, **SMALL_NUMBERS, **TENS}.items()}
_SHORT = {
    "gov": "governor",
    "sen": "senator",
    "rep": "representative",
    "gen": "general",
    "dr": "doctor",
    "mister": "mr",
    "jan": "january",
    "feb": "february",
    "aug": "august",
    "sept": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
    "versus": "vs",
}
_SAME = {
    **_NUMBERS,
    **_SHORT,
    "%": "percent",
    "&": "and",
    "ok": "okay",
    "'til": "until",
}
_LONG = {"gonna": "goingto", "wanna": "wantto", "gotta": "gotto", "u.s": "unitedstates", "kinda": "kindof"}

FILLERS = frozenset("uh um uhm er erm ah eh hm hmm mm mhm".split())


class Word(NamedTuple):
    """A word at `text[start:end]`; `stem` is what stands outside square brackets in "employ[ed]", else ""."""

    key: str
    start: int
    end: int
    stem: str = ""


def read_words(text: str) -> list[Word]:
    """Return the words of a text in order, punctuation left out."""
    plain = normalise(text)
    return [_word(m[0], *m.span()) for m in _WORD.finditer(plain)]


def _word(found: str, start: int, end: int) -> Word:
    if "[" in found:
        outside = found[: found.index("[")] or found[found.index("]") + 1 :]
        return Word(key_of(found.replace("[", "").replace("]", "")), start, end, outside)
    return Word(key_of(found.replace(" '", "'").replace(" n't", "n't")), start, end)


@lru_cache(maxsize=65536)
def key_of(word: str) -> str:
    """Return what two spellings of a word have in common; the word is normalised already."""
    if word[0].isdigit():
        return word.replace(",", "").rstrip(".:")
    if "." in word:  # "U.S." must not become the pronoun
        word = "u.s" if word in ("u.s", "u.s.") else word.replace(".", "")
    word = word if word.isascii() else unaccented(word)
    tens, joined, ones = word.replace(" ", "-").partition("-")
    if joined:
        return str(int(_NUMBERS[tens]) + int(_NUMBERS[ones]))
    word = VARIANTS.get(word, word)
    word = _SAME.get(word, word)
    return american(word)


def spelled_out(keys: Sequence[str]) -> str:
    """Return the words as one run of letters, so that "health care" equals "healthcare", "U.S." "United States"."""
    return "".join(_LONG.get(k, k) for k in keys)


@lru_cache(maxsize=65536)
def base(key: str) -> str:
    """Return the base form by which a near match is told: "aggressive" stays, "troops" is "troop"."""
    return lemma(key)


@lru_cache(maxsize=65536)
def is_content(key: str) -> bool:
    """Tell whether a word carries content; negations are looked at by themselves."""
    return key not in STOPWORDS and key not in FILLERS and base(key) not in STOPWORDS and not is_negative(key)


def content(words: Sequence[Word]) -> list[str]:
    """Return the base forms of the content words, in order."""
    return [base(w.key) for w in words if is_content(w.key)]
