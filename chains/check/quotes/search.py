"""From a quotation to the place that decides: the best-ranked source that has the utterance.

What was said (transcripts, official texts) is searched first, then what others wrote: an earlier misprint in an article
never makes an altered quotation right. Within a tier lawful places come before altered ones, places of the draft's speaker
before others', the better and later source before the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from presscheck.chains.check.quotes.align import Step
from presscheck.chains.check.quotes.compare import Comparison, Placed, compare, stands_in
from presscheck.chains.check.quotes.excerpts import as_excerpted
from presscheck.chains.check.quotes.lookup import Lookup
from presscheck.chains.check.quotes.pieces import Saying
from presscheck.chains.check.quotes.places import Place
from presscheck.chains.check.quotes.rule import PART_SHARE, classify, small_change
from presscheck.chains.check.quotes.speaker import Fit, anonymous, fit, speaks
from presscheck.chains.check.quotes.splice import Splice, find_splice
from presscheck.chains.check.quotes.window import promise
from presscheck.chains.check.quotes.words import is_content
from presscheck.chains.check.sources import Sources
from presscheck.reasons import Reason

ALIGNED = 4
"""Places of a search with which a quotation is aligned, at most."""

CLEAR = 0.9
"""Where so much of a quotation stands in one place, no other is looked for."""

SHORT_WORDS, SHORT_CONTENT, SHORTEST = 4, 2, 3
"""Fewer words (content words) may be anybody's: they count only from the speaker named, and are called altered only as
a whole sentence of at least so many words."""


@dataclass(frozen=True)
class Found:
    """What decides on a saying: the reason, the place, how it compares there, who said it.

    `also` holds the other places where the same speaker said it lawfully, the next best first.
    """

    reason: Reason
    place: Place
    comparison: Comparison
    fit: Fit
    said_by: str | None
    splice: Splice | None = None
    also: tuple[Found, ...] = ()

    @property
    def is_whole_quotation(self) -> bool:
        """Whether an article has just these words between its marks."""
        words = self.comparison.said.text[self.comparison.start : self.comparison.end]
        return any(
            a <= self.span[0] and self.span[1] <= b and b - a <= len(words) + 2
            for a, b in self.place.quoted()
        )

    @property
    def span(self) -> tuple[int, int]:
        """The quoted stretch in the article's text."""
        return self.place.start + self.comparison.start, self.place.start + self.comparison.end


class Search:
    """Decides on sayings by the sources that may vouch for a draft."""

    def __init__(self, sources: Sources) -> None:
        self.sources = sources
        self.lookup = Lookup(sources)
        self._in_part: dict[Saying, Found] = {}
        self._elsewhere: dict[Saying, Found] = {}

    def find(self, saying: Saying, speaker: str | None) -> Found | None:
        """Return what decides on a saying, None if nothing like it stands anywhere."""
        weak: Found | None = None
        for tier in self.lookup.tiers:
            found = self._in_tier(saying, speaker, tier)
            if found and found.reason is not Reason.QUOTE_PARAPHRASE:
                return found
            weak = weak or found
        return weak

    def _in_tier(self, saying: Saying, speaker: str | None, tier: frozenset[str]) -> Found | None:
        first = self.lookup.holding(saying, tier)
        exact = self._best(saying, speaker, [p for p in first if stands_in(saying, p.said)])
        if exact:
            return exact
        if is_short(saying):
            lawful = self._best(saying, speaker, first, lawful_only=True)
            return lawful or self._short(saying, speaker, _joined(first, self.lookup.near(saying, tier)))
        halves = _joined(first, self.lookup.holding_half(saying, tier))
        found = self._best_of_promising(saying, speaker, halves)
        if found and (found.reason is Reason.QUOTE_ADJUSTED or found.comparison.cover >= CLEAR):
            return found
        more = [*self.lookup.holding_parts(saying, tier), *self.lookup.near(saying, tier)]
        places = _joined(halves, more)
        more = [place for place in places if place not in halves]
        found = self._better(found, self._best_of_promising(saying, speaker, more))
        if found and found.reason is Reason.QUOTE_ADJUSTED:
            return found
        return self._spliced(saying, speaker, places, found) or found

    def _best(
        self, saying: Saying, speaker: str | None, places: Sequence[Place], *, lawful_only: bool = False
    ) -> Found | None:
        found = [f for place in places for f in self._at(saying, speaker, place)]
        found = [f for f in found if f.reason is Reason.QUOTE_ADJUSTED] if lawful_only else found
        found.sort(key=self._order, reverse=True)
        lawful = [f for f in found[1:] if f.reason is Reason.QUOTE_ADJUSTED and f.fit == found[0].fit]
        return replace(found[0], also=tuple(lawful)) if found else None

    def _best_of_promising(
        self, saying: Saying, speaker: str | None, places: Sequence[Place]
    ) -> Found | None:
        """Align with the places that have most of the words only: aligning is what takes the time."""
        hopes = [(promise(saying, place.said), -i) for i, place in enumerate(places)]
        chosen = sorted((hope for hope in hopes if hope[0] >= PART_SHARE), reverse=True)[:ALIGNED]
        return self._best(saying, speaker, [places[-i] for _, i in chosen])

    def _at(self, saying: Saying, speaker: str | None, place: Place) -> Iterator[Found]:
        for comparison in compare(saying, place.said):
            like = classify(comparison)
            if like is None:
                continue
            reason = as_excerpted(like, place, comparison)
            said_by, fits = self._heard(
                place, speaker, place.start + comparison.start, place.start + comparison.end
            )
            if reason is None:
                self._remember(saying, Found(like, place, comparison, fits, said_by))
                continue
            found = Found(reason, place, comparison, fits, said_by)
            enough = len(saying.keys) >= SHORTEST and found.is_whole_quotation
            if self.by_chance(found, speaker) and not enough:
                if reason is Reason.QUOTE_ADJUSTED:
                    self._elsewhere.setdefault(saying, found)
                continue
            yield found

    def elsewhere(self, saying: Saying) -> Found | None:
        """Return where somebody else uses the few words of a saying, which need not be a quotation of his."""
        return self._elsewhere.get(saying)

    def in_part(self, saying: Saying) -> Found | None:
        """Return where an article quotes a part of a saying that stands nowhere as a whole, by the same speaker if named."""
        return self._in_part.get(saying)

    def _remember(self, saying: Saying, found: Found) -> None:
        known = self._in_part.get(saying)
        if found.fit in ("match", "unknown") and (not known or known.comparison.run < found.comparison.run):
            self._in_part[saying] = found

    def _short(self, saying: Saying, speaker: str | None, places: Sequence[Place]) -> Found | None:
        """Return where the speaker named said a short quotation but for a word or two, as a whole sentence."""
        if len(saying.keys) < SHORTEST:
            return None
        for place in places:
            for comparison in compare(saying, place.said):
                reason = small_change(comparison)
                start, end = place.start + comparison.start, place.start + comparison.end
                said_by, fits = self._heard(place, speaker, start, end)
                if reason and fits == "match":
                    return Found(reason, place, comparison, fits, said_by)
        return None

    def _heard(self, place: Place, speaker: str | None, start: int, end: int) -> tuple[str | None, Fit]:
        """Return who is heard there and how the draft's speaker fits: of several the one that fits, else the last.

        What "Putin said that …" tells in another's turn is Putin's too.
        """
        people, day = self.sources.draft.people, place.article.published
        names = [(people.named(said_by, day), role) for said_by, role in place.heard(start, end)]
        heard = [
            (said_by, fit(speaker, said_by, role, place.article, self.lookup.speakers(place.article)))
            for said_by, role in names
        ]
        best = next((h for h in heard if h[1] == "match"), heard[-1])
        doubted = best[1] in ("wrong", "unknown") or (best[1] == "reporter" and place.in_marks(start, end))
        named = speaker and not anonymous(speaker)
        told = named and doubted and place.tells_of(speaker or "", start, end)
        return (speaker, "match") if told else best

    def by_chance(self, found: Found, speaker: str | None) -> bool:
        """Tell whether somebody else may well have used the same few words on another occasion."""
        saying = found.comparison.saying
        if found.fit in ("match", "unknown") or not is_short(saying):
            return False
        return len(saying.keys) < SHORT_WORDS or not speaks(
            speaker, self.lookup.speakers(found.place.article)
        )

    def _better(self, one: Found | None, other: Found | None) -> Found | None:
        return max((f for f in (one, other) if f), key=self._order, default=None)

    def _order(self, found: Found) -> tuple[bool, bool, float, bool, tuple[int, float]]:
        lawful = found.reason is Reason.QUOTE_ADJUSTED
        near = 0.0 if lawful else found.comparison.cover + found.comparison.share
        fits = found.fit == "match"
        return (
            lawful,
            lawful and fits,
            near,
            fits or found.fit == "unknown",
            self.sources.rank(found.place.article.id),
        )

    def _spliced(
        self, saying: Saying, speaker: str | None, places: Sequence[Place], found: Found | None
    ) -> Found | None:
        splice = find_splice(saying, places)
        if splice is None or (found and not splice.explains_more(found.comparison.cover)):
            return None
        part = splice.parts[0]
        placed = Placed(
            saying.pieces[0], (Step("same", 0, len(saying.pieces[0].words), part.first, part.last),)
        )
        heard = [self._heard(p.place, speaker, *p.span) for p in splice.parts]
        said_by, fits = next((h for h in heard if h[1] in ("wrong", "reporter")), heard[0])
        return Found(
            Reason.QUOTE_SPLICED,
            part.place,
            Comparison(saying, part.place.said, (placed,)),
            fits,
            said_by,
            splice,
        )


def _joined(some: Sequence[Place], more: Sequence[Place]) -> list[Place]:
    """Return places of both lists, without those that lie within another."""
    kept = list(some)
    for place in more:
        if not any(place.within(other) for other in kept):
            kept = [other for other in kept if not other.within(place)] + [place]
    return kept


def is_short(saying: Saying) -> bool:
    """Tell whether a saying is so short that anybody may have said it."""
    return len(saying.keys) < SHORT_WORDS or sum(map(is_content, saying.keys)) < SHORT_CONTENT
