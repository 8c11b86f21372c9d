"""Where something may have been said: turns of transcripts, quotations and running text of other sources."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from presscheck.chains.check.quotes.spoken import Spoken, spoken
from presscheck.chains.check.quotes.turns import Turns
from presscheck.models import Article, Passage, Role
from presscheck.text.common_words import POSSESSIVE_PRONOUNS
from presscheck.text.cues import CUES
from presscheck.text.mentions import Quote
from presscheck.text.people import surname
from presscheck.text.quotes import find_quotes

REACH = 1_200
"""Characters before and after a passage that are read with it, in the same turn; more for what has an ellipsis."""

TOLD_WITHIN = 3
"""Words after a name among which the verb stands by which somebody is said to speak."""

_SENTENCE_BREAK = re.compile(r"(?<=[^A-Z][.?!])\s+|\n")
_MARKS = re.compile("[\"“‘'„«]")


@dataclass(frozen=True)
class Place:
    """A turn or what stands in it around a passage: `article.text[start:end]`, said by one `speaker` if one is named."""

    article: Article = field(compare=False)
    turns: Turns = field(compare=False)
    article_id: str
    start: int
    end: int
    turn: int

    @cached_property
    def said(self) -> Spoken:
        """Its words; their offsets count from `start`."""
        return spoken(self.article.text[self.start : self.end])

    @property
    def speaker(self) -> str | None:
        """Who has the floor."""
        return self.turns.turns[self.turn].speaker

    @property
    def role(self) -> Role:
        """Statement, question, answer or moderator."""
        return self.turns.turns[self.turn].role

    @property
    def turn_text(self) -> str:
        """All that is said in the turn."""
        turn = self.turns.turns[self.turn]
        return self.article.text[turn.start : turn.end]

    def within(self, other: Place) -> bool:
        """Tell whether another place holds all of this one."""
        return (
            (self.article_id, self.turn) == (other.article_id, other.turn)
            and other.start <= self.start
            and self.end <= other.end
        )

    def heard(self, start: int, end: int) -> list[tuple[str | None, Role]]:
        """Return who said `article.text[start:end]`: whoever is quoted there, and in a transcript who has the floor."""
        quoted = self.quotation_at(start, end)
        floor: list[tuple[str | None, Role]] = [(self.speaker, self.role)]
        if not quoted or not quoted.speaker or quoted.speaker in POSSESSIVE_PRONOUNS:
            return floor
        return [(quoted.speaker, "statement"), *(floor if self.turns.spoken else [])]

    def tells_of(self, name: str, at: int) -> bool:
        """Tell whether the sentence says before `article.text[at]` that somebody of this name said so."""
        family = surname(name)
        before = _SENTENCE_BREAK.split(self.article.text[self.start : at])[-1]
        behind = before.rpartition(family)[2].lower().split() if family and family in before else []
        then = (behind[i + 1] for i, word in enumerate(behind[:-1]) if word in ("he", "she"))
        return not CUES.isdisjoint([*behind[:TOLD_WITHIN], *then])

    def quotation_at(self, start: int, end: int) -> Quote | None:
        """Return the quotation that holds `article.text[start:end]`; its offsets count from `offset`."""
        if not _MARKS.search(self.article.text, max(0, self.article.text.rfind("\n", 0, start)), start):
            return None
        turn = self.turns.turns[self.turn]
        text = self.article.text[turn.start : turn.end] if self.turns.spoken else self.article.text
        a, b = start - self.offset, end - self.offset
        return next((q for q in _quotes(text) if q.start <= a and b <= q.end), None)

    def quoted(self) -> list[tuple[int, int]]:
        """Return what stands between quotation marks in an article, each part of a quotation by itself; not of speech."""
        return [] if self.turns.spoken else [part for q in _quotes(self.article.text) for part in q.parts]

    @property
    def offset(self) -> int:
        """Where the text in which quotations are read begins: the turn, else the whole article."""
        return self.turns.turns[self.turn].start if self.turns.spoken else 0


class Window(NamedTuple):
    """What is read around a passage, in its turn."""

    article_id: str
    turn: int
    start: int
    end: int


def window_of(passage: Passage, text: str, turns: Turns, reach: int) -> Window:
    """Return what stands around a passage within its turn, cut at spaces."""
    at = max(0, bisect_right(turns.starts, max(passage.start, passage.end - 1)) - 1)
    turn = turns.turns[at]
    low, high = max(turn.start, passage.start - reach), min(turn.end, passage.end + reach)
    if low > turn.start:
        low = max(low, text.find(" ", low, passage.start))
    if high < turn.end:
        high = max(passage.end, text.rfind(" ", passage.end, high))
    return Window(passage.article_id, at, low, high)


@lru_cache(maxsize=64)
def _quotes(text: str) -> list[Quote]:
    return list(find_quotes(text))
