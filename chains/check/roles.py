"""Who did it to whom: the two sides of one verb exchanged between a statement and a source's sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from presscheck.chains.check import lexicon
from presscheck.chains.check.contrast import Contrast
from presscheck.chains.check.reading import NAME, STOP, WORD, Words
from presscheck.reasons import Reason

REACH = 7
"""Words on each side of a verb in which its subject and object are looked for."""
_BE = frozenset("be is are was were been being get got".split())
_SAID = frozenset("say add note write reply state announce".split())


class Roles(NamedTuple):
    """A verb's place, and the lemmas of who acts and of who or what is acted on, with their places."""

    verb: int
    actor: dict[str, int]
    object: dict[str, int]


def swapped(claim: Words, source: Words) -> Iterator[Contrast]:
    """Yield a contrast where actor and object of a verb that both sentences have are exchanged."""
    theirs = _once(source)
    for lemma, mine in _once(claim).items():
        other = theirs.get(lemma)
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
        actor = source.forms[other.actor[sorted(risen)[0]]]
        told = f"In the source it is “{actor}” that does it"
        yield Contrast(Reason.STATEMENT_ROLE, (min(ours), max(ours)), (min(place), max(place)), told)
        return


def _once(words: Words) -> dict[str, Roles]:
    """Return the roles of the verbs that a sentence has once."""
    found = [(words.lemmas[r.verb], r) for r in _roles(words)]
    counts = Counter(words.lemmas)
    return {lemma: r for lemma, r in found if counts[lemma] == 1}


def _roles(words: Words) -> Iterator[Roles]:
    for i, form in enumerate(words.forms):
        lemma = words.lemmas[i]
        parts = lexicon.parts(lemma)
        if words.kinds[i] is not WORD or "v" not in parts or lemma in _SAID:
            continue
        if parts[0] != "v" and not form.endswith("ed"):
            continue
        before, after = _side(words, i, -1), _side(words, i, 1)
        if not before or not after:
            continue
        be = any(words.forms[k] in _BE for k in range(max(0, i - 3), i))
        passive = "by" in words.forms[i + 1 : i + 3] and not form.endswith("ing")
        if be and not passive and not form.endswith("ing"):
            continue
        yield Roles(i, after, before) if passive else Roles(i, before, after)


def _side(words: Words, verb: int, step: int) -> dict[str, int]:
    """Return the names and nouns that stand together nearest to a verb on one side; before a name its title is left out."""
    found: dict[str, int] = {}
    group = ""
    for place in _reach(words, verb, step):
        if step > 0 and not found and words.forms[place] in _APART:
            break
        lemma, kind = words.lemmas[place], words.kinds[place]
        noun = kind is NAME or (kind is not STOP and "n" in (lexicon.parts(lemma) or "n"))
        titled = noun and step < 0 and group is NAME and kind is not NAME
        if found and (titled or not (noun or (words.forms[place] in _WITHIN and group is not NAME))):
            break
        if noun:
            found.setdefault(lemma, place)
            group = kind
    return found


def _reach(words: Words, verb: int, step: int) -> Iterator[int]:
    place = verb + step
    while 0 <= place < len(words) and abs(place - verb) <= REACH:
        if words.clauses[place] != words.clauses[verb]:
            return
        yield place
        place += step


_APART = frozenset("for in on at to from with about against into over under as of than after before".split())
"""Words behind a verb that open something other than its object: a derby win for City."""
_WITHIN = frozenset("of the a an".split())
"""Words within one group of nouns: the minister of the interior."""
