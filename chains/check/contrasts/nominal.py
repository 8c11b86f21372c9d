"""Who did it to whom, told with a noun: "the rebels' attack on the garrison", "the attack by rebels on the garrison"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import WORD, Words

Group = dict[str, int]
"""The lemmas of names and nouns that stand together, and their places."""
_ONTO = frozenset("on of against over".split())
"""What stands before those to whom it is done."""
BEHIND = 6
"""Words behind the noun among which these are looked for."""


def nominal(
    words: Words, side: Callable[[Words, int, int], Group]
) -> Iterator[tuple[int, Group, Group]]:
    """Yield the place of a noun that tells a deed, who does it, and to whom."""
    for i, form in enumerate(words.forms):
        if not 0 < i < len(words) - 2 or words.kinds[i] is not WORD or form.endswith(("'s", "s'")):
            continue
        onto = _link(words, i, _ONTO)
        if onto is None or not {"n"} & set(lexicon.parts(words.lemmas[i])):
            continue
        by = _link(words, i, {"by"})
        if words.forms[i - 1].endswith(("'s", "s'")):
            actor = side(words, i, -1)
        else:
            actor = side(words, by, 1) if by is not None else {}
        acted_on = side(words, onto, 1)
        if actor and acted_on:
            yield i, actor, acted_on


def _link(words: Words, place: int, among: frozenset[str] | set[str]) -> int | None:
    behind = range(place + 1, min(len(words) - 1, place + 1 + BEHIND))
    same = (k for k in behind if words.clauses[k] == words.clauses[place])
    return next((k for k in same if words.forms[k] in among), None)
