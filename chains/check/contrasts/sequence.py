"""Before and after exchanged, or the two things around them."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from presscheck.chains.check.contrasts.contrast import Contrast, Span, instead
from presscheck.chains.check.statements.align import Alignment
from presscheck.chains.check.words import lexicon
from presscheck.chains.check.words.reading import STOP, Words
from presscheck.reasons import Reason
from presscheck.text.common_words import AUXILIARIES, DETERMINERS, MODALS

LEAST = 0.5
"""The share of each part's words that must be found again before the order of two parts is compared."""
_VERBS = frozenset(f"{AUXILIARIES}|{MODALS}".split("|"))
_JUST = frozenset("just shortly soon even immediately right only not long".split())
"""Words that may open a sentence before its "after": "Shortly after the vote, …"."""


def order(alignment: Alignment) -> Iterator[Contrast]:
    """Yield before and after exchanged, or the two things around them."""
    claim, source = alignment.claim, alignment.source
    for i, j in _links_of_time(claim, source):
        if alignment.there.get(i, j) != j:
            continue  # another "after" of the source's
        same_link = claim.forms[i] == source.forms[j]
        (main, sub), (their_main, their_sub) = _around(claim, i), _around(source, j)
        straight = _overlap(main, their_main), _overlap(sub, their_sub)
        crossed = _overlap(main, their_sub), _overlap(sub, their_main)
        together, apart = (crossed, straight) if same_link else (straight, crossed)
        if min(together) >= LEAST > max(apart) or (not same_link and _in_place(alignment, i, j)):
            yield instead(Reason.STATEMENT_ORDER, alignment, i, j)
            return


def _links_of_time(claim: Words, source: Words) -> Iterator[Span]:
    ours, theirs = (
        [i for i, form in enumerate(words.forms) if form in ("before", "after") and _of_time(words, i)]
        for words in (claim, source)
    )
    both = {claim.forms[i] for i in ours} == {source.forms[j] for j in theirs} == {"before", "after"}
    yield from ((i, j) for i, j in product(ours, theirs) if not both or claim.forms[i] == source.forms[j])


def _of_time(words: Words, place: int) -> bool:
    """Whether it puts one thing before another, unlike "A, after which B" and "the bill before the panel would"."""
    which = words.forms[place + 1 : place + 2] == ["which"]
    ahead = range(place)
    opens = all(words.kinds[i] is STOP or words.forms[i] in _JUST for i in ahead)
    return not which and (opens or any(_is_verb(words, i) for i in ahead))


def _is_verb(words: Words, place: int) -> bool:
    """Whether a word can be a verb where it stands: not right behind "the"."""
    noun = place > 0 and words.forms[place - 1] in DETERMINERS
    return not noun and (words.forms[place] in _VERBS or "v" in lexicon.parts(words.lemmas[place]))


def _in_place(alignment: Alignment, i: int, j: int) -> bool:
    """Whether one stands in the other's place, between the same words."""
    return any(
        list(mine) == [i] and list(theirs) == [j] and alignment.verbatim_around(mine, theirs)
        for mine, theirs in alignment.gaps()
    )


def _around(words: Words, link: int) -> tuple[set[str], set[str]]:
    """Return the content of what is told and of what it is placed by: "A after B", "After B, A"."""
    clause = words.clauses[link]
    opens = all(words.kinds[i] is STOP or words.forms[i] in _JUST for i in range(link))
    ahead = [i for i in words.content if i > link]
    if opens:
        sub = [i for i in ahead if words.clauses[i] == clause]
        main = [i for i in ahead if words.clauses[i] != clause]
    else:
        sub, main = ahead, [i for i in words.content if i < link]
    return {words.lemmas[i] for i in main}, {words.lemmas[i] for i in sub}


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one) if one else 0.0
