"""What may be, is planned or was only asked for in the source, told as fact."""

from __future__ import annotations

from collections.abc import Iterator

from presscheck.chains.check.align import Alignment
from presscheck.chains.check.contrast import COVER, Contrast
from presscheck.chains.check.cues import ASKED, HEDGES, INTENTIONS, is_hedge
from presscheck.chains.check.negation import same_stretch, turned_word
from presscheck.chains.check.reading import NAME, Words
from presscheck.reasons import Reason


def modality(alignment: Alignment) -> Iterator[Contrast]:
    """Yield what may be, is planned or alleged in the source, told as fact."""
    claim, source = alignment.claim, alignment.source
    if alignment.cover < COVER or source.text.rstrip().endswith("?"):
        return
    for j in hedges(source):
        turned = turned_word(source, j, alignment.here)
        if j in alignment.here or turned is None:
            continue
        i = alignment.here[turned]
        if source.forms[j] == "to" and claim.forms[i] == source.forms[turned]:
            continue
        if not _hedged(alignment, i) and same_stretch(source, turned, claim, i, alignment.here):
            told = f"The source has “{source.span(j, turned)}”, told here as a fact"
            yield Contrast(Reason.STATEMENT_MODALITY, (i, i), (j, turned), told)
            return


def hedges(words: Words) -> Iterator[int]:
    """Yield the places of the words that tell what follows as possible, planned or alleged."""
    for i, form in enumerate(words.forms):
        follows = words.forms[i + 1] if i + 1 < len(words) else ""
        month = form == "may" and words.kinds[i] is NAME
        hedge = form in HEDGES and not month and not follows[:1].isdigit()
        if hedge or (words.lemmas[i] in INTENTIONS and follows == "to") or _asked_for(words, i):
            yield i


def _asked_for(words: Words, place: int) -> bool:
    """Whether "to" tells what somebody is only asked to do: "urged the government to approve"."""
    before = range(max(0, place - 7), place - 1)
    return words.forms[place] == "to" and any(
        words.lemmas[i] in ASKED and words.clauses[i] == words.clauses[place] for i in before
    )


def _hedged(alignment: Alignment, place: int) -> bool:
    """Whether the statement has a hedge of its own before this word."""
    claim = alignment.claim
    return any(
        is_hedge(claim.forms[i]) or is_hedge(claim.lemmas[i])
        for i in range(max(0, place - 6), min(len(claim), place + 3))
        if i not in alignment.there
    )
