"""The name of another person or place than the sources tell it of: "Otieno opened the dam", where Kimani did."""

from __future__ import annotations

from math import fsum

from presscheck.chains.check.contrasts.contrast import Contrast
from presscheck.chains.check.statements.astray import astray
from presscheck.chains.check.statements.bearers import company, kind_of, others
from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.words.reading import Words
from presscheck.reasons import Reason

SHARE = 0.6
"""The share of what is told of the name that the sentence must have."""
NEAR = 0.3
"""The same of what must stand near the other name."""
KINDS = frozenset(["person", "place"])
"""What is told of another only where that is of the same kind; one organisation may act for another."""
_TEAMS = frozenset("for against over by".split())
"""Behind these a place's name is a team's."""
LEAST = 3
"""Words with content that must be told of it."""


def told_of_another(claim: Words, ground: Ground) -> tuple[Contrast, int] | None:
    """Return what differs, and the number of the sentence that tells it of another."""
    for name, rest, number in astray(claim, ground):
        total = fsum(rest.values())
        held = fsum([rest[word] for word in rest.keys() & ground.sets[number]])
        if len(rest) < LEAST or held < SHARE * total:
            continue
        words, kind = ground.sentences[number], kind_of(claim, name)
        rivals = others(claim, words, kind) if kind in KINDS else ()
        near = (p for p in rivals if company(rest, words, p) >= NEAR * total)
        other = next((p for p in near if not _is_team(words, p[0])), None)
        if other:
            told = f"In the source it is “{words.span(other[0], other[-1])}” that this is told of"
            here, there = (name.start, name.stop - 1), (other[0], other[-1])
            return Contrast(Reason.STATEMENT_ROLE, here, there, told), number
    return None


def _is_team(words: Words, first: int) -> bool:
    return first > 0 and words.forms[first - 1] in _TEAMS
