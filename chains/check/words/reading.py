"""The words of one sentence as the statement check reads them: lemmas with their kind, weight and place."""

from __future__ import annotations

import re
from copy import copy
from functools import lru_cache

from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.wordings import (
    AMOUNT,
    AMOUNTS,
    AS_READ,
    SIGNS,
    calendar,
    spelt,
    whole,
)
from presscheck.text.abbreviations import BEFORE_NAMES
from presscheck.text.date_words import ORDINALS, SMALL_NUMBERS, TENS
from presscheck.text.first_names import FIRST_NAMES
from presscheck.text.house_spelling import american
from presscheck.text.names_lists import is_common
from presscheck.text.tokens import marks_and_words
from presscheck.text.words import STOPWORDS, lemma, normalise

STOP, WORD, NAME, NUMBER = "swnd"

_NUMBERS = {word: str(n) for word, n in (SMALL_NUMBERS | TENS | ORDINALS).items()}
_NUMBERS |= {"zero": "0", "once": "1", "twice": "2"}
_AMOUNTS = frozenset("half hundred thousand million billion trillion dozen double".split())
_NUMBER_WORDS = frozenset(_NUMBERS) | _AMOUNTS
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th|s)$")
_BREAKS = frozenset(',;:()[]"-.!?')
UNREAD = frozenset("unk lrb rrb lsb rsb".split())
"""What tools leave in the place of a word that they couldn't read, or of a bracket: it says nothing."""
NAME_WEIGHT, NUMBER_WEIGHT = 7.0, 7.0


_COLUMNS = ("forms", "lemmas", "kinds", "weights", "starts", "ends", "clauses")


class Words:
    """One sentence's words in order: parallel lists of lemma, kind, weight, and place in the sentence.

    `clauses` numbers the stretches between commas, dashes, brackets and quotation marks; `slashes` holds the places
    of the words behind a slash, which stand for the word before it.
    """

    __slots__ = (
        *("clauses", "ends", "forms", "kinds", "lemmas", "slashes", "starts", "text", "weights"),
        *("_content", "_vocabulary"),
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.slashes: list[int] = []
        columns = map(list, zip(*self._read(), strict=True))
        self.forms: list[str] = next(columns, [])
        self.lemmas: list[str] = next(columns, [])
        self.kinds: list[str] = next(columns, [])
        self.weights: list[float] = next(columns, [])
        self.starts: list[int] = next(columns, [])
        self.ends: list[int] = next(columns, [])
        self.clauses: list[int] = next(columns, [])
        self._content: list[int] | None = None
        self._vocabulary: frozenset[str] | None = None

    def _read(self) -> list[tuple[str, str, str, float, int, int, int]]:
        """Return form, lemma, kind, weight, start, end and clause of each word."""
        text, plain = self.text, normalise(self.text).replace("\\'", " '")
        rows: list[tuple[str, str, str, float, int, int, int]] = []
        clause = 0
        for token, start in whole(marks_and_words(plain), plain):
            if token in _BREAKS:
                cut_short = token == "." and rows and rows[-1][5] == start and _is_cut_short(rows[-1][0])
                clause += not cut_short
            elif token == "/":
                self.slashes.append(len(rows))
            elif token[0].isalnum() or token in SIGNS:
                first = not rows
                for form, first_at, last_at, base, kind, weight in _pieces(token):
                    at = start + first_at
                    if kind is WORD and text[at].isupper() and not (first and _is_plain(form, base)):
                        kind, weight = NAME, max(weight, NAME_WEIGHT)
                    rows.append((form, base, kind, weight, at, start + last_at, clause))
        return rows

    def __len__(self) -> int:
        return len(self.lemmas)

    def without(self, places: set[int]) -> Words:
        """Return the sentence with these words taken as stop words: they neither count for nor against it."""
        if not places:
            return self
        other = copy(self)
        other.kinds = [STOP if i in places else kind for i, kind in enumerate(self.kinds)]
        other.weights = [0.0 if i in places else weight for i, weight in enumerate(self.weights)]
        other._content = other._vocabulary = None
        return other

    def put(self, place: int, words: Words, part: range) -> Words:
        """Return the sentence with words of another one for a pronoun; their place in the text stays the pronoun's."""
        other = copy(self)
        for column in _COLUMNS:
            old = getattr(self, column)
            taken = column in ("forms", "lemmas", "kinds", "weights")
            new = getattr(words, column)[part.start : part.stop] if taken else [old[place]] * len(part)
            setattr(other, column, old[:place] + new + old[place + 1 :])
        other._content = other._vocabulary = None
        return other

    def part(self, places: range) -> Words:
        """Return some of the words, one behind the other, as a sentence of its own; their places in the text stay."""
        other = copy(self)
        for column in _COLUMNS:
            setattr(other, column, getattr(self, column)[places.start : places.stop])
        other.slashes = [i - places.start for i in self.slashes if i in places]
        other._content = other._vocabulary = None
        return other

    def span(self, first: int, last: int) -> str:
        """Return the characters from the first to the last of these words."""
        return self.text[self.starts[first] : self.ends[last]]

    @property
    def content(self) -> list[int]:
        """The places of the words that carry content: all but stop words."""
        if self._content is None:
            self._content = [i for i, kind in enumerate(self.kinds) if kind is not STOP]
        return self._content

    @property
    def vocabulary(self) -> frozenset[str]:
        """The lemmas of the words that carry content."""
        if self._vocabulary is None:
            self._vocabulary = frozenset([self.lemmas[i] for i in self.content])
        return self._vocabulary


def _is_plain(form: str, base: str) -> bool:
    """Tell whether a word that begins a sentence is no name."""
    return lexicon.known(base) or (is_common(form) and form not in FIRST_NAMES)


def _is_cut_short(form: str) -> bool:
    """Whether a word is an initial or a title, whose full stop ends nothing: "Sen. Orla Moor"."""
    return len(form) == 1 or form in BEFORE_NAMES


Piece = tuple[str, int, int, str, str, float]
"""A word's form, its start and end in its token, lemma, kind and weight."""


@lru_cache(maxsize=32768)
def _pieces(token: str) -> tuple[Piece, ...]:
    """Return the words of a token in lower case: of "long-range" two."""
    if token in AS_READ:
        return ((token, 0, len(token), *_read(AS_READ[token])),)
    if number := spelt(token):
        return ((token, 0, len(token), number, NUMBER, NUMBER_WEIGHT),)
    if days := calendar(token):
        places = re.finditer(r"\d+", token)
        return tuple((day, *place.span(), *_read(day)) for day, place in zip(days, places, strict=True))
    found, at = [], 0
    for form in token.split("-"):
        end = at + len(form)
        if form[:1].isdigit() and (amount := AMOUNT.match(form)):
            number, unit = amount.groups()
            found.append((number, at, at + len(number), *_read(number)))
            found.append((unit, at + len(number), end, *_read(AMOUNTS[unit])))
        elif "'" in form:
            found.append((plain := form.replace(" ", ""), at, end, *_read(plain)))
        elif form and form not in UNREAD:
            found.append((form, at, end, *_read(form)))
        at = end + 1
    return tuple(found)


def _read(form: str) -> tuple[str, str, float]:
    """Return the lemma, kind and weight of a word in lower case."""
    if form[0].isdigit():
        plain = form.replace(",", "").replace(" ", "")
        ordinal = _ORDINAL.match(plain)
        return (ordinal[1] if ordinal else plain), NUMBER, NUMBER_WEIGHT
    if form in _NUMBER_WORDS:
        return _NUMBERS.get(form, form), NUMBER, NUMBER_WEIGHT / 2
    base = _spelt_alike(lemma(form))
    if form in STOPWORDS or base in STOPWORDS or len(base) < 2:
        return base, STOP, 0.0
    return base, WORD, max(1.0, lexicon.rarity(base) - 4.0)


def _spelt_alike(word: str) -> str:
    """Return a lemma in American spelling, where that is a word of the table: "centre" → center, "hour" stays."""
    other = american(word)
    return other if lexicon.known(other) else word


@lru_cache(maxsize=4096)
def read_words(text: str) -> Words:
    """Read a sentence; the last few thousand are remembered."""
    return Words(text)
