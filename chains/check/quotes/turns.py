"""The turns of a source, from its passages: who has the floor from where to where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from presscheck.models import Passage, Role
from presscheck.text.labels import LABEL, MIXED_LABEL

LONGEST = 400
"""Characters in which a label ends."""


@dataclass(frozen=True)
class Turn:
    """A turn without its label: `text[start:end]`; of a text that is no transcript there is one, of nobody."""

    start: int
    end: int
    speaker: str | None
    role: Role


@dataclass(frozen=True)
class Turns:
    """The turns of a source in order, and who speaks in it; `spoken` tells a transcript from any other text."""

    turns: tuple[Turn, ...]
    spoken: bool

    @cached_property
    def starts(self) -> list[int]:
        """Where the turns start."""
        return [turn.start for turn in self.turns]

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Who speaks but to ask, each once."""
        return tuple(dict.fromkeys(t.speaker for t in self.turns if t.speaker and t.role != "question"))


def read_turns(text: str, passages: Sequence[Passage]) -> Turns:
    """Return the turns that an article's passages make: each new speaker, role or label begins one."""
    spoken = any(p.speaker or p.role in ("question", "moderator", "answer") for p in passages)
    turns: list[Turn] = []
    before: Passage | None = None
    for passage in passages:
        label = _label_end(text, passage.start) if spoken else passage.start
        goes_on = (
            before
            and (passage.speaker, passage.role) == (before.speaker, before.role)
            and label == passage.start
        )
        if goes_on:
            turns[-1] = Turn(turns[-1].start, passage.end, passage.speaker, passage.role)
        else:
            turns.append(Turn(label, passage.end, passage.speaker, passage.role))
        before = passage
    return Turns(tuple(turns), spoken)


def _label_end(text: str, start: int) -> int:
    """Return where the words begin after a speaker's label at this place, the place itself if there is none."""
    if label := LABEL.match(text[start : start + LONGEST]):
        return start + label.end()
    mixed = MIXED_LABEL.match(text, start)
    return mixed.end() if mixed else start
