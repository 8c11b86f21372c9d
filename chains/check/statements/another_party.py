"""Another side's name for who did it: "the army released the hostages", where in the source the rebels did."""

from __future__ import annotations

from presscheck.chains.check.contrasts.contrast import Contrast, ordered
from presscheck.chains.check.contrasts.roles import Roles, roles_of
from presscheck.chains.check.statements.ground import Ground, holding
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, STOP, Words
from presscheck.reasons import Reason
from presscheck.text.common_words import PRONOUNS

REST = 0.9
"""The share of the statement but for who does it that the source's sentence must have."""
LEAST = 3
"""Words with content that the statement must have beside it."""
APPOSED = 4
"""Words within which two names stand for one: "the contractor, Nordhaven Marine"."""
_WITHIN = frozenset("of in the a an".split())
_AND = frozenset(["and", "or"])
_ANYBODY = frozenset(
    """company firm group man woman official agency government person people team club business organization one boy girl
    minister president leader authority spokesman spokeswoman couple victim suspect report study researcher expert
    country city state family member child player star actor singer mother father parent son daughter wife husband brother
    sister girlfriend boyfriend mum dad teenager pensioner owner founder""".split()
)
"""Who may be anybody named before."""


def another_party(claim: Words, ground: Ground) -> tuple[Contrast, int] | None:
    """Return what differs, and the number of the sentence that tells of another what is told of one."""
    for verb, deed in roles_of(claim).items():
        if not _alone(deed, claim) or not _known_party(deed, ground):
            continue
        for number in _telling_the_rest(claim, deed, ground):
            words = ground.sentences[number]
            theirs = roles_of(words).get(verb)
            if theirs is None or _may_be_one(claim, deed, words, theirs) or _does_too(verb, deed, ground):
                continue
            if _alone(theirs, words) and _does_instead(deed, theirs, ground):
                return _contrast(claim, deed, words, theirs), number
    return None


def _may_be_one(claim: Words, mine: Roles, words: Words, theirs: Roles) -> bool:
    """Tell whether the statement names the other too, or both are names: a player's may stand for the club's."""
    named = [any(w.kinds[i] is NAME for i in r.actor.values()) for w, r in ((claim, mine), (words, theirs))]
    return all(named) or bool(theirs.actor.keys() & claim.vocabulary)


def _alone(deed: Roles, words: Words) -> bool:
    """Tell whether they do it by themselves: no "and" before them, no other subject behind them."""
    first, last = ordered(*deed.actor.values())
    between = words.forms[last + 1 : deed.verb]
    return not _AND & set(words.forms[max(0, first - 2) : first]) and not PRONOUNS & set(between)


def _known_party(deed: Roles, ground: Ground) -> bool:
    """Tell whether the sources name those who do it, and that by a word that can't stand for anybody else."""
    return all(word in ground.places for word in deed.actor) and not _ANYBODY & deed.actor.keys()


def _telling_the_rest(claim: Words, deed: Roles, ground: Ground) -> list[int]:
    """Return the sentences that have nearly all of the statement but for who does it."""
    rest = {claim.lemmas[i]: claim.weights[i] for i in claim.content if claim.lemmas[i] not in deed.actor}
    return holding(rest, ground, REST) if len(rest) >= LEAST else []


def _does_instead(mine: Roles, theirs: Roles, ground: Ground) -> bool:
    """Tell whether another does the same to the same, one that never stands beside the one told of."""
    if not mine.object.keys() & theirs.object.keys() or mine.actor.keys() & theirs.actor.keys():
        return False
    pairs = [(a, b) for a in mine.actor for b in theirs.actor]
    return not any(
        lexicon.relation(a, b) or lexicon.relation(b, a) or _beside(a, b, ground) for a, b in pairs
    )


def _beside(one: str, other: str, ground: Ground) -> bool:
    """Tell whether two words may name one party: they begin alike ("Hibs", "Hibernian") or stand together."""
    if one[:3] == other[:3]:
        return True
    gap = ground.gap(one, other)
    return gap is not None and gap <= APPOSED


def _does_too(verb: str, deed: Roles, ground: Ground) -> bool:
    """Tell whether a sentence that names them, or the one behind it, has the verb as well, of whomever."""
    same = {verb, *lexicon.alike(verb)}
    return any(
        deed.actor.keys() <= known and any(same & near for near in ground.sets[n : n + 2])
        for n, known in enumerate(ground.sets)
    )


def _contrast(claim: Words, deed: Roles, words: Words, theirs: Roles) -> Contrast:
    mine = ordered(*deed.actor.values(), deed.verb)
    first, last = ordered(*theirs.actor.values())
    first = _begins(words, first)
    told = f"In the source it is “{words.span(first, last)}” that does it"
    return Contrast(Reason.STATEMENT_ROLE, mine, ordered(first, last, theirs.verb), told)


def _begins(words: Words, place: int) -> int:
    """Return where the nouns begin that a place belongs to: "rebels in the province of Dara"."""
    clause = words.clauses[place]
    while place > 0 and words.clauses[place - 1] == clause:
        if words.kinds[place - 1] is STOP and words.forms[place - 1] not in _WITHIN:
            break
        place -= 1
    return place
