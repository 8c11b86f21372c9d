"""Where in a run of capitalised words a title or an office ends and the person's own name begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from presscheck.text.names_lists import (
    HONORIFICS,
    MORE_TITLES,
    ORGANISATION_NOUNS,
    PLACE_NOUNS,
    STRONG_TITLES,
    WORDY_SURNAMES,
    country_names,
    demonyms,
    gazetteer,
    is_common,
    known_sizes,
)
from presscheck.text.names_runs import FIRST, Word
from presscheck.text.role_words import noun_kind
from presscheck.text.titles import FRONT_TITLES, MODIFIERS, OFFICES
from presscheck.text.titles import TITLES as USUAL_TITLES
from presscheck.text.words import normalise

TITLES = USUAL_TITLES | MORE_TITLES
_NO_SURNAME = re.compile(
    r"(?:ary|ing|ed|al|ive|ous|ic|able|ible|ful|less|ly|ion|ment|ship|ness|ity|ance|ence|der)$"
)
_OFFICE_BEFORE = re.compile(
    r"\b(?:secretary|minister|undersecretary|president|governor|mayor)\s+(?:of|for)\s+$"
)
SMALL = frozenset({"of", "for", "to", "on", "the", "and", "against"})
"""Small words inside a name."""
PARTY_PEOPLE = frozenset(
    "conservative labour republican democrat democratic liberal socialist green tory".split()
)
"""What a party's people are called, in small letters."""


def key(word: str) -> str:
    """Return a word in lower case without its dots: "Gen." is "gen"."""
    return word.lower().replace(".", "")


def known_at(run: Sequence[Word], at: int) -> int:
    """Return how many words of the run make up a known name from `at`; 0 if none does."""
    for size in known_sizes().get(run[at].text, ()):
        if at + size <= len(run) and " ".join([w.text for w in run[at : at + size]]) in gazetteer():
            return size
    return 0


def title_end(run: Sequence[Word]) -> int:
    """Return how many words stand as a title before a person's name; all of them where there is no name, or 0."""
    last = len(run) - 1
    cut = 0
    for i, word in enumerate(run):
        folded = key(word.text)
        if folded in TITLES or (folded in FRONT_TITLES and all_title(run[:i])):
            cut = i + 1
    if not cut:
        return 0
    cut = _skip_office(run, cut)
    while cut <= last and key(run[cut].text) in TITLES | MODIFIERS | FRONT_TITLES and cut < last:
        cut += 1
    if cut > last:
        return cut if all_title(run) or any(w.text == "of" for w in run) else 0
    return cut if _person_may_follow(run, cut) else 0


def role_end(run: Sequence[Word]) -> int:
    """Return how many words tell what somebody is before a name in full: "Novelist | Svetlana Mironovich"; else 0."""
    if len(run) == 2 and key(run[0].text) in PARTY_PEOPLE and _surname(run[1].text):
        return 1
    for cut in range(min(3, len(run) - 2), 0, -1):
        before, name = run[:cut], run[cut:]
        if (
            _is_role(before[-1].text)
            and all(is_common(w.text) or w.text in gazetteer() for w in before)
            and in_full(name)
        ):
            return cut
    return 0


def _surname(word: str) -> bool:
    """Whether a word can be nothing but a name: "Democrat | Teachout"."""
    return len(word) > 3 and not word.isupper() and not is_common(word) and word not in gazetteer()


def in_full(name: Sequence[Word]) -> bool:
    """Whether the words can be a first name and a surname: none an ordinary word, or the first a known first name."""
    if not 1 < len(name) < 5 or any(w.text in SMALL for w in name):
        return False
    if name[-1].text in ORGANISATION_NOUNS | PLACE_NOUNS or any(
        w.text.isupper() and len(w.text) > 1 for w in name
    ):
        return False
    return key(name[0].text) in FIRST or not any(is_common(w.text) for w in name)


def _is_role(word: str) -> bool:
    low = key(word)
    return low not in FIRST and (low in PARTY_PEOPLE or noun_kind(low.rsplit("-", 1)[-1]) == "person")


def office_end(run: Sequence[Word], text: str) -> int:
    """Return how many words name the office where "secretary of" stands before: "secretary of | State | Hillary"."""
    if not _OFFICE_BEFORE.search(text, max(0, run[0].start - 24), run[0].start):
        return 0
    named = " ".join(key(w.text) for w in run) + " "
    office = next((o for o in OFFICES if named.startswith(o + " ")), None)
    size = len(office.split()) if office else known_at(run, 0)
    return size if 0 < size < len(run) and key(run[size].text) in FIRST else 0


def all_title(run: Sequence[Word]) -> bool:
    """Whether all words are titles, what stands around titles, or known names."""
    titles = TITLES | FRONT_TITLES | MODIFIERS | SMALL | {"crown", "grand", "supreme"}
    return all(
        key(w.text) in titles or normalise(w.text) in titles or known_at(run, i) for i, w in enumerate(run)
    )


def _skip_office(run: Sequence[Word], cut: int) -> int:
    """Return where the name begins after "Secretary" in "Secretary of Health and Human Services Xavier Becerra"."""
    if cut >= len(run) or run[cut].text not in {"of", "for", "to"}:
        return cut
    rest = " ".join(key(w.text) for w in run[cut + 1 :]) + " "
    office = next((o for o in OFFICES if rest.startswith(o + " ")), None)
    if office:
        return cut + 1 + len(office.split())
    at = cut + 1 + (run[cut + 1].text == "the")
    return at + max(known_at(run, at), _body_at(run, at), 1) if at < len(run) else at


def _body_at(run: Sequence[Word], at: int) -> int:
    """Return how many words from `at` name a body before a person: "European Council | Charles Michel"."""
    ends = (i for i in range(at + 1, min(at + 4, len(run) - 1)) if run[i].text in ORGANISATION_NOUNS)
    return next((i + 1 - at for i in ends if not is_common(run[i + 1].text)), 0)


def _wordy(name: Sequence[Word], title: str, cut: int) -> bool:
    """Whether ordinary words after a title are a surname: "Mr. Board", "President Bush", not "Executive Order"."""
    if title in HONORIFICS:
        return True
    strong = title in STRONG_TITLES - ({"general"} if cut == 1 else set())
    return strong and (name[-1].text in WORDY_SURNAMES or not _NO_SURNAME.search(name[-1].text))


def _person_may_follow(run: Sequence[Word], cut: int) -> bool:
    """Whether what follows a title can be a person: not "General Motors", "Justice Department", "Governor of Texas"."""
    name = run[cut:]
    if any(w.text in SMALL for w in name) or name[-1].text in ORGANISATION_NOUNS | PLACE_NOUNS:
        return False
    if key(name[0].text) not in FIRST and all(is_common(w.text) for w in name):
        return _wordy(name, key(run[cut - 1].text), cut)
    return not (len(name) == 1 and (name[0].text in demonyms() or name[0].text in country_names()))
