"""Who did it to whom, told with a noun: "the rebels' attack on the garrison", "the attack by rebels on the garrison"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import WORD, Words
from presscheck.text.cues import BE

Group = dict[str, int]
"""The lemmas of names and nouns that stand together, and their places."""
_BY = frozenset(["by"])
_ONTO = frozenset("on of against over".split())
"""What stands before those to whom it is done."""
BEHIND = 6
"""Words behind the noun among which these are looked for."""


def nominal(words: Words, side: Callable[[Words, int, int], Group]) -> Iterator[tuple[int, Group, Group]]:
    """Yield the place of a noun that tells a deed, who does it, and to whom."""
    if _ONTO.isdisjoint(words.forms):
        return
    for i, form in enumerate(words.forms):
        if not 0 < i < len(words) - 2 or words.kinds[i] is not WORD or form.endswith(("'s", "s'")):
            continue
        owner = words.forms[i - 1].endswith(("'s", "s'"))
        by = None if owner else _link(words, i, _BY)
        onto = _link(words, i, _ONTO) if owner or by is not None else None
        if onto is None or "n" not in lexicon.parts(words.lemmas[i]):
            continue
        if by is not None and not _a_noun(words, i, by):
            continue
        actor = side(words, i, -1) if by is None else side(words, by, 1)
        acted_on = side(words, onto, 1)
        if actor and acted_on:
            yield i, actor, acted_on


def _a_noun(words: Words, place: int, by: int) -> bool:
    """Whether a word is used as a noun, and "by" belongs to it, not to a verb behind it."""
    forms = words.forms[place:by]
    return not any(form in BE or form.endswith("ed") for form in forms)


def _link(words: Words, place: int, among: frozenset[str]) -> int | None:
    behind = range(place + 1, min(len(words) - 1, place + 1 + BEHIND))
    same = (k for k in behind if words.clauses[k] == words.clauses[place])
    return next((k for k in same if words.forms[k] in among), None)
