"""Words that turn what follows: "not", "failed to", "stopped short of", "pulled out", and which word it is that they turn."""

from __future__ import annotations

from collections.abc import Container
from functools import lru_cache

from presscheck.chains.check.words.cues import CONJUNCTIONS, FIRM, NOT_NEGATIVE, OUT, UNDONE, is_negative
from presscheck.chains.check.words.reading import STOP, Words

NEAR = 5
"""Words between a "not" or a hedge and what it turns."""
_NONE = frozenset("none nobody nothing never".split())
"""Negative words that, behind "but", still negate their clause; "but not" sets two things against each other."""


_MOTIONS = frozenset("motion proposal bid call request attempt plan bill".split())
"""What is rejected where a thing is not done."""
_VOTED_DOWN = frozenset("reject defeat block".split())
_ABLE = frozenset(["able"])


@lru_cache(maxsize=1024)
def negations(words: Words) -> tuple[int, ...]:
    """Return the places of the words that negate, "failed to" among them, set phrases left out (not only, no doubt)."""
    found = []
    for i, form in enumerate(words.forms):
        follows = words.forms[i + 1] if i + 1 < len(words) else ""
        contrasted = form not in _NONE and i > 0 and words.forms[i - 1] in ("and", "but", "or")
        negative = negates(words, i) and not contrasted
        if negative or _undone(words, i, follows) or _short_of(words, i):
            found.append(i)
    return tuple(found)


def negates(words: Words, place: int) -> bool:
    """Tell whether a word negates what follows: not in "not only", "none but", nor the "no" of an answer."""
    form, follows = words.forms[place], words.forms[place + 1 : place + 2]
    return is_negative(form) and (form, *follows) not in NOT_NEGATIVE and not _answers(words, place)


def _answers(words: Words, place: int) -> bool:
    """Tell whether a "no" stands by itself: "No, we would not go"."""
    return words.forms[place] == "no" and words.text[words.ends[place] :].startswith((",", "."))


def words_that_negate(words: Words) -> list[int]:
    """Return the places of all negative words, but for the "no" of an answer."""
    return [i for i, form in enumerate(words.forms) if is_negative(form) and not _answers(words, i)]


def _short_of(words: Words, place: int) -> bool:
    """Whether a word says that what follows was just not done: "stopped short of"."""
    before, follows = words.lemmas[max(0, place - 1) : place], words.forms[place + 1 : place + 2]
    return words.forms[place] == "short" and before in (["stop"], ["fall"]) and follows == ["of"]


def _undone(words: Words, place: int, follows: str) -> bool:
    """Whether a word says that what follows was not done: "failed to", not "never failed to"."""
    before = words.forms[max(0, place - 3) : place]
    down = words.lemmas[place] in _VOTED_DOWN and _behind_noun(words, place) > place + 1
    return (down or (follows == "to" and words.lemmas[place] in UNDONE)) and not any(map(is_negative, before))


def turned_word(words: Words, place: int, across: dict[int, int]) -> int | None:
    """Return the word that a "not" or a hedge turns: the next content word of its clause, if the other side has it.

    Adverbs may stand between; where a conjunction does, it turns something else.
    """
    first, clause = _behind_aside(words, place)
    start = max(first, _behind_noun(words, place, across))
    if words.lemmas[place] in _VOTED_DOWN and start == place + 1:
        return None
    for i in range(start, min(len(words), start + NEAR)):
        if words.clauses[i] != clause or words.forms[i] in CONJUNCTIONS:
            return None
        if words.kinds[i] is not STOP:
            if i in across:
                return i
            if not words.forms[i].endswith("ly") and words.forms[i] not in _ABLE:
                return None
    return None


def _behind_noun(words: Words, place: int, across: Container[int] = ()) -> int:
    """Return where that begins which a "not" turns by way of a noun: "rejected a motion to".

    Where the other side has the noun too, that is what is turned.
    """
    for i in range(place + 1, min(len(words) - 1, place + 4)):
        if i in across:
            break
        if words.lemmas[i] in _MOTIONS and words.forms[i + 1] == "to":
            return i + 2
    return place + 1


def _behind_aside(words: Words, place: int) -> tuple[int, int]:
    """Return where it goes on behind a word, and in which clause: behind the second comma of "have not, as of now, received"."""
    first = place + 1
    if words.text[words.ends[place] :].startswith(","):
        behind = range(first, min(len(words), first + NEAR))
        first = next((i + 1 for i in behind if words.text[words.ends[i] :].startswith(",")), first)
    return first, words.clauses[first] if first < len(words) and first > place + 1 else words.clauses[place]


def negative_beside(words: Words, place: int) -> bool:
    """Whether a word here is turned too: by a "not" before it, or by one on what follows ("found no trace")."""
    before = range(max(0, place - NEAR - 2), place)
    behind = range(place + 1, min(len(words), place + 4))
    return any(negates(words, i) or firm(words, i) or _short_of(words, i) for i in before) or any(
        negates(words, i) for i in behind
    )


def firm(words: Words, place: int) -> bool:
    """Whether a word denies what follows: refused to, pulled out of; not "it was clear that"."""
    if words.forms[place : place + 2] == ["clear", "that"]:
        return False
    out = words.forms[place] == "out" and place > 0 and words.lemmas[place - 1] in OUT
    return words.lemmas[place] in FIRM or out
