"""One of several, or the second, told as the first of all: "the largest port" for "one of the largest ports"."""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.check.contrasts.contrast import COVER, Contrast, instead
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import Words
from presscheck.reasons import Reason
from presscheck.text.date_words import ORDINALS

_BACK = 5
"""Words before a superlative among which "one of" is looked for."""
_SUPERLATIVES = frozenset("best worst first last most least only".split())
_AMONG = frozenset(["among", "amongst"])
_ORDINALS = frozenset(ORDINALS) - {"first"}


def superlative(alignment: Alignment) -> Iterator[Contrast]:
    """Yield a superlative that the source has for one of several, or with a "second" before it."""
    claim, source = alignment.claim, alignment.source
    if alignment.cover < COVER:
        return
    for j, i in sorted(alignment.here.items()):
        first = _lowered(source, j) if _is_superlative(source, j) else None
        if first is None or _lowered(claim, i) is not None:
            continue
        if source.forms[first] in _ORDINALS or _told_of_one(alignment, i, j):
            told = f"“{claim.span(max(0, i - 1), i)}” stands where the source has “{source.span(first, j)}”"
            yield Contrast(Reason.STATEMENT_QUANTIFIER, (i, i), (first, j), told)
            return
    yield from _only(alignment)


def _only(alignment: Alignment) -> Iterator[Contrast]:
    """Yield "the only town" where the source has "one of the towns"."""
    claim, source = alignment.claim, alignment.source
    for j, i in sorted(alignment.here.items()):
        first = _lowered(source, j) if i > 0 and claim.forms[i - 1] == "only" else None
        if first is not None and source.forms[first] == "one" and _lowered(claim, i) is None:
            yield instead(Reason.STATEMENT_QUANTIFIER, alignment, i - 1, first, (i, j))
            return


def _is_superlative(words: Words, place: int) -> bool:
    form = words.forms[place]
    stems = (form[:-3], form[:-2], f"{form[:-4]}y", form[:-4])
    compared = form.endswith("est") and any("a" in lexicon.parts(s) for s in stems if len(s) > 1)
    return form in _SUPERLATIVES or compared


def _lowered(words: Words, place: int) -> int | None:
    """Return where the words begin that lower a superlative: "one of the", "among the", "second"."""
    for i in range(place - 1, max(-1, place - 1 - _BACK), -1):
        if words.clauses[i] != words.clauses[place]:
            return None
        if words.forms[i] in _AMONG or words.forms[i : i + 2] == ["one", "of"]:
            return i
        if i == place - 1 and words.forms[i] in _ORDINALS:
            return i
    return None


def _told_of_one(alignment: Alignment, i: int, j: int) -> bool:
    """Whether the source has a plural behind, the statement one thing: "ports", "port"."""
    claim, source = alignment.claim, alignment.source
    for k in range(j + 1, min(len(source), j + 5)):
        there = alignment.here.get(k)
        if there is not None and source.forms[k] != claim.forms[there] == source.lemmas[k]:
            return i < there <= i + 5
    return False
