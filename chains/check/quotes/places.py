"""Where something may have been said: turns of transcripts, quotations and running text of other sources."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from presscheck.chains.check.quotes.says_so import WITHIN, names_of, says_so
from presscheck.chains.check.quotes.spoken import Spoken, spoken
from presscheck.chains.check.quotes.turns import Turns
from presscheck.models import Article, Passage, Role
from presscheck.text.common_words import POSSESSIVE_PRONOUNS
from presscheck.text.mentions import Quote
from presscheck.text.quote_marks import Marked, find_marked
from presscheck.text.quotes import find_quotes

REACH = 1_200
"""Characters before and after a passage that are read with it, in the same turn; more for what has an ellipsis."""

NAMED = 300
"""Characters before words in quotation marks in which whoever speaks them is named."""

SENTENCE_START = re.compile(r"(?<=[^A-Z][.?!])\s+|\n")
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

    @property
    def turn_before(self) -> str:
        """What a moderator says right before the turn, who may name whoever asks; "" if it is another's."""
        before = self.turns.turns[self.turn - 1] if self.turn else None
        named = before and before.role == "moderator"
        return self.article.text[before.start : before.end] if before and named else ""

    def tells_of(self, name: str, start: int, end: int) -> bool:
        """Tell whether it says before `article.text[start:end]` that somebody of this name, or in this office, said so.

        Before words in quotation marks the sentences before count too: "The minister was asked. He said: “…”"
        """
        mark = self._opening_mark(start, end)
        text = self.article.text[self.start : start]
        near = (
            SENTENCE_START.split(text)[-1]
            if mark is None
            else self.article.text[max(self.start, mark - NAMED) : mark]
        )
        near = self._lead_in(start) or near
        within = WITHIN if self.turns.spoken else 1
        return any(says_so(near, called, within) for called in names_of(name))

    def _lead_in(self, start: int) -> str:
        """Return the sentence that leads in to a paragraph of an article with a colon ("Holt wrote on Thursday:"), else ""."""
        paragraph = self.article.text.rfind("\n", 0, start) + 1
        lead = self.article.text[:paragraph].rstrip()
        return "" if self.turns.spoken or not lead.endswith(":") else SENTENCE_START.split(lead)[-1]

    def in_marks(self, start: int, end: int) -> bool:
        """Tell whether `article.text[start:end]` stands between quotation marks in what somebody says."""
        return self._opening_mark(start, end) is not None

    def _opening_mark(self, start: int, end: int) -> int | None:
        if not self.turns.spoken:
            return None
        a, b = start - self.offset, end - self.offset
        return next(
            (m.outer_start + self.offset for m in _marked(self.turn_text) if m.start <= a and b <= m.end),
            None,
        )

    def quotation_at(self, start: int, end: int) -> Quote | None:
        """Return the quotation that holds `article.text[start:end]`; its offsets count from `offset`."""
        if not _MARKS.search(self.article.text, max(0, self.article.text.rfind("\n", 0, start)), start):
            return None
        turn = self.turns.turns[self.turn]
        text = self.article.text[turn.start : turn.end] if self.turns.spoken else self.article.text
        a, b = start - self.offset, end - self.offset
        return next((q for q in _quotes(text) if q.start <= a and b <= q.end), None)

    def utterance_around(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the span of all that one person says around `article.text[start:end]`: a turn, or what an article quotes.

        Of a quotation that “she said” interrupts it is the part that holds these words.
        """
        if self.turns.spoken:
            turn = self.turns.turns[self.turn]
            return turn.start, turn.end
        quoted = self.quotation_at(start, end)
        if quoted is None:
            return None
        return next((p for p in quoted.parts if p[0] <= start and end <= p[1]), (quoted.start, quoted.end))

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


@lru_cache(maxsize=64)
def _marked(text: str) -> list[Marked]:
    return find_marked(text)
