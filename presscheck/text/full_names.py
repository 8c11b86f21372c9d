"""The full names of a text, by their parts: "Clinton" and "Ms. Clinton" lead to "Hillary Clinton"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cached_property

from presscheck.text.date_words import MONTH_NAMES, WEEKDAY_NAMES
from presscheck.text.first_names import FIRST_NAMES
from presscheck.text.names_lists import gazetteer, is_common
from presscheck.text.people import Gender, fold, gender_of, given_names, strip_titles, surname, title_of
from presscheck.text.role_words import is_listed
from presscheck.text.titles import MODIFIERS, SUFFIXES, TITLES

_RUN = re.compile(
    r"(?:[A-Z][\w’'-]*\w|[A-Z])(?:(?:(?<![a-z]{3})\.)?[ \xa0]+(?:(?:van|von|de|la|le|der|den|bin|al|del|da|di|du)[ \xa0])*"
    r"(?:[A-Z][\w’'-]*\w|[A-Z](?=\.)))+"
)
_HONORIFIC = re.compile(r"\b(Mr|Mrs|Ms)\.?[ \xa0]((?:[A-Z][\w’'-]*[ \xa0])?[A-Z][\w-]+)")
_NAME_OR_PRONOUN = re.compile(r"\b(?:([A-Z]\w+(?:-\w+)*)|(he|his|him|she|her)\b)|[.!?\n\"“”]")
_HONORIFICS = frozenset(("mr", "mrs", "ms", "miss", "mx"))
_CALENDAR = frozenset(WEEKDAY_NAMES + MONTH_NAMES)
_REACH = 80
_LONGEST = 8
_POSSESSIVE = re.compile(r"['’]s?$")


class FullNames:
    """The people whom a text names in full."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._found: dict[str, str] = {}
        self._genders: dict[str, Gender | None] = {}

    @cached_property
    def _runs(self) -> tuple[dict[str, Counter[str]], dict[str, Counter[str]]]:
        """Full names by surname and by first name."""
        by_surname: dict[str, Counter[str]] = defaultdict(Counter)
        by_first: dict[str, Counter[str]] = defaultdict(Counter)
        for run, count in Counter(_RUN.findall(self._text)).items():
            name = _cleaned(run)
            words = name.split()
            if len(words) > 1 and _may_be_person(words):
                by_surname[fold(surname(name))][name] += count
                by_first[fold(words[0])][name] += count
        return by_surname, by_first

    @cached_property
    def _in_office(self) -> dict[str, str]:
        """Those whom the text names by office and surname alone, in one office each: "President Biden"."""
        found: dict[str, set[str]] = defaultdict(set)
        for run in set(_RUN.findall(self._text)):
            words = _POSSESSIVE.sub("", run.replace("\xa0", " ")).split()
            begin = next((i for i, w in enumerate(words) if fold(w) in TITLES | MODIFIERS - {"the"}), 0)
            title, name = words[begin:-1], " ".join(words[begin:])
            if title and fold(title[-1]) in TITLES - _HONORIFICS and title_of(name) == " ".join(title):
                found[fold(words[-1])].add(name)
        return {family: names.pop() for family, names in found.items() if len(names) == 1}

    @cached_property
    def _honorifics(self) -> dict[str, Gender]:
        """Genders by surname, told by Mr., Mrs. and Ms."""
        return {
            fold(m[2].split()[-1]): "he" if m[1] == "Mr" else "she" for m in _HONORIFIC.finditer(self._text)
        }

    def gender(self, name: str) -> Gender | None:
        """Return a person's gender as titles, the first name, or else the pronouns after the name tell it."""
        if name not in self._genders:
            told = gender_of(name) or self._honorifics.get(fold(surname(name)))
            self._genders[name] = told or self._by_pronouns(surname(name))
        return self._genders[name]

    @cached_property
    def _pronouns(self) -> dict[str, int]:
        """How many more of "he" than of "she" follow each name within its sentence."""
        balance: dict[str, int] = defaultdict(int)
        names: list[tuple[int, str]] = []
        for match in _NAME_OR_PRONOUN.finditer(self._text):
            if match[1]:
                names.append((match.end(), fold(match[1])))
            elif match[2]:
                names = [(end, name) for end, name in names if match.start() - end < _REACH]
                for name in {name for _, name in names}:
                    balance[name] += -1 if match[2] in ("she", "her") else 1
            else:
                names.clear()
        return balance

    def _by_pronouns(self, family: str) -> Gender | None:
        balance = self._pronouns.get(fold(family), 0)
        return None if abs(balance) < 2 else "he" if balance > 0 else "she"

    def fullest(self, name: str) -> str:
        """Return the fullest form of a name in the text, itself if there is no other."""
        if name not in self._found:
            self._found[name] = self._look_up(
                _from_first_name(name.replace("\xa0", " ").rstrip(".,").split())
            )
        return self._found[name]

    def _look_up(self, name: str) -> str:
        bare = strip_titles(name)
        by_surname, by_first = self._runs
        if given_names(bare):
            longer = [n for n in by_surname.get(fold(surname(bare)), ()) if _extends(n, bare)]
            return max(longer, key=len, default=bare)
        forms: Mapping[str, int] = by_surname.get(fold(bare), Counter())
        if not forms and not title_of(name):
            forms = by_first.get(fold(bare), Counter())
        if not forms:
            return self._in_office.get(fold(bare), name)
        told = gender_of(name) or self._by_pronouns(bare)
        fitting = [n for n in forms if told is None or gender_of(n) in (told, None)] or list(forms)
        return max(fitting, key=lambda n: forms[n], default=name)


def _from_first_name(words: list[str]) -> str:
    """Cut what stands before a known first name: "Political Affairs Wendy Sherman"."""
    at = next((i for i, w in enumerate(words[:-1]) if fold(w) in FIRST_NAMES), 0)
    before = words[:at]
    return " ".join(
        words[at:]
        if before and all(is_common(w) or w.isupper() for w in before) and not title_of(" ".join(words))
        else words
    )


def _cleaned(run: str) -> str:
    """Strip titles, possessives, and words that only begin a sentence from a run of capitalised words."""
    words = _POSSESSIVE.sub("", run.replace("\xa0", " ")).split()
    if len(words) > _LONGEST:
        return ""
    while len(words) > 1 and _is_no_name(words[0]):
        if title_of(" ".join(words)):
            break
        words = words[1:]
    return _from_first_name(strip_titles(" ".join(words)).split())


def _is_no_name(word: str) -> bool:
    plain = word.strip(".")
    if word.endswith(".") and plain.lower() in _CALENDAR:
        return True  # "in May. Lund said"
    return (is_common(plain) or plain.lower() in _CALENDAR) and fold(word) not in FIRST_NAMES


def _may_be_person(words: list[str]) -> bool:
    first, last = words[0], words[-1]
    if len(words) > 4 or " ".join(words) in gazetteer() or any(w.isupper() and len(w) > 3 for w in words):
        return False
    if fold(last) in SUFFIXES and len(words) < 3:
        return False
    if fold(first) in FIRST_NAMES:
        return True
    return (
        not is_listed(last.lower()) and not (is_common(first) and is_common(last)) and last not in gazetteer()
    )


def _extends(longer: str, name: str) -> bool:
    """Tell whether a form holds all words of another: "Lloyd J. Austin III", "Lloyd Austin"."""
    words = [fold(w) for w in longer.split()]
    return fold(name.split()[0]) == words[0] and all(fold(w) in words for w in name.split())
