"""Titles compared: whether two of them can't be one person's at one time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from presscheck.chains.check.names.office_words import (
    AGAINST,
    ALIKE,
    BRIEF_DOMAINS,
    CHIEFS,
    COMPANY_FIELDS,
    EXCLUSIVE,
    HEADS,
    JOINED,
    LADDERS,
    PUBLIC,
    RANKS,
    TOGETHER,
    TRADES,
)
from presscheck.text.names_lists import capitals, country_names, demonyms
from presscheck.text.words import STOPWORDS, lemma, normalise

_NOT_DOMAINS = frozenset(
    "former acting deputy assistant vice press prime chief senior junior retired air force army navy marine corps "
    "outgoing incoming interim first lady state-elect elect permanent special then longtime new current".split()
)
_SAME_DOMAIN = {"defence": "defense", "external": "foreign", "affair": "foreign", "treasury": "finance"}
_BODIES = frozenset(
    "bank commission committee council court federation parliament senate union university".split()
)
_ONE_EACH = frozenset({"president", "prime minister", "chancellor", "king", "queen", "pope"})
"""Offices that a bare title names, since each country has one at a time."""
_OF_STATE = EXCLUSIVE[0] | EXCLUSIVE[1]
_SERVICES = frozenset("army navy marine marines corps guard police".split())
"""Words that make a captain one of the forces or the police, and no team's."""
_LAWYERS = ("attorney general", "solicitor general")
"""Generals that are no rank of the forces."""
_GOVERNORS = frozenset({"governor", "gov"})
_WORD = re.compile(r"[^\W\d_]+(?:[.’'-][^\W\d_]+)*")


class Office(NamedTuple):
    """What a title says: the head ("secretary"), what it is over ("defense"), which country."""

    head: str
    domain: frozenset[str]
    country: str | None


@lru_cache(maxsize=4096)
def offices(title: str) -> tuple[Office, ...]:
    """Read the offices and ranks in a title: "Pentagon Press Secretary Air Force Maj. Gen." has two."""
    words = [w.rstrip(".") for w in _WORD.findall(title)]
    low = [normalise(w).replace(".", "") for w in words]
    if any(pair == ("justice", head) for pair in pairwise(low) for head in ("minister", "secretary")):
        low = ["justices" if word == "justice" else word for word in low]
    if _SERVICES.intersection(low):
        low = ["capt" if word == "captain" else word for word in low]
    found = [_office(low, i, title) for i, word in enumerate(low) if _is_head(low, i)]
    found += [Office("chief officer", field, None) for field in _chief_of(low)]
    rank = _rank(low)
    return tuple(found) + ((Office(rank, frozenset(), None),) if rank else ())


def _is_head(low: list[str], at: int) -> bool:
    """Whether a word names an office: "executive" only in "chief executive", not in "executive editor"."""
    word, before = low[at], low[at - 1] if at else ""
    if word == "executive" and before != "chief":
        return False
    return word in HEADS and not (word == "secretary" and before == "company")


def _chief_of(low: list[str]) -> Iterator[frozenset[str]]:
    """Yield the field of a company's chief officer: "chief financial officer" and "finance chief" have "finance"."""
    for i, word in enumerate(low[1:], 1):
        field = CHIEFS.get(low[i - 1], lemma(low[i - 1]))
        officer = word == "officer" and "chief" in low[max(0, i - 3) : i]
        if field in COMPANY_FIELDS and (
            officer or word == "chief" or (field, word) == ("finance", "director")
        ):
            yield frozenset({field})


def _office(low: list[str], at: int, title: str) -> Office:
    before, after = low[at - 1] if at else "", low[at + 1] if at + 1 < len(low) else ""
    head = JOINED.get((before, low[at])) or JOINED.get((low[at], after)) or HEADS[low[at]]
    if head == "lawyer" and PUBLIC & set(low):
        head = "attorney"
    if head == "manager" and before in TRADES:
        head = f"{before} manager"
    qualifiers = set(low[max(0, at - 2) : at])
    if (
        {"deputy", "assistant", "undersecretary"} & qualifiers
        or (before == "under" and head == "secretary")
        or (
            before == "vice" and head in ("minister", "mayor", "chancellor", "chairman", "skipper", "provost")
        )
        or (before in ("lt", "lieutenant") and head == "governor")
    ):
        head = f"deputy {head}"
    brief = BRIEF_DOMAINS.get(low[at])
    return Office(head, frozenset({brief}) if brief else _domain(low, head), _country(title))


def _domain(low: list[str], head: str) -> frozenset[str]:
    """Return the field of a minister or secretary, the body of a president; other heads need none."""
    if head == "president":
        return frozenset(w for w in low if w in _BODIES)
    if head.removeprefix("deputy ") not in ("secretary", "minister"):
        return frozenset()
    fields = (
        w for w in low if w not in HEADS and w not in RANKS and w not in _NOT_DOMAINS and w not in STOPWORDS
    )
    return frozenset(_SAME_DOMAIN.get(lemma(w), lemma(w)) for w in fields if not _is_place(w))


def _is_place(word: str) -> bool:
    return word in {"us", "uk", "eu", "un"} or word.title() in demonyms() or word.title() in country_names()


def _country(title: str) -> str | None:
    countries = {**country_names(), **demonyms(), **capitals()}
    inside = sorted((form for form in countries if form in title), key=len, reverse=True)
    whole = (form for form in inside if re.search(rf"(?<![\w]){re.escape(form)}(?![\w])", title))
    return next((countries[form] for form in whole), None)


def _rank(low: list[str]) -> str | None:
    """Return the military rank in full: "maj", "gen" is "major general"."""
    ranks = [RANKS[w] for w in low if w in RANKS and not (RANKS[w] == "lieutenant" and _GOVERNORS & set(low))]
    qualifiers = [w for w in low if w in ("brig", "brigadier", "vice", "rear")]
    if (
        not ranks
        or {"attorney", "solicitor", "consul", "director", "auditor"} & set(low)
        or "secretary-general" in low
        or ranks == ["inspector", "general"]
        or ("general" in ranks and "secretary" in low and len(ranks) == 1 and "gen" not in low)
    ):
        return None
    return " ".join([*qualifiers, *ranks])


def conflict(a: str, b: str) -> bool:
    """Tell whether two titles contradict each other: no office is shared and two of them exclude each other.

    A shorter form ("Gen." for "Maj. Gen.", "Secretary" for "Secretary of Defense") never does.
    """
    mine, theirs = offices(a), offices(b)
    if any(_same(x, y) for x in mine for y in theirs):
        return any(_countries_differ(x, y) for x in mine for y in theirs if x.head == y.head)
    return any(_exclude(x, y) for x in mine for y in theirs)


def differ(a: str, b: str) -> bool:
    """Tell whether two titles have no office in common and each has one of the same kind: chairman, chief executive."""
    mine, theirs = _members(offices(a)), _members(offices(b))
    if any(_same(x, y) or _deputy(x.head, y.head) or _deputy(y.head, x.head) for x in mine for y in theirs):
        return False
    pairs = [{x.head, y.head} for x in mine for y in theirs]
    return any(pair <= ladder for pair in pairs for ladder in LADDERS) and not any(
        pair <= both for pair in pairs for both in TOGETHER
    )


def _members(held: tuple[Office, ...]) -> tuple[Office, ...]:
    """Return the offices, and of the head of a senate that of its member."""
    return held + tuple(o._replace(head="senator") for o in held if "senate" in o.domain)


def same_post(a: str, b: str) -> bool:
    """Tell whether two titles name one post, such as "press secretary", that one person has at a time.

    "Senator", "spokesman" and "Col." are many people's.
    """
    mine, theirs = _post(a), _post(b)
    if not (mine <= theirs or theirs <= mine) or conflict(a, b):
        return False
    common = mine & theirs
    return len(common) > 1 or any(o.head in _ONE_EACH for o in offices(a) if o.head in common)


def same_office(a: str, b: str) -> bool:
    """Tell whether two titles have an office of state in common and nothing in them differs: "Sen." and "Senator"."""
    common = {o.head for o in offices(a)} & {o.head for o in offices(b)}
    return bool(common & _OF_STATE) and not conflict(a, b)


def _post(title: str) -> frozenset[str]:
    """Return the words of a title in small letters, without "the", "of" and "former"."""
    words = (normalise(w).replace(".", "").replace("adviser", "advisor") for w in _WORD.findall(title))
    return frozenset(w for w in words if w not in STOPWORDS)


def _same(x: Office, y: Office) -> bool:
    if is_rank(x) and is_rank(y):
        return x.head.split()[-1] == y.head.split()[-1] and (x.head in y.head or y.head in x.head)
    alike = x.head == y.head or {x.head, y.head} in ALIKE
    return alike and (not x.domain or not y.domain or bool(x.domain & y.domain))


def _countries_differ(x: Office, y: Office) -> bool:
    """Whether one office of state is of two countries; a "Kenya coach" may be Belgian."""
    return bool(x.country and y.country and x.country != y.country) and x.head in _OF_STATE


def is_rank(office: Office) -> bool:
    """Tell a rank of the forces or the police from an office."""
    return office.head.split()[-1] in set(RANKS.values()) and not office.head.endswith(_LAWYERS)


def _deputy(a: str, b: str) -> bool:
    return a == f"deputy {b}" and any(b in group for group in EXCLUSIVE) and b not in ("spokesman", "coach")


def _exclude(x: Office, y: Office) -> bool:
    if is_rank(x) or is_rank(y):
        return is_rank(x) and is_rank(y)
    if y.head in AGAINST.get(x.head, ()) or x.head in AGAINST.get(y.head, ()):
        return True
    if x.head == y.head or _deputy(x.head, y.head) or _deputy(y.head, x.head):
        return True
    return any(x.head in group and y.head in group for group in EXCLUSIVE)
