"""The forms that a name may lawfully take, and where one of them stands in the sources."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

from presscheck.chains.check.names.spelling import is_variant
from presscheck.chains.check.sources import Sources
from presscheck.models import Passage
from presscheck.text.mentions import Name
from presscheck.text.names_link import initials_fit
from presscheck.text.names_lists import capitals, countries, country_names, demonyms, organisations
from presscheck.text.people import given_names, same_person, surname
from presscheck.text.words import lemma

_SUFFIX = re.compile(r",?\s+(?:Inc|Corp|Co|Ltd|LLC|PLC|Plc|Group|Holdings)\.?$")
_DEPARTMENT = re.compile(r"^(?:U\.S\. |US )?(?P<what>[A-Z][\w ]+?) (?P<head>Department|Ministry)$")
_OFFICE = re.compile(r"^(?P<head>Department|Ministry) of (?:the )?(?P<what>.+)$")
_WORD = re.compile(r"[^\W_]+")


def squeezed(text: str) -> str:
    """Return the text with single spaces."""
    return " ".join(text.split())


@cache
def country_forms() -> dict[str, tuple[str, ...]]:
    """Every form of a country by its main name: names, adjectives, people; its seat of government last."""
    return {c.name: (c.name, *c.aliases, *c.demonyms, *c.capitals) for c in countries()}


@cache
def organisation_forms() -> dict[str, tuple[str, ...]]:
    """Every form of a well-known organisation by its main name."""
    forms: dict[str, list[str]] = {}
    for form, main in organisations().items():
        forms.setdefault(main, []).append(form)
    return {main: tuple(found) for main, found in forms.items()}


def forms(name: Name) -> list[str]:
    """Return the forms to look for, the strictest first, none twice."""
    return list(dict.fromkeys(f for f in _forms(name) if f))


def _forms(name: Name) -> Iterator[str]:
    written = squeezed(name.text)
    yield written
    yield name.canonical
    if name.kind == "person":
        yield from _person_forms(written)
        yield from _person_forms(name.canonical)
    yield from country_forms().get(name.canonical, ())
    yield from organisation_forms().get(name.canonical, ())
    if name.kind in ("organisation", "other"):
        yield _SUFFIX.sub("", written)
        yield from _offices(name.canonical)
    if name.kind in ("nationality", "organisation"):
        yield written[:-1] if re.search(r"[^s]s$", written) else f"{written}s"


def _person_forms(name: str) -> Iterator[str]:
    """Yield first and last name, then the last name."""
    given, family = given_names(name), surname(name)
    if given and family:
        yield f"{given[0]} {family}"
    yield family


def _offices(name: str) -> Iterator[str]:
    """Yield "Department of Labor" for "Labor Department", and the other way round."""
    if match := _DEPARTMENT.match(name):
        yield f"{match['head']} of {match['what']}"
    if match := _OFFICE.match(name):
        yield f"{match['what']} {match['head']}"


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str] | None:
    words = _WORD.findall(form)
    if not words:
        return None
    return re.compile(
        r"(?<![^\W_])" + r"[\W_]{1,3}".join(map(re.escape, words)) + r"(?![^\W_])", re.IGNORECASE
    )


class _Bare(dict[int, str]):
    """Letters without their accents, one for one: offsets stay what they are."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        plain = "".join(c for c in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(c))
        self[code] = plain if len(plain) == 1 else letter
        return self[code]


_BARE = _Bare({ord(a): b for a, b in zip("øØłŁđĐıð", "oOlLdDid", strict=True)})


@lru_cache(maxsize=1024)
def _bare(text: str) -> str:
    return text if text.isascii() else text.translate(_BARE)


def place_in(form: str, text: str) -> tuple[int, int] | None:
    """Return where the form stands in a text, whatever its case, accents and punctuation; None if it doesn't."""
    pattern = _pattern(_bare(form))
    for match in pattern.finditer(_bare(text)) if pattern else ():
        # "Brown" is not "brown", but "river Aire" is "River Aire"; and a source may be in small letters throughout.
        if not match[0].islower() or not form[0].isupper() or text.islower():
            return match.span()
    return None


def stands_in(name: Name, text: str, *, by_surname: bool = True) -> bool:
    """Tell whether any form of the name stands in the text, a person's surname alone too unless told otherwise."""
    full = name.kind == "person" and bool(given_names(name.text))
    left_out = surname(name.text) if full and not by_surname else None
    return any(place_in(form, text) for form in forms(name) if form != left_out)


class Place:
    """Where a form of a name stands: offsets into the source's text."""

    __slots__ = ("end", "form", "passage", "start")

    def __init__(self, passage: Passage, start: int, end: int, form: str) -> None:
        self.passage, self.start, self.end, self.form = passage, start, end, form


def places_of(form: str, sources: Sources, k: int = 8) -> list[Place]:
    """Return where the form stands in the sources, the best-ranked source first, questions last."""
    found = []
    for passage in sources.phrase(form, k):
        span = place_in(form, passage.text)
        if span:
            found.append(Place(passage, passage.start + span[0], passage.start + span[1], form))
    return sorted(found, key=lambda p: (p.passage.role in ("question", "moderator"), _worse(sources, p)))


def in_small_letters(form: str, sources: Sources) -> str | None:
    """Return a form of several words as a source has it in small letters; None if none has."""
    pattern = _pattern(_bare(form)) if " " in form else None
    found = (pattern.search(_bare(p.text)) for p in sources.phrase(form, 8)) if pattern else ()
    return next((match[0] for match in found if match), None)


def _worse(sources: Sources, place: Place) -> tuple[float, float]:
    rank, time = sources.rank(place.passage.article_id)
    return -rank, -time


def same_thing(a: Name, b: Name, *, capitals_too: bool = True) -> bool:
    """Tell whether two names can be forms of one thing; a capital may stand for its country."""
    if a.canonical == b.canonical or a.canonical.casefold() == b.canonical.casefold():
        return True
    if is_variant(a.text, b.text):
        return True
    if a.kind == b.kind == "person":
        return same_person(a.canonical, b.canonical) or same_person(a.text, b.text)
    own, other = ({f.casefold() for f in forms(n)} for n in (a, b))
    if not capitals_too:
        own, other = ({f for f in found if f not in _seats()} for found in (own, other))
    if own & other or _stands_for(a.canonical, b.canonical) or _stands_for(b.canonical, a.canonical):
        return True
    alike = a.kind == b.kind or "other" in (a.kind, b.kind)
    return alike and (contains(a.canonical, b.canonical) or contains(b.canonical, a.canonical))


@cache
def _seats() -> frozenset[str]:
    return frozenset(name.casefold() for name in capitals())


def _stands_for(short: str, long: str) -> bool:
    """Tell whether one name is the other's short form: "BLM", "DOI", "Hibs", "RAAF Base Darwin"."""
    brief, full = short.split(), long.split()
    # "Hibs" is Hibernian: four letters or more are no slip of a letter or two.
    if len(brief) == len(full) == 1 and len(short) < len(long) - 2:
        return len(short) > 3 and long.startswith(short.rstrip("sy"))
    while brief and full and brief[-1] == full[-1]:
        brief, full = brief[:-1], full[:-1]
    while brief and full and brief[0] == full[0]:
        brief, full = brief[1:], full[1:]
    if len(brief) != 1 or not brief[0].isupper():
        return False
    return initials_fit(brief[0], full) or any(
        initials_fit(brief[0], o.split()) for o in _offices(" ".join(full))
    )


def contains(long: str, short: str) -> bool:
    """Tell whether the words of one name all stand in the other, in the singular or plural."""
    return _lemmas(short) <= _lemmas(long)


def _lemmas(name: str) -> set[str]:
    return {lemma(w) for w in _WORD.findall(name)} - {"the", "of", "and", "for"}


def is_country(name: Name) -> bool:
    """Tell whether it names a country, its people, or its government."""
    return name.canonical in country_forms()


def known(word: str) -> bool:
    """Tell whether it is a listed name as written, which can't be a misspelling of another."""
    return word in country_names() or word in demonyms() or word in organisations()
