"""Who did it to whom: the two sides of one verb exchanged between a statement and a source's sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presscheck.chains.check.contrasts.contrast import Contrast, ordered
from presscheck.chains.check.contrasts.nominal import nominal
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import NAME, NUMBER, WORD, Words
from presscheck.reasons import Reason
from presscheck.text.common_words import PREPOSITIONS
from presscheck.text.cues import BE

REACH = 7
"""Words on each side of a verb in which its subject and object are looked for."""
_SAID = frozenset("say add note write reply state announce".split())
MUTUAL = frozenset("meet marry divorce pass clear".split())
"""What two do to each other: either may come first; a bill passes a chamber, and a chamber passes a bill."""
_CONVERSE = {"lose": "beat"}
"""Verbs that, with "to", tell another verb from the other side."""
_TIMES = frozenset(
    """last next year month week day night morning evening time today yesterday tomorrow monday tuesday wednesday
    thursday friday saturday sunday""".split()
)


class Roles(NamedTuple):
    """A verb's place, and the lemmas of who acts and of who or what is acted on, with their places."""

    verb: int
    actor: dict[str, int]
    object: dict[str, int]


def swapped(claim: Words, source: Words) -> Iterator[Contrast]:
    """Yield a contrast where actor and object of a verb that both sentences have are exchanged."""
    theirs = roles_of(source)
    for lemma, mine in roles_of(claim).items():
        other = theirs.get(lemma) or next((theirs[word] for word in theirs if alike(lemma, word)), None)
        if other is None:
            continue
        risen = set(mine.object) & set(other.actor) - set(other.object)
        fallen = set(mine.actor) & set(other.object) - set(other.actor)
        names = all(claim.kinds[{**mine.actor, **mine.object}[w]] is NAME for w in risen | fallen)
        kept = set(mine.actor) & set(other.actor) or (set(mine.object) & set(other.object) and not names)
        if not risen or not fallen or kept:
            continue
        ours = [*(mine.object[w] for w in risen), *(mine.actor[w] for w in fallen), mine.verb]
        place = [*(other.actor[w] for w in risen), *(other.object[w] for w in fallen), other.verb]
        actor = source.span(*ordered(*other.actor.values()))
        told = f"In the source it is “{actor}” that does it"
        yield Contrast(Reason.STATEMENT_ROLE, (min(ours), max(ours)), (min(place), max(place)), told)
        return


def alike(one: str, other: str) -> bool:
    """Tell whether two verbs mean the same or nearly: buy and acquire."""
    return bool({lexicon.relation(one, other), lexicon.relation(other, one)} & {"same", "up", "derived"})


@lru_cache(maxsize=1024)
def roles_of(words: Words) -> dict[str, Roles]:
    """Return the roles of the verbs that a sentence has once."""
    counts = Counter(words.lemmas)
    nouns = (Roles(*deed) for deed in nominal(words, side))
    told = (*nouns, *_roles(words), *_lost_to(words))
    found = [r for r in told if counts[words.lemmas[r.verb]] == 1]
    return {_CONVERSE.get(words.lemmas[r.verb], words.lemmas[r.verb]): r for r in found}


def _lost_to(words: Words) -> Iterator[Roles]:
    """Yield "A lost to B" as what B did to A."""
    for i, lemma in enumerate(words.lemmas):
        to = next((k for k in range(i + 1, min(len(words), i + 6)) if words.forms[k] == "to"), None)
        if lemma in _CONVERSE and to is not None:
            winner, loser = side(words, to, 1), side(words, i, -1)
            if winner and loser:
                yield Roles(i, winner, loser)


def _roles(words: Words) -> Iterator[Roles]:
    for i, form in enumerate(words.forms):
        if not is_verb(words, i):
            continue
        before, after = _before(words, i), side(words, i, 1)
        if not before or not after:
            continue
        be = any(words.forms[k] in BE for k in range(max(0, i - 3), i))
        by = words.forms[i + 1 : i + 2] == ["by"] or (be and "by" in words.forms[i + 2 : i + 4])
        passive = by and not form.endswith("ing") and words.forms[i - 1] != "to"
        if be and not passive and not form.endswith("ing"):
            continue
        yield Roles(i, after, before) if passive else Roles(i, before, after)


def _before(words: Words, verb: int) -> dict[str, int]:
    """Return who stands before a verb; before the second of "thanked her and named him", who stands before the first."""
    if words.forms[verb - 1 : verb] == ["and"]:
        past = (k for k in range(verb - 2, max(0, verb - 9), -1) if words.forms[k] != words.lemmas[k])
        first = next((k for k in past if is_verb(words, k)), None)
        return side(words, first, -1) if first is not None else {}
    return side(words, verb, -1)


def is_verb(words: Words, place: int) -> bool:
    """Whether a word is a verb here: it mostly is one, it is in the past, or it stands between a name and a name."""
    lemma, form = words.lemmas[place], words.forms[place]
    if words.kinds[place] is not WORD or lemma in _SAID or lemma in MUTUAL:
        return False
    parts = lexicon.parts(lemma)
    if form.endswith("ed") and ("v" in parts or not parts):
        return True
    return "v" in parts and (parts[0] == "v" or _between_names(words, place))


def _between_names(words: Words, place: int) -> bool:
    """Whether a word stands right between two names: "City host Arsenal"."""
    if not 0 < place < len(words) - 1 or words.kinds[place + 1] is not NAME:
        return False
    return words.kinds[place - 1] is NAME or words.text[words.starts[place - 1]].isupper()


def side(words: Words, verb: int, step: int) -> dict[str, int]:
    """Return the names and nouns that stand together nearest to a verb on one side; before a name its title is left out."""
    found: dict[str, int] = {}
    group = ""
    for place in _reach(words, verb, step):
        if step > 0 and not found and words.forms[place] in APART:
            break
        lemma, kind = words.lemmas[place], words.kinds[place]
        noun = _is_noun(words, place)
        titled = noun and step < 0 and group is NAME and kind is not NAME
        within = group is not NAME and (words.forms[place] in _WITHIN or kind is NUMBER)
        within = within or (group is NAME and len(words.forms[place]) == 1)
        within = within or (group is WORD and step < 0 and lexicon.parts(lemma)[:1] == "a")
        if found and (titled or not (noun or within)):
            break
        if noun:
            found.setdefault(lemma, place)
            group = kind
    return found


def _is_noun(words: Words, place: int) -> bool:
    lemma, kind = words.lemmas[place], words.kinds[place]
    if kind is NAME:
        return lemma not in _TIMES
    parts = lexicon.parts(lemma) or "n"
    verb = parts[0] == "v" and words.forms[place].endswith(("ing", "ed"))
    return kind is WORD and lemma not in _TIMES and "n" in parts and not verb


def _reach(words: Words, verb: int, step: int) -> Iterator[int]:
    """Yield the places of a verb's clause on one side; of "Obi, who lost", what stands before the comma too."""
    place, clause = verb + step, words.clauses[verb]
    while 0 <= place < len(words) and abs(place - verb) <= REACH:
        if words.clauses[place] != clause:
            if step > 0 or words.forms[place + 1] not in ("who", "which"):
                return
            clause = words.clauses[place]
        yield place
        place += step


APART = PREPOSITIONS - {"by"}
"""Words behind a verb that open something other than its object: a derby win for City."""
_WITHIN = frozenset("of the a an".split())
"""Words within one group of nouns: the minister of the interior."""
