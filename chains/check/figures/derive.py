"""Figures that follow from a source by arithmetic: shares, sums, differences, changes in percent, multiples.

Only figures of one sentence, or of two that follow each other in a passage, are put together, and only where that
sentence speaks of the same thing; the proof is shown.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, permutations
from typing import NamedTuple

from presscheck.chains.check.figures.arithmetic import plain
from presscheck.chains.check.figures.claimed import Claimed
from presscheck.chains.check.figures.places import Place, Pool, alike, may_be_alike
from presscheck.chains.check.figures.relation import Relation, is_span
from presscheck.chains.check.figures.rounding import Value, close, fit, significant
from presscheck.chains.check.figures.units import SHARES, as_percent, scale_to
from presscheck.chains.check.sources import SourceSentence
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure

SPEAKS_OF_IT = 0.25
"""How alike a sentence must be for its figures to be put together."""
MOST_FIGURES = 6
LIKE = 0.4
"""How alike two units must be: nouns of any kind, not a measure and a bare number."""
LEAST_SUM = 12
"""A sum that the draft does not call one must be greater: small counts add up by chance."""
_SUM = re.compile(
    r"\b(?:total(?:s|ed|led|ing|ling)?|combined|together|altogether|in all|overall|sum|jointly|both)\b"
)
_DIFFERENCE = re.compile(
    r"\b(?:difference|gap|margin|lead|ahead|more than|fewer than|less than|higher than|lower than|increase|decrease|rise|fall|rose"
    r"|risen|fallen|climbed|widened|narrowed|fell|dropped|grew|gained|lost|added|up|down|remain(?:s|ing)?|left|short of|another|more|fewer|less|extra|leaving|missing|rest)\b"
)


_PARTS = re.compile(r"[^.;:\d]{0,30}?,\s[^.;:]{1,30}?\b(?:of (?:them|whom|which|these|those)|among them)\b")
_POINTS = {"percentage point": 1.0, "point": 1.0, "basis point": 100.0}
"""Units that the difference of two shares is told in, and how many of them are one percent."""
_COMPARES = re.compile(r"\b(?:more|fewer|less|extra|additional)\s+\w+$|\b(?:more|fewer|less)$")


class Part(NamedTuple):
    """A figure of a source and the sentence that it stands in."""

    sentence: SourceSentence
    figure: Figure


def derive(
    claim: Claimed, draft_sentence: str, pool: Pool, beside: Sequence[Figure] = ()
) -> tuple[Place, ...] | None:
    """Return the places that the claimed figure follows from, the proof with the first; None where it does not.

    `beside`: the other figures of the draft's sentence. A sum of values that are all told there needs no "in total".
    """
    told = Counter(f.low for f in beside)
    ours = as_percent(claim.figure)
    claimed = Value(claim.figure.low if ours is None else ours, claim.figure.bound, claim.figure.text)
    for parts, likeness in _groups(claim, pool):
        for used, value, proof, reason in _results(claim, draft_sentence.lower(), parts, told):
            if fit(claimed, Value(value, "=", f"{value:.10g}")) in ("equal", "rounded"):
                relation = Relation(reason, 1.0, proof)
                return tuple(Place(p.sentence, p.figure, relation, likeness) for p in used)
    return None


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
    if (first.relation.proof or "").startswith(_WHOLE):
        return True
    proof, values = first.relation.proof or "", [p.figure.low for p in follows]
    if " + " in proof:
        if has_parts(claim) and any(v in {f.low for f in claim.told.figures} for v in values):
            return True
        return abs(sum(values) - claim.figure.low) < 1e-9
    told = claim.part in ("step", "left") or _COMPARES.search(claim.figure.text) is not None
    return " - " in proof and told and close(values[0] - values[1], claim.figure.low)


def _groups(claim: Claimed, pool: Pool) -> Iterator[tuple[list[Part], float]]:
    """Yield the figures of each sentence that speaks of the thing, then those of it and the one beside it."""
    near, wanted = [], pool.wanted(claim)
    for index, sentence in enumerate(pool.sentences):
        if not sentence.figures or not may_be_alike(wanted, sentence, SPEAKS_OF_IT):
            continue
        score = max(alike(wanted, sentence, f) for f in sentence.figures[:MOST_FIGURES])
        if score >= SPEAKS_OF_IT:
            near.append((score, index))
    for score, index in sorted(near, reverse=True)[:5]:
        yield _parts(pool.sentences[index]), score
    for score, index in sorted(near, reverse=True)[:3]:
        for other in [*pool.sentences[index + 1 : index + 2], *pool.sentences[max(0, index - 1) : index]]:
            if other.article_id == pool.sentences[index].article_id and other.figures:
                yield _parts(pool.sentences[index]) + _parts(other), score


def _parts(sentence: SourceSentence) -> list[Part]:
    plain = [f for f in sentence.figures if f.kind == "quantity" and (f.low == f.high or is_span(f))]
    return [Part(sentence, end) for f in plain[:MOST_FIGURES] for end in _ends(f)]


def _ends(figure: Figure) -> list[Figure]:
    """Take "from 40 to 60" as two figures that stand in one place."""
    values = dict.fromkeys((figure.low, figure.high))
    return [figure.model_copy(update={"low": v, "high": v}) for v in values]


Result = tuple[tuple[Part, ...], float, str, Reason]


def _results(claimed: Claimed, words: str, parts: list[Part], told: Counter[float]) -> Iterator[Result]:
    """Yield everything that the parts come to and that is of the claim's kind."""
    claim = claimed.figure
    if as_percent(claim) is not None:
        yield from _percent(claim, parts)
        yield from _rest(parts) if claim.change is None else ()
    elif claim.unit == "times":
        yield from _multiple(claim, parts)
    elif claim.kind == "quantity" and claim.low == claim.high:
        same = [p for p in parts if (s := scale_to(claim, p.figure)) and s.alike >= LIKE and not s.converted]
        if _SUM.search(words) or has_parts(claimed):
            yield from _sums(same)
        elif significant(claim.text) >= 3 and claim.bound == "=":
            yield from _told_sums(same, told)
            yield from _side_by_side(same)
        elif claim.low > LEAST_SUM:
            yield from _told_sums(same, told)
        if claim.unit in _POINTS:
            yield from _differences([p for p in parts if p.figure.unit == "percent"], _POINTS[claim.unit])
        if claim.unit not in SHARES and (claimed.part == "step" or _DIFFERENCE.search(words)):
            yield from _differences(same)


def has_parts(claim: Claimed) -> bool:
    """Whether the draft tells a part right behind the figure: "37 people, 26 of them in Leeds"."""
    return _PARTS.match(claim.told.after) is not None


def _pairs(parts: list[Part]) -> Iterator[tuple[Part, Part]]:
    """Yield pairs that count alike."""
    for one, other in permutations(parts, 2):
        scale = scale_to(one.figure, other.figure)
        if scale and scale.alike >= LIKE and not scale.converted and one.figure.low and other.figure.low:
            yield one, other


def _percent(claim: Figure, parts: list[Part]) -> Iterator[Result]:
    """Yield shares, or where the claim is a rise or fall, changes in percent."""
    moved = claim.change is not None
    for one, other in _pairs(
        [p for p in parts if p.figure.unit != "year of age" and (moved or p.figure.unit != "percent")]
    ):
        a, b = one.figure.low, other.figure.low
        if claim.change is not None and (b > a) == (claim.change == "up") and a != b:
            yield (
                (one, other),
                abs(b - a) / a * 100,
                f"({plain(b)} - {plain(a)}) / {plain(a)} = {(b - a) / a * 100:.3g} %",
                Reason.FIGURE_DERIVED,
            )
        elif claim.change is None and 1 < a < b:
            yield (
                (one, other),
                100 * a / b,
                f"{plain(a)} / {plain(b)} = {100 * a / b:.3g} %",
                Reason.FIGURE_DERIVED,
            )
    if claim.change is not None:
        yield from _points_for_percent(parts, claim.change == "up")


_REST = re.compile(r"\b(?:rest|remaining|remainder|others|undecided|unsure)\b")
_WHOLE = "100 - "


def _rest(parts: list[Part]) -> Iterator[Result]:
    """Yield what a sentence leaves of a hundred percent, where it speaks of the rest."""
    shares = [p for p in parts if p.figure.unit == "percent"]
    if len(shares) < 2 or not _REST.search(shares[0].sentence.text.lower()):
        return
    left = 100 - sum(p.figure.low for p in shares)
    if left > 0:
        proof = _WHOLE + " - ".join(plain(p.figure.low) for p in shares) + f" = {plain(left)}"
        yield tuple(shares), left, proof, Reason.FIGURE_DERIVED


def _points_for_percent(parts: list[Part], rose: bool) -> Iterator[Result]:
    """Yield the points between two shares, which a text may not call percent."""
    for one, other in _pairs([p for p in parts if p.figure.unit == "percent"]):
        a, b = one.figure.low, other.figure.low
        if a != b and (b > a) == rose:
            proof = f"from {plain(a)} to {plain(b)} percent is {plain(abs(b - a))} percentage points"
            yield (one, other), abs(b - a), proof, Reason.FIGURE_POINTS


def _multiple(claim: Figure, parts: list[Part]) -> Iterator[Result]:
    for one, other in _pairs(parts):
        a, b = one.figure.low, other.figure.low
        yield (one, other), b / a, f"{plain(b)} / {plain(a)} = {b / a:.3g}", Reason.FIGURE_DERIVED


def _sums(parts: list[Part]) -> Iterator[Result]:
    for size in (2, 3, 4):
        for group in combinations(parts, size):
            values = [p.figure.low for p in group]
            proof = " + ".join(f"{plain(v)}" for v in values) + f" = {plain(sum(values))}"
            yield group, sum(values), proof, Reason.FIGURE_DERIVED


def _told_sums(parts: list[Part], told: Counter[float]) -> Iterator[Result]:
    """Yield the sums of values that the draft's sentence tells as well, each as often as it does."""
    for result in _sums([p for p in parts if p.figure.low in told]):
        if Counter(p.figure.low for p in result[0]) <= told:
            yield result


def _side_by_side(parts: list[Part]) -> Iterator[Result]:
    """Yield the sums of two values with nothing but an "and" between: "187 passengers and 12 crew"."""
    for result in _sums(parts):
        used = result[0]
        if len(used) == 2 and used[0].sentence is used[1].sentence:
            between = used[0].sentence.text[used[0].figure.end : used[1].figure.start]
            if between.strip() in ("and", "plus"):
                yield result


def _differences(parts: list[Part], times: float = 1.0) -> Iterator[Result]:
    for one, other in _pairs(parts):
        a, b = one.figure.low, other.figure.low
        if a > b:
            proof = f"{plain(a)} - {plain(b)} = {plain(a - b)}"
            yield (one, other), round((a - b) * times, 9), proof, Reason.FIGURE_DERIVED
