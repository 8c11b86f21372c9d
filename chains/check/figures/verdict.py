"""From the places where sources speak of a figure to one verdict on it, by the rules of evidence."""

from __future__ import annotations

from typing import NamedTuple

from presscheck.chains.check.figures.coincidence import alone, sensible, small, vague, word_for_word
from presscheck.chains.check.figures.phrases import other_number_of, same_place
from presscheck.chains.check.figures.places import Place
from presscheck.chains.check.figures.relation import FARTHEST, GOOD, SLIPS, other_bound
from presscheck.chains.check.figures.rounding import close, significant
from presscheck.chains.check.figures.units import is_measure, same_count
from presscheck.chains.check.sources import RANK, Sources, timestamp
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure
from presscheck.text.shared_units import SHARES

SAME_THING = 0.45
"""From this likeness on a source's figure is held to measure the same thing, so that a difference is a fault."""
SAME_THING_SMALL = 0.75
"""The same for ordinals and small counts, which texts are full of."""
MIXED_UP = 0.12
"""The same where the words of the sentence prove that the claimed value is another thing's."""
SLIP_NEARBY = 0.3
"""How much the sentences around a figure with the claimed digits count beside its own."""
TURNED = 0.25
"""From this likeness on an equal value that goes the other way is a fault."""
PHRASE = 0.05
"""The same where the phrase that counts is the claim's but for the number."""
SURE = 0.75
"""From this likeness on a difference is a fault even where arithmetic could yield the claimed value."""
MARGIN = 0.3
"""A source that bears the figure out may be this much less alike than one that does not."""
LIKELY = 0.15
"""From this likeness on the very amount in a source is hardly a coincidence, unless another place is sure."""

LIKELY_COUNT = 0.25
"""The same for a count of things of one kind."""


class Judgement(NamedTuple):
    """The reason and the places that it rests on, the deciding one first."""

    reason: Reason
    places: tuple[Place, ...] = ()
    note: str = ""

    @property
    def good(self) -> bool:
        """Whether the sources bear the figure out."""
        return self.reason in GOOD

    @property
    def sure(self) -> bool:
        """Whether the deciding place is so alike that no arithmetic can explain the difference."""
        return self.places[0].score >= SURE


def judge(figure: Figure, found: list[Place], sources: Sources) -> Judgement | None:
    """Return the judgement that the places call for, or None where none speaks of the same thing."""
    good = _best(figure, [p for p in found if p.relation.good and not _counts_others(figure, p, found)])
    bad = _worst(figure, [p for p in found if not p.relation.good])
    threshold = SAME_THING_SMALL if small(figure) and not _counted_once(figure, found) else SAME_THING
    if (
        bad
        and bad.score >= (min(threshold, MIXED_UP) if bad.sure else threshold)
        and not vague(figure)
        and (good is None or _outweighs(figure, bad, good))
    ):
        return Judgement(bad.relation.reason, (bad,))
    if good is None or not sensible(figure, good, found):
        slip = next((p for p in found if _is_slip(figure, p, found)), None)
        slip = slip or _of_same_phrase(figure, found)
        return Judgement(slip.relation.reason, (slip,)) if slip else None
    return _by_time(good, found, sources, threshold) or Judgement(good.relation.reason, (good,))


_OTHER_NOUN, _OTHER_RATE, _SAME_NOUN = 0.4, 0.7, 0.9


def _counts_others(figure: Figure, good: Place, found: list[Place]) -> bool:
    """Whether an equal number counts something else, and a likelier place what the draft does: tickets, not fans."""
    rates = (" per " in figure.unit) != (" per " in good.figure.unit)
    if good.relation.alike > (_OTHER_RATE if rates else _OTHER_NOUN):
        return False
    if is_measure(good.figure.unit) or not good.figure.unit:
        return False
    rivals = (p for p in found if not p.relation.good and p.relation.alike >= _SAME_NOUN and p.figure.unit)
    return any(p.score >= good.score and _about_as_many(p.figure, good.figure) for p in rivals)


def _about_as_many(one: Figure, other: Figure) -> bool:
    small, great = sorted((one.low, other.low))
    return great < FARTHEST * small


def _counted_once(figure: Figure, found: list[Place]) -> bool:
    """Whether the sources count the same things, and always as many: "three pillars"."""
    if figure.kind != "quantity" or figure.unit in ("", "person") or is_measure(figure.unit):
        return False
    counts = {(p.figure.low, p.figure.high) for p in found if p.figure.unit == figure.unit}
    return len(counts) == 1 and (figure.low, figure.high) not in counts


def _best(figure: Figure, good: list[Place]) -> Place | None:
    """Return the likeliest place, one with the value itself before others about as likely, the very place in an order first."""
    if place := next((p for p in good if same_place(figure, p.figure)), None):
        return place
    exact = next((p for p in good if p.relation.reason is Reason.FIGURE_MATCH), None)
    return exact if exact and exact.score >= good[0].score - MARGIN / 2 else good[0] if good else None


def _worst(figure: Figure, bad: list[Place]) -> Place | None:
    """Return the likeliest place, one with the claim's own digits before others about as likely."""
    if sure := next((p for p in bad if p.sure and p.score >= max(MIXED_UP, bad[0].score - MARGIN)), None):
        return sure
    if turned := next((p for p in bad if _turned(figure, p) and p.of_it and p.score >= SAME_THING), None):
        return turned
    slip = next((p for p in bad if p.relation.reason in SLIPS), None)
    return slip if slip and slip.score >= bad[0].score - MARGIN / 2 else bad[0] if bad else None


def _outweighs(figure: Figure, bad: Place, good: Place) -> bool:
    """Whether a place that contradicts is to be believed: much likelier, or likelier with the very digits.

    One whose sentence has the claimed digits of people, or of what it does not name, is not ("31,000 people worldwide, 5,200
    of them here"), nor is one for a draft that names no unit, unless it has none either and the other is a share ("54 or older"
    for "54 percent were 45 or older").
    """
    if bad.sentence.start == good.sentence.start and bad.sentence.article_id == good.sentence.article_id:
        if bad.relation.reason is Reason.FIGURE_BOUND and good.relation.reason is Reason.FIGURE_DERIVED:
            # "at most 16,000 hectares" for "at least 16,000 hectares, or 40,000 acres"
            return good.figure.bound[0] != figure.bound[0]
        if not figure.unit and not bad.figure.unit and good.figure.unit in SHARES:
            return bad.score >= good.score
        same, bare = good.relation.reason is Reason.FIGURE_MATCH, good.figure.unit in ("", "person")
        if same and not bad.sure and (not figure.unit or (bare and significant(good.figure.text) >= 2)):
            return False
    if bad.relation.reason is Reason.FIGURE_BOUND and good.relation.reason is Reason.FIGURE_MATCH:
        return False
    if (
        good.relation.reason is Reason.FIGURE_MATCH
        and not bad.sure
        and (
            word_for_word(figure, good)
            or (good.score >= LIKELY and is_measure(figure.unit))
            or (good.score >= LIKELY_COUNT and same_count(figure, good.figure))
        )
    ):
        return False
    own_digits = bad.relation.reason in SLIPS and good.relation.reason is Reason.FIGURE_ROUNDED
    return bad.score > good.score + (0 if own_digits else MARGIN)


def _of_same_phrase(figure: Figure, found: list[Place]) -> Place | None:
    """Return the one place whose phrase is the claim's but for the number: "two other counts" for "three other counts"."""
    same = [p for p in found if other_number_of(figure, p.figure)]
    values = {p.figure.low for p in same}
    wrong = len(values) == 1 and all(p.relation.reason is Reason.FIGURE_VALUE for p in same)
    return same[0] if wrong and same[0].score >= PHRASE else None


def _is_slip(figure: Figure, place: Place, found: list[Place]) -> bool:
    """Whether the place has the claimed digits; one that is alone with its unit needs half as much else in common."""
    needed = _slip_threshold(figure, place)
    if place.relation.reason is Reason.FIGURE_SCALE and alone(place, found):
        needed /= 2
    return place.score + SLIP_NEARBY * place.nearby >= needed


def _slip_threshold(figure: Figure, place: Place) -> float:
    """Return how alike a place must be whose digits are the claim's: the more digits, the less is it a coincidence."""
    if _turned(figure, place):
        return TURNED if place.of_it else 1.1
    if place.relation.reason not in SLIPS:
        return 1.1
    if other_bound(figure, place.figure):
        return 0.0 if place.sure else TURNED
    return {1: 0.4, 2: 0.25}.get(significant(figure.text), 0.1)


def _turned(figure: Figure, place: Place) -> bool:
    """Whether the source has the claimed value for a change the other way."""
    return place.relation.reason is Reason.FIGURE_DIRECTION and close(figure.low, place.figure.low)


def _by_time(good: Place, found: list[Place], sources: Sources, threshold: float) -> Judgement | None:
    """Weigh a source that bears the figure out against others, as alike, that do not: by rank, then by time."""
    others = [p for p in found if _rival(p, good, threshold)]
    if not others:
        return None
    rival = max(others, key=lambda p: sources.rank(p.sentence.article_id))
    ours, theirs = good.sentence.head, rival.sentence.head
    if RANK[theirs.kind] != RANK[ours.kind]:
        return (
            Judgement(rival.relation.reason, (rival, good)) if RANK[theirs.kind] > RANK[ours.kind] else None
        )
    if timestamp(theirs.published) > timestamp(ours.published):
        return Judgement(Reason.FIGURE_OUTDATED, (rival, good))
    if timestamp(theirs.published) < timestamp(ours.published):
        return Judgement(good.relation.reason, (good, rival), f"Earlier: {rival.figure.text}.")
    return Judgement(Reason.SOURCE_DISAGREE, (good, rival))


def _rival(place: Place, good: Place, threshold: float) -> bool:
    if place.relation.good or place.relation.reason not in (
        Reason.FIGURE_VALUE,
        Reason.FIGURE_SCALE,
        Reason.FIGURE_DIRECTION,
    ):
        return False
    other = place.sentence.article_id != good.sentence.article_id
    return other and place.score >= max(threshold, good.score - MARGIN) and place.relation.alike >= 0.75
