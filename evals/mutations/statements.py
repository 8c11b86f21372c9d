"""Statements turned around: a "not", a hedge, an opposite, an amount, an order, who did it, a link; and controls.

Each draft is one sentence of the article (or two joined); the article is its source.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from presscheck.evals.mutation import Mutation
from presscheck.evals.mutations import statement_edits as edits
from presscheck.models import Article
from presscheck.text.sentences import split_sentences

FAULTS: dict[str, tuple[edits.Edit, tuple[str, ...]]] = {
    "statement.negation": (edits.negated, ("statement.negation",)),
    "statement.negation.lost": (edits.affirmed, ("statement.negation",)),
    "statement.modality": (edits.made_certain, ("statement.modality", "source.claimed_by")),
    "statement.antonym": (edits.opposite, ("statement.antonym", "figure.direction", "figure.bound")),
    "statement.role": (edits.exchanged, ("statement.role",)),
    "statement.quantifier": (edits.all_of_them, ("statement.quantifier", "figure.bound")),
    "statement.order": (edits.other_order, ("statement.order", "figure.bound")),
    "source.denied": (edits.denial_dropped, ("source.denied",)),
    "source.claimed_by": (edits.allegation_dropped, ("source.claimed_by",)),
}
CONTROLS: dict[str, edits.Edit] = {
    "control.statement.verbatim": edits.verbatim,
    "control.statement.reworded": edits.reworded,
    "control.statement.clause_dropped": edits.clause_dropped,
    "control.statement.passive": edits.passive,
}
PASSES = 2
"""How often each kind is tried on an article."""
_WORDS = range(8, 36)
_MARKS = frozenset('"“”?|*#\n:;[]')


def mutate(article: Article, rng: random.Random) -> Iterator[Mutation]:
    """Yield faults and controls from the sentences of an article, kinds by turns."""
    sentences = [s.text for s in split_sentences(article.text) if _plain(s.text)]
    if len(sentences) < 3:
        return
    makers = [_maker(kind, edit, expect) for kind, (edit, expect) in FAULTS.items()]
    makers += [_maker(kind, edit, ()) for kind, edit in CONTROLS.items()]
    for _ in range(PASSES):
        for make in [*makers, _joined]:
            made = make(article, sentences, rng)
            if made:
                yield made


Maker = Callable[[Article, Sequence[str], random.Random], Mutation | None]


def _plain(sentence: str) -> bool:
    """Whether it is whole, of moderate length, no question and no quotation."""
    return (
        len(sentence.split()) in _WORDS
        and not _MARKS & set(sentence)
        and sentence[0].isupper()
        and sentence.endswith(".")
    )


def _maker(kind: str, edit: edits.Edit, expect: tuple[str, ...]) -> Maker:
    def make(article: Article, sentences: Sequence[str], rng: random.Random) -> Mutation | None:
        for sentence in rng.sample(sentences, len(sentences)):
            made = edit(sentence, rng)
            if made is not None and made.text not in article.text:
                return _mutation(article, kind, made.text, made.was, expect)
            if made is not None and not expect:
                return _mutation(article, kind, made.text, made.was, expect)
        return None

    return make


def _mutation(article: Article, kind: str, text: str, was: str, expect: tuple[str, ...]) -> Mutation:
    return Mutation(
        kind=kind, control=not expect, text=text, start=0, end=len(text), was=was, source_id=article.id,
        expect=expect,
    )  # fmt: skip


def _joined(article: Article, sentences: Sequence[str], rng: random.Random) -> Mutation | None:
    """Link two sentences that stand far apart, as if one were the other's cause."""
    short = [(n, s) for n, s in enumerate(sentences) if len(s.split()) < 18 and not edits.has_link(s)]
    pairs = [(a, b) for n, a in short for m, b in short if m - n >= 4]
    if not pairs:
        return None
    first, second = rng.choice(pairs)
    link = rng.choice(("because", "in response to this:", "as a result of which")[:1])
    text = f"{first[:-1]} {link} {edits.lowered(second)}"
    return _mutation(article, "statement.joined", text, second, ("statement.joined",))
