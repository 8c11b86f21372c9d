"""Signals of what the sources lack: how many words of which kind, and which words they are."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.chains.check.statements.aliases import given_names, peoples
from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.support.substitutes import part_of_speech, stands
from presscheck.chains.check.words.reading import NAME, NUMBER, STOP, WORD, Words

LACKED, FAR, SMALL = "word:", "far:", "small:"
"""Before a word: the sources lack it; they have it elsewhere; the evidence lacks this word without content."""
WORDS = (LACKED, FAR, SMALL)
_KINDS = {WORD: "word", NAME: "name", NUMBER: "number"}
_MISSING = (
    *(f"{how}_{part}" for how in ("missing", "reworded") for part in ("noun", "verb", "modifier", "unknown")),
    *(
        "missing_name",
        "missing_number",
        "far_word",
        "far_name",
        "far_number",
        "derived",
        "broader",
        "narrower",
    ),
    *("other_words", "opposite", "missing_weight", "rarest_missing", "far_weight"),
)


def missing(claim: Words, ground: Ground, local: set[str]) -> dict[str, float]:
    """Return how many words the sources lack or have elsewhere, by kind, and how much they weigh."""
    found = dict.fromkeys(_MISSING, 0.0)
    total = sum(claim.weights) or 1.0
    given, lands = given_names(claim, ground), peoples(claim, ground)
    found["missing_given"], found["missing_people"] = float(len(given)), float(len(lands))
    for i in claim.content:
        if i in given or i in lands:
            continue
        lemma, weight = claim.lemmas[i], claim.weights[i]
        opposite = lemma not in local and ground.opposite(lemma, local) is not None
        found["opposite"] += opposite
        if lemma in ground.vocabulary or claim.forms[i] in ground.places:
            if lemma not in local:
                found[f"far_{_KINDS[claim.kinds[i]]}"] += 1
                found["far_weight"] += weight / total
            continue
        how = _how(claim, i, ground)
        part = part_of_speech(claim, i) if claim.kinds[i] is WORD else _KINDS[claim.kinds[i]]
        found[f"{how}_{part}" if f"{how}_{part}" in found else how] += 1
        found["other_words"] += how == "reworded" and not opposite
        if how in ("missing", "narrower"):
            found["missing_weight"] += weight / total
            found["rarest_missing"] = max(found["rarest_missing"], weight)
    found["names_and_numbers_there"] = float(not found["missing_name"] and not found["missing_number"])
    return found


def _how(claim: Words, place: int, ground: Ground) -> str:
    """Return how the sources have a word that doesn't stand in them."""
    lemma = claim.lemmas[place]
    relation = ground.in_other_words(lemma)[0] if claim.kinds[place] is WORD else ""
    if relation in ("same", "derived"):
        return "reworded" if relation == "same" else "derived"
    if claim.kinds[place] is WORD and lemma in ground.general:
        return "broader"
    return "narrower" if relation == "up" else "missing"


def absent_words(claim: Words, ground: Ground, best: Sequence[int], local: set[str]) -> dict[str, float]:
    """Return the words themselves that the evidence lacks, names and numbers left out: "word:fail", "small:only"."""
    beside = {m for n in best for m in (n - 1, n, n + 1) if 0 <= m < len(ground.sentences)}
    forms = {form for n in beside for form in ground.sentences[n].forms}
    found = {}
    for i, kind in enumerate(claim.kinds):
        if kind is STOP and claim.forms[i] not in forms:
            found[f"{SMALL}{claim.forms[i]}"] = 1.0
        elif kind is WORD and not stands(claim, i, ground):
            found[f"{LACKED}{claim.lemmas[i]}"] = 1.0
        elif kind is WORD and claim.lemmas[i] not in local:
            found[f"{FAR}{claim.lemmas[i]}"] = 1.0
    return found
