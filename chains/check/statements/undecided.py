"""What the sources tell as tried or threatened only, told as done: "an attempt to sell", "faces a ban"."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.chains.check.contrasts.modality import hedges
from presscheck.chains.check.statements.unlike import Unlike, alike
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.cues import BELIEVED, INTENTIONS
from presscheck.chains.check.words.reading import WORD, Words

_TRIES = frozenset("attempt bid effort plan proposal offer hope threat motion request".split())
_THREATENED = frozenset(["face", "risk"])
_OPEN = frozenset("will would can could should if face faces faced facing to".split())
REACH = 6
"""Words behind a try or threat among which the deed is told."""


def only_tried(claim: Words, told: Sequence[Words]) -> Unlike | None:
    """Return a deed told as done that the sources have only behind an "attempt to" or a "faces"."""
    if hedges(claim) or (INTENTIONS | BELIEVED | _TRIES) & set(claim.lemmas):
        return None
    done = {claim.lemmas[i]: i for i in claim.content if _is_done(claim, i)}
    for words in told if done else ():
        for j, lemma in enumerate(words.lemmas):
            place = _tried(words, j) if lemma in _TRIES else None
            if place is None and lemma in _THREATENED and words.kinds[j] is WORD:
                place = _threatened(words, j, done)
            same = alike(words.lemmas[place]) & done.keys() if place is not None else set()
            if same and place is not None and not _done_too(min(same), told):
                mine = done[min(same)]
                return Unlike(f"The source has “{words.span(j, place)}”", words, (mine, mine), (j, place))
    return None


def _done_too(lemma: str, told: Sequence[Words]) -> bool:
    """Whether a sentence has the deed as done as well."""
    return any(words.lemmas[k] == lemma and _is_done(words, k) for words in told for k in range(len(words)))


def _is_done(claim: Words, place: int) -> bool:
    """Whether a word is a verb told as done."""
    form, before = claim.forms[place], claim.forms[max(0, place - 4) : place]
    verb = claim.kinds[place] is WORD and "v" in lexicon.parts(claim.lemmas[place])
    past = form != claim.lemmas[place] and not form.endswith(("ing", "s"))
    return verb and past and _OPEN.isdisjoint(before)


def _tried(words: Words, place: int) -> int | None:
    """Return the place of the verb behind the "to" of "an attempt was made to sell"."""
    near = range(place + 1, min(len(words) - 1, place + REACH))
    return next((k + 1 for k in near if words.forms[k] == "to" and words.kinds[k + 1] is WORD), None)


def _threatened(words: Words, place: int, done: dict[str, int]) -> int | None:
    """Return the place of the noun of a deed behind "faces": "faces a ban"."""
    near = range(place + 1, min(len(words), place + REACH))
    nouns = (k for k in near if words.kinds[k] is WORD and words.forms[k] == words.lemmas[k])
    return next((k for k in nouns if alike(words.lemmas[k]) & done.keys()), None)
