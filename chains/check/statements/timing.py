"""What came before told as what came after, in whatever words: "after the vote", "ahead of the vote"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from presscheck.chains.check.statements.unlike import Unlike
from presscheck.chains.check.words.reading import STOP, Words

_LINKS = {
    ("before",): "before",
    ("ahead", "of"): "before",
    ("prior", "to"): "before",
    ("followed", "by"): "before",
    ("after", "which"): "before",
    ("after",): "after",
    ("following",): "after",
}
REACH = 8
"""Words behind the link among which the event is told."""
FEW = 3
"""Words with content, at most, by which the statement's event is known."""
SAME = 0.6
"""The share of the statement's words for the event that the source's must have."""


class Timed(NamedTuple):
    """A link, its places, and the words for the event behind it."""

    kind: str
    first: int
    last: int
    event: list[str]


def out_of_order(claim: Words, told: Sequence[Words]) -> Unlike | None:
    """Return what stands before an event here and after it there, or the other way round."""
    for mine in _timed(claim):
        others = [(words, t) for words in told for t in _timed(words) if _same_event(mine, t)]
        if others and all(theirs.kind != mine.kind for _, theirs in others):
            words, theirs = others[0]
            here, there = (mine.first, mine.last), (theirs.first, theirs.last)
            shown = f"“{claim.span(*here)}” stands where the source has “{words.span(*there)}”"
            return Unlike(shown, words, here, there)
    return None


def _same_event(mine: Timed, theirs: Timed) -> bool:
    event = mine.event[:FEW]
    return len(set(event) & set(theirs.event)) >= SAME * len(event)


def _timed(words: Words) -> Iterator[Timed]:
    for i in range(len(words)):
        for link, kind in _LINKS.items():
            which = words.forms[i + 1 : i + 2] == ["which"]
            if tuple(words.forms[i : i + len(link)]) == link and which == ("which" in link):
                last = i + len(link) - 1
                near = range(last + 1, min(len(words), last + 1 + REACH))
                clause = [k for k in near if words.clauses[k] == words.clauses[last]]
                places = [k for k in clause if words.kinds[k] is not STOP]
                event = [words.lemmas[k] for k in places]
                if event:
                    yield Timed(kind, i, last, event)
