"""The names that stand in the place of a name: wrong ones, and those that are as right.

Each edit takes the sentence, the name, every name of the article and the source of chance; None where it does not fit.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from presscheck.text.mentions import Name, Sentence
from presscheck.text.names_lists import countries, country_names, demonyms, gazetteer, organisations, places
from presscheck.text.people import given_names, same_person, surname
from presscheck.text.tokens import tokenize

Edit = Callable[[Sentence, Name, Sequence[Name], random.Random], str | None]

_PERSONS = ("Helen Marsh", "Tomas Okafor", "Ingrid Valdez", "Peter Lindqvist", "Amara Boateng", "Daniel Roth")
_CAPITAL_NEXT = re.compile(r"[\s-]+[A-Z]")
_POSSESSIVE = re.compile(r"['’]s\b")


def misspelt(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return the name with one slip in its longest word; None where the word is too short or not a name's own."""
    words = [w for w in re.findall(r"[^\W\d_]{4,}", name.text) if not w.isupper()]
    if not words or name.kind == "other":
        return None
    word = max(words, key=len)
    wrong = _slip(word, rng)
    if (
        wrong == word
        or wrong in gazetteer()
        or any(wrong.casefold() == w.text.casefold() for n in every for w in tokenize(n.text))
    ):
        return None
    return name.text.replace(word, wrong, 1)


def _slip(word: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(word) - 1)
    match rng.randrange(4):
        case 0:
            return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        case 1:
            return word[:at] + word[at + 1 :]
        case 2:
            return word[:at] + word[at] + word[at:]
        case _:
            vowels = [i for i, c in enumerate(word) if i and c in "aeiouy"] or [at]
            i = rng.choice(vowels)
            return word[:i] + rng.choice([c for c in "aeiou" if c != word[i]]) + word[i + 1 :]


def other_person(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return another person: one of the article's where it has one, else an invented one."""
    if name.kind != "person" or name.text.isupper():
        return None
    others = [
        n.text
        for n in every
        if n.kind == "person"
        and given_names(n.text)
        and not n.text.isupper()
        and not same_person(n.canonical, name.canonical)
        and n.text not in sentence.text
        and surname(n.text) not in sentence.text
    ]
    other = rng.choice(others) if others and rng.random() < 0.5 else rng.choice(_PERSONS)
    return other if given_names(name.text) else surname(other)


def other_place(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return another country for a country, another people for a people, another city for a city."""
    if _CAPITAL_NEXT.match(sentence.text, name.end - sentence.start):  # "U.S. Army" is more than a place
        return None
    if name.text in demonyms():
        return _another(
            [c.demonyms[0] for c in countries() if c.demonyms and c.capitals], name, sentence, rng
        )
    if name.text in country_names():
        return _another(
            [c.name for c in countries() if c.capitals and c.name.split()[0] != "Republic"],
            name,
            sentence,
            rng,
        )
    if name.kind == "place" and name.text in places():
        return _another(sorted(places() - set(country_names())), name, sentence, rng)
    return None


def other_organisation(
    sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random
) -> str | None:
    """Return another organisation."""
    if name.kind != "organisation" or len(name.text) < 4:
        return None
    listed = sorted({n for n in organisations().values() if len(n.split()) > 1})
    return _another(listed, name, sentence, rng)


def _another(choices: Sequence[str], name: Name, sentence: Sentence, rng: random.Random) -> str | None:
    fitting = [c for c in choices if c not in sentence.text and c != name.text and c != name.canonical]
    return rng.choice(fitting) if fitting else None


def verbatim(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return the name as it stands."""
    return name.text


def surname_alone(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return the surname alone."""
    if name.kind != "person" or not given_names(name.text):
        return None
    return surname(name.text)


def in_full(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return the fullest form of the name that the article has."""
    if name.kind not in ("person", "organisation") or name.canonical == name.text:
        return None
    return name.canonical if not name.title else None


def abbreviated(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return another form in use: "U.S." for "United States", an abbreviation that the article explains."""
    short = [
        n.text
        for n in every
        if n.canonical == name.canonical and n.text != name.text and n.kind == name.kind == "organisation"
    ]
    if name.text in ("United States", "U.S."):
        return "U.S." if name.text == "United States" else "United States"
    return rng.choice(short) if short else None


def demonym(sentence: Sentence, name: Name, every: Sequence[Name], rng: random.Random) -> str | None:
    """Return the adjective for a country's possessive; the ending is left where it stands."""
    after = sentence.text[name.end - sentence.start :]
    country = next((c for c in countries() if c.name == name.text and c.demonyms), None)
    if (
        country is None
        or _POSSESSIVE.match(after)
        or not re.match(r" (?:government|forces|troops|military)", after)
    ):
        return None
    return country.demonyms[0]
