"""Who is named for a quotation, held against who said it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from presscheck.chains.check.names.spelling import near
from presscheck.chains.check.quotes.held_office import holds
from presscheck.models import Article, Role
from presscheck.text.common_words import DETERMINERS, PREPOSITIONS, PRONOUNS
from presscheck.text.first_names import FIRST_NAMES
from presscheck.text.people import fold, same_person, strip_titles, surname
from presscheck.text.role_words import noun_kind
from presscheck.text.titles import TITLES
from presscheck.text.words import normalise

Fit = Literal["match", "wrong", "reporter", "unknown"]

_ANONYMOUS = re.compile(
    r"\b(?:officials?|sources?|people|person|persons|insiders?|diplomats?|aides?|spokes(?:man|woman|person|people)|"
    r"observers?|experts?|analysts?|critics|supporters|residents?|witness(?:es)?|employees?|workers?|lawmakers|advisers?|"
    r"somebody|someone|others|they|he|she|it|we|who|one|man|woman|audience|participants?|speakers?|moderator|staffer)$"
)
_NUMBERED = re.compile(r" (?:one|two|three|four|#?\d)$")
_SPOKESPERSON = re.compile(r"\b[Ss]pokes(?:man|woman|person)$")
_SPEAKS_FOR = r"\b(?:spokes(?:man|woman|person)|press secretary|communications \w+)\b"
_REPORTER = re.compile(
    r"\b(?:reporters?|journalists?|correspondents?|questioner|interviewers?|press corps)\b"
)
ASKING = frozenset("ask asks asked asking wonder wonders wondered inquires inquired".split())
_OFFICE_ALONE = re.compile(r"^(?:the|its|his|her|their)\s", re.IGNORECASE)
_SOMEBODY = re.compile(r"^(?:a|an|one|another|some|several|two|three)\s", re.IGNORECASE)
_BODY = re.compile(
    r"\b(?:house|pentagon|kremlin|department|ministry|administration|agency|office|government|committee|council|"
    r"commission|union|company|bank|university|police|army|military|campaign|party|statement|court|bureau|centers?)$"
)


def fit(
    draft: str | None, said_by: str | None, role: Role, article: Article, speakers: Sequence[str] = ()
) -> Fit:
    """Hold the speaker that a draft names against who said it in a source; `speakers` are all who speak there."""
    if role == "question":
        return "match" if draft and _REPORTER.search(normalise(draft)) else "reporter"
    if draft and said_by and _SPOKESPERSON.search(draft) and _speaks_for_somebody(said_by, article):
        return "match"
    if not draft or anonymous(draft):
        return "unknown"
    if said_by and not anonymous(said_by):
        return _named(draft, said_by, article, speakers)
    if not (said_by and speakers) and stands_for(draft, article):
        return "match"
    return "wrong" if said_by and speaks(draft, speakers) else "unknown"


def fit_question(draft: str | None, question: str, speakers: Sequence[str]) -> Fit:
    """Hold whoever asks in a draft against a question in a source: nobody named, or somebody whom the question names."""
    if speaks(draft, speakers):
        return "reporter"
    if not draft or anonymous(draft) or is_body(draft):
        return "match"
    return "match" if re.search(rf"\b{re.escape(surname(draft))}\b", question) else "unknown"


def _named(draft: str, said_by: str, article: Article, speakers: Sequence[str]) -> Fit:
    """Compare two speakers who are named, by a name, an office or a house."""
    if any(same_speaker(one, said_by) for one in draft.split(" and ")):
        return "match"
    if _is_paper(draft) or _is_paper(said_by):
        return "unknown"
    if is_body(draft):
        return "match" if stands_for(draft, article) else "unknown"
    if _is_office(draft):
        return holds(said_by, draft, article)
    if _is_office(said_by) and (holder := _holder(said_by, article)):
        return "match" if same_speaker(draft, holder) else "wrong"
    if _is_office(said_by) and not speaks(draft, speakers):
        return "match" if holds(draft, said_by, article) == "match" else "unknown"
    return "match" if _misspelt(draft, said_by, article) else "wrong"


def _misspelt(draft: str, said_by: str, article: Article) -> bool:
    """Tell whether a draft has only misspelt whoever said it, and names nobody else of the source: the check of names tells it."""
    mine, theirs = surname(draft), surname(said_by)
    if not near(mine, theirs) or re.search(rf"\b{re.escape(mine)}\b", article.text, re.IGNORECASE):
        return False
    return same_person(draft.replace(mine, theirs), said_by)


def _speaks_for_somebody(person: str, article: Article) -> bool:
    """Tell whether a source calls a person a spokesperson or a press secretary."""
    family = re.escape(surname(person))
    called = rf"{_SPEAKS_FOR}[^.!?\n]{{0,30}}\b{family}\b"
    return bool(family) and any(
        re.search(called, text, re.IGNORECASE) for text in (article.title or "", article.text)
    )


def _holder(office: str, article: Article) -> str | None:
    """Return who holds an office by the source's title: "Remarks by President Biden" names the president."""
    named = re.search(
        rf"\b{re.escape(office.split()[-1])}\s+([A-Z][\w'’-]+)", article.title or "", re.IGNORECASE
    )
    return named[1] if named and named[1][0].isupper() else None


def same_speaker(a: str, b: str) -> bool:
    """Tell whether two names can be one speaker's."""
    return normalise(a) == normalise(b) or same_person(a, b)


def anonymous(name: str) -> bool:
    """Tell whether a name names nobody: "a senior administration official", "she"."""
    if _SOMEBODY.match(name) or _ANONYMOUS.search(normalise(name).strip(" .,")):
        return True
    return not any(c.isupper() for c in strip_titles(name)) and not is_body(name) and not _is_office(name)


def _is_office(name: str) -> bool:
    """Tell whether only an office is named: "The President", "the general", "Norwegian Prime Minister"."""
    if is_body(name):
        return False
    first, *others = map(fold, name.split() or [""])
    return bool(_OFFICE_ALONE.match(name)) or (
        bool(others) and others[-1] in TITLES and first not in FIRST_NAMES
    )


def is_body(name: str) -> bool:
    """Tell whether a house, a department or the like is named as the speaker."""
    return bool(_BODY.search(normalise(name).strip(" .,")))


def _is_paper(name: str) -> bool:
    """Tell whether a report, a plan or the like is named as the speaker, which somebody may have written."""
    return noun_kind(name.split()[-1]) == "paper"


def stands_for(draft: str, article: Article) -> bool:
    """Tell whether a source that names no speaker is the draft's speaker's own: by its title, author or publisher."""
    named = normalise(f"{article.title or ''} | {article.author or ''} | {article.publisher or ''}")
    if is_body(draft):
        return normalise(draft).removeprefix("the ") in named
    family = normalise(surname(draft))
    return bool(family) and re.search(rf"\b{re.escape(family)}\b", named) is not None


def unnamed_alike(name: str | None, said_by: str | None) -> bool:
    """Tell whether neither a text nor its source names who speaks, and both call him by one noun: an official, an aide."""
    if not name or not said_by or not (anonymous(name) and anonymous(said_by)):
        return False
    ours, theirs = _described(name), _described(said_by)
    return bool(ours and theirs) and ours[-1] == theirs[-1] and ours[-1] not in PRONOUNS


def labelled_alike(name: str | None, said_by: str | None) -> bool:
    """Tell whether a source calls somebody who is not named what a text calls him: "a senior administration official"."""
    if not name or not said_by or not unnamed_alike(name, said_by):
        return False
    told = _described(name)
    return told == _described(said_by) or len(told) == 1


def _described(name: str) -> list[str]:
    """Return the words that tell what somebody is: "a spokesman for the port" has "spokesman", "Official One" "official"."""
    words = _NUMBERED.sub("", normalise(name)).removesuffix("s").split()
    cut = next((i for i, word in enumerate(words) if word in PREPOSITIONS), len(words))
    return [word for word in words[:cut] if word not in DETERMINERS]


def speaks(name: str | None, speakers: Iterable[str]) -> bool:
    """Tell whether somebody is among the speakers of a source."""
    return bool(name) and any(same_speaker(name or "", s) for s in speakers)
