"""The parts of a sentence that each tell a thing of their own: "A welcomed it, while B criticised it" has two."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import WORD, Words

_OPENING = frozenset("while whereas but although though and or yet so".split())
"""Words that, behind a comma, open a part."""
_ALONE = frozenset("while whereas but although".split())
"""Words that open a part without a comma too."""
_AUXILIARY = frozenset("is are was were has have had will would did does".split())
LEAST = 2
"""Words with content in a part."""


@lru_cache(maxsize=1024)
def parts(words: Words) -> tuple[Words, ...]:
    """Return the parts of a sentence, in their order; none where it has one only."""
    ends = [0, *_openings(words), len(words)]
    told = [range(a, b) for a, b in pairwise(ends)]
    return tuple(map(words.part, told)) if len(told) > 1 else ()


def _openings(words: Words) -> Iterator[int]:
    """Yield the places where a part begins that tells something by itself, as does the one before it."""
    begun = 0
    for place in range(1, len(words)):
        if (
            _opens(words, place)
            and _tells(words, range(begun, place))
            and _tells(words, range(place, len(words)))
        ):
            yield place
            begun = place


def _opens(words: Words, place: int) -> bool:
    between = words.text[words.ends[place - 1] : words.starts[place]]
    if ";" in between or words.forms[place] in _ALONE:
        return True
    return words.forms[place] in _OPENING and any(mark in between for mark in ",—–")


def _tells(words: Words, places: range) -> bool:
    """Tell whether words hold a verb and something that it is told of."""
    content = [i for i in places if i in words.content]
    verb = any(_may_be_verb(words, i) for i in places)
    return verb and len(content) >= LEAST


def _may_be_verb(words: Words, place: int) -> bool:
    """Whether a word is a verb here as far as can be told: it mostly is one, or is told as past."""
    lemma, form = words.lemmas[place], words.forms[place]
    if form in _AUXILIARY:
        return True
    known = lexicon.parts(lemma)
    past = form != lemma and not form.endswith("s")
    return words.kinds[place] is WORD and (known[:1] == "v" or ("v" in known and past))
