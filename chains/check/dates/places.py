"""Where sources date the thing that a claim dates: their dates, how each stands to the claimed one, and how surely."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from presscheck.chains.check.dates.align import (
    CLAUSE,
    NEAR,
    NEAR_THERE,
    Line,
    Overlap,
    Weights,
    around,
    facing,
    names,
    overlap,
    read_line,
)
from presscheck.chains.check.dates.compare import (
    Relation,
    has_one_end,
    is_weekday,
    names_same_day,
    one_part_off,
    relation,
)
from presscheck.chains.check.dates.owned import Own, own
from presscheck.chains.check.dates.place import Facts, Place
from presscheck.chains.check.draft import Draft
from presscheck.chains.check.sources import Sources, SourceSentence
from presscheck.text.mentions import DateMention, Sentence

PASSAGES: Final = 8
SECOND: Final = 4
"""Passages that are searched for the date itself."""
SPEAKS_OF_IT: Final = 0.45
"""From this share of common words on, a sentence's neighbours and its source's own date tell when it happened."""
CLAUSE_WORDS: Final = 3
"""So many words must a sentence have in common with a clause that is taken alone."""
REACH: Final = 2
"""How many sentences to either side count as neighbours."""


class Heard(NamedTuple):
    """A sentence of a source, read for alignment."""

    sentence: SourceSentence
    line: Line
    common: Overlap


class Asked(NamedTuple):
    """What is asked of every sentence for one date: the weighed words of its clause and next to it, names, if it is alone."""

    clause: dict[str, float]
    near: dict[str, float]
    names: frozenset[str]
    alone: bool


class Pool:
    """The sentences found for one sentence of the draft; for a clause, those of the sentence that it is `within`."""

    def __init__(
        self, draft: Draft, sources: Sources, sentence: Sentence, within: Pool | None = None
    ) -> None:
        self.sentence = sentence
        self._within = within
        self.dates = draft.dates_in(sentence)
        self._moved = [_moved(d, sentence.start) for d in self.dates]
        self.line = read_line(sentence.text, self._moved)
        self._found: list[SourceSentence] = (
            within._found if within else sources.search(sentence.text, PASSAGES)
        )

    @cached_property
    def heard(self) -> list[Heard]:
        """The sentences that may vouch, each once."""
        once = {(s.article_id, s.start): s for s in self._found if s.vouches}
        read = [(s, read_line(s.text, s.dates)) for s in once.values()]
        self.weights = Weights([line for _, line in read])
        words = self.weights.of(self.line)
        return [Heard(s, line, overlap(words, line.content)) for s, line in read]

    @cached_property
    def _around(self) -> dict[str, list[Heard]]:
        by_article: dict[str, list[Heard]] = defaultdict(list)
        for heard in self.heard:
            by_article[heard.sentence.article_id].append(heard)
        return {a: sorted(hs, key=lambda h: h.sentence.start) for a, hs in by_article.items()}

    def has(self, claim: DateMention, sources: Sources) -> bool:
        """Whether a source has the very date, of whatever thing."""
        again = () if is_weekday(claim) else sources.search(claim.text, SECOND)
        told = chain(self._found, again)
        return any(names_same_day(claim, date) for s in told if s.vouches for date in s.dates)

    def has_slip(self, claim: DateMention) -> bool:
        """Whether a sentence found has a date that differs as a slip does, or another weekday."""
        return any(_slips(claim, date) for s in self._found for date in s.dates)

    def places(self, claim: DateMention) -> list[Place]:
        """Return what the sources have to say on a date of the sentence."""
        number = self.dates.index(claim)
        if number >= len(self.line.places):
            return []
        at = self.line.places[number]
        own = list(self._own(claim, at))
        if self._within:
            return [p for p in own if _tells_of_clause(claim, p)]
        return [*own, *self._neighbouring(claim), *self._published(claim)]

    def own(self, claim: DateMention) -> Own:
        """Return a date of the sentence with the words that tell what it dates."""
        return own(self.sentence.text, self._moved[self.dates.index(claim)], self._moved)

    def _own(self, claim: DateMention, at: int) -> Iterator[Place]:
        heard_of_it = [h for h in self.heard if h.sentence.dates]
        if not heard_of_it:
            return
        clause = around(self.line, at, CLAUSE)
        asked = Asked(
            self.weights.of(self.line, clause),
            self.weights.of(self.line, around(self.line, at, NEAR)),
            names(self.line, clause),
            _alone(claim, self.dates),
        )
        for heard in heard_of_it:
            if has_one_end(claim, heard.sentence.dates):
                continue
            relations = [relation(claim, date) for date in heard.sentence.dates]
            if any(found != "unknown" for found in relations):
                yield from self._held(claim, at, asked, heard, relations)

    def _held(
        self, claim: DateMention, at: int, asked: Asked, heard: Heard, relations: list[Relation]
    ) -> Iterator[Place]:
        sentence, line, whole = heard
        part = overlap(asked.clause, line.content)
        opposite, same = facing(self.line, at, line)
        named = asked.names
        facts = Facts(
            alone=asked.alone and _alone(claim, sentence.dates),
            unplaced=any(
                r == "unknown" and d.grain == claim.grain and d.kind != "duration"
                for r, d in zip(relations, sentence.dates, strict=True)
            ),
            names=len(named & line.content) / len(named) if named else 1.0,
            weight=whole.weight,
            words=whole.words,
            figures=_figures_differ(self.line, line),
            strangers=_strangers(self.line, line),
        )
        for date, found, there in zip(sentence.dates, relations, line.places, strict=False):
            if found != "unknown":
                near = overlap(asked.near, {line.words[i] for i in around(line, there, NEAR_THERE)}).share
                faces = opposite == there
                yield Place(
                    sentence,
                    date,
                    found,
                    max(whole.share, part.share),
                    near,
                    faces,
                    same if faces else 0.0,
                    self._has(date),
                    facts,
                )

    def _has(self, date: DateMention) -> bool:
        told = (*self.dates, *(self._within.dates if self._within else ()))
        return any(relation(own, date) == "same" for own in told)

    def _neighbouring(self, claim: DateMention) -> Iterator[Place]:
        """Yield dates that stand before or after a sentence that speaks of the thing."""
        for heard in self._around.values():
            for at, (_, _, common) in enumerate(heard):
                if common.share >= SPEAKS_OF_IT:
                    for other in heard[max(0, at - REACH) : at] + heard[at + 1 : at + 1 + REACH]:
                        if has_one_end(claim, other.sentence.dates):
                            continue
                        for date in other.sentence.dates:
                            if (found := relation(claim, date)) not in ("unknown", "apart"):
                                yield Place(other.sentence, date, found, common.share / 2)

    def _published(self, claim: DateMention) -> Iterator[Place]:
        """Yield the source's own date for what it tells without one."""
        for sentence, _, common in self.heard:
            published = sentence.head.published
            if published and common.share >= SPEAKS_OF_IT and not any(d.low for d in sentence.dates):
                found = relation(claim, _day(published))
                if found in ("same", "finer"):
                    yield Place(sentence, None, found, common.share / 2)


def _tells_of_clause(claim: DateMention, place: Place) -> bool:
    """Whether most of a clause's few words are common, and another date is off as a slip is, or by the weekday."""
    if place.date is None or place.facts.words < CLAUSE_WORDS or place.cover < SPEAKS_OF_IT:
        return False
    return place.relation != "apart" or _slips(claim, place.date)


def _slips(claim: DateMention, date: DateMention) -> bool:
    return (is_weekday(claim) and is_weekday(date)) or one_part_off(claim, date)


def _alone(claim: DateMention, dates: Sequence[DateMention]) -> bool:
    return sum(d.grain == claim.grain and d.kind != "duration" for d in dates) == 1


def _figures_differ(claim: Line, source: Line) -> bool:
    ours, theirs = ({w for w in line.content if w[0].isdigit()} for line in (claim, source))
    return bool(ours - theirs and theirs - ours)


def _strangers(claim: Line, source: Line) -> int:
    ours, theirs = (names(line, range(len(line.words))) for line in (claim, source))
    return min(len(ours - source.content), len(theirs - claim.content))


def _moved(date: DateMention, start: int) -> DateMention:
    return date.model_copy(update={"start": date.start - start, "end": date.end - start})


def _day(moment: datetime) -> DateMention:
    low = moment.replace(hour=0, minute=0, second=0, microsecond=0, tzinfo=None)
    high = low + timedelta(days=1, seconds=-1)
    return DateMention(text="", start=0, end=0, low=low, high=high, value=low.date().isoformat())
