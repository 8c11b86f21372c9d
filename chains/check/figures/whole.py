"""A part told as the whole: "all 70 drones were shot down" where a source has "51 of 70 drones"."""

from __future__ import annotations

import re

from presscheck.chains.check.figures.claimed import terms
from presscheck.chains.check.figures.heads import heads
from presscheck.chains.check.figures.relation import Relation
from presscheck.chains.check.figures.rounding import close
from presscheck.chains.check.figures.told import Told
from presscheck.reasons import Reason
from presscheck.text.mentions import Figure

_ALL = re.compile(
    r"(?<!almost )(?<!nearly )(?<!virtually )(?<!not )\b(?:all|every one|each)\s+(?:of\s+)?(?:the\s+|its\s+|their\s+|his\s+|her\s+|those\s+|these\s+)?$"
)
_WORDS_BEFORE = re.compile(r"([a-z'-]+\s+(?!and\s|or\s)[a-z'-]+)\s+$")
_OWN_WORDS = 0.6
"""So many of the draft's words must stand in the source's sentence for it to speak of the same thing."""


def is_part_as_whole(claim: Told, source: Told) -> bool:
    """Whether the draft tells of the whole what the source tells of a part of it."""
    if claim.figure.kind != "quantity":
        return False
    if source.figure.kind == "ratio":
        return _of_ratio(claim, source)
    return _says_all(claim) and any(_is_part(claim, source, f) for f in source.figures)


def _of_ratio(claim: Told, source: Told) -> bool:
    """Hold "70 drones" against "51 of 70 drones", where both are told with "all" or behind the same two words."""
    ratio = source.figure
    if not ratio.low < ratio.high or not close(claim.figure.low, ratio.high):
        return False
    ours, theirs = (_WORDS_BEFORE.search(t.before) for t in (claim, source))
    if ours and theirs and ours[1] == theirs[1]:
        return True
    if _says_all(claim) and theirs and _ALL.sub("", claim.before).split()[-1:] == theirs[1].split()[-1:]:
        return True
    words = {t.word for t in terms(claim.sentence)} - {t.word for t in terms(claim.figure.text)}
    present = {t.word for t in terms(source.sentence)}
    return _says_all(claim) and len(words & present) >= _OWN_WORDS * len(words)


_LEFT_OVER = re.compile(
    r"\b(?:not|rest|remain(?:s|ing|ed)?|left|still|other|others|without|acquitted|cleared|stayed|survived|through|escaped|failed|missing|have yet|keep|keeps|kept|retain|retains|retained)\b|n't\b"
)


def rest_of(claim: Told, source: Told) -> Relation | None:
    """Return the relation of what a ratio leaves: "six counts" or "six of 23" for "guilty on 17 of 23 counts"."""
    ours, ratio = claim.figure, source.figure
    if ratio.kind != "ratio" or ours.kind not in ("ratio", "quantity") or not ratio.low < ratio.high:
        return None
    rest = ratio.high - ratio.low
    whole = ours.kind == "quantity" or close(ours.high, ratio.high)
    excepted = source.before.endswith("all but ")
    if not whole or not close(ours.low, rest) or not (excepted or _LEFT_OVER.search(claim.folded)):
        return None
    return Relation(Reason.FIGURE_DERIVED, 0.9, f"{ratio.high:g} - {ratio.low:g} = {rest:g}")


def _says_all(told: Told) -> bool:
    return _ALL.search(told.before) is not None


def _is_part(claim: Told, source: Told, part: Figure) -> bool:
    """Whether a smaller figure of the source's sentence is what the draft's words tell ("70, of which 51 were shot down")."""
    noun = part.unit if " of " in part.text else ""
    if part.kind != "quantity" or part.unit not in ("", source.figure.unit, noun):
        return False
    if part.low >= source.figure.low:
        return False
    words = {t.word for t in terms(claim.sentence)}
    own, of_part = heads(source), heads(source._replace(figure=part))
    others = [heads(source._replace(figure=f)) for f in source.figures if f not in (part, source.figure)]
    told = {w for w in (*of_part, noun) if w}
    return bool(told) and told <= words and not told & set(own) and not any(words & set(o) for o in others)
