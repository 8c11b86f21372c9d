"""Figures that follow from a source by arithmetic: shares, sums, differences, changes in percent, multiples.

Only figures of one sentence, or of two that follow each other in a passage, are put together, and only where that
sentence speaks of the same thing; the proof is shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.heads import names_around, names_told
from presscheck.chains.check.figures.places import Place, Pool, at_most_alike
from presscheck.chains.check.figures.relation import Relation, is_span
from presscheck.chains.check.figures.results import WHOLE, Part, has_parts, results
from presscheck.chains.check.figures.rounding import Value, close, comes_to, near_fraction, significant
from presscheck.chains.check.figures.told import Told
from presscheck.chains.check.figures.units import as_percent, is_measure
from presscheck.chains.check.sources import SourceSentence
from presscheck.text.mentions import Figure

SPEAKS_OF_IT = 0.25
"""How alike a sentence must be for its figures to be put together."""
TOLD_WITH_IT = 0.1
"""The same where the draft's sentence tells one of the figures as well."""
_ONE_IN = 0.05
"""By how much "one in seven" may be off."""
_DIGITS = 3
"""A difference of so many digits is no chance."""
SAME_NOUN = 0.1
"""What it adds to the likeness where a sentence names what the claimed figure counts."""
_NO_CHANCE = 100
"""A figure as great as this, told by both, is the same one."""
_COUNT = 12
_ANYONE, _SHARES = frozenset(["person", "", "percent"]), frozenset(["fraction", "times"])
MOST_FIGURES = 6
_COMPARES = re.compile(r"\b(?:more|fewer|less|extra|additional)\s+\w+$|\b(?:more|fewer|less)$")


def derive(claim: Claimed, pool: Pool, beside: Sequence[Figure] = ()) -> tuple[Place, ...] | None:
    """Return the places that the claimed figure follows from, the proof with the first; None where it does not.

    `beside`: the other figures of the draft's sentence. A sum of values that are all told there needs no "in total".
    """
    if claim.figure.unit == "times" and _growth_told(claim, pool):
        return None
    told = Counter(f.low for f in beside)
    if claim.figure.kind == "ratio" and claim.figure.unit != "times":
        told[claim.figure.high] += 1
    for parts, likeness in _groups(claim, pool, told):
        if likeness < SPEAKS_OF_IT and not any(p.figure.low in told for p in parts):
            continue
        for used, value, proof, reason in results(claim, parts, told):
            if likeness < SPEAKS_OF_IT and not any(p.figure.low in told for p in used):
                continue
            strange = _of_others(claim, used, parts) or _of_other_things(claim, used, pool)
            if _fits(claim.figure, value) and not strange:
                relation = Relation(reason, 1.0, proof)
                return tuple(Place(p.sentence, p.figure, relation, likeness) for p in used)
    return None


_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def _growth_told(claim: Claimed, pool: Pool) -> bool:
    """Whether a source itself tells by how many times something grew since the year that the draft names."""
    years = set(_YEAR.findall(claim.told.sentence))
    telling = (s for s in pool.sentences if years & set(_YEAR.findall(s.text)))
    return any(f.unit == "times" for s in telling for f in s.figures)


def _fits(figure: Figure, value: float) -> bool:
    share = as_percent(figure)
    number = figure.low if share is None else share
    if figure.kind == "ratio" and figure.low == 1 and share is not None and close(share, value, _ONE_IN):
        return True
    if figure.unit == "fraction" and near_fraction(figure, value):
        return True
    return comes_to(Value(number, figure.bound, figure.text), value)


def conclusive(claim: Claimed, follows: Sequence[Place]) -> bool:
    """Whether a figure follows by no chance, however alike a source's figure is that it differs from.

    It is exactly a sum, or tells the way "from 11 to 9" in its own terms, or is a step or a level left ("rose by five",
    "from 219") that is exactly the difference.
    """
    if len(follows) < 2:
        return False
    first, second = follows[0], follows[1]
    if first.sentence is second.sentence and first.figure.start == second.figure.start:
        return True
    if (first.relation.proof or "").startswith(WHOLE):
        return True
    proof, values = first.relation.proof or "", [p.figure.low for p in follows]
    if " + " in proof:
        if has_parts(claim) and any(v in {f.low for f in claim.told.figures} for v in values):
            return True
        return abs(sum(values) - claim.figure.low) < 1e-9
    told = (
        claim.part in ("step", "left")
        or _COMPARES.search(claim.figure.text) is not None
        or significant(claim.figure.text) >= _DIGITS
    )
    return " - " in proof and told and close(values[0] - values[1], claim.figure.low)


def _groups(claim: Claimed, pool: Pool, told: Counter[float]) -> Iterator[tuple[list[Part], float]]:
    """Yield the figures of each sentence that speaks of the thing, then those of it and the one beside it."""
    wanted = pool.wanted(claim)
    scored = (
        (max(_speaks_of(claim, s, told), at_most_alike(wanted, s) + SAME_NOUN * _has_noun(claim, s)), index)
        for index, s in enumerate(pool.sentences)
        if s.figures
    )
    near = sorted((pair for pair in scored if pair[0] >= TOLD_WITH_IT), reverse=True)
    for score, index in near[:5]:
        yield _parts(pool.sentences[index]), score
    for score, index in near[:3]:
        for other in [*pool.sentences[index + 1 : index + 2], *pool.sentences[max(0, index - 1) : index]]:
            if other.article_id == pool.sentences[index].article_id and other.figures:
                yield _parts(pool.sentences[index]) + _parts(other), score


def _has_noun(claim: Claimed, sentence: SourceSentence) -> bool:
    return claim.figure.unit in sentence.words and claim.figure.unit not in _ANYONE


def _speaks_of(claim: Claimed, sentence: SourceSentence, told: Counter[float]) -> float:
    """Return how surely a sentence speaks of the thing by its figures: their unit, and values that the draft tells as well."""
    unit = claim.figure.unit
    if unit not in _ANYONE and any(f.unit == unit and f.low > _COUNT for f in sentence.figures):
        return TOLD_WITH_IT if is_measure(unit) else SPEAKS_OF_IT
    return TOLD_WITH_IT if any(f.low in told and f.low >= _NO_CHANCE for f in sentence.figures) else 0.0


def _parts(sentence: SourceSentence) -> list[Part]:
    plain = [f for f in sentence.figures if f.kind == "quantity" and (f.low == f.high or is_span(f))]
    return [Part(sentence, end) for f in plain[:MOST_FIGURES] for end in _ends(f)]


def _ends(figure: Figure) -> list[Figure]:
    """Take "from 40 to 60" as two figures that stand in one place."""
    values = dict.fromkeys((figure.low, figure.high))
    return [figure.model_copy(update={"low": v, "high": v}) for v in values]


def _of_others(claim: Claimed, used: Sequence[Part], parts: Sequence[Part]) -> bool:
    """Whether a figure used is another's, where the draft names the owners of two: "the Centre leads the Greens by 11 points"."""
    named = names_told(claim.told)
    if len(named) < 2 or not any(owner and not owner & named for owner in map(_owner, used)):
        return False
    return len({owner for owner in map(_owner, parts) if owner & named}) > 1


def _of_other_things(claim: Claimed, used: Sequence[Part], pool: Pool) -> bool:
    """Whether other things are counted than the draft's, which the sources count too: golds and medals are no titles."""
    unit = claim.figure.unit
    if unit in _ANYONE or is_measure(unit):
        return False
    if not any(f.unit == unit for s in pool.sentences for f in s.figures):
        return False
    return any(p.figure.unit not in _ANYONE | _SHARES | {unit} for p in used)


def _owner(part: Part) -> frozenset[str]:
    return names_around(Told(part.sentence.text, part.figure, part.sentence.figures))
