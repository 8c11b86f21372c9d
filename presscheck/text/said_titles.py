"""Titles that a sentence says somebody has or gets: "X becomes chief executive", "named X mayor"."""

from __future__ import annotations

import re

from presscheck.text.mentions import Mention, Name
from presscheck.text.names_front import TITLES, key
from presscheck.text.titles import FIELDS, MODIFIERS
from presscheck.text.tokens import tokenize

_GETS = re.compile(
    r"\s+(?:(?:will|would|is|was|has|had|been|to|be|also|later|today)\s+){0,4}"
    r"(?:(?:becomes?|became|be|(?:takes?|took) (?:over|office)|(?:re-?)?elected|named|appointed|nominated|chosen|picked|"
    r"confirmed|sworn in|serve[sd]?|act(?:s|ed)?|work(?:s|ed)?)(?:\s+as|\s+to be)?"
    r"|(?:succeeds?|succeeded|replaces?|replaced)\s+[^,.;]{2,60}?\s+as)\s+"
)
_HOLDS = re.compile(
    r"(?:,?\s+who)?\s+(?:(?:is|has been|remains?)(?:\s+(?:also|now|currently|presently|still))?"
    r"|(?:(?:also|now|currently|presently)\s+)?(?:serves|acts|works|has (?:served|acted|worked))(?:\s+for\s+[\w-]+\s+\w+)?\s+as)"
    r"\s+(?:(?:the|a|an|its|their|his|her|our)\s+)?"
)
_GIVEN = re.compile(
    r"\b(?:names?|named|appoint(?:s|ed)?|elect(?:s|ed)?|nominate[sd]?|picks?|picked|chose|chosen|promoted|tapped)\s+"
    r"(?:[\w.’'-]+\s+){0,4}$"
)
_AS = re.compile(r"\s+(?:as\s+|to be\s+|to\s+)?")
_ARTICLE = re.compile(r"(?:the|a|an|its|their|his|her|our)\s+")
_STOPS = frozenset("in on at from when after before and but who while with since by until because".split())
_OF = frozenset({"of", "for", "to"})
_INSIDE = MODIFIERS | FIELDS | {"the"}
_HEADS = TITLES | frozenset("chancellor dean speaker judge king queen pope bishop pastor".split())
_PLAIN = _INSIDE | _HEADS | _OF
_ENVOY = re.compile(r"\b(?:ambassador|envoy|consul)$", re.IGNORECASE)
"""An office that is held to a country."""
_REACH = 80
_LONGEST = 8


def said_title(name: Name, text: str) -> Mention | None:
    """Return the title that the sentence gives the person by a verb, with its place; None if it gives none."""
    match = _GETS.match(text, name.end)
    if match is None and _GIVEN.search(text, max(0, name.start - _REACH), name.start):
        match = _AS.match(text, name.end)
    if match is None:
        return None
    article = _ARTICLE.match(text, match.end())
    return _title(text, article.end() if article else match.end())


def held_title(name: Name, text: str) -> Mention | None:
    """Return the title that the sentence says the person has: "X is chairman of", "X has served as mayor"."""
    match = _HOLDS.match(text, name.end)
    held = _title(text, match.end(), frozenset({"of"})) if match else None
    before = held.text.split()[:-1] if held else []
    return held if all(key(w) in _PLAIN or not w.islower() for w in before) else None


def titled(name: Name, text: str) -> Name:
    """Return the name with the title that its sentence says the person has, where none stands beside it."""
    held = None if name.title else held_title(name, text)
    return name.model_copy(update={"title": held.text}) if held else name


def _title(text: str, start: int, of: frozenset[str] = _OF) -> Mention | None:
    """Read a title from here: up to its last noun of office, and what that is over."""
    end, over = start, False
    for token in tokenize(text[start : start + _REACH])[:_LONGEST]:
        word = token.text
        if not word[0].isalpha() or key(word) in _STOPS:
            break
        if end > start and (word in of or (word == "to" and _ENVOY.search(text, start, end))):
            over = True
        elif key(word) in _HEADS:
            end, over = start + token.end, False
        elif over and key(word) != "the":
            end = start + token.end
            over = word[0].isupper()
        elif end > start and (word in _OF or key(word) not in _INSIDE):
            break
    return Mention(text=text[start:end], start=start, end=end) if end > start else None
