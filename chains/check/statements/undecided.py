"""What the sources tell as tried, threatened or still to be done, told as done: "an attempt to sell", "faces a ban"."""

from __future__ import annotations

from collections.abc import Sequence

from presscheck.chains.check.contrasts.modality import hedges
from presscheck.chains.check.statements.unlike import Unlike, alike
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.cues import ALLEGED, ASKED, BELIEVED, CHARGED, INTENTIONS
from presscheck.chains.check.words.reading import WORD, Words

_TRIES = frozenset("attempt bid effort plan proposal offer hope threat motion request".split())
_WILL = frozenset(["will", "would", "shall", "'ll"])
_REPORTEDLY = frozenset(
    "possibly perhaps allegedly reportedly apparently purportedly presumably probably potentially".split()
)
_SAID = ALLEGED | BELIEVED | CHARGED | frozenset("say report think seem appear suggest according".split())
_THREATENED = frozenset(["face", "risk"])
_OPEN = frozenset("will would can could should if face faces faced facing to".split())
_YET = frozenset("will would shall should must 'll".split())
"""Words before a verb by which it is still to be done."""
AHEAD = 12
"""Words before a verb among which these stand."""
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


def still_to_do(claim: Words, told: Sequence[Words]) -> Unlike | None:
    """Return a deed told as done that the sources only have behind "will" or "called on … to"."""
    if not _WILL.isdisjoint(claim.forms):
        return None
    for i in (k for k in claim.content if _is_done(claim, k)):
        places = [(w, j) for w in told for j, lemma in enumerate(w.lemmas) if lemma == claim.lemmas[i]]
        opened = [_opened(words, j) for words, j in places]
        if places and all(start is not None for start in opened):
            (words, j), start = places[0], opened[0] or 0
            return Unlike(f"The source has “{words.span(start, j)}”", words, (i, i), (start, j))
    return None


def only_reported(claim: Words, told: Sequence[Words]) -> Unlike | None:
    """Return what the sources tell with a "reportedly" or "possibly" right before it, told as a fact."""
    if hedges(claim) or not _WILL.isdisjoint(claim.forms) or _SAID & set(claim.lemmas):
        return None
    for words in told:
        for j, form in enumerate(words.forms[:-1]):
            if form in _REPORTEDLY and words.kinds[j + 1] is WORD and words.lemmas[j + 1] in claim.vocabulary:
                mine = claim.lemmas.index(words.lemmas[j + 1])
                return Unlike(f"The source has “{words.span(j, j + 1)}”", words, (mine, mine), (j, j + 1))
    return None


def _opened(words: Words, verb: int) -> int | None:
    """Return where the words begin by which a verb is still to be done; None where it is done."""
    by_doing = words.forms[verb].endswith("ing") and words.forms[verb - 1] == "by"
    if words.forms[verb] != words.lemmas[verb] and not by_doing:
        return None
    before = range(verb - 1, max(-1, verb - AHEAD), -1)
    return next((k for k in before if words.forms[k] in _YET or _asks(words, k)), None)


def _asks(words: Words, place: int) -> bool:
    """Whether somebody is asked to do what follows: "urged", "called on"."""
    called = words.lemmas[place] == "call" and words.forms[place + 1] in ("on", "for")
    return called or words.lemmas[place] in ASKED


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
