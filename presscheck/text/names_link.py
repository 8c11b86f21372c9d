"""The forms of one name in a text brought together: surname and full name, abbreviation and long form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from presscheck.text.mentions import NameKind
from presscheck.text.names_lists import (
    ORGANISATION_NOUNS,
    capitals,
    country_names,
    demonyms,
    is_common,
    organisations,
)
from presscheck.text.names_parts import Part
from presscheck.text.people import same_person, surname

_SMALL = frozenset({"of", "for", "to", "on", "the", "and", "against", "&", "in", "de"})
_BETWEEN = re.compile(r"(?:['’]s?)?\s*\(\s*(?:the\s+|or\s+)?[“\"]?$")
_ACTS = re.compile(
    r"\s+(?:has |have |had |will |would |also |again |repeatedly |reportedly )*(?:said|says|told|announced?s?|denie[sd]|"
    r"denied|accuse[sd]?|insist(?:s|ed)?|warn(?:s|ed)?|claim(?:s|ed)?|agree[sd]?|refuse[sd]?|reject(?:s|ed)?|called|"
    r"calls|condemn(?:s|ed)|launch(?:es|ed)|test(?:s|ed)|fired|sent|sends|deployed|deploys|sees|wants|responded|"
    r"responds|vowed|vows|signed|backed|backs|supports?|supported|sought|seeks|considers|views|argues|argued)\b"
)


def initials_fit(short: str, long: Sequence[str]) -> bool:
    """Tell whether an abbreviation is made of the first letters of the words, small words taken in or not."""
    letters = [c.lower() for c in short if c.isalpha()]
    if len(letters) > 2 and letters[-1] == "s" and short.endswith("s"):
        letters.pop()
    pieces = [p for w in long for p in w.split("-") if p]
    big = [p[0].lower() for p in pieces if p.lower() not in _SMALL]
    every = [p[0].lower() for p in pieces]
    return len(letters) > 1 and (letters in (big, every) or _subsequence(letters, every, big))


def _subsequence(letters: list[str], every: list[str], big: list[str]) -> bool:
    """Allow one important word to be left out or one letter to come from inside a word, for longer abbreviations."""
    if len(letters) < 4 or abs(len(letters) - len(big)) > 1 or letters[0] != every[0]:
        return False
    remaining = iter(letters)
    missed = sum(1 for b in big if b not in remaining)
    return missed == 0


def abbreviations(parts: Sequence[Part], text: str) -> dict[str, Part]:
    """Return the abbreviations that the text explains: "Terminal High Altitude Area Defense (THAAD)"."""
    found: dict[str, Part] = {}
    for long, short in pairwise(parts):
        if (
            not _BETWEEN.fullmatch(text, long.end, short.start)
            or text[short.end : short.end + 2].lstrip('”"')[:1] != ")"
        ):
            continue
        if len(short.words) > 1:
            long, short = short, long
        if len(short.words) == 1 and initials_fit(short.text, [w.text for w in long.words]):
            found.setdefault(short.text, long)
    return found


class Links:
    """What the names of one text stand for; ask for them in the order of the text."""

    def __init__(self, parts: Sequence[Part], text: str) -> None:
        self._text = text
        self._short = abbreviations(parts, text)
        self._people = _fullest(p for p in parts if p.kind == "person" and len(p.words) > 1)
        self._recent: dict[str, str] = {}
        self._by_first = _by_first_word(n for ns in self._people.values() for n in ns)
        named = {p.text for p in parts if p.kind == "organisation" and len(p.words) > 1}
        self._organised = _by_first_word(sorted(named, key=len, reverse=True))

    def resolve(self, part: Part) -> tuple[NameKind, str]:
        """Return the kind and the canonical form of a name."""
        kind = part.kind or "other"
        if kind == "person" and not part.title and (longer := self._longer(part, "other")):
            return "organisation", longer
        if (person := self._person(part)) is not None:
            return "person", person
        if (long := self._short.get(part.text)) is not None:
            return long.kind or kind, known_form(long, self._text) or long.text
        if (known := known_form(part, self._text)) is not None:
            return kind, known
        longer = None if part.known else self._longer(part, kind)
        return ("organisation", longer) if longer else (kind, part.text)

    def _person(self, part: Part) -> str | None:
        """Return the fullest form of a person in the text; of several that fit, the one named last."""
        if (part.known and part.kind != "place") or (part.kind != "person" and len(part.words) > 1):
            return None
        family = _fold(surname(part.text))
        named = f"{part.title} {part.text}" if part.title else part.text
        fitting = [n for n in self._people.get(family, ()) if same_person(n, named)]
        if not fitting and len(part.words) == 1 and not part.title and not part.known:
            fitting = [
                n for ns in self._people.values() for n in ns if _fold(n.split()[0]) == _fold(part.text)
            ]
        if not fitting:
            return None
        recent = self._recent.get(family, "")
        person = recent if recent in fitting else fitting[0]
        self._recent[family] = person
        return person

    def _longer(self, part: Part, kind: NameKind) -> str | None:
        """Return the longer name in the text that begins with this one: "Acme" for "Acme Robotics Inc."."""
        if kind not in ("organisation", "other") or part.text.endswith("."):
            return None
        if is_common(part.text) and part.text not in ORGANISATION_NOUNS:
            return None
        longer = self._organised.get(_fold(part.words[0].text), ())
        return next((name for name in longer if name.startswith(part.text + " ")), None)


def _by_first_word(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(_fold(name.split()[0]), []).append(name)
    return found


def _fullest(parts: Iterable[Part]) -> dict[str, list[str]]:
    """Return, by surname, the fullest form of each person, in order of first mention."""
    people: dict[str, list[str]] = {}
    for part in parts:
        known = people.setdefault(_fold(surname(part.text)), [])
        same = next((i for i, name in enumerate(known) if same_person(name, part.text)), None)
        if same is None:
            known.append(part.text)
        elif _tells_more(part.text, known[same]):
            known[same] = part.text
    return people


def _tells_more(name: str, than: str) -> bool:
    """Whether it is the fuller form; of two alike the one that is not all capitals."""
    if name.isupper() != than.isupper() and len(name.split()) >= len(than.split()):
        return than.isupper()
    return len(name) > len(than) and not name.isupper()


def _fold(word: str) -> str:
    return word.casefold().replace("’", "'")


def known_form(part: Part, text: str) -> str | None:
    """Return the main name of a known country, people or organisation; of a capital that acts, its country."""
    name = part.text
    if name in capitals() and not part.possessive and _ACTS.match(text, part.end):
        before = text[max(0, part.start - 12) : part.start].split()[-1:]
        if before not in (["in"], ["at"], ["near"], ["from"], ["to"], ["of"], ["outside"]):
            return capitals()[name]
    return country_names().get(name) or demonyms().get(name) or organisations().get(name)
