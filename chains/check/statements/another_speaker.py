"""Another person's name for who said it: "Otieno said the dam was safe", where in the source Kimani did."""

from __future__ import annotations

from typing import NamedTuple

from presscheck.chains.check.contrasts.contrast import Contrast, ordered
from presscheck.chains.check.statements.actors import is_person
from presscheck.chains.check.statements.ground import Ground, holding
from presscheck.chains.check.statements.pronouns import GIVEN, resolved
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, STOP, Words
from presscheck.reasons import Reason
from presscheck.text.common_words import DETERMINERS, PREPOSITIONS, SUBORDINATORS

REST = 0.9
"""The share of the statement but for who says so that the source's sentence must have."""
LEAST = 4
"""Words with content that must be said."""
TOO = 0.6
"""The share of it that somebody may have said as well, in another sentence."""
BACK = 4
"""Sentences before it in which whoever says it may be named."""
_SAYING = frozenset(
    """say tell add argue warn insist claim announce suggest believe think note write acknowledge concede admit predict
    promise pledge vow declare maintain explain report reveal stress""".split()
)
_AUXILIARIES = frozenset("has have had also later then".split())
_NO_PERSON = DETERMINERS | {"and", "or", "with"}
"""What stands before a people ("the Frenchman"), or before the second of two."""

_GOVERNING = PREPOSITIONS - SUBORDINATORS
"""What stands before a name that somebody else is told by: "Holt, an aide to Ott, said"."""


class Said(NamedTuple):
    """Who says something: the places of the name and of the verb."""

    first: int
    last: int
    verb: int


def another_speaker(claim: Words, ground: Ground) -> tuple[Contrast, int, Words] | None:
    """Return what differs, the number of the sentence in which another person says it, and its words."""
    mine = _speaker(claim, ground)
    if mine is None or not is_person(claim.lemmas[mine.last], ground):
        return None  # an official may speak for a company, and a company through its chief
    name = {claim.lemmas[i] for i in range(mine.first, mine.last + 1)}
    rest = {claim.lemmas[i]: claim.weights[i] for i in claim.content if i > mine.verb}
    if len(rest) < LEAST or _says_too(name, rest, ground):
        return None
    for number in holding(rest, ground, REST):
        for words in (ground.sentences[number], resolved(ground.sentences, number)):
            theirs = (_person(words, ground) or _other_pronoun(claim, mine, words)) if words else None
            if words and theirs and not name & words.vocabulary:
                return _contrast(mine, words, theirs), number, words
    return None


def _person(words: Words, ground: Ground) -> Said | None:
    said = _speaker(words, ground)
    return said if said and is_person(words.lemmas[said.last], ground) else None


def unnamed_speaker(claim: Words, ground: Ground, number: int) -> bool:
    """Tell whether neither a sentence in which somebody says it nor those before it name whom the statement has say it."""
    mine, words = _speaker(claim, ground), ground.sentences[number]
    if mine is None or _SAYING.isdisjoint(words.lemmas):
        return False
    return not any(
        claim.lemmas[mine.last] in known for known in ground.sets[max(0, number - BACK) : number + 1]
    )


def _other_pronoun(claim: Words, mine: Said, words: Words) -> Said | None:
    """Return the "she" that says so, where the statement names a man, or the other way round."""
    given = claim.forms[mine.first]
    verb = next((i for i, lemma in enumerate(words.lemmas) if lemma in _SAYING), 0)
    fitting = GIVEN.get(words.forms[verb - 1]) if verb else None
    named = mine.first < mine.last and any(given in names for names in GIVEN.values())
    return Said(verb - 1, verb - 1, verb) if fitting and named and given not in fitting else None


def _contrast(mine: Said, words: Words, theirs: Said) -> Contrast:
    told = f"In the source it is “{words.span(theirs.first, theirs.last)}” that says so"
    here, there = ordered(mine.first, mine.verb), ordered(theirs.first, theirs.verb)
    return Contrast(Reason.STATEMENT_ROLE, here, there, told)


def _speaker(words: Words, ground: Ground) -> Said | None:
    """Return the one person right before the first verb of saying; a lone word is one where the sources name one so."""
    verb = next((i for i, lemma in enumerate(words.lemmas) if lemma in _SAYING), 0)
    last = verb - 1
    while last > 0 and words.forms[last] in _AUXILIARIES:
        last -= 1
    first = last
    while first > 0 and _is_name(words, first - 1) and words.clauses[first - 1] == words.clauses[last]:
        first -= 1
    if last < 0 or words.kinds[last] is not NAME or (first > 0 and words.forms[first - 1] in _NO_PERSON):
        return None
    if first > 0 and words.forms[first - 1] in _GOVERNING:
        return None
    person = first < last or not lexicon.known(words.lemmas[last]) or is_person(words.lemmas[last], ground)
    return Said(first, last, verb) if person else None


def _is_name(words: Words, place: int) -> bool:
    plain = words.kinds[0] is STOP or words.forms[0] in SUBORDINATORS
    begins = place == 0 and not plain and words.text[words.starts[0]].isupper()
    return words.kinds[place] is NAME or begins


def _says_too(name: set[str], rest: dict[str, float], ground: Ground) -> bool:
    """Whether a sentence has much of it that names the person, or stands beside one that does."""
    around = (set().union(*ground.sets[max(0, n - 1) : n + 1]) for n in holding(rest, ground, TOO))
    return any(name & near for near in around)
