"""How a vote went, or a game: by what margin ("by 14 votes" for 212-198), whether it was carried, who was for it."""

from __future__ import annotations

import re
from typing import Literal

from presscheck.chains.check.figures.arithmetic import plain
from presscheck.chains.check.figures.levels import HEDGE
from presscheck.chains.check.figures.relation import Relation, relate
from presscheck.chains.check.figures.rounding import close
from presscheck.chains.check.figures.told import CLAUSE, Told
from presscheck.reasons import Reason

Outcome = Literal["carried", "lost", ""]

_UNITS = frozenset(["vote", "point", "goal", "run", ""])
_BY = re.compile(rf"\b(?:by|(?:margin|majority) of)\s+{HEDGE}")
_CONTEST = re.compile(
    r"\b(?:w[io]n|wins|winning|beat|beaten|beats|pass(?:ed|es)|carried|approved|adopted|defeat(?:ed|s)?|lost|loses|confirmed|rejected|backed"
    r"|victory|win|edged|triumph(?:ed)?|margin|majority)\b"
)
_MARGIN = re.compile(r"\s(?:margin|majority|win|victory|defeat|loss)\b")


def is_margin(told: Told) -> bool:
    """Whether a figure tells by how much a vote or a game was won or lost."""
    figure = told.figure
    if figure.kind != "quantity" or figure.low != figure.high or figure.unit not in _UNITS or figure.change:
        return False
    by = _BY.search(told.before) and _CONTEST.search(told.folded)
    return bool(by or _MARGIN.match(told.after))


def hold_margin(claim: Told, source: Told) -> Relation | None:
    """Hold a margin against a score, whose difference it must be where it is the only one, or against another margin."""
    figure = source.figure
    if figure.kind != "score":
        relation = relate(claim.figure, figure)
        return relation if relation and (relation.good or is_margin(source)) else None
    margin = abs(figure.high - figure.low)
    proof = f"{plain(max(figure.low, figure.high))} - {plain(min(figure.low, figure.high))} = {plain(margin)}"
    if close(claim.figure.low, margin):
        return Relation(Reason.FIGURE_DERIVED, 1.0, proof)
    alone = sum(f.kind == "score" for f in source.figures) == 1
    return Relation(Reason.FIGURE_VALUE, 1.0, proof) if alone and claim.figure.bound == "=" else None


_CARRIED = r"passed|approved|adopted|backed|confirmed|carried|upheld|endorsed|ratified|cleared|supported|approving|adopting|passing"
_LOST = r"rejected|defeated|failed|blocked|opposed|refused|voted down|threw out|thrown out|struck down|rejecting|defeating"
_VERB = re.compile(rf"\b(?:(?P<carried>{_CARRIED})|{_LOST})\b")
_SIDE = re.compile(
    r",?\s(?:(?:vote|votes|margin|majority)\s)?(?:(?P<carried>in favou?r|for\b|to (?:pass|approve|adopt|back|confirm|uphold|endorse|ratify|support))"
    r"|against\b|to (?:reject|defeat|block|oppose))"
)
_VOTED = re.compile(r"\bvoted\s(?:by\s)?$")


def outcome(told: Told) -> Outcome:
    """Return how a vote went by the words around its count; "" where they do not say."""
    first, second = told.figure.low, told.figure.high
    side = _SIDE.match(told.after)
    verb = side or _VERB.search(CLAUSE.split(told.before)[-1])
    if verb is not None and not verb["carried"]:
        return "lost"
    if first < second and (side or _VOTED.search(told.before)):
        return "lost"
    return "carried" if verb is not None else ""


_FOR_IT = r"in favou?r|backed|backing|supported|supporting|approved|said yes|voted (?:yes|for|in favou?r)|(?:for|yes)(?=[.,;)]|$|\s(?:and|to)\b)"
_AGAINST_IT = (
    r"against|opposed|opposing|rejected|rejecting|said no|voted (?:no|against)|no(?=[.,;)]|$|\s(?:and|to)\b)"
)
_SIDE_TAKEN = re.compile(rf"[^.,;:\d]{{0,40}}?\b(?:(?P<carried>{_FOR_IT})|{_AGAINST_IT})")
_NOT = re.compile(r"\b(?:not|never|nor)\b|n't\b")


def side(told: Told) -> Outcome:
    """Return which side a share or a number of voters took by the words behind it; "" where they do not say."""
    stop = min((f.start for f in told.figures if f.start >= told.figure.end), default=len(told.folded))
    match = _SIDE_TAKEN.match(told.folded, told.figure.end, stop)
    if match is None or _NOT.search(match[0]):
        return ""
    return "carried" if match["carried"] else "lost"


def other_side(claim: Told, source: Told) -> bool:
    """Whether the draft has for a thing those who are against it in the source, or the other way round."""
    if not claim.figure.kind == source.figure.kind == "quantity":
        return False
    ours, theirs = side(claim), side(source)
    return bool(ours and theirs) and ours != theirs


_VOTERS = frozenset(
    ["", *"vote member mp lawmaker legislator senator deputy representative delegate councillor".split()]
)


def side_of_vote(claim: Told, source: Told) -> Relation | None:
    """Hold "231 members voted for it" against "by 231 votes to 198", the greater number being for what was carried."""
    score = source.figure
    if score.kind != "score" or claim.figure.kind != "quantity" or claim.figure.unit not in _VOTERS:
        return None
    ours, theirs = side(claim), outcome(source)
    if not ours or claim.figure.low != claim.figure.high or claim.figure.low not in (score.low, score.high):
        return None
    winners = claim.figure.low == max(score.low, score.high)
    turned = bool(theirs) and winners != (ours == theirs)
    return Relation(Reason.FIGURE_DIRECTION if turned else Reason.FIGURE_MATCH, 0.9)


def other_outcome(claim: Told, source: Told) -> bool:
    """Whether a vote with the same count went the other way."""
    if claim.figure.kind != "score":
        return False
    ours, theirs = outcome(claim), outcome(source)
    return bool(ours and theirs) and ours != theirs
