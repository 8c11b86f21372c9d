"""Two subjects exchanged: "the navigator was killed, the pilot rescued", where the pilot was killed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from presscheck.chains.check.contrasts.contrast import Contrast, ordered
from presscheck.chains.check.contrasts.roles import is_verb, side
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words.reading import Words
from presscheck.reasons import Reason
from presscheck.text.cues import BE

Verb = tuple[str, bool]
"""A verb's lemma, and whether it is told in the passive."""
Subjects = dict[Verb, tuple[int, dict[str, int]]]
"""Each verb's place, and the lemmas of what stands before it with their places."""


def subjects(alignment: Alignment) -> Iterator[Contrast]:
    """Yield two verbs whose subjects are exchanged."""
    claim, source = alignment.claim, alignment.source
    mine, theirs = _subjects(claim), _subjects(source)
    for one, other in combinations([verb for verb in mine if verb in theirs], 2):
        if _exchanged(mine, theirs, one, other):
            here = [place for verb in (one, other) for place in _places(mine, verb)]
            there = [place for verb in (one, other) for place in _places(theirs, verb)]
            told = f"The source has it the other way round: “{source.span(*ordered(*there))}”"
            yield Contrast(Reason.STATEMENT_ROLE, ordered(*here), ordered(*there), told)
            return


def _places(told: Subjects, verb: Verb) -> Iterator[int]:
    place, subject = told[verb]
    yield from (place, *subject.values())


def _exchanged(mine: Subjects, theirs: Subjects, one: Verb, other: Verb) -> bool:
    a, b = mine[one][1].keys(), mine[other][1].keys()
    c, d = theirs[one][1].keys(), theirs[other][1].keys()
    return bool(a & d and b & c) and not (a & b or c & d or a & c or b & d)


@lru_cache(maxsize=1024)
def _subjects(words: Words) -> Subjects:
    """Return what stands before each verb that a sentence has once."""
    counts = Counter(words.lemmas)
    verbs = [i for i in range(len(words)) if counts[words.lemmas[i]] == 1 and _is_past(words, i)]
    found = {(words.lemmas[i], _is_passive(words, i)): (i, side(words, i, -1)) for i in verbs}
    return {verb: told for verb, told in found.items() if told[1]}


def _is_past(words: Words, place: int) -> bool:
    past = words.forms[place] != words.lemmas[place] and not words.forms[place].endswith(("ing", "s"))
    return past and is_verb(words, place)


def _is_passive(words: Words, place: int) -> bool:
    return not BE.isdisjoint(words.forms[max(0, place - 2) : place])
