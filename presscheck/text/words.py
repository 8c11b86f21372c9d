"""Words brought to one form: normalised characters, lemmas, and the words that carry the content."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from presscheck.text.suffixes import strip_suffix
from presscheck.text.tokens import bare_words

_PLAIN = {
    **dict.fromkeys("‘’‚‛′ʼ＇`´", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u3000\t\n\r\f\v", " "),
}
_FANCY = re.compile(f"[{''.join(_PLAIN)}]")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"})


def _list(name: str) -> str:
    return files("presscheck.text").joinpath(name).read_text("utf-8")


STOPWORDS: frozenset[str] = frozenset(_list("stopwords.txt").split())


def normalise(text: str) -> str:
    """Return the text in lower case with plain quotes, hyphens and spaces, character for character.

    The length never changes, so offsets into the result are offsets into the text.
    """
    plain = _FANCY.sub(lambda m: _PLAIN[m[0]], text)
    lower = plain.lower()
    # A few capitals (İ) have a lower form of two characters: those keep their own.
    return lower if len(lower) == len(plain) else "".join(_lower(c) for c in plain)


def unaccented(word: str) -> str:
    """Return a word in lower case and plain Latin letters: "Erdoğan" → erdogan, "Sørås" → soras."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)


def _lower(character: str) -> str:
    lower = character.lower()
    return lower if len(lower) == 1 else character


@cache
def _irregular() -> dict[str, str]:
    """Inflected forms that no rule yields, and words that only look inflected."""
    forms = {word: word for word in _list("unchanged.txt").split()}
    for line in _list("lemmas.tsv").splitlines():
        base, _, inflected = line.partition("\t")
        forms.setdefault(base, base)
        forms.update((form, base) for form in inflected.split() if form not in forms)
    return forms


@lru_cache(maxsize=65536)
def lemma(word: str) -> str:
    """Return the base form of an English word in lower case: "troops" → troop, "deployed" → deploy.

    A small table of irregular forms, then suffix rules; possessive endings go. Other scripts come back in
    lower case.
    """
    lower = normalise(word)
    lower = lower[:-2] if lower.endswith("'s") and len(lower) > 2 else lower.rstrip("'")
    return _irregular().get(lower) or _regular(lower)


def _regular(word: str) -> str:
    singular = strip_suffix(word, "s")
    if singular != word:
        return lemma(singular)
    for suffix in ("ing", "ed"):
        base = strip_suffix(word, suffix)
        if base != word:
            return _irregular().get(base, base)
    return word


def content_words(text: str) -> list[str]:
    """Return the lemmas of the words that carry content, in order, repeats kept; no stop words, no marks.

    Hyphened compounds are taken apart ("long-range" → long, range) unless a part is a digit or one letter
    ("F-16").
    """
    return [word for token in bare_words(normalise(text)) for word in _content(token)]


@lru_cache(maxsize=65536)
def _content(token: str) -> tuple[str, ...]:
    if token in STOPWORDS:
        return ()
    parts = token.split("-")
    whole = len(parts) == 1 or any(len(p) < 2 or not p.isalpha() for p in parts)
    found = (lemma(p) for p in ([token] if whole else parts) if p not in STOPWORDS)
    return tuple(w for w in found if w and w not in STOPWORDS)
