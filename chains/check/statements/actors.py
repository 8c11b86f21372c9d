"""Another person's name for who did it: "Otieno asked the minister to resign", where in the source Kimani did."""

from __future__ import annotations

from math import fsum

from presscheck.chains.check.contrasts.contrast import Contrast, ordered
from presscheck.chains.check.contrasts.roles import Roles, roles_of
from presscheck.chains.check.statements.ground import Ground
from presscheck.chains.check.statements.pronouns import persons
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, Words
from presscheck.reasons import Reason

REST = 0.9
"""The share of the statement but for the name that the source's sentence must have."""
LEAST = 3
"""Words with content that the statement must have beside the name."""
_SOMEBODY = frozenset("he she they who i we".split())


def another_actor(claim: Words, ground: Ground) -> tuple[Contrast, int] | None:
    """Return what differs, and the number of the sentence that tells of another person what is told of one."""
    if not ground.surnames & claim.vocabulary:
        return None
    for deed in roles_of(claim).values():
        names = _whole_name(claim, deed, ground)
        if not names or _does_too(claim.lemmas[deed.verb], names, ground):
            continue
        for number in _tell_the_rest(claim, names, ground):
            words = ground.sentences[number]
            place = _done_by(claim.lemmas[deed.verb], words)
            if place is not None:
                return _contrast(claim, deed, words, place), number
    return None


def _whole_name(claim: Words, deed: Roles, ground: Ground) -> set[str]:
    """Return the words of the name of who does it, if the sources name a person so."""
    surname = next((w for w in deed.actor if w in ground.surnames and claim.kinds[deed.actor[w]] is NAME), None)
    if surname is None:
        return set()
    whole = (name for _, name in persons(claim) if claim.lemmas[name.stop - 1] == surname)
    return {surname, *(claim.lemmas[i] for name in whole for i in name)}


def _does_too(verb: str, names: set[str], ground: Ground) -> bool:
    """Whether a sentence that has the name, or the one behind it, has the verb as well."""
    return any(
        names & ground.sets[n] and any(_has(verb, words) for words in ground.sentences[n : n + 2])
        for n in range(len(ground.sets))
    )


def _has(verb: str, words: Words) -> bool:
    return verb in words.vocabulary or bool(lexicon.alike(verb) & words.vocabulary)


def _tell_the_rest(claim: Words, names: set[str], ground: Ground) -> list[int]:
    """Return the sentences that lack the name and have nearly all else."""
    rest = {claim.lemmas[i]: claim.weights[i] for i in claim.content if claim.lemmas[i] not in names}
    least = REST * fsum(rest.values())
    if len(rest) < LEAST:
        return []
    return [
        n
        for n, known in enumerate(ground.sets)
        if not names & known and fsum([rest[w] for w in rest.keys() & known]) >= least
    ]


def _done_by(verb: str, words: Words) -> tuple[int, int] | None:
    """Return the places of the only person named in a sentence and of the verb, where the person does it."""
    named = list(persons(words))
    verbs = [i for i, lemma in enumerate(words.lemmas) if lemma == verb]
    if len(named) != 1 or len(verbs) != 1:
        return None
    first, last, at = named[0][1].start, named[0][1].stop - 1, verbs[0]
    by = first > at and "by" in words.forms[at + 1 : first]
    other = last < at and any(form in _SOMEBODY and words.clauses[i] == words.clauses[at] for i, form in enumerate(words.forms[:at]))
    return (last, at) if by or (last < at and not other) else None


def _contrast(claim: Words, deed: Roles, words: Words, place: tuple[int, int]) -> Contrast:
    mine = ordered(*deed.actor.values(), deed.verb)
    told = f"In the source it is “{words.span(place[0], place[0])}” that does it"
    return Contrast(Reason.STATEMENT_ROLE, mine, ordered(*place), told)
