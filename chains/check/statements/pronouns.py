"""What pronouns of a source's sentence stand for: "he" for the one man named before, "refused it" for what was told."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, WORD, Words
from presscheck.text.first_names import EITHER, HE, SHE

GIVEN = {"he": HE | EITHER, "she": SHE | EITHER}
"""The given names that a pronoun may stand for."""
_ANY = HE | SHE | EITHER
_OBJECTS = frozenset("it one so them this that these those".split())
FIRST = 2
"""Words of a sentence among which its subject is looked for: "Later he …"."""
BACK = 3
"""Sentences before it in which the person is named at the earliest."""


def resolved(sentences: Sequence[Words], number: int) -> Words | None:
    """Return a sentence with what its pronouns stand for in their place; None where nothing is known of them."""
    words = told = sentences[number]
    last, subject = _object(words), _subject(words)
    if last is not None and number:
        told = told.put(last, sentences[number - 1], range(len(sentences[number - 1])))
    if subject is not None:
        found = _person(sentences[max(0, number - BACK) : number], GIVEN[words.forms[subject]])
        told = told.put(subject, *found) if found else told
    return told if told is not words else None


def _subject(words: Words) -> int | None:
    return next((i for i, form in enumerate(words.forms[:FIRST]) if form in GIVEN), None)


def _object(words: Words) -> int | None:
    """Return the last word, where it is a pronoun behind a verb: "refused to hold one"."""
    last = len(words) - 1
    if last < 1 or words.forms[last] not in _OBJECTS or words.kinds[last - 1] is not WORD:
        return None
    return last if "v" in lexicon.parts(words.lemmas[last - 1]) else None


def _person(before: Sequence[Words], given: frozenset[str]) -> tuple[Words, range] | None:
    """Return the words of the name in the nearest sentence that names persons, where only one can be meant."""
    for words in reversed(before):
        named = persons(words)
        if named and _subject(words) is None:
            fitting = [name for name in named if words.forms[name.start] in given]
            return (words, fitting[0]) if len(fitting) == 1 else None
    return None


@lru_cache(maxsize=1024)
def persons(words: Words) -> tuple[range, ...]:
    """Return the places of the names of persons in a sentence: a given name, and the names that follow it."""
    if _ANY.isdisjoint(words.forms):
        return ()
    found, at = [], 0
    while at < len(words):
        last = at + 1
        while _given(words, at) and last < len(words) and _goes_on(words, last):
            last += 1
        if last > at + 1:
            found.append(range(at, last))
        at = last
    return tuple(found)


def _given(words: Words, place: int) -> bool:
    """Whether a word is a given name; at the start of a sentence it is read as any word."""
    return words.forms[place] in _ANY and (words.kinds[place] is NAME or place == 0)


def _goes_on(words: Words, place: int) -> bool:
    return words.kinds[place] is NAME and words.starts[place] == words.ends[place - 1] + 1
