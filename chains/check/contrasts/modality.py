"""What may be, is planned or was only asked for in the source, told as fact."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from presscheck.chains.check.contrasts.contrast import COVER, Contrast, Span
from presscheck.chains.check.contrasts.negation import MOVED, WHOLE, both_ways, enough, same_stretch
from presscheck.chains.check.contrasts.turning import turned_word
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words.cues import (
    ASKED,
    FIXED,
    HEDGES,
    INTENTIONS,
    PENDING,
    PONDERED,
    SETTLED,
    is_hedge,
)
from presscheck.chains.check.words.reading import STOP, WORD, Words
from presscheck.reasons import Reason
from presscheck.text.common_words import DETERMINERS


def modality(alignment: Alignment) -> Iterator[Contrast]:
    """Yield what may be, is planned or alleged in the source, told as fact."""
    claim, source = alignment.claim, alignment.source
    if not enough(alignment) or source.text.rstrip().endswith("?"):
        return
    _, here = both_ways(alignment)
    for j in hedges(source):
        turned = turned_word(source, j, here)
        if j in here or turned is None:
            continue
        i = here[turned]
        if source.forms[j] == "to" and claim.forms[i] == source.forms[turned]:
            continue
        if source.lemmas[j] in FIXED and {"will", "to"} & set(claim.forms[max(0, i - 2) : i]):
            continue
        if source.lemmas[j] in PONDERED and not _past(claim, i):
            continue
        least = 1.5 if alignment.cover >= WHOLE else 2.0
        if not _hedged(alignment, i, j) and same_stretch(source, turned, i, here, least):
            yield _as_fact(alignment, i, (j, turned))
            return
    yield from _in_place(alignment)
    yield from _foretold(alignment)
    yield from _settled(alignment)


def _as_fact(alignment: Alignment, place: int, theirs: Span) -> Contrast:
    told = f"The source has “{alignment.source.span(*theirs)}”, told here as a fact"
    return Contrast(Reason.STATEMENT_MODALITY, (place, place), theirs, told)


def _in_place(alignment: Alignment) -> Iterator[Contrast]:
    """Yield a hedge between words that are the same on both sides, where the statement has none or "will"."""
    uncertain = set(hedges(alignment.source))
    for mine, theirs in alignment.gaps():
        hedge = next((j for j in theirs if j in uncertain), None)
        plain = {alignment.claim.forms[i] for i in mine} <= _PLAIN | {"would"}
        small = all(j in uncertain or alignment.source.kinds[j] is STOP for j in theirs)
        if hedge is None or not (plain and small) or not alignment.verbatim_around(mine, theirs):
            continue
        agreed = alignment.source.lemmas[hedge] == "agree"
        if agreed and "will" in alignment.claim.forms[mine.start : mine.stop]:
            continue
        behind = alignment.here.get(theirs.stop)
        if behind is not None and not _hedged(alignment, behind, hedge):
            yield _as_fact(alignment, behind, (hedge, theirs.stop))
            return


def _foretold(alignment: Alignment) -> Iterator[Contrast]:
    """Yield what the source says will be done, or is still being done, told as done: "will sentence", "sentenced"."""
    claim, source = alignment.claim, alignment.source
    moved = alignment.elsewhere if alignment.held >= MOVED else {}
    there = alignment.there | moved
    for i, j in sorted(there.items()):
        base = source.forms[j] == source.lemmas[j] == claim.lemmas[i] and _past(claim, i)
        going_on = source.forms[j].endswith("ing") and _past(claim, i)
        if claim.kinds[i] is not WORD or not (base or going_on or _passive_past(alignment, i, j)):
            continue
        open_yet = _still if going_on else _will
        ahead = [k for k in range(max(0, j - 3), j) if open_yet(source, k)]
        if ahead and same_stretch(claim, i, j, there):
            yield _as_fact(alignment, i, (ahead[-1], j))
            return


def _passive_past(alignment: Alignment, i: int, j: int) -> bool:
    """Whether the source has "be notified" and the statement "was notified"."""
    claim, source = alignment.claim, alignment.source
    done = {"was", "were", "been"} & set(claim.forms[max(0, i - 2) : i])
    before = set(claim.forms[max(0, i - 4) : i])
    be = "be" in source.forms[max(0, j - 2) : j]
    return claim.forms[i] == source.forms[j] and be and bool(done) and not before & _OPEN


def _will(words: Words, place: int) -> bool:
    """Whether a word tells what will be: "will", or the "would" of what somebody said."""
    form = words.forms[place]
    return form in ("will", "shall") or (form == "would" and bool(_SAID & set(words.lemmas[:place])))


def _still(words: Words, place: int) -> bool:
    """Whether a word tells that something goes on: "are still assessing"."""
    return words.forms[place] == "still"


def _past(words: Words, place: int) -> bool:
    """Whether a word is a verb told as past or done, with no "will" or "to" before it."""
    form, before = words.forms[place], set(words.forms[max(0, place - 4) : place])
    return form != words.lemmas[place] and not form.endswith(("ing", "s")) and not before & _OPEN


def _settled(alignment: Alignment) -> Iterator[Contrast]:
    """Yield what is considered, discussed or proposed in the source, told as passed or signed."""
    claim, source = alignment.claim, alignment.source
    for mine, theirs in alignment.gaps():
        for i in (k for k in mine if claim.lemmas[k] in SETTLED):
            for j in theirs:
                principle = source.lemmas[j] == "agree" and "principle" in source.forms[j : j + 3]
                if not (principle or source.lemmas[j] in PENDING) or alignment.cover_without(i) < COVER:
                    continue
                if not set(claim.forms[max(0, i - 4) : i]) & _OPEN and not _hedged(alignment, i, j):
                    yield _as_fact(alignment, i, (j, j))
                    return


_PLAIN = frozenset("will is are was were be has have had do does did".split())
"""Words that tell a fact, in the place of a hedge."""
_MAY = frozenset("may might could".split())
_SAID = frozenset("say announce promise pledge vow tell predict warn".split())
_OPEN = frozenset("will would shall may might could can should must to be not never no".split())
"""Words before a verb that tell it as less than done."""


@lru_cache(maxsize=1024)
def hedges(words: Words) -> tuple[int, ...]:
    """Return the places of the words that tell what follows as possible, planned or alleged."""
    return tuple([i for i in range(len(words)) if _is_hedge(words, i)])


def _is_hedge(words: Words, place: int) -> bool:
    form = words.forms[place]
    follows = words.forms[place + 1] if place + 1 < len(words) else ""
    if (form == "could" and follows == "not") or _no_hedge(words, place):
        return False
    if form in HEDGES and not follows[:1].isdigit() and not (form == "may" and _is_month(words, place)):
        return True
    pondered = words.lemmas[place] in PONDERED and form.endswith("ing")
    return pondered or _intended(words, place, follows) or _asked_for(words, place)


def _no_hedge(words: Words, place: int) -> bool:
    """Whether "likely" only compares, "twice as likely to", or "may" only concedes, "may be old, but …"."""
    form, before = words.forms[place], words.forms[max(0, place - 1) : place]
    if form == "likely":
        return before in (["as"], ["more"], ["less"], ["equally"])
    behind = range(place + 1, len(words))
    turned = any(words.forms[k] == "but" and words.clauses[k] != words.clauses[place] for k in behind)
    return form == "may" and turned and words.forms[place + 1] in ("be", "have", "seem")


def _is_month(words: Words, place: int) -> bool:
    """Whether "May" is written as the month is."""
    return words.text[words.starts[place]].isupper() and not words.text.isupper()


def _intended(words: Words, place: int, follows: str) -> bool:
    """Whether a word tells what is planned: "due to open", not "due to the storm"."""
    behind = words.forms[place + 2 : place + 3]
    return words.lemmas[place] in INTENTIONS and follows == "to" and not DETERMINERS & set(behind)


def _asked_for(words: Words, place: int) -> bool:
    """Whether "to" tells what somebody is only asked to do: "urged the government to approve"."""
    before = range(max(0, place - 7), place - 1)
    return words.forms[place] == "to" and any(
        words.lemmas[i] in ASKED and words.clauses[i] == words.clauses[place] for i in before
    )


def _hedged(alignment: Alignment, place: int, theirs: int) -> bool:
    """Whether the statement has a hedge of its own before this word; what "may" be is none behind "would"."""
    claim, firm = alignment.claim, alignment.source.forms[theirs] in _MAY
    return any(
        (is_hedge(claim.forms[i]) or is_hedge(claim.lemmas[i]) or claim.forms[i] == "whether")
        and not (firm and claim.forms[i] == "would")
        for i in range(max(0, place - 6), min(len(claim), place + 3))
        if i not in alignment.there
    )
