"""What only one side of a dispute says: "activists say police fired", "…, according to the rebels"."""

from __future__ import annotations

from presscheck.chains.check.statements.align import Alignment

_PARTIES = frozenset(
    """activist campaigner critic detractor opponent supporter rebel insurgent militant separatist guerrilla opposition
    plaintiff defendant accuser complainant protester protestor demonstrator dissident lobbyist whistleblower inmate
    prisoner detainee defector prosecutor lawyer solicitor""".split()
)
"""Those who speak for one side; as lemmas."""
_SAY = frozenset("say tell add complain argue".split())
_DISPUTED = frozenset("allege contend".split())
ASIDE = 8
"""Words of a clause that only names who says it."""


def said_by_party(alignment: Alignment, place: int) -> bool:
    """Tell whether a word is a verb of saying with one side's people right before it: "activists have said".

    What the statement tells of these people themselves is theirs to say.
    """
    words = alignment.source
    before = range(max(0, place - 3), place)
    return words.lemmas[place] in _SAY and any(
        words.lemmas[i] in _PARTIES and words.clauses[i] == words.clauses[place] and i not in alignment.here
        for i in before
    )


def aside(alignment: Alignment, held: list[int]) -> tuple[int, int] | None:
    """Return the clause that names one side's people as the source of all that is held: "…, activists say"."""
    words = alignment.source
    taken = {words.clauses[j] for j in held}
    for clause in {words.clauses[0], words.clauses[-1]} - taken:
        places = [i for i in range(len(words)) if words.clauses[i] == clause]
        party = any(words.lemmas[i] in _PARTIES for i in places)
        told = any(words.lemmas[i] in _SAY or words.forms[i] == "according" for i in places)
        alleged = any(words.lemmas[i] in _DISPUTED for i in places)
        if ((party and told) or alleged) and len(places) <= ASIDE:
            return places[0], places[-1]
    return None
