"""The noun that a number counts ("10,000 North Korean troops" → troop), found without a grammar."""

from __future__ import annotations

import re

from presscheck.text.number_words import TENS, UNITS
from presscheck.text.suffixes import strip_suffix
from presscheck.text.words import STOPWORDS, lemma

_WORD = re.compile(r"[ ]{0,2}[ (\"']?([^\W\d_]+(?:['&.-][^\W\d_]+)*)")
_HYPHEN = re.compile(r"-([^\W\d_]+)(?:-(?:old|long|wide|tall|high|deep|strong|plus))?")
_HEDGE = re.compile(r"\+|-plus\b|-odd\b")
_NUMBER = frozenset([*UNITS, *TENS, "hundred", "dozen"])
PLURALS = frozenset(
    "people men women children police troops personnel staff aircraft sheep fish deer cattle youth feet teeth geese mice "
    "crew media data criteria spacecraft offspring salmon trout species series means headquarters firemen policemen "
    "servicemen servicewomen gunmen fishermen businessmen congressmen lawmen crewmen dead injured wounded missing homeless "
    "alumni bacteria phenomena fungi infantry cavalry percent livestock poultry folk kin clergy elderly others".split()
)
_AS_NOUN = frozenset("injured wounded missing dead detained displaced".split())
_NOT_PLURAL = frozenset(
    "is was has does this its his us as thus plus yes always perhaps across towards afterwards says "
    "goes less unless versus besides previous various famous serious religious dangerous obvious "
    "anonymous continuous numerous hers ours theirs yours themselves ourselves yourselves".split()
)
_STOP = frozenset(
    "is was are were be been being am has have had do does did will would can could may might must "
    "shall should not said says say told according because although though while when where which "
    "who whom whose that than then there and or but nor so yet if as at by for from in into of on "
    "onto off out over per since through to toward towards under until up upon via with within "
    "without after before between during against about above below down near past around he she it "
    "they we you i his her its their our your my this these those ago later earlier a an the each "
    "every saw became began came took won made went got gave found left held met ran set led lost "
    "kept brought sent paid fell rose grew still also only just even more whether already now never away remain remained "
    "behind".split()
)
_SKIP = frozenset("more other further additional of the new such extra".split())


def counted_noun(folded: str, at: int, one: bool = False, text: str = "") -> tuple[str, int] | None:
    """Return the counted noun in the singular after a number that ends at `at`, and where the noun ends.

    The head is the first word that looks like a plural within four words; after "one", the last word of the run.
    Where the `text` as written is given, a name before another plural is none: "2,200 Leeds fans".
    """
    if hedge := _HEDGE.match(folded, at):
        at = hedge.end()
    if hyphen := _HYPHEN.match(folded, at):
        return (_singular(hyphen[1]), hyphen.end()) if hyphen[1] not in _STOP else None
    words = _run(folded, at, text)
    if not words:
        return None
    if one:
        return _after_one(words)
    for word, end in words:
        if is_plural(word) and not (text and _names_those(text, end)):
            return _singular(word), end
    return None


def _singular(word: str) -> str:
    """Return the noun in the singular: that of "hearings" ends in "ing"."""
    bare = strip_suffix(word, "s")
    return bare if bare.endswith("ing") or bare in _AS_NOUN else lemma(word)


def _after_one(words: list[tuple[str, int]]) -> tuple[str, int] | None:
    """Return the head after "one" or an ordinal: the last word before what looks like a verb."""
    kept = words[:1]
    for word, end in words[1:]:
        if word.endswith("ed") or (word.endswith("s") and not word.endswith(("ss", "us", "is"))):
            break
        kept.append((word, end))
    return _singular(kept[-1][0]), kept[-1][1]


def is_plural(word: str) -> bool:
    """Whether the word looks like a plural noun."""
    if word in PLURALS:
        return True
    return (
        len(word) > 3
        and word.endswith("s")
        and not word.endswith(("ss", "us", "is", "'s"))
        and word not in _NOT_PLURAL
    )


_OWN_PLURAL = re.compile(r"[A-Z][\w.&'-]* ([a-z]+)\b")


def _names_those(text: str, end: int) -> bool:
    """Whether a word is a name, the noun that is counted right behind it."""
    start = text.rfind(" ", 0, end) + 1
    match = _OWN_PLURAL.match(text, start)
    return match is not None and is_plural(match[1])


def _run(folded: str, at: int, text: str = "") -> list[tuple[str, int]]:
    """Up to four words after `at` that may belong to one noun phrase."""
    found: list[tuple[str, int]] = []
    place, skipped, joined = at, 0, False
    while len(found) < 4 and (match := _WORD.match(folded, place)):
        gap = folded[place : match.start(1)]
        if found and any(c in gap for c in "(\"'"):
            break
        word, place = match[1], match.end()
        if not found and skipped < 3 and word in _SKIP:
            skipped += 1
            continue
        if word == "and" and found and not joined:
            joined = True
            continue
        if (found and word in _SKIP) or word in _STOP or word in _NUMBER:
            break
        found.append((word, place))
        if is_plural(word) and not (text and _names_those(text, place)):
            break
    return found


_ABOUT = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_BREAK = re.compile(r"[.!?]\s|;|\n")


def about_words(folded: str, start: int, end: int) -> tuple[str, ...]:
    """Return the content words around a figure, those of its own sentence, nearest twelve on the left, ten on the right."""
    left = folded[max(0, start - 110) : start]
    right = folded[end : end + 100]
    left = _BREAK.split(left)[-1]
    right = _BREAK.split(right)[0]
    words = [w for w in _ABOUT.findall(left) if len(w) > 2 and w not in STOPWORDS][-12:]
    words += [w for w in _ABOUT.findall(right) if len(w) > 2 and w not in STOPWORDS][:10]
    return tuple(dict.fromkeys(words))
