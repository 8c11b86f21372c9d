"""Where a noun phrase that could name a speaker ends: "the retired admiral", "Trump campaign manager"."""

from __future__ import annotations

from presscheck.text.common_words import (
    AUXILIARIES,
    DETERMINERS,
    MODALS,
    POSSESSIVE_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
)
from presscheck.text.cues import CUES, is_adverb
from presscheck.text.quote_tokens import POSSESSIVES, Token, is_capital, word_at
from presscheck.text.role_words import noun_kind
from presscheck.text.titles import MODIFIERS, PARTICLES, word_set

FUNCTION = (
    DETERMINERS
    | PREPOSITIONS
    | SUBORDINATORS
    | PRONOUNS
    | word_set(
        "and or but nor so yet what whose is are was were be been being am has have had do does did will would can "
        "could should may might must not there here then now also just only even still too very more much later "
        "earlier meanwhile however instead once again you him them us me himself herself themselves yes well oh "
        "today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday january february march "
        "april june july august september october november december am pm et a.m p.m moreover indeed perhaps maybe "
        "hello let please thanks thank according never always nobody nothing everyone everybody someone something "
        "anyone such either neither first second third last next per his"
    )
)
"""Words that are no part of a name."""
INVERTS = frozenset(f"{AUXILIARIES}|{MODALS}|must".split("|"))
_ARTICLES = POSSESSIVE_PRONOUNS | word_set("the a an")
_ADJECTIVE_ENDINGS = ("al", "ic", "ive", "ian", "ous", "ary", "ory", "-based", "-born", "state")
_LONGEST = 14
_LOOSE_END = POSSESSIVES | {"of", ".", "de"}


def chunk_end(tokens: list[Token], start: int) -> int:
    """Return behind the noun phrase that begins at a token, `start` if none does."""
    begun = start
    while begun < start + 2 and word_at(tokens, begun) in DETERMINERS:
        begun += 1
    at = begun
    while at < len(tokens) and at - start < _LONGEST and _continues(tokens, at, begun):
        at += 1
    while at > begun and tokens[at - 1].low in _LOOSE_END:
        at -= 1
    return at if at > begun else start


def _continues(tokens: list[Token], at: int, begun: int) -> bool:
    """Tell whether a token goes on with the phrase that began before it."""
    token = tokens[at]
    inside = at > begun
    if not token.text[:1].isalnum():
        return token.text[:1] == "@" or (
            inside and (token.low in POSSESSIVES or _is_abbreviation(tokens, at))
        )
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    joins = token.low in PARTICLES or (token.low == "of" and inside and is_capital(tokens[at - 1]))
    if inside and following is not None and is_capital(following) and joins:
        return True
    if token.low in FUNCTION:
        return False
    if is_capital(token) and (at > 0 or not _is_verb(token.low)):
        return True
    if inside and is_capital(tokens[at - 1]) and (tokens[0].low in INVERTS or not _may_describe(token.low)):
        return False  # "Smith met Jones", "Could Smith rule it out?"
    if inside and token.low.endswith("ing") and noun_kind(tokens[at - 1].low) == "person":
        return False  # "one pastor supporting Mr. Cruz"
    if _is_verb(token.low) or is_adverb(token.low) or token.low.endswith("ed"):
        return at > 0 and word_at(tokens, begun - 1) in _ARTICLES and _describes(tokens, at, begun)
    return True


def _describes(tokens: list[Token], at: int, begun: int) -> bool:
    """Tell "retired" of "the retired admiral", "newly elected" of "the newly elected mayor"."""
    last = begun + is_adverb(tokens[begun].low)
    return (
        at <= last
        and word_at(tokens, last).endswith("ed")
        and noun_kind(word_at(tokens, last + 1)) == "person"
    )


def _may_describe(low: str) -> bool:
    """Tell whether a word can stand between a name and another ("Trump campaign manager", "Texas oil billionaire")."""
    return bool(noun_kind(low)) or low in MODIFIERS or low.endswith(_ADJECTIVE_ENDINGS)


def _is_abbreviation(tokens: list[Token], at: int) -> bool:
    """Tell whether a full stop within a sentence ends "Sen." or "J."."""
    before = tokens[at - 1]
    return tokens[at].text == "." and is_capital(before) and len(before.text) < 6 and at + 1 < len(tokens)


def _is_verb(low: str) -> bool:
    return low in CUES and (noun_kind(low) == "" or low.endswith(("ed", "ing")))
