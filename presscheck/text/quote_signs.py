"""What plain signs of its sentence tell of a mention: that it is a person, acts, is asked, is only described."""

from __future__ import annotations

from presscheck.text.common_words import DETERMINERS
from presscheck.text.cues import BE, CUES, MODALS, is_adverb
from presscheck.text.first_names import FIRST_NAMES
from presscheck.text.names_lists import demonyms, gazetteer, is_common
from presscheck.text.people import fold, strip_titles, title_of
from presscheck.text.quote_tokens import Token, word_at
from presscheck.text.role_words import is_listed, noun_kind
from presscheck.text.speaker_mentions import Candidate
from presscheck.text.titles import FRONT_TITLES, MODIFIERS, TITLES

_VERBS = (BE | MODALS | frozenset(("has", "had", "have", "went", "took", "came", "made", "became"))) - {"to"}
_PAST = frozenset(
    "met left won lost led ran sat stood spoke saw held gave got kept knew sent sought taught brought bought built "
    "fought drew grew flew drove wore rose fell felt hit put cut quit swore chose paid read heard let set spent began "
    "broke caught ate found forgot hid laid lay rode sang shook shot slept stole struck threw took understood woke wrote".split()
)
ASKS = frozenset("asked asks pressed questioned quizzed grilled".split())
_ABOUT = frozenset("whether if about why how what when where who on over . ,".split())
_PLACE_NOUNS = frozenset(
    "County Province Street Avenue Road Island Islands Mountains Region District Airport Ocean Strait Valley Square "
    "Peninsula Highway Boulevard Prison Stadium Arena Plaza Hotel Mall Harbor Harbour".split()
)
"""Last words of places that are hardly anybody's surname."""
_PLACE_BEFORE = frozenset("in at near from outside across around".split())


def is_person(name: str, mention: Candidate, tokens: list[Token], subject: bool = False) -> bool:
    """Tell a person's name from a place's or a body's."""
    words = strip_titles(name).split()
    if name in gazetteer() or name in demonyms() or name.isupper() or words[-1] in _PLACE_NOUNS:
        return False
    if (fold(words[0]) in FIRST_NAMES and len(words) > 1) or _has_title(name):
        return True
    before = [t for t in tokens[mention.first : mention.last] if t.start < mention.name_start]
    described = any(noun_kind(t.low) == "person" for t in before)
    if tokens[mention.first].low in DETERMINERS and not (described or subject):
        return False  # "the Clinton fundraiser"
    if words[-1] in gazetteer() or is_listed(words[-1].lower()):
        return False
    if fold(words[0]) in FIRST_NAMES:
        return True
    if described:
        return True
    if word_at(tokens, mention.first - 1) in _PLACE_BEFORE or any(is_common(w) for w in words):
        return False
    return len(words) > 1 or (subject and name.isalpha())


def names_no_person(name: str) -> bool:
    """Tell a name that is a place's, a body's or an abbreviation."""
    last = strip_titles(name).split()[-1]
    return name in gazetteer() or name.isupper() or last in gazetteer() or is_listed(last.lower())


def acts(tokens: list[Token], m: Candidate) -> bool:
    """Tell whether a verb follows a mention: an auxiliary, a past form, a verb of speech."""
    at = m.last + 1
    while is_adverb(word_at(tokens, at)) and word_at(tokens, at) not in _VERBS:
        at += 1
    low = word_at(tokens, at)
    return low in _VERBS or low in CUES or low in _PAST or (low.endswith("ed") and len(low) > 4)


def is_asked(tokens: list[Token], m: Candidate) -> bool:
    """Tell the subject of a question: "Could Smith rule it out?"."""
    return m.first == 1 and word_at(tokens, 0) in _VERBS and tokens[-1].text == "?"


def is_questioned(tokens: list[Token], m: Candidate) -> bool:
    """Tell Smith of "A reporter asked Smith whether it was so": an answer follows; not of "asked Smith to go"."""
    return word_at(tokens, m.first - 1) in ASKS and word_at(tokens, m.last + 1) in _ABOUT


def is_only_described(tokens: list[Token], m: Candidate) -> bool:
    """Tell "a tearful Smith" from "a Republican" and "a Trump supporter"."""
    before = [t for t in tokens[m.first + 1 : m.last] if t.start < m.name_start]
    plain = len(before) == 1 or (len(before) == 2 and is_adverb(before[0].low))
    noun = noun_kind(m.head) or any(noun_kind(t.low) or t.low in MODIFIERS for t in before)
    return plain and not noun and all(t.text.islower() for t in before)


def is_epithet(tokens: list[Token], m: Candidate) -> bool:
    """Tell "the Texan", "the Briton": somebody who was named, called by where he is from."""
    return m.last == m.first + 1 and tokens[m.first].low == "the" and tokens[m.last].text in demonyms()


def comma_after(tokens: list[Token], at: int) -> int:
    """Return the comma behind a description, across "of the Federal Bureau of Investigation"; -9 if there is none."""
    stop = at + 9 if word_at(tokens, at) in ("of", "at", "for", "in") else at + 1
    return next((i for i in range(at, min(stop, len(tokens))) if tokens[i].text == ","), -9)


def as_for(tokens: list[Token], m: Candidate) -> bool:
    """Tell "As for Trump, he said"."""
    return word_at(tokens, m.first - 1) == "for" and word_at(tokens, m.first - 2) == "as"


def _has_title(name: str) -> bool:
    return any(fold(w) in TITLES or fold(w) in FRONT_TITLES for w in title_of(name).split())


def is_one(m: Candidate) -> bool:
    """Tell a mention of a person's own from a "who" and from a body's."""
    return m.kind in ("name", "pronoun", "person") and m.head != "who"


def begins_clause(tokens: list[Token], m: Candidate) -> bool:
    """Tell whether a person stands first in the sentence or behind a comma, as who acts does: "In Halden, Holt left"."""
    return is_one(m) and (m.first == 0 or tokens[m.first - 1].text == ",")
