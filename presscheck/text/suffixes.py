"""The regular endings of English words, taken off with their spelling put right. For lower-case words."""

from __future__ import annotations

import re

_VOWELS = "aeiouy"
_GROUPS = re.compile(r"[aeiouy]+")

# Stems that lost an "e": "forc-ed", "chang-ed", "rais-ed", "handl-ed", "operat-ed", "prepar-ed" …
_LOST_E = re.compile(
    r"(?:[^s]s|[cvzu]|[bcdfgkptz]l|[adr]g|[aeu]ng|[^aeiou][aiu][dkmr]|[^aeiou]il|[^aeiou]ul|[^aeiou]od"
    r"|[^aeo]at|(?:[^aeiou]|qu)ir|[^aeiou]ut|[mvnu]ot|[^aeiou]in|[^aeiou]ak|[^aeiou]ok|[^eo]ur|[^aeiou]yp)$"
)
# Words whose own end looks like a lost "e".
_WHOLE = re.compile(
    r"(?:ss|zz|ou|^(?:visit|limit|hang|bang|clang|program|custom|victim|format|combat|cabin|ruin|train"
    r"|gas|bias|canvas|focus|murmur|sulphur|debut|pivot|boycott))$"
)


_OWN_E = frozenset(
    "birdie bogie brownie caddie collie eerie foodie genie groupie hoodie indie junkie lingerie newbie prairie quickie "
    "selfie smoothie sortie veggie".split()
)
"""Words in "ie" whose plural is no sign of one in "y"."""


def strip_suffix(word: str, suffix: str) -> str:
    """Return the word without the ending ("s", "ed" or "ing"), or the word itself if it isn't there."""
    if not word.isascii() or not word.isalpha():
        return word
    return _plural(word) if suffix == "s" else _participle(word, suffix)


def _plural(word: str) -> str:
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us", "is", "ous")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y" if len(word) > 4 and word[:-1] not in _OWN_E else word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes", "zzes", "oes")):
        return word[:-2]
    return word[:-1]


def _participle(word: str, suffix: str) -> str:
    stem = word.removesuffix(suffix)
    if stem == word or len(stem) < 3 or not _GROUPS.search(stem):
        return word
    if stem.endswith("i") and suffix == "ed":
        return stem[:-1] + "y"
    if stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        return _undouble(stem)
    return stem + "e" if _lost_e(stem) else stem


def _undouble(stem: str) -> str:
    """Take a doubled consonant back: "plann" → plan, "travell" → travel; "call", "pass", "install" stay."""
    if stem[-1] in "szf":
        return stem
    if stem[-1] == "l" and not (stem[-2:] == "ll" and stem[-3] in "eo" and _syllables(stem) > 1):
        return stem
    return stem if len(stem) < 4 else stem[:-1]


def _lost_e(stem: str) -> bool:
    if stem[-1] in "wxy" or _WHOLE.search(stem):
        return False
    if _LOST_E.search(stem):
        return True
    one_vowel = stem[-1] not in _VOWELS and stem[-2] in _VOWELS and stem[-3] not in _VOWELS
    return one_vowel and _syllables(stem) == 1


def _syllables(stem: str) -> int:
    return len(_GROUPS.findall(stem))
