"""A date of a source that a claimed date is held against, and what tells whether both speak of one event."""

from __future__ import annotations

from typing import NamedTuple

from presscheck.chains.check.dates.compare import Relation
from presscheck.chains.check.sources import SourceSentence
from presscheck.text.mentions import DateMention


class Facts(NamedTuple):
    """What else tells whether two sentences speak of one event.

    `alone`: both have one date of this grain; `unplaced`: the source's has one that can't be placed; `names`: the share of
    the clause's names that the source has; `weight` of the common words, and how many `words` these are; `figures`: each has
    a figure that the other lacks; `strangers`: so many names at least each has that the other lacks.
    """

    alone: bool = False
    unplaced: bool = False
    names: float = 0.0
    weight: float = 0.0
    words: int = 0
    figures: bool = False
    strangers: int = 0


class Place(NamedTuple):
    """A date of a source that the claimed date is held against.

    `cover` is the share of the claim's words in its sentence, `near` of those around the date; `faces` says that an
    alignment of both sentences puts the two dates opposite each other, `same` how far the words next to them are equal;
    `taken` that the draft's sentence has the source's date beside the claimed one.
    `date` is None where the source's own date stands in for one.
    """

    sentence: SourceSentence
    date: DateMention | None
    relation: Relation
    cover: float
    near: float = 0.0
    faces: bool = False
    same: float = 0.0
    taken: bool = False
    facts: Facts = Facts()
