"""Who did it to whom: the two sides of one verb exchanged between a statement and a source's sentence."""

from __future__ import annotations

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
    theirs = {source.lemmas[r.verb]: r for r in _roles(source)}
    for mine in _roles(claim):
        other = theirs.get(claim.lemmas[mine.verb])
        if other is None:
            continue
        risen = set(mine.object) & set(other.actor) - set(other.object)
        fallen = set(mine.actor) & set(other.object) - set(other.actor)
        if (
            not risen
            or not fallen
            or set(mine.actor) & set(other.actor)
            or set(mine.object) & set(other.object)
        ):
            continue
        ours = [*(mine.object[w] for w in risen), *(mine.actor[w] for w in fallen), mine.verb]
        place = [*(other.actor[w] for w in risen), *(other.object[w] for w in fallen), other.verb]
        actor = source.forms[other.actor[sorted(risen)[0]]]
        told = f"In the source it is “{actor}” that does it"
        yield Contrast(Reason.STATEMENT_ROLE, (min(ours), max(ours)), (min(place), max(place)), told)
        return


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
    """Return the nouns and names nearest to a verb on one side, in its clause."""
    found: dict[str, int] = {}
    place, named = verb + step, False
    while (
        0 <= place < len(words) and abs(place - verb) <= REACH and words.clauses[place] == words.clauses[verb]
    ):
        lemma, kind = words.lemmas[place], words.kinds[place]
        if kind is NAME or (kind is not STOP and "n" in (lexicon.parts(lemma) or "n")):
            found.setdefault(lemma, place)
            named = kind is NAME
        elif found and (words.forms[place] in _ENDS or (words.forms[place] == "of" and named)):
            break
        if len(found) == 3:
            break
        place += step
    return found


_ENDS = frozenset(
    "and but that which who to in on at for with from by as when while after before over about against into".split()
)
