"""What pronouns of a source's sentence stand for: "he" for the one man named before, "refused it" for what was told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, WORD, Words
from presscheck.text.first_names import EITHER, HE, SHE

_GIVEN = {"he": HE | EITHER, "she": SHE | EITHER}
_ANY = HE | SHE | EITHER
_OBJECTS = frozenset("it one so them this that these those".split())
FIRST = 2
"""Words of a sentence among which its subject is looked for: "Later he …"."""
KEPT = 2
"""Sentences without a person's name across which a person is remembered."""
Named = tuple[Words, range]
"""The words of a person's name in a sentence."""


def resolved(sentences: Sequence[Words]) -> dict[int, Words]:
    """Return the sentences with such a pronoun, by number, with the words that it stands for in its place."""
    found: dict[int, Words] = {}
    people: list[Named] = []
    since = 0
    for number, words in enumerate(sentences):
        subject, told = _subject(words), words
        if number and (place := _object(words)) is not None:
            before = sentences[number - 1]
            told = told.put(place, before, range(len(before)))
        fitting = [p for p in people if subject is not None and _may_be(words.forms[subject], *p)]
        if subject is not None and len(fitting) == 1 and since <= KEPT:
            told = told.put(subject, *fitting[0])
        if told is not words:
            found[number] = told
        named = list(persons(words)) if subject is None else []
        people, since = (named, 0) if named else (people, since + 1)
    return found


def _subject(words: Words) -> int | None:
    return next((i for i, form in enumerate(words.forms[:FIRST]) if form in _GIVEN), None)


def _object(words: Words) -> int | None:
    """Return the last word, where it is a pronoun behind a verb: "refused to hold one"."""
    last = len(words) - 1
    verb = last > 0 and words.kinds[last - 1] is WORD and "v" in lexicon.parts(words.lemmas[last - 1])
    return last if verb and words.forms[last] in _OBJECTS else None


def _may_be(pronoun: str, words: Words, name: range) -> bool:
    return words.forms[name.start] in _GIVEN[pronoun]


def persons(words: Words) -> Iterator[Named]:
    """Yield the names of persons in a sentence: a given name, and the names that follow it."""
    at = 0
    while at < len(words):
        last = at + 1
        while _given(words, at) and last < len(words) and _goes_on(words, last):
            last += 1
        if last > at + 1:
            yield words, range(at, last)
        at = last


def _given(words: Words, place: int) -> bool:
    """Whether a word is a given name; at the start of a sentence it is read as any word."""
    return (words.kinds[place] is NAME or place == 0) and words.forms[place] in _ANY


def _goes_on(words: Words, place: int) -> bool:
    return words.kinds[place] is NAME and words.starts[place] == words.ends[place - 1] + 1
