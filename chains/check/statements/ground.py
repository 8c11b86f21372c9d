"""What the sources say around a statement: the words of their sentences, indexed for alignment."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from functools import cached_property
from itertools import accumulate
from math import fsum

from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.lexicon import Relation
from presscheck.chains.check.words.reading import STOP, Words

EVIDENCE = 3
"""Sentences that may carry one statement together."""
STEM = 6
"""Words with this many first letters in common are taken for forms of one word."""
SKIP = 8
"""Two content words this many places apart, or fewer, stand together."""
SPEAKERS = frozenset("i you we me us my your our".split())
"""Words by which people speak of themselves and of each other."""
_STRONG: tuple[Relation, ...] = ("same", "derived", "up")


class Ground:
    """The sentences that a statement is held against, in the order of their source."""

    def __init__(self, sentences: Sequence[Words], apart: Collection[int] = ()) -> None:
        """Index the sentences; those whose numbers are `apart` do not follow the one before in their source."""
        self.sentences, self.apart = sentences, frozenset(apart)
        self.lemmas: list[str] = []
        self.forms: list[str] = []
        self.kinds: list[str] = []
        self.owner: list[int] = []
        for number, words in enumerate(sentences):
            self.lemmas += words.lemmas
            self.forms += words.forms
            self.kinds += words.kinds
            self.owner += [number] * len(words)
        places: dict[str, list[int]] = defaultdict(list)
        for place, lemma in enumerate(self.lemmas):
            places[lemma].append(place)
        self.places = places
        self.sets = [words.vocabulary for words in sentences]
        self.vocabulary: set[str] = set().union(*self.sets) if self.sets else set()
        self._supports: dict[str, tuple[Relation, str]] = {}
        self.chosen: dict[tuple[Words, int], list[int]] = {}
        self._aligned: dict[tuple[Words, int], Alignment] = {}
        self.ranked: dict[Words, list[tuple[float, int]]] = {}

    def __len__(self) -> int:
        return len(self.lemmas)

    def aligned(self, claim: Words, number: int) -> Alignment:
        """Return the alignment of a statement with a sentence; each is made once."""
        if (claim, number) not in self._aligned:
            self._aligned[claim, number] = Alignment(claim, self.sentences[number])
        return self._aligned[claim, number]

    @cached_property
    def _line(self) -> str:
        return f" {' '.join(self.lemmas)} "

    def has(self, run: Sequence[str]) -> bool:
        """Tell whether these lemmas follow each other somewhere."""
        return all(map(self.places.__contains__, run)) and f" {' '.join(run)} " in self._line

    @cached_property
    def initials(self) -> str:
        """The first letters of all words."""
        return "".join(form[0] for form in self.forms)

    @cached_property
    def _rank(self) -> list[int]:
        """How many words with content stand before each place."""
        return list(accumulate((kind is not STOP for kind in self.kinds), initial=0))

    def beside(self, one: str, other: str) -> bool:
        """Tell whether two words with content stand together, in this order, at most four apart."""
        behind = self.places.get(other, [])
        return any(
            self._rank[q] - self._rank[p] <= 4
            for p in self.places.get(one, ())
            if self.kinds[p] is not STOP
            for q in behind[bisect_right(behind, p) : bisect_right(behind, p + SKIP)]
            if self.kinds[q] is not STOP
        )

    @cached_property
    def spoken(self) -> float:
        """The share of words such as "I", "you" and "we": high where people talk, low in news."""
        counts = Counter(self.forms)
        speaking = sum(n for form, n in counts.items() if form.partition("'")[0] in SPEAKERS)
        return speaking / (len(self.forms) or 1)

    @cached_property
    def general(self) -> set[str]:
        """Words more general than those that stand here."""
        return set().union(*map(lexicon.more_general, self.vocabulary))

    @cached_property
    def _stems(self) -> dict[str, str]:
        by_last_place = reversed(dict.fromkeys(reversed(self.lemmas)))
        return {w[:STEM]: w for w in by_last_place if len(w) >= STEM and w.isalpha() and w in self.vocabulary}

    def in_other_words(self, lemma: str) -> tuple[Relation, str]:
        """Return the strongest relation of a lemma that doesn't stand here to one that does, and that lemma."""
        if lemma not in self._supports:
            stem = self._stems.get(lemma[:STEM]) if len(lemma) >= STEM else None
            found = strongest(lemma, self.vocabulary)
            self._supports[lemma] = (
                ("derived", stem) if stem and found[0] not in ("same", "derived") else found
            )
        return self._supports[lemma]

    def opposite(self, lemma: str, around: set[str]) -> str | None:
        """Return a word of `around` that means the opposite of the lemma."""
        table = lexicon.related(lemma)
        return next((w for w, kind in table.items() if kind == "opposite" and w in around), None)

    def gap(self, one: str, other: str) -> int | None:
        """Return how far apart the nearest places of two lemmas are; None where one is missing."""
        here, there = self.places.get(one), self.places.get(other)
        if not here or not there:
            return None
        return min(abs(a - b) for a in here[:60] for b in there[:60])


def strongest(lemma: str, vocabulary: set[str]) -> tuple[Relation, str]:
    """Return the strongest relation of the lemma to a word of the vocabulary, and that word; ("", "") if none."""
    found = {kind: word for word, kind in lexicon.related(lemma).items() if word in vocabulary}
    return next(((kind, found[kind]) for kind in _STRONG if kind in found), ("", ""))


def evidence(claim: Words, ground: Ground, most: int = EVIDENCE) -> list[int]:
    """Return the sentences that together hold most of the claim's weight, the best first.

    Each next one is chosen for what the ones before it lack; one beside them is preferred. (The words of a set come in
    another order in each process: `fsum` gives the same sum in any order.)
    """
    if (claim, most) not in ground.chosen:
        ground.chosen[claim, most] = _evidence(claim, ground, most)
    return ground.chosen[claim, most]


def _evidence(claim: Words, ground: Ground, most: int) -> list[int]:
    need = weights_of(claim)
    found: list[int] = []
    for _ in range(most):
        best, best_gain = -1, 0.0
        for number, words in enumerate(ground.sets):
            gain = fsum([need[w] for w in words & need.keys()]) - 0.002 * len(words)
            if found and min(abs(number - f) for f in found) == 1:
                gain += 0.5
            if gain > best_gain and number not in found:
                best, best_gain = number, gain
        if best < 0:
            break
        found.append(best)
        need = {w: v for w, v in need.items() if w not in ground.sets[best]}
    return found


def holding(need: dict[str, float], ground: Ground, share: float) -> list[int]:
    """Return the sentences that each have at least this share of the weight of some words."""
    least = share * fsum(need.values())
    return [n for n, known in enumerate(ground.sets) if fsum([need[w] for w in need.keys() & known]) >= least]


def held_by(claim: Words, ground: Ground, numbers: Sequence[int], *, in_other_words: bool = False) -> float:
    """Return the share of a statement's weight that these sentences have together, if need be in other words."""
    need = weights_of(claim)
    known = set().union(*(ground.sets[n] for n in numbers))
    other = {w for w in need.keys() - known if in_other_words and not known.isdisjoint(lexicon.alike(w))}
    return fsum([need[w] for w in need.keys() & (known | other)]) / (fsum(need.values()) or 1.0)


def surroundings(sentences: Sequence[int], ground: Ground) -> set[str]:
    """Return the content words of these sentences and of those beside them."""
    near = {n for s in sentences for n in (s - 1, s, s + 1) if 0 <= n < len(ground.sets)}
    return set().union(*(ground.sets[n] for n in near)) if near else set()


def weights_of(claim: Words) -> dict[str, float]:
    """Return the weight of each lemma that carries content."""
    return {claim.lemmas[i]: claim.weights[i] for i in claim.content}
