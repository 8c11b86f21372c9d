"""Who does it, told by the name right before a verb: "Orvane apologised", where in the source Tessil did."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from presscheck.chains.check.contrasts.contrast import Span, ordered
from presscheck.chains.check.contrasts.roles import MUTUAL
from presscheck.chains.check.statements.unlike import Unlike, around
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, STOP, WORD, Words
from presscheck.text.common_words import AUXILIARIES, MODALS, PREPOSITIONS, PRONOUNS
from presscheck.text.cues import BE

_BETWEEN = frozenset(
    f"{AUXILIARIES}|{MODALS}".split("|")
    + "been be also now then since later still never not once already just only even both again first ever long must who".split()
)
"""Words between who does it and the verb, beside adverbs."""
_BEFORE = (PREPOSITIONS | {"to"}) - frozenset("after before since until as than like despite".split())
"""Words before a name that is not the one who does it: "the mayor of Orvane resigned"."""
_JOINING = frozenset("and of the".split())
_IF = frozenset("if unless whether".split())
_RELATIVE = frozenset("that which whom".split())
_COMPANY = frozenset("with alongside and".split())
"""Before somebody who may do it as well."""
SHOWN = 2
"""Sentences in which another one is looked for."""
REACH = 8
"""Words before a verb among which an "if" is looked for."""


class Done(NamedTuple):
    """A verb, whether it is told in the passive, the names right before it, and the places of these or of a pronoun."""

    verb: int
    passive: bool
    names: dict[str, int]
    who: Span


def another_does(claim: Words, told: Sequence[Words]) -> Unlike | None:
    """Return who does in the source what the statement tells of another whom the source names elsewhere."""
    named = {words.lemmas[i] for words in told for i in words.content if words.kinds[i] is NAME}
    for mine in (deed for deed in done(claim, named) if deed.names):
        found = _nearest(
            [(w, d) for w in told[:SHOWN] for d in done(w) if _same_deed(claim, mine, w, d)], claim, mine
        )
        if any(mine.names.keys() & theirs.names.keys() for _, theirs in found):
            continue
        for words, theirs in found:
            if _another(claim, mine, words, theirs):
                there = theirs.who
                shown = f"In the source it is “{words.span(*there)}” that does it"
                here = ordered(mine.verb, *mine.names.values())
                return Unlike(shown, words, here, ordered(theirs.verb, *there))
    return None


def _nearest(found: list[tuple[Words, Done]], claim: Words, mine: Done) -> list[tuple[Words, Done]]:
    """Return those of some deeds that share most words around them with the statement's, names of who does it left out."""
    near = around(claim, mine.verb, REACH) - mine.names.keys()
    shared = [len(near & around(w, d.verb, REACH) - d.names.keys()) for w, d in found]
    return [one for one, n in zip(found, shared, strict=True) if n == max(shared)]


def _another(claim: Words, mine: Done, words: Words, theirs: Done) -> bool:
    """Whether it is another one: either is named on the other side, where it can't be who does it."""
    if not theirs.names:
        return _object(words, theirs.verb, mine.names)
    if any(_same_deed(claim, mine, claim, d) and d.names.keys() & theirs.names.keys() for d in done(claim)):
        return False  # the statement has both do it
    apart = _stands_apart(words, theirs.verb, mine.names)
    return apart or _stands_apart(claim, mine.verb, theirs.names)


def done(words: Words, named: Collection[str] = ()) -> Iterator[Done]:
    """Yield the verbs of a sentence that a name or pronoun stands right before; `named` are words known as names."""
    for i, form in enumerate(words.forms):
        if not _may_be_verb(words, i):
            continue
        be = not BE.isdisjoint(words.forms[max(0, i - 3) : i])
        before = _before(words, i)
        beside = 0 <= before == i - 1 and words.kinds[before] is NAME
        if (form.endswith("ing") and not be and not beside) or _supposed(words, i):
            continue
        names = _names(words, before, named)
        if names or (before >= 0 and words.forms[before] in PRONOUNS):
            who = ordered(before, *names.values())
            yield Done(i, be and not form.endswith("ing"), names, who)


def _may_be_verb(words: Words, place: int) -> bool:
    """Whether a word is one that two can't do to each other, and is known as a verb, or looks like one in the past."""
    known = lexicon.parts(words.lemmas[place])
    verb = "v" in known or (not known and words.forms[place].endswith("ed"))
    return words.kinds[place] is WORD and verb and words.lemmas[place] not in MUTUAL


def _supposed(words: Words, verb: int) -> bool:
    """Whether a verb stands behind an "if": it may never be done."""
    before = range(max(0, verb - REACH), verb)
    return any(words.forms[k] in _IF and words.clauses[k] == words.clauses[verb] for k in before)


def _before(words: Words, verb: int) -> int:
    """Return the place of the word before a verb and its auxiliaries; -1 where its clause begins there."""
    place = verb - 1
    while place >= 0 and (words.forms[place] in _BETWEEN or words.forms[place].endswith(("ly", "n't"))):
        place -= 1
    if place >= 0 and words.forms[place + 1] == "who":
        return _before_asides(words, place)
    return -1 if place >= 0 and words.clauses[place] != words.clauses[verb] else place


def _before_asides(words: Words, place: int) -> int:
    """Return the place of the name that "who" stands for: "Ada Orr, the painter and critic, who first showed it"."""
    ends = [k for k in range(place, -1, -1) if k == place or words.clauses[k] != words.clauses[k + 1]]
    return next((k for k in ends if words.kinds[k] is NAME), place)


def _names(words: Words, place: int, named: Collection[str]) -> dict[str, int]:
    """Return the names that end at a place, those joined by "and" included; none behind a preposition."""
    found: dict[str, int] = {}
    while place >= 0 and (_is_name(words, place, named) or (found and _joins(words, place, named))):
        if _is_name(words, place, named):
            found[words.lemmas[place]] = place
        place -= 1
    return {} if place >= 0 and words.forms[place] in _BEFORE and not _goes_with(words, place) else found


def _goes_with(words: Words, place: int) -> bool:
    """Whether a "with" opens what somebody does beside: "…, with Orvane imposing tolls"."""
    opens = words.forms[place] == "with" and place > 0 and words.clauses[place - 1] != words.clauses[place]
    return opens and any(form.endswith("ing") for form in words.forms[place + 2 : place + 5])


def _joins(words: Words, place: int, named: Collection[str]) -> bool:
    return words.forms[place] in _JOINING and place > 0 and _is_name(words, place - 1, named)


def _is_name(words: Words, place: int, named: Collection[str]) -> bool:
    """Whether a word is a name's; the first of a sentence is, before a name or where no table has it."""
    first = place == 0 and words.kinds[0] is not STOP
    alone = words.lemmas[0] in named or not lexicon.known(words.lemmas[0])
    return words.kinds[place] is NAME or (first and (alone or words.kinds[1:2] == [NAME]))


def _same_deed(claim: Words, mine: Done, words: Words, theirs: Done) -> bool:
    one, other = claim.lemmas[mine.verb], words.lemmas[theirs.verb]
    same = one == other or (lexicon.relation(one, other) == "same" and other not in claim.lemmas)
    return same and mine.passive == theirs.passive


def _stands_apart(words: Words, verb: int, names: dict[str, int]) -> bool:
    """Whether names stand in a sentence, but only where they can't be who does it."""
    places = [k for k, lemma in enumerate(words.lemmas) if lemma in names]
    return bool(places) and all(_is_apart(words, verb, k) for k in places)


def _is_apart(words: Words, verb: int, place: int) -> bool:
    """Whether a name stands behind the verb in its clause, behind a preposition, or before "that": "Orvane, which".

    Behind an "and" it may do the same as well: "Orvane sold two mills and Tessil one".
    """
    joined = words.forms[place - 1 : place] == ["and"] and words.kinds[place - 2] is not NAME
    behind = place > verb and words.clauses[place] == words.clauses[verb] and not joined
    if place > 0 and words.forms[place - 1] in _COMPANY:
        return False
    relative = place < verb and words.forms[place + 1] in _RELATIVE
    return behind or relative or (place > 0 and words.forms[place - 1] in PREPOSITIONS)


def _object(words: Words, verb: int, names: dict[str, int]) -> bool:
    """Whether a sentence names them only behind the verb, in its clause: a pronoun before it is somebody else."""
    places = [k for k, lemma in enumerate(words.lemmas) if lemma in names]
    same = [
        k for k in places if words.clauses[k] == words.clauses[verb] and not words.forms[k].endswith("'s")
    ]
    return bool(same) and min(places) > verb
