"""Whose relative a person is said to be, against what the sources say: "her sister, Carmen", "her mum, Carmen"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from presscheck.chains.check.names.sources import SAME_SENTENCE
from presscheck.chains.check.sources import SourceSentence
from presscheck.text.mentions import Name
from presscheck.text.relatives import Relative, relatives

NEAR = 0.35
"""Share of a sentence's other content words that a source's must have to speak of the same relatives."""
_UNSURE = frozenset(["", "my", "our"])
"""Whose the relative is when nobody is named, or somebody speaks."""


class OtherRelative(NamedTuple):
    """The draft's word of kinship, and a source's sentence with its word for the same person."""

    mine: Relative
    theirs: Relative
    sentence: SourceSentence

    def sure(self, coverage: float) -> bool:
        """Tell whether both must speak of one person's relative, in sentences that agree so far."""
        owners = {self.mine.owner, self.theirs.owner}
        if len(owners) == 1 or owners & _UNSURE:
            return coverage >= NEAR
        named = any(owner.endswith("s") and owner != "his" for owner in owners)
        return named and coverage >= SAME_SENTENCE


def other_relative(name: Name, mine: Relative, sentences: Iterable[SourceSentence]) -> OtherRelative | None:
    """Return another kinship that a source gives the person; None where one may mean the draft's or none gives any."""
    theirs = [(s, m) for s in sentences if s.vouches for m in _said(name, s)]
    if not theirs or not all(m.contradicts(mine) for _, m in theirs):
        return None
    sentence, other = theirs[0]
    return OtherRelative(mine, other, sentence)


def _said(name: Name, sentence: SourceSentence) -> Iterator[Relative]:
    """Yield the words of kinship beside the person's name in a sentence; a source may be in small letters."""
    first, *rest = map(re.escape, name.text.split())
    named = rf"\b{first}(?:\s+{' '.join(rest)})?\b"
    for found in re.finditer(named, sentence.text, re.IGNORECASE):
        yield from relatives(sentence.text, *found.span())
