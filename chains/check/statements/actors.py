"""Another person's name for who did it: "Otieno asked the minister to resign", where in the source Kimani did."""

from __future__ import annotations

from presscheck.chains.check.contrasts.contrast import Contrast, ordered
from presscheck.chains.check.contrasts.roles import Roles, roles_of
from presscheck.chains.check.statements.ground import Ground, holding
from presscheck.chains.check.statements.pronouns import persons
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, Words
from presscheck.reasons import Reason
from presscheck.text.common_words import PRONOUNS

REST = 0.9
"""The share of the statement but for the name that the source's sentence must have."""
LEAST = 3
"""Words with content that the statement must have beside the name."""


def another_actor(claim: Words, ground: Ground) -> tuple[Contrast, int] | None:
    """Return what differs, and the number of the sentence that tells of another person what is told of one."""
    for surname in dict.fromkeys(claim.lemmas[i] for i in claim.content if claim.kinds[i] is NAME):
        name = _whole_name(claim, surname)
        telling = _tell_the_rest(claim, name, ground) if is_person(surname, ground) else []
        deeds = roles_of(claim).values() if telling else ()
        for deed in (d for d in deeds if surname in d.actor):
            verb = claim.lemmas[deed.verb]
            found = ((n, _done_by(verb, ground.sentences[n])) for n in telling)
            number, place = next((f for f in found if f[1]), (0, None))
            if place and not _does_too(verb, name, ground):
                return _contrast(deed, ground.sentences[number], place), number
    return None


def _whole_name(claim: Words, surname: str) -> set[str]:
    """Return the words of a person's name in the statement."""
    whole = (name for name in persons(claim) if claim.lemmas[name.stop - 1] == surname)
    return {surname, *(claim.lemmas[i] for name in whole for i in name)}


def is_person(surname: str, ground: Ground) -> bool:
    """Whether the sources have it as the last word of a person's name."""
    places = ground.places.get(surname, ())
    numbers = dict.fromkeys(ground.owner[p] for p in places)
    told = (ground.sentences[n] for n in numbers)
    return any(words.lemmas[name.stop - 1] == surname for words in told for name in persons(words))


def _tell_the_rest(claim: Words, name: set[str], ground: Ground) -> list[int]:
    """Return the sentences that lack the name and have nearly all else."""
    rest = {claim.lemmas[i]: claim.weights[i] for i in claim.content if claim.lemmas[i] not in name}
    telling = holding(rest, ground, REST) if len(rest) >= LEAST else []
    return [n for n in telling if not name & ground.sets[n]]


def _does_too(verb: str, name: set[str], ground: Ground) -> bool:
    """Whether a sentence that has the name, or the one behind it, has the verb as well."""
    same = {verb, *lexicon.alike(verb)}
    return any(
        name & known and any(same & near for near in ground.sets[n : n + 2])
        for n, known in enumerate(ground.sets)
    )


def _done_by(verb: str, words: Words) -> tuple[int, int] | None:
    """Return the places of the only person named in a sentence and of the verb, where the person does it."""
    named = persons(words)
    if len(named) != 1 or words.lemmas.count(verb) != 1:
        return None
    first, last, at = named[0].start, named[0].stop - 1, words.lemmas.index(verb)
    if first > at:
        return (last, at) if "by" in words.forms[at + 1 : first] else None
    other = any(words.forms[i] in PRONOUNS and words.clauses[i] == words.clauses[at] for i in range(at))
    return None if other else (last, at)


def _contrast(deed: Roles, words: Words, place: tuple[int, int]) -> Contrast:
    mine = ordered(*deed.actor.values(), deed.verb)
    told = f"In the source it is “{words.span(place[0], place[0])}” that does it"
    return Contrast(Reason.STATEMENT_ROLE, mine, ordered(*place), told)
