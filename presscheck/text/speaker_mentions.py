"""Who could be speaking in a sentence: names, pronouns and descriptions, by their grammar's plain signs."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Literal, NamedTuple

from presscheck.text.common_words import (
    DETERMINERS,
    POSSESSIVE_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
)
from presscheck.text.cues import ADJECTIVAL, BASES, BEFORE_VERB, CUES, SPEECH, is_adverb
from presscheck.text.first_names import FIRST_NAMES
from presscheck.text.names_lists import is_common
from presscheck.text.noun_phrases import FUNCTION, chunk_end
from presscheck.text.quote_tokens import POSSESSIVES, Token, is_capital, word_at
from presscheck.text.role_words import noun_kind
from presscheck.text.titles import FRONT_TITLES, MODIFIERS, PARTICLES, TITLES, word_set

MentionKind = Literal["name", "pronoun", "person", "body", "paper", "noun"]

_PARTY_PEOPLE = word_set("Democrat Republican Libertarian Tory Liberal Conservative")
_ALONE = word_set("one another others some many both most several few")
_SPEAKS = SPEECH - BASES
_NO_SUBJECT = DETERMINERS | PRONOUNS


class Candidate(NamedTuple):
    """A mention that could be a speaker: characters, tokens from `first` to `last`, and what it is.

    `head` is its last noun or name in lower case. `owner` says that a possessive is all that follows ("Trump's
    claim", "his claim"), `object` that a preposition stands before it. A name begins at `name_start`, behind what
    describes it.
    """

    start: int
    end: int
    first: int
    last: int
    kind: MentionKind
    head: str
    owner: bool = False
    object: bool = False
    name_start: int = -1


def candidates(tokens: list[Token], known: Container[str] = ()) -> list[Candidate]:
    """Return the mentions of a sentence in order; they don't overlap.

    `known` holds words that elsewhere have a capital within a sentence: first in a sentence they are names too.
    """
    found: list[Candidate] = []
    at = _after_dateline(tokens)
    while at < len(tokens):
        mention = _mention_at(tokens, at, known)
        at = mention.last + 1 if mention else at + 1
        if mention:
            found.append(mention)
    return found


def covers(found: Sequence[Candidate], index: int) -> Candidate | None:
    """Return the mention that holds a token."""
    return next((c for c in found if c.first <= index <= c.last), None)


def _after_dateline(tokens: Sequence[Token]) -> int:
    """Skip "WASHINGTON, Aug. 24 (UPI) —" at the start of a story."""
    if not tokens or not (tokens[0].text.isupper() and len(tokens[0].text) > 2):
        return 0
    dash = next((i for i, t in enumerate(tokens[:16]) if t.text in ("—", "–", "-", "--")), None)
    return dash + 1 if dash is not None and all(t.quote < 0 for t in tokens[:dash]) else 0


def _mention_at(tokens: list[Token], at: int, known: Container[str]) -> Candidate | None:
    token = tokens[at]
    if not (token.text[:1].isalnum() or token.text[:1] == "@"):
        return None
    if token.low in PRONOUNS or _stands_alone(tokens, at):
        return Candidate(token.start, token.end, at, at, "pronoun", token.low)
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.low == "that" and following and (is_capital(following) or following.low in _NO_SUBJECT):
        return None
    end = chunk_end(tokens, at)
    mention = _phrase(tokens, at, end, known) if end > at else None
    if mention is None and token.low in POSSESSIVE_PRONOUNS:
        return Candidate(token.start, token.end, at, at, "pronoun", token.low, owner=True)
    return mention


def _stands_alone(tokens: list[Token], at: int) -> bool:
    """Tell whether a word such as "another" has no noun: "Another tweeted"."""
    following = word_at(tokens, at + 1)
    return tokens[at].low in _ALONE and (following in CUES or not following[:1].isalpha())


def _phrase(tokens: list[Token], first: int, end: int, known: Container[str]) -> Candidate | None:
    """Make a mention of the tokens from first to end, cut behind its last name or noun that can speak."""
    determined = tokens[first].low in DETERMINERS
    if not determined:
        first = _bare_start(tokens, first, end)
    for last in range(end - 1, first - 1, -1):
        token = tokens[last]
        if determined and last == first + 1 and token.text in _PARTY_PEOPLE:
            return _make(tokens, first, last, "person")
        if is_capital(token) and token.low not in FUNCTION and (last > 0 or _is_name(tokens, known)):
            return _make(tokens, first, last, "name")
        kind = noun_kind(token.low) if token.text[:1].islower() or token.text[:1].isdigit() else ""
        if kind and (last == end - 1 or token.low not in ADJECTIVAL):
            return _make(tokens, first, last, kind)
    speaks = _speaks_next(tokens, end) or word_at(tokens, first - 2) == "according"
    if determined and tokens[first].low not in POSSESSIVE_PRONOUNS and end - first > 1 and speaks:
        return _make(tokens, first, end - 1, "noun")
    return None


def _bare_start(tokens: Sequence[Token], first: int, end: int) -> int:
    """Skip lower-case words at the start of a phrase without an article that name no role ("involve Smith")."""
    while first < end - 1 and not (
        is_capital(tokens[first])
        or noun_kind(tokens[first].low)
        or tokens[first].low in MODIFIERS
        or tokens[first].low in PARTICLES
    ):
        first += 1
    return first


def _speaks_next(tokens: list[Token], at: int) -> bool:
    while at < len(tokens) and is_adverb(tokens[at].low):
        at += 1
    return word_at(tokens, at) in _SPEAKS


def _is_name(tokens: list[Token], known: Container[str]) -> bool:
    """Tell a name from another word at the start of a sentence, where each has a capital."""
    low, following = tokens[0].low, word_at(tokens, 1)
    if (
        tokens[0].text in known
        or low in FIRST_NAMES
        or low in TITLES
        or low in FRONT_TITLES
        or noun_kind(low)
    ):
        return True
    if not is_common(low) or (len(tokens) > 1 and is_capital(tokens[1])):
        return True
    apposed = following == "," and (word_at(tokens, 2) == "who" or word_at(tokens, 2).isdigit())
    return apposed or following in CUES or following in BEFORE_VERB or following in POSSESSIVES


def _make(tokens: list[Token], first: int, last: int, kind: MentionKind) -> Candidate:
    name_start = last
    while kind == "name" and name_start > first and _in_name(tokens[name_start - 1]):
        name_start -= 1
    return Candidate(
        tokens[first].start,
        tokens[last].end,
        first,
        last,
        kind,
        tokens[last].low,
        owner=word_at(tokens, last + 1) in POSSESSIVES,
        object=word_at(tokens, first - 1) in PREPOSITIONS,
        name_start=tokens[name_start].start if kind == "name" else -1,
    )


def _in_name(token: Token) -> bool:
    if token.low in POSSESSIVES:
        return False
    if is_capital(token):
        return token.low not in DETERMINERS
    return token.low in PARTICLES or token.text in (".", "of")
