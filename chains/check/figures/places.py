"""Where sources speak of the thing that a claimed figure measures, and how surely: from 0 (another thing) to 1.

Two sentences speak of the same thing as far as they share content words, weighted by how rare those are among the
sentences found, and two figures as far as the words close to them are the same.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence, Set
from functools import cached_property
from itertools import chain, pairwise
from operator import itemgetter
from typing import NamedTuple

from presscheck.chains.check.figures.claimed import (
    NEAR,
    Claimed,
    around,
    capitals,
    outside,
    terms,
    word_set,
)
from presscheck.chains.check.figures.held import Held, hold
from presscheck.chains.check.figures.phrases import other_number_of
from presscheck.chains.check.figures.relation import SLIPS, Relation, relate
from presscheck.chains.check.figures.units import is_measure
from presscheck.chains.check.sources import Sources, SourceSentence
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure, Sentence

REACH = 100
"""Characters on either side of a source's figure in which those words are looked for."""
LOCAL_SHARE = 0.55
"""How much the words close by count against those of the whole sentence; tuned with the thresholds in `verdict`."""
_TIMES = frozenset("year month week day quarter last past previous earlier period annual ago time".split())
UNSURE, STRANGERS = 0.15, 0.45
"""A likeness above the first counts for this share of it where each figure is of a name that the other sentence lacks."""
PASSAGES, SECOND = 8, 4
"""Passages that are searched for a sentence, and for one figure of it. With eight for the second as well nothing planted is
caught more, no alarm is spared on 4,400 true claims, and in a large desk more values agree by chance."""
TELLS_NOTHING = 0.1
"""A figure less likely to measure the same thing is never held against a claim."""
UNNAMED = 0.6
"""How alike the units are where one of two figures names none."""
NEARER = 0.1
"""How much further off a figure of the same sentence may be and still be what a source's figure speaks of."""
_MAY_COUNT = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|teen|twent|thirt|fort|fift|sixt|sevent|eight|ninet"
    r"|hundred|thousand|million|billion|trillion|dozen|half|halv|third|quarter|fifth|doubl|tripl|twice|first|second|tenth"
    r"|fourth|sixth|ninth|twelfth|tens|scores|zero|n[ao]ught|several|couple|trebl|quadr|quint|sextup|thrice|lakh|crore)"
)
"""A figure that can be compared has one of these, in small letters."""


class Place(NamedTuple):
    """A figure in a source sentence, how the claim stands to it, and how surely it measures the same thing."""

    sentence: SourceSentence
    figure: Figure
    relation: Relation
    score: float
    nearby: float = 0.0
    """The share of the claim's words in the sentences before and after; for figures with the claimed digits."""
    of_it: bool = True
    """Whether a word of the claim that is not of time stands in the sentence."""
    sure: bool = False
    """Whether the words of its sentence prove that it is meant, whatever else the draft tells."""

    @property
    def span(self) -> tuple[int, int]:
        """The figure's characters in the source."""
        return self.sentence.start + self.figure.start, self.sentence.start + self.figure.end


class Wanted(NamedTuple):
    """The words that say what a claimed figure measures, in its sentence and close by, each with what it tells."""

    whole: tuple[tuple[str, float], ...]
    near: tuple[tuple[str, float], ...]


class Pool:
    """The sentences found for one sentence of the draft, and how rare each word is among them."""

    def __init__(self, sentences: Iterable[SourceSentence]) -> None:
        self.sentences = list({(s.article_id, s.start): s for s in sentences if s.vouches}.values())
        self._weights: dict[str, float] = {}
        self._wanted: dict[tuple[str, int], Wanted] = {}

    @cached_property
    def _beside(self) -> dict[tuple[str, int], tuple[SourceSentence, ...]]:
        return _neighbours(self.sentences)

    @cached_property
    def _frequency(self) -> Counter[str]:
        return Counter(chain.from_iterable(s.words for s in self.sentences))

    def weight(self, word: str) -> float:
        """Return how much a word tells: 0.3 where every sentence has it, more the rarer it is.

        One that no sentence has counts as if one had it: a text may say the same in its own words.
        """
        if (known := self._weights.get(word)) is None:
            size = len(self.sentences) + 1
            known = max(0.3, math.log(size / (max(1, self._frequency[word]) + 0.5)))
            self._weights[word] = known
        return known

    def beside(self, sentence: SourceSentence) -> tuple[SourceSentence, ...]:
        """Return the sentences before and after one."""
        return self._beside.get((sentence.article_id, sentence.start), ())

    def nearby(self, claim: Claimed, sentence: SourceSentence) -> float:
        """Return the share of the claim's words that stand in the sentences before and after one."""
        words = frozenset().union(*(s.words for s in self.beside(sentence)))
        return _share(((w, self.weight(w)) for w in claim.all), words)

    def wanted(self, claim: Claimed) -> Wanted:
        """Return the words of a claim with their weights here."""
        key = claim.told.sentence, claim.figure.start
        if key not in self._wanted:
            whole = tuple([(w, self.weight(w)) for w in claim.all])
            self._wanted[key] = Wanted(whole, tuple([(w, self.weight(w) * c) for w, c in claim.near]))
        return self._wanted[key]

    @cached_property
    def figures(self) -> list[tuple[SourceSentence, Figure]]:
        """Every figure of the sentences."""
        counting = (s for s in self.sentences if _MAY_COUNT.search(s.text.lower()))
        return [(s, figure) for s in counting for figure in s.figures]

    def has(self, figure: Figure) -> bool:
        """Whether a source has the value itself, of the same unit or none; of places in an order, of anything."""
        least = 0.0 if figure.kind == "ordinal" else UNNAMED
        found = (relate(figure, source) for _, source in self.figures)
        return any(r is not None and r.reason is Reason.FIGURE_MATCH and r.alike >= least for r in found)

    def bears_out(self, figure: Figure) -> bool:
        """Whether a source has the figure at all, of whatever thing."""
        relations = (relate(figure, source) for _, source in self.figures)
        return any(relation is not None and relation.good for relation in relations)


def _neighbours(
    sentences: Iterable[SourceSentence],
) -> dict[tuple[str, int], tuple[SourceSentence, ...]]:
    """Return for each sentence that before and that after it, as far as they were found."""
    ordered = sorted((((s.article_id, s.start), s) for s in sentences), key=itemgetter(0))
    found: dict[tuple[str, int], tuple[SourceSentence, ...]] = {}
    for (here, one), (there, other) in pairwise(ordered):
        if here[0] == there[0]:
            found[here] = (*found.get(here, ()), other)
            found[there] = (one,)
    return found


def alike(wanted: Wanted, sentence: SourceSentence, figure: Figure, *, counted: bool = False) -> float:
    """Return how surely a source's figure measures what the claimed one does, from the words around both.

    `counted`: what it counts is a word as well, for a claim that tells it elsewhere ("killed 20 people" for "20 deaths").
    """
    found = outside(terms(sentence.text), figure, counted=counted)
    return _alike(wanted, {t.word for t in found}, {t.word for t in around(found, figure, REACH)})


def at_most_alike(wanted: Wanted, sentence: SourceSentence) -> float:
    """Return how much `alike` may be for any figure of a sentence."""
    words = word_set(sentence.text)
    return _alike(wanted, words, words)


def _alike(wanted: Wanted, words: Set[str], close_by: Set[str]) -> float:
    return (1 - LOCAL_SHARE) * _share(wanted.whole, words) + LOCAL_SHARE * _share(wanted.near, close_by)


def _share(weighted: Iterable[tuple[str, float]], present: Set[str]) -> float:
    total = shared = 0.0
    for word, weight in weighted:
        total += weight
        if word in present:
            shared += weight
    return shared / total if total else 0.0


def of_others(claim: Claimed, sentence: SourceSentence, figure: Figure) -> bool:
    """Whether each figure has a name close by that the other sentence lacks: "Black veterans" and "Latino veterans"."""
    theirs = frozenset(t.word for t in around(capitals(sentence.text), figure, NEAR))
    return bool(claim.names - sentence.words) and bool(theirs - claim.names - frozenset(claim.all))


def places(claim: Claimed, pool: Pool) -> list[Place]:
    """Return the figures that can be compared with the claimed one, the likeliest to measure the same thing first."""
    wanted = pool.wanted(claim)
    held = ((sentence, hold(claim, sentence, figure)) for sentence, figure in pool.figures)
    found = [_place(claim, pool, wanted, sentence, h) for sentence, h in held if h]
    return sorted(found, key=lambda p: (-p.score, not p.relation.good))


def _place(claim: Claimed, pool: Pool, wanted: Wanted, sentence: SourceSentence, held: Held) -> Place:
    relation, figure, sure = held
    counted = relation.good and figure.unit != claim.figure.unit and not is_measure(figure.unit)
    score = alike(wanted, sentence, figure, counted=counted) * relation.alike
    if score > UNSURE and of_others(claim, sentence, figure):
        score *= STRANGERS
    nearby = pool.nearby(claim, sentence) if relation.good or relation.reason in SLIPS else 0.0
    turned = relation.reason is Reason.FIGURE_DIRECTION
    of_it = not turned or any(w in sentence.words for w in claim.all if w not in _TIMES)
    return Place(sentence, figure, relation, score, nearby, of_it, sure)


def unexplained(
    claimed: Figure, found: Sequence[Place], siblings: Sequence[Claimed], pool: Pool
) -> list[Place]:
    """Leave out places that another figure of the same sentence of the draft tells rightly, and is nearer to."""
    told = [(s, pool.wanted(s)) for s in siblings]
    return [
        p
        for p in found
        if p.relation.good
        or p.sure
        or other_number_of(claimed, p.figure)
        or (p.score >= TELLS_NOTHING and not any(_explains(s, w, p) for s, w in told))
    ]


def _explains(sibling: Claimed, wanted: Wanted, place: Place) -> bool:
    held = hold(sibling, place.sentence, place.figure)
    if held is None or not held.relation.good:
        return False
    return alike(wanted, place.sentence, place.figure) * held.relation.alike >= place.score - NEARER


def pool_for(sources: Sources, sentence: Sentence) -> Pool:
    """Search the sources for sentences that speak of what a sentence of the draft does."""
    return Pool(sources.search(sentence.text, PASSAGES))


_SPACED = re.compile(r"\s*[-–]\s*")


def second_pool(sources: Sources, claim: Claimed) -> Pool:
    """Search once more, for the figure itself and the words close to it."""
    near = [w for w, closeness in claim.near if closeness > 0.5]
    told = _SPACED.sub("-", claim.figure.text)
    return Pool(sources.search(" ".join([told, *near]), SECOND))
