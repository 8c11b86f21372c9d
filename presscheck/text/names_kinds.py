"""What kind of thing a name names: person, organisation, place, nationality."""

from __future__ import annotations

import re
from itertools import pairwise

from presscheck.text.mentions import NameKind
from presscheck.text.names_front import key
from presscheck.text.names_lists import (
    GROUPS,
    HEADS_WITH_FOR,
    HEADS_WITH_OF,
    ORGANISATION_NOUNS,
    PLACE_HEADS,
    PLACE_NOUNS,
    country_names,
    demonyms,
    is_common,
    organisations,
    places,
)
from presscheck.text.names_parts import Part
from presscheck.text.names_runs import FIRST
from presscheck.text.titles import PARTICLES, SUFFIXES

_SPEAKS = re.compile(
    r"\s+(?:also |later |has |had )?(?:said|says|told|added|adds|noted|asked|replied|wrote|tweeted|explained|testified|argued|"
    r"insisted|stated|recalled|remembered|joked|warned)\b"
)
_IN = re.compile(r"\b(?:in|near|outside|throughout)\s+$")
_NO_SPEAKER = re.compile(r"\b(?:the|of|from)\s+$", re.IGNORECASE)
"""Before whom "said" is another's: "Tom Brannock of Galway said"."""
_THE = re.compile(r"\bthe\s+$", re.IGNORECASE)
_SIDES = frozenset({"South", "North", "East", "West", "Central", "Southeast", "Latin", "Afro"})
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*$")
_ACRONYM = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][A-Z&]{1,5}s?$")


def kind_of(part: Part, text: str) -> NameKind:
    """Return the kind from the lists, the words of the name, and what stands around it."""
    if part.kind:
        return part.kind
    return _listed(part.text) or _built(part) or _personal(part, text) or _around(part, text)


def _listed(name: str) -> NameKind | None:
    if name in demonyms():
        return "nationality"
    *sides, last = name.replace("-", " ").split() or [name]
    if last in demonyms() and (last.endswith("s") or all(w in _SIDES or w in demonyms() for w in sides)):
        return "nationality"
    if name in country_names() or name in places():
        return "place"
    return "organisation" if name in organisations() else None


def _built(part: Part) -> NameKind | None:
    """Tell by the words that organisations and places are named with."""
    first, last = part.words[0].text, part.words[-1].text
    names = [w.text for w in part.words]
    if first in PLACE_HEADS and (len(part.words) > 1):
        return "place"
    if any(a in HEADS_WITH_OF and b in ("of", "for", "on") for a, b in pairwise(names)):
        return "organisation"
    if any(a in HEADS_WITH_FOR and b == "for" for a, b in pairwise(names)):
        return "organisation"
    if len(part.words) > 1 and last in ORGANISATION_NOUNS:
        return "organisation"
    if len(part.words) > 1 and last in PLACE_NOUNS:
        return "place"
    return "organisation" if "&" in part.text else None


def _personal(part: Part, text: str) -> NameKind | None:
    """Tell a person by first name, initial, suffix, particle, or by none of the words being an ordinary one."""
    names = [w.text for w in part.words]
    if len(names) == 1 or names[0] in demonyms() or names[-1] in GROUPS:
        return None
    if (key(names[-1]) in SUFFIXES and not is_common(names[0])) or any(
        n.lower() in PARTICLES or n.startswith(("al-", "el-")) for n in names[1:-1]
    ):
        return "person"
    if _THE.search(text, max(0, part.start - 5), part.start) or len(names) > 4:
        return None
    if key(names[0]) in FIRST and not _ACRONYM.match(names[-1]):
        return "person"
    initial = any(len(n) == 2 and n[1] == "." for n in names[:-1])
    if initial or all(not is_common(n) and _WORD.match(n) and not n.isupper() for n in names):
        return "person"
    return None


def _around(part: Part, text: str) -> NameKind:
    before = max(0, part.start - 20)
    if len(part.words) == 1 and _ACRONYM.match(part.text):
        return "organisation"
    if is_common(part.words[-1].text):
        return "other"
    speaks = _SPEAKS.match(text, part.end) and not _NO_SPEAKER.search(text, before, part.start)
    if len(part.words) == 1 and speaks:
        return "person"
    return "place" if _IN.search(text, before, part.start) and len(part.words) < 3 else "other"
