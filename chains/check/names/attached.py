"""What a text puts beside a person: nationality, party, town or body ("the Danish critic", "of the Centre Party")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from presscheck.chains.check.names.forms import is_country, same_thing
from presscheck.chains.check.names.kin import one_word_apart
from presscheck.chains.check.names.offices import offices
from presscheck.chains.check.names.slots import comparable
from presscheck.chains.check.names.spelling import is_variant
from presscheck.text.mentions import Name, NameKind
from presscheck.text.names_lists import ORGANISATION_NOUNS, country_names, demonyms, states
from presscheck.text.role_words import noun_kind
from presscheck.text.titles import FIELDS, FRONT_TITLES, MODIFIERS, TITLES

_PARTY = re.compile(
    r"\b(?:Party|Democrats?|Democratic|Republicans?|GOP|Labou?r|Conservatives?|Tory|Tories|Liberals?|Socialists?|"
    r"Greens?|Communists?)$"
)
_CODE = re.compile(
    r"(?:\s*\(|,\s+)(?P<code>D|R|Lab|Con|Lib Dem)(?=[-,–)])(?:[-–](?P<seat>[A-Z][\w.]*(?: [A-Z][\w.]*)*))?"
)
_ROLE = re.compile(
    r"(?:['’]s)?\s+(spokes(?:man|woman|person)|activist|analyst|correspondent|moderator|pollster|strategist)s?\b"
)
"""What one is for one body at a time: "a Gazette spokesman"."""
_CODED = {"D": "Democratic Party", "R": "Republican Party", "Lab": "Labour Party", "Con": "Conservative Party",
          "Lib Dem": "Liberal Democrats"}  # fmt: skip
_SMALL = frozenset("a an the of from for at who is was then former now senior".split())
_ROLES = TITLES | FRONT_TITLES | MODIFIERS | FIELDS
_WORD = re.compile(r"[\w.’'-]+")
_LONGEST = 6


class Attached(Name):
    """A name beside a person's, and what it says of the person: nation, party, place or body."""

    sort: str = ""
    office: bool = False
    """Whether it belongs to an office: "the Latvian president" may be born anywhere."""
    gap: str = ""
    """What stands between the two names."""
    role: str = ""
    """What the person is for the body: "spokes" of "a Gazette spokesman"."""


def attached(person: Name, names: Sequence[Name], text: str) -> Iterator[Attached]:
    """Yield the names that a sentence puts beside the person's; offsets as those given."""
    for name in names:
        sort = sort_of(name)
        if sort and name.kind != "person" and (gap := _gap(person, name, text)) is not None:
            office = _has_office(f"{gap} {person.title or ''}")
            match = _ROLE.match(text, name.end)
            role = match[1][:6] if match else ""
            sort = "body" if role and sort == "place" else sort
            yield Attached(**name.model_dump(), sort=sort, office=office, gap=gap.strip(), role=role)
    code = _CODE.match(text, person.end)
    if code:
        yield _read(code, "code", "party", _CODED[code["code"]])
    seat = country_names().get(code["seat"], code["seat"]) if code else ""
    if code and seat in states():
        yield _read(code, "seat", "state", seat)


def _read(match: re.Match[str], group: str, sort: str, canonical: str) -> Attached:
    """Make what a code in brackets says: a party, or the seat."""
    start, end = match.span(group)
    kind: NameKind = "organisation" if sort == "party" else "place"
    return Attached(text=match[group], start=start, end=end, kind=kind, canonical=canonical, sort=sort)


def contradicts(mine: Attached, theirs: Attached) -> bool:
    """Tell whether a person can't well be both: two peoples, parties, states or towns, two bodies of one sort."""
    if mine.sort != theirs.sort or same_thing(mine, theirs, capitals_too=False):
        return False
    if mine.sort == "nation":
        return mine.office == theirs.office and (mine.office or (_of_birth(mine) and _of_birth(theirs)))
    if mine.sort == "party":
        return not same_party(mine, theirs)
    if mine.sort == "body" and mine.role and mine.role == theirs.role:
        return not is_variant(mine.text, theirs.text)
    if mine.sort == "body":
        return bool(_bodies(mine) & _bodies(theirs)) or one_word_apart(mine.text, theirs.text)
    if mine.sort == "state":
        return True
    return comparable(mine, theirs) or mine.gap == theirs.gap in ("of", "from")


def _of_birth(name: Attached) -> bool:
    """Whether a country or people is the person's own: "a Dane", "Denmark's", "of Denmark", not "Denmark coach"."""
    return name.kind == "nationality" or name.gap in ("'s", "’s", "of", "from", ", a", ", an")


def same_party(a: Name, b: Name) -> bool:
    """Tell whether two names can be one party's: "Republican", "GOP", "Republican Party"."""
    return _party(a) <= _party(b) or _party(b) <= _party(a)


def sort_of(name: Name) -> str:
    """Return what a name says of a person beside it: nation, party, state, place or body; "" for nothing."""
    if _PARTY.search(name.canonical) or _PARTY.search(name.text):
        return "party"
    if name.canonical in states():
        return "state"
    if is_country(name) or name.kind == "nationality":
        return "nation"
    return {"place": "place", "organisation": "body", "other": "place"}.get(name.kind, "")


def _party(name: Name) -> set[str]:
    """Return what tells a party from others: "Democratic Party" and "Democrat" have "democrat"."""
    known = country_names() | demonyms()
    words = {w.lower().removesuffix("s") for w in _WORD.findall(name.canonical) if w not in known}
    return {w.removesuffix("ic") for w in words} - {"party", "the", "of", "and"}


def _bodies(name: Name) -> set[str]:
    return {w for w in _WORD.findall(name.text) if w in ORGANISATION_NOUNS}


def _has_office(title: str) -> bool:
    return any(o.head in ("president", "minister", "prime minister", "ambassador", "secretary", "coach", "chancellor")
               for o in offices(title))  # fmt: skip


def _gap(person: Name, name: Name, text: str) -> str | None:
    """Return the words between a person and another name where these only say what the person is; else None."""
    if name.end <= person.start:
        gap = text[name.end : person.start]
        fits = re.fullmatch(r"(?:['’]s)?[\s-]*(?:[\w.’'-]+\s+)*?(?:[\w.’'-]+,?\s+)?", gap)
        small: frozenset[str] = frozenset()
    elif person.end <= name.start:
        gap = text[person.end : name.start]
        fits = re.fullmatch(r"(?:,\s+|\s+\(|\s+(?=(?:of|from|at|for)\s))(?:[\w.’'-]+,?\s+)*", gap)
        small = _SMALL
    else:
        return None
    words = _WORD.findall(gap.removeprefix("'s").removeprefix("’s"))
    if not fits or len(words) > _LONGEST or not all(_says_what(w, small) for w in words):
        return None
    return gap


def _says_what(word: str, small: frozenset[str]) -> bool:
    low = word.lower().replace(".", "")
    return (
        low in small
        or low in _ROLES
        or word in _state_words()
        or noun_kind(low.rsplit("-", 1)[-1]) == "person"
    )


@cache
def _state_words() -> frozenset[str]:
    """Return the words of the states’ names: "a West Virginia Democrat"."""
    return frozenset(w for state in states() for w in state.split() if w[0].isupper())
