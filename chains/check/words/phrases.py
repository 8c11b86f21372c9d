"""Verbs of several words, each read as one: "rule out" as exclude, "go ahead" as proceed, "find guilty" as convict."""

from __future__ import annotations

from functools import lru_cache

from presscheck.chains.check.words.reading import Words

_TABLE = """
reject: turn down, throw out, toss out, vote down
criticize: take aim at, hit out at, lash out at, take to task
exclude: rule out
cancel: call off
postpone: put off, push back
hasten: bring forward
proceed: go ahead, press ahead, push ahead, forge ahead
continue: carry on, keep going
abandon: give up, do away with, walk away from
resign: step down, stand down, bow out
remain: stay on, stay put
withdraw: pull out, back out, drop out, opt out, walk out
join: sign up to, take part
surrender: give in, back down, cave in
release: set free
acquit: find not guilty, find innocent, clear of
convict: find guilty
admit: plead guilty, own up
disclose: lay bare
deny: plead not guilty, plead innocent
overturn: strike down
dismiss: lay off
support: vote for
oppose: vote against
reduce: cut back, scale back, scale down
increase: scale up, step up
suspend: put on hold
freeze: keep unchanged, leave unchanged, hold steady, keep steady
accelerate: speed up
slow: slow down
demand: call for
discourage: advise against, warn against
because: because of
despite: in spite of
"""
REACH = 4
"""Words between a verb and what belongs to it, at most: "turned the offer down"."""
_DEALS = frozenset("merger deal sale purchase takeover acquisition transfer export import use way".split())
Phrase = tuple[str, int]
"""What a verb means with the words that belong to it, and the place of the last of them."""


def _phrases() -> dict[str, list[tuple[list[str], str]]]:
    found: dict[str, list[tuple[list[str], str]]] = {}
    for line in _TABLE.strip().splitlines():
        meaning, _, phrases = line.partition(": ")
        for phrase in phrases.split(", "):
            verb, *others = phrase.split()
            found.setdefault(verb, []).append((others, meaning))
    return found


_PHRASES = _phrases()


@lru_cache(maxsize=1024)
def phrases(words: Words) -> dict[int, Phrase]:
    """Return the verbs of several words, by the place of the first of them."""
    found = {}
    for i, lemma in enumerate(words.lemmas):
        for others, meaning in _PHRASES.get(lemma, ()):
            last = _ends(words, i, others)
            if last is not None and i not in found and not clears_deal(words, i):
                found[i] = (meaning, last)
    return found


def _ends(words: Words, verb: int, others: list[str]) -> int | None:
    """Return the place where the words that belong to a verb end, if they follow it in its clause."""
    for first in range(verb + 1, min(len(words), verb + 2 + REACH)):
        if words.clauses[first] != words.clauses[verb]:
            return None
        if words.forms[first : first + len(others)] == others:
            return first + len(others) - 1
    return None


def clears_deal(words: Words, verb: int) -> bool:
    """Tell whether a deal is cleared, "the merger of two airlines", not somebody of what he is accused of."""
    behind = words.lemmas[verb + 1 : verb + 2 + REACH]
    named = behind[: behind.index("of")] if "of" in behind else behind
    return words.lemmas[verb] == "clear" and not _DEALS.isdisjoint(named)
