"""Words of a statement that the sources lack, and what the sources have in their place: a synonym, another name, nothing.

A word stands in a *slot* if the words with content before and behind it stand close together in the sources too.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product

from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, NUMBER, STOP, WORD, Words

WIDE = 8
"""Words between the two sides of a slot, at most."""
PLACES = 60
"""Places of one word that are looked at."""
_KINSHIPS = ("opposite", "same", "up", "near", "sibling", "other")
_SLOTS = tuple(f"slot_{k}" for k in (*_KINSHIPS, "name", "number", "insert", "none"))
_KIN = ("kin_near", "kin_sibling", "kin_none", "kin_none_verb", "kin_none_noun", "kin_none_modifier")
_BEFORE_VERB = frozenset("to will would can could may might not".split())
_BEFORE_NOUN = frozenset("the a an of his her its their this that".split())


def substitutes(claim: Words, ground: Ground, local: set[str]) -> dict[str, float]:
    """Return how many absent words stand in what kind of slot, and how they are akin to the words of the evidence."""
    found = dict.fromkeys((*_SLOTS, *_KIN), 0.0)
    content = claim.content
    mine = {claim.lemmas[i] for i in content}
    there = [stands(claim, i, ground) for i in content]
    theirs = local - mine
    for at, place in enumerate(content):
        if there[at]:
            continue
        slot = _slot(claim, content, there, at, ground, mine)
        for name in (*_kin(claim, place, ground, theirs), *([slot] if slot else [])):
            found[name] += 1
    return found


def stands(claim: Words, place: int, ground: Ground) -> bool:
    """Tell whether a word stands in the sources, as it is or in another form."""
    return claim.lemmas[place] in ground.vocabulary or claim.forms[place] in ground.places


def _kin(claim: Words, place: int, ground: Ground, theirs: set[str]) -> Iterator[str]:
    """Yield how a word is akin to the words of the evidence that the statement doesn't use."""
    lemma = claim.lemmas[place]
    if claim.kinds[place] is not WORD or ground.in_other_words(lemma)[0] in ("same", "derived"):
        return
    kinships = {lexicon.kinship(lemma, other) for other in theirs}
    closest = next((k for k in ("near", "sibling") if k in kinships), "none")
    yield f"kin_{closest}"
    if closest == "none":
        part = part_of_speech(claim, place)
        yield f"kin_none_{part if part in ('verb', 'noun') else 'modifier'}"


def _slot(
    claim: Words, content: list[int], there: list[bool], at: int, ground: Ground, mine: set[str]
) -> str | None:
    between = _between(claim, content, there, at, ground)
    if between is None:
        return "slot_none"
    inside = [j for j in between if ground.kinds[j] is not STOP and ground.lemmas[j] not in mine]
    if not inside:
        return "slot_insert"
    kind = claim.kinds[content[at]]
    if kind is not WORD:
        same_kind = any(ground.kinds[j] is kind for j in inside)
        return {NAME: "slot_name", NUMBER: "slot_number"}[kind] if same_kind else None
    kinships = {lexicon.kinship(claim.lemmas[content[at]], ground.lemmas[j]) for j in inside}
    return f"slot_{next(k for k in _KINSHIPS if k in kinships)}"


def _between(claim: Words, content: list[int], there: list[bool], at: int, ground: Ground) -> range | None:
    """Return the places in the sources between the nearest words on both sides, where those stand close together."""
    before = next((content[n] for n in range(at - 1, -1, -1) if there[n]), None)
    behind = next((content[n] for n in range(at + 1, len(content)) if there[n]), None)
    if before is None or behind is None or behind - before > WIDE:
        return None
    pairs = product(_places(claim, before, ground), _places(claim, behind, ground))
    near = [(q - p, p, q) for p, q in pairs if 0 < q - p <= WIDE + 1]
    if not near:
        return None
    _, first, last = min(near)
    return range(first + 1, last)


def _places(claim: Words, place: int, ground: Ground) -> Sequence[int]:
    return ground.places.get(claim.lemmas[place], [])[:PLACES]


def part_of_speech(claim: Words, place: int) -> str:
    """Return noun, verb, modifier or unknown: how the word is likely used here."""
    form, before = claim.forms[place], claim.lemmas[place - 1] if place else ""
    could = lexicon.parts(claim.lemmas[place])
    if not could:
        return "unknown"
    if "v" in could and (before in _BEFORE_VERB or form.endswith(("ed", "ing"))):
        return "verb"
    if "n" in could and before in _BEFORE_NOUN:
        return "noun"
    return {"n": "noun", "v": "verb"}.get(could[0], "modifier")
